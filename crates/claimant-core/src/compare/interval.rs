//! The range that a reader takes a figure's words for.

use crate::extract::figures::bases;
use crate::{Approx, Figure};

/// How far "nearly", "about" and "just over" reach, as a share of the number: what readers of hedged numbers accept (Ferson et al. 2015,
/// "Natural language of uncertainty", find a tenth for "about").
const HEDGED: f64 = 0.1;
/// How far a round number may be from what was counted, at most.
const ROUND: f64 = 0.05;

/// Low, high and unit, in the base of its dimension, of a figure, which may be a `change`, on a scale on which others can be set beside it; nothing where its words bound nothing.
pub(super) fn read(figure: &Figure, change: bool, text: &str) -> Option<(f64, f64, String)> {
    let (low, high) = (figure.low, figure.high);
    let words = figure.spans.text(text).to_lowercase();
    let (low, high) = match figure.approx {
        Approx::Under if is_close(&words) => {
            let high = high?;
            (high - high.abs() * HEDGED, high + slack(high))
        }
        Approx::Over if is_close(&words) => {
            let low = low?;
            (low - slack(low), low + low.abs() * HEDGED)
        }
        Approx::About => {
            let (low, high) = (low.or(high)?, high.or(low)?);
            (low - low.abs() * HEDGED, high + high.abs() * HEDGED)
        }
        Approx::Exact => {
            let (low, high) = (low.or(high)?, high.or(low)?);
            (low - slack(low), high + slack(high))
        }
        Approx::Between => (low? - slack(low?), high? + slack(high?)),
        Approx::Under | Approx::AtMost => (f64::NEG_INFINITY, high? + slack(high?)),
        Approx::Over | Approx::AtLeast => (low? - slack(low?), f64::INFINITY),
    };
    let unit = figure.unit.as_deref().unwrap_or_default();
    // Shares keep their sign: a fraction and a per cent are seldom of the same whole.
    match bases::in_base(unit).filter(|_| !matches!(unit, "%" | "1" | "")) {
        Some(base) if change => Some((low * base.factor, high * base.factor, base.base.into_owned())),
        Some(base) => Some((base.value(low), base.value(high), base.base.into_owned())),
        None => Some((low, high, unit.to_owned())),
    }
}

/// "Nearly 3,000" is close to 3,000; "fewer than 3,000" may be far from it.
fn is_close(words: &str) -> bool {
    [
        "nearly",
        "almost",
        "close to",
        "just ",
        "slightly",
        "a little",
        "shy of",
        "not quite",
        "approaching",
        "nearing",
    ]
    .iter()
    .any(|hedge| words.contains(hedge))
}

/// What rounding may have taken from or added to a number: half of its last digit that is not zero, in numbers of three digits and more.
fn slack(number: f64) -> f64 {
    let size = number.abs();
    if size < 100.0 || size.fract() != 0.0 {
        return if size.fract() == 0.0 { 0.0 } else { decimals(size) };
    }
    let mut unit = 1.0;
    while unit < size && (size / (unit * 10.0)).fract() == 0.0 {
        unit *= 10.0;
    }
    if unit < 10.0 { 0.0 } else { (unit / 2.0).min(size * ROUND) }
}

/// Half of the last decimal place that is written.
fn decimals(size: f64) -> f64 {
    let mut unit = 0.1;
    while unit > 1e-6 && ((size / unit) - (size / unit).round()).abs() > 1e-6 {
        unit /= 10.0;
    }
    unit / 2.0
}

/// Whether two ranges share a value.
pub(super) fn meet(a: (f64, f64), b: (f64, f64)) -> bool {
    a.0 <= b.1 && b.0 <= a.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_leaves_room() {
        assert_eq!(slack(12.0), 0.0);
        assert_eq!(slack(117.0), 0.0);
        assert_eq!(slack(1100.0), 50.0);
        assert_eq!(slack(3000.0), 150.0);
        assert!((slack(3.2) - 0.05).abs() < 1e-9);
    }

    #[test]
    fn ranges_that_share_a_value() {
        assert!(meet((1.0, 2.0), (2.0, 3.0)));
        assert!(!meet((1.0, 1.0), (2.0, f64::INFINITY)));
    }
}
