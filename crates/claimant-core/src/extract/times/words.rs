//! The words of time expressions, and a sentence read in their terms.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::expression::{Shift, Unit, Zone};
use crate::Span;
use crate::calendar;
use crate::token::{Token, TokenKind};

/// What a word means where time is concerned.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Class {
    /// A word of no time expression.
    Other,
    /// A number of up to nine digits without separators, and how many digits it has.
    Digits(u32, u8),
    /// A number with separators: "2.5", "1,000".
    Decimal,
    /// "one" to "ninety".
    Spelled(u8),
    /// "first" to "twelfth" and "twentieth", "twenty-first" in pieces.
    Ordinal(u8),
    /// With whether it is plural.
    Unit(Unit, bool),
    /// A month, 1 to 12, capitalised.
    Month(i8),
    /// A weekday, 1 (Monday) to 7, capitalised.
    Weekday(i8),
    Season(&'static str),
    /// A part of the day, in TIMEX3 notation.
    Part(&'static str),
    /// Days from today: "today", "yesterday".
    Day(i64),
    Shift(Shift),
    /// "the nineties": its first digit.
    Decade(u8),
    Zone(Zone),
    /// Any other word that begins an expression.
    Key,
}

/// A word, or a piece of a hyphenated one, or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub span: Span,
    pub class: Class,
}

/// No word of the table is longer.
const LONGEST: usize = 14;

/// Words that begin an expression and have no class of their own.
const KEYS: &[&str] = &[
    "a",
    "about",
    "almost",
    "an",
    "annually",
    "another",
    "any",
    "approximately",
    "around",
    "at",
    "beginning",
    "christmas",
    "close",
    "coming",
    "comparable",
    "corresponding",
    "currently",
    "daily",
    "dozens",
    "each",
    "earlier",
    "early",
    "easter",
    "election",
    "end",
    "eve",
    "every",
    "few",
    "fewer",
    "final",
    "fiscal",
    "following",
    "future",
    "good",
    "h1",
    "h2",
    "half",
    "halloween",
    "her",
    "his",
    "hourly",
    "hundred",
    "hundreds",
    "independence",
    "its",
    "just",
    "labor",
    "labour",
    "late",
    "lately",
    "later",
    "latest",
    "latter",
    "less",
    "many",
    "memorial",
    "mid",
    "midday",
    "middle",
    "midnight",
    "monthly",
    "more",
    "most",
    "nearly",
    "new",
    "next",
    "nightly",
    "no",
    "noon",
    "now",
    "nowadays",
    "only",
    "our",
    "over",
    "past",
    "presently",
    "previous",
    "previously",
    "prior",
    "q1",
    "q2",
    "q3",
    "q4",
    "quite",
    "recent",
    "recently",
    "remainder",
    "rest",
    "right",
    "roughly",
    "several",
    "some",
    "soon",
    "start",
    "thanksgiving",
    "that",
    "the",
    "their",
    "these",
    "those",
    "thousands",
    "tonight",
    "turn",
    "under",
    "up",
    "valentine",
    "valentines",
    "very",
    "weekly",
    "within",
    "yearly",
];

static WORDS: LazyLock<FxHashMap<&'static str, Class>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    for key in KEYS {
        words.insert(*key, Class::Key);
    }
    for (word, unit) in [
        ("second", Unit::Second),
        ("minute", Unit::Minute),
        ("hour", Unit::Hour),
        ("day", Unit::Day),
        ("week", Unit::Week),
        ("weekend", Unit::Weekend),
        ("month", Unit::Month),
        ("quarter", Unit::Quarter),
        ("year", Unit::Year),
        ("decade", Unit::Decade),
        ("century", Unit::Century),
    ] {
        words.insert(word, Class::Unit(unit, false));
    }
    for (word, unit) in [
        ("seconds", Unit::Second),
        ("minutes", Unit::Minute),
        ("mins", Unit::Minute),
        ("hours", Unit::Hour),
        ("hrs", Unit::Hour),
        ("days", Unit::Day),
        ("nights", Unit::Night),
        ("weeks", Unit::Week),
        ("weekends", Unit::Weekend),
        ("months", Unit::Month),
        ("quarters", Unit::Quarter),
        ("years", Unit::Year),
        ("yrs", Unit::Year),
        ("decades", Unit::Decade),
        ("centuries", Unit::Century),
    ] {
        words.insert(word, Class::Unit(unit, true));
    }
    const ONES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    for (number, word) in ONES.into_iter().enumerate() {
        words.insert(word, Class::Spelled(number as u8));
    }
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    for (number, word) in TENS.into_iter().enumerate() {
        words.insert(word, Class::Spelled(10 * (number as u8 + 2)));
    }
    const DECADES: [&str; 8] =
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
    for (number, word) in DECADES.into_iter().enumerate() {
        words.insert(word, Class::Decade(number as u8 + 2));
    }
    const ORDINALS: [&str; 20] = [
        "first",
        "second",
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
        "twentieth",
    ];
    for (number, word) in ORDINALS.into_iter().enumerate() {
        words.insert(word, Class::Ordinal(number as u8 + 1));
    }
    for (word, season) in
        [("spring", "SP"), ("summer", "SU"), ("autumn", "FA"), ("fall", "FA"), ("winter", "WI")]
    {
        words.insert(word, Class::Season(season));
    }
    for (word, part) in [
        ("morning", "TMO"),
        ("mid-morning", "TMO"),
        ("afternoon", "TAF"),
        ("evening", "TEV"),
        ("night", "TNI"),
    ] {
        words.insert(word, Class::Part(part));
    }
    for (word, offset) in [("today", 0), ("yesterday", -1), ("tomorrow", 1)] {
        words.insert(word, Class::Day(offset));
    }
    for (word, shift) in
        [("last", Shift::Last), ("this", Shift::This), ("current", Shift::This), ("next", Shift::Next)]
    {
        words.insert(word, Class::Shift(shift));
    }
    // The zones that news in English names; daylight saving is in the name. IST, BST and the like are left out
    // where one name stands for several zones.
    for (word, hours) in [
        ("utc", 0),
        ("gmt", 0),
        ("est", -5),
        ("edt", -4),
        ("cst", -6),
        ("cdt", -5),
        ("mst", -7),
        ("mdt", -6),
        ("pst", -8),
        ("pdt", -7),
        ("akst", -9),
        ("akdt", -8),
        ("hst", -10),
        ("cet", 1),
        ("cest", 2),
        ("eet", 2),
        ("eest", 3),
        ("msk", 3),
        ("jst", 9),
        ("kst", 9),
        ("aest", 10),
        ("aedt", 11),
        ("nzst", 12),
        ("nzdt", 13),
    ] {
        words.insert(word, Class::Zone(Zone::fixed(hours * 60)));
    }
    words
});

/// Reads `tokens` into `items`: hyphenated words in pieces, the hyphens between them.
pub(super) fn read(text: &str, tokens: &[Token], items: &mut Vec<Item>) {
    items.clear();
    for token in tokens {
        let word = token.of(text);
        match token.kind {
            TokenKind::Number => items.push(Item { span: token.span, class: number(word) }),
            TokenKind::Word if word.len() <= 3 * LONGEST && word.contains('-') => {
                let mut at = token.span.start();
                for (index, piece) in word.split('-').enumerate() {
                    if index > 0 {
                        items.push(Item { span: Span::new(at, at + 1), class: Class::Other });
                        at += 1;
                    }
                    // "early-1960s"
                    let decade = piece
                        .strip_suffix('s')
                        .filter(|year| year.len() == 4 && matches!(number(year), Class::Digits(..)));
                    if let Some(year) = decade {
                        items.push(Item { span: Span::new(at, at + 4), class: number(year) });
                        items.push(Item { span: Span::new(at + 4, at + 5), class: Class::Other });
                        at += piece.len();
                    } else if !piece.is_empty() {
                        items.push(Item { span: Span::new(at, at + piece.len()), class: piece_class(piece) });
                        at += piece.len();
                    }
                }
            }
            TokenKind::Word => items.push(Item { span: token.span, class: class(word) }),
            TokenKind::Quote | TokenKind::Mark | TokenKind::Handle | TokenKind::Url => {
                items.push(Item { span: token.span, class: Class::Other });
            }
        }
    }
}

/// A piece of a hyphenated word: four digits are a year ("mid-2011"), fewer belong to a name ("Covid-19").
fn piece_class(piece: &str) -> Class {
    if piece.len() == 4 && piece.bytes().all(|byte| byte.is_ascii_digit()) {
        number(piece)
    } else {
        class(piece)
    }
}

fn number(word: &str) -> Class {
    if word.len() <= 9 && word.bytes().all(|byte| byte.is_ascii_digit()) {
        word.parse().map_or(Class::Decimal, |number| Class::Digits(number, word.len() as u8))
    } else {
        Class::Decimal
    }
}

fn class(word: &str) -> Class {
    if word.len() > LONGEST {
        return Class::Other;
    }
    let mut buffer = [0; LONGEST];
    let low = &mut buffer[..word.len()];
    low.copy_from_slice(word.as_bytes());
    low.make_ascii_lowercase();
    // Lower-casing ASCII leaves valid UTF-8 valid.
    let Ok(low) = std::str::from_utf8(low) else { return Class::Other };
    if let Some(class) = WORDS.get(low) {
        return match class {
            // A zone is written in capitals: "est" is French.
            Class::Zone(_) if word.bytes().any(|byte| byte.is_ascii_lowercase()) => Class::Other,
            class => *class,
        };
    }
    if word.as_bytes().first().is_some_and(u8::is_ascii_uppercase) {
        if let Some(month) = calendar::month(word) {
            return Class::Month(month);
        }
        if let Some(weekday) = calendar::weekday(word) {
            return Class::Weekday(weekday);
        }
    }
    Class::Other
}
