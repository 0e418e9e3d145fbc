//! Ages: measures of a person ("a 31-year-old man", "31 years old"), not names for one ("the 31-year-old", "Lee, 31,").

use super::counted::is_stop;
use super::numbers::Number;
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

/// The unit of a bare number that is said of a person: "she was 35", "he is nearly 40 and …". Numbers of nouns are left to those.
pub(super) fn of_person(words: &Words<'_>, number: &Number) -> Option<Unit> {
    let (from, to) = (number.range.start, number.range.end);
    let back = 1 + usize::from(matches!(
        words.before(from, 1),
        "only" | "just" | "about" | "nearly" | "almost" | "around" | "now" | "over" | "already" | "still"
    ));
    let is = matches!(words.before(from, back), "is" | "was" | "'s" | "’s" | "be");
    let future = usize::from(words.before(from, back) == "be") + back + 1;
    let person = matches!(words.before(from, future), "he" | "she" | "who" | "i")
        && (future == back + 1 || matches!(words.before(from, back + 1), "will" | "would"));
    let ends = words.get(to).is_none_or(|word| {
        matches!(
            &*word.low,
            "." | ","
                | ";"
                | ")"
                | "when"
                | "and"
                | "at"
                | "by"
                | "in"
                | "on"
                | "now"
                | "then"
                | "or"
                | "but"
        )
    }) || words.is_quote(to);
    let age =
        number.magnitude == 0 && number.value().fract() == 0.0 && (1.0..=120.0).contains(&number.value());
    (is && person && ends && age).then_some(Unit { code: "a", sort: Sort::Time, shift: 0 })
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
