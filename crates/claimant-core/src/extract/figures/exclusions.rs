//! Numbers that count nothing: years, dates, times of day, ages, labels, names, scores.

use super::counted::{self, Counted};
use super::lists::{COUNTED_PARTS, LABELS, ONE_IDIOMS, STREETS, TIME_UNITS, TIMES_OF_DAY, YEAR_BEFORE};
use super::numbers::{Kind, Number};
use super::spelled::small;
use super::words::Words;
use crate::calendar;
use crate::token::TokenKind;

/// Whether the number is none by its neighbours alone, whatever follows; then the index to go on at.
pub(super) fn by_form(words: &Words<'_>, number: &Number, unit: bool, money: bool) -> Option<usize> {
    let (from, to) = (number.range.start, number.range.end);
    if words.is_number(from) && !money && glued_before(words, from) {
        // "+44 20 7946 0958" goes on behind blanks.
        let groups =
            (to..to + 6).take_while(|at| words.before(from, 1) == "+" && words.is_number(*at)).count();
        return Some(to + groups);
    }
    if let Some(skip) = glued_after(words, to, unit) {
        return Some(skip);
    }
    if unit || money {
        return None;
    }
    let value = number.value();
    let next = words.low(to);
    // "6 p.m.", "six o'clock".
    if TIMES_OF_DAY.has(next) && value <= 24.0 {
        return Some(to + 1);
    }
    // "27 December", "27 and 28 December", "27-28 December".
    if number.is_bare() && value <= 31.0 {
        if is_month(words, to) {
            return Some(to + 1);
        }
        if matches!(next, "-" | "–" | "and" | "to" | "or")
            && words.is_number(to + 1)
            && is_month(words, to + 2)
        {
            return Some(to + 3);
        }
        // "December 27", "Dec. 27-28", "December 27, 2024".
        let dot = usize::from(words.before(from, 1) == ".");
        if from > dot && is_month(words, from - 1 - dot) {
            let mut end = to;
            if matches!(next, "-" | "–") && words.is_number(to + 1) {
                end = to + 2;
            }
            if words.low(end) == "," && is_year(words, end + 1) {
                end += 2;
            } else if is_year(words, end) {
                end += 1;
            }
            return Some(end);
        }
    }
    label(words, number).or_else(|| item(words, number))
}

fn is_month(words: &Words<'_>, at: usize) -> bool {
    words.is_word(at) && calendar::month(words.raw(at)).is_some()
}

fn is_year(words: &Words<'_>, at: usize) -> bool {
    words.is_number(at) && calendar::year_number(words.raw(at)).is_some()
}

/// "9/11", "18:30", "'24", "x4": something touches the digits from the left.
fn glued_before(words: &Words<'_>, from: usize) -> bool {
    if !words.glued(from) {
        return false;
    }
    let before = words.before(from, 1);
    match words.kind(from - 1) {
        Some(TokenKind::Word) if matches!(before, "minus-" | "sub-") => false,
        Some(TokenKind::Word | TokenKind::Number | TokenKind::Handle | TokenKind::Url) => true,
        Some(TokenKind::Quote) => matches!(before, "'" | "’" | "‘") && words.raw(from).len() == 2,
        _ => match before {
            "/" | ":" | "." | "_" | "@" | "#" | "№" | "*" | "=" | "&" | "\\" | "^" | "⁄" | "×" => true,
            // "+44 20 …" is a phone number, "+5" a number.
            "+" => words.is_number(from + 1),
            // A dash after something: what stands before it has been read already.
            "-" | "–" | "−" | "," => words.glued(from - 1) && from >= 2,
            _ => false,
        },
    }
}

/// "24/7", "18:30", "21st", "1990s", "4x4": something touches it from the right.
fn glued_after(words: &Words<'_>, to: usize, unit: bool) -> Option<usize> {
    if !words.glued(to) || unit {
        return None;
    }
    match words.kind(to) {
        Some(TokenKind::Word) if matches!(words.low(to), "'s" | "’s") => None,
        Some(TokenKind::Word | TokenKind::Handle | TokenKind::Url) => Some(to + 1),
        Some(TokenKind::Mark) => {
            let next = words.low(to);
            if matches!(next, "/" | ":" | "_" | "@" | "*" | "=" | "x" | "×" | "\\")
                && words.glued(to + 1)
                && (words.is_number(to + 1) || words.is_word(to + 1))
            {
                return Some(to + 2);
            }
            // "a 31-year-old man", "a 12-day strike", "5-star": only what the reader of units or
            // members takes counts.
            if matches!(next, "-" | "‑")
                && words.glued(to + 1)
                && words.is_word(to + 1)
                && !counts_compound(words.low(to + 1))
            {
                return Some(to + 2);
            }
            // "12°": an angle or a place on a map.
            (next == "°").then_some(to + 1)
        }
        _ => None,
    }
}

/// Second parts of a compound that keep the first one a count: "a 12-member council", "a 3,000-strong force",
/// "30-odd people". "10-to-15" is a range.
pub(super) fn counts_compound(word: &str) -> bool {
    COUNTED_PARTS.has(word)
}

/// "Article 5", "No. 1", "aged 31", "Phase Two".
fn label(words: &Words<'_>, number: &Number) -> Option<usize> {
    let (from, to) = (number.range.start, number.range.end);
    if !matches!(number.kind, Kind::Digits | Kind::Spelled) || number.magnitude > 0 {
        return None;
    }
    let dot = usize::from(words.before(from, 1) == "." && words.glued(from - 1));
    let before = words.before(from, 1 + dot);
    let bare = number.is_bare();
    // "at the age of 45".
    if bare && before == "of" && matches!(words.before(from, 2), "age" | "ages") {
        return Some(to);
    }
    if bare && LABELS.has(before) && !(before == "no" && dot == 0 && !words.is_capital(from - 1)) {
        // "aged 5 to 12", "Articles 5 and 6".
        // In "Stoxx 50 -1.3%" the dash is a minus.
        let minus = matches!(words.low(to), "-" | "–") && !words.glued(to) && words.glued(to + 1);
        let more =
            matches!(words.low(to), "to" | "and" | "-" | "–" | "or") && words.is_number(to + 1) && !minus;
        return Some(if more { to + 2 } else { to });
    }
    // "Phase Two", "phase two", "aged five".
    if number.kind == Kind::Spelled
        && number.range.len() == 1
        && LABELS.has(before)
        && dot == 0
        && !matches!(before, "no" | "act" | "turns" | "number" | "mark" | "unit")
    {
        return Some(to);
    }
    // "Group of Seven", "World War Two": a number with a capital inside a sentence is part of a name.
    if number.kind == Kind::Spelled
        && words.is_capital(from)
        && !words.headline
        && !words.is_first(from)
        && !words.low(from).starts_with("a ")
        && words.raw(from).len() > 1
    {
        let title_hedge = words.is_capital(from.wrapping_sub(1))
            && matches!(
                words.before(from, 1),
                "least" | "than" | "about" | "around" | "over" | "nearly" | "some" | "to" | "as" | "least,"
            );
        if !title_hedge {
            return Some(to);
        }
    }
    None
}

/// "1. …", "(2)", "Lee, 31,", "Lee (31)", "at 6".
fn item(words: &Words<'_>, number: &Number) -> Option<usize> {
    let (from, to) = (number.range.start, number.range.end);
    let next = words.low(to);
    let end_mark =
        words.get(to).is_none_or(|word| matches!(&*word.low, "," | "." | ")" | ";" | "-" | "–" | "—"));
    if number.is_bare() {
        // The number of a list item.
        if words.is_first(from) && from < 2 && matches!(next, "." | ")") && words.glued(to) {
            return Some(to);
        }
        if words.before(from, 1) == "(" && next == ")" {
            return Some(to);
        }
        // Phone numbers in groups: "020 7946 0958".
        if number.value() > 99.0 && words.is_number(to) && words.is_number(to + 1) {
            return Some(to + 2);
        }
    }
    // "Herrera: 4 Started …": a mark given.
    if number.is_bare()
        && words.before(from, 1) == ":"
        && number.value() <= 10.0
        && (end_mark || words.is_capital(to))
    {
        return Some(to);
    }
    let age = (1.0..=120.0).contains(&number.value());
    if age
        && end_mark
        && words.before(from, 1) == ","
        && words.is_capital(from.wrapping_sub(2))
        && !words.is_number(to + 1)
        && next != "."
    {
        return Some(to);
    }
    (number.is_bare() && words.before(from, 1) == "at" && number.value() <= 24.0 && end_mark).then_some(to)
}

/// Whether the number is none, given what would be counted.
pub(super) fn by_noun(
    words: &Words<'_>,
    number: &Number,
    counted: &Counted,
    hedged: bool,
    event: bool,
) -> bool {
    let (from, to) = (number.range.start, number.range.end);
    if counted::is_duration(words, to) {
        return true;
    }
    if let Some(of) = &counted.of
        && TIME_UNITS.has(words.low(of.end - 1))
    {
        return true;
    }
    let before = words.before(from, 1);
    if number.kind == Kind::Spelled
        && number.range.len() == 1
        && number.value() <= 1.0
        && words.low(from) == "one"
    {
        return !counts_one(words, from, counted, hedged);
    }
    // "the bottom three" of a table.
    if counted.of.is_none() && number.value() < 100.0 && matches!(before, "top" | "bottom" | "final") {
        return true;
    }
    if !number.is_bare() || !words.is_number(from) {
        return false;
    }
    let value = number.value();
    // Years, unless they count: "2000 people".
    let looks_like_year = (1500.0..2100.0).contains(&value) && value.fract() == 0.0;
    // Few things are counted as 2018 without a comma; 2000 may be.
    let round = value % 50.0 == 0.0;
    if looks_like_year
        && !(counted.plural
            && (round || hedged)
            && !matches!(
                before,
                "in" | "since" | "by" | "until" | "during" | "early" | "late" | "mid" | "the"
            ))
    {
        let strict = hedged && !YEAR_BEFORE.has(before) && !YEAR_BEFORE.has(words.before(from, 2));
        if !strict || matches!(before, "about" | "around" | "circa" | "after" | "before") {
            return true;
        }
    }
    // "children under 18", "those over 65": ages.
    if counted.of.is_none()
        && (5.0..=100.0).contains(&value)
        && matches!(before, "under" | "over" | "above" | "below")
        && (counted::is_plural(words, from.wrapping_sub(2))
            || matches!(
                words.before(from, 2),
                "those" | "anyone" | "everyone" | "anybody" | "aged" | "adult"
            ))
    {
        return true;
    }
    if hedged || event {
        return false;
    }
    // "10 Downing Street".
    if words.is_capital(to) && (to..to + 4).any(|at| words.is_capital(at) && STREETS.has(words.low(at))) {
        return true;
    }
    // "the 787 Dreamliner": a number before a single name.
    if words.is_capital(to)
        && !counted.plural
        && !words.headline
        && !words.is_first(from)
        && words.glued(from) == words.glued(to)
        && matches!(before, "the" | "a" | "an" | "own" | "new" | "its" | "their")
    {
        return true;
    }
    // "Boeing 737 crashed", "the S&P 500": a capital before and nothing counted after.
    let name = words.is_capital(from.wrapping_sub(1)) && !words.is_time(from - 1);
    name && !counted.plural && !words.headline
}

/// "one soldier", "one of the soldiers", but not "one of them", "no one", "the one who", "one day".
fn counts_one(words: &Words<'_>, from: usize, counted: &Counted, hedged: bool) -> bool {
    let before = words.before(from, 1);
    // "one of the 12 hostages".
    if words.has(from + 1, "of the") && (words.is_number(from + 3) || small(words.low(from + 3)).is_some()) {
        return !matches!(before, "no" | "any" | "every" | "each");
    }
    let Some(of) = &counted.of else { return false };
    let pronoun = matches!(
        before,
        "the"
            | "this"
            | "that"
            | "no"
            | "any"
            | "every"
            | "each"
            | "which"
            | "some"
            | "another"
            | "number"
            | "a"
            | "my"
            | "last"
            | "first"
    );
    let next = words.low(of.start);
    // "one of these days" is no count.
    if words.low(from + 1) == "of" && counted.plural && !pronoun {
        return !matches!(words.low(of.end - 1), "reasons" | "things" | "ways")
            && !TIME_UNITS.has(words.low(of.end - 1));
    }
    of.start == from + 1
        && (!pronoun || (hedged && before == "some"))
        && !ONE_IDIOMS.has(next)
        // "on one hand".
        && !(next == "hand" && before == "on")
        && !next.ends_with("ly")
        && !matches!(words.low(from + 1), "of" | "'s" | "’s")
}

/// Whether a spelled-out number is only part of a word pair that is no count: "zero", "nine-to-five".
pub(super) fn is_idiom(words: &Words<'_>, number: &Number) -> bool {
    let (from, to) = (number.range.start, number.range.end);
    // "one another", "two by two", "one by one", "back to square one".
    small(words.low(from)).is_some()
        && ((words.low(to) == "by" && words.low(to + 1) == words.low(from))
            || (words.low(from) == "one" && matches!(words.low(to), "another" | "by"))
            || words.before(from, 1) == "square"
            || (words.low(from) == "zero" && matches!(words.low(to), "in" | "tolerance" | "sum")))
}
