//! Whom a pronoun means: of the chains before it, the one that a small network scores highest.
//!
//! A sieve in the manner of Raghunathan et al. (2010) comes last to pronouns: names and descriptions are joined by then, and what
//! cannot agree (gender, number, the same clause) is no candidate. Among the rest, what Hobbs (1978) ordered by rule (recency,
//! subjects first, parallel roles) are features of a learned score.

mod candidates;
mod features;
mod relation;
mod salience;
mod scorer;
mod speakers;

use std::cmp::Reverse;

use super::chains::Chains;
use super::grammar::Grammar;
use super::mention::{Form, MentionId, Mentions};
use super::sources;
use crate::draft::Draft;

pub(super) use candidates::Candidate;
pub(super) use features::{Active, INPUTS};
pub(super) use scorer::Network;

/// What the resolver knows beside the mentions.
pub(super) struct Context<'a> {
    pub(super) grammar: &'a Grammar<'a>,
    pub(super) mentions: &'a Mentions,
    /// Whether each token stands in quotation marks.
    pub(super) quoted: Vec<bool>,
    /// The paragraph of each sentence.
    pub(super) paragraph: Vec<u32>,
    /// The one source of the innermost claim whose content holds each token.
    pub(super) speaker: Vec<Option<MentionId>>,
    /// Which mentions are sources of claims.
    pub(super) sources: Vec<bool>,
    network: &'a Network,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        draft: &Draft<'_>,
        grammar: &'a Grammar<'a>,
        mentions: &'a Mentions,
        network: Option<&'a Network>,
    ) -> Context<'a> {
        let network = network.unwrap_or_else(|| Network::embedded());
        let mut quoted = vec![false; grammar.analysis.tokens.len()];
        for piece in
            draft.quotes.iter().filter(|quote| quote.depth == 0).flat_map(|quote| quote.spans.pieces())
        {
            quoted[grammar.analysis.tokens_in(*piece)].fill(true);
        }
        let mut paragraph = vec![0; grammar.analysis.sentences.len()];
        for (number, sentences) in (0..).zip(&grammar.analysis.paragraphs) {
            paragraph[sentences.clone()].fill(number);
        }
        let mut speaker = vec![None; grammar.analysis.tokens.len()];
        let mut is_source = vec![false; mentions.list.len()];
        let mut order: Vec<usize> = (0..draft.claims.len()).collect();
        order.sort_by_key(|index| (Reverse(draft.claims[*index].content.hull().len()), *index));
        for claim in order.into_iter().map(|index| &draft.claims[index]) {
            let [source] = claim.sources.as_slice() else { continue };
            let id = sources::mention_of(grammar, mentions, source);
            if let Some(id) = id {
                is_source[id] = true;
            }
            for piece in claim.content.pieces() {
                speaker[grammar.analysis.tokens_in(*piece)].fill(id);
            }
        }
        Context { grammar, mentions, quoted, paragraph, speaker, sources: is_source, network }
    }
}

/// A pronoun, what it can mean, and what was decided: for training and debugging.
pub(super) struct Decision {
    pub(super) pronoun: MentionId,
    pub(super) candidates: Vec<(Candidate, Active)>,
    /// What speaks for the pronoun meaning none of them.
    pub(super) nobody: Active,
    /// The candidate that was chosen.
    pub(super) chosen: Option<usize>,
    /// By how much its score is above the next.
    pub(super) margin: f32,
}

/// Resolves pronouns in text order and joins them to their chains; `seen` gets every decision.
pub(super) fn join(
    draft: &Draft<'_>,
    context: &Context<'_>,
    chains: &mut Chains,
    mut seen: impl FnMut(&Decision, &Chains),
) {
    speakers::join(draft, context, chains);
    for (id, mention) in context.mentions.list.iter().enumerate() {
        let Form::Pronoun(pronoun) = mention.form else { continue };
        if !pronoun.is_third() || mention.coordination {
            continue;
        }
        let decision = decide(context, chains, id);
        seen(&decision, chains);
        if let Some(chosen) = decision.chosen {
            chains.join(decision.candidates[chosen].0.mention, id);
        }
    }
}

fn decide(context: &Context<'_>, chains: &Chains, id: MentionId) -> Decision {
    let found = candidates::of(context, chains, id);
    let scene = features::Scene::new(context, chains, id, &found);
    let candidates: Vec<(Candidate, Active)> =
        found.iter().map(|candidate| (*candidate, scene.candidate(candidate))).collect();
    let nobody = scene.nobody();
    let mut best = (None, context.network.score(&nobody));
    let mut next = f32::NEG_INFINITY;
    for (index, (_, active)) in candidates.iter().enumerate() {
        let score = context.network.score(active);
        if score > best.1 {
            next = best.1;
            best = (Some(index), score);
        } else if score > next {
            next = score;
        }
    }
    Decision { pronoun: id, candidates, nobody, chosen: best.0, margin: best.1 - next }
}
