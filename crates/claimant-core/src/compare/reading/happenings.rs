//! That something happens or is so: one point for each proposition that its claim states.

use super::{Reading, clause, occurrence, party, when};
use crate::compare::matter::{Party, Point, states};
use crate::compare::words::{self, Voice};
use crate::{Act, Certainty, Claim, Polarity, Proposition};

/// Verbs that say next to nothing without their object.
const LIGHT: &[&str] = &[
    "be", "have", "do", "make", "take", "give", "get", "go", "come", "see", "become", "remain", "hold",
    "put", "bring",
];

pub(super) fn read(reading: &Reading<'_>, index: u32, claim: &Claim, points: &mut Vec<Point>) {
    for proposition in &claim.propositions {
        points.extend(point(reading, index, claim, proposition));
    }
}

fn point(reading: &Reading<'_>, index: u32, claim: &Claim, proposition: &Proposition) -> Option<Point> {
    let tokens = reading.analysis.tokens_in(proposition.predicate.hull());
    let predicate = tokens
        .clone()
        .find(|at| proposition.lemma.starts_with(&reading.lemma(*at)))
        .or_else(|| reading.top(&proposition.predicate))?;
    if !clause::is_stated(reading, claim, predicate) {
        return None;
    }
    let object = proposition.object.as_ref().and_then(|spans| party::of(reading, spans));
    let subject = proposition.subject.as_ref().and_then(|spans| party::of(reading, spans));
    let joined = clause::verb(reading, predicate);
    let verb = if joined.contains(' ') { joined.as_str() } else { proposition.lemma.as_str() };
    // What others say is a claim of its own.
    let clausal = proposition
        .object
        .as_ref()
        .is_none_or(|spans| reading.top(spans).is_some_and(|top| reading.upos(top) == "VERB"));
    if clausal && reading.draft.lexicon.act(verb).is_some() && words::events(verb).is_empty() {
        return None;
    }
    let told =
        occurrence::of(reading, predicate, verb, proposition.subject.as_ref(), proposition.object.as_ref());
    let mut events: Vec<Box<str>> = match &told {
        Some(told) => told.events.clone(),
        None => words::events(verb).iter().map(|class| (*class).into()).collect(),
    };
    if events.is_empty() {
        if LIGHT.contains(&verb) {
            events.push(format!("{verb} {}", object.as_ref()?.head).into());
        } else {
            events.push(verb.into());
        }
    }
    let definite = told.as_ref().is_some_and(|told| told.definite);
    let adjective = matches!(reading.upos(predicate), "ADJ" | "NOUN" | "ADV");
    let (actor, undergoer) = match object {
        _ if told.is_some() => told.map_or((None, None), |told| (told.actor, told.undergoer)),
        Some(object) => (subject, Some(object)),
        None if words::voice(verb) == Voice::Befalls || adjective => (None, subject),
        None => (subject, None),
    };
    let mut others = Vec::new();
    for spans in proposition.modifiers.iter().take(8) {
        others.extend(party::of(reading, spans).filter(|party| !party.pronoun && party.name.is_some()));
    }
    let (polarity, certainty) = under_cue(claim, proposition.polarity, proposition.certainty);
    Some(Point {
        claim: index,
        events,
        actor,
        undergoer,
        others,
        places: places(reading, claim, predicate),
        when: when::of(reading, claim, predicate),
        polarity,
        certainty,
        spans: proposition.predicate.clone(),
        amount: None,
        sizes: Vec::new(),
        main: false,
        once: false,
        definite,
    })
}

/// What the source makes of a proposition: denying turns it, and what is not confirmed stays open.
pub(super) fn under_cue(claim: &Claim, polarity: Polarity, certainty: Certainty) -> (Polarity, Certainty) {
    let turned = match (claim.act, polarity) {
        (Act::Deny, Polarity::Positive) => Polarity::Negative,
        (Act::Deny, Polarity::Negative) => Polarity::Positive,
        _ => polarity,
    };
    let certainty = if !states(claim.act) || claim.certainty == Certainty::Uncommitted {
        Certainty::Uncommitted
    } else if claim.certainty == Certainty::Possible && certainty == Certainty::Certain {
        Certainty::Possible
    } else {
        certainty
    };
    (turned, certainty)
}

/// The places of the clause, or of the claim where it has one clause only.
pub(super) fn places(reading: &Reading<'_>, claim: &Claim, token: usize) -> Vec<Party> {
    let predicate = clause::predicate(reading, token);
    reading
        .in_sentence(token, &claim.places, |place| &place.spans)
        .iter()
        .filter(|place| {
            reading.top(&place.spans).is_some_and(|top| clause::predicate(reading, top) == predicate)
        })
        .filter_map(|place| {
            let mut party = party::of(reading, &place.spans)?;
            party.entity = place.entity.or(party.entity);
            if let Some(id) = party.entity {
                let entity = &reading.draft.entities[id.0 as usize];
                party.name = Some(party::fold(&entity.name).into());
                party.country = entity.country.as_deref().map(Into::into).or(party.country);
            }
            Some(party)
        })
        .collect()
}
