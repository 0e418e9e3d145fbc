//! Clauses whose verb says nothing but that an event took place, or who brought it about: "the explosion happened at noon", "negligence caused
//! the explosion on the pipeline". What happened is in the noun.

use rustc_hash::FxHashSet;

use super::{Reading, party};
use crate::compare::matter::Party;
use crate::compare::words;
use crate::{Claim, EntityKind, Span, Spans};

/// Sentences in which a document tells its main event: headline, date line and lead.
const LEAD: usize = 4;

/// An event by its noun, with who takes part.
pub(super) struct Occurrence {
    pub(super) noun: Spans,
    pub(super) events: Vec<Box<str>>,
    pub(super) actor: Option<Party>,
    pub(super) undergoer: Option<Party>,
    /// The noun is one that the reader knows: "the explosion".
    pub(super) definite: bool,
}

/// The event that the verb leaves to its noun; none where it says something itself.
pub(super) fn of(
    reading: &Reading<'_>,
    predicate: usize,
    verb: &str,
    subject: Option<&Spans>,
    object: Option<&Spans>,
    claim: &Claim,
) -> Option<Occurrence> {
    let behind =
        |object: &Spans| verb == "be" && object.text(reading.text).to_lowercase().starts_with("behind ");
    let (noun, actor) = match object {
        Some(object) if words::brings(verb) || behind(object) => (object, subject),
        None if words::happens(verb) => (subject?, None),
        _ => return None,
    };
    let head = reading.top(noun)?;
    let events = words::events(&reading.lemma(head));
    if events.is_empty() || reading.upos(head) == "VERB" {
        return None;
    }
    Some(Occurrence {
        noun: reading.analysis.tokens[head].span.into(),
        events: events.iter().map(|class| Box::from(*class)).collect(),
        actor: actor.and_then(|spans| party::of(reading, spans)),
        // "Caused the explosion on the tanker": the parser may hang the phrase on the verb.
        undergoer: befallen(reading, head, claim).or_else(|| befallen(reading, predicate, claim)),
        definite: reading.is_definite(head),
    })
}

/// Whom or what an event befalls, by the phrase on its noun: "of the pipeline", "on the pipeline", "aboard the ship"; no place.
pub(super) fn befallen(reading: &Reading<'_>, head: usize, claim: &Claim) -> Option<Party> {
    let on = |at: usize| {
        let case = reading.analysis.dependents(at).find(|child| reading.universal(*child) == "case");
        case.is_some_and(|case| matches!(&*reading.word(case).to_lowercase(), "of" | "on" | "aboard"))
    };
    let phrase = reading.analysis.dependents(head).find(|at| {
        matches!(reading.universal(*at), "nmod" | "obl") && on(*at) && !is_time(reading, claim, *at)
    })?;
    let first = reading.analysis.dependents(phrase).filter(|at| *at < phrase).min().unwrap_or(phrase);
    let case_end = reading
        .analysis
        .dependents(phrase)
        .filter(|at| reading.universal(*at) == "case")
        .max()
        .map_or(first, |case| case + 1);
    let span = |at: usize| reading.analysis.tokens[at].span;
    let spans = Spans::from(Span::new(span(case_end.min(phrase)).start(), span(phrase).end()));
    let party = party::of(reading, &spans)?;
    let place = party.entity.is_some_and(|id| {
        matches!(
            reading.draft.entities[id.0 as usize].kind,
            Some(EntityKind::Place | EntityKind::Country | EntityKind::Government)
        )
    });
    (!place && !party.pronoun).then_some(party)
}

/// "On Wednesday".
fn is_time(reading: &Reading<'_>, claim: &Claim, token: usize) -> bool {
    let at = reading.analysis.tokens[token].span;
    reading
        .in_sentence(token, &claim.times, |time| &time.spans)
        .iter()
        .any(|time| time.spans.hull().contains(at))
}

/// The words of the names that the document's headline, date line and lead have, in lower case.
pub(super) fn lead_names(reading: &Reading<'_>) -> FxHashSet<String> {
    let analysis = reading.analysis;
    let end = analysis.sentences.get(LEAD - 1).map_or(analysis.tokens.len(), |sentence| sentence.start);
    (0..end).filter(|at| reading.upos(*at) == "PROPN").map(|at| reading.word(at).to_lowercase()).collect()
}

/// The kinds of event that the document begins with.
pub(super) fn main_events(reading: &Reading<'_>) -> FxHashSet<&'static str> {
    let analysis = reading.analysis;
    let end = analysis.sentences.get(LEAD).map_or(analysis.tokens.len(), |sentence| sentence.start);
    let mut events = FxHashSet::default();
    for at in 0..end {
        if matches!(reading.upos(at), "NOUN" | "VERB" | "ADJ" | "PROPN") {
            events.extend(words::events(&reading.lemma(at)));
            events.extend(words::events_of_verb(&super::clause::verb(reading, at)));
        }
    }
    events
}

/// Those of a document's main events of which somebody may say what caused them: what took place once, and not whom it killed.
pub(super) fn of_the_story(main: &FxHashSet<&'static str>) -> Vec<Box<str>> {
    let mut events: Vec<Box<str>> = main
        .iter()
        .filter(|event| words::once(event) && **event != "death")
        .map(|event| Box::from(*event))
        .collect();
    events.sort_unstable();
    events
}
