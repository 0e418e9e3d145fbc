//! Recognizers-Text's specifications of its English models: numbers, ranges, percentages, currencies, dimensions, temperatures, ages.
//!
//! A case passes when the values (and units) of its results are found, and no other of the kind. Out of scope: results without a value ("a
//! percent"), powers ("1e10"), and units that we have no code for.

use std::path::Path;

use serde::Deserialize;
use xshell::Shell;

use super::cases::{Case, Expected, score as pass};
use super::units;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Spec {
    input: String,
    results: Vec<Answer>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Answer {
    resolution: Resolution,
}

#[derive(Deserialize)]
struct Resolution {
    #[serde(default)]
    value: Option<String>,
    #[serde(default)]
    unit: Option<String>,
    #[serde(default)]
    subtype: Option<String>,
}

pub(super) fn score(shell: &Shell, folder: &Path) -> anyhow::Result<()> {
    let mut cases = Vec::new();
    let mut aside = 0;
    for (file, kind) in [
        ("Number/English/NumberModel", "number"),
        ("Number/English/NumberRangeModel", "range"),
        ("Number/English/PercentModel", "percentage"),
        ("NumberWithUnit/English/CurrencyModel", "currency"),
        ("NumberWithUnit/English/DimensionModel", "dimension"),
        ("NumberWithUnit/English/TemperatureModel", "temperature"),
        ("NumberWithUnit/English/AgeModel", "age"),
    ] {
        let specs: Vec<Spec> =
            super::read(shell, &folder.join("recognizers").join(file).with_extension("json"))?;
        for spec in specs {
            let expected: Option<Vec<Expected>> =
                spec.results.iter().map(|answer| expected(kind, &answer.resolution)).collect();
            match expected {
                Some(expected) => cases.push(Case { kind, text: spec.input, expected }),
                None => aside += 1,
            }
        }
    }
    println!("Recognizers-Text, {} cases; {aside} more are out of scope", cases.len());
    pass(shell, &cases)
}

fn expected(kind: &str, resolution: &Resolution) -> Option<Expected> {
    let value = resolution.value.as_deref()?;
    match kind {
        "number" if resolution.subtype.as_deref() == Some("power") => None,
        "number" => Some(Expected::one(value.parse().ok()?, None)),
        "range" => {
            // "[200,300)": whether an end is counted in is not ours to say.
            let (low, high) = value.get(1..value.len() - 1)?.split_once(',')?;
            Some(Expected { low: low.parse().ok(), high: high.parse().ok(), unit: None })
        }
        "percentage" => Some(Expected::one(value.trim_end_matches('%').parse().ok()?, Some("%"))),
        _ => {
            let (code, scale) = units::ours(kind, resolution.unit.as_deref()?)?;
            Some(Expected::one(value.parse::<f64>().ok()? * scale, Some(code)))
        }
    }
}
