//! Multiples in one word: "grew sixfold", "a ten-fold rise", "more than 3-fold".

use std::ops::Range;

use super::spelled::small;
use super::words::Words;

/// The multiple that starts at `at`.
pub(super) fn read(words: &Words<'_>, at: usize) -> Option<(Range<usize>, f64)> {
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
        check("fold", None);
        check("manifold", None);
        check("onefold", None);
        check("3 folds", None);
    }
}
