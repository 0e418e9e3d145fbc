//! The names that tell what a count is of from what a like count is of: the ship, the mine, the village.

use super::{Reading, party};
use crate::calendar;
use crate::extract::entities::{gazetteer, kind_of_noun};
use crate::{Claim, EntityKind};

/// Words of a name that are kept of one sentence.
const KEPT: usize = 24;

/// The words of names in the sentence of `token` that the claim's content has, but those of people and states.
pub(super) fn of(reading: &Reading<'_>, claim: &Claim, token: usize) -> Vec<Box<str>> {
    let sentence = reading.analysis.sentence(token);
    names(reading, sentence.filter(|at| reading.inside(claim, *at)))
}

/// The names that stand together in a sentence, sentence by sentence.
pub(super) fn together(reading: &Reading<'_>) -> Vec<Vec<Box<str>>> {
    let sentences = reading.analysis.sentences.iter().map(|sentence| names(reading, sentence.clone()));
    sentences.filter(|names| names.len() > 1).collect()
}

fn names(reading: &Reading<'_>, tokens: impl Iterator<Item = usize>) -> Vec<Box<str>> {
    let mut found: Vec<Box<str>> = tokens
        .filter(|at| reading.upos(*at) == "PROPN")
        .filter(|at| {
            let word = reading.word(*at);
            let bare = word.trim_end_matches('.');
            let day = calendar::month(bare).is_some() || calendar::weekday(bare).is_some();
            let common = kind_of_noun(&word.to_lowercase()).is_some();
            word.chars().count() > 2
                && !day
                && !common
                && gazetteer::country(word).is_none()
                && !is_a_persons(reading, *at)
        })
        .map(|at| party::fold(reading.word(at)).into())
        .take(KEPT)
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether a token belongs to somebody's name.
fn is_a_persons(reading: &Reading<'_>, token: usize) -> bool {
    let mut at = token;
    for _ in 0..4 {
        if let Some(id) = reading.entity(at) {
            let kind = reading.draft.entities[id.0 as usize].kind;
            return matches!(kind, Some(EntityKind::Person | EntityKind::Government));
        }
        match reading.head(at).filter(|_| matches!(reading.universal(at), "flat" | "compound")) {
            Some(head) => at = head,
            None => return false,
        }
    }
    false
}
