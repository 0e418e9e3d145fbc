//! Which source and which contents belong to which cue.

use super::bucket;
use super::spans::Tagged;
use crate::network::math::{dot, exp};
use crate::network::model::{Result, Sizes, wrong};
use crate::network::{Network, Scores};

/// What the links are scored with besides the tokens' vectors.
#[derive(Debug)]
pub(crate) struct Links {
    scale: f32,
    /// Weights over a cue's vector, then the bias: how likely it has no source.
    none: Vec<f32>,
    distance: [Vec<f32>; 2],
}

/// One attribution: indexes into the spans that were linked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Linked {
    pub cue: usize,
    pub source: Option<usize>,
    pub contents: Vec<usize>,
}

pub(crate) const SOURCE: usize = 0;
pub(crate) const CUE: usize = 1;
pub(crate) const CONTENT: usize = 2;

impl Links {
    pub(crate) fn new(none: Vec<f32>, distance: &[f32], sizes: Sizes) -> Result<Links> {
        if none.len() != sizes.link + 1 || distance.len() != 64 {
            return wrong("the links have the wrong size");
        }
        let distance = [distance[..32].to_vec(), distance[32..].to_vec()];
        Ok(Links { scale: 1.0 / (sizes.link as f32).sqrt(), none, distance })
    }

    /// Links `spans` (in text order, `real` gives the row in `scores` of each of their tokens). Every cue with a content makes an attribution;
    /// spans without a cue are left out. `sentences` numbers the sentence of each token, `quoted` tells
    /// whether a span begins in quotation marks.
    ///
    /// Each content goes to its best cue. Of several that chose one cue the surest stays, with those near it: contents in pieces
    /// are parted by little but their own cue and source. One that stands far off goes to another cue that is nearly as good and has none, or
    /// to nobody.
    pub(crate) fn link(
        &self,
        network: &Network,
        scores: &Scores,
        spans: &[Tagged],
        real: &[usize],
        sentences: &[usize],
        quoted: impl Fn(&Tagged) -> bool,
    ) -> Vec<Linked> {
        let [as_cue, as_source, as_content, of_cue] = network.shape.link;
        let row = |span: usize| real[spans[span].from];
        let score = |which: usize, from: usize, to: usize| {
            let (query, key) = if which == 0 { (as_cue, as_source) } else { (as_content, of_cue) };
            let (from, to) = (row(from), row(to));
            dot(scores.of(from, query), scores.of(to, key)) * self.scale
                + self.distance[which][bucket(from, to)]
        };
        let of = |kind| spans.iter().enumerate().filter(move |(_, span)| span.kind == kind).map(|(at, _)| at);
        let mut found: Vec<Linked> =
            of(CUE).map(|cue| Linked { cue, source: None, contents: Vec::new() }).collect();
        // By cue: the contents that chose it, with their scores. By content: what else it might choose.
        let mut chosen: Vec<Vec<(f32, usize)>> = vec![Vec::new(); found.len()];
        let mut choices: Vec<(usize, usize, Vec<f32>)> = Vec::new();
        for content in of(CONTENT) {
            let near = found.partition_point(|linked| linked.cue < content);
            let first = near.saturating_sub(REACH);
            let scored: Vec<f32> = found[first..(near + REACH).min(found.len())]
                .iter()
                .map(|linked| score(1, content, linked.cue))
                .collect();
            if scored.is_empty() {
                continue;
            }
            let best = super::best(&scored);
            chosen[first + best].push((scored[best], content));
            choices.push((content, first, scored));
        }
        let mut left: Vec<usize> = Vec::new();
        for (linked, wishes) in found.iter_mut().zip(&chosen) {
            let Some(&(_, main)) =
                wishes.iter().reduce(|best, next| if next.0 > best.0 { next } else { best })
            else {
                continue;
            };
            linked.contents.push(main);
            let mut rest: Vec<usize> =
                wishes.iter().map(|(_, content)| *content).filter(|content| *content != main).collect();
            rest.sort_by_key(|content| (content.abs_diff(main), *content));
            for content in rest {
                let joins = linked.contents.iter().any(|other| {
                    are_near(spans, linked.cue, *other.min(&content), *other.max(&content), &quoted)
                });
                if joins { linked.contents.push(content) } else { left.push(content) }
            }
            linked.contents.sort_unstable();
        }
        left.sort_unstable();
        for content in left {
            let Ok(at) = choices.binary_search_by_key(&content, |choice| choice.0) else { continue };
            let (_, first, scored) = &choices[at];
            let most = scored[super::best(scored)];
            let total: f32 = scored.iter().map(|score| exp(score - most)).sum();
            let mut free: Option<(f32, usize)> = None;
            for (at, score) in scored.iter().enumerate() {
                let share = exp(score - most) / total;
                let beside = beside(spans, content, found[first + at].cue);
                if found[first + at].contents.is_empty()
                    && (share > SHARE || beside)
                    && free.is_none_or(|(best, _)| share > best)
                {
                    free = Some((share, first + at));
                }
            }
            if let Some((_, at)) = free {
                found[at].contents.push(content);
            }
        }
        found.retain(|linked| !linked.contents.is_empty());
        let sources: Vec<usize> = of(SOURCE).collect();
        for linked in &mut found {
            let vector = scores.of(row(linked.cue), as_cue);
            let (weights, bias) = self.none.split_at(vector.len());
            let none = dot(vector, weights) + bias[0];
            let mut best: Option<(bool, f32)> = None;
            let near = sources.partition_point(|source| *source < linked.cue);
            // One source may speak through several cues: "she said …, adding that …".
            for &source in &sources[near.saturating_sub(REACH)..(near + REACH).min(sources.len())] {
                // Whoever stands in the cue's own sentence goes before all others.
                let same = sentences[spans[source].from] == sentences[spans[linked.cue].from];
                let rank = (same, score(0, linked.cue, source));
                if rank.1 > none && best.is_none_or(|best| rank > best) {
                    best = Some(rank);
                    linked.source = Some(source);
                }
            }
        }
        found
    }
}

/// Whether the contents `a` and `b` (`a` before `b`) may be pieces of one: few tokens lie between them that are no cue's and no source's, more where
/// both are quoted.
fn are_near(spans: &[Tagged], cue: usize, a: usize, b: usize, quoted: &impl Fn(&Tagged) -> bool) -> bool {
    let gap = if quoted(&spans[a]) && quoted(&spans[b]) { QUOTED_GAP } else { GAP };
    // What another cue parts is another's.
    let parted = |at: usize| spans[at].kind == CUE && at != cue;
    if b - a > QUOTED_GAP || (a + 1..b).any(parted) {
        return false;
    }
    let between = spans[b].from - spans[a].to;
    let roles: usize =
        spans[a + 1..b].iter().filter(|span| span.kind != CONTENT).map(|span| span.to - span.from).sum();
    between - roles <= gap
}

/// Whether nothing but a source and few tokens stand between a content and a cue.
fn beside(spans: &[Tagged], content: usize, cue: usize) -> bool {
    let (a, b) = (content.min(cue), content.max(cue));
    let sources: usize =
        spans[a + 1..b].iter().filter(|span| span.kind == SOURCE).map(|span| span.to - span.from).sum();
    b - a <= 2
        && spans[b].from - spans[a].to - sources <= 3
        && spans[a + 1..b].iter().all(|span| span.kind == SOURCE)
}

/// Tokens between the pieces of a content, and a cue's share of a content's choice that makes it a second one: chosen on `PolNeAR`'s dev part.
const GAP: usize = 6;
const QUOTED_GAP: usize = 16;
const SHARE: f32 = 0.37;

/// Cues and sources farther away than this many others are no candidates: links stay linear in the text.
const REACH: usize = 16;
