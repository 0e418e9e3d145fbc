//! Words per second of the extractor of times alone, everything before it being done.

use std::time::Instant;

use claimant_core::{Document, times_for_measuring};

const RUNS: usize = 20;

#[expect(clippy::disallowed_methods, reason = "measuring time is what this is for")]
pub(crate) fn measure(path: &str) -> Result<(), Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(path)?;
    let words = text.split_whitespace().count();
    let document = Document::new(text).with_published("2024-12-27".parse()?);
    let seconds = |runs: usize| {
        let once = || {
            let start = Instant::now();
            let found = times_for_measuring(&document, runs).len();
            (start.elapsed().as_secs_f64(), found)
        };
        (0..3).map(|_| once()).min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or_default()
    };
    let (without, _) = seconds(1);
    let (with, found) = seconds(1 + RUNS);
    let each = (with - without) / RUNS as f64;
    println!("  {words} words, {found} times: {:.0} words per second", words as f64 / each);
    Ok(())
}
