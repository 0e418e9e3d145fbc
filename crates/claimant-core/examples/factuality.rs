//! Factuality on the corpora that have it: `cargo xtask eval factuality` and `training/factuality.py` call this.
//!
//! `factuality features FILE.jsonl` prints for every target its label, its word, an empty column, and its features, tab by tab.
//! `factuality score FILE.jsonl…` prints Pearson's r and the mean absolute error of the regression and of the rules.
//! `factuality negation FILE.txt` scores negated events on *SEM 2012: see `negation`.
//! Tokens are the corpora's own; of a target of several tokens the one counts on which the others depend.
#![allow(clippy::print_stdout, missing_docs, reason = "a program that prints")]

use claimant_core::{Span, measure};
use claimant_english::{Analyser, Analysis};
use serde_json::Value;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        Some((what, paths)) if what == "features" => paths.iter().try_for_each(|path| features(path)),
        Some((what, paths)) if what == "score" => paths.iter().try_for_each(|path| score(path)),
        Some((what, paths)) if what == "negation" => paths.iter().try_for_each(|path| negation(path)),
        _ => Err("usage: factuality features|score|negation PATH…".into()),
    }
}

/// Calls `each` with the label and the reading of every target.
fn targets(path: &str, mut each: impl FnMut(f64, &str, measure::Measured)) -> Result<()> {
    for line in std::fs::read_to_string(path)?.lines() {
        let item: Value = serde_json::from_str(line)?;
        let text = item["text"].as_str().ok_or("no text")?;
        let analysis = analyse(text);
        for target in item["targets"].as_array().ok_or("no targets")? {
            let number = |at: usize| target["span1"][at].as_u64().map(|number| number as usize);
            let (Some(from), Some(to), Some(label)) = (number(0), number(1), target["label"].as_f64()) else {
                continue;
            };
            let inside = from..to.min(analysis.tokens.len());
            let free =
                |at: &usize| analysis.tokens[*at].head.is_none_or(|head| !inside.contains(&(head as usize)));
            let Some(predicate) = inside.clone().find(free) else { continue };
            let word = analysis.tokens[predicate].span.of(text);
            each(label, word, measure::factuality(&analysis, text, predicate));
        }
    }
    Ok(())
}

/// The analysis of a sentence whose tokens are parted by blanks.
fn analyse(text: &str) -> Analysis {
    let mut spans = Vec::new();
    let mut start = 0;
    for word in text.split(' ') {
        if !word.is_empty() {
            spans.push(Span::new(start, start + word.len()));
        }
        start += word.len() + 1;
    }
    Analyser::embedded().analyse_tokens(text, std::iter::once(spans))
}

fn features(path: &str) -> Result<()> {
    targets(path, |label, word, measured| println!("{label}\t{word}\t\t{}", measured.features.join("\t")))
}

fn score(path: &str) -> Result<()> {
    let mut rows: Vec<(f64, f64, f64)> = Vec::new();
    targets(path, |label, _, measured| {
        rows.push((label, f64::from(measured.value), f64::from(measured.by_rule)));
    })?;
    let column = |of: fn(&(f64, f64, f64)) -> f64| rows.iter().map(of).collect::<Vec<f64>>();
    let gold = column(|row| row.0);
    let line = |found: &[f64]| {
        let error: f64 =
            gold.iter().zip(found).map(|(a, b)| (a - b).abs()).sum::<f64>() / gold.len().max(1) as f64;
        format!("r {:.3}  MAE {error:.3}", pearson(&gold, found))
    };
    println!("{path}: {} predicates", rows.len());
    println!("  regression  {}", line(&column(|row| row.1)));
    println!("  rules alone {}", line(&column(|row| row.2)));
    Ok(())
}

fn pearson(a: &[f64], b: &[f64]) -> f64 {
    let mean = |of: &[f64]| of.iter().sum::<f64>() / of.len().max(1) as f64;
    let (mean_a, mean_b) = (mean(a), mean(b));
    let sum = |f: &dyn Fn(f64, f64) -> f64| -> f64 {
        a.iter().zip(b).map(|(a, b)| f(a - mean_a, b - mean_b)).sum()
    };
    sum(&|a, b| a * b) / (sum(&|a, _| a * a) * sum(&|_, b| b * b)).sqrt()
}

/// Negated events on *SEM 2012 (Conan Doyle), clause by clause. Gold: of each negation whose cue is a word of its own (affixes as in
/// "unhappy" are left out), the token of the event on which its others depend. Found: every predicate that its own clause negates, outside
/// of questions, conditions and commands, in which the corpus annotates no event. Right: the event is the predicate, or the noun that
/// makes its clause negative ("had no means": the corpus has now the one, now the other).
fn negation(path: &str) -> Result<()> {
    let (mut right, mut found, mut gold) = (0, 0, 0);
    for sentence in
        std::fs::read_to_string(path)?.split("\n\n").filter(|sentence| !sentence.trim().is_empty())
    {
        let rows: Vec<Vec<&str>> = sentence.lines().map(|line| line.split('\t').collect()).collect();
        let words: Vec<&str> = rows.iter().map(|row| row.get(3).copied().unwrap_or("_")).collect();
        let text = words.join(" ");
        let analysis = analyse(&text);
        let cell = |at: usize, column: usize| rows[at].get(column).copied().unwrap_or("_");
        let mut events: Vec<usize> = Vec::new();
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        for event in (9..columns).step_by(3) {
            if (0..rows.len()).any(|at| cell(at, event - 2) != "_" && cell(at, event - 2) != words[at]) {
                continue;
            }
            let tokens: Vec<usize> = (0..rows.len()).filter(|at| cell(*at, event) != "_").collect();
            let outside = |at: &&usize| {
                analysis.tokens[**at].head.is_none_or(|head| !tokens.contains(&(head as usize)))
            };
            events.extend(tokens.iter().find(outside));
        }
        gold += events.len();
        for at in 0..analysis.tokens.len() {
            if measure::is_negated(&analysis, &text, at) {
                found += 1;
                let head = |event: usize| analysis.tokens[event].head.map(|head| head as usize);
                let argument = |event: usize| {
                    matches!(analysis.tokens[event].relation.universal(), "nsubj" | "obj")
                        && head(event) == Some(at)
                };
                right += usize::from(events.iter().any(|event| *event == at || argument(*event)));
            }
        }
    }
    let share = |of: usize| 100.0 * right as f64 / of.max(1) as f64;
    let (p, r) = (share(found), share(gold));
    let f = if right == 0 { 0.0 } else { 2.0 * p * r / (p + r) };
    println!(
        "{path}: negated events P {p:.1}  R {r:.1}  F1 {f:.1}   ({right} right of {found} found, {gold} gold)"
    );
    Ok(())
}
