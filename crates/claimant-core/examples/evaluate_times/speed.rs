//! Words per second of the extractor of times alone, everything before it being done: the best of some runs.

use std::time::Instant;

use claimant_core::{Document, times_for_measuring};

const RUNS: usize = 20;

#[expect(clippy::disallowed_methods, reason = "measuring time is what this is for")]
pub(crate) fn measure(path: &str) -> Result<(), Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(path)?;
    let words = text.split_whitespace().count();
    let document = Document::new(text).with_published("2024-12-27".parse()?);
    let mut ticks: Vec<Instant> = Vec::new();
    let found = times_for_measuring(&document, RUNS, || ticks.push(Instant::now())).len();
    let runs = ticks.windows(2).map(|pair| (pair[1] - pair[0]).as_secs_f64());
    let best = runs.min_by(f64::total_cmp).unwrap_or(f64::INFINITY);
    println!("  {words} words, {found} times: {:.0} words per second", words as f64 / best);
    Ok(())
}
