//! What somebody says was the cause: "a defect in the track was the cause", "faulty wiring was to blame", "the crash was caused by ice", "blamed
//! a power line". The event is the one that the words name, or else the one that the document is about.

use super::{Reading, happenings, party};
use crate::compare::matter::Point;
use crate::compare::words;
use crate::{Certainty, Claim, Polarity};

/// Stands for the event that is not named, until the document's own is known.
pub(super) const UNNAMED: &str = "cause";

const NOUNS: &[&str] = &["cause", "culprit", "reason"];
const VERBS: &[&str] = &["cause", "trigger", "spark"];

pub(super) fn read(reading: &Reading<'_>, index: u32, claim: &Claim) -> Option<Point> {
    let tokens = claim.content.pieces().iter().flat_map(|piece| reading.analysis.tokens_in(*piece));
    let (predicate, cause, effect) = tokens
        .filter_map(|at| said_at(reading, at))
        .find(|(_, cause, _)| reading.inside(claim, *cause))
        .or_else(|| blamed(reading, claim))?;
    let span = |at: usize| reading.analysis.span(&reading.analysis.subtree(at));
    let actor = party::of(reading, &span(cause).into()).filter(|party| !party.pronoun)?;
    let kinds = effect.map(|at| words::events_of_noun(&reading.lemma(at))).unwrap_or_default();
    let events = if kinds.is_empty() { &[UNNAMED][..] } else { kinds };
    let own = if is_negated(reading, predicate, cause) { Polarity::Negative } else { Polarity::Positive };
    let (polarity, certainty) = happenings::under_cue(reading, claim, own, Certainty::Certain);
    Some(Point {
        events: events.iter().map(|kind| Box::from(*kind)).collect(),
        actor: Some(actor),
        polarity,
        certainty,
        definite: true,
        ..Point::new(index, reading.analysis.tokens[predicate].span.into())
    })
}

/// The predicate, what it gives as the cause, and of what.
fn said_at(reading: &Reading<'_>, at: usize) -> Option<(usize, usize, Option<usize>)> {
    let child =
        |relation: &str| reading.analysis.dependents(at).find(|one| reading.universal(*one) == relation);
    let with = |case: &'static str| {
        reading.analysis.dependents(at).find(|one| {
            matches!(reading.universal(*one), "obl" | "nmod")
                && reading.analysis.dependents(*one).any(|mark| {
                    reading.universal(mark) == "case" && reading.word(mark).eq_ignore_ascii_case(case)
                })
        })
    };
    let be = child("cop").is_some() || reading.analysis.dependents(at).any(|one| reading.lemma(one) == "be");
    let lemma = reading.lemma(at);
    match reading.upos(at) {
        "NOUN" if NOUNS.contains(&&*lemma) && be => {
            let effect = with("of").or_else(|| with("for")).or_else(|| with("behind"));
            Some((at, child("nsubj")?, effect))
        }
        "VERB" if lemma == "blame" && be && child("mark").is_some() => {
            Some((at, child("nsubj")?, with("for")))
        }
        "ADJ" | "ADP" if lemma == "due" && be => Some((at, with("to")?, child("nsubj"))),
        "VERB" if VERBS.contains(&&*lemma) => {
            let passive = reading.analysis.dependents(at).any(|one| reading.relation(one) == "aux:pass");
            if passive {
                Some((at, with("by")?, child("nsubj")))
            } else {
                Some((at, child("nsubj")?, child("obj")))
            }
        }
        _ => None,
    }
}

/// "The company has blamed [the track]".
fn blamed(reading: &Reading<'_>, claim: &Claim) -> Option<(usize, usize, Option<usize>)> {
    let cue = claim.cue.as_ref().filter(|cue| cue.lemma == "blame")?;
    let top = reading.top(&claim.content).filter(|at| matches!(reading.upos(*at), "NOUN" | "PROPN"))?;
    Some((reading.top(&cue.spans)?, top, None))
}

fn is_negated(reading: &Reading<'_>, predicate: usize, cause: usize) -> bool {
    let not = |at: usize| matches!(&*reading.word(at).to_lowercase(), "not" | "n't" | "n’t" | "never");
    let no = |at: usize| matches!(&*reading.word(at).to_lowercase(), "no" | "neither" | "none");
    reading.analysis.dependents(predicate).any(not) || reading.analysis.dependents(cause).any(no)
}
