//! Prints the figures and times of texts, in claims or not: `cargo xtask eval figures` scores them.
//!
//! JSON Lines in (`{"text": …}`), JSON Lines out: `{"figures": […], "times": […]}` for each. Regions are left to the text's form, as
//! everywhere, and offsets count bytes. Beside the noun phrase of a count stand its words with lemma and part of speech ("noun"), and,
//! where the count is taken from it ("one of the oldest parks in America"), those of the whole phrase ("whole").
#![allow(clippy::print_stdout, missing_docs, reason = "a program that prints")]

use std::ops::Range;

use claimant_core::{Claimant, Document, Figure, Spans};
use claimant_english::{Analyser, Analysis};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let claimant = Claimant::new();
    for line in std::io::stdin().lines() {
        let line: Value = serde_json::from_str(&line?)?;
        let document = Document::new(line["text"].as_str().unwrap_or_default());
        let words = |spans: &Option<Spans>| spans.as_ref().map(|spans| spans.text(&document.text));
        let (figures, times) = claimant.figures(&document);
        let analysis = Analyser::embedded().analyse(&document.text);
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
                    "noun": figure.of.as_ref().map(|of| listed(&document.text, &analysis, noun(&analysis, figure, of))),
                    "whole": figure.of.as_ref().and_then(|of| {
                        whole(&document.text, &analysis, figure, of)
                            .map(|whole| listed(&document.text, &analysis, whole))
                    }),
                    "event": words(&figure.event),
                    "event_is_noun": figure.event.as_ref().is_some_and(|event| {
                        document.text[event.end()..].starts_with(" of ")
                    }),
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

/// The tokens of what is counted, from the number on where it stands right behind: "eight [other employees]".
fn noun(analysis: &Analysis, figure: &Figure, of: &Spans) -> Range<usize> {
    let tokens = analysis.tokens_in(of.hull());
    let from = analysis.tokens_in(figure.spans.hull()).end;
    let between = from..tokens.start;
    if between.len() == 1 && analysis.lemma(from) == "other" { from..tokens.end } else { tokens }
}

/// The whole phrase of what a count is taken from, with possessors before and complements behind it, up to a comma or a clause with a
/// pronoun.
fn whole(text: &str, analysis: &Analysis, figure: &Figure, of: &Spans) -> Option<Range<usize>> {
    let noun = analysis.tokens_in(of.hull());
    let partitive = analysis.tokens_in(figure.spans.hull()).end;
    if figure.unit.is_some() || partitive >= noun.start || analysis.lemma(partitive) != "of" {
        return None;
    }
    let head = noun.end - 1;
    // "one of the 12 hostages", "one of Lee's sons": what is taken from a set that is given.
    let given = |at: usize| matches!(analysis.tokens[at].relation.as_str(), "det" | "nmod:poss");
    if !(partitive..head).any(given) {
        return None;
    }
    let mut end = noun.end;
    while end < analysis.tokens.len() {
        let token = &analysis.tokens[end];
        let word = token.span.of(text);
        let relation = token.relation.as_str();
        // Every token between must depend on the noun, through whatever others.
        let mut above = token.head;
        let depends = loop {
            match above {
                Some(at) if at as usize == head => break true,
                Some(at) => above = analysis.tokens[at as usize].head,
                None => break false,
            }
        };
        if !depends
            || matches!(word, "," | ";" | ":" | "." | "(" | ")" | "-" | "–" | "—" | "who" | "that" | "which")
            || matches!(
                relation,
                "acl:relcl" | "appos" | "parataxis" | "cc" | "nmod:unmarked" | "obl:unmarked"
            )
        {
            break;
        }
        end += 1;
    }
    Some(partitive + 1..end)
}

/// Words with lemma and part of speech; what is written without a blank is one ("coal-fired"), but for "'s".
fn listed(text: &str, analysis: &Analysis, tokens: Range<usize>) -> Vec<Value> {
    let mut words: Vec<(String, String, String)> = Vec::new();
    let mut end = None;
    for at in tokens {
        let token = &analysis.tokens[at];
        let (word, lemma) = (token.span.of(text), analysis.lemma(at));
        let tag = format!("{:?}", token.upos).to_uppercase();
        match words.last_mut() {
            Some(last) if end == Some(token.span.start()) && tag != "PART" => {
                *last = (format!("{}{word}", last.0), format!("{}{lemma}", last.0), tag);
            }
            _ => words.push((word.to_owned(), lemma.to_owned(), tag)),
        }
        end = Some(token.span.end());
    }
    words.into_iter().map(|word| json!(word)).collect()
}
