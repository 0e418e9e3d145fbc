//! Ages: measures of a person ("a 31-year-old man", "31 years old"), not names for one ("the 31-year-old", "Lee, 31,").

use super::counted::is_stop;
use super::units::{Sort, Unit};
use super::words::Words;

/// The unit of an age behind its number, with the index after it.
pub(super) fn read(words: &Words<'_>, at: usize) -> Option<(Unit, usize)> {
    let hyphen = usize::from(words.low(at) == "-" && words.glued(at) && words.glued(at + 1));
    let from = at + hyphen;
    let (unit, to) = if let Some(unit) = words.low(from).strip_suffix("-old") {
        (unit, from + 1)
    } else if words.low(from + 1) == "old" {
        (words.low(from), from + 2)
    } else if words.has(from + 1, "of age") {
        (words.low(from), from + 3)
    } else {
        return None;
    };
    let code = match unit.strip_suffix('s').unwrap_or(unit) {
        "year" => "a",
        "month" => "mo",
        "week" => "wk",
        "day" => "d",
        _ => return None,
    };
    Some((Unit { code, sort: Sort::Time, shift: 0 }, to))
}

/// Whether the age stands for the person: "the 31-year-old said", "two 18-year-olds"; the index after it.
pub(super) fn name(words: &Words<'_>, at: usize) -> Option<usize> {
    let hyphen = usize::from(words.low(at) == "-" && words.glued(at) && words.glued(at + 1));
    let word = words.low(at + hyphen);
    let to = at + hyphen + 1;
    if word.ends_with("-olds") {
        return Some(to);
    }
    let noun = words.is_word(to) && !is_stop(words.low(to)) && !words.low(to).ends_with("ed");
    (word.ends_with("-old") && !noun).then_some(to)
}
