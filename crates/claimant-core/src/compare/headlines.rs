//! What a headline says its article says again, and the article knows better who says it.

use std::collections::BTreeSet;

use super::comparison::{Article, At, CrossRelation};
use crate::{Claim, Region, RegionKind, RelationKind};

/// Leaves out a headline's relations where its article has the same one, of the same kind and with the same other claim.
pub(super) fn fold(articles: &[Article<'_>], relations: &mut Vec<CrossRelation>) {
    let headed = |at: At| {
        let report = articles[at.document].report;
        says(&report.regions, &report.claims[at.claim.0 as usize])
    };
    // The document of one claim, the other claim, and whether the first relates.
    let told: BTreeSet<(RelationKind, usize, At, bool)> = relations
        .iter()
        .flat_map(ends)
        .filter(|(_, own, _, _)| !headed(*own))
        .map(|(kind, own, other, first)| (kind, own.document, other, first))
        .collect();
    relations.retain(|relation| {
        !ends(relation).any(|(kind, own, other, first)| {
            headed(own) && told.contains(&(kind, own.document, other, first || !is_directed(kind)))
        })
    });
}

/// Whether a claim stands in a headline.
pub(super) fn says(regions: &[Region], claim: &Claim) -> bool {
    let at = regions.partition_point(|region| region.spans.end() <= claim.content.start());
    regions.get(at).is_some_and(|region| region.kind == RegionKind::Headline)
}

/// Each claim of a relation with the other one, and whether it is the one that relates, where that tells anything.
fn ends(relation: &CrossRelation) -> impl Iterator<Item = (RelationKind, At, At, bool)> + use<> {
    let kind = relation.kind;
    let pair = match relation.claims[..] {
        [one, other] => vec![(kind, one, other, true), (kind, other, one, !is_directed(kind))],
        _ => Vec::new(),
    };
    pair.into_iter()
}

fn is_directed(kind: RelationKind) -> bool {
    !matches!(kind, RelationKind::Conflict | RelationKind::Corroborate | RelationKind::SameSource)
}
