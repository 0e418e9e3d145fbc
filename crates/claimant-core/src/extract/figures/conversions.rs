//! An amount said twice: "more than 7.5 million crowns ($1.1 million)", "450 Nm (332 lb-ft) of torque", "C$6 (US$4.46) per share".
//!
//! What stands in the brackets is the same amount, so bound, change and holder are the first one's, and what follows the brackets
//! belongs to both.

use super::words::Words;
use super::{Quantity, counted, units};
use crate::Approx;

/// Hands bounds and what follows the brackets from one amount to the other.
pub(super) fn share(words: &Words<'_>, found: &mut [Quantity]) {
    for at in 1..found.len() {
        let (before, after) = found.split_at_mut(at);
        let (left, right) = (&mut before[at - 1], &mut after[0]);
        if !are_one(words, left, right) {
            continue;
        }
        bound(left, right);
        if right.event.is_none() {
            right.event.clone_from(&left.event);
        }
        let end = right.range.end + 1;
        if words.low(right.range.end) != ")" {
            continue;
        }
        if left.is_money()
            && right.is_money()
            && let Some((rate, _)) = units::rate(words, end, true)
        {
            for amount in [&mut *left, &mut *right] {
                amount.unit = amount.unit.take().map(|unit| unit + &rate);
            }
        } else if matches!(words.low(end), "of" | "in")
            && left.counted.of.is_none()
            && !words.is_time(end + 1)
        {
            let counted = match words.low(end) {
                "of" => counted::read(words, end, false, true),
                _ if words.is_capital(end + 1) => continue,
                _ => counted::read(words, end + 1, true, false),
            };
            left.counted.of.clone_from(&counted.of);
            right.counted.of = counted.of;
        }
    }
}

/// Whether the second amount stands in brackets behind the first and both have units.
pub(super) fn are_one(words: &Words<'_>, left: &Quantity, right: &Quantity) -> bool {
    let measured = |quantity: &Quantity| {
        quantity
            .unit
            .as_deref()
            .is_some_and(|unit| !matches!(unit, "1" | "%" | "ordinal") && !unit.starts_with('/'))
    };
    let end = left.counted.of.as_ref().map_or(0, |of| of.end).max(left.range.end);
    // "296 hp (224 kW / 300 PS)" says it three times.
    let again = words.before(left.range.start, 1) == "(";
    let opens =
        |at: usize| (words.low(at) == "(" || (again && words.low(at) == "/")) && right.range.start == at + 1;
    measured(left) && measured(right) && left.unit != right.unit && (opens(left.range.end) || opens(end))
}

/// Whether the second one stands in brackets behind what the first one counts: "four fillets (1 lb)".
pub(super) fn measures(words: &Words<'_>, left: &Quantity, right: &Quantity) -> bool {
    let behind = left
        .counted
        .of
        .as_ref()
        .is_some_and(|of| words.low(of.end) == "(" && right.range.start == of.end + 1);
    behind && left.unit.is_none() && right.unit.is_some() && words.low(right.range.end) == ")"
}

/// The bound of the first, unless the second has one of its own.
fn bound(left: &Quantity, right: &mut Quantity) {
    if right.approx != Approx::Exact {
        return;
    }
    let value = right.low.or(right.high);
    (right.low, right.high) = match left.approx {
        Approx::Over | Approx::AtLeast => (value, None),
        Approx::Under | Approx::AtMost => (None, value),
        Approx::About => (value, value),
        _ => return,
    };
    right.approx = left.approx;
}
