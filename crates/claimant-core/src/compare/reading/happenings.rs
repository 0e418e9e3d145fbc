//! That something happens or is so: one point for each proposition that its claim states.

use super::{Reading, clause, occurrence, party, when};
use crate::compare::matter::{Party, Point, states};
use crate::compare::words::{self, Voice};
use crate::extract::attribution::{of_cue, raises_negation};
use crate::{Act, Certainty, Claim, Cue, EntityId, EntityKind, Polarity, Proposition, Spans};

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
    if !clause::is_stated(reading, claim, predicate) || clause::is_presupposed(reading, claim) {
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
    let (subject_spans, object_spans) = (proposition.subject.as_ref(), proposition.object.as_ref());
    let told = occurrence::of(reading, predicate, verb, subject_spans, object_spans, claim);
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
    let spans = told.as_ref().map_or_else(|| proposition.predicate.clone(), |told| told.noun.clone());
    let adjective = matches!(reading.upos(predicate), "ADJ" | "NOUN" | "ADV");
    let (actor, undergoer) = match object {
        _ if told.is_some() => told.map_or((None, None), |told| (told.actor, told.undergoer)),
        Some(object) => (subject, Some(object)),
        None if words::voice(verb) == Voice::Befalls || adjective => (None, subject),
        None => (subject, None),
    };
    let (mut others, mut complements) = (Vec::new(), Vec::new());
    for spans in proposition.modifiers.iter().take(8) {
        let Some(party) = party::of(reading, spans).filter(|party| !party.pronoun) else { continue };
        complements
            .extend(clause::brought(reading, claim, spans).map(|preposition| (preposition, party.clone())));
        others.extend(Some(party).filter(|party| party.name.is_some()));
    }
    let (polarity, certainty) = under_cue(reading, claim, proposition.polarity, proposition.certainty);
    Some(Point {
        claim: index,
        events,
        actor,
        undergoer,
        others,
        complements,
        future: clause::is_future(reading, predicate),
        places: places(reading, claim, predicate),
        when: when::of(reading, claim, predicate),
        polarity,
        certainty,
        spans,
        amount: None,
        sizes: Vec::new(),
        main: false,
        at_home: false,
        once: false,
        definite,
    })
}

/// What the source makes of a proposition: denying and doubting turn it, as "does not believe" does, and what is not confirmed stays open.
pub(super) fn under_cue(
    reading: &Reading<'_>,
    claim: &Claim,
    polarity: Polarity,
    certainty: Certainty,
) -> (Polarity, Certainty) {
    let turns = match &claim.cue {
        Some(cue) => {
            let raised = raises_negation(claim.act) && is_negated(reading, claim, cue);
            of_cue(claim.act, &cue.lemma, raised).0 == Polarity::Negative
        }
        None => claim.act == Act::Deny,
    };
    let turned = match (turns, polarity) {
        (true, Polarity::Positive) => Polarity::Negative,
        (true, Polarity::Negative) => Polarity::Positive,
        (false, _) => polarity,
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

/// Whether the cue is negated, by a word of its own or by a source that is nobody.
fn is_negated(reading: &Reading<'_>, claim: &Claim, cue: &Cue) -> bool {
    let not = |word: &str| matches!(word, "not" | "never" | "neither" | "n't" | "n’t");
    let negated = |at: usize| not(&reading.word(at).to_lowercase());
    let within = reading.analysis.tokens_in(cue.spans.hull()).any(negated);
    let on_it = reading.top(&cue.spans).is_some_and(|head| reading.analysis.dependents(head).any(negated));
    let nobody = claim.sources.iter().any(|source| {
        let first = source.spans.text(reading.text).to_lowercase();
        matches!(first.split(' ').next(), Some("no" | "none" | "nobody" | "neither"))
    });
    within || on_it || nobody
}

/// The places of the clause, or else of the one that it only adds to.
pub(super) fn places(reading: &Reading<'_>, claim: &Claim, token: usize) -> Vec<Party> {
    let predicate = clause::predicate(reading, token);
    let own = places_of(reading, claim, predicate);
    match clause::added_to(reading, predicate).filter(|_| own.is_empty()) {
        Some(above) => places_of(reading, claim, above),
        None => own,
    }
}

fn places_of(reading: &Reading<'_>, claim: &Claim, predicate: usize) -> Vec<Party> {
    let places: Vec<Party> = reading
        .in_sentence(predicate, &claim.places, |place| &place.spans)
        .iter()
        .filter(|place| {
            reading.top(&place.spans).is_some_and(|top| clause::predicate(reading, top) == predicate)
        })
        .filter_map(|place| named_place(reading, &place.spans, place.entity))
        .collect();
    if places.is_empty() { before_cue(reading, claim, predicate).into_iter().collect() } else { places }
}

/// "[In Valencia], according to the police, 18,000 marched": a place that the words of the source part from what is said.
fn before_cue(reading: &Reading<'_>, claim: &Claim, predicate: usize) -> Option<Party> {
    let place = reading.analysis.dependents(predicate).find(|at| {
        let locative = reading.analysis.dependents(*at).any(|case| {
            reading.universal(case) == "case"
                && matches!(&*reading.word(case).to_lowercase(), "in" | "at" | "near" | "outside")
        });
        reading.universal(*at) == "obl"
            && locative
            && reading.upos(*at) == "PROPN"
            && !reading.inside(claim, *at)
    })?;
    let id = reading.entity(place)?;
    let entity = &reading.draft.entities[id.0 as usize];
    matches!(entity.kind, Some(EntityKind::Place | EntityKind::Country)).then_some(())?;
    named_place(reading, &reading.analysis.tokens[place].span.into(), Some(id))
}

/// The place in `spans`, by the name and country of its entity.
fn named_place(reading: &Reading<'_>, spans: &Spans, entity: Option<EntityId>) -> Option<Party> {
    let mut party = party::of(reading, spans)?;
    party.entity = entity.or(party.entity);
    if let Some(id) = party.entity {
        let entity = &reading.draft.entities[id.0 as usize];
        party.name = Some(party::fold(&entity.name).into());
        party.country = entity.country.as_deref().map(Into::into).or(party.country);
    }
    Some(party)
}
