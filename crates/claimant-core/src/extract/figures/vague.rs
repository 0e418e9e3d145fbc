//! Vague counts: "dozens", "tens of thousands", "a couple of".

use super::numbers::{Kind, Number, magnitude};
use super::words::Words;

/// Whether the word counts vaguely by itself, so that no noun phrase goes on over it.
pub(super) fn is_vague(word: &str) -> bool {
    matches!(word, "dozen" | "dozens" | "hundreds" | "thousands" | "millions" | "billions")
}

/// "dozens", "tens of thousands", "several hundred", "a few dozen", "a pair of", "a couple of hundred".
pub(super) fn read(words: &Words<'_>, at: usize) -> Option<Number> {
    let plural = |word: &str| match word {
        "hundreds" => Some(2),
        "thousands" => Some(3),
        "millions" => Some(6),
        "billions" => Some(9),
        "trillions" => Some(12),
        _ => None,
    };
    let floor = |to, digits: &str, exponent| {
        let mut number = Number::new(at..to, digits, Kind::Floor);
        number.exponent = exponent;
        Some(number)
    };
    let word = words.low(at);
    // "tens of thousands", "hundreds of millions".
    let of = (words.low(at + 1) == "of").then(|| plural(words.low(at + 2))).flatten().filter(|e| *e > 2);
    match word {
        "tens" | "dozens" | "scores" | "hundreds" | "thousands" => {
            let (digits, exponent) = match word {
                "dozens" => ("12", 0),
                "scores" => ("20", 0),
                "tens" => ("10", 0),
                _ => ("1", plural(word)?),
            };
            match of {
                Some(more) => floor(at + 3, digits, exponent + more),
                // "scores" are results and "tens" a sum's column unless they count.
                None if matches!(word, "scores" | "tens") && words.low(at + 1) != "of" => None,
                None => floor(at + 1, digits, exponent),
            }
        }
        "millions" | "billions" | "trillions" => floor(at + 1, "1", plural(word)?),
        // Plural, so two at least; no dictionary promises more of "several" or "a few".
        "several" | "few" | "a" => {
            let to = at
                + match word {
                    "several" | "few" => 1,
                    _ if words.low(at + 1) == "few" => 2,
                    _ => return couple(words, at),
                };
            match words.low(to) {
                "dozen" => floor(to + 1, "24", 0),
                next => floor(to + 1, "2", magnitude(next)?),
            }
        }
        _ => None,
    }
}

/// "a couple of", "a couple of hundred", "a pair of".
fn couple(words: &Words<'_>, at: usize) -> Option<Number> {
    let of = words.low(at + 2) == "of";
    match words.low(at + 1) {
        "pair" if of => Some(Number::new(at..at + 3, "2", Kind::Spelled)),
        "couple" => {
            let to = at + 2 + usize::from(of);
            match words.low(to) {
                "dozen" => Some(Number::new(at..to + 1, "24", Kind::Loose)),
                next => match magnitude(next) {
                    Some(magnitude) => Some(Number::new(at..to + 1, "2", Kind::Loose).scaled(magnitude)),
                    None => of.then(|| Number::new(at..to, "2", Kind::Loose)),
                },
            }
        }
        _ => None,
    }
}
