//! Counts before units: "three", "a few", "two and a half", "12 to 18".

use super::Reader;
use crate::extract::times::expression::Count;
use crate::extract::times::words::Class;

impl Reader<'_> {
    /// A count at `at`, with the position after it.
    pub(super) fn count(&self, at: usize) -> Option<(Count, usize)> {
        let (first, end) = self.one_count(at)?;
        // "two to three weeks", "six or seven", "12-18": the lower one bounds the length.
        if let Count::Number(low) = first {
            let to = end + self.skip(end, &["to", "or", "-", "–"]);
            if to > end
                && let Some((Count::Number(high), after)) = self.one_count(to)
                && high > low
                && !matches!(self.class(to), Class::Key)
            {
                return Some((first, after));
            }
            // "two and a half", "six-and-a-half-year"
            let word = |at: usize, words: [&str; 3]| {
                words
                    .iter()
                    .enumerate()
                    .all(|(ahead, one)| self.is(at + 2 * ahead + 1, one) && self.word(at + 2 * ahead) == "-")
            };
            if word(end, ["and", "a", "half"]) {
                return Some((Count::Number(low + 0.5), end + 6));
            }
            if self.is(end, "and") && self.is(end + 1, "a") && self.is(end + 2, "half") {
                return Some((Count::Number(low + 0.5), end + 3));
            }
        }
        Some((first, end))
    }

    fn one_count(&self, at: usize) -> Option<(Count, usize)> {
        let number = |number: u32| Some(Count::Number(f64::from(number)));
        Some(match self.class(at) {
            Class::Digits(value, _) => (number(value)?, at + 1),
            Class::Decimal => {
                let digits: String =
                    self.word(at).chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
                (Count::Number(digits.parse().ok().filter(|value: &f64| *value < 1e9)?), at + 1)
            }
            Class::Spelled(_) => {
                let (value, end) = self.spelled(at)?;
                (number(value)?, end)
            }
            Class::Key if self.is_any(at, &["a", "an"]) => {
                let next = at + 1;
                if self.is(next, "few") {
                    (Count::Some, next + 1)
                } else if self.is(next, "couple") {
                    (Count::Number(2.0), next + 1 + self.skip(next + 1, &["of"]))
                } else if self.is(next, "dozen") {
                    (Count::Number(12.0), next + 1)
                } else if self.is(next, "hundred") {
                    (Count::Number(100.0), next + 1)
                } else if self.is(next, "half") {
                    (Count::Number(0.5), next + 1 + usize::from(self.word(next + 1) == "-"))
                } else if self.is_any(next, &["full", "whole", "further"]) {
                    (Count::Number(1.0), next + 1)
                } else {
                    (Count::Number(1.0), next)
                }
            }
            Class::Key if self.is(at, "another") => match self.one_count(at + 1) {
                Some((count, end)) if !self.is_any(at + 1, &["a", "an", "another"]) => (count, end),
                _ => (Count::Number(1.0), at + 1),
            },
            Class::Key if self.is(at, "half") && self.is_any(at + 1, &["a", "an"]) => {
                (Count::Number(0.5), at + 2)
            }
            Class::Key if self.is_any(at, &["several", "few", "many"]) => (Count::Some, at + 1),
            Class::Key if self.is_any(at, &["dozens", "hundreds", "thousands"]) && self.is(at + 1, "of") => {
                (Count::Some, at + 2)
            }
            _ => return None,
        })
    }

    /// "three", "twenty-four", "two hundred and ten".
    pub(super) fn spelled(&self, at: usize) -> Option<(u32, usize)> {
        let (value, mut end) = self.below_hundred(at)?;
        let mut value = u32::from(value);
        if self.is(end, "hundred") {
            value *= 100;
            end += 1;
            let and = end + self.skip(end, &["and"]);
            if let Some((rest, after)) = self.below_hundred(and) {
                return Some((value + u32::from(rest), after));
            }
        }
        Some((value, end))
    }

    pub(super) fn below_hundred(&self, at: usize) -> Option<(u8, usize)> {
        let Class::Spelled(value) = self.class(at) else { return None };
        if value < 20 {
            return Some((value, at + 1));
        }
        let dash = usize::from(self.word(at + 1) == "-");
        match self.class(at + 1 + dash) {
            Class::Spelled(ones @ 1..=9) => Some((value + ones, at + 2 + dash)),
            _ => Some((value, at + 1)),
        }
    }
}
