//! Which source and which contents belong to which cue.

use super::bucket;
use super::spans::Tagged;
use crate::features::Marked;
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

/// Where the tokens stand: what the links go by besides scores. All lists are by token.
#[derive(Default, Debug)]
pub(crate) struct Layout {
    /// The number of the sentence that it is in.
    pub sentences: Vec<usize>,
    /// The number of the paragraph that it is in.
    pub paragraphs: Vec<usize>,
    pub marked: Vec<Marked>,
    /// Whether it is a mark after which a reporting clause may follow: “…,” “…?”
    pub pauses: Vec<bool>,
    /// Whether it is a word that may join a clause of another speaker: "and", "but", "while".
    pub joins: Vec<bool>,
}

impl Layout {
    fn is_quoted(&self, span: &Tagged) -> bool {
        self.marked[span.from] != Marked::Outside
    }

    fn same_sentence(&self, a: usize, b: usize) -> bool {
        self.sentences[a] == self.sentences[b]
    }

    /// Whether a quotation ends here and its sentence goes on: “…,” and then who said so.
    fn hangs(&self, span: &Tagged) -> bool {
        let last = span.to - 1;
        let goes_on = span.to < self.sentences.len() && self.same_sentence(last, span.to);
        let pauses = last > 0 && self.pauses[last - 1] || goes_on && self.pauses[span.to];
        self.marked[last] == Marked::Closes && goes_on && pauses
    }

    fn same_paragraph(&self, a: &Tagged, b: &Tagged) -> bool {
        self.paragraphs[a.from] == self.paragraphs[b.from]
    }

    fn begins_sentence(&self, token: usize) -> bool {
        token == 0 || !self.same_sentence(token - 1, token)
    }

    /// Whether a span is a quotation that begins its sentence.
    fn resumes(&self, span: &Tagged) -> bool {
        self.marked[span.from] == Marked::Opens && self.begins_sentence(span.from)
    }
}

/// Parts contents where a quotation ends with its paragraph and the next paragraph begins with another: somebody else may say that.
pub(crate) fn part(spans: &[Tagged], layout: &Layout) -> Vec<Tagged> {
    let mut parted = Vec::with_capacity(spans.len());
    for span in spans {
        let mut from = span.from;
        let ends = |at: &usize| {
            layout.marked[at - 1] == Marked::Closes
                && layout.marked[*at] == Marked::Opens
                && layout.paragraphs[at - 1] != layout.paragraphs[*at]
        };
        for at in (span.from + 1..span.to).filter(|at| span.kind == CONTENT && ends(at)) {
            parted.push(Tagged { from, to: at, ..*span });
            from = at;
        }
        parted.push(Tagged { from, ..*span });
    }
    parted
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
    /// spans without a cue are left out.
    ///
    /// Each content goes to its best cue; a quotation that breaks off for one to that. Of several that chose one cue the
    /// surest stays, with those near it: contents in pieces are parted by little but their own cue and source. One that stands far off goes to another cue that is nearly as good and has none, or
    /// to nobody.
    pub(crate) fn link(
        &self,
        network: &Network,
        scores: &Scores,
        spans: &[Tagged],
        real: &[usize],
        layout: &Layout,
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
        let mut left: Vec<usize> = Vec::new();
        for content in of(CONTENT) {
            let near = found.partition_point(|linked| linked.cue < content);
            let first = near.saturating_sub(REACH);
            // Half a sentence without quotation marks is nobody's who speaks in another sentence, nor is anything who speaks in another
            // paragraph.
            let strays = |linked: &Linked| {
                let (this, cue) = (&spans[content], &spans[linked.cue]);
                let plain = layout.marked[this.from..this.to].iter().all(|marked| *marked == Marked::Outside);
                let elsewhere = !layout.same_sentence(this.from, cue.from)
                    && !layout.same_sentence(this.to - 1, cue.from);
                plain && elsewhere && !(layout.begins_sentence(this.from) && layout.same_paragraph(this, cue))
            };
            let scored: Vec<f32> = found[first..(near + REACH).min(found.len())]
                .iter()
                .map(|linked| score(1, content, linked.cue))
                .collect();
            if scored.is_empty() {
                continue;
            }
            let best = if found.get(near).is_some_and(|next| is_answered(spans, content, next.cue, layout)) {
                near - first
            } else if near > 0 && goes_on(spans, content, found[near - 1].cue, layout) {
                near - 1 - first
            } else {
                super::best(&scored)
            };
            if strays(&found[first + best]) {
                // A cue of its own sentence may want one.
                let masked = |(at, score): (usize, &f32)| {
                    if strays(&found[first + at]) { f32::NEG_INFINITY } else { *score }
                };
                let scored: Vec<f32> = scored.iter().enumerate().map(masked).collect();
                if scored[super::best(&scored)] > f32::NEG_INFINITY {
                    left.push(content);
                    choices.push((content, first, scored));
                }
                continue;
            }
            chosen[first + best].push((scored[best], content));
            choices.push((content, first, scored));
        }
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
                    are_near(spans, linked.cue, *other.min(&content), *other.max(&content), layout)
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
                let same = layout.same_sentence(spans[source].from, spans[linked.cue].from);
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
fn are_near(spans: &[Tagged], cue: usize, a: usize, b: usize, layout: &Layout) -> bool {
    let both = layout.is_quoted(&spans[a]) && layout.is_quoted(&spans[b]);
    let gap = if both { QUOTED_GAP } else { GAP };
    // What another cue parts is another's.
    let parted = |at: usize| spans[at].kind == CUE && at != cue;
    if b - a > QUOTED_GAP || (a + 1..b).any(parted) {
        return false;
    }
    // Only quotations go on in another paragraph; and when one is over with its paragraph, who says the next has said nothing yet.
    if !layout.same_paragraph(&spans[a], &spans[b])
        && (!both || layout.marked[spans[a].to - 1] == Marked::Closes && b < cue)
    {
        return false;
    }
    // "It rained, and she said it was cold": what an "and" parts from the cue is not hers.
    if a < cue && cue < b && layout.joins[spans[a].to..spans[a + 1].from].contains(&true) {
        return false;
    }
    // “…,” she said, whatever she did meanwhile. “…”
    if layout.hangs(&spans[a]) && layout.resumes(&spans[b]) && layout.same_paragraph(&spans[a], &spans[b]) {
        return true;
    }
    let between = spans[b].from - spans[a].to;
    let roles: usize =
        spans[a + 1..b].iter().filter(|span| span.kind != CONTENT).map(|span| span.to - span.from).sum();
    between - roles <= gap
}

/// Whether a content that opens its sentence or its quotation breaks off for the cue, which follows at once but for its source: “…,” she said.
fn is_answered(spans: &[Tagged], content: usize, cue: usize, layout: &Layout) -> bool {
    let (this, next) = (&spans[content], &spans[content + 1]);
    let asked = |before: &Tagged| before.kind == CUE && layout.same_sentence(before.from, this.from);
    let opens =
        layout.marked[this.from] == Marked::Opens && !spans[..content].iter().rev().take(REACH).any(asked);
    (opens || layout.begins_sentence(this.from))
        && next.from - this.to <= 1
        && layout.same_sentence(this.to - 1, spans[cue].from)
        && (layout.hangs(this) || layout.pauses[this.to])
        && beside(spans, content, cue)
}

/// Whether a content goes on with what the cue before it, in the same paragraph, broke off: “…,” she said. “…”
fn goes_on(spans: &[Tagged], content: usize, cue: usize, layout: &Layout) -> bool {
    let first = spans[..cue].iter().rposition(|span| span.kind != SOURCE);
    layout.resumes(&spans[content])
        && layout.same_paragraph(&spans[cue], &spans[content])
        && spans[cue..content].iter().skip(1).all(|span| span.kind == SOURCE)
        && first.is_some_and(|first| {
            spans[first].kind == CONTENT
                && layout.hangs(&spans[first])
                && is_answered(spans, first, cue, layout)
        })
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
