//! What a copy of an article says again: the same source in the same words, and no second witness.

use std::collections::{BTreeMap, BTreeSet};

use super::comparison::{Article, At, Copies, CrossRelation, Part, PartRole, Thread};
use crate::{Claim, ClaimId, RelationKind, RelationOn, Voice};

/// Relations between the attributed claims that threads have and those with the same words in copies of their articles.
pub(super) fn again(articles: &[Article<'_>], copies: &[Copies], threads: &[Thread]) -> Vec<CrossRelation> {
    let compared: BTreeSet<At> = threads.iter().flat_map(|thread| thread.claims.iter().copied()).collect();
    let mut relations = Vec::new();
    for group in copies {
        let first = &articles[group.of].report.claims;
        for (copy, _) in &group.documents {
            let by_words: BTreeMap<String, usize> = (0..)
                .zip(&articles[*copy].report.claims)
                .map(|(at, claim)| (words(articles, *copy, claim), at))
                .collect();
            for (index, claim) in (0..).zip(first) {
                let at = At { document: group.of, claim: ClaimId(index) };
                if claim.voice != Voice::Attributed || !compared.contains(&at) {
                    continue;
                }
                let Some(other) = by_words.get(&words(articles, group.of, claim)) else { continue };
                let other = At { document: *copy, claim: ClaimId(*other as u32) };
                relations.push(relation(articles, at, other));
            }
        }
    }
    relations
}

fn relation(articles: &[Article<'_>], first: At, copy: At) -> CrossRelation {
    let part = |at: At| {
        let claim = &articles[at.document].report.claims[at.claim.0 as usize];
        (at, Part { claim: at.claim, role: PartRole::Content, spans: claim.content.clone() })
    };
    CrossRelation {
        kind: RelationKind::SameSource,
        claims: vec![copy, first],
        on: RelationOn::Proposition,
        why: "the same words in a copy of the article, no second witness".to_owned(),
        parts: vec![part(copy), part(first)],
    }
}

/// A claim's words without what an editor may change: case, marks and space.
fn words(articles: &[Article<'_>], document: usize, claim: &Claim) -> String {
    let content = claim.content.text(&articles[document].document.text).to_lowercase();
    content
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
