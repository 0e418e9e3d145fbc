//! How a content stands by itself.

use std::ops::Range;

use crate::draft::Draft;
use crate::factuality::tree::Tree;
use crate::factuality::{Factuality, clause};
use crate::quote::Quote;
use crate::{Certainty, Claim, Span, Spans, Voice};

/// The stance of the content's first sentence; none where the analyser has not read it.
pub(super) fn of(draft: &Draft<'_>, claim: &Claim) -> Option<Factuality> {
    let tokens = first_sentence(draft, &claim.content)?;
    let tree = Tree::of(&draft.analysis, draft.text, tokens.start);
    let within = |at: usize| tokens.contains(&at) && covers(&claim.content, draft.analysis.tokens[at].span);
    let head = top(&tree, tokens.clone().filter(|at| within(*at)))?;
    let focus = Factuality::focus(&tree, head, within);
    let mut found = Factuality::of(&tree, focus, within);
    // "“Stay at home,” the mayor said": the parser hangs the command under "said".
    if clause::is_command(&tree, head, tokens.start) {
        found.weaken(Certainty::Uncommitted, head);
    }
    if let Some(mark) = question_word(&tree, head, tokens.clone().find(|at| within(*at)), within) {
        found.weaken(Certainty::Uncommitted, mark);
    }
    let last = tokens.clone().rev().filter(|at| within(*at)).take(4).find(|at| !is_closing(&tree, *at));
    if let Some(mark) = last.filter(|at| tree.is(*at, "?")) {
        found.weaken(Certainty::Uncommitted, mark);
    }
    if claim.voice == Voice::Narrator && is_scare_quoted(draft, head) {
        found.weaken(Certainty::Uncommitted, head);
    }
    Some(found)
}

/// "Whether" or "if" before a content that asks: "considering [whether to resign]". Before a condition or a concession ("whether or not he
/// resigns, …") it belongs to a clause inside.
fn question_word(
    tree: &Tree<'_>,
    top: usize,
    first: Option<usize>,
    within: impl Fn(usize) -> bool,
) -> Option<usize> {
    let mark = first.filter(|at| tree.is(*at, "whether") || tree.is(*at, "if"))?;
    tree.head(mark).is_none_or(|head| head == top || !within(head)).then_some(mark)
}

/// The tokens of the content's first sentence that says something.
fn first_sentence(draft: &Draft<'_>, content: &Spans) -> Option<Range<usize>> {
    let analysis = &draft.analysis;
    let first =
        content.pieces().iter().map(|piece| analysis.tokens_in(*piece)).find(|tokens| !tokens.is_empty())?;
    let end = analysis.tokens_in(content.hull()).end;
    let sentence = analysis.sentence(first.start);
    Some(first.start..end.min(sentence.end))
}

/// The token among `tokens` on which the others depend: a predicate before anything else.
pub(crate) fn top(tree: &Tree<'_>, tokens: impl Iterator<Item = usize> + Clone) -> Option<usize> {
    let (Some(first), Some(last)) = (tokens.clone().next(), tokens.clone().last()) else { return None };
    let outside = |at: &usize| tree.head(*at).is_none_or(|head| head < first || head > last);
    let mut tops = tokens.filter(outside).filter(|at| tree.upos(*at) != "PUNCT");
    let first = tops.next()?;
    if tree.is_predicate(first) {
        return Some(first);
    }
    tops.find(|at| tree.is_predicate(*at)).or(Some(first))
}

/// Whether the token begins inside a piece of the content.
fn covers(content: &Spans, token: Span) -> bool {
    let pieces = content.pieces();
    let after = pieces.partition_point(|piece| piece.end() <= token.start());
    pieces.get(after).is_some_and(|piece| piece.has(token.start()))
}

fn is_closing(tree: &Tree<'_>, token: usize) -> bool {
    matches!(tree.low(token).as_str(), "”" | "’" | "\"" | "'" | "''" | "»" | ")")
}

/// Whether the token stands in quotation marks of a word or three: "the “accident”".
fn is_scare_quoted(draft: &Draft<'_>, token: usize) -> bool {
    /// Quotations that may begin between a quotation of three words and its last word.
    const NEAR: usize = 4;
    let at = draft.analysis.tokens[token].span;
    quoted_near(draft, at, NEAR)
        .any(|quote| quote.closed && quote.spans.hull().of(draft.text).split_whitespace().count() <= 3)
}

/// The quotations that hold `at`, of the `most` last that begin before it.
pub(super) fn quoted_near<'d>(
    draft: &'d Draft<'_>,
    at: Span,
    most: usize,
) -> impl Iterator<Item = &'d Quote> {
    let before = draft.quotes.partition_point(|quote| quote.spans.start() < at.start());
    draft.quotes[before.saturating_sub(most)..before]
        .iter()
        .filter(move |quote| quote.spans.hull().contains(at))
}
