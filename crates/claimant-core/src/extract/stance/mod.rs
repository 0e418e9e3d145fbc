//! Polarity and certainty of every claim: its cue's and its content's together.
//!
//! The extractors of claims leave in a claim what its cue says: a denial negates, "believes" makes probable. This one reads the content's
//! main predicate from the tree and puts the two together, with the words that carry it.

mod content;
mod labels;

use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};
use crate::factuality::Factuality;
use crate::{Act, Certainty, Claim, Polarity, Spans};

/// Polarity and certainty.
pub(crate) struct Stance;

static INFO: Info = Info {
    name: "stance",
    summary: "polarity and certainty of each content according to its source, with the words that carry them",
    finds: "negation (“not”, “no evidence”, “neither”, “without”), modals (“may”, “should”), hedges (“probably”, “alleged”, “so-called”), \
            words that imply or deny what they embed (“failed to”, “refused to”, “it is unlikely that”, “pretended that”), conditions, \
            questions and commands, which assert nothing; all by the tree, so that a negated relative clause negates no main clause. \
            With the cue: what is denied is negated, what is not confirmed stays open, and so does what is only asked (“Did she know that …?”); \
            who calls an accusation “absurd” denies it",
    leaves_alone: "what words imply about the world (“killed” and alive); irony; in a content of several sentences, all but the first; texts \
                   that are not in English keep what their cue says",
    known_misses: "negation in affixes (“impossible to verify” is known, “unharmed” is not); “few” and “little”; scare quotes outside the narrator’s claims, where quoted words are the source’s own",
    origin: "signatures after Nairn, Condoravdi and Karttunen 2006 and Karttunen 2012, degrees after Saurí and Pustejovsky 2009: \
             data/signatures.toml",
    examples: &[
        Example {
            text: "The ministry denied that the dam had failed. Lee said the army failed to stop the advance. Police said he may not have known.",
            published: None,
            found: &[
                "the dam had failed [negative certain: denied]",
                "the army failed to stop the advance [negative certain: failed]",
                "he may not have known [negative possible: may | not]",
            ],
        },
        Example {
            text: "The mayor has not confirmed that the bridge is closed. She said the town will flood if the dam breaks.",
            published: None,
            found: &[
                "the bridge is closed [positive uncommitted: has not confirmed]",
                "the town will flood if the dam breaks [positive uncommitted: if]",
            ],
        },
        Example {
            text: "The agency said the road, which was not repaired, is safe. It said there was no evidence of fraud.",
            published: None,
            found: &[
                "the road, which was not repaired, is safe [positive certain]",
                "there was no evidence of fraud [negative certain: no]",
            ],
        },
    ],
    reads: &[Layer::Claims, Layer::Sentences, Layer::Quotations],
    writes: &[Layer::Stance],
    switch: Switch::On,
};

impl Extractor for Stance {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        let mut claims = std::mem::take(&mut draft.claims);
        for claim in &mut claims {
            let plain = (claim.polarity, claim.certainty) == (Polarity::Positive, Certainty::Certain);
            if let Some(cue) = claim.cue.as_ref().filter(|_| !plain) {
                claim.stance_by.push(cue.spans.clone());
            }
            if let Some(found) = content::of(draft, claim) {
                join(draft, claim, &found);
            }
            if let Some(mark) = labels::asked(draft, claim) {
                claim.certainty = Certainty::Uncommitted;
                claim.stance_by.push(mark);
            }
            if let Some(label) = labels::rejecting(draft, claim) {
                claim.act = Act::Deny;
                claim.polarity = Polarity::Negative;
                claim.stance_by.push(label);
            }
        }
        draft.claims = claims;
    }
}

/// Puts the content's stance under the cue's.
fn join(draft: &Draft<'_>, claim: &mut Claim, found: &Factuality) {
    if found.polarity == Polarity::Negative {
        claim.polarity = match claim.polarity {
            Polarity::Positive => Polarity::Negative,
            Polarity::Negative => Polarity::Positive,
        };
    }
    claim.certainty = claim.certainty.max(found.certainty);
    for &token in &found.carried_by {
        let span = draft.analysis.tokens[token].span;
        // A cue inside its content ("reportedly") is there already.
        if !claim.stance_by.iter().any(|spans| spans.overlaps(span)) {
            claim.stance_by.push(Spans::from(span));
        }
    }
    claim.stance_by.sort_by_key(Spans::start);
}
