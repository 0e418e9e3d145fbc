//! Quotations that are signed: a paragraph of one quotation, a dash, and who says it (“We won.” — Ann Lee, teacher).
//!
//! Letters, reactions and pull quotes are printed so. There is no word that attributes, the corpora hold next to none of them, and a network
//! that looks for cues ties them to whatever verb is near; the form alone tells.

use std::ops::Range;

/// Where the parts stand among a paragraph's tokens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Signed {
    pub content: Range<usize>,
    pub cue: usize,
    pub source: Range<usize>,
}

/// No signature is longer, in tokens.
const LONGEST: usize = 12;

/// Reads the words of one paragraph as a signed quotation.
pub(crate) fn signed(words: &[&str]) -> Option<Signed> {
    if !words.first().is_some_and(|word| is_mark(word)) {
        return None;
    }
    let after = words.len().saturating_sub(LONGEST + 1).max(2);
    let cue = (after..words.len()).rev().find(|at| is_dash(words[*at]))?;
    if !is_mark(words[cue - 1]) {
        return None;
    }
    let rest = &words[cue + 1..];
    let length =
        rest.iter().position(|word| matches!(*word, "," | "(" | ";" | ":" | "/")).unwrap_or(rest.len());
    let length = length - usize::from(length > 0 && rest[length - 1] == ".");
    // A name or a title, and no quotation of its own behind it.
    let named =
        length > 0 && rest[0].starts_with(char::is_uppercase) && !rest.iter().any(|word| is_mark(word));
    named.then(|| Signed { content: 0..cue, cue, source: cue + 1..cue + 1 + length })
}

fn is_mark(word: &str) -> bool {
    matches!(word, "\"" | "“" | "”" | "„" | "‟" | "«" | "»" | "``" | "''" | "’’" | "‘‘")
}

fn is_dash(word: &str) -> bool {
    matches!(word, "—" | "–" | "―" | "-" | "--")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: Option<(Range<usize>, usize, Range<usize>)>) {
        let words: Vec<&str> = words.split(' ').collect();
        let expected = expected.map(|(content, cue, source)| Signed { content, cue, source });
        assert_eq!(signed(&words), expected, "{words:?}");
    }

    #[test]
    fn a_signature_ends_the_paragraph() {
        check("“ We won . ” — Ann Lee , teacher", Some((0..5, 5, 6..8)));
        check("\" We won . \" -- Ann Lee .", Some((0..5, 5, 6..8)));
        check("“ We won , ” Ann Lee said — twice", None);
        check("“ We won ” — and lost", None);
        check("“ We won ” — “ No ! ”", None);
        check("We won . ” — Ann", None);
        check("— Ann", None);
        check("”", None);
    }
}
