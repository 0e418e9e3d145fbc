//! Multiples in one word: "grew sixfold", "a ten-fold rise", "more than 3-fold".

use std::ops::Range;

use super::spelled::small;
use super::words::Words;

/// The multiple that starts at `at`.
pub(super) fn read(words: &Words<'_>, at: usize) -> Option<(Range<usize>, f64)> {
    if words.low(at + 1) == "times" {
        let value = if words.is_number(at) {
            words.raw(at).parse().ok()?
        } else {
            small(words.low(at)).filter(|value| *value > 1)? as f64
        };
        return multiplies(words, at + 2).then_some((at..at + 2, value));
    }
    if words.is_number(at) {
        // "10-fold", "10 fold".
        let hyphen = usize::from(words.low(at + 1) == "-" && words.glued(at + 1) && words.glued(at + 2));
        let value: f64 = words.raw(at).parse().ok()?;
        return (words.low(at + 1 + hyphen) == "fold").then_some((at..at + 2 + hyphen, value));
    }
    let stem = words.low(at).strip_suffix("fold")?;
    let value = small(stem.strip_suffix('-').unwrap_or(stem)).filter(|value| *value > 1)?;
    Some((at..at + 1, value as f64))
}

/// Whether what follows "times" is multiplied: "four times [the number]", "6.5 times [earnings]", "three times [as many]"; "four times a
/// week" and "visited it four times" are counted.
fn multiplies(words: &Words<'_>, at: usize) -> bool {
    match words.low(at) {
        "as" => matches!(
            words.low(at + 1),
            "much" | "many" | "large" | "big" | "high" | "long" | "fast" | "likely"
        ),
        "the" => matches!(
            words.low(at + 1),
            "amount"
                | "average"
                | "number"
                | "price"
                | "rate"
                | "size"
                | "level"
                | "value"
                | "cost"
                | "national"
                | "population"
        ),
        "earnings" | "sales" | "revenue" | "revenues" | "profits" | "book" | "more" | "higher" | "larger"
        | "greater" | "bigger" | "faster" | "likelier" => true,
        _ => false,
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
        assert_eq!(read(&words, 0).map(|(_, value)| value), value, "{text}");
    }

    #[test]
    fn multiples() {
        check("sixfold", Some(6.0));
        check("ten-fold rise", Some(10.0));
        check("3-fold", Some(3.0));
        check("four times the number", Some(4.0));
        check("6.5 times earnings", Some(6.5));
        check("four times a week", None);
        check("four times the champion", None);
        check("fold", None);
        check("manifold", None);
        check("onefold", None);
        check("3 folds", None);
    }
}
