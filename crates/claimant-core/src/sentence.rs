//! Sentences by form: terminal marks, abbreviations, quotation marks at the end.

use std::ops::Range;

use crate::Span;
use crate::token::{Token, TokenKind};

/// A sentence: a range of tokens inside one paragraph of one region.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Sentence {
    /// From its first token to its last.
    pub span: Span,
    /// Indexes into the draft's tokens.
    pub tokens: Range<usize>,
    /// Index of its region.
    pub region: usize,
    /// Counts the paragraphs of the text.
    pub paragraph: usize,
}

/// Words that take a full stop without ending a sentence when a capital or number follows.
const ABBREVIATIONS: &[&str] = &[
    "adm", "amb", "apr", "art", "assn", "aug", "ave", "brig", "bros", "capt", "cmdr", "co", "col", "corp",
    "cpl", "dec", "dept", "det", "dr", "ed", "est", "etc", "feb", "fig", "ft", "gen", "gov", "hon", "inc",
    "insp", "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "mar", "messrs", "mr", "mrs", "ms", "mt", "no",
    "nos", "nov", "oct", "pp", "prof", "pvt", "rep", "reps", "rev", "sen", "sens", "sep", "sept", "sgt",
    "spc", "sr", "st", "supt", "vol", "vs",
];

/// Words that begin a sentence so much more often than they follow an abbreviation within one that
/// "in the U.S. The …" is two sentences.
const STARTERS: &[&str] = &[
    "a",
    "according",
    "after",
    "an",
    "and",
    "as",
    "at",
    "but",
    "by",
    "for",
    "he",
    "her",
    "his",
    "however",
    "i",
    "if",
    "in",
    "it",
    "its",
    "many",
    "meanwhile",
    "mr",
    "mrs",
    "ms",
    "no",
    "on",
    "one",
    "she",
    "since",
    "some",
    "that",
    "the",
    "their",
    "there",
    "these",
    "they",
    "this",
    "those",
    "two",
    "we",
    "what",
    "when",
    "while",
    "you",
];

/// Cuts the tokens `range` of one paragraph into sentences.
pub(crate) fn sentences(
    text: &str,
    tokens: &[Token],
    range: Range<usize>,
    region: usize,
    paragraph: usize,
    out: &mut Vec<Sentence>,
) {
    let mut first = range.start;
    let mut at = range.start;
    let mut push = |from: usize, to: usize| {
        if from < to {
            let span = tokens[from].span.to(tokens[to - 1].span);
            out.push(Sentence { span, tokens: from..to, region, paragraph });
        }
    };
    while at < range.end {
        if !ends(text, tokens, at, range.clone()) {
            at += 1;
            continue;
        }
        let mut after = at + 1;
        while after < range.end && closes(text, tokens, after) {
            after += 1;
        }
        if after >= range.end || starts(text, tokens, at, after) {
            push(first, after);
            first = after;
        }
        at = after;
    }
    push(first, range.end);
}

/// Whether the token could end a sentence.
fn ends(text: &str, tokens: &[Token], at: usize, range: Range<usize>) -> bool {
    let word = tokens[at].of(text);
    match word {
        "!" | "?" | "…" | "。" | "！" | "？" => true,
        "." => {
            let Some(before) = at.checked_sub(1).filter(|before| *before >= range.start) else { return true };
            let before = tokens[before];
            let glued = before.span.end() == tokens[at].span.start();
            // "J. K. Rowling", "Gen. Petraeus"; "point B." at the very end is a sentence's end all the same.
            let initial = before.of(text).chars().count() == 1 && before.is_capitalized(text);
            let short = ABBREVIATIONS.binary_search(&before.of(text).to_ascii_lowercase().as_str()).is_ok();
            !(glued && before.kind == TokenKind::Word && (initial || short) && at + 1 < range.end)
        }
        // "U.S." with its own full stop.
        _ => tokens[at].kind == TokenKind::Word && word.len() > 2 && word.ends_with('.'),
    }
}

/// Marks that belong to the sentence they follow directly.
fn closes(text: &str, tokens: &[Token], at: usize) -> bool {
    let glued = tokens[at - 1].span.end() == tokens[at].span.start();
    let word = tokens[at].of(text);
    glued && (matches!(word, ")" | "]" | "." | "!" | "?" | "…") || tokens[at].kind == TokenKind::Quote)
}

/// Whether a sentence can start at `after`, given the mark at `end`.
fn starts(text: &str, tokens: &[Token], end: usize, after: usize) -> bool {
    if tokens[after - 1].span.end() == tokens[after].span.start() {
        return false;
    }
    let next = tokens[after];
    if tokens[end].kind == TokenKind::Word {
        return next.is_capitalized(text)
            && STARTERS.binary_search(&next.of(text).to_ascii_lowercase().as_str()).is_ok();
    }
    match next.kind {
        TokenKind::Word => !next.of(text).chars().next().is_some_and(char::is_lowercase),
        TokenKind::Number | TokenKind::Quote | TokenKind::Handle | TokenKind::Url => true,
        TokenKind::Mark => !matches!(next.of(text), "," | ";" | ":" | "–" | "—" | "-"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::tokenize;

    fn check(text: &str, expected: &[&str]) {
        let (mut tokens, mut found) = (Vec::new(), Vec::new());
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        sentences(text, &tokens, 0..tokens.len(), 0, 0, &mut found);
        let found: Vec<&str> = found.iter().map(|sentence| sentence.span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn tables_are_sorted() {
        assert!(ABBREVIATIONS.is_sorted());
        assert!(STARTERS.is_sorted());
    }

    #[test]
    fn terminal_marks_and_abbreviations() {
        check("It rained. It snowed.", &["It rained.", "It snowed."]);
        check(
            "Gen. Lee and J. K. Roe left the U.S. Army. The U.S. The rest.",
            &["Gen. Lee and J. K. Roe left the U.S. Army.", "The U.S.", "The rest."],
        );
        check("It cost 3.5 dollars, e.g. here.", &["It cost 3.5 dollars, e.g. here."]);
        check("See pic.twitter.com/x here", &["See pic.twitter.com/x here"]);
    }

    #[test]
    fn quotation_marks_close_the_sentence_that_they_follow() {
        check("“We won.” He left.", &["“We won.”", "He left."]);
        check("“We won?” he asked. (It was late.) So.", &["“We won?” he asked.", "(It was late.)", "So."]);
        check("He said: “No!” and left.", &["He said: “No!” and left."]);
    }
}
