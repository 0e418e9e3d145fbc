//! One sentence as the readers of figures see it: tokens with their lower-case forms.

use std::borrow::Cow;
use std::ops::Range;

use crate::token::{Token, TokenKind, tokenize};
use crate::{Span, calendar};

pub(super) struct Word<'a> {
    pub span: Span,
    pub kind: TokenKind,
    /// As it stands in the text.
    pub raw: &'a str,
    /// In lower case.
    pub low: Cow<'a, str>,
    /// Whether a time expression covers it: never a figure, never part of what is counted.
    pub timed: bool,
}

/// The tokens of one sentence. Indexes out of range read as an empty word, so that the readers need no
/// checks at the ends.
pub(super) struct Words<'a> {
    text: &'a str,
    all: Vec<Word<'a>>,
    /// Whether capitals say nothing, as in a headline.
    pub headline: bool,
}

impl<'a> Words<'a> {
    pub(super) fn new(
        text: &'a str,
        tokens: &[Token],
        headline: bool,
        mut timed: impl FnMut(Span) -> bool,
    ) -> Self {
        let all = split_codes(text, tokens)
            .iter()
            .map(|token| {
                let raw = token.of(text);
                let low = if raw.chars().any(char::is_uppercase) {
                    Cow::Owned(raw.to_lowercase())
                } else {
                    Cow::Borrowed(raw)
                };
                Word { span: token.span, kind: token.kind, raw, low, timed: timed(token.span) }
            })
            .collect();
        Words { text, all, headline }
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Word<'a>> {
        self.all.get(at)
    }

    pub(super) fn low(&self, at: usize) -> &str {
        self.all.get(at).map_or("", |word| &word.low)
    }

    pub(super) fn raw(&self, at: usize) -> &'a str {
        self.all.get(at).map_or("", |word| word.raw)
    }

    /// The lower-case word `back` places before `at`.
    pub(super) fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.low(at))
    }

    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.all.get(at).map(|word| word.kind)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Number)
    }

    pub(super) fn is_quote(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Quote)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.is_word(at) && self.raw(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether no white space stands between `at` and the token before it.
    pub(super) fn glued(&self, at: usize) -> bool {
        at > 0 && at < self.len() && self.all[at - 1].span.end() == self.all[at].span.start()
    }

    /// Whether a decimal point stands here with nothing before it: ".500".
    pub(super) fn is_point(&self, at: usize) -> bool {
        self.low(at) == "." && !self.glued(at) && self.is_number(at + 1) && self.glued(at + 1)
    }

    /// Whether the word is covered by a time expression or names a weekday or month.
    pub(super) fn is_time(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|word| {
            word.timed || calendar::month(word.raw).is_some() || calendar::weekday(word.raw).is_some()
        })
    }

    /// The words of `range` in lower case, one blank where there is white space.
    pub(super) fn phrase(&self, range: Range<usize>) -> String {
        let mut phrase = String::new();
        for at in range.clone() {
            if at > range.start && !self.glued(at) {
                phrase.push(' ');
            }
            phrase.push_str(self.low(at));
        }
        phrase
    }

    /// Whether the words of `phrase`, separated by blanks, stand at `at`.
    pub(super) fn has(&self, at: usize, phrase: &str) -> bool {
        phrase.split(' ').enumerate().all(|(place, word)| self.low(at + place) == word)
    }

    /// The index of the word that byte `at` lies in.
    pub(super) fn position(&self, at: usize) -> Option<usize> {
        let index = self.all.partition_point(|word| word.span.end() <= at);
        self.all.get(index).filter(|word| word.span.has(at)).map(|_| index)
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let span = self.all[range.start].span.to(self.all[range.end - 1].span);
        debug_assert!(self.text.get(span.range()).is_some(), "tokens lie on character boundaries");
        span
    }

    /// The first word of the sentence, opening marks aside.
    pub(super) fn is_first(&self, at: usize) -> bool {
        at == 0
            || (at < 4
                && (0..at).all(|before| {
                    matches!(self.kind(before), Some(TokenKind::Quote | TokenKind::Mark))
                        && !matches!(self.low(before), "," | "-" | "/")
                }))
            || matches!(self.before(at, 1), ":" | ";" | "—" | "–" | "•")
            || (self.is_quote(at.wrapping_sub(1)) && !self.glued(at - 1))
    }
}

/// Parts what is one word by form: currency codes and a "minus-" from their digits ("USD1,700", "$US55,931", "minus-5"), and numbers in
/// words from what they count or measure ("four-cylinder", "three-foot", "two-year-old").
fn split_codes<'a>(text: &str, tokens: &'a [Token]) -> Cow<'a, [Token]> {
    // Nearly every sentence stays as it is.
    if !(0..tokens.len()).any(|at| cut(text, tokens, at).is_some()) {
        return Cow::Borrowed(tokens);
    }
    let mut split = Vec::with_capacity(tokens.len() + 2);
    let mut at = 0;
    while at < tokens.len() {
        let Some(cut) = cut(text, tokens, at) else {
            split.push(tokens[at]);
            at += 1;
            continue;
        };
        let span = tokens[at].span;
        let middle = span.start() + cut.length();
        split.push(Token { span: Span::new(span.start(), middle), kind: TokenKind::Word });
        at += 1;
        match cut {
            Cut::Number(_) => {
                split.push(Token { span: Span::new(middle, middle + 1), kind: TokenKind::Mark });
                split.push(Token { span: Span::new(middle + 1, span.end()), kind: TokenKind::Word });
            }
            Cut::Letters(_) => {
                // The groups behind the first one are tokens of their own: "USD1", ",", "700".
                let mut last = at - 1;
                while let (Some(mark), Some(group)) = (tokens.get(last + 1), tokens.get(last + 2))
                    && matches!(mark.of(text), "," | ".")
                    && mark.span.start() == tokens[last].span.end()
                    && group.kind == TokenKind::Number
                    && group.span.start() == mark.span.end()
                {
                    last += 2;
                }
                tokenize(text, Span::new(middle, tokens[last].span.end()), &mut split);
                at = last + 1;
            }
        }
    }
    Cow::Owned(split)
}

/// Where a word is parted: the length of its first piece, in bytes.
enum Cut {
    /// Before digits.
    Letters(usize),
    /// Before a hyphen behind a number in words.
    Number(usize),
}

impl Cut {
    fn length(&self) -> usize {
        match self {
            Cut::Letters(length) | Cut::Number(length) => *length,
        }
    }
}

fn cut(text: &str, tokens: &[Token], at: usize) -> Option<Cut> {
    let token = tokens[at];
    if token.kind != TokenKind::Word {
        return None;
    }
    let raw = token.of(text);
    if raw.len() > 40 {
        return None;
    }
    if raw.contains('-') {
        let low = raw.to_lowercase();
        // Lower case can change lengths beyond ASCII, where there are no number words.
        if low.len() == raw.len()
            && super::spelled::small(&low).is_none()
            && let Some(length) = low
                .match_indices('-')
                .map(|(place, _)| place)
                .take(2)
                .filter(|place| super::spelled::small(&low[..*place]).is_some())
                .last()
        {
            let rest = &low[length + 1..];
            let counts = super::exclusions::counts_compound(rest)
                || super::units::named(rest).is_some()
                || ["year-old", "month-old", "week-old", "day-old"].iter().any(|age| rest.starts_with(age));
            return counts.then_some(Cut::Number(length));
        }
        for prefix in ["minus-", "sub-"] {
            if raw.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
                && raw.as_bytes().get(prefix.len()).is_some_and(u8::is_ascii_digit)
            {
                return Some(Cut::Letters(prefix.len()));
            }
        }
    }
    let letters = raw.bytes().take_while(u8::is_ascii_uppercase).count();
    if !raw.as_bytes().get(letters).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let after_sign =
        at > 0 && tokens[at - 1].span.end() == token.span.start() && tokens[at - 1].of(text) == "$";
    (super::units::code(&raw[..letters]).is_some()
        || (&raw[..letters] == super::units::POUNDS && is_amount(text, tokens, at, letters))
        || (after_sign && super::units::is_dollar(&raw[..letters].to_lowercase())))
    .then_some(Cut::Letters(letters))
}

/// Whether digits behind letters look like a sum of money: `PS2.7m`, `PS6m` and `PS21,700`, but not `PS5`.
fn is_amount(text: &str, tokens: &[Token], at: usize, letters: usize) -> bool {
    let raw = tokens[at].of(text);
    let digits = raw[letters..].bytes().take_while(u8::is_ascii_digit).count();
    let magnitude = matches!(&raw[letters + digits..], "m" | "bn" | "k" | "tn");
    let goes_on = raw.len() == letters + digits
        && tokens.get(at + 1).is_some_and(|mark| {
            matches!(mark.of(text), "," | ".") && mark.span.start() == tokens[at].span.end()
        })
        && tokens.get(at + 2).is_some_and(|group| {
            group.kind == TokenKind::Number && group.span.start() == tokens[at + 1].span.end()
        });
    magnitude || goes_on
}
