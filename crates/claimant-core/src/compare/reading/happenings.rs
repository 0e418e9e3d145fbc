//! That something happens or is so: one point for each proposition that its claim states.

use super::{Reading, clause, occurrence, party, when};
use crate::compare::matter::{Party, Point, states};
use crate::compare::words::{self, Voice};
use crate::extract::attribution::{of_cue, raises_negation};
use crate::{Act, Certainty, Claim, Cue, EntityId, EntityKind, Polarity, Proposition, RegionKind, Spans};

/// Verbs that say next to nothing without their object.
const LIGHT: &[&str] = &[
    "be", "have", "do", "make", "take", "give", "get", "go", "come", "see", "become", "remain", "hold",
    "put", "bring",
];

pub(super) fn read(reading: &Reading<'_>, index: u32, claim: &Claim, points: &mut Vec<Point>) {
    let from = points.len();
    for proposition in &claim.propositions {
        let point = point(reading, index, claim, proposition);
        let bought = point.as_ref().and_then(|point| paid_for(reading, claim, proposition, point));
        points.extend(point);
        points.extend(bought);
    }
    if points.len() == from {
        points.extend(named(reading, index, claim));
    }
}

/// "Has never acquired, rented or tested [a program]": the object that a verb shares with those joined to it.
fn shared_object(reading: &Reading<'_>, predicate: usize) -> Option<Party> {
    let of = |verb: usize, relation: &'static str| {
        reading.analysis.dependents(verb).filter(move |at| reading.universal(*at) == relation)
    };
    if of(predicate, "obj").chain(of(predicate, "ccomp")).chain(of(predicate, "xcomp")).next().is_some()
        || of(predicate, "aux").any(|at| reading.relation(at) == "aux:pass")
    {
        return None;
    }
    // A verb with words of its own between it and the next one is whole without an object: "resigned on Monday and left".
    let next = of(predicate, "conj").find(|at| reading.upos(*at) == "VERB")?;
    let plain = (predicate + 1..next).all(|at| matches!(reading.upos(at), "PUNCT" | "CCONJ" | "ADV"));
    let joined = of(predicate, "conj").filter(|at| of(*at, "nsubj").next().is_none());
    let object = joined.filter(|_| plain).find_map(|at| of(at, "obj").next())?;
    party::of(reading, &reading.analysis.span(&reading.analysis.subtree(object)).into())
}

/// Who denies a thing mostly denies having done it: "denied that it plans to cut jobs".
fn denied_by(reading: &Reading<'_>, claim: &Claim, mut party: Party) -> Party {
    if let ([source], Act::Deny, true, None) = (&claim.sources[..], claim.act, party.pronoun, party.entity) {
        let head = reading.top(&party.spans).map(|at| reading.word(at).to_lowercase());
        if matches!(head.as_deref(), Some("it" | "he" | "she" | "they")) {
            party.entity = source.entity;
        }
    }
    party
}

/// What a content without a clause names: "could not confirm [the release of the hostages]".
fn named(reading: &Reading<'_>, index: u32, claim: &Claim) -> Option<Point> {
    let head = reading.top(&claim.content).filter(|at| reading.upos(*at) == "NOUN")?;
    let events = words::events_of_noun(&reading.lemma(head));
    if events.is_empty() {
        return None;
    }
    let (polarity, certainty) = under_cue(reading, claim, Polarity::Positive, Certainty::Certain);
    Some(Point {
        events: events.iter().map(|kind| Box::from(*kind)).collect(),
        undergoer: occurrence::befallen(reading, head, claim),
        places: places(reading, claim, head),
        when: when::of(reading, claim, head),
        polarity,
        certainty,
        definite: reading.is_definite(head),
        ..Point::new(index, reading.analysis.tokens[head].span.into())
    })
}

/// Who pays for a thing gets it: "paid nine million dollars [for software]".
fn paid_for(reading: &Reading<'_>, claim: &Claim, proposition: &Proposition, paid: &Point) -> Option<Point> {
    let top = reading.top(&proposition.predicate).filter(|at| reading.lemma(*at) == "pay")?;
    let object = reading.analysis.dependents(top).find(|at| reading.universal(*at) == "obj");
    let thing =
        std::iter::once(top).chain(object).flat_map(|at| reading.analysis.dependents(at)).find(|at| {
            matches!(reading.universal(*at), "obl" | "nmod")
                && reading.upos(*at) != "VERB"
                && reading.analysis.dependents(*at).any(|case| reading.word(case).eq_ignore_ascii_case("for"))
        })?;
    let span = reading.analysis.tokens[thing].span;
    let undergoer = party::of(reading, &span.into()).filter(|_| reading.inside(claim, thing))?;
    let spans = Spans::from(reading.analysis.tokens[top].span);
    Some(Point {
        events: vec!["acquisition".into()],
        undergoer: Some(undergoer),
        complements: Vec::new(),
        sizes: Vec::new(),
        spans,
        ..paid.clone()
    })
}

fn point(reading: &Reading<'_>, index: u32, claim: &Claim, proposition: &Proposition) -> Option<Point> {
    let tokens = reading.analysis.tokens_in(proposition.predicate.hull());
    let predicate = tokens
        .clone()
        .find(|at| proposition.lemma.starts_with(&reading.lemma(*at)))
        .or_else(|| reading.top(&proposition.predicate))?;
    if !clause::is_stated(reading, claim, predicate)
        || clause::is_presupposed(reading, claim)
        || clause::is_elsewhere(reading, predicate)
    {
        return None;
    }
    let object = proposition.object.as_ref().and_then(|spans| party::of(reading, spans));
    let object = object.or_else(|| shared_object(reading, predicate)).or_else(|| {
        let (_, target) = clause::shot_at(reading, predicate)?;
        party::of(reading, &reading.analysis.span(&reading.analysis.subtree(target)).into())
    });
    let subject = proposition.subject.as_ref().and_then(|spans| party::of(reading, spans));
    let subject = subject.map(|party| denied_by(reading, claim, party));
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
    // Nor does "he was told" say what.
    if matches!(verb, "ask" | "know" | "say" | "speak" | "talk" | "tell" | "think") {
        return None;
    }
    let (subject_spans, object_spans) = (proposition.subject.as_ref(), proposition.object.as_ref());
    let told = occurrence::of(reading, predicate, verb, subject_spans, object_spans, claim);
    let mut events: Vec<Box<str>> = match &told {
        Some(told) => told.events.clone(),
        None => words::events_of_verb(verb).iter().map(|class| (*class).into()).collect(),
    };
    if events.is_empty() {
        if LIGHT.contains(&verb) {
            events.push(format!("{verb} {}", object.as_ref()?.head).into());
        } else {
            events.push(verb.into());
        }
    }
    let told_of = told.is_some();
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
    let known = proposition.certainty != Certainty::Certain
        && (clause::is_known(reading, predicate)
            || clause::is_planned(reading, predicate)
            || clause::is_told(reading, claim, predicate));
    let certainty = if known { Certainty::Certain } else { proposition.certainty };
    let (polarity, certainty) = under_cue(reading, claim, proposition.polarity, certainty);
    Some(Point {
        events,
        actor,
        undergoer,
        others,
        complements,
        future: clause::is_future(reading, predicate) || (told_of && verb == "plan"),
        places: places(reading, claim, predicate),
        when: when::of(reading, claim, predicate),
        polarity,
        certainty,
        definite,
        ..Point::new(index, spans)
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
    // What somebody intends is planned, and may be set against other plans.
    // Not what others say that they plan, and not a headline's "to cut 400 jobs", whose article knows who says so.
    let intends = claim.act == Act::Intend && claim.within.is_none() && !in_headline(reading, claim);
    let certainty = if intends {
        Certainty::Certain
    } else if !states(claim.act) || claim.certainty == Certainty::Uncommitted {
        Certainty::Uncommitted
    } else if claim.certainty == Certainty::Possible && certainty == Certainty::Certain {
        Certainty::Possible
    } else {
        certainty
    };
    (turned, certainty)
}

fn in_headline(reading: &Reading<'_>, claim: &Claim) -> bool {
    let regions = &reading.draft.regions;
    let at = regions.partition_point(|region| region.spans.end() <= claim.content.start());
    regions.get(at).is_some_and(|region| region.kind == RegionKind::Headline)
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
