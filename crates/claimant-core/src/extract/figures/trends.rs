//! Changes: "rose [by] 3%", "up 19 cents", "a 25% drop", "an increase of 60,600 jobs", "fell to 7,425".

use std::ops::Range;

use super::lists::{TREND_NOUNS, TRENDS};
use super::words::Words;

/// The change that an amount measures or leads to, by the words next to it. `end`: behind the amount.
/// `amount`: it has a unit.
pub(super) fn event(words: &Words<'_>, start: usize, end: usize, amount: bool) -> Option<Range<usize>> {
    before(words, start, amount).or_else(|| after(words, end))
}

fn before(words: &Words<'_>, start: usize, amount: bool) -> Option<Range<usize>> {
    let mut at = start;
    for _ in 0..2 {
        if matches!(
            words.before(at, 1),
            "by" | "a"
                | "another"
                | "some"
                | "further"
                | "slightly"
                | "only"
                | "just"
                | "as"
                | "much"
                | "from"
                | "between"
        ) {
            at -= 1;
        }
    }
    let verb = at.checked_sub(1)?;
    let word = words.low(verb);
    // "up 3%", "down from 12".
    if matches!(word, "up" | "down")
        && !matches!(
            words.before(verb, 1),
            "set" | "sets" | "setting" | "cut" | "made" | "makes" | "make" | "gave" | "give" | "gives" | "giving" | "given"
                | "took" | "take" | "takes" | "picked" | "pick" | "picks" | "put" | "puts" | "came" | "signed" | "sum"
        )
        // "ended up 12 points behind"; a market ends "down 1%".
        && !(word == "up" && matches!(words.before(verb, 1), "end" | "ended" | "ends"))
    {
        // "up from 50%": the level it came from.
        let level = words.low(at) == "from" && at + 1 == start;
        return Some(verb..at + usize::from(level));
    }
    if matches!(word, "up" | "down" | "off" | "back") && verb > 0 && TRENDS.has(words.before(verb, 1)) {
        return Some(verb - 1..verb + 1);
    }
    // "revised upward by 40 billion".
    if matches!(word, "upward" | "upwards" | "downward" | "downwards") && verb > 0 && words.is_word(verb - 1)
    {
        return Some(verb - 1..verb + 1);
    }
    // Shares that "added 15 cents" rose; who "added 15 names" only lists.
    if TRENDS.has(word) || (amount && at == start && matches!(word, "add" | "adds" | "added" | "adding")) {
        return Some(verb..verb + 1);
    }
    // "an increase of 60,600", "a drop of more than 3%".
    if word == "of" && verb > 0 && TREND_NOUNS.has(words.before(verb, 1)) {
        return Some(verb - 1..verb);
    }
    // "fell to 7,425": the level it led to.
    if word == "to" && verb > 0 {
        let back = usize::from(
            matches!(words.before(verb, 1), "back" | "down" | "up" | "sharply" | "slightly") && verb > 1,
        );
        let from = verb - 1 - back;
        if TRENDS.has(words.low(from))
            || (back > 0 && matches!(words.low(from), "inching" | "edging" | "edged" | "inched"))
        {
            return Some(from..verb + 1);
        }
    }
    None
}

fn after(words: &Words<'_>, end: usize) -> Option<Range<usize>> {
    let mut at = end;
    // "a 3% annual drop", "3% lower".
    if matches!(words.low(at), "annual" | "yearly" | "monthly" | "quarterly" | "overall" | "further") {
        at += 1;
    }
    let word = words.low(at);
    let comparative = matches!(word, "higher" | "lower" | "cheaper");
    (TREND_NOUNS.has(word) || comparative).then(|| at..at + 1)
}
