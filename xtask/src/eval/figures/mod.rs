//! Figures on public data: `NewsQuant` (news sentences, by the rule of its own scorer) and the test cases of Recognizers-Text and
//! Duckling (short texts as people type them, the share that passes).

mod cases;
mod duckling;
mod newsquant;
mod recognizers;
mod units;

use std::path::Path;

use anyhow::Context;
use serde::Deserialize;
use serde_json::json;
use xshell::{Shell, cmd};

/// What the program finds in one text.
#[derive(Deserialize)]
pub(super) struct Found {
    pub figures: Vec<Figure>,
    pub times: Vec<Time>,
}

/// A figure as `crates/claimant-core/examples/figures.rs` prints it; offsets are bytes.
#[derive(Deserialize)]
pub(super) struct Figure {
    pub text: String,
    pub start: usize,
    pub end: usize,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub approx: String,
    pub of: Option<String>,
    /// The words of `of`.
    pub noun: Option<Vec<Word>>,
    /// The words of the whole phrase that a count is taken from: "one of [the oldest parks in America]".
    pub whole: Option<Vec<Word>>,
    pub event: Option<String>,
    pub event_start: Option<usize>,
    /// Whether the event stands before an "of": "an increase of 4%".
    pub event_is_noun: bool,
    pub about: Option<String>,
    pub unit: Option<String>,
}

impl Figure {
    /// The value where it is one: either bound.
    pub(super) fn value(&self) -> Option<f64> {
        self.low.or(self.high)
    }
}

/// A word with its lemma and universal part of speech.
#[derive(Deserialize)]
pub(super) struct Word(pub String, pub String, pub String);

#[derive(Deserialize)]
pub(super) struct Time {
    pub text: String,
    pub start: usize,
    #[serde(rename = "type")]
    pub kind: String,
}

pub(super) fn run(shell: &Shell, shared: &Path) -> anyhow::Result<()> {
    let folder = shared.join("data/quantity");
    newsquant::score(shell, &folder)?;
    recognizers::score(shell, &folder)?;
    duckling::score(shell, &folder)?;
    Ok(())
}

/// The figures of each text, in order.
fn figures(shell: &Shell, texts: &[&str]) -> anyhow::Result<Vec<Found>> {
    let mut lines = String::new();
    for text in texts {
        lines.push_str(&format!("{}\n", json!({"text": text})));
    }
    let found = cmd!(shell, "cargo run --quiet --release --package claimant-core --example figures")
        .quiet()
        .stdin(lines)
        .read()?;
    let found: Vec<Found> = found.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    anyhow::ensure!(found.len() == texts.len(), "{} answers to {} texts", found.len(), texts.len());
    Ok(found)
}

/// A JSON file.
fn read<T: serde::de::DeserializeOwned>(shell: &Shell, path: &Path) -> anyhow::Result<T> {
    serde_json::from_str(&shell.read_file(path)?).with_context(|| format!("reading {}", path.display()))
}

/// Values are equal to one in a hundred thousand, as in the corpus' own scorer.
fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-8 + 1e-5 * a.abs()
}
