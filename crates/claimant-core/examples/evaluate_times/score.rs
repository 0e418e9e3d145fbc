//! TempEval-3's scores for times (`UzZaman` et al. 2013, section 4.1).
//!
//! Strict: the same characters. Relaxed: at least one character in common, one to one, in text order. Type and value:
//! of the times that match relaxedly, those with the right attribute, over all that were found (precision) and over
//! all that are owed (recall); values are compared as they are written.

use std::path::PathBuf;

use claimant_core::{Document, Time, times_for_measuring};

use crate::gold::{Gold, GoldTime};

#[derive(Default)]
struct Counts {
    gold: usize,
    found: usize,
    strict: usize,
    relaxed: usize,
    kind: usize,
    value: usize,
}

pub(crate) fn score(
    paths: &[PathBuf],
    read: impl Fn(&str) -> Option<Gold>,
    errors: bool,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut counts = Counts::default();
    for path in paths {
        let xml = std::fs::read_to_string(path)?;
        let gold = read(&xml).ok_or_else(|| format!("cannot read {}", path.display()))?;
        let mut document = Document::new(gold.text.as_str());
        if let Some(date) = gold.published {
            document = document.with_published(date);
        }
        let mut found = times_for_measuring(&document, 1, || ());
        found.retain(|time| {
            let hull = time.spans.hull();
            gold.annotated.contains(hull) && !gold.ignored.iter().any(|span| span.overlaps(hull))
        });
        counts.add(&gold, &found, errors);
    }
    println!("  {} documents", paths.len());
    for (name, right) in [
        ("strict", counts.strict),
        ("relaxed", counts.relaxed),
        ("type", counts.kind),
        ("value", counts.value),
    ] {
        println!("  {name:8} {}", prf(right, counts.found, counts.gold));
    }
    let share = |right: usize| 100.0 * right as f64 / counts.relaxed.max(1) as f64;
    println!(
        "  of the matched: type right {:.1} %, value right {:.1} %",
        share(counts.kind),
        share(counts.value)
    );
    Ok(())
}

impl Counts {
    fn add(&mut self, gold: &Gold, found: &[Time], errors: bool) {
        self.gold += gold.times.len();
        self.found += found.len();
        let text = &gold.text;
        let report = |what: &str, one: Option<&GoldTime>, time: Option<&Time>| {
            if errors {
                let owed = one.map(|one| format!("{:?} {} {}", one.span.of(text), one.kind, one.value));
                let got = time.map(|time| {
                    let value = time.value.as_ref().map_or("?", |value| value.as_str());
                    format!("{:?} {} {value}", time.spans.text(text), time.kind)
                });
                let at = one.map(|one| one.span).or(time.map(|time| time.spans.hull()));
                let around = at.map_or(String::new(), |at| context(text, at.start(), at.end()));
                let date = gold.published.map(|date| date.to_string()).unwrap_or_default();
                println!(
                    "{what}\t{}\t{}\t{date}\t{around}",
                    owed.unwrap_or_default(),
                    got.unwrap_or_default()
                );
            }
        };
        let (mut i, mut j) = (0, 0);
        while i < gold.times.len() || j < found.len() {
            let (one, time) = (gold.times.get(i), found.get(j));
            let (Some(own), Some(got)) = (one, time) else {
                report(if one.is_some() { "MISSED" } else { "EXTRA" }, one, time);
                i += usize::from(one.is_some());
                j += usize::from(time.is_some());
                continue;
            };
            let hull = got.spans.hull();
            if !own.span.overlaps(hull) {
                if own.span.start() < hull.start() {
                    report("MISSED", one, None);
                    i += 1;
                } else {
                    report("EXTRA", None, time);
                    j += 1;
                }
                continue;
            }
            let strict = own.span == hull;
            let kind = own.kind == got.kind.to_string();
            let value = got.value.as_ref().is_some_and(|value| value.as_str() == own.value);
            self.strict += usize::from(strict);
            self.relaxed += 1;
            self.kind += usize::from(kind);
            self.value += usize::from(value);
            if !strict {
                report("SPAN", one, time);
            }
            if !value {
                report("VALUE", one, time);
            } else if !kind {
                report("TYPE", one, time);
            }
            i += 1;
            j += 1;
        }
    }
}

/// Some words on both sides.
fn context(text: &str, start: usize, end: usize) -> String {
    let mut from = start.saturating_sub(60);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut to = (end + 40).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    format!("{}[{}]{}", &text[from..start], &text[start..end], &text[end..to]).replace(['\n', '\t'], " ")
}

/// Precision, recall and F1 from counts, in per cent.
pub(crate) fn prf(right: usize, found: usize, gold: usize) -> String {
    let share = |a: usize, b: usize| if b == 0 { 0.0 } else { 100.0 * a as f64 / b as f64 };
    let (p, r) = (share(right, found), share(right, gold));
    let f = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
    format!("P {p:6.2}  R {r:6.2}  F1 {f:6.2}   {right} of {found} found, {gold} gold")
}
