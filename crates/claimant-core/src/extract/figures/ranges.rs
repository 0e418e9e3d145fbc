//! Two numbers that bound one: "between 10 and 15", "10 to 15", "$10-15 million", "three or four".

use super::lists::{CHANGES, RESULTS};
use super::numbers::{self, Kind, Number};
use super::units::{self, Unit};
use super::words::Words;

/// A range from a first number on.
pub(super) struct Ends {
    pub low: Number,
    pub high: Number,
    /// The unit after the second number.
    pub unit: Option<Unit>,
    /// The index after all of it.
    pub end: usize,
}

/// What two numbers with a connector between them are.
pub(super) enum Pair {
    Range(Ends),
    /// A score, a phone number, years: neither number counts. The index after it.
    Nothing(usize),
    /// No pair.
    No,
}

/// Looks for the second number after `first`, whose unit (if any) ends at `end`. `start`: where the first
/// one's currency sign or number starts.
pub(super) fn read(
    words: &Words<'_>,
    start: usize,
    first: &Number,
    unit: Option<Unit>,
    end: usize,
    money: bool,
) -> Pair {
    let connector = words.low(end);
    let dash = matches!(connector, "-" | "–" | "—" | "‑" | "−");
    let tight = words.glued(end) && words.glued(end + 1);
    let between = words.before(start, 1) == "between";
    // "from 450 sq ft up to 900 sq ft".
    let up = usize::from(connector == "up" && words.low(end + 1) == "to" && words.before(start, 1) == "from");
    let joins = match connector {
        "up" => up == 1,
        "to" | "or" => true,
        "and" => between,
        _ => {
            dash && (tight
                || (matches!(connector, "–" | "-")
                    && !words.glued(end)
                    && !words.glued(end + 1)
                    && words.is_number(end + 1)))
        }
    };
    if !joins || first.kind == Kind::Floor {
        return Pair::No;
    }
    let mut from = end + 1 + up;
    // "between 2 g and about 7 g".
    if matches!(words.low(from), "about" | "around" | "roughly" | "~")
        && (between || dash || connector == "to")
    {
        from += 1;
    }
    let mut sign = None;
    // "$10 million to $15 million", "between US$5 and US$6".
    for place in from..from + 3 {
        if let Some((code, begin)) = units::before(words, place, from)
            && begin == from
        {
            sign = Some(code);
            from = place;
            break;
        }
    }
    let Some(mut second) = numbers::read(words, from, money || sign.is_some()) else {
        return if dash && tight && words.is_number(end + 1) { Pair::Nothing(end + 2) } else { Pair::No };
    };
    if second.kind == Kind::Floor {
        return Pair::No;
    }
    let after = units::after(words, from, second.range.end, second.magnitude >= 6);
    let to = after.map_or(second.range.end, |(_, to)| to);
    let after = after.map(|(unit, _)| unit);
    // A chain of dashes is a phone number, a date or a code.
    let chained = dash
        && ((matches!(words.low(to), "-" | "–" | ".")
            && words.glued(to)
            && words.is_number(to + 1)
            && words.glued(to + 1))
            || (start >= 2 && matches!(words.before(start, 1), "-" | "–") && words.glued(start)));
    if chained {
        let mut to = to;
        while matches!(words.low(to), "-" | "–" | ".") && words.glued(to) && words.is_number(to + 1) {
            to += 2;
        }
        return Pair::Nothing(to);
    }
    let years = |number: &Number| number.is_bare() && (1500.0..2100.0).contains(&number.value());
    if dash && years(first) && unit.is_none() && after.is_none() && !words.is_word(to) {
        return Pair::Nothing(to);
    }
    // "between 2014 and 2017", "from 1600 to 1900 temperatures": not "between 1600 and 1900 people".
    if matches!(words.before(start, 1), "between" | "from")
        && years(first)
        && years(&second)
        && unit.is_none()
        && after.is_none()
        && !(first.value() % 50.0 == 0.0
            && super::counted::read(words, to, false, false).of.is_some_and(|of| of.len() == 1))
    {
        return Pair::Nothing(to);
    }
    let result = |at: usize| {
        (1..=4).any(|back| RESULTS.has(words.before(at, back)))
            || (0..2).any(|on| RESULTS.has(words.low(to + on)))
    };
    let mut low = first.clone();
    // "10 to 15 million", but not "500 to 1 million".
    if low.magnitude == 0 && unit.is_none() && second.magnitude > 0 && low.mantissa() < second.mantissa() {
        low.magnitude = second.magnitude;
    }
    let ascending = low.value() < second.value();
    let plain = unit.is_none() && after.is_none() && !money;
    if plain && (dash || connector == "to") {
        if result(start) && first.value() < 200.0 {
            return Pair::Nothing(to);
        }
        let counts = super::counted::read(words, to, false, false).plural;
        // "passed 218 to 212".
        if connector == "to" && !ascending && !counts && words.before(start, 1) != "from" {
            return Pair::Nothing(to);
        }
        if dash && (!ascending || (second.value() <= 20.0 && !counts && first.is_bare())) {
            return Pair::Nothing(to);
        }
    }
    let from_word = words.before(start, 1) == "from";
    let change = from_word && (2..=7).any(|back| CHANGES.has(words.before(start, back)));
    // "rose by 0.3 points to 4.1%": a step and where it led.
    let stepped = connector == "to"
        && (unit.is_some()
            || sign.is_some()
            // "fell by 12,000 to 230,000"; "fell by 10 to 15" is a range.
            || (words.before(start, 1) == "by" && plain && second.value() > low.value() * 4.0))
        && (1..=3)
            .take_while(|back| words.before(start, *back) != "from")
            .any(|back| CHANGES.has(words.before(start, back)));
    let same = match (unit, after) {
        (Some(unit), Some(after)) => unit.code == after.code && unit.shift == after.shift,
        (Some(_), None) => false,
        _ => true,
    };
    // "two or 300 men" is no range; "three or four" is.
    let near = connector != "or" || second.value() <= low.value() * 2.0;
    if !ascending || change || stepped || !same || !near || (sign.is_some() && !money) {
        return Pair::No;
    }
    second.range = from..second.range.end;
    Pair::Range(Ends { low, high: second, unit: after, end: to })
}
