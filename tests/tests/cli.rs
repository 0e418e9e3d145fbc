//! The real program, run in a folder of its own.

use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

const SEED: &str = include_str!("../../seeds/000_1ae7029de2fe9649.txt");
const SAID: &str = "“We won,” said Ann Lee on Monday.\n";

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

/// A folder with files, to run the program in.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new(files: &[(&str, &[u8])]) -> Folder {
        let folder = Folder(tempfile::tempdir().expect("a folder"));
        for (name, bytes) in files {
            let path = folder.0.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            std::fs::write(path, bytes).expect("a file");
        }
        folder
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(program());
        command.args(args).current_dir(self.0.path()).stdin(Stdio::null()).env_remove("NO_COLOR");
        command
    }

    fn run(&self, args: &[&str]) -> Run {
        Run::of(&self.command(args).output().expect("the program runs"))
    }
}

struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Run {
    fn of(output: &Output) -> Run {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
        Run { code: output.status.code(), out: text(&output.stdout), err: text(&output.stderr) }
    }

    fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}\n{}", self.out, self.err))
    }

    #[track_caller]
    fn fails(&self, code: i32, words: &[&str]) {
        assert_eq!(self.code, Some(code), "{}{}", self.out, self.err);
        for word in words {
            assert!(self.err.contains(word), "{word:?} is not in:\n{}", self.err);
        }
    }
}

#[test]
fn one_file_in_every_format() {
    let folder = Folder::new(&[("a.txt", SAID.as_bytes())]);
    let run = folder.run(&["extract", "a.txt", "--published", "2024-12-27", "--format", "json"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let claim = &run.json()["claims"][0];
    assert_eq!(claim["said_at"]["value"], "2024-12-23");
    assert_eq!(run.json()["document"]["path"], "a.txt");
    assert!(run.json()["document"].get("text").is_none());
    let text = folder.run(&["extract", "a.txt", "--format", "text"]);
    assert!(text.out.contains("Ann Lee") && !text.out.contains('\u{1b}'), "{}", text.out);
    assert!(text.out.lines().all(|line| line.chars().count() <= 80));
    let lines = folder.run(&["extract", "a.txt", "a.txt", "--format", "jsonl", "--with-text"]);
    assert_eq!(lines.out.lines().count(), 2);
    assert!(lines.out.contains("\"text\":\"“We won,” said Ann Lee on Monday.\\n\""));
    let several = folder.run(&["extract", "a.txt", "a.txt", "--format", "json"]);
    assert_eq!(several.json().as_array().map(Vec::len), Some(2));
}

#[test]
fn standard_input_folders_and_threads() {
    let folder = Folder::new(&[
        ("b/2.txt", SAID.as_bytes()),
        ("b/1.txt", SEED.as_bytes()),
        ("b/c/3.txt", SAID.as_bytes()),
        ("b/x.png", b"\x89PNG\r\n\x1a\n"),
    ]);
    let one = folder.run(&["extract", "b", "--format", "jsonl", "--jobs", "1"]);
    let two = folder.run(&["extract", "b", "--format", "jsonl", "--jobs", "2"]);
    assert_eq!((one.code, &one.out), (Some(0), &two.out), "{}", one.err);
    let paths: Vec<String> = one
        .out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["document"]["path"].to_string())
        .collect();
    assert_eq!(paths, ["\"b/1.txt\"", "\"b/2.txt\"", "\"b/c/3.txt\""]);
    let mut child = folder
        .command(&["extract", "-", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(SAID.as_bytes()).unwrap();
    let run = Run::of(&child.wait_with_output().unwrap());
    assert_eq!(run.json()["claims"].as_array().map(Vec::len), Some(1));
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_done() {
    let folder = Folder::new(&[
        ("a.txt", SAID.as_bytes()),
        ("empty/x.bin", b""),
        ("p.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("n.txt", &[0; 4096]),
    ]);
    folder.run(&["extract", "no.txt"]).fails(1, &["no.txt", "hint"]);
    folder.run(&["extract", "empty"]).fails(1, &["empty", ".txt"]);
    folder.run(&["extract", "p.txt"]).fails(1, &["p.txt", "PNG"]);
    folder.run(&["extract", "n.txt"]).fails(1, &["n.txt"]);
    let run = folder.run(&["extract", "a.txt", "no.txt", "a.txt", "--format", "jsonl"]);
    run.fails(1, &["no.txt"]);
    assert_eq!(run.out.lines().count(), 3, "one line per document, whatever happens to its neighbours");
}

#[test]
fn an_empty_file_is_a_report_with_a_note() {
    let folder = Folder::new(&[("e.txt", b"")]);
    let run = folder.run(&["extract", "e.txt", "--format", "json"]);
    assert_eq!(run.code, Some(0));
    assert_eq!(run.json()["notes"][0]["kind"], "empty");
}

#[test]
fn encodings() {
    let utf16 = |little: bool, bom: bool| -> Vec<u8> {
        let units = bom.then_some(0xfeff).into_iter().chain(SAID.encode_utf16());
        units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    };
    let legacy =
        b"\x93Caf\xe9s closed,\x94 said Zo\xeb Lee. The caf\xe9 \x96 a na\xefve idea \x96 was Zo\xeb\x92s.";
    let bom = [b"\xef\xbb\xbf", SAID.as_bytes()].concat();
    let files: [(&str, &[u8]); 6] = [
        ("le.txt", &utf16(true, true)),
        ("be.txt", &utf16(false, true)),
        ("le-plain.txt", &utf16(true, false)),
        ("be-plain.txt", &utf16(false, false)),
        ("legacy.txt", legacy),
        ("bom.txt", &bom),
    ];
    let folder = Folder::new(&files);
    for (name, _) in files {
        let run = folder.run(&["extract", name, "--format", "json", "--with-text"]);
        assert_eq!(run.code, Some(0), "{name}: {}", run.err);
        let source = run.json()["claims"][0]["sources"][0]["text"].clone();
        assert!(source == "Ann Lee" || source == "Zoë Lee", "{name}: {source}");
    }
}

#[test]
fn settings_files() {
    let folder = Folder::new(&[
        ("a.txt", SAID.as_bytes()),
        ("claimant.toml", b"[extract]\nformat = \"jsonl\"\n"),
        ("sub/a.txt", SAID.as_bytes()),
        ("bad.toml", b"[extract]\nformat = \n"),
        ("unknown.toml", b"[extract]\n\nfromat = \"json\"\n"),
        ("name.toml", b"[extractors]\nfigurs = false\n"),
    ]);
    let run = folder.run(&["extract", "sub/a.txt"]);
    assert!(run.out.starts_with("{\"schema\""), "found upwards: {}{}", run.out, run.err);
    assert!(folder.run(&["extract", "a.txt", "--format", "text"]).out.contains("Ann Lee"), "flags over file");
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/claimant.toml");
    assert_eq!(
        folder.run(&["extract", "a.txt", "--config", example]).code,
        Some(0),
        "the documented example is valid"
    );
    folder.run(&["extract", "a.txt", "--config", "bad.toml"]).fails(2, &["bad.toml", "2"]);
    folder.run(&["extract", "a.txt", "--config", "unknown.toml"]).fails(2, &["unknown.toml", "fromat", "3"]);
    folder.run(&["extract", "a.txt", "--config", "name.toml"]).fails(2, &["figurs", "figures"]);
}

#[test]
fn wrong_usage() {
    let folder = Folder::new(&[("a.txt", SAID.as_bytes())]);
    folder.run(&["extract", "a.txt", "--published", "27/12/2024"]).fails(2, &["27/12/2024", "YYYY-MM-DD"]);
    folder.run(&["extract", "a.txt", "--format", "xml"]).fails(2, &["xml", "jsonl"]);
    folder.run(&["extract", "a.txt", "--frmat", "json"]).fails(2, &["--frmat"]);
    folder.run(&["extract", "a.txt", "--disable", "nothing"]).fails(2, &["nothing"]);
}

#[test]
fn listings_and_help() {
    let folder = Folder::new(&[]);
    for (args, word) in [
        (&["--help"][..], "extract"),
        (&["extract", "--help"], "Examples"),
        (&["--version"], "claimant"),
        (&["extractors"], "figures"),
        (&["formats"], "jsonl"),
        (&["schema"], "claimant/1"),
        (&["completions", "bash"], "claimant"),
        (&["man"], ".TH"),
        (&["extractors", "--format", "markdown"], "# "),
    ] {
        let run = folder.run(args);
        assert_eq!(run.code, Some(0), "{args:?}: {}", run.err);
        assert!(run.out.contains(word), "{args:?}");
    }
}

#[test]
fn a_closed_pipe_is_no_fault() {
    let many = SEED.repeat(60);
    let folder = Folder::new(&[("a.txt", many.as_bytes())]);
    let mut child = folder
        .command(&["extract", "a.txt", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let run = Run::of(&child.wait_with_output().unwrap());
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}

#[test]
fn large_and_hostile_texts() {
    let line = "“One, said Ann Lee, ".repeat(20_000);
    let marks = "“".repeat(100_000);
    let long = SAID.repeat(600_000 / SAID.len());
    let folder = Folder::new(&[
        ("line.txt", line.as_bytes()),
        ("marks.txt", marks.as_bytes()),
        ("long.txt", long.as_bytes()),
    ]);
    for name in ["line.txt", "marks.txt"] {
        let run = folder.run(&["extract", name, "--format", "jsonl"]);
        assert_eq!(run.code, Some(0), "{name}: {}", run.err);
    }
    let run = folder.run(&["extract", "long.txt", "--format", "jsonl"]);
    assert_eq!(run.code, Some(0));
    assert_eq!(run.out.matches("\"cue\":").count(), long.lines().count(), "every line’s claim is there");
}

#[test]
fn the_analysis_is_conllu() {
    let text = "🦀 Ann Lee said it won’t last, adding that she’d leave.\n";
    let folder = Folder::new(&[("a.txt", text.as_bytes()), ("b.txt", SAID.as_bytes())]);
    let run = folder.run(&["analyse", "a.txt", "gone.txt", "b.txt"]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("gone.txt"), "{}", run.err);
    let documents: Vec<&str> = run.out.lines().filter(|line| line.starts_with("# newdoc")).collect();
    assert_eq!(documents, ["# newdoc id = a.txt", "# newdoc id = b.txt"]);
    let words: Vec<Vec<&str>> =
        run.out.lines().filter(|line| line.contains('\t')).map(|line| line.split('\t').collect()).collect();
    assert!(words.iter().all(|columns| columns.len() == 10), "{}", run.out);
    let ann = words.iter().find(|columns| columns[1] == "Ann").expect("the word is there");
    assert!(ann[9].contains("TokenRange=2:5"), "code points: {ann:?}");
    // A word of two parts has a line for the whole.
    assert!(words.iter().any(|columns| columns[0].contains('-') && columns[1] == "won’t"), "{}", run.out);
}

#[test]
fn other_languages_are_said_and_left_alone() {
    let german =
        "Das Ministerium sagte am Montag, mindestens vierzig Menschen seien bei dem Brand verletzt worden. ";
    let folder = Folder::new(&[("a.txt", german.repeat(5).as_bytes())]);
    let run = folder.run(&["extract", "a.txt", "--format", "json"]);
    assert_eq!(run.code, Some(0));
    assert!(run.out.contains("\"kind\": \"language\""), "{}", run.out);
    assert!(!run.out.contains("\"cue\""), "{}", run.out);
}

#[test]
fn offsets_are_code_points() {
    let text = "🦀👍🏽 “Ja e\u{301},” said Zoë Lee.\n";
    let folder = Folder::new(&[("a.txt", text.as_bytes())]);
    let json = folder.run(&["extract", "a.txt", "--format", "json"]).json();
    let points: Vec<char> = text.chars().collect();
    let content = &json["claims"][0]["content"];
    let at = |index: usize| usize::try_from(content["spans"][0][index].as_u64().unwrap()).unwrap();
    let slice: String = points[at(0)..at(1)].iter().collect();
    assert_eq!(content["text"], slice);
}
