//! From a number in a sentence to a figure: unit, range, hedges, noun, event.

use std::ops::Range;

use super::counted::{self, Counted};
use super::lists::{STARTS, TIME_UNITS};
use super::numbers::{self, Kind, Number};
use super::units::{self, Sort, Unit};
use super::words::Words;
use super::{
    Quantity, ages, decades, event, exclusions, folds, fractions, hedges, lengths, ordinals, ranges, trends,
};
use crate::Approx;

/// The figures of one sentence, in order.
pub(super) fn quantities(words: &Words<'_>) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let (mut at, mut floor) = (0, 0);
    while at < words.len() {
        match quantity(words, at, floor) {
            Step::Found(quantity) => {
                // What is counted is read on its own: it holds no number.
                at = quantity.range.end;
                floor = at;
                found.push(*quantity);
            }
            Step::Skip(to) => at = to.max(at + 1),
            Step::No => at += 1,
        }
    }
    found
}

enum Step {
    Found(Box<Quantity>),
    /// A number that is no figure: go on at this index.
    Skip(usize),
    No,
}

/// Tries to read a figure whose number starts at `at`; nothing of it may stand before `floor`.
fn quantity(words: &Words<'_>, at: usize, floor: usize) -> Step {
    // One look-up settles nearly every word of a text; "twenty-one" and "two-thirds" start before the hyphen.
    let first = words.low(at).split(['-', '‑']).next().unwrap_or_default();
    if !words.is_number(at) && !words.is_point(at) && !STARTS.has(first.strip_suffix("fold").unwrap_or(first))
    {
        return Step::No;
    }
    if let Some((range, value, unit)) = fractions::of_unit(words, at) {
        let reading = Reading {
            range,
            low: value,
            high: value,
            kind: Kind::Spelled,
            unit: Some(unit.code.to_owned()),
            sort: Some(unit.sort),
            between: false,
        };
        return finish(words, reading, None, floor);
    }
    if let Some(fraction) = fractions::read(words, at) {
        let exact = Reading {
            range: fraction.range.clone(),
            low: fraction.value,
            high: fraction.value,
            kind: Kind::Spelled,
            unit: Some("1".to_owned()),
            sort: None,
            between: false,
        };
        return finish(words, exact, None, floor);
    }
    if let Some((range, value)) = folds::read(words, at) {
        let reading = Reading {
            range,
            low: value,
            high: value,
            kind: Kind::Spelled,
            unit: Some("1".to_owned()),
            sort: None,
            between: false,
        };
        return finish(words, reading, None, floor);
    }
    if let Some((range, value, counted)) = ordinals::read(words, at) {
        let value = Some(value as f64);
        let unit = Some("ordinal".to_owned());
        let found = Quantity {
            range,
            low: value,
            high: value,
            approx: Approx::Exact,
            unit,
            counted,
            event: None,
            about: None,
            part_of: None,
            magnitude: 0,
        };
        return Step::Found(Box::new(found));
    }
    if let Some((to, low, high)) = decades::read(words, at) {
        let reading =
            Reading { range: at..to, low, high, kind: Kind::Spelled, unit: None, sort: None, between: true };
        return finish(words, reading, None, floor);
    }
    if let Some((unit, to)) = half(words, at) {
        let reading = Reading {
            range: at..to,
            low: 0.5,
            high: 0.5,
            kind: Kind::Spelled,
            unit: Some(unit.code.to_owned()),
            sort: Some(unit.sort),
            between: false,
        };
        return finish(words, reading, None, floor);
    }
    let sign = units::before(words, at, floor);
    let Some(number) = numbers::read(words, at, sign.is_some()) else { return Step::No };
    if exclusions::is_idiom(words, &number) {
        return Step::Skip(number.range.end + 1);
    }
    let mut start = sign.map_or(at, |(_, start)| start);
    let unit = units::after(words, at, number.range.end, number.magnitude >= 6 || number.kind == Kind::Floor);
    if let Some(to) = ages::name(words, number.range.end) {
        return Step::Skip(to);
    }
    let unit = ages::read(words, number.range.end)
        .or(unit)
        .or_else(|| ages::of_person(words, &number).map(|unit| (unit, number.range.end)));
    // "$5 dollars" is one currency; "$5 5%" is not asked for.
    let mut end = unit.map_or(number.range.end, |(_, end)| end);
    let mut unit = unit.map(|(unit, _)| unit).or_else(|| {
        // "a 1.8 billion-mile journey": the unit is in the word of the magnitude.
        units::named(numbers::compound(words.low(number.range.end - 1))?.1)
    });
    if sign.is_some() && unit.is_some_and(|unit| unit.sort != Sort::Money) {
        (unit, end) = (None, number.range.end);
    }
    if let Some(to) = exclusions::by_form(words, &number, unit.is_some(), sign.is_some()) {
        return Step::Skip(to);
    }
    let money = sign.is_some();
    let (low, high, between) = match ranges::read(words, start, &number, unit, end, money) {
        ranges::Pair::Nothing(to) => return Step::Skip(to),
        ranges::Pair::No => {
            let shift = unit.map_or(0, |unit: Unit| unit.shift);
            (number.value_at(shift), number.value_at(shift), false)
        }
        ranges::Pair::Range(ends) => {
            unit = ends.unit.or(unit);
            let shift = unit.map_or(0, |unit| unit.shift);
            end = ends.end;
            (ends.low.value_at(shift), ends.high.value_at(shift), true)
        }
    };
    if !low.is_finite() || !high.is_finite() {
        return Step::Skip(end);
    }
    // A minus is one before an amount; before a count it is a dash that means nothing we know.
    let amount = sign.is_some() || unit.is_some();
    let below = amount && words.has(end, "below zero");
    let minus = minus(words, start, floor) || below;
    if below {
        end += 2;
    }
    if minus && !amount && matches!(words.before(start, 1), "-" | "−") {
        return Step::Skip(end);
    }
    // "minus five" is one without a unit too.
    let negative = minus && !between && (amount || words.before(start, 1) == "minus");
    let (low, high) = if negative { (-low, -high) } else { (low, high) };
    if negative && !below {
        start -= 1;
    }
    // "+0.2%": the sign is kept, as it says that there was a change.
    if start > floor
        && words.before(start, 1) == "+"
        && words.glued(start)
        && amount
        && !between
        && !words.glued(start - 1)
    {
        start -= 1;
    }
    let code = sign.map(|(code, _)| code).or(unit.map(|unit| unit.code));
    let sort = sign.map(|_| Sort::Money).or(unit.map(|unit| unit.sort));
    let mut code = code.map(str::to_owned);
    // "$75 US": which dollar is said twice.
    if sign.is_some() && matches!(words.raw(end), "US" | "U.S.") && !words.is_capital(end + 1) {
        end += 1;
    }
    if let Some(code) = &mut code
        && let Some((rate, to)) = units::rate(words, end, sort == Some(Sort::Money))
        && (sort != Some(Sort::Time) || code != &rate[1..])
    {
        code.push_str(&rate);
        end = to;
    }
    let reading = Reading { range: start..end, low, high, kind: number.kind, unit: code, sort, between };
    finish(words, reading, Some(&number), floor)
}

/// "half a mile", "half an hour", "half a litre".
fn half(words: &Words<'_>, at: usize) -> Option<(Unit, usize)> {
    if words.low(at) != "half" || !matches!(words.low(at + 1), "a" | "an") {
        return None;
    }
    let (unit, to) = units::after(words, at, at + 2, false)?;
    // Not "half a pound" of money, nor "half a percent" with its own places.
    (matches!(unit.sort, Sort::Measure | Sort::Time) && words.low(to - 1).len() > 2).then_some((unit, to))
}

/// Whether a minus stands before `start`: "-5°C", "minus 5 degrees Celsius".
fn minus(words: &Words<'_>, start: usize, floor: usize) -> bool {
    if start <= floor {
        return false;
    }
    match words.before(start, 1) {
        "minus" | "minus-" => true,
        // Not the dash of a list item, of a compound or between two words.
        "-" | "−" => words.glued(start) && !words.glued(start - 1),
        _ => false,
    }
}

/// A number with its unit, before hedges.
struct Reading {
    range: Range<usize>,
    low: f64,
    high: f64,
    kind: Kind,
    unit: Option<String>,
    sort: Option<Sort>,
    between: bool,
}

fn finish(words: &Words<'_>, mut reading: Reading, number: Option<&Number>, floor: usize) -> Step {
    let (mut start, mut end) = (reading.range.start, reading.range.end);
    let mut hedge = None;
    if reading.between && start > floor && matches!(words.before(start, 1), "between" | "from") {
        start -= 1;
    }
    if let Some((approx, from)) = hedges::before(words, start, floor) {
        (hedge, start) = (Some(approx), from);
        // "about 500 or more".
        if approx == Approx::About
            && let Some((bound, to)) = hedges::after(words, end)
            && words.low(end) == "or"
        {
            (hedge, end) = (Some(bound), to);
        }
    } else if let Some((approx, to)) = hedges::after(words, end) {
        (hedge, end) = (Some(approx), to);
        // "3,000+ km", "30-odd metres".
        if reading.unit.is_none()
            && let Some((unit, to)) = units::after(words, reading.range.start, end, false)
        {
            reading.unit = Some(unit.code.to_owned());
            reading.sort = Some(unit.sort);
            end = to;
        }
    }
    complete(words, reading, number, hedge, start..end)
}

/// Settles bounds, noun and event.
fn complete(
    words: &Words<'_>,
    mut reading: Reading,
    number: Option<&Number>,
    hedge: Option<Approx>,
    mut range: Range<usize>,
) -> Step {
    let end = range.end;
    if reading.sort == Some(Sort::Time) && !lengths::measures(words, &range, hedge.is_some()) {
        return Step::Skip(end);
    }
    let one = (reading.high - 1.0).abs() < f64::EPSILON && reading.unit.is_none() && hedge.is_none();
    let partitive = reading.kind == Kind::Floor || reading.kind == Kind::Loose || reading.unit.is_some();
    // "a pair of" holds its "of"; a compound counts its second part: "a 12-member council".
    let compound = words.low(end) == "-" && exclusions::counts_compound(words.low(end + 1));
    let from = end + usize::from(compound) + usize::from(compound && words.low(end + 1) == "strong");
    let mut counted = match reading.unit.as_deref() {
        // Money and measures are counted things themselves: only "of", "in" and a package go on.
        Some(unit) if unit != "1" => amount(words, range.start, from, reading.sort),
        _ if compound && from == end + 1 => {
            Counted { of: Some(from..from + 1), end: from + 1, plural: true, event: None }
        }
        _ => counted::read(words, from, one, partitive),
    };
    // "a 12 page document", "a 3 cylinder engine": what has them is another thing.
    if reading.unit.is_none()
        && !one
        && !counted.plural
        && counted.of.as_ref().is_some_and(|of| {
            of.start == from
                && of.len() > 1
                && exclusions::counts_compound(words.low(from))
                && !matches!(words.low(from), "odd" | "plus" | "strong")
        })
    {
        counted = Counted { of: Some(from..from + 1), end: from + 1, plural: true, event: counted.event };
    }
    // "517 rushing yards": a measure with a word before its name.
    if reading.unit.is_none()
        && let Some((unit, of)) = qualified(words, range.end, &counted)
    {
        reading.unit = Some(unit.code.to_owned());
        reading.sort = Some(unit.sort);
        range.end = of;
        counted = amount(words, range.start, of, reading.sort);
    }
    let mut event = counted.event.take().or_else(|| event::after(words, counted.end.max(end)));
    if let Some(number) = number
        && reading.unit.is_none()
        && !reading.between
        && exclusions::by_noun(words, number, &counted, hedge.is_some(), event.is_some())
    {
        return Step::Skip(end);
    }
    if reading.between
        && reading.unit.is_none()
        && (counted::is_duration(words, end)
            || counted.of.as_ref().is_some_and(|of| TIME_UNITS.has(words.low(of.end - 1))))
    {
        return Step::Skip(end);
    }
    // "one of the two suspects was shot": it befell the one.
    if words.before(range.start, 1) == "the"
        && words.before(range.start, 2) == "of"
        && matches!(
            words.before(range.start, 3),
            "none"
                | "neither"
                | "either"
                | "some"
                | "many"
                | "most"
                | "all"
                | "each"
                | "any"
                | "several"
                | "few"
        )
    {
        event = None;
    }
    event = event::before(words, range.start).or(event);
    // "killed a 12-year-old girl": what befell her befell no number of years.
    if reading.sort == Some(Sort::Time) && words.low(end - 1).ends_with("old") {
        event = None;
    }
    // "rose 3%", "grew by 125,600 jobs".
    let amount = reading.unit.as_deref().is_some_and(|unit| unit != "1");
    if let Some(change) = trends::event(words, range.start, range.end, amount).filter(|_| event.is_none()) {
        // "a 25% drop": the noun of the change is not what it is of.
        if counted.of.as_ref().is_some_and(|of| of.start < change.end && change.start < of.end) {
            counted.of = None;
        }
        event = Some(change);
    }
    // "20 burglaries a week", "78,000 times a minute".
    if reading.unit.is_none()
        && let Some((rate, to)) = units::rate(words, counted.end.max(end), false)
    {
        reading.unit = Some(rate);
        if counted.of.is_none() {
            range.end = to;
        }
    }
    let (value, most) = (reading.low, reading.high);
    let (low, high, approx) = if reading.between {
        (Some(value), Some(most), Approx::Between)
    } else {
        match (reading.kind, hedge) {
            // A vague word has no top: nothing is said by "up to hundreds".
            (Kind::Floor, Some(Approx::Under | Approx::AtMost)) => return Step::Skip(end),
            (_, Some(Approx::Over)) => (Some(value), None, Approx::Over),
            (Kind::Floor, _) | (_, Some(Approx::AtLeast)) => (Some(value), None, Approx::AtLeast),
            (_, Some(Approx::Under)) => (None, Some(value), Approx::Under),
            (_, Some(Approx::AtMost)) => (None, Some(value), Approx::AtMost),
            (_, Some(Approx::About)) | (Kind::Loose, _) => (Some(value), Some(value), Approx::About),
            _ => (Some(value), Some(value), Approx::Exact),
        }
    };
    Step::Found(Box::new(Quantity {
        range,
        low,
        high,
        approx,
        unit: reading.unit,
        counted,
        event,
        about: None,
        part_of: None,
        magnitude: number.map_or(0, |number| number.magnitude),
    }))
}

/// The unit that the noun behind digits names with a word before it, with the index after it: "517 rushing yards". Names that mean
/// something else more often are left out: "2 left feet", "3 world cups".
fn qualified(words: &Words<'_>, end: usize, counted: &Counted) -> Option<(Unit, usize)> {
    let of = counted
        .of
        .as_ref()
        .filter(|of| of.start == end && of.len() > 1 && words.is_number(end.wrapping_sub(1)))?;
    let last = words.low(of.end - 1);
    let doubtful = matches!(
        last,
        "feet" | "foot" | "stones" | "cups" | "degrees" | "knots" | "pounds" | "seconds" | "minutes"
    );
    let unit = units::named(last)
        .filter(|unit| matches!(unit.sort, Sort::Measure | Sort::Money) && unit.shift == 0)?;
    (counted.plural && !doubtful && last.len() > 3).then_some((unit, of.end))
}

/// What an amount is of: "5 tonnes of cocaine", "$60 billion in military aid", "a $60 billion aid package".
fn amount(words: &Words<'_>, start: usize, end: usize, sort: Option<Sort>) -> Counted {
    let none = Counted { end, ..Counted::default() };
    // "15-year-old students", "two-metre waves": an attribute needs no determiner.
    let attribute = words.low(end - 1).ends_with("-old")
        || (matches!(sort, Some(Sort::Time | Sort::Measure)) && end >= 2 && words.low(end - 2) == "-");
    match words.low(end) {
        "of" => counted::read(words, end, false, true),
        "in" if sort != Some(Sort::Time) && !words.is_capital(end + 1) && !words.is_time(end + 1) => {
            if matches!(
                words.low(end + 1),
                "total"
                    | "order"
                    | "recent"
                    | "favour"
                    | "favor"
                    | "exchange"
                    | "return"
                    | "addition"
                    | "value"
                    | "length"
            ) {
                return none;
            }
            let counted = counted::read(words, end + 1, true, false);
            if counted.of.is_some() { counted } else { none }
        }
        _ if attribute
            || matches!(
                words.before(start, 1),
                "a" | "an" | "the" | "its" | "their" | "his" | "her" | "our" | "another" | "this"
            ) =>
        {
            let next = words.low(end);
            if words.is_capital(end)
                || matches!(next, "last" | "next" | "more" | "less" | "each" | "overall" | "annually")
            {
                return none;
            }
            let counted = counted::read(words, end, true, false);
            if counted.of.is_some() { counted } else { none }
        }
        _ => none,
    }
}
