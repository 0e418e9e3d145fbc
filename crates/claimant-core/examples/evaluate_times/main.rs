//! Scores time expressions on a corpus: `cargo xtask eval times` calls this.
//!
//! `evaluate_times [--errors] [--half even|odd] timeml|meantime FOLDER…`; `evaluate_times recognizers FOLDER`; `evaluate_times speed FILE`.
//! Documents are sorted by path within each folder given; the first one counts as even. `--errors` prints every difference.
#![allow(clippy::print_stdout, missing_docs, reason = "a program that prints")]

mod cat;
mod gold;
mod recognizers;
mod score;
mod speed;
mod timeml;

use std::path::{Path, PathBuf};

use gold::Half;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let errors = words.first() == Some(&"--errors");
    if errors {
        words.remove(0);
    }
    let half = match words[..] {
        ["--half", "even", ..] => Half::Even,
        ["--half", "odd", ..] => Half::Odd,
        _ => Half::Both,
    };
    if words.first() == Some(&"--half") {
        words.drain(..2);
    }
    match words[..] {
        ["timeml", ref folders @ ..] => score::score(&halves(half, folders, "tml")?, timeml::read, errors),
        ["meantime", ref folders @ ..] => score::score(&halves(half, folders, "xml")?, cat::read, errors),
        ["recognizers", path] => recognizers::score(path, errors),
        ["speed", path] => speed::measure(path),
        _ => Err("usage: evaluate_times [--errors] [--half even|odd] timeml|meantime|recognizers|speed PATH"
            .into()),
    }
}

/// That half of each folder's files.
fn halves(half: Half, folders: &[&str], extension: &str) -> std::io::Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    for folder in folders {
        all.extend(half.of(files(folder, extension)?));
    }
    Ok(all)
}

/// Every file with that extension in the folder and those below it, in order of path.
fn files(folder: impl AsRef<Path>, extension: &str) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path, extension)?);
        } else if path.extension().is_some_and(|one| one == extension) {
            found.push(path);
        }
    }
    found.sort_unstable();
    Ok(found)
}
