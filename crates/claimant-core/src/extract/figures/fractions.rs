//! Parts of a whole: "two-thirds", "half of", "one in three", "three out of five".

use std::ops::Range;

use super::lists::{CHANGES, TRENDS};
use super::spelled::small;
use super::units::{self, Sort, Unit};
use super::words::Words;

/// A fraction with its words. Its value is not decimal text: a third has none.
pub(super) struct Fraction {
    pub range: Range<usize>,
    pub value: f64,
}

fn denominator(word: &str) -> Option<f64> {
    let singular = word.strip_suffix('s').unwrap_or(word);
    Some(match singular {
        "third" => 3.0,
        "quarter" | "fourth" => 4.0,
        "fifth" => 5.0,
        "sixth" => 6.0,
        "seventh" => 7.0,
        "eighth" => 8.0,
        "ninth" => 9.0,
        "tenth" => 10.0,
        _ => return None,
    })
}

/// Whether the word alone is a fraction: "two-thirds", "half".
pub(super) fn is_part(word: &str) -> bool {
    word == "half"
        || word
            .split_once('-')
            .is_some_and(|(over, under)| small(over).is_some() && denominator(under).is_some())
}

fn starts_whole(word: &str) -> bool {
    matches!(
        word,
        "of" | "the" | "its" | "their" | "his" | "her" | "our" | "my" | "your" | "all" | "those" | "these"
    )
}

/// The fraction that starts at `at`.
pub(super) fn read(words: &Words<'_>, at: usize) -> Option<Fraction> {
    if words.get(at)?.timed {
        return None;
    }
    let (range, value) = part(words, at).or_else(|| ratio(words, at))?;
    // "half of the year", "a quarter of an hour" are times.
    let whole = (range.end..range.end + 3)
        .find(|at| !starts_whole(words.low(*at)) && !matches!(words.low(*at), "a" | "an"));
    if whole.is_some_and(|at| super::lists::TIME_UNITS.has(words.low(at))) {
        return None;
    }
    Some(Fraction { range, value })
}

fn part(words: &Words<'_>, at: usize) -> Option<(Range<usize>, f64)> {
    let word = words.low(at);
    // "two-thirds", "one-fifth".
    if let Some((over, under)) = word.split_once(['-', '‑'])
        && let Some(under) = denominator(under)
    {
        let over = if over == "a" { 1 } else { small(over)? };
        return (over > 0 && (over as f64) < under).then_some((at..at + 1, over as f64 / under));
    }
    match word {
        "half" if is_step(words, at, at + 1) => return Some((at..at + 1, 0.5)),
        // "the second half of the match" is a part in time.
        "half"
            if starts_whole(words.low(at + 1))
                && !matches!(
                    words.before(at, 1),
                    "first"
                        | "second"
                        | "other"
                        | "better"
                        | "latter"
                        | "this"
                        | "that"
                        | "last"
                        | "top"
                        | "bottom"
                ) =>
        {
            return Some((at..at + 1, 0.5));
        }
        "half" => return None,
        "½" => return Some((at..at + 1, 0.5)),
        "¼" => return Some((at..at + 1, 0.25)),
        "¾" => return Some((at..at + 1, 0.75)),
        "⅓" => return Some((at..at + 1, 1.0 / 3.0)),
        "⅔" => return Some((at..at + 1, 2.0 / 3.0)),
        _ => {}
    }
    // "a third of", "one quarter of", "two thirds": "a third man" counts nobody.
    let next = words.low(at + 1);
    if let Some(under) = denominator(next) {
        let plural = next.ends_with('s');
        let over = if matches!(word, "a" | "an") { 1 } else { small(word)? };
        let whole = starts_whole(words.low(at + 2)) || is_step(words, at, at + 2);
        // "the last two quarters" are times; nobody says "two quarters of" for a half.
        if next == "quarters" && !(over == 3 && whole) {
            return None;
        }
        if over > 0 && (over as f64) < under && ((over > 1 && plural) || (over == 1 && !plural && whole)) {
            return Some((at..at + 2, over as f64 / under));
        }
    }
    // "2/3 of", in digits only with a whole after it.
    if words.is_number(at)
        && words.low(at + 1) == "/"
        && words.glued(at + 1)
        && words.glued(at + 2)
        && starts_whole(words.low(at + 3))
    {
        let (over, under) = (whole_number(words, at)?, whole_number(words, at + 2)?);
        return (over > 0 && over < under).then_some((at..at + 3, over as f64 / under as f64));
    }
    None
}

/// A part of a measure: "1/2 pound of chocolate", "1/16 of a pint".
pub(super) fn of_unit(words: &Words<'_>, at: usize) -> Option<(Range<usize>, f64, Unit)> {
    let typed = words.is_number(at)
        && matches!(words.low(at + 1), "/" | "⁄")
        && words.glued(at + 1)
        && words.glued(at + 2)
        && words.is_number(at + 2);
    let (over, under) =
        if typed { (whole_number(words, at)?, whole_number(words, at + 2)?) } else { return None };
    let from = at + 3;
    let from =
        if words.low(from) == "of" && matches!(words.low(from + 1), "a" | "an") { from + 2 } else { from };
    let (unit, to) = units::after(words, at, from, false)?;
    (over > 0 && over < under && unit.sort == Sort::Measure && unit.shift == 0).then_some((
        at..to,
        over as f64 / under as f64,
        unit,
    ))
}

/// Whether a change is as large as the fraction at `at..end`: "fell by a third", "has climbed by almost a fifth". Not "operated by a third
/// party", "cut by a quarter point".
fn is_step(words: &Words<'_>, at: usize, end: usize) -> bool {
    /// Words between a change and its "by": "cut the number of guards by".
    const FAR: usize = 6;
    let hedge =
        |word: &str| matches!(word, "almost" | "nearly" | "about" | "around" | "over" | "more" | "than");
    let Some(by) = (1..=3).find(|back| !hedge(words.before(at, *back))) else { return false };
    let changes = |back: usize| {
        let word = words.before(at, back);
        TRENDS.has(word) || CHANGES.has(word)
    };
    let next = words.low(end);
    let closes = !next.starts_with(char::is_alphanumeric)
        || starts_whole(next)
        || matches!(
            next,
            "after"
                | "and"
                | "as"
                | "at"
                | "before"
                | "between"
                | "but"
                | "by"
                | "compared"
                | "during"
                | "for"
                | "from"
                | "in"
                | "last"
                | "on"
                | "or"
                | "since"
                | "this"
                | "to"
                | "when"
                | "while"
                | "within"
        );
    words.before(at, by) == "by" && closes && (by + 1..=by + FAR).any(changes)
}

fn whole_number(words: &Words<'_>, at: usize) -> Option<u64> {
    let word = words.get(at).filter(|word| !word.timed)?;
    small(&word.low)
        .or_else(|| (word.low.len() <= 4).then(|| word.low.parse().ok())?)
        .or_else(|| (word.low == "hundred").then_some(100))
}

/// "one in three", "one in every five", "three out of five": only over round numbers, so that "12 in 30
/// countries" stays two counts.
fn ratio(words: &Words<'_>, at: usize) -> Option<(Range<usize>, f64)> {
    let out = usize::from(words.low(at + 1) == "out" && words.low(at + 2) == "of") * 2;
    let mut under_at = match words.low(at + 1) {
        "in" => at + 2,
        "out" if out > 0 => at + 3,
        _ => return None,
    };
    if words.low(under_at) == "every" {
        under_at += 1;
    }
    let over = whole_number(words, at).filter(|over| (1..10).contains(over))?;
    let article = usize::from(words.low(under_at) == "a" && words.low(under_at + 1) == "hundred");
    let under = whole_number(words, under_at + article)?;
    let end = under_at + article + 1;
    let round = (over == 1 && under <= 10)
        || matches!(under, 3 | 4 | 5 | 8 | 10 | 12 | 20 | 25 | 50 | 100 | 1000)
        || (out > 0 && under <= 10);
    // "one in 3 million" is rarer than every table here: left to the plain numbers.
    let goes_on =
        matches!(words.low(end), "million" | "billion" | "thousand" | "%" | "percent" | "per" | "-" | "to");
    (over < under && round && !goes_on && !super::counted::is_duration(words, end))
        .then_some((at..end, over as f64 / under as f64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use crate::token::tokenize;

    fn check(text: &str, value: Option<f64>) {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        let words = Words::new(text, &tokens, false, |_| false);
        assert_eq!(read(&words, 0).map(|fraction| fraction.value), value, "{text}");
    }

    #[test]
    fn how_far_something_changed() {
        let within = |text: &str, value: Option<f64>| {
            let mut tokens = Vec::new();
            tokenize(text, Span::new(0, text.len()), &mut tokens);
            let words = Words::new(text, &tokens, false, |_| false);
            let found = (0..tokens.len()).find_map(|at| read(&words, at));
            assert_eq!(found.map(|fraction| fraction.value), value, "{text}");
        };
        within("Sales fell by a third.", Some(1.0 / 3.0));
        within("Output has climbed by almost a fifth in May", Some(0.2));
        within("The dam is operated by a third party.", None);
        within("It was confirmed by a third source.", None);
        within("The bank cut rates by a quarter point.", None);
        within("They left by half past nine.", None);
    }

    #[test]
    fn parts_of_a_whole() {
        check("two-thirds", Some(2.0 / 3.0));
        check("two thirds of", Some(2.0 / 3.0));
        check("a third of", Some(1.0 / 3.0));
        check("a third man", None);
        check("a third since May", None);
        check("half of the men", Some(0.5));
        check("half of the year", None);
        check("half a million", None);
        check("one in three", Some(1.0 / 3.0));
        check("three out of five", Some(0.6));
        check("one in every 10 people", Some(0.1));
        check("one in five days", None);
        check("12 in 30 countries", None);
        check("2/3 of the troops", Some(2.0 / 3.0));
        check("24/7", None);
    }
}
