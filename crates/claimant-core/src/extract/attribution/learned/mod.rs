//! Claims from the roles that the analyser has learned: source, cue and content of each attribution.

mod act;
mod content;
mod medium;
mod quoted;
pub(super) mod source;

use claimant_english::Attribution;

use super::found::Found;
use super::parsed;
use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};
use crate::{Certainty, Claim};

/// Claims by learned roles.
pub(crate) struct LearnedAttribution;

static INFO: Info = Info {
    name: "attribution",
    summary: "claims by the attribution roles that the analyser has learned",
    finds: "source, cue and content of attributions, whatever the words: contents before, after and around their cue and over several \
            sentences; joint sources, taken apart; attributions without a source; the act from the cue lexicon; what it was said in",
    leaves_alone: "texts that are not in English (a note says so); boilerplate and datelines",
    known_misses: "attributions inside the content of another, which the corpus does not mark; sources in another paragraph; docs/models.md has the scores",
    origin: "roles learned from PolNeAR (Newell et al. 2018); acts from the cue lexicon; content limits as in docs/architecture.md",
    examples: &[
        Example {
            text: "The dam will hold, the ministry’s engineers said on Monday.",
            published: Some("2024-12-27"),
            found: &[
                "the ministry’s engineers | said | The dam will hold | indirect assert positive certain",
            ],
        },
        Example {
            text: "“It is solid,” Ann Lee told reporters.",
            published: None,
            found: &["Ann Lee | told | “It is solid,” | direct assert positive certain"],
        },
        Example {
            text: "In March either Lee or the bank confirmed the sale. Neither the mayor nor the bank confirmed it.",
            published: None,
            found: &[
                "Lee + the bank | confirmed | the sale | indirect confirm positive certain",
                "the mayor + the bank | confirmed | it | indirect not-confirm positive uncommitted",
            ],
        },
    ],
    reads: &[Layer::Regions, Layer::Sentences, Layer::Quotations],
    writes: &[Layer::Claims],
    switch: Switch::On,
};

impl Extractor for LearnedAttribution {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        let mut claims: Vec<Claim> =
            draft.analysis.attributions.iter().filter_map(|one| claim(draft, one)).collect();
        draft.claims.append(&mut claims);
    }
}

fn claim(draft: &Draft<'_>, attribution: &Attribution) -> Option<Claim> {
    let analysis = &draft.analysis;
    let quoted = quoted::of(draft, attribution);
    let attribution = quoted.as_ref().map_or(attribution, |(put_right, _)| put_right);
    let quoted_by =
        quoted.as_ref().and_then(|(_, medium)| medium.clone()).map(|tokens| analysis.span(&tokens));
    let (cue, said) = act::refusal(draft, attribution.cue.clone(), &attribution.content);
    let head = act::top(draft, &cue);
    let said = act::whole_clause(draft, head, act::within_clause(draft, head, &said));
    let said = act::both_sides(draft, head, said);
    let (content, truncated) = content::of(draft, &said, cue.start)?;
    let free = |at: usize| !said.iter().chain(&attribution.source).any(|tokens| tokens.contains(&at));
    let cue_tokens = match content::trimmed(draft, cue.clone()) {
        Some(words) => act::widened(draft, words, free),
        // The dash before a signature.
        None => cue,
    };
    let sources =
        attribution.source.as_ref().map(|source| source::of(draft, source.clone())).unwrap_or_default();
    let reading = act::of(draft, cue_tokens.clone(), &sources);
    // "The disaster claimed 38 lives": nobody speaks.
    if reading.lemma == "claim" && parsed::takes(draft, content.pieces()) {
        return None;
    }
    // "The man is believed to be abroad": nobody stands behind it.
    let certainty = (sources.is_empty() && reading.hedged).then_some(Certainty::Probable);
    let found = Found {
        sources,
        shares_source: false,
        cue: analysis.span(&cue_tokens),
        lemma: reading.lemma,
        act: reading.act,
        raised: reading.raised,
        certainty,
        medium: quoted_by.or_else(|| medium::of(draft, reading.head, &content)),
        content: content.pieces().to_vec(),
        truncated,
        because: format!("learned roles; {}", reading.because),
    };
    Some(found.claim(draft))
}
