//! What a copy of an article says again: the same source in the same words, and no second witness.

use std::collections::BTreeMap;

use super::comparison::{Article, At, Copies, CrossRelation, Part, PartRole};
use super::copies;
use crate::{Claim, ClaimId, RelationKind, RelationOn, Voice};

/// Relations between the attributed claims of articles and those with the same words in copies of them.
pub(super) fn again(articles: &[Article<'_>], copies: &[Copies]) -> Vec<CrossRelation> {
    let mut relations = Vec::new();
    for group in copies {
        let first = &articles[group.of];
        for (copy, _) in &group.documents {
            let mut by_words: BTreeMap<Vec<String>, ClaimId> = BTreeMap::new();
            for (at, claim) in attributed(&articles[*copy]) {
                by_words.entry(words(&articles[*copy], claim)).or_insert(at);
            }
            for (claim, said) in attributed(first) {
                let at = At { document: group.of, claim };
                if let Some(other) = by_words.get(&words(first, said)) {
                    relations.push(relation(articles, at, At { document: *copy, claim: *other }));
                }
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

fn attributed<'a>(article: &Article<'a>) -> impl Iterator<Item = (ClaimId, &'a Claim)> {
    let claims = (0..).map(ClaimId).zip(&article.report.claims);
    claims.filter(|(_, claim)| claim.voice == Voice::Attributed)
}

/// The words of a claim and of its sources without what an editor may change: case, marks and space.
fn words(article: &Article<'_>, claim: &Claim) -> Vec<String> {
    let text = &article.document.text;
    let parts = claim.sources.iter().map(|source| &source.spans).chain([&claim.content]);
    parts.flat_map(|spans| copies::words(&spans.text(text)).collect::<Vec<_>>()).collect()
}
