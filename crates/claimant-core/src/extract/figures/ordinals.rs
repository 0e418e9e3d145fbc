//! Places in a series, where something is counted: "the third attack", "its 20th launch". Not dates, floors, amendments and names ("the
//! Third Reich"); and not "first" and "second" in words, which order a telling more often than things.

use std::ops::Range;

use super::counted::{self, Counted};
use super::lists::{ORDINAL_NAMES, TIME_UNITS};
use super::spelled::small;
use super::words::Words;
use crate::calendar;

/// The ordinal that starts at `at`, with its value and what it counts.
pub(super) fn read(words: &Words<'_>, at: usize) -> Option<(Range<usize>, u64, Counted)> {
    let (to, value) = in_digits(words, at).or_else(|| in_words(words, at))?;
    if words.get(at)?.timed
        || words.is_capital(to)
        || (words.is_capital(at) && !words.is_first(at) && !words.headline)
    {
        return None;
    }
    // "December 27th", "the 27th of December".
    let month = |at: usize| words.is_word(at) && calendar::month(words.raw(at)).is_some();
    if (at > 0 && month(at - 1)) || (words.low(to) == "of" && month(to + 1)) {
        return None;
    }
    let counted = counted::read(words, to, true, false);
    let noun = words.low(counted.of.as_ref()?.end - 1);
    let first = words.low(counted.of.as_ref()?.start);
    let named = |word: &str| ORDINAL_NAMES.has(word) || TIME_UNITS.has(word);
    (!named(noun) && !named(first)).then_some((at..to, value, counted))
}

fn in_digits(words: &Words<'_>, at: usize) -> Option<(usize, u64)> {
    let value: u64 = words.is_number(at).then(|| words.raw(at).replace(',', "").parse().ok())??;
    let fits = words.glued(at + 1) && matches!(words.low(at + 1), "st" | "nd" | "rd" | "th");
    (fits && (1..100_000).contains(&value)).then_some((at + 2, value))
}

fn in_words(words: &Words<'_>, at: usize) -> Option<(usize, u64)> {
    const ONES: [&str; 17] = [
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
    ];
    const TENS: [&str; 8] = [
        "twentieth",
        "thirtieth",
        "fortieth",
        "fiftieth",
        "sixtieth",
        "seventieth",
        "eightieth",
        "ninetieth",
    ];
    let one = |word: &str| ONES.iter().position(|name| *name == word).map(|place| place as u64 + 3);
    let word = words.low(at);
    let value =
        one(word).or_else(|| TENS.iter().position(|name| *name == word).map(|place| (place as u64 + 2) * 10));
    let value = value.or_else(|| {
        let (tens, rest) = word.split_once('-')?;
        let rest = match rest {
            "first" => 1,
            "second" => 2,
            _ => one(rest).filter(|value| *value < 10)?,
        };
        Some(small(tens).filter(|tens| tens % 10 == 0 && *tens >= 20)? + rest)
    })?;
    Some((at + 1, value))
}
