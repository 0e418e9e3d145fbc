//! Words per second and core of the whole analysis, on a text: `cargo run --release -p claimant-english --example speed FILE`.
//!
//! Prints the time to read the model, the rate on every vector unit, and the share of the unit's measured peak that the matrix products reach.
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "it measures time and prints")]

use std::time::Instant;

use claimant_english::{Analyser, Unit};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: speed FILE")?;
    let text = std::fs::read_to_string(path)?;
    let words = text.split_whitespace().count();
    let begun = Instant::now();
    let analyser = Analyser::embedded();
    println!(
        "model read in {:.1} ms, {} products per token",
        begun.elapsed().as_secs_f64() * 1e3,
        analyser.products()
    );
    for unit in [Unit::Avx512, Unit::Avx2, Unit::Portable] {
        if unit.available() != unit {
            println!("{unit:?}: not here");
            continue;
        }
        let model = include_bytes!("../data/english.safetensors");
        let analyser = Analyser::from_model(model)?.on(unit);
        let mut best = f64::INFINITY;
        let mut tokens = 0;
        for _ in 0..3 {
            let begun = Instant::now();
            tokens = analyser.analyse(&text).tokens.len();
            best = best.min(begun.elapsed().as_secs_f64());
        }
        let products = (tokens * analyser.products()) as f64 / best;
        let rounds = 20_000_000;
        let begun = Instant::now();
        let peak = unit.peak(rounds).map(|products| products as f64 / begun.elapsed().as_secs_f64());
        let share = peak.map_or(String::new(), |peak| {
            format!(", {:.0} % of {:.0} billion products/s", 100.0 * products / peak, peak / 1e9)
        });
        println!("{unit:?}: {:.0} words/s, {:.0} tokens/s{share}", words as f64 / best, tokens as f64 / best);
    }
    Ok(())
}
