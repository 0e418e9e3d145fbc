//! Duckling's English corpus: numerals, money, distances, volumes, quantities, temperatures, ordinals.
//!
//! A text passes when its value (and unit, and bounds) is found, and nothing else of the kind. Out of scope: times and lengths of time, what
//! only its lenient mode finds ("latent"), regional variants (other locales), amounts of no named unit, and units that we have no code for.

use std::path::Path;

use serde::Deserialize;
use xshell::Shell;

use super::cases::{Case, Expected, score as pass};
use super::units;

#[derive(Deserialize)]
struct Line {
    dimension: String,
    locale: String,
    section: String,
    expected: Option<String>,
    text: String,
}

pub(super) fn score(shell: &Shell, folder: &Path) -> anyhow::Result<()> {
    let mut cases = Vec::new();
    let mut aside = 0;
    for line in shell.read_file(folder.join("duckling/en.jsonl"))?.lines() {
        let line: Line = serde_json::from_str(line)?;
        let kind = match line.dimension.as_str() {
            "Numeral" => "numeral",
            "AmountOfMoney" => "currency",
            "Ordinal" => "ordinal",
            "Distance" => "distance",
            "Volume" => "volume",
            "Quantity" => "quantity",
            "Temperature" => "temperature",
            _ => continue,
        };
        let expected = match &line.expected {
            None => Some(Vec::new()),
            Some(expected) => value(kind, expected).map(|value| vec![value]),
        };
        let plain = line.locale == "en" && !line.section.starts_with("latent");
        match expected.filter(|_| plain) {
            Some(expected) => cases.push(Case { kind, text: line.text, expected }),
            None => aside += 1,
        }
    }
    println!("Duckling, {} texts; {aside} more are out of scope", cases.len());
    pass(shell, &cases)
}

/// `simple Dollar 1000`, `between Kilometre (3, 5)`, `above Inch 5`, `NumeralValue (-504)`, `OrdinalData 3`.
fn value(kind: &str, expected: &str) -> Option<Expected> {
    let (form, rest) = expected.split_once(' ')?;
    let number = |text: &str| text.trim().trim_matches(['(', ')']).parse::<f64>().ok();
    if form == "NumeralValue" {
        return Some(Expected::one(number(rest)?, None));
    }
    if form == "OrdinalData" {
        return Some(Expected::one(number(rest)?, Some("ordinal")));
    }
    let (unit, rest) = rest.split_once(' ')?;
    let (code, scale) = units::ours(kind, unit)?;
    // Behind the value of a quantity stands what it is of.
    let rest = rest.split(" Nothing").next()?.split(" (Just").next()?;
    let (low, high) = match form {
        "simple" => (Some(number(rest)?), Some(number(rest)?)),
        "between" => {
            let (low, high) = rest.split_once(',')?;
            (Some(number(low)?), Some(number(high)?))
        }
        "above" => (Some(number(rest)?), None),
        "under" => (None, Some(number(rest)?)),
        _ => return None,
    };
    let scaled = |bound: Option<f64>| bound.map(|bound| bound * scale);
    Some(Expected { low: scaled(low), high: scaled(high), unit: Some(code.to_owned()) })
}
