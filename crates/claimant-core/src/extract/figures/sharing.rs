//! Nouns, events and units that the members of a list share.

use std::ops::Range;

use super::words::Words;
use super::{Quantity, counted, event};

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
        part(words, left, right);
        compared(words, left, right);
        // "from 13.5 to 14.0 mm", "8 or $9", "a 7- or 8-inch screen": a change and alternatives share their unit.
        if left.unit.is_none()
            && left.counted.of.is_none()
            && right.unit.as_deref().is_some_and(|unit| unit != "1")
            && shares_unit(words, left.range.clone(), right.range.start)
            // Cents and magnitudes would have to be handed on too.
            && (words.is_number(right.range.start) || words.is_number(right.range.start + 1))
            && right.range.len() <= 4
        {
            left.unit.clone_from(&right.unit);
            scale(left, right);
        }
        // "a fall from 24.2 to 20 million passengers".
        if left.unit.is_none()
            && right.unit.is_none()
            && left.counted.of.is_none()
            && shares_unit(words, left.range.clone(), right.range.start)
        {
            scale(left, right);
        }
        // "eight million 250ml bottles", "two 500-pound bombs": the measure describes what is counted.
        if left.unit.is_none()
            && left.counted.of.is_none()
            && left.range.end == right.range.start
            && right.unit.as_deref().is_some_and(|unit| unit != "1" && unit != "%")
        {
            let counted = counted::read(words, right.range.end, false, false);
            if counted.plural {
                right.counted.of.clone_from(&counted.of);
                left.counted = counted;
                if right.event.is_some() {
                    left.event = right.event.take();
                }
            }
        }
        rate(words, left, right);
        solution(words, left, right);
        level(words, left, right);
        // "from 208 pounds to 193", "grew by 125,600 jobs or 2.2 per cent": the change goes on, and so does the unit.
        let changes = left.event.as_ref().is_some_and(|event| event.end <= left.range.start);
        let comma = usize::from(words.low(left.end()) == ",");
        let goes_on = if words.low(left.range.end) == "to" {
            words.before(left.range.start, 1) == "from"
        } else {
            // "rose 17 points, or 0.2%"; behind a comma "and" begins something else.
            let link = words.low(left.end() + comma);
            (link == "or" || (link == "and" && comma == 0)) && left.unit != right.unit
        };
        // Nothing may stand between: "fell by a third and that two silos burned".
        let near = if words.low(left.range.end) == "to" {
            right.range.start.saturating_sub(left.range.end) <= 3
        } else {
            right.range.start == left.end() + comma + 1
        };
        if changes && goes_on && near && right.event.is_none() && right.range.start > left.range.end {
            right.event.clone_from(&left.event);
            if words.low(left.range.end) == "to" && right.unit.is_none() && right.counted.of.is_none() {
                right.unit.clone_from(&left.unit);
            }
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
        // "killed 12 people in Kyiv and 13 in Lviv", "435 homes by open sale and 187 by tender".
        if right.counted.of.is_none()
            && left.counted.plural
            && right.low == right.high
            && placed(words, left.end(), right.range.clone())
        {
            right.counted.of.clone_from(&left.counted.of);
            right.counted.plural = true;
            if right.event.is_none() {
                right.event.clone_from(&left.event);
            }
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

/// "from 24.2 to 33 billion euros": the magnitude of the second is the first one's too, where that has none and is of its size.
fn scale(left: &mut Quantity, right: &Quantity) {
    let factor = 10f64.powi(right.magnitude);
    let (Some(value), Some(other)) = (left.low.or(left.high), right.low.or(right.high)) else { return };
    let mantissa = other / factor;
    if left.magnitude == 0
        && right.magnitude > 2
        && value < 1000.0
        && value <= mantissa * 20.0
        && mantissa <= value * 20.0
    {
        left.low = left.low.map(|low| low * factor);
        left.high = left.high.map(|high| high * factor);
        left.magnitude = right.magnitude;
    }
}

/// A bare number that is said beside another one has its noun or unit: "68,400 people who … and 95,800 who …", "460 cars … compared with
/// 63", "the highest is 84 cents, while the lowest is 74".
fn compared(words: &Words<'_>, left: &Quantity, right: &mut Quantity) {
    /// Words between the two.
    const FAR: usize = 14;
    let (from, start, end) = (left.end(), right.range.start, right.range.end);
    if right.unit.is_some() || right.counted.of.is_some() || start <= from || start - from > FAR {
        return;
    }
    let noun = left.unit.is_none() && left.counted.plural;
    let is = |at: usize| matches!(words.low(at), "is" | "was" | "are" | "were");
    let closed = words.get(end).is_none_or(|word| matches!(&*word.low, "." | "," | ";" | ")"));
    let who = words.low(end) == "who" && words.low(left.counted.end) == "who" && noun;
    let than = ["compared with", "compared to", "up from", "down from"].iter().any(|link| {
        let length = link.split(' ').count();
        start >= from + length && words.has(start - length, link)
    });
    let parallel = closed
        && is(start - 1)
        && (is(left.range.start.wrapping_sub(1)) || is(left.range.start.wrapping_sub(2)))
        && (from..start).any(|at| matches!(words.low(at), "while" | "whilst" | "whereas"));
    if who || (than && (noun || left.unit.is_some())) || parallel {
        right.counted.of.clone_from(&left.counted.of);
        right.counted.plural = left.counted.plural;
        if left.unit.as_deref().is_some_and(|unit| unit != "1" && unit != "ordinal") {
            right.unit.clone_from(&left.unit);
            in_hundredths(words, left, right);
        }
    }
}

/// Takes over that the first one's unit was a hundredth: "84 cents … 74" are 0.74.
fn in_hundredths(words: &Words<'_>, left: &Quantity, right: &mut Quantity) {
    let cents = matches!(words.low(left.range.end - 1), "cent" | "cents" | "pence" | "penny" | "sen" | "bps")
        || words.before(left.range.end, 2) == "basis";
    if cents {
        // As decimal text, so that the value is the one closest to what is written.
        let part = |value: f64| format!("{value}e-2").parse().unwrap_or(value);
        (right.low, right.high) = (right.low.map(part), right.high.map(part));
    }
}

/// "dropped from $75 per barrel to $45.88": what the first one is for is the second one's too.
fn rate(words: &Words<'_>, left: &Quantity, right: &mut Quantity) {
    if words.low(left.range.end) == "to"
        && left.range.end + 1 == right.range.start
        && words.before(left.range.start, 1) == "from"
        && let (Some(whole), Some(unit)) = (left.unit.as_deref(), right.unit.as_deref())
        && whole.strip_prefix(unit).is_some_and(|rest| rest.starts_with('/'))
    {
        right.unit = Some(whole.to_owned());
    }
}

/// "50 ml of 30% hydrogen peroxide": both are of what stands behind.
fn solution(words: &Words<'_>, left: &mut Quantity, right: &mut Quantity) {
    if words.low(left.range.end) == "of"
        && left.range.end + 1 == right.range.start
        && left.unit.as_deref().is_some_and(|unit| !matches!(unit, "1" | "%"))
        && right.unit.as_deref() == Some("%")
        && left.counted.of.is_none()
        && right.counted.of.is_none()
    {
        let counted = counted::read(words, right.range.end, true, false);
        left.counted.of.clone_from(&counted.of);
        right.counted.of = counted.of;
    }
}

/// "rose 64 points to 4,577": a step, and the level it led to, of the same things.
fn level(words: &Words<'_>, left: &Quantity, right: &mut Quantity) {
    let stepped = left.event.is_some() && left.unit.is_none() && left.counted.plural && left.low == left.high;
    let reached = matches!(words.before(right.range.start, 1), "to" | "at")
        && (right.range.start <= left.counted.end + 2 || ends(words, left.counted.end, right.range.start))
        && words.is_number(right.range.start);
    if stepped
        && reached
        && right.unit.is_none()
        && right.counted.of.is_none()
        && right.low.is_some_and(|level| left.low.is_some_and(|step| level > step))
    {
        right.counted.of.clone_from(&left.counted.of);
    }
}

/// Whether only the verb that says where a market ended stands between: "lost 12 points [to end at] 1,334".
fn ends(words: &Words<'_>, from: usize, to: usize) -> bool {
    let from = from + usize::from(words.low(from) == ",");
    to <= from + 4
        && words.low(from) == "to"
        && matches!(
            words.low(from + 1),
            "close" | "end" | "fall" | "finish" | "reach" | "rise" | "settle" | "stand" | "trade"
        )
}

/// "13 dollars and 45 cents" are one amount.
pub(super) fn join_cents(words: &Words<'_>, found: &mut Vec<Quantity>) {
    let mut at = 1;
    while at < found.len() {
        let (left, right) = (&found[at - 1], &found[at]);
        let between = left.range.end..right.range.start;
        let adjacent = between.is_empty() || (between.len() == 1 && words.low(between.start) == "and");
        let exact = |quantity: &Quantity| {
            quantity.low.is_some() && quantity.low == quantity.high && !quantity.range.is_empty()
        };
        let cents = matches!(words.low(right.range.end - 1), "cent" | "cents" | "pence" | "penny" | "sen")
            && right.low.is_some_and(|low| low < 1.0);
        if adjacent && cents && left.is_money() && left.unit == right.unit && exact(left) && exact(right) {
            // Through hundredths, so that 13 and 0.45 are 13.45.
            let sum = found[at - 1]
                .low
                .zip(found[at].low)
                .map(|(whole, part)| ((whole + part) * 100.0).round() / 100.0);
            let right = found.remove(at);
            let left = &mut found[at - 1];
            left.range.end = right.range.end;
            (left.low, left.high, left.counted) = (sum, sum, right.counted);
        } else {
            at += 1;
        }
    }
}

/// "3 of the 12 hostages", "12,000 soldiers, including 500 officers and three generals".
fn part(words: &Words<'_>, left: &mut Quantity, right: &mut Quantity) {
    let (from, to) = (left.range.end, right.range.start);
    // "two-thirds of the combined 4.3 million".
    let total = usize::from(matches!(
        words.low(from + 2),
        "combined"
            | "total"
            | "estimated"
            | "roughly"
            | "about"
            | "more"
            | "original"
            | "remaining"
            | "last"
            | "other"
    ));
    if words.low(from) == "of"
        && (to == from + 2 || to == from + 2 + total)
        && matches!(
            words.low(from + 1),
            "the" | "these" | "those" | "its" | "their" | "his" | "her" | "our" | "all"
        )
    {
        left.part_of = Some(right.range.clone());
        if left.counted.of.is_none() {
            left.counted.of.clone_from(&right.counted.of);
        }
        // "280 million of the 1.5 billion shekels".
        if left.unit.is_none()
            && right.unit.as_deref().is_some_and(|unit| !matches!(unit, "1" | "%" | "ordinal"))
        {
            left.unit.clone_from(&right.unit);
        }
        return;
    }
    // "70 per cent of the hospital's 300 beds".
    if words.low(from) == "of"
        && left.counted.of.as_ref().is_some_and(|of| of.end == to)
        && ["'s", "’s"].iter().any(|end| words.low(to - 1).ends_with(end))
        && right.unit.is_none()
        && right.counted.of.is_some()
    {
        left.counted.of.clone_from(&right.counted.of);
        left.part_of = Some(right.range.clone());
        return;
    }
    if left.part_of.is_some() && left.end() <= to && listed(words, left.end(), to) {
        right.part_of.clone_from(&left.part_of);
        return;
    }
    // A hedge right before the second number is part of it; marks may stand between.
    let from = left.end().min(to);
    let includes = (from..to).any(|at| {
        matches!(words.low(at), "including")
            || (words.low(at) == "among" && matches!(words.low(at + 1), "them" | "those" | "whom"))
            || (words.low(at) == "of" && matches!(words.low(at + 1), "them" | "whom" | "which"))
    });
    if includes && to - from <= 6 && left.unit.is_none() && left.counted.of.is_some() {
        right.part_of = Some(left.range.clone());
        // "6 million homes, including 1.5 million in the city".
        if right.unit.is_none() && right.counted.of.is_none() {
            right.counted.of.clone_from(&left.counted.of);
        }
    }
}

/// Whether a number at `left` takes the unit of the one that starts at `right`.
fn shares_unit(words: &Words<'_>, left: Range<usize>, right: usize) -> bool {
    let hyphen =
        usize::from(words.low(left.end) == "-" && words.glued(left.end) && !words.glued(left.end + 1));
    let link = words.low(left.end + hyphen);
    // "several hundred or even 1,000 megawatts".
    if link == "or" && words.low(left.end + 1) == "even" && left.end + 2 == right {
        return true;
    }
    left.end + hyphen + 1 == right
        && match link {
            "to" => words.before(left.start, 1) == "from",
            "or" | "and" => hyphen == 1 || (link == "or" && words.is_number(left.end - 1)),
            _ => false,
        }
}

/// Whether nothing but list words stands between `from` and `to`.
fn listed(words: &Words<'_>, from: usize, to: usize) -> bool {
    from < to
        && to - from <= 3
        && (from..to)
            .all(|at| matches!(words.low(at), "and" | "or" | "," | "plus" | "another" | "as" | "well"))
}

/// Whether both counts have a place or the like behind them: "people died [in] Kyiv and 13 [in] Lviv".
fn placed(words: &Words<'_>, from: usize, right: Range<usize>) -> bool {
    let link = |at: usize| {
        matches!(
            words.low(at),
            "in" | "at"
                | "on"
                | "from"
                | "by"
                | "near"
                | "for"
                | "to"
                | "under"
                | "over"
                | "across"
                | "outside"
                | "inside"
        )
    };
    let mut to = right.start;
    to -= usize::from(words.before(to, 1) == "another");
    if to < from + 3 || to - from > 12 || !matches!(words.before(to, 1), "and" | ",") || !link(right.end) {
        return false;
    }
    // Back through the first place to its preposition.
    let place = |at: &usize| {
        words.is_word(*at)
            && !link(*at)
            && (!counted::is_stop(words.low(*at)) || matches!(words.low(*at), "the" | "a"))
    };
    let first = (from..to - 1).rev().take(5).find(|at| !place(at));
    first.is_some_and(|at| link(at) && at + 1 < to - 1)
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
