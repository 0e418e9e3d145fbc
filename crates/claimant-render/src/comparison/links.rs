//! What belongs to what in a comparison, found once.

use std::collections::{BTreeMap, BTreeSet};

use claimant_core::wire::{ClaimAt, Comparison, CrossRelation};

/// A claim's document and id.
pub(super) type Key<'c> = (usize, &'c str);

pub(super) fn key(claim: &ClaimAt) -> Key<'_> {
    (claim.document, &claim.claim)
}

/// The ways from claims to threads, from threads to relations, and from copies to what they are copies of.
pub(super) struct Links<'c> {
    /// The threads that a claim is in, with its position there if it has one.
    threads: BTreeMap<Key<'c>, Vec<(usize, Option<usize>)>>,
    relations: Vec<Vec<&'c CrossRelation>>,
    /// What a document is a copy of, and whether to the letter.
    copies: BTreeMap<usize, (usize, bool)>,
}

impl<'c> Links<'c> {
    pub(super) fn new(comparison: &'c Comparison) -> Links<'c> {
        let mut threads: BTreeMap<Key<'_>, Vec<(usize, Option<usize>)>> = BTreeMap::new();
        let mut members: Vec<BTreeSet<Key<'_>>> = Vec::new();
        for (index, thread) in comparison.threads.iter().enumerate() {
            let mut positions: BTreeMap<Key<'_>, usize> = BTreeMap::new();
            for (place, position) in thread.positions.iter().enumerate() {
                for claim in &position.claims {
                    positions.entry(key(claim)).or_insert(place);
                }
            }
            for claim in &thread.claims {
                threads.entry(key(claim)).or_default().push((index, positions.get(&key(claim)).copied()));
            }
            members.push(thread.claims.iter().map(key).collect());
        }
        let mut relations: Vec<Vec<&CrossRelation>> = vec![Vec::new(); comparison.threads.len()];
        for relation in &comparison.relations {
            let Some(first) = relation.claims.first() else { continue };
            for (thread, _) in threads.get(&key(first)).into_iter().flatten() {
                if relation.claims.iter().all(|claim| members[*thread].contains(&key(claim))) {
                    relations[*thread].push(relation);
                }
            }
        }
        let mut copies = BTreeMap::new();
        for duplicates in &comparison.duplicates {
            let exact: BTreeSet<usize> = duplicates.exact.iter().copied().collect();
            for document in duplicates.documents.iter().filter(|document| **document != duplicates.kept) {
                copies.entry(*document).or_insert((duplicates.kept, exact.contains(document)));
            }
        }
        Links { threads, relations, copies }
    }

    /// The threads that a claim is in, with its position there.
    pub(super) fn threads<'s>(&'s self, claim: Key<'s>) -> &'s [(usize, Option<usize>)] {
        self.threads.get(&claim).map(Vec::as_slice).unwrap_or_default()
    }

    /// The relations whose claims are all in a thread.
    pub(super) fn relations(&self, thread: usize) -> &[&'c CrossRelation] {
        self.relations.get(thread).map(Vec::as_slice).unwrap_or_default()
    }

    /// What a document is a copy of, if of any: ", the same text as [1]".
    pub(super) fn copy(&self, document: usize) -> String {
        match self.copies.get(&document) {
            Some((kept, true)) => format!(", the same text as [{}]", kept + 1),
            Some((kept, false)) => format!(", nearly the same text as [{}]", kept + 1),
            None => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use claimant_core::wire::Duplicates;

    use super::*;

    #[test]
    fn copies_are_of_what_was_kept() {
        let mut comparison = crate::sample::comparison();
        comparison.duplicates = vec![Duplicates { kept: 1, documents: vec![1, 0, 2], exact: vec![2] }];
        let links = Links::new(&comparison);
        let copies: Vec<String> = (0..4).map(|document| links.copy(document)).collect();
        assert_eq!(copies, [", nearly the same text as [2]", "", ", the same text as [2]", ""]);
    }
}
