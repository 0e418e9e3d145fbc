//! What is said in answer to what, by the words of the text.

use super::comparison::{Article, At, CrossRelation, Part, PartRole};
use super::identity::Identities;
use crate::{ClaimId, RelationKind, RelationOn};

/// Relations between the answers of articles, those that are no copies, and what they answer.
pub(super) fn all(articles: &[Article<'_>], folded: &[bool], identities: &Identities) -> Vec<CrossRelation> {
    let mut relations = Vec::new();
    for (document, article) in articles.iter().enumerate().filter(|(document, _)| !folded[*document]) {
        for answer in &article.report.matter.answers {
            let pair = [answer.claim, answer.to].map(|claim| At { document, claim: ClaimId(claim) });
            let who = pair.map(|at| names(article, identities, at));
            let words = answer.spans.text(&article.document.text);
            let content = |at: At| {
                let claim = &article.report.claims[at.claim.0 as usize];
                (at, Part { claim: at.claim, role: PartRole::Content, spans: claim.content.clone() })
            };
            let cue = Part { claim: pair[0].claim, role: PartRole::Cue, spans: answer.spans.clone() };
            relations.push(CrossRelation {
                kind: RelationKind::RespondsTo,
                claims: pair.to_vec(),
                on: RelationOn::Proposition,
                why: format!("{} answers {}: “{words}”", who[0], who[1]),
                parts: vec![(pair[0], cue), content(pair[0]), content(pair[1])],
            });
        }
    }
    relations
}

/// Who makes a claim, for people.
fn names(article: &Article<'_>, identities: &Identities, at: At) -> String {
    let claim = &article.report.claims[at.claim.0 as usize];
    let names: Vec<String> = claim
        .sources
        .iter()
        .filter_map(|source| source.entity)
        .map(|entity| identities.get(identities.of(at.document, entity)).name.clone())
        .collect();
    names.join(" and ")
}
