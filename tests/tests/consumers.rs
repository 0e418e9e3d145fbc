//! Each format, opened by what its readers use: `DuckDB`, pandas, Python's csv, rdflib and `PyLD`, html5lib, markdown-it,
//! GitHub's parser of Markdown.
//!
//! Needs a Python with `tests/consumers/requirements.txt` installed, at `target/consumers` as `.ci/run` puts it there, or
//! named by `CLAIMANT_CONSUMERS`. Without one, a test says "skipped"; in CI, it fails.

#![expect(clippy::print_stderr, reason = "who runs it learns what was skipped")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use claimant_core::{Article, Claimant, Document, Report, compare, wire};
use claimant_render::{Look, Reports, comparison_formats, formats};

/// Texts with all that breaks a careless format.
const TEXTS: [(&str, &str, &str); 4] = [
    (
        "bridge \"1\" & ü.txt",
        "2025-03-03",
        "Bridge <b>\"collapse\"</b> & fire in Lisbon 🔥\n\nAt least 12 people were killed in the fire in Lisbon, police \
         said. “It was like hell, 🦀 truly </script><script>alert(1)</script>,” said Zoë Àlvarez (Zoe\u{301}), a \
         resident.\n\nAnn Lee, the mayor, claimed that +5 was the answer. Lee denied that the bridge was closed.\n",
    ),
    (
        "paper.txt",
        "2025-03-04",
        "Rescuers said between 20 and 25 people were killed in the fire in Lisbon.\r\n\r\n“We will\trebuild,” said Rui \
         Costa, a minister, “and *soon* | [we](http://promise.example) `will` _pay_ & more.”\r\n\r\nPolice said that 19 people were \
         killed in the fire in Lisbon.\r\n",
    ),
    (
        "third.txt",
        "2025-03-05",
        "Up to 40 people were killed in the fire in Lisbon, the opposition said. The minister said that police had \
         confirmed that 21 people were killed in the fire in Lisbon.",
    ),
    (
        "links.txt",
        "2025-03-06",
        "Rui Costa (@rui_costa) said that the list at http://echo.example/a_b, on www.echo.example or example.com was {wrong} \
         ^twice^ and ~~late~~. “Write to ann@echo.example about #12 :smile:, and to @lee,” said Ann Lee, a lawyer.\n\nThe fire \
         service has not confirmed that 19 people\u{2028}were killed in\u{1c}the fire\u{85}in Lisbon. Police said that 19 people were \
         killed in the fire in Lisbon.\n",
    ),
];

fn python() -> Option<PathBuf> {
    let folder = std::env::var_os("CLAIMANT_CONSUMERS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/consumers"), PathBuf::from);
    let python = folder.join("bin/python");
    let found = Command::new(&python)
        .args(["-c", "import cmarkgfm, duckdb, html5lib, linkify_it, markdown_it, pandas, pyld, rdflib"])
        .output()
        .is_ok_and(|output| output.status.success());
    found.then_some(python)
}

/// Writes the files and has them opened.
fn open(name: &str) {
    let Some(python) = python() else {
        assert!(
            std::env::var_os("CI").is_none(),
            "needs a Python with tests/consumers/requirements.txt at target/consumers"
        );
        eprintln!("skipped: needs a Python with tests/consumers/requirements.txt at target/consumers");
        return;
    };
    static FILES: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(files);
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in &*FILES {
        std::fs::write(folder.path().join(name), bytes).expect("a file");
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("consumers/check.py");
    let output = Command::new(python).arg(script).arg(name).arg(folder.path()).output().expect("Python runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The texts in every format, and what they are compared with.
fn files() -> Vec<(String, Vec<u8>)> {
    let claimant = Claimant::new();
    let found: Vec<(Document, Report)> = TEXTS
        .iter()
        .map(|(path, date, text)| {
            let mut document =
                Document::new(*text).with_path(*path).with_published(date.parse().expect("a date"));
            if *path == "paper.txt" {
                document.url = Some("https://echo.example/paper".to_owned());
                document.outlet = Some("The Echo".to_owned());
                document.authors = vec!["Ann \"A.\" Lee".to_owned(), "Rui Costa".to_owned()];
            }
            let report = claimant.extract(&document);
            (document, report)
        })
        .collect();
    let options = wire::Options { with_text: true };
    let reports: Vec<wire::Report> =
        found.iter().map(|(document, report)| wire::Report::new(report, document, options)).collect();
    let mut files = vec![("reports.json".to_owned(), serde_json::to_vec(&reports).expect("JSON"))];
    let look = Look { several: true, ..Look::plain() };
    for format in formats() {
        let Reports::Stream(stream) = format.reports;
        let mut join = stream.join(&look);
        let mut file: Vec<u8> =
            reports.iter().flat_map(|report| join.take(stream.piece(report, &look))).collect();
        file.extend(join.end());
        files.push((format!("{}.{}", format.name, format.extension), file));
    }
    let articles: Vec<Article<'_>> =
        found.iter().map(|(document, report)| Article { document, report }).collect();
    let comparison = wire::Comparison::new(&compare(&articles), &articles, options);
    assert!(!comparison.threads.is_empty());
    files.push(("comparison.json".to_owned(), serde_json::to_vec(&comparison).expect("JSON")));
    for format in comparison_formats() {
        let name = format!("comparison-{}.{}", format.name, format.extension);
        files.push((name, (format.write)(&comparison, &look)));
    }
    files
}

macro_rules! consumers {
    ($($test:ident = $name:literal,)+) => {
        $(#[test]
        fn $test() {
            open($name);
        })+

        #[test]
        fn every_format_is_opened() {
            let opened = [$($name),+];
            for format in formats() {
                let family = format.name.strip_prefix("parquet-").map_or(format.name, |_| "parquet");
                // Text is for people, and JSON is what the others are compared with.
                let plain = matches!(format.name, "text" | "json" | "jsonl");
                assert!(plain || opened.contains(&family), "{}", format.name);
            }
            for format in comparison_formats() {
                let name = format!("comparison-{}", format.name);
                assert!(opened.contains(&name.as_str()), "{name}");
            }
        }
    };
}

consumers! {
    csv = "csv",
    csv_entities = "csv-entities",
    csv_relations = "csv-relations",
    parquet = "parquet",
    schema_org = "schema-org",
    web_annotation = "web-annotation",
    html = "html",
    comparison_text = "comparison-text",
    comparison_json = "comparison-json",
    comparison_jsonl = "comparison-jsonl",
    comparison_html = "comparison-html",
    comparison_markdown = "comparison-markdown",
    markdown = "markdown",
    brat = "brat",
    label_studio = "label-studio",
}
