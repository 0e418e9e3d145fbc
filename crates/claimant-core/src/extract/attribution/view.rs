//! One sentence as the attribution rules look at it.

use std::borrow::Cow;
use std::ops::Range;

use super::words;
use crate::Span;
use crate::draft::Draft;
use crate::lexicon::{Form, Verb};
use crate::sentence::Sentence;
use crate::token::{Token, TokenKind};

/// A sentence with what the rules ask of its tokens. Indexes count its tokens from 0; "end" is exclusive.
pub(super) struct View<'d, 'a> {
    pub draft: &'d Draft<'a>,
    pub sentence: &'d Sentence,
    tokens: &'d [Token],
    lower: Vec<Cow<'a, str>>,
    /// For each token, the piece of an outermost quotation that it lies in (marks included).
    quoted: Vec<Option<usize>>,
    pieces: &'d [Piece],
}

/// A piece of an outermost quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub span: Span,
    /// Index into the draft's quotes.
    pub quote: usize,
}

/// The pieces of the outermost quotations, in text order.
pub(super) fn outermost(draft: &Draft<'_>) -> Vec<Piece> {
    let quotes = draft.quotes.iter().enumerate().filter(|(_, quote)| quote.depth == 0 && quote.closed);
    let mut pieces: Vec<Piece> = quotes
        .flat_map(|(index, quote)| {
            quote.spans.pieces().iter().map(move |span| Piece { span: *span, quote: index })
        })
        .collect();
    pieces.sort_by_key(|piece| piece.span);
    pieces
}

impl<'d, 'a> View<'d, 'a> {
    pub(super) fn new(draft: &'d Draft<'a>, sentence: &'d Sentence, pieces: &'d [Piece]) -> View<'d, 'a> {
        let tokens = &draft.tokens[sentence.tokens.clone()];
        let lower = tokens
            .iter()
            .map(|token| {
                let word = token.of(draft.text);
                if word.chars().any(char::is_uppercase) {
                    Cow::Owned(word.to_lowercase())
                } else {
                    Cow::Borrowed(word)
                }
            })
            .collect();
        let mut at = pieces.partition_point(|piece| piece.span.end() <= sentence.span.start());
        let quoted = tokens
            .iter()
            .map(|token| {
                while pieces.get(at).is_some_and(|piece| piece.span.end() <= token.span.start()) {
                    at += 1;
                }
                pieces.get(at).filter(|piece| piece.span.contains(token.span)).map(|_| at)
            })
            .collect();
        View { draft, sentence, tokens, lower, quoted, pieces }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The token in lower case; empty beyond the ends.
    pub(super) fn low(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", |word| word)
    }

    pub(super) fn token(&self, at: usize) -> Token {
        self.tokens[at]
    }

    pub(super) fn is_capitalized(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_capitalized(self.draft.text))
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// Whether it is a word, number, handle or address: no mark of any kind.
    pub(super) fn is_wordlike(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| !matches!(token.kind, TokenKind::Mark | TokenKind::Quote))
    }

    /// From the start of token `range.start` to the end of the last in `range`.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        self.tokens[range.start].span.to(self.tokens[range.end - 1].span)
    }

    /// The piece of quotation that the token lies in.
    pub(super) fn piece(&self, at: usize) -> Option<Piece> {
        self.quoted.get(at).copied().flatten().map(|index| self.pieces[index])
    }

    /// Whether the token is the mark that opens an outermost quotation.
    pub(super) fn opens(&self, at: usize) -> bool {
        self.piece(at).is_some_and(|piece| piece.span.start() == self.tokens[at].span.start())
    }

    /// Whether the token is the mark that closes an outermost quotation.
    pub(super) fn closes(&self, at: usize) -> bool {
        self.piece(at).is_some_and(|piece| piece.span.end() == self.tokens[at].span.end())
    }

    /// All the pieces of the quotation that this piece is part of.
    pub(super) fn whole(&self, piece: Piece) -> &'d [Span] {
        self.draft.quotes[piece.quote].spans.pieces()
    }

    /// The tokens that `at` shares its voice with: inside its quotation without the marks, or else the
    /// whole sentence.
    pub(super) fn bounds(&self, at: usize) -> Range<usize> {
        match self.quoted[at] {
            None => 0..self.len(),
            Some(piece) => {
                let mut range = at..at + 1;
                while range.start > 0
                    && self.quoted[range.start - 1] == Some(piece)
                    && !self.opens(range.start - 1)
                {
                    range.start -= 1;
                }
                while range.end < self.len()
                    && self.quoted[range.end] == Some(piece)
                    && !self.closes(range.end)
                {
                    range.end += 1;
                }
                range
            }
        }
    }

    /// Whether two tokens stand in the same quotation or both in none.
    pub(super) fn same_voice(&self, a: usize, b: usize) -> bool {
        self.quoted.get(a).copied().flatten() == self.quoted.get(b).copied().flatten()
    }

    /// The verb that attributes at `at`, its form, and one past its last word.
    pub(super) fn verb(&self, at: usize) -> Option<(&'d Verb, Form, usize)> {
        if !self.is_word(at) {
            return None;
        }
        let next = self.lower.get(at + 1).map(Cow::as_ref);
        let lexicon = self.draft.lexicon;
        lexicon
            .verb(self.low(at), next)
            .map(|(verb, form, particle)| (verb, form, at + 1 + usize::from(particle)))
    }

    /// The end of the time expression that covers the token, if one does.
    pub(super) fn time_end(&self, at: usize) -> Option<usize> {
        let start = self.tokens.get(at)?.span.start();
        let times = &self.draft.times;
        let index = times.partition_point(|time| time.spans.end() <= start);
        let end = times.get(index).filter(|time| time.spans.start() <= start)?.spans.end();
        let mut after = at;
        while after < self.len() && self.tokens[after].span.start() < end {
            after += 1;
        }
        Some(after)
    }

    /// One past a time expression at `at`, its preposition included: "on Monday", "late on Tuesday".
    pub(super) fn time_phrase(&self, at: usize) -> Option<usize> {
        let mut start = at;
        while start < at + 3
            && matches!(
                self.low(start),
                "on" | "in" | "at" | "late" | "early" | "earlier" | "later" | "since" | "during"
            )
        {
            start += 1;
        }
        self.time_end(start)
    }

    /// Whether any of the tokens is a finite verb as far as form shows: an auxiliary, or a word in "-ed"
    /// or an attributing verb in the past that no determiner precedes.
    pub(super) fn has_verb(&self, range: Range<usize>) -> bool {
        range.clone().take(80).any(|at| {
            let word = self.low(at);
            words::auxiliary(word)
                || (self.is_word(at)
                    && !self.is_capitalized(at)
                    && word.len() > 4
                    && word.ends_with("ed")
                    && !(at > range.start && words::determiner(self.low(at - 1))))
                || matches!(self.verb(at), Some((_, Form::Past | Form::Third, _)))
                || IRREGULAR_PASTS.binary_search(&word).is_ok()
        })
    }
}

/// Frequent past forms that do not end in "-ed", and present forms that are hardly ever nouns: enough to
/// tell a clause from an adverbial.
const IRREGULAR_PASTS: &[&str] = &[
    "became", "began", "bought", "broke", "brought", "built", "came", "caught", "chose", "comes", "cut",
    "drew", "drove", "fell", "felt", "fled", "flew", "fought", "gave", "gets", "gives", "goes", "got",
    "grew", "held", "hit", "keeps", "kept", "knew", "knows", "led", "left", "lost", "made", "makes", "means",
    "meant", "met", "needs", "paid", "ran", "remains", "rose", "sat", "saw", "sent", "set", "shot", "sold",
    "sought", "spent", "spoke", "stood", "struck", "takes", "threw", "took", "wants", "went", "won",
];

#[cfg(test)]
mod tests {
    #[test]
    fn table_is_sorted() {
        assert!(super::IRREGULAR_PASTS.is_sorted());
    }
}
