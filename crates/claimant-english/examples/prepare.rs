//! Texts to tokens and features, for training: `cargo run --release -p claimant-english --example prepare < in > out`.
//!
//! A line in: `{"id": …, "text": …}`, with `"tokens": [[start, end], …]` where a corpus has its own tokens. A line out:
//! `{"id", "starts", "ends", "features"}`; offsets count code points; a break between paragraphs is a token without length.

use std::io::{BufRead, Write};

use claimant_english::{BREAK, FEATURES, Features, Span, features, paragraphs, tokenize};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line: Value = serde_json::from_str(&line?)?;
        let text = line["text"].as_str().ok_or("no text")?;
        let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        bytes.push(text.len());
        let codes = |byte: usize| bytes.partition_point(|at| *at < byte);
        let given: Option<Vec<Span>> = line["tokens"].as_array().map(|tokens| {
            let at = |value: &Value| bytes[value.as_u64().map_or(0, |v| v as usize)];
            tokens.iter().map(|pair| Span::new(at(&pair[0]), at(&pair[1]))).collect()
        });
        let (mut starts, mut ends, mut flat) = (Vec::new(), Vec::new(), Vec::with_capacity(text.len()));
        let mut row = |start: usize, end: usize, row: Features| {
            starts.push(start);
            ends.push(end);
            flat.extend_from_slice(&row[..FEATURES]);
        };
        for paragraph in paragraphs(text) {
            let mut tokens = Vec::new();
            match &given {
                Some(given) => {
                    tokens.extend(given.iter().copied().filter(|token| paragraph.contains(*token)));
                }
                None => tokenize(text, paragraph, &mut tokens),
            }
            let mut rows = Vec::new();
            features(text, &tokens, &mut rows);
            for (token, features) in tokens.iter().zip(rows) {
                row(codes(token.start()), codes(token.end()), features);
            }
            let end = codes(paragraph.end());
            row(end, end, BREAK);
        }
        let line = json!({"id": line["id"], "starts": starts, "ends": ends, "features": flat});
        writeln!(out, "{line}")?;
    }
    Ok(())
}
