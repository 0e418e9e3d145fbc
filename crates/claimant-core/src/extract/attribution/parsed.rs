//! What the parse makes of an attribution that a rule found by word order: the cue must be a verb, and its subject the source.

use claimant_english::{Analysis, Upos};

use super::found::Found;
use crate::Span;
use crate::draft::Draft;

/// What the parse must say of a rule's finding.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Grammar {
    /// The cue is a verb whose subject is the source.
    Subject,
    /// The cue is a verb; the source may be the noun that it modifies.
    Verb,
    /// Nothing: form alone tells.
    Free,
}

/// The finding with its source cut to the subject that the parse gives; none where the parse contradicts. Text that was not parsed is left as
/// it is.
pub(super) fn settle(draft: &Draft<'_>, grammar: Grammar, mut found: Found) -> Option<Found> {
    let analysis = &draft.analysis;
    if found.lemma == "claim" && takes(draft, &found.content) {
        return None;
    }
    let mut cue = analysis.tokens_in(found.cue);
    if grammar == Grammar::Free || cue.is_empty() {
        return Some(found);
    }
    let verb = cue.find(|token| analysis.tokens[*token].upos == Upos::Verb)?;
    if grammar == Grammar::Verb || found.shares_source {
        return Some(found);
    }
    if is_inside_subject(analysis, verb, &found.content) {
        return None;
    }
    let Some(subject) = subject(analysis, verb) else {
        let source = name_before(draft, found.cue)
            .filter(|name| found.sources.iter().any(|one| one.overlaps(*name)))?;
        found.sources = vec![source];
        return Some(found);
    };
    let whole = analysis.span(&analysis.subtree(subject));
    if let [source] = &mut found.sources[..] {
        *source = cut(draft, *source, whole, subject)?;
    } else if !found.sources.iter().any(|source| source.overlaps(whole)) {
        return None;
    }
    Some(found)
}

/// Whether what is claimed is taken, not said: "the disaster claimed [38 lives]", "claimed [the title]".
pub(super) fn takes(draft: &Draft<'_>, content: &[Span]) -> bool {
    let analysis = &draft.analysis;
    let Some(tokens) = content.first().map(|piece| analysis.tokens_in(*piece)) else { return false };
    let top = tokens
        .clone()
        .find(|at| analysis.tokens[*at].head.is_none_or(|head| !tokens.contains(&(head as usize))));
    top.is_some_and(|at| {
        matches!(
            analysis.lemma(at),
            "life" | "victim" | "casualty" | "title" | "medal" | "prize" | "seat" | "credit"
        )
    })
}

/// "…, [West Yorkshire Fire and Rescue] said": a whole name between a comma or a quotation's end and the cue speaks, though the parser may
/// hang it, or its last part, on what stands before.
fn name_before(draft: &Draft<'_>, cue: Span) -> Option<Span> {
    let analysis = &draft.analysis;
    let first = analysis.tokens_in(cue).start;
    let names = &analysis.names;
    let name = names.get(names.partition_point(|name| name.tokens.end < first))?;
    let before = name.tokens.start.checked_sub(1).filter(|_| name.tokens.end == first)?;
    let mark = analysis.tokens[before].span.of(draft.text);
    matches!(mark, "," | "”" | "\"" | "’").then(|| analysis.span(&name.tokens))
}

/// Whether the verb stands in a clause about a noun of the very clause that a rule took for its content: "what the minister had told |
/// parliament was untrue".
fn is_inside_subject(analysis: &Analysis, verb: usize, content: &[Span]) -> bool {
    let mut at = verb;
    for _ in 0..FURTHEST {
        let token = &analysis.tokens[at];
        let Some(head) = token.head.map(|head| head as usize) else { return false };
        if token.relation == "acl:relcl" {
            // What governs the noun is the predicate that it is subject of.
            let noun = &analysis.tokens[head];
            return noun.relation.universal() == "nsubj"
                && noun.head.is_some_and(|predicate| {
                    let predicate = analysis.tokens[predicate as usize].span;
                    content.iter().any(|piece| piece.contains(predicate))
                });
        }
        if !matches!(token.relation.universal(), "conj" | "xcomp") {
            return false;
        }
        at = head;
    }
    false
}

/// Verbs between one that says and the clause that it stands in.
const FURTHEST: usize = 4;

/// The subject of a verb, or of the verb that it is joined to.
fn subject(analysis: &Analysis, verb: usize) -> Option<usize> {
    let own = |verb: usize| {
        analysis.dependents(verb).find(|other| analysis.tokens[*other].relation.universal() == "nsubj")
    };
    let token = &analysis.tokens[verb];
    // "It was unable to confirm".
    let shared = matches!(token.relation.universal(), "conj" | "xcomp");
    own(verb).or_else(|| own(token.head.filter(|_| shared)? as usize))
}

/// The source from where the subject begins; a pronoun stands alone. What precedes its noun by form ("the") is kept.
fn cut(draft: &Draft<'_>, source: Span, whole: Span, subject: usize) -> Option<Span> {
    let tokens = &draft.analysis.tokens;
    let head = &tokens[subject];
    if !source.contains(head.span) {
        return None;
    }
    if head.upos == Upos::Pron {
        return Some(head.span);
    }
    let mut first =
        draft.analysis.tokens_in(Span::new(source.start().max(whole.start()), head.span.end())).start;
    while first > 0 && tokens[first - 1].upos == Upos::Det && source.contains(tokens[first - 1].span) {
        first -= 1;
    }
    (tokens[first].upos != Upos::Cconj).then(|| Span::new(tokens[first].span.start(), source.end()))
}
