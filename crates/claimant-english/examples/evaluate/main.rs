//! Scores the embedded analyser on a corpus: `cargo xtask eval` calls this.
//!
//! `evaluate trees FILE.conllu [GENRE]`, `evaluate uner FILE.iob2`, `evaluate names FILE.jsonl` (prepared by training/names.py),
//! `evaluate polnear FOLDER` (predictions as JSON Lines, for the scorer). With `--model FILE` before that, another model is scored.
#![allow(clippy::print_stdout, missing_docs, reason = "a program that prints")]

mod conllu;
mod names;
mod polnear;
mod trees;

use claimant_english::Analyser;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["--model", path, ref rest @ ..] => score(&Analyser::from_model(&std::fs::read(path)?)?, rest),
        ref rest => score(Analyser::embedded(), rest),
    }
}

fn score(analyser: &Analyser, words: &[&str]) -> Result<(), Box<dyn std::error::Error>> {
    match *words {
        ["trees", path] => trees::score(analyser, path, None),
        ["trees", path, genre] => trees::score(analyser, path, Some(genre)),
        ["uner", path] => names::uner(analyser, path),
        ["names", path] => names::json_lines(analyser, path),
        ["polnear", folder] => polnear::predict(analyser, folder),
        _ => Err("usage: evaluate [--model FILE] trees|uner|names|polnear PATH".into()),
    }
}

/// Precision, recall and F1 from counts, in per cent.
pub(crate) fn prf(right: usize, found: usize, gold: usize) -> String {
    let share = |a: usize, b: usize| if b == 0 { 0.0 } else { 100.0 * a as f64 / b as f64 };
    let (p, r) = (share(right, found), share(right, gold));
    let f = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
    format!("P {p:6.2}  R {r:6.2}  F1 {f:6.2}   {right} of {found} found, {gold} gold")
}
