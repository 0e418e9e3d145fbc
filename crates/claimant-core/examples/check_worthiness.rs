//! Sentences to what the check-worthiness model sees, for training, and to its scores, for measuring:
//! `cargo run --release -p claimant-core --example check_worthiness -- features|scores < sentences > lines`.
//!
//! A line in is a sentence; a line out is the numbers of its features, or its score.

use std::io::{BufRead, Write};

use claimant_core::check_worthiness;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let scores = std::env::args().nth(1).is_some_and(|what| what == "scores");
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for sentence in std::io::stdin().lock().lines() {
        let sentence = sentence?;
        if scores {
            writeln!(out, "{:.2}", check_worthiness::score(&sentence))?;
        } else {
            let features = check_worthiness::features(&sentence);
            writeln!(out, "{}", features.iter().map(u16::to_string).collect::<Vec<_>>().join(" "))?;
        }
    }
    Ok(())
}
