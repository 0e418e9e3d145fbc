//! Many documents at once: every form of input, what stands in for what cannot be read, output files, and runs
//! that are stopped and gone on with. The real program, in a folder of its own.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::time::Duration;

use serde_json::Value;

const SAID: &str = "“We won,” said Ann Lee on Monday.\n";
const PAGE: &str = "<!doctype html><html><head><title>Dam holds</title><meta property=\"article:published_time\" content=\"2024-12-27\">\
</head><body><h1>Dam holds</h1><p>The dam will hold, the ministry said on Monday, after three days of rain &amp; wind.</p></body></html>";

/// The program, built once for all tests with the profile that they have.
fn program() -> &'static PathBuf {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--package", "claimant-cli"]);
        if !cfg!(debug_assertions) {
            build.arg("--release");
        }
        assert!(build.status().expect("cargo runs").success());
        let test = std::env::current_exe().expect("a test has a path");
        test.ancestors().nth(2).expect("tests lie in deps/").join("claimant")
    })
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new(files: &[(&str, &[u8])]) -> Folder {
        let folder = Folder(tempfile::tempdir().expect("a folder"));
        for (name, bytes) in files {
            let path = folder.path(name);
            std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            std::fs::write(path, bytes).expect("a file");
        }
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(program());
        command.args(args).current_dir(self.0.path()).stdin(Stdio::null());
        command
    }

    /// Exit code, standard output and standard error.
    fn run(&self, args: &[&str]) -> (Option<i32>, String, String) {
        let Output { status, stdout, stderr } = self.command(args).output().expect("the program runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        (status.code(), text(stdout), text(stderr))
    }
}

fn lines(text: &str) -> Vec<Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).expect("memory");
    packer.finish().expect("memory")
}

#[test]
fn a_page_from_its_bytes_to_its_claims() {
    let folder = Folder::new(&[("page.html", PAGE.as_bytes()), ("same.txt", PAGE.as_bytes())]);
    let (code, out, err) = folder.run(&["extract", "--format", "json", "page.html"]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let report: Value = serde_json::from_str(&out).unwrap();
    let document = &report["document"];
    assert_eq!(document["title"], "Dam holds");
    assert_eq!(document["published"]["value"], "2024-12-27");
    assert_eq!(document["published"]["basis"], "metadata");
    let text: Vec<char> = document["text"].as_str().unwrap().chars().collect();
    let claim = &report["claims"][0];
    assert_eq!(claim["sources"][0]["text"], "the ministry");
    assert_eq!(claim["said_at"]["value"], "2024-12-23");
    let span = |value: &Value| (value[0].as_u64().unwrap() as usize, value[1].as_u64().unwrap() as usize);
    let (start, end) = span(&claim["sources"][0]["spans"][0]);
    assert_eq!(text[start..end].iter().collect::<String>(), "the ministry");
    // And back to the page.
    let run = document["origin"]["map"].as_array().unwrap().iter().find(|run| {
        let (first, after) = span(run);
        (first..after).contains(&start)
    });
    let run = run.unwrap();
    let byte = run[2].as_u64().unwrap() as usize + start - span(run).0;
    assert!(PAGE[byte..].starts_with("the ministry"));
    // The name of a file says nothing of what is in it.
    let (_, other, _) = folder.run(&["extract", "--format", "json", "same.txt"]);
    assert_eq!(other, out.replace("page.html", "same.txt"));
    let (_, raw, _) =
        folder.run(&["extract", "--format", "json", "--input", "text", "--with-text", "page.html"]);
    assert!(raw.contains("<!doctype html>"));
}

#[test]
fn every_form_in_one_folder() {
    let record = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}");
    let warc = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:a>\r\nContent-Length: {}\r\n\r\n{record}\r\n\r\n",
        record.len()
    );
    let folder = Folder::new(&[
        ("in/a.txt", SAID.as_bytes()),
        ("in/b.html", PAGE.as_bytes()),
        ("in/c.jsonl.gz", &gzip(b"{\"id\": \"one\", \"text\": \"Yes, she said.\"}\n{\"text\": \"No, he said.\"}\n")),
        ("in/d.warc.gz", &gzip(warc.as_bytes())),
        ("in/e.md", "# Dam holds\n\nIt **will** hold, said Ann Lee.\n".as_bytes()),
        ("in/f.xml", b"<rss version='2.0'><channel><title>D</title><item><guid>g</guid><description>It rained, she said.</description></item></channel></rss>"),
        ("in/g.bin", b"passed over"),
    ]);
    let (code, one, err) = folder.run(&["extract", "--format", "jsonl", "--jobs", "1", "in"]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let told: Vec<String> = lines(&one)
        .iter()
        .map(|report| {
            format!(
                "{} {}",
                report["document"]["path"].as_str().unwrap(),
                report["document"]["id"].as_str().unwrap_or("-")
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "in/a.txt -",
            "in/b.html -",
            "in/c.jsonl.gz one",
            "in/c.jsonl.gz line-2",
            "in/d.warc.gz urn:a",
            "in/e.md -",
            "in/f.xml g"
        ]
    );
    let (_, two, _) = folder.run(&["extract", "--format", "jsonl", "--jobs", "3", "in"]);
    assert_eq!(one, two);
    let (_, matched, _) = folder.run(&["extract", "--format", "jsonl", "in/[ab].*"]);
    assert_eq!(lines(&matched).len(), 2);
    let (_, array, _) = folder.run(&["extract", "--format", "json", "in/d.warc.gz"]);
    assert!(array.starts_with('['), "an archive of one page is a list");
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_done() {
    let bomb = gzip(&gzip(&vec![b'a'; 300 << 20]));
    let page = format!("<!doctype html><p>{}", "The dam will hold, they said. ".repeat(40 << 15));
    let deep = format!(
        "<!doctype html>{}<p>The dam will hold, the ministry said on Monday.",
        "<table><tr><td>".repeat(100_000)
    );
    let broken = gzip(&SAID.repeat(1000).into_bytes());
    let folder = Folder::new(&[
        ("in/1.txt", SAID.as_bytes()),
        ("in/2-bomb.txt.gz", &bomb),
        ("in/3-broken.txt.gz", &broken[..broken.len() / 2]),
        ("in/4-deep.html", deep.as_bytes()),
        ("in/5-long.html", page.as_bytes()),
        ("in/6-feed.xml", b"<rss version='2.0'><channel><item><guid>g</guid><description>It rained &bogus; & poured, she said.</description></item></channel></rss>"),
        ("in/7-charset.html", b"<!doctype html><meta charset=utf-16><p>The caf\xe9 will close, said Zo\xeb Lee on Monday.</p>"),
        ("in/8.jsonl", b"{\"text\": 1}\r\n{\"text\": \"Yes, she said.\"}\r\r\n"),
        ("in/9.txt", SAID.as_bytes()),
    ]);
    #[cfg(unix)]
    std::os::unix::fs::symlink(".", folder.path("in/again")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere.txt", folder.path("in/0-gone.txt")).unwrap();
    let (code, out, err) = folder.run(&["extract", "--format", "jsonl", "in"]);
    assert_eq!(code, Some(1), "{err}");
    let reports = lines(&out);
    let unread: Vec<&str> = reports
        .iter()
        .filter(|report| report["notes"].as_array().unwrap().iter().any(|note| note["kind"] == "unreadable"))
        .map(|report| report["document"]["path"].as_str().unwrap())
        .collect();
    let expected =
        ["in/0-gone.txt", "in/2-bomb.txt.gz", "in/3-broken.txt.gz", "in/5-long.html", "in/8.jsonl"];
    assert_eq!(unread, if cfg!(unix) { &expected[..] } else { &expected[1..] });
    for path in &unread {
        assert!(err.contains(path), "{path}: {err}");
    }
    let read: Vec<&Value> =
        reports.iter().filter(|report| !report["claims"].as_array().unwrap().is_empty()).collect();
    assert_eq!(read.len(), 6, "{err}");
}

#[test]
fn output_files_appear_when_they_are_whole() {
    let folder = Folder::new(&[("a.txt", SAID.as_bytes()), ("b.html", PAGE.as_bytes())]);
    let args = [
        "extract",
        "--format",
        "jsonl",
        "a.txt",
        "b.html",
        "no.txt",
        "--output",
        "out.jsonl",
        "--manifest",
        "m.jsonl",
    ];
    let (code, out, err) = folder.run(&args);
    assert_eq!((code, out.as_str()), (Some(1), ""), "{err}");
    assert_eq!(lines(&folder.read("out.jsonl")).len(), 3);
    assert!(!folder.path("out.jsonl.part").exists() && !folder.path("m.jsonl.part").exists());
    let manifest = lines(&folder.read("m.jsonl"));
    assert_eq!(manifest.len(), 3);
    assert_eq!(manifest[0]["path"], "a.txt");
    assert_eq!(manifest[0]["bytes"], SAID.len());
    // From `sha256sum`.
    assert_eq!(manifest[0]["sha256"], "f163e2e1c265171f48bb45491a4e95375a4f52f1ab388a580ed4b19f2fb56c0a");
    assert_eq!((&manifest[1]["documents"], &manifest[1]["claims"]), (&1.into(), &1.into()));
    assert_eq!((&manifest[2]["path"], &manifest[2]["unread"]), (&"no.txt".into(), &1.into()));
    // What was there stays until the new one is whole: wrong usage costs nothing.
    let (code, _, _) =
        folder.run(&["extract", "--format", "json", "a.txt", "--output", "out.jsonl", "--resume"]);
    assert_eq!(code, Some(2));
    assert_eq!(lines(&folder.read("out.jsonl")).len(), 3);
    let (code, _, err) = folder.run(&["extract", "a.txt", "--output", "no/such/folder/out.jsonl"]);
    assert_eq!(code, Some(1));
    assert!(err.contains("out.jsonl.part"), "{err}");
}

/// Documents enough that a run can be stopped in the middle.
fn many(folder: &Folder) {
    let text = "The minister said on Monday that the bridge was safe and would open. ".repeat(150);
    let mut all = String::new();
    for number in 0..60 {
        all.push_str(&serde_json::json!({"id": format!("d{number}"), "text": format!("{text} Number {number}, she said.")}).to_string());
        all.push_str(if number == 30 { "\n{\"broken\n" } else { "\n" });
    }
    std::fs::write(folder.path("many.jsonl"), all).unwrap();
}

#[test]
fn a_run_that_was_killed_goes_on_where_it_was() {
    let folder = Folder::new(&[("a.txt", SAID.as_bytes())]);
    many(&folder);
    let inputs = ["a.txt", "many.jsonl", "a.txt"];
    let args = |output: &'static str| -> Vec<&str> {
        let mut args =
            vec!["extract", "--format", "jsonl", "--jobs", "2", "--output", output, "--manifest", "m.jsonl"];
        args.extend(inputs);
        args
    };
    let (code, _, err) = folder.run(&args("whole.jsonl"));
    assert_eq!(code, Some(1), "{err}");
    let whole = folder.read("whole.jsonl");
    let manifest = folder.read("m.jsonl");
    assert_eq!(whole.lines().count(), 63);

    let mut resumed = args("out.jsonl");
    resumed.push("--resume");
    let part = folder.path("out.jsonl.part");
    let mut stops = Vec::new();
    // Killed several times, each time after some more documents.
    for least in [1, 9, 30] {
        let mut child = folder.command(&resumed).stderr(Stdio::null()).spawn().unwrap();
        let done = || std::fs::read(&part).map_or(0, |bytes| bytes.split(|byte| *byte == b'\n').count() - 1);
        // It goes on by itself; a minute is for machines that are busy.
        for _ in 0..30_000 {
            if done() >= least {
                break;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        stops.push(done());
    }
    assert!(stops.is_sorted() && stops[0] < 60, "it was stopped in the middle: {stops:?}");
    assert!(!folder.path("out.jsonl").exists());
    // As a crash may leave it: the last line is cut off.
    let bytes = std::fs::read(&part).unwrap();
    std::fs::write(&part, &bytes[..bytes.len() - 10]).unwrap();
    let (code, _, err) = folder.run(&resumed);
    assert_eq!(code, Some(1), "{err}");
    assert_eq!(folder.read("out.jsonl"), whole);
    assert_eq!(folder.read("m.jsonl"), manifest);

    // Once more: all is done. And with more documents behind: only those are read.
    let (code, _, _) = folder.run(&resumed);
    assert_eq!(code, Some(1));
    assert_eq!(folder.read("out.jsonl"), whole);
    resumed.push("a.txt");
    folder.run(&resumed);
    assert_eq!(folder.read("out.jsonl").lines().count(), 64);

    // Other inputs are refused, and what was done is kept.
    let (code, _, err) =
        folder.run(&["extract", "--format", "jsonl", "--output", "out.jsonl", "--resume", "many.jsonl"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("out.jsonl.part") && err.contains("hint"), "{err}");
    assert_eq!(folder.read("out.jsonl").lines().count(), 64);
}
