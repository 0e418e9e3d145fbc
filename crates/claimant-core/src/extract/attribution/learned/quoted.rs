//! “We are ready,” *the general* was quoted as saying by *the paper*: the general says it and the paper is the medium, where the roles have
//! taken one for content and the other for the source.

use std::ops::Range;

use claimant_english::Attribution;

use super::content::trimmed;
use crate::draft::Draft;

/// The attribution put right, and the words of the medium; none where the cue does not say that somebody was quoted.
pub(super) fn of(
    draft: &Draft<'_>,
    attribution: &Attribution,
) -> Option<(Attribution, Option<Range<usize>>)> {
    let analysis = &draft.analysis;
    let verb = attribution
        .cue
        .clone()
        .find(|at| matches!(analysis.lemma(*at), "quote" | "cite") && analysis.is_passive(*at))?;
    let subject = analysis.dependents(verb).find(|at| analysis.tokens[*at].relation.universal() == "nsubj");
    let by_parse = subject.map(|subject| analysis.subtree(subject));
    let whole = trimmed(draft, by_parse.or_else(|| after_quotation(draft, attribution))?)?;
    let mut found = attribution.clone();
    let (piece, rest) = found.content.iter().enumerate().find_map(|(number, piece)| {
        let words = trimmed(draft, piece.clone())?;
        if words == whole {
            Some((number, 0..0))
        } else if words.end == whole.end && words.start < whole.start {
            Some((number, piece.start..whole.start))
        } else if words.start == whole.start && whole.end < words.end {
            Some((number, whole.end..piece.end))
        } else {
            None
        }
    })?;
    if rest.is_empty() {
        found.content.remove(piece);
    } else {
        found.content[piece] = rest;
    }
    let said = found.content.iter().any(|piece| !piece.is_empty());
    let medium = found.source.replace(whole);
    said.then_some((found, medium))
}

/// What stands between the quotation and the cue, where the parse gives the cue no subject.
fn after_quotation(draft: &Draft<'_>, attribution: &Attribution) -> Option<Range<usize>> {
    let analysis = &draft.analysis;
    let word = |at: usize| analysis.tokens[at].span.of(draft.text);
    let piece = attribution.content.iter().find(|piece| piece.end == attribution.cue.start)?;
    let mark = piece.clone().rev().find(|at| matches!(word(*at), "”" | "\"" | "’’" | "»"))?;
    let tail = mark + 1..piece.end;
    let no_verb = tail.clone().all(|at| !matches!(analysis.tokens[at].upos.as_str(), "VERB" | "AUX"));
    (no_verb && mark > piece.start && !tail.is_empty()).then_some(tail)
}
