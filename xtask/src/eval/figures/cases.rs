//! Test cases of other extractors: a text and the values that must be found in it, no more and no fewer.

use std::collections::BTreeMap;

use xshell::Shell;

use super::{Figure, close};

/// A text with what is to be found.
pub(super) struct Case {
    /// "currency", "range", …
    pub kind: &'static str,
    pub text: String,
    /// Empty where nothing must be found.
    pub expected: Vec<Expected>,
}

/// A value in our terms.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Expected {
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// A UCUM or ISO 4217 code; none where the kind does not ask for units.
    pub unit: Option<String>,
}

impl Expected {
    pub(super) fn one(value: f64, unit: Option<&str>) -> Expected {
        Expected { low: Some(value), high: Some(value), unit: unit.map(str::to_owned) }
    }

    /// Whether the figure has these bounds, and this unit where one is asked for. A plain value is right with either bound, as the
    /// cases do not count "about" and "nearly" in.
    fn is(&self, figure: &Figure) -> bool {
        let same = |a: Option<f64>, b: Option<f64>| match (a, b) {
            (Some(a), Some(b)) => close(a, b),
            (a, b) => a.is_none() && b.is_none(),
        };
        let value = match (self.low, self.high) {
            (Some(low), Some(high)) if low.to_bits() == high.to_bits() => {
                figure.approx != "between" && figure.value().is_some_and(|value| close(low, value))
            }
            (low, high) => same(low, figure.low) && same(high, figure.high),
        };
        value && self.unit.as_ref().is_none_or(|unit| unit_of(figure) == Some(unit))
    }
}

/// The unit without what it is for: the cases do not read "a share" and "per day".
fn unit_of(figure: &Figure) -> Option<&str> {
    figure.unit.as_deref().map(|unit| unit.split_once("/{").map_or(unit, |(unit, _)| unit))
}

/// Whether a figure is of the kind that a case is about; others are left aside.
fn is_of(kind: &str, figure: &Figure) -> bool {
    let unit = figure.unit.as_deref();
    let money = |unit: &str| unit.len() >= 3 && unit.as_bytes()[..3].iter().all(u8::is_ascii_uppercase);
    let time = |unit: &str| matches!(unit, "ms" | "s" | "min" | "h" | "d" | "wk" | "mo" | "a");
    match kind {
        "number" | "numeral" => unit != Some("ordinal"),
        "age" => unit.is_some_and(time),
        "range" => figure.approx != "exact" && figure.approx != "about",
        "ordinal" => unit == Some("ordinal"),
        "percentage" => unit == Some("%"),
        "currency" => unit.is_some_and(money),
        _ => unit.is_some_and(|unit| !money(unit) && !time(unit) && !matches!(unit, "%" | "1" | "ordinal")),
    }
}

/// Duckling gives every mass in grams.
fn in_grams(mut figure: Figure) -> Figure {
    let scale = match figure.unit.as_deref() {
        Some("kg") => 1e3,
        Some("mg") => 1e-3,
        _ => return figure,
    };
    figure.low = figure.low.map(|low| low * scale);
    figure.high = figure.high.map(|high| high * scale);
    figure.unit = Some("g".to_owned());
    figure
}

/// Prints the share of cases that pass, by kind.
pub(super) fn score(shell: &Shell, cases: &[Case]) -> anyhow::Result<()> {
    let texts: Vec<&str> = cases.iter().map(|case| case.text.as_str()).collect();
    let mut tally: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (case, found) in cases.iter().zip(super::figures(shell, &texts)?) {
        let grams = case.expected.iter().any(|expected| expected.unit.as_deref() == Some("g"));
        let found: Vec<Figure> =
            found.figures.into_iter().map(|figure| if grams { in_grams(figure) } else { figure }).collect();
        let mut figures: Vec<&Figure> = found.iter().filter(|figure| is_of(case.kind, figure)).collect();
        let all = case.expected.iter().all(|expected| {
            let at = figures.iter().position(|figure| expected.is(figure));
            at.map(|at| figures.remove(at)).is_some()
        });
        let (passed, cases) = tally.entry(case.kind).or_default();
        *cases += 1;
        *passed += usize::from(all && figures.is_empty());
    }
    for (kind, (passed, cases)) in tally {
        println!(
            "  {kind:<12} {passed:>4} of {cases:>4} pass: {:5.1}%",
            100.0 * passed as f64 / cases as f64
        );
    }
    Ok(())
}
