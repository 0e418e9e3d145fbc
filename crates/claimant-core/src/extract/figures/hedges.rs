//! Words before and after a number that say how it is meant.

use super::lists::TOPICS;
use super::spelled::small;
use super::words::Words;
use crate::Approx;

/// Hedges before the number. Longer ones win.
const BEFORE: &[(&str, Approx)] = &[
    ("nearly", Approx::Under),
    ("almost", Approx::Under),
    ("close to", Approx::Under),
    ("just under", Approx::Under),
    ("just below", Approx::Under),
    ("just shy of", Approx::Under),
    ("just short of", Approx::Under),
    ("shy of", Approx::Under),
    ("slightly under", Approx::Under),
    ("slightly less than", Approx::Under),
    ("well under", Approx::Under),
    ("well below", Approx::Under),
    ("under", Approx::Under),
    ("below", Approx::Under),
    ("fewer than", Approx::Under),
    ("smaller than", Approx::Under),
    ("lower than", Approx::Under),
    ("shorter than", Approx::Under),
    ("younger than", Approx::Under),
    ("a little under", Approx::Under),
    ("a little less than", Approx::Under),
    ("little less than", Approx::Under),
    ("less than", Approx::Under),
    ("not quite", Approx::Under),
    ("approaching", Approx::Under),
    ("nearing", Approx::Under),
    ("about", Approx::About),
    ("around", Approx::About),
    ("some", Approx::About),
    ("roughly", Approx::About),
    ("somewhere around", Approx::About),
    ("approximately", Approx::About),
    ("approx", Approx::About),
    ("an estimated", Approx::About),
    ("estimated", Approx::About),
    ("an approximate", Approx::About),
    ("in the region of", Approx::About),
    ("in the neighborhood of", Approx::About),
    ("in the neighbourhood of", Approx::About),
    ("on the order of", Approx::About),
    ("of the order of", Approx::About),
    ("something like", Approx::About),
    ("more or less", Approx::About),
    ("circa", Approx::About),
    ("sub-", Approx::Under),
    ("~", Approx::About),
    ("≈", Approx::About),
    ("over", Approx::Over),
    ("well over", Approx::Over),
    ("just over", Approx::Over),
    ("slightly over", Approx::Over),
    ("more than", Approx::Over),
    ("slightly more than", Approx::Over),
    ("well more than", Approx::Over),
    ("far more than", Approx::Over),
    ("a little more than", Approx::Over),
    ("just more than", Approx::Over),
    ("greater than", Approx::Over),
    ("larger than", Approx::Over),
    ("bigger than", Approx::Over),
    ("longer than", Approx::Over),
    ("older than", Approx::Over),
    ("a little over", Approx::Over),
    ("little more than", Approx::Over),
    ("topping", Approx::Over),
    ("tops", Approx::Over),
    ("topped", Approx::Over),
    ("surpassing", Approx::Over),
    ("surpassed", Approx::Over),
    ("surpasses", Approx::Over),
    ("higher than", Approx::Over),
    ("above", Approx::Over),
    ("just above", Approx::Over),
    ("well above", Approx::Over),
    ("upwards of", Approx::Over),
    ("upward of", Approx::Over),
    ("in excess of", Approx::Over),
    ("exceeding", Approx::Over),
    ("exceeded", Approx::Over),
    ("exceeds", Approx::Over),
    ("north of", Approx::Over),
    (">", Approx::Over),
    ("at least", Approx::AtLeast),
    ("at the very least", Approx::AtLeast),
    ("no fewer than", Approx::AtLeast),
    ("not fewer than", Approx::AtLeast),
    ("no less than", Approx::AtLeast),
    ("not less than", Approx::AtLeast),
    ("a minimum of", Approx::AtLeast),
    ("as few as", Approx::AtLeast),
    ("as little as", Approx::AtLeast),
    ("as low as", Approx::AtLeast),
    ("greater than or equal to", Approx::AtLeast),
    ("more than or equal to", Approx::AtLeast),
    ("equal to or more than", Approx::AtLeast),
    ("minimum of", Approx::AtLeast),
    ("> =", Approx::AtLeast),
    ("≥", Approx::AtLeast),
    ("up to", Approx::AtMost),
    ("as many as", Approx::AtMost),
    ("as much as", Approx::AtMost),
    ("as high as", Approx::AtMost),
    ("at most", Approx::AtMost),
    ("at the most", Approx::AtMost),
    ("no more than", Approx::AtMost),
    ("not more than", Approx::AtMost),
    ("a maximum of", Approx::AtMost),
    ("less than or equal to", Approx::AtMost),
    ("equal to or less than", Approx::AtMost),
    ("no greater than", Approx::AtMost),
    ("no higher than", Approx::AtMost),
    ("maximum of", Approx::AtMost),
    ("< =", Approx::AtMost),
    ("≤", Approx::AtMost),
];

/// Hedges after the number or its unit.
const AFTER: &[(&str, Approx)] = &[
    ("or so", Approx::About),
    ("or thereabouts", Approx::About),
    ("give or take", Approx::About),
    ("-odd", Approx::About),
    ("-ish", Approx::About),
    ("or more", Approx::AtLeast),
    ("or greater", Approx::AtLeast),
    ("or higher", Approx::AtLeast),
    ("or above", Approx::AtLeast),
    ("and above", Approx::AtLeast),
    ("or over", Approx::AtLeast),
    ("and over", Approx::AtLeast),
    ("and counting", Approx::AtLeast),
    ("or fewer", Approx::AtMost),
    ("or less", Approx::AtMost),
    ("or lower", Approx::AtMost),
    ("or below", Approx::AtMost),
    ("or under", Approx::AtMost),
    ("+", Approx::Over),
    ("-plus", Approx::Over),
];

/// The hedge that ends right before `at`, with the index where it starts, not before `floor`.
pub(super) fn before(words: &Words<'_>, at: usize, floor: usize) -> Option<(Approx, usize)> {
    let mut found: Option<(Approx, usize)> = None;
    let last = words.before(at, 1);
    for (phrase, approx) in BEFORE.iter().filter(|(phrase, _)| phrase.ends_with(last)) {
        let length = phrase.split(' ').count();
        let Some(from) = at.checked_sub(length).filter(|from| *from >= floor) else { continue };
        if found.is_none_or(|(_, start)| from < start) && words.has(from, phrase) {
            found = Some((*approx, from));
        }
    }
    let (approx, from) = found?;
    let preposition = matches!(words.low(from), "about" | "over" | "under" | "around" | "above" | "below")
        && from + 1 == at
        && (TOPICS.has(words.before(from, 1))
            // "under three presidents": a small number in words after a place-like preposition.
            || (matches!(words.low(from), "under" | "below" | "above")
                && small(words.low(at)).is_some_and(|value| value < 5)));
    // "inching back up to 4.8%" is a way, no bound.
    let way = words.low(from) == "up"
        && from + 2 == at
        && (matches!(words.before(from, 1), "back" | "go" | "goes" | "going" | "gone" | "went")
            || super::lists::TRENDS.has(words.before(from, 1)));
    // "some three" is a hedge, "some 18-year-olds" is not asked here; "some of" never comes before a number.
    (!preposition && !way).then_some((approx, from))
}

/// The hedge that starts at `at`, with the index after it.
pub(super) fn after(words: &Words<'_>, at: usize) -> Option<(Approx, usize)> {
    if words.low(at) == "-" && words.glued(at) && words.glued(at + 1) {
        let approx = match words.low(at + 1) {
            "odd" | "ish" => Approx::About,
            "plus" => Approx::Over,
            _ => return None,
        };
        return Some((approx, at + 2));
    }
    if words.low(at) == "+" {
        // "3,000+", not "3 + 4".
        return words.glued(at).then_some((Approx::Over, at + 1)).filter(|_| !words.is_number(at + 1));
    }
    AFTER
        .iter()
        .find(|(phrase, _)| words.has(at, phrase))
        .filter(|(phrase, _)| *phrase != "or more" && *phrase != "or less" || words.low(at + 2) != "than")
        .map(|(phrase, approx)| (*approx, at + phrase.split(' ').count()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use crate::token::tokenize;

    /// The hedge before the last token.
    fn check(text: &str, expected: Option<Approx>) {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        let words = Words::new(text, &tokens, false, |_| false);
        assert_eq!(before(&words, words.len() - 1, 0).map(|(approx, _)| approx), expected, "{text}");
    }

    #[test]
    fn the_longest_hedge_wins() {
        check("nearly 5", Some(Approx::Under));
        check("no more than 5", Some(Approx::AtMost));
        check("not more than 5", Some(Approx::AtMost));
        check("no less than 5", Some(Approx::AtLeast));
        check("more than 5", Some(Approx::Over));
        check("just under 5", Some(Approx::Under));
        check("just 5", None);
        check("a record 5", None);
        check("they talked about 5", None);
        check("under three", None);
        check("under 300", Some(Approx::Under));
        check("5", None);
    }
}
