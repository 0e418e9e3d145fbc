//! What is said in answer to what, by the words of the text.

use super::comparison::{At, CrossRelation, Part, PartRole};
use super::relate::Setting;
use super::wording;
use crate::{ClaimId, RelationKind, RelationOn};

/// Relations between the answers of articles, those that are no copies, and what they answer.
pub(super) fn all(setting: &Setting<'_, '_>, folded: &[bool]) -> Vec<CrossRelation> {
    let articles = setting.articles;
    let mut relations = Vec::new();
    for (document, article) in articles.iter().enumerate().filter(|(document, _)| !folded[*document]) {
        for answer in &article.report.matter.answers {
            let pair = [answer.claim, answer.to].map(|claim| At { document, claim: ClaimId(claim) });
            let who = pair.map(|at| wording::names_at(setting, at).join(" and "));
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
