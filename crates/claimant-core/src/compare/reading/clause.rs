//! Where in its content something is said: at the top, or in passing.

use super::Reading;
use crate::Claim;
use crate::compare::words;

/// The steps that a clause is looked for upwards.
const FURTHEST: usize = 24;

/// The predicate of the clause that the token stands in: the nearest verb above it, or the top of the tree.
pub(super) fn predicate(reading: &Reading<'_>, token: usize) -> usize {
    let mut at = token;
    for _ in 0..FURTHEST {
        if reading.upos(at) == "VERB" && !matches!(reading.universal(at), "amod" | "case" | "mark") {
            break;
        }
        match reading.head(at) {
            Some(head) => at = head,
            None => break,
        }
    }
    at
}

/// Whether the claim asserts the predicate itself: its path to the top of the content goes through clauses that are stated, not through
/// what only describes a noun or sets a scene.
pub(super) fn is_stated(reading: &Reading<'_>, claim: &Claim, predicate: usize) -> bool {
    let mut at = predicate;
    for _ in 0..FURTHEST {
        let Some(head) = reading.head(at).filter(|head| reading.inside(claim, *head)) else {
            return true;
        };
        if !matches!(reading.universal(at), "conj" | "ccomp" | "xcomp" | "parataxis" | "csubj" | "list") {
            return false;
        }
        at = head;
    }
    false
}

/// The predicate's base form, with the words that make one verb of several where the list of events knows it: "fall ill", "lay off".
pub(super) fn verb(reading: &Reading<'_>, predicate: usize) -> String {
    let lemma = reading.lemma(predicate);
    let with = reading
        .analysis
        .dependents(predicate)
        .filter(|at| {
            reading.universal(*at) == "compound"
                || (reading.universal(*at) == "xcomp" && reading.upos(*at) == "ADJ")
                || (reading.upos(*at) == "ADV" && reading.word(*at).len() < 5)
        })
        .map(|at| format!("{lemma} {}", reading.lemma(at)))
        .find(|verb| !words::events(verb).is_empty());
    with.unwrap_or(lemma)
}
