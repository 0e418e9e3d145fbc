//! The sources of an attribution: one span for each of those who speak jointly.

use std::ops::Range;

use crate::Span;
use crate::draft::Draft;

use super::content::trimmed;

/// The sources among `tokens`: "Kyiv and Western governments" are two, "the Food and Drug Administration" is one.
pub(in crate::extract::attribution) fn of(draft: &Draft<'_>, tokens: Range<usize>) -> Vec<Span> {
    let analysis = &draft.analysis;
    let low = |at: usize| analysis.tokens[at].span.of(draft.text).to_lowercase();
    // "Lee, on" of "Lee, on Monday": a preposition at the end begins something else.
    let left_over = |at: usize| matches!(analysis.tokens[at].upos.as_str(), "ADP" | "CCONJ" | "SCONJ");
    let end = tokens.clone().rev().find(|at| !left_over(*at)).map_or(tokens.start, |at| at + 1);
    let tokens = tokens.start..whole(draft, end);
    let Some(head) = head(draft, tokens.clone()) else { return Vec::new() };
    let mut cuts: Vec<usize> = analysis
        .dependents(head)
        .filter(|at| tokens.contains(at) && analysis.tokens[*at].relation == "conj")
        .filter(|conjunct| !same_name(draft, head, *conjunct))
        .map(|conjunct| analysis.subtree(conjunct).start.max(tokens.start))
        .collect();
    cuts.extend(tokens.clone().filter(|at| low(*at) == "nor"));
    // Where the parse gives one verb two subjects with "and" between them, they are joint as well.
    let twin = |at: &usize| {
        let (token, other) = (&analysis.tokens[*at], &analysis.tokens[head]);
        *at != head
            && token.head == other.head
            && token.relation == other.relation
            && !same_name(draft, head, *at)
    };
    cuts.extend(
        tokens
            .clone()
            .filter(twin)
            .map(|at| analysis.subtree(at).start)
            .filter(|start| matches!(low(*start).as_str(), "and" | "or")),
    );
    cuts.sort_unstable();
    cuts.dedup();
    cuts.retain(|cut| *cut > head && *cut < tokens.end);
    // "Both ministers" are one source, "both Ann and Bo" two.
    let joint = !cuts.is_empty();
    cuts.push(tokens.end);
    let mut start = tokens.start;
    let mut parts = Vec::new();
    for end in cuts {
        let mut from = start;
        while from < end
            && (matches!(low(from).as_str(), "and" | "or" | "nor" | ",")
                || (joint && matches!(low(from).as_str(), "neither" | "both" | "either")))
        {
            from += 1;
        }
        parts.extend(trimmed(draft, from..end).map(|range| closed(draft, &range, end)));
        start = end;
    }
    parts
}

/// Where a source ends whose noun the roles leave out: "a doctor at the" of "a doctor at the clinic".
fn whole(draft: &Draft<'_>, end: usize) -> usize {
    const FURTHEST: usize = 4;
    let tokens = &draft.analysis.tokens;
    let Some(last) = end.checked_sub(1) else { return end };
    let open = matches!(tokens[last].relation.as_str(), "det" | "amod" | "nummod");
    let noun = tokens[last].head.map(|head| head as usize).filter(|head| {
        (end..end + FURTHEST).contains(head) && matches!(tokens[*head].upos.as_str(), "NOUN" | "PROPN")
    });
    noun.filter(|_| open).map_or(end, |noun| noun + 1)
}

/// With the bracket that closes one inside: "Lee (@lee)".
fn closed(draft: &Draft<'_>, range: &Range<usize>, end: usize) -> Span {
    let span = draft.analysis.span(range);
    let text = span.of(draft.text);
    let open = text.matches('(').count() > text.matches(')').count();
    if open && range.end < end && draft.analysis.tokens[range.end].span.of(draft.text) == ")" {
        return span.to(draft.analysis.tokens[range.end].span);
    }
    span
}

/// The token among `tokens` on which the others depend.
fn head(draft: &Draft<'_>, tokens: Range<usize>) -> Option<usize> {
    let outside =
        |at: &usize| draft.analysis.tokens[*at].head.is_none_or(|head| !tokens.contains(&(head as usize)));
    tokens.clone().find(outside)
}

/// Whether one name holds both tokens.
fn same_name(draft: &Draft<'_>, a: usize, b: usize) -> bool {
    // A name may have "and" in it, hardly "or" and never "nor".
    if (a.min(b)..a.max(b)).any(|at| matches!(draft.analysis.lemma(at), "or" | "nor")) {
        return false;
    }
    let names = &draft.analysis.names;
    let after = names.partition_point(|name| name.tokens.end <= a);
    names.get(after).is_some_and(|name| name.tokens.contains(&a) && name.tokens.contains(&b))
}
