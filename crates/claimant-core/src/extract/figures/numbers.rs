//! Numbers in digits with their magnitudes, and the door to those in words.
//!
//! Values are kept as decimal text until the end ("1.2" and six places), so that each is the closest
//! floating-point number to what is written.

use std::ops::Range;

use super::words::Words;
use super::{spelled, vague};

/// A number as it stands, before hedges and units.
#[derive(Clone, Debug)]
pub(super) struct Number {
    /// Its words.
    pub range: Range<usize>,
    /// Decimal text without separators.
    pub digits: String,
    /// Powers of ten that `digits` is to be multiplied by.
    pub exponent: i32,
    /// Powers of ten that a magnitude word adds: 6 for "million".
    pub magnitude: i32,
    pub kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// "816", "1.2 million".
    Digits,
    /// "3,000", "1.2": with separators, so no year and no label.
    Grouped,
    /// "three", "a dozen", "half a million".
    Spelled,
    /// "a couple of".
    Loose,
    /// "dozens", "tens of thousands": only a least value.
    Floor,
}

impl Number {
    pub(super) fn new(range: Range<usize>, digits: impl Into<String>, kind: Kind) -> Number {
        Number { range, digits: digits.into(), exponent: 0, magnitude: 0, kind }
    }

    pub(super) fn scaled(mut self, exponent: i32) -> Number {
        self.exponent += exponent;
        self
    }

    /// The value without the magnitude word.
    pub(super) fn mantissa(&self) -> f64 {
        decimal(&self.digits, self.exponent)
    }

    /// The value, moved by `shift` more places.
    pub(super) fn value_at(&self, shift: i32) -> f64 {
        decimal(&self.digits, self.exponent + self.magnitude + shift)
    }

    pub(super) fn value(&self) -> f64 {
        self.value_at(0)
    }

    /// Whether it is a bare run of digits: what years, labels and ages look like too.
    pub(super) fn is_bare(&self) -> bool {
        self.kind == Kind::Digits && self.magnitude == 0 && self.range.len() == 1
    }
}

fn decimal(digits: &str, exponent: i32) -> f64 {
    // Digits and at most one full stop, checked where they are read.
    format!("{digits}e{exponent}").parse().unwrap_or(f64::NAN)
}

/// The number that starts at `at`. `money` says that a currency sign stands before it: "$5m" are millions.
pub(super) fn read(words: &Words<'_>, at: usize, money: bool) -> Option<Number> {
    let word = words.get(at)?;
    if word.timed {
        return None;
    }
    if words.is_number(at) {
        return in_digits(words, at, money);
    }
    // ".500", without a nought before the point.
    if words.is_point(at) {
        let digits = words.raw(at + 1);
        let plain = digits.len() <= 15 && digits.bytes().all(|byte| byte.is_ascii_digit());
        return plain.then(|| Number::new(at..at + 2, format!("0.{digits}"), Kind::Grouped));
    }
    if !words.is_word(at) {
        return None;
    }
    vague::read(words, at).or_else(|| spelled::part(words, at)).or_else(|| spelled::read(words, at))
}

/// Digits with separators to decimal text: "3,000", "1.2", "816 000", "1,00,000", "1.000.000".
///
/// One full stop is a decimal point, also before three digits: the texts are English.
fn clean(raw: &str) -> Option<(String, Kind)> {
    // Beyond 15 digits a number is an identifier, and f64 does not hold it exactly.
    if raw.len() > 32 || raw.bytes().filter(u8::is_ascii_digit).count() > 15 {
        return None;
    }
    let mut raw: String = raw.chars().map(|c| if c.is_ascii() { c } else { ',' }).collect();
    if raw.matches('.').count() > 1 {
        // "1.000.000" counts; "1.2.3" is a version, an address or a section.
        if raw.split('.').skip(1).any(|group| group.len() != 3) {
            return None;
        }
        raw = raw.replace('.', ",");
    }
    let (whole, fraction) = raw.split_once('.').unwrap_or((&raw, ""));
    let groups: Vec<&str> = whole.split(',').collect();
    let last = groups.len() - 1;
    let grouped = last > 0;
    if fraction.contains(',')
        // Groups of three, or of two and three as in India: "1,00,000".
        || (grouped && (groups[last].len() != 3 || groups[0].is_empty() || groups[0].len() > 3))
        || groups.iter().skip(1).any(|group| !matches!(group.len(), 2 | 3))
        // "007", "0800": codes.
        || (groups[0].len() > 1 && groups[0].starts_with('0'))
    {
        return None;
    }
    let mut digits = groups.concat();
    if !fraction.is_empty() {
        digits.push('.');
        digits.push_str(fraction);
    }
    let kind = if grouped || !fraction.is_empty() { Kind::Grouped } else { Kind::Digits };
    Some((digits, kind))
}

fn in_digits(words: &Words<'_>, at: usize, money: bool) -> Option<Number> {
    let (digits, kind) = clean(words.raw(at))?;
    let mut number = Number::new(at..at + 1, digits, kind);
    let mut to = at + 1;
    if words.glued(to) {
        if let Some(magnitude) = glued_magnitude(words, to, money) {
            number.magnitude = magnitude;
            to += 1;
        } else if let Some(tenths) = vulgar(words.raw(to)) {
            number = add_fraction(number, tenths);
            to += 1;
        }
    } else if let Some(tenths) = typed_fraction(words, to) {
        // "10 1/2 miles".
        number = add_fraction(number, tenths);
        to += 3;
    } else if words.has(to, "and a half") {
        number = add_fraction(number, "5");
        to += 3;
    }
    // "1.2 million", "1.2-million".
    let hyphen = usize::from(words.low(to) == "-" && words.glued(to) && words.glued(to + 1));
    if let Some(magnitude) = magnitude(words.low(to + hyphen)) {
        number.magnitude += magnitude;
        to += 1 + hyphen;
        if magnitude == 2 && matches!(words.low(to), "thousand" | "million" | "billion") {
            number.magnitude += magnitude_of(words.low(to));
            to += 1;
        }
    } else if let Some((magnitude, _)) = compound(words.low(to)) {
        // "a 1.8 billion-mile journey".
        number.magnitude += magnitude;
        to += 1;
    } else if matches!(words.low(to), "dozen" | "dozens")
        && number.kind == Kind::Digits
        && number.mantissa() < 1e6
    {
        number.digits = (number.mantissa() * 12.0).to_string();
        to += 1;
    } else if money && number.magnitude == 0 && matches!(words.low(to), "m" | "b" | "k") {
        number.magnitude = magnitude_of_letter(words.low(to));
        to += 1;
    }
    number.range.end = to;
    Some(number)
}

/// "2" and "5" make "2.5".
fn add_fraction(mut number: Number, tenths: &str) -> Number {
    if !number.digits.contains('.') {
        number.digits = format!("{}.{tenths}", number.digits);
        number.kind = Kind::Grouped;
    }
    number
}

/// "1/2", "1/4" or "3/4" as it is typed.
fn typed_fraction(words: &Words<'_>, at: usize) -> Option<&'static str> {
    let typed =
        words.low(at + 1) == "/" && words.glued(at + 1) && words.glued(at + 2) && !words.glued(at + 3);
    match (words.low(at), words.low(at + 2)) {
        ("1", "2") if typed => Some("5"),
        ("1", "4") if typed => Some("25"),
        ("3", "4") if typed => Some("75"),
        _ => None,
    }
}

fn vulgar(word: &str) -> Option<&'static str> {
    match word {
        "½" => Some("5"),
        "¼" => Some("25"),
        "¾" => Some("75"),
        _ => None,
    }
}

/// The powers of ten of a magnitude word that stands apart.
pub(super) fn magnitude(word: &str) -> Option<i32> {
    Some(match word {
        "hundred" | "hundreds" => 2,
        "thousand" | "thousands" => 3,
        "lakh" | "lakhs" => 5,
        "million" | "millions" | "mln" | "mn" | "mil" => 6,
        "crore" | "crores" => 7,
        "billion" | "billions" | "bn" | "bln" => 9,
        "trillion" | "trillions" | "tn" | "tln" | "trn" => 12,
        _ => return None,
    })
}

fn magnitude_of(word: &str) -> i32 {
    magnitude(word).unwrap_or(0)
}

fn magnitude_of_letter(word: &str) -> i32 {
    match word {
        "k" => 3,
        "m" => 6,
        "b" => 9,
        _ => 0,
    }
}

/// "billion-mile": the magnitude and what it is of.
pub(super) fn compound(word: &str) -> Option<(i32, &str)> {
    let (first, rest) = word.split_once(['-', '‑'])?;
    matches!(first, "million" | "billion" | "trillion").then(|| (magnitude_of(first), rest))
}

/// The magnitude letters that follow digits without a blank: "5bn", "3m", "5k".
fn glued_magnitude(words: &Words<'_>, at: usize, money: bool) -> Option<i32> {
    let word = words.low(at);
    match word {
        "k" | "m" | "b" => {
            // "3m people" are millions, "3m wide" and "5k run" lengths.
            let next = words.low(at + 1);
            let counts = words.is_word(at + 1)
                && !super::counted::is_stop(next)
                && !matches!(
                    next,
                    "wide" | "long" | "high" | "tall" | "deep" | "away" | "run" | "race" | "sprint"
                );
            let of = next == "of"
                && matches!(words.low(at + 2), "the" | "its" | "their" | "his" | "her" | "these" | "those");
            // "25k", "10M": in capitals, or too long for a race. "3M" is a company.
            let bare = (!words.is_word(at + 1) || matches!(next, "or" | "to" | "and"))
                && words.raw(at - 1) != "3"
                && match words.raw(at) {
                    "k" | "K" => words.raw(at - 1).parse::<f64>().is_ok_and(|value| value > 12.0),
                    "M" | "B" => !matches!(words.before(at - 1, 1), "a" | "an" | "the"),
                    _ => false,
                };
            (money || counts || of || bare).then(|| magnitude_of_letter(word))
        }
        _ => magnitude(word),
    }
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
        assert_eq!(read(&words, 0, false).map(|number| number.value()), value, "{text}");
    }

    #[test]
    fn digits() {
        check("816", Some(816.0));
        check("3,000", Some(3000.0));
        check("816\u{202f}000", Some(816_000.0));
        check("1,00,000", Some(100_000.0));
        check("1.000", Some(1.0));
        check("1.000.000", Some(1e6));
        check("1.2 million", Some(1_200_000.0));
        check("4.35bn", Some(4_350_000_000.0));
        check("3m people", Some(3e6));
        check("3m wide", Some(3.0));
        check("2½", Some(2.5));
        check("2 dozen", Some(24.0));
        check("5 hundred thousand", Some(500_000.0));
        check("1.2.3", None);
        check("007", None);
        check("1,2", None);
        check("1,2345", None);
        check("12345678901234567890", None);
        check(&"9".repeat(10_000), None);
    }

    #[test]
    fn words() {
        check("three", Some(3.0));
        check("Twenty-One", Some(21.0));
        check("twenty one", Some(21.0));
        check("two hundred and fifty", Some(250.0));
        check("two hundred and fifty thousand", Some(250_000.0));
        check("two hundred and three hundred", Some(200.0));
        check("two hundred fifty thousand", Some(250_000.0));
        check("three million two hundred thousand and five", Some(3_200_005.0));
        check("a hundred", Some(100.0));
        check("a dozen", Some(12.0));
        check("two dozen", Some(24.0));
        check("half a dozen", Some(6.0));
        check("half a million", Some(500_000.0));
        check("a quarter of a million", Some(250_000.0));
        check("one and a half million", Some(1_500_000.0));
        check("a million and a half", Some(1_500_000.0));
        check("a man", None);
        check("hundred", None);
    }

    #[test]
    fn vague_words() {
        check("dozens", Some(12.0));
        check("scores of", Some(20.0));
        check("scores", None);
        check("tens of thousands", Some(10_000.0));
        check("hundreds of millions", Some(1e8));
        check("several hundred", Some(200.0));
        check("a few dozen", Some(24.0));
        check("a pair of", Some(2.0));
        check("a couple of", Some(2.0));
        check("a couple of hundred", Some(200.0));
        check("a couple", None);
        check("several", None);
    }
}
