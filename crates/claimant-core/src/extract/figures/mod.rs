//! Quantities: numbers with their hedges, units, what is counted and what befell it.

mod counted;
mod event;
mod exclusions;
mod fractions;
mod hedges;
mod numbers;
mod ranges;
#[cfg(test)]
mod tests;
mod units;
mod words;

use std::ops::Range;

use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};
use crate::{Approx, Figure, RegionKind, Spans};

use counted::Counted;
use numbers::{Kind, Number};
use units::{Sort, Unit};
use words::Words;

/// Finds quantities.
pub(crate) struct Figures;

static INFO: Info = Info {
    name: "figures",
    summary: "quantities with their bounds, what is counted and what befell it",
    finds: "numbers in digits and words with magnitudes (“$1.2 million”, “two dozen”), vague counts with the least \
            value that they promise (“dozens” 12, “tens of thousands” 10,000, “several hundred” 200, since a plural is two \
            at least), fractions (“one in three”), per cent, money, measures, ranges (“between 10 and 15”, “three or four”), \
            and hedges before and after them; the noun phrase up to its plural; participles of outcome before or after \
            it (“killed or injured”), shared through lists",
    leaves_alone: "times (dates, years, durations, ages, “mid-thirties”), ordinals, scores and votes (“3-1”), labels \
                   and names (“Article 5”, “Boeing 737”, “Group of Seven”), phone and version numbers, “one” as a pronoun, \
                   “several” and “many” alone, hedges upwards on a vague word (“up to hundreds”)",
    known_misses: "counts in compounds other than members, seats and the like (“a three-way split”); events whose verb is \
                   behind a comma or another verb; “pounds” without a verb of paying or a magnitude are weights; “cents” \
                   are the dollar's; a ton is taken for a metric one",
    origin: "least values of vague counts follow the ACLED coding rules; currencies are ISO 4217, measures UCUM; hedges, \
             units and outcomes are our own lists",
    examples: &[
        Example {
            text: "Nearly 3,000 soldiers have been “killed or injured”, she said, and around 500 officers and three \
                   generals were captured.",
            published: None,
            found: &[
                "Nearly 3,000 = ..3000 under of “soldiers” event “killed or injured”",
                "around 500 = 500 about of “officers” event “captured”",
                "three = 3 exact of “generals” event “captured”",
            ],
        },
        Example {
            text: "Dozens of houses were destroyed; repairs cost between $1.2 and 1.5 million, up to 40% of it for roofs.",
            published: None,
            found: &[
                "Dozens = 12.. at-least of “houses” event “destroyed”",
                "between $1.2 and 1.5 million = 1200000..1500000 between USD",
                "up to 40% = ..40 at-most %",
            ],
        },
        Example {
            text: "On December 27, 2024 Lee, 31, told Channel 4 that one in three villagers had fled.",
            published: None,
            found: &["one in three = 0.3333333333333333 exact 1 of “villagers” event “fled”"],
        },
    ],
    reads: &[Layer::Sentences, Layer::Times],
    writes: &[Layer::Figures],
    switch: Switch::On,
};

impl Extractor for Figures {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        let mut figures = Vec::new();
        // Times are in text order: each is passed once.
        let mut next_time = 0;
        for sentence in &draft.sentences {
            if !draft.is_prose(sentence.span.start()) {
                continue;
            }
            let headline = draft.regions.get(sentence.region).is_some_and(|r| r.kind == RegionKind::Headline);
            let times = &draft.times;
            let words = Words::new(draft.text, &draft.tokens[sentence.tokens.clone()], headline, |span| {
                while times.get(next_time).is_some_and(|time| time.spans.end() <= span.start()) {
                    next_time += 1;
                }
                times.get(next_time).is_some_and(|time| time.spans.overlaps(span))
            });
            let mut found = quantities(&words);
            share(&words, &mut found);
            figures.extend(found.into_iter().map(|quantity| quantity.figure(&words)));
        }
        draft.figures = figures;
    }
}

/// A figure by the indexes of its words.
struct Quantity {
    range: Range<usize>,
    low: Option<f64>,
    high: Option<f64>,
    approx: Approx,
    unit: Option<&'static str>,
    counted: Counted,
    event: Option<Range<usize>>,
}

impl Quantity {
    fn figure(self, words: &Words<'_>) -> Figure {
        let spans = |range: Range<usize>| Spans::from(words.span(range));
        Figure {
            spans: spans(self.range),
            low: self.low,
            high: self.high,
            approx: self.approx,
            of: self.counted.of.map(spans),
            event: self.event.map(spans),
            unit: self.unit.map(str::to_owned),
        }
    }

    /// The index after its number, its noun and an event right behind.
    fn end(&self) -> usize {
        let end = self.range.end.max(self.counted.of.as_ref().map_or(0, |of| of.end));
        end.max(self.event.as_ref().map_or(0, |event| event.end))
    }
}

/// The figures of one sentence, in order.
fn quantities(words: &Words<'_>) -> Vec<Quantity> {
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
    if let Some(fraction) = fractions::read(words, at) {
        let exact = Reading {
            range: fraction.range.clone(),
            low: fraction.value,
            high: fraction.value,
            kind: Kind::Spelled,
            unit: Some("1"),
            between: false,
        };
        return finish(words, exact, None, floor);
    }
    let sign = units::before(words, at, floor);
    let Some(number) = numbers::read(words, at, sign.is_some()) else { return Step::No };
    if exclusions::is_idiom(words, &number) {
        return Step::Skip(number.range.end + 1);
    }
    let mut start = sign.map_or(at, |(_, start)| start);
    let unit = units::after(words, at, number.range.end, number.magnitude >= 6 || number.kind == Kind::Floor);
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
    let minus = minus(words, start, floor);
    let amount = sign.is_some() || unit.is_some();
    if minus && !amount && matches!(words.before(start, 1), "-" | "−") {
        return Step::Skip(end);
    }
    let (low, high) = if minus && amount && !between { (-low, -high) } else { (low, high) };
    if minus && amount && !between {
        start -= 1;
    }
    let code = sign.map(|(code, _)| code).or(unit.map(|unit| unit.code));
    let reading = Reading { range: start..end, low, high, kind: number.kind, unit: code, between };
    finish(words, reading, Some(&number), floor)
}

/// Whether a minus stands before `start`: "-5°C", "minus 5 degrees Celsius".
fn minus(words: &Words<'_>, start: usize, floor: usize) -> bool {
    if start <= floor {
        return false;
    }
    match words.before(start, 1) {
        "minus" => true,
        // Not the dash of a list item, of a compound or between two words.
        "-" | "−" => words.glued(start) && start >= 2 && !words.glued(start - 1),
        _ => false,
    }
}

/// A number with its unit, before hedges.
struct Reading {
    range: Range<usize>,
    low: f64,
    high: f64,
    kind: Kind,
    unit: Option<&'static str>,
    between: bool,
}

fn finish(words: &Words<'_>, reading: Reading, number: Option<&Number>, floor: usize) -> Step {
    let Reading { range, low, high, kind, unit, between } = reading;
    let (mut start, mut end) = (range.start, range.end);
    let mut hedge = None;
    if between && start > floor && matches!(words.before(start, 1), "between" | "from") {
        start -= 1;
    }
    if let Some((approx, from)) = hedges::before(words, start, floor) {
        (hedge, start) = (Some(approx), from);
    } else if let Some((approx, to)) = hedges::after(words, end) {
        (hedge, end) = (Some(approx), to);
        // "3,000+ km", "30-odd metres".
        if unit.is_none()
            && let Some((unit, to)) = units::after(words, range.start, end, false)
        {
            let reading = Reading { range: start..to, low, high, kind, unit: Some(unit.code), between };
            return complete(words, &reading, number, hedge, start..to);
        }
    }
    complete(words, &reading_of(range, low, high, kind, unit, between), number, hedge, start..end)
}

fn reading_of(
    range: Range<usize>,
    low: f64,
    high: f64,
    kind: Kind,
    unit: Option<&'static str>,
    between: bool,
) -> Reading {
    Reading { range, low, high, kind, unit, between }
}

/// Settles bounds, noun and event.
fn complete(
    words: &Words<'_>,
    reading: &Reading,
    number: Option<&Number>,
    hedge: Option<Approx>,
    range: Range<usize>,
) -> Step {
    let end = range.end;
    let one = reading.high == 1.0 && reading.unit.is_none() && hedge.is_none();
    let partitive = reading.kind == Kind::Floor || reading.kind == Kind::Loose || reading.unit.is_some();
    // "a pair of" holds its "of"; a compound counts its second part: "a 12-member council".
    let compound = words.low(end) == "-" && exclusions::counts_compound(words.low(end + 1));
    let from = end + usize::from(compound) + usize::from(compound && words.low(end + 1) == "strong");
    let mut counted = match reading.unit {
        // Money and measures are counted things themselves: only "of", "in" and a package go on.
        Some(unit) if unit != "1" => amount(words, range.start, from),
        _ if compound && from == end + 1 => {
            Counted { of: Some(from..from + 1), end: from + 1, plural: true, event: None }
        }
        _ => counted::read(words, from, one, partitive),
    };
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
            || counted.of.as_ref().is_some_and(|of| counted::TIME_UNITS.contains(&words.low(of.end - 1))))
    {
        return Step::Skip(end);
    }
    // "one of the two suspects was shot": it befell the one.
    if words.before(range.start, 1) == "the"
        && words.before(range.start, 2) == "of"
        && matches!(
            words.before(range.start, 3),
            "one"
                | "none"
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
    let (value, most) = (reading.low, reading.high);
    let (low, high, approx) = if reading.between {
        (Some(value), Some(most), Approx::Between)
    } else {
        match (reading.kind, hedge) {
            // A vague word has no top: nothing is said by "up to hundreds".
            (Kind::Floor, Some(Approx::Under | Approx::AtMost)) => return Step::Skip(end),
            (Kind::Floor, Some(Approx::Over)) => (Some(value), None, Approx::Over),
            (Kind::Floor, _) => (Some(value), None, Approx::AtLeast),
            (_, Some(Approx::Under)) => (None, Some(value), Approx::Under),
            (_, Some(Approx::AtMost)) => (None, Some(value), Approx::AtMost),
            (_, Some(Approx::Over)) => (Some(value), None, Approx::Over),
            (_, Some(Approx::AtLeast)) => (Some(value), None, Approx::AtLeast),
            (_, Some(Approx::About)) | (Kind::Loose, _) => (Some(value), Some(value), Approx::About),
            _ => (Some(value), Some(value), Approx::Exact),
        }
    };
    Step::Found(Box::new(Quantity { range, low, high, approx, unit: reading.unit, counted, event }))
}

/// What an amount is of: "5 tonnes of cocaine", "$60 billion in military aid", "a $60 billion aid package".
fn amount(words: &Words<'_>, start: usize, end: usize) -> Counted {
    let none = Counted { end, ..Counted::default() };
    match words.low(end) {
        "of" => counted::read(words, end, false, true),
        "in" if !words.is_capital(end + 1) && !words.is_time(end + 1) => {
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
        _ if matches!(
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

/// Hands nouns and events on through lists: "12 men and 13 women were killed", "500 people were killed and
/// 1,200 injured", "killed 12 soldiers and 13 civilians".
fn share(words: &Words<'_>, found: &mut [Quantity]) {
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
