//! Times that no calendar holds: "now", "recently", "in recent weeks", "the future".

use super::{Match, Reader};
use crate::extract::times::expression::{Count, Expression, Unit};
use crate::extract::times::words::Class;

const PAST: &str = "PAST_REF";
const PRESENT: &str = "PRESENT_REF";
const FUTURE: &str = "FUTURE_REF";

impl Reader<'_> {
    pub(super) fn vague(&self, at: usize) -> Match {
        if self.class(at) != Class::Key {
            return None;
        }
        let one = |value, end| Some((Expression::Vague(value), end));
        let word = self.word(at);
        if word.len() <= 10 {
            let mut buffer = [0; 10];
            let low = &mut buffer[..word.len()];
            low.copy_from_slice(word.as_bytes());
            low.make_ascii_lowercase();
            match std::str::from_utf8(low).unwrap_or_default() {
                // "now that he has won" gives a reason.
                "now" => return if self.is(at + 1, "that") { None } else { one(PRESENT, at + 1) },
                "currently" | "nowadays" | "presently" => return one(PRESENT, at + 1),
                "recently" | "lately" => return one(PAST, at + 1),
                "right" if self.is(at + 1, "now") => return one(PRESENT, at + 2),
                "more" | "most" | "very" if self.is(at + 1, "recently") => return one(PAST, at + 2),
                "until" => {}
                "soon" => {
                    let compares = self
                        .is_any(at + 1, &["after", "as", "afterward", "thereafter", "enough", "-"])
                        || self.after_any(at, &["as", "so", "too", "how"]);
                    return if compares { None } else { one(FUTURE, at + 1) };
                }
                "very" if self.is(at + 1, "soon") => return one(FUTURE, at + 2),
                "these" if self.is(at + 1, "days") => return one(PRESENT, at + 2),
                "those" if self.is(at + 1, "days") => return one(PAST, at + 2),
                "recent" => return self.vague_units(at + 1, PAST),
                "coming" => return self.vague_units(at + 1, FUTURE),
                "past" if self.class(at + 1) == Class::Unit(Unit::Year, true) => return one(PAST, at + 2),
                "the" | "our" | "their" | "its" => return self.the_vague(at),
                _ => {}
            }
        }
        None
    }

    /// "recent weeks"
    fn vague_units(&self, at: usize, value: &'static str) -> Match {
        matches!(self.class(at), Class::Unit(_, true)).then_some((Expression::Vague(value), at + 1))
    }

    /// "the past", "the near future", "the recent past"; "the past years", "the coming months".
    fn the_vague(&self, at: usize) -> Match {
        let next = at + 1;
        if self.is_any(next, &["recent", "coming"]) {
            let value = if self.is(next, "recent") { PAST } else { FUTURE };
            if let Some(found) = self.vague_units(next + 1, value) {
                return Some(found);
            }
        }
        let adjective = self.is_any(next, &["near", "recent", "distant", "foreseeable", "immediate"]);
        let noun = next + usize::from(adjective);
        // "the near term", "the time being"
        if self.is(next, "near") && self.is(noun, "term") {
            return Some((Expression::Vague(FUTURE), noun + 1));
        }
        if self.is(next, "time") && self.is(next + 1, "being") {
            return Some((Expression::Vague(PRESENT), next + 2));
        }
        let value = match self.word(noun) {
            "past" => PAST,
            "future" => FUTURE,
            _ => return None,
        };
        // "the past year", "the future king": the adjective.
        let free = match self.class(noun + 1) {
            Class::Unit(..)
            | Class::Season(_)
            | Class::Weekday(_)
            | Class::Digits(..)
            | Class::Spelled(_) => false,
            _ => {
                !self.tag(noun + 1).starts_with("NN")
                    && !self.is_any(noun + 1, &["few", "several", "couple", "half"])
            }
        };
        let tense = self.is_any(noun + 1, &["of"]) && value == FUTURE;
        (free && !tense).then_some((Expression::Vague(value), noun + 1))
    }

    /// A length in units that nobody counts: "the years", "the past few weeks".
    pub(super) fn some_of(unit: Unit) -> Expression {
        Expression::Duration { count: Count::Some, unit }
    }
}
