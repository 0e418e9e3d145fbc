//! The limits of a content: from the tokens that the roles give to the proposition as claims have it.

use std::ops::Range;

use crate::draft::Draft;
use crate::{Span, Spans};

/// The content, whose cue begins at the token `cue`, with its quotation marks, without a leading "that" and without marks at its ends; and
/// whether the text breaks off before it ends. None where nothing is left.
pub(super) fn of(draft: &Draft<'_>, content: &[Range<usize>], cue: usize) -> Option<(Spans, bool)> {
    let mut pieces = Vec::new();
    let mut truncated = false;
    for (number, tokens) in content.iter().enumerate() {
        // "Rejected claims | that the police had lied": the noun attributes too.
        let next = content.get(number + 1);
        let noun = tokens.len() == 1 && next.is_some_and(|next| next.start <= tokens.end + 1);
        if noun
            && draft
                .lexicon
                .noun(&draft.analysis.tokens[tokens.start].span.of(draft.text).to_lowercase())
                .is_some()
        {
            continue;
        }
        let (piece, cut) = piece(draft, tokens.clone(), tokens.end <= cue);
        truncated |= cut;
        pieces.extend(piece);
    }
    (!pieces.is_empty()).then(|| (Spans::of_pieces(pieces), truncated))
}

/// The span of one piece; `before`: the cue comes after it, so that it has no comment at its end ("[a plane crashed, killing five], police said").
fn piece(draft: &Draft<'_>, tokens: Range<usize>, before: bool) -> (Option<Span>, bool) {
    let word = |at: usize| draft.analysis.tokens[at].span.of(draft.text);
    let Range { mut start, mut end } = tokens;
    if !(start..end).any(|at| says_something(draft, at)) {
        return (None, false);
    }
    if !before {
        end = without_comment(draft, start..end);
    }
    // "The clock was faulty[, which] the organisers denied".
    let relative = |at: usize| matches!(draft.analysis.tokens[at].xpos.as_str(), "WDT" | "WP");
    if end >= start + 3 && relative(end - 1) && word(end - 2) == "," {
        end -= 2;
    }
    while start < end
        && (is_mark(word(start))
            || (start + 1 < end && word(start).eq_ignore_ascii_case("that") && is_conjunction(draft, start)))
    {
        start += 1;
    }
    if start == end {
        return (None, false);
    }
    let mut span = draft.analysis.span(&(start..end));
    span = with_marks(draft, span);
    // A mark inside the quotation stays; outside it is the sentence's.
    let mut truncated = false;
    while end > start
        && draft.analysis.tokens[end - 1].span.end() == span.end()
        && is_mark(word(end - 1))
        && !ends_quotation(draft, span.end())
    {
        truncated |= matches!(word(end - 1), "…" | "..." | "....");
        end -= 1;
        span = Span::new(
            span.start(),
            if end > start { draft.analysis.tokens[end - 1].span.end() } else { span.start() },
        );
    }
    let span = span.trim(draft.text);
    ((!span.is_empty()).then_some(span), truncated)
}

/// Whether a piece of a quotation ends at `end`: one that goes on in the next paragraph has no mark there.
fn ends_quotation(draft: &Draft<'_>, end: usize) -> bool {
    let before = draft.quotes.partition_point(|quote| quote.spans.start() < end);
    let near = &draft.quotes[before.saturating_sub(DEEPEST)..before];
    near.iter().any(|quote| quote.closed && quote.spans.pieces().iter().any(|piece| piece.end() == end))
}

/// Whether a word can carry a claim: the corpus' annotators left single articles and prepositions behind when they
/// cut a content in pieces.
fn says_something(draft: &Draft<'_>, token: usize) -> bool {
    !matches!(
        draft.analysis.tokens[token].upos.as_str(),
        "ADP" | "AUX" | "CCONJ" | "DET" | "PART" | "PUNCT" | "SCONJ"
    )
}

/// The end of `tokens` without a participle's clause after the last comma outside quotations: ", marking the first such case" is taken for the
/// writer's comment.
fn without_comment(draft: &Draft<'_>, tokens: Range<usize>) -> usize {
    let analysis = &draft.analysis;
    let word = |at: usize| analysis.tokens[at].span.of(draft.text);
    let participle = |at: usize| {
        matches!(analysis.tokens[at].xpos.as_str(), "VBG" | "VBN")
            && matches!(analysis.tokens[at].relation.universal(), "advcl" | "acl")
    };
    // Marks that close the sentence inside the content stand after the clause.
    let last = tokens.clone().rev().find(|at| !is_mark(word(*at))).map_or(tokens.start, |at| at + 1);
    for comma in tokens.clone().rev().filter(|at| word(*at) == ",") {
        let next = comma + 1;
        if next >= last || !participle(next) || analysis.dependents(next).any(|at| at < comma) {
            continue;
        }
        let hangs = analysis.tokens[next].head.is_some_and(|head| (head as usize) < comma)
            && analysis.subtree(next).end >= last;
        let after = analysis.tokens[next].span.start();
        let before = draft.quotes.partition_point(|quote| quote.spans.start() < after);
        let quoted = draft.quotes[before.saturating_sub(DEEPEST)..before].iter().any(|quote| {
            quote.spans.pieces().iter().any(|piece| piece.start() < after && after < piece.end())
        });
        if hangs && !quoted && comma - tokens.start >= 3 {
            return comma;
        }
    }
    tokens.end
}

/// "that" as a conjunction, not the pronoun of "that is wrong".
fn is_conjunction(draft: &Draft<'_>, token: usize) -> bool {
    matches!(draft.analysis.tokens[token].relation.as_str(), "mark")
        || draft.analysis.tokens[token].xpos == "IN"
}

/// Widened to the quotation marks that stand right outside of it, where the quotation lies inside otherwise.
fn with_marks(draft: &Draft<'_>, span: Span) -> Span {
    let mut wide = span;
    let near =
        draft.quotes.partition_point(|quote| quote.spans.start() < span.start().saturating_sub(QUOTE_LOOK));
    for quote in draft.quotes[near..].iter().take_while(|quote| quote.spans.start() < span.end()) {
        for piece in quote.spans.pieces().iter().filter(|_| quote.closed) {
            let text = piece.of(draft.text);
            let mark = text.chars().next().map_or(0, char::len_utf8);
            let last = text.chars().next_back().map_or(0, char::len_utf8);
            let opens = piece.start() + mark == span.start();
            if opens && piece.end() <= span.end() + last + 2 {
                wide = piece.to(wide);
            }
            // The closing mark, and a comma or full stop before it.
            let gap = piece.end().saturating_sub(span.end());
            if piece.start() >= wide.start() && piece.start() < span.end() && gap > 0 && gap <= last + 2 {
                let between = &draft.text[span.end()..piece.end() - last.min(gap)];
                if between.chars().all(|c| matches!(c, ',' | '.' | '?' | '!' | ' ')) {
                    wide = wide.to(*piece);
                }
            }
        }
    }
    wide
}

/// Quotations that may be open at one place.
const DEEPEST: usize = 8;

/// How far back, in bytes, an opening mark may stand from what it opens.
const QUOTE_LOOK: usize = 4;

/// `tokens` without marks at its ends; none where only marks are there.
pub(super) fn trimmed(draft: &Draft<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    let mark =
        |at: &usize| draft.analysis.tokens[*at].span.of(draft.text).chars().all(|c| !c.is_alphanumeric());
    let first = tokens.clone().find(|at| !mark(at))?;
    let last = tokens.rev().find(|at| !mark(at))?;
    Some(first..last + 1)
}

fn is_mark(word: &str) -> bool {
    matches!(word, "," | "." | ";" | ":" | "—" | "–" | "-" | "--" | "…" | "..." | "....")
}
