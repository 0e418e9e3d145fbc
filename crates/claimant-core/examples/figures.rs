//! Prints the figures and times of texts, in claims or not: `cargo xtask eval figures` scores them.
//!
//! JSON Lines in (`{"text": …}`), JSON Lines out: `{"figures": […], "times": […]}` for each. Regions are left to the text's form, as
//! everywhere, and offsets count bytes.
#![allow(clippy::print_stdout, missing_docs, reason = "a program that prints")]

use claimant_core::{Claimant, Document, Spans};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let claimant = Claimant::new();
    for line in std::io::stdin().lines() {
        let line: Value = serde_json::from_str(&line?)?;
        let document = Document::new(line["text"].as_str().unwrap_or_default());
        let words = |spans: &Option<Spans>| spans.as_ref().map(|spans| spans.text(&document.text));
        let (figures, times) = claimant.figures(&document);
        let figures: Vec<Value> = figures
            .iter()
            .map(|figure| {
                json!({
                    "text": figure.spans.text(&document.text),
                    "start": figure.spans.start(),
                    "end": figure.spans.end(),
                    "low": figure.low,
                    "high": figure.high,
                    "approx": figure.approx.to_string(),
                    "of": words(&figure.of),
                    "event": words(&figure.event),
                    "event_start": figure.event.as_ref().map(Spans::start),
                    "about": words(&figure.about),
                    "part_of": words(&figure.part_of),
                    "unit": figure.unit,
                })
            })
            .collect();
        let times: Vec<Value> = times
            .iter()
            .map(|time| {
                json!({
                    "text": time.spans.text(&document.text),
                    "start": time.spans.start(),
                    "end": time.spans.end(),
                    "type": time.kind.to_string(),
                })
            })
            .collect();
        println!("{}", json!({"figures": figures, "times": times}));
    }
    Ok(())
}
