//! What coreference decides in documents, as JSON Lines for the scorers and for training: `coreference < DOCUMENTS`.
//!
//! Reads JSON Lines `{"id", "text"}`; prints for each `{"id", "chains", "pronouns"}` with offsets in Unicode code points. With `--features`
//! the candidates of every pronoun go with it; `--weights FILE` reads another network than the program's.
#![allow(clippy::print_stdout, reason = "it prints")]

use std::io::{BufRead, Write};

use claimant_core::trace::{Coreference, INPUTS, Weights, coreference};
use claimant_core::{Claimant, Document, Span};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let with_features = std::env::args().any(|argument| argument == "--features");
    let file = std::env::args().skip_while(|argument| argument != "--weights").nth(1);
    let weights = match file {
        Some(path) => Some(Weights::parse(&std::fs::read_to_string(path)?).ok_or("these are no weights")?),
        None => None,
    };
    let claimant = Claimant::new();
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let given: Value = serde_json::from_str(&line?)?;
        let text = given["text"].as_str().ok_or("a document without text")?;
        let found = coreference(&claimant, &Document::new(text), weights.as_ref());
        writeln!(out, "{}", printed(&given["id"], text, &found, with_features))?;
    }
    Ok(())
}

fn printed(id: &Value, text: &str, found: &Coreference, with_features: bool) -> Value {
    let mut points = vec![0u32; text.len() + 1];
    let mut count = 0;
    for (at, _) in text.char_indices() {
        points[at] = count;
        count += 1;
    }
    points[text.len()] = count;
    let span = |span: &Span| json!([points[span.start()], points[span.end()]]);
    let chains: Vec<Value> = found
        .chains
        .iter()
        .map(|chain| {
            chain
                .iter()
                .map(|mention| json!({"span": span(&mention.span), "head": span(&mention.head), "name": mention.name.as_ref().map(span)}))
                .collect()
        })
        .collect();
    let pronouns: Vec<Value> = found
        .pronouns
        .iter()
        .filter(|_| with_features)
        .map(|pronoun| {
            let candidates: Vec<Value> = pronoun
                .candidates
                .iter()
                .map(|(heads, on)| json!({"heads": heads.iter().map(span).collect::<Vec<_>>(), "on": on}))
                .collect();
            json!({"span": span(&pronoun.span), "nobody": pronoun.nobody, "candidates": candidates, "chosen": pronoun.chosen, "margin": pronoun.margin, "sure": pronoun.sure, "speaks": pronoun.speaks})
        })
        .collect();
    json!({"id": id, "chains": chains, "pronouns": pronouns, "inputs": INPUTS})
}
