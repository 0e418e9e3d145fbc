//! Nouns, events and units that the members of a list share.

use super::words::Words;
use super::{Quantity, event};

/// Hands nouns and events on through lists: "12 men and 13 women were killed", "500 people were killed and
/// 1,200 injured", "killed 12 soldiers and 13 civilians".
pub(super) fn share(words: &Words<'_>, found: &mut [Quantity]) {
    for at in 1..found.len() {
        let (before, after) = found.split_at_mut(at);
        let (left, right) = (&mut before[at - 1], &mut after[0]);
        // "3 of the 12 hostages were freed": it befell the three.
        if left.unit.is_none()
            && left.counted.of.is_none()
            && words.has(left.range.end, "of the")
            && left.range.end + 2 == right.range.start
        {
            left.counted.of.clone_from(&right.counted.of);
            if left.event.is_none() {
                left.event = right.event.take();
            }
        }
        // "from 13.5 to 14.0 mm": a change shares its unit.
        if left.unit.is_none()
            && left.counted.of.is_none()
            && left.event.is_none()
            && right.unit.is_some_and(|unit| unit != "1")
            && words.before(left.range.start, 1) == "from"
            && words.low(left.range.end) == "to"
            && left.range.end + 1 == right.range.start
            // Cents and magnitudes would have to be handed on too.
            && words.is_number(right.range.start)
            && right.range.len() <= 3
        {
            left.unit = right.unit;
        }
    }
    // Backwards: what stands behind the last of a list belongs to all of it.
    for at in (1..found.len()).rev() {
        let (before, after) = found.split_at_mut(at);
        let (left, right) = (&mut before[at - 1], &after[0]);
        if left.unit.is_some() || right.unit.is_some() || !listed(words, left.end(), right.range.start) {
            continue;
        }
        if left.event.is_none()
            && let Some(event) = &right.event
            && event.start >= right.range.end
            && right.counted.of.is_some() == left.counted.of.is_some()
        {
            left.event = Some(event.clone());
        }
        // "three to five, or seven, people".
        if left.counted.of.is_none()
            && left.event.is_none()
            && left.range.end == left.end()
            && right.counted.plural
        {
            left.counted.of.clone_from(&right.counted.of);
        }
    }
    for at in 1..found.len() {
        let (before, after) = found.split_at_mut(at);
        let (left, right) = (&before[at - 1], &mut after[0]);
        if left.unit.is_some() || right.unit.is_some() {
            continue;
        }
        // "killed 12 soldiers and 13 civilians".
        if right.event.is_none()
            && let Some(event) = &left.event
            && event.end <= left.range.start
            && listed(words, left.end(), right.range.start)
        {
            right.event = Some(event.clone());
        }
        // "500 people were killed and 1,200 injured", "killed 12 people and injured 30".
        if right.counted.of.is_none()
            && left.counted.plural
            && left.event.is_some()
            && let Some(event) = &right.event
            && event.start.abs_diff(right.range.end).min(event.end.abs_diff(right.range.start)) <= 2
            && near(words, left.end(), right.range.start)
        {
            right.counted.of.clone_from(&left.counted.of);
        }
    }
}

/// Whether nothing but list words stands between `from` and `to`.
fn listed(words: &Words<'_>, from: usize, to: usize) -> bool {
    from < to
        && to - from <= 3
        && (from..to)
            .all(|at| matches!(words.low(at), "and" | "or" | "," | "plus" | "another" | "as" | "well"))
}

/// Whether only list words and outcomes stand between the two.
fn near(words: &Words<'_>, from: usize, to: usize) -> bool {
    from < to
        && to - from <= 5
        && (from..to).all(|at| {
            matches!(
                words.low(at),
                "and"
                    | "or"
                    | ","
                    | "while"
                    | "with"
                    | "another"
                    | "a"
                    | "further"
                    | "left"
                    | "were"
                    | "others"
            ) || event::at(words, at).is_some()
                || words.low(at).ends_with("ing")
        })
}
