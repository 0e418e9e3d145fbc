//! Claims in text order, and which is made inside which.

use std::cmp::Reverse;

use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};
use crate::{Claim, ClaimId};

/// Sorts claims and links chains.
pub(crate) struct Nesting;

static INFO: Info = Info {
    name: "chains",
    summary: "claims in text order, and chains of claims within claims",
    finds: "for each claim, the innermost claim whose content holds its content and cue: “X says that Y confirmed Z”",
    leaves_alone: "claims that overlap without one holding the other",
    known_misses: "a content that an outer claim names only by a noun (“made the same claim”)",
    origin: "our own: the attribution corpora PARC 3 and PolNeAR are flat",
    examples: &[Example {
        text: "“It was confirmed that the bridge is closed,” said Ann Lee.",
        published: None,
        found: &[
            "“It was confirmed that the bridge is closed,”",
            "the bridge is closed [within: “It was confirmed that the bridge is closed,”]",
        ],
    }],
    reads: &[Layer::Claims],
    writes: &[Layer::Chains],
    switch: Switch::Always,
};

impl Extractor for Nesting {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        draft.claims.sort_by_key(|claim| (first_byte(claim), Reverse(claim.content.hull().len())));
        let claims = &mut draft.claims;
        let mut order: Vec<usize> = (0..claims.len()).collect();
        order.sort_by_key(|index| {
            let hull = claims[*index].content.hull();
            (hull.start(), Reverse(hull.end()), *index)
        });
        // Contents that are open at the current byte, outer ones first.
        let mut open: Vec<usize> = Vec::new();
        for (rank, &index) in order.iter().enumerate() {
            let start = claims[index].content.start();
            open.retain(|outer| claims[*outer].content.end() > start);
            // Contents of the same extent come in either order, so a few after this one are looked at too.
            let same = order[rank + 1..]
                .iter()
                .take(4)
                .filter(|other| claims[**other].content == claims[index].content);
            let candidates = open.iter().rev().take(DEEPEST).chain(same);
            let within = candidates
                .filter(|outer| holds(&claims[**outer], &claims[index]))
                .min_by_key(|outer| (claims[**outer].content.hull().len(), **outer))
                .map(|outer| ClaimId(*outer as u32));
            claims[index].within = within;
            open.push(index);
        }
    }
}

/// Contents open at once that are looked at: far deeper than writers nest, and a bound on the work.
const DEEPEST: usize = 16;

/// The first byte of a claim's content, cue and sources.
fn first_byte(claim: &Claim) -> usize {
    let sources = claim.sources.iter().map(|source| source.spans.start());
    let cue = claim.cue.iter().map(|cue| cue.spans.start());
    sources.chain(cue).fold(claim.content.start(), usize::min)
}

/// Whether `inner` is made inside the content of `outer`. Where each holds the other's content and cue
/// (two adverbs in a sentence), neither is.
fn holds(outer: &Claim, inner: &Claim) -> bool {
    let covers = |a: &Claim, b: &Claim| {
        a.content.contains(&b.content) && b.cue.as_ref().is_none_or(|cue| a.content.contains(&cue.spans))
    };
    covers(outer, inner) && !covers(inner, outer)
}
