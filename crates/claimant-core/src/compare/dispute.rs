//! What accounts of one event give differently: who did it, when, or where.
//!
//! A place, day or actor that differs mostly tells two events apart. Only where an event befalls one party once in a story, and both accounts
//! speak of that party, is the difference a dispute.

use super::align::{Places, Side};
use super::matter::{Party, Point, When};
use super::meet::Meet;
use super::words;
use crate::extract::entities::kind_of_noun;
use crate::{Certainty, EntityKind, Polarity, RelationOn};

/// Minutes between two times of day that people give for one event.
const MINUTES: u16 = 60;

/// How the parts of two points stand to each other.
pub(super) struct Parts {
    pub(super) undergoers: Option<Meet>,
    pub(super) actors: Option<Meet>,
    pub(super) places: Places,
}

/// The one part that two accounts of one event give differently; none where they may be of two events, or both may hold.
pub(super) fn part(
    a: &Point,
    b: &Point,
    parts: &Parts,
    shared: &dyn Fn(Side, &Party) -> Option<u32>,
) -> Option<RelationOn> {
    // "Was the likely cause" is an account as good as "was the cause".
    let sure =
        |point: &Point| point.certainty == Certainty::Certain || (point.actor.is_some() && point.is_stated());
    let holds = |point: &Point| point.polarity == Polarity::Positive && sure(point);
    let once = a.events.iter().any(|event| b.events.contains(event) && words::once(event));
    if !once || !holds(a) || !holds(b) || parts.undergoers == Some(Meet::Unlike) {
        return None;
    }
    let actor = parts.actors == Some(Meet::Unlike);
    let place = parts.places == Places::Apart;
    let time = apart(&a.when, &b.when);
    let on = match (actor, place, time) {
        (true, false, false) => RelationOn::Actor,
        (false, true, false) => RelationOn::Place,
        (false, false, true) => RelationOn::Time,
        _ => return None,
    };
    let one = a.undergoer.as_ref().is_none_or(is_one) && b.undergoer.as_ref().is_none_or(is_one);
    let known = |point: &Point| match &point.undergoer {
        Some(party) => party.definite,
        None => point.definite,
    };
    let same_party = parts.undergoers == Some(Meet::Same) && known(a) && known(b);
    let main = a.main && b.main;
    let same_event = match parts.undergoers {
        Some(Meet::Same) => same_party || main,
        // "A pipeline", "the pipeline", both in a story of one explosion.
        Some(Meet::Kind) => main && (known(a) || known(b)),
        // "The explosion happened at …".
        None => main && a.undergoer.is_none() && b.undergoer.is_none() && known(a) && known(b),
        Some(Meet::Alike | Meet::Unlike) => false,
    };
    let settled = match on {
        // What happens in two places is mostly two events.
        RelationOn::Place => same_party,
        RelationOn::Actor => exclude(a.actor.as_ref()?, b.actor.as_ref()?, shared),
        _ => true,
    };
    (one && same_event && settled).then_some(on)
}

/// Whether the times of two points cannot be one.
pub(super) fn apart(a: &When, b: &When) -> bool {
    let days = matches!((a.days, b.days), (Some(a), Some(b)) if a.1 < b.0 || b.1 < a.0);
    days || clocks_apart(a, b)
}

fn clocks_apart(a: &When, b: &When) -> bool {
    let (Some(x), Some(y)) = (a.clock, b.clock) else { return false };
    // Just before midnight and just after are near.
    let gap = |one: u16, other: u16| {
        let forward = (other + 24 * 60 - one) % (24 * 60);
        forward.min(24 * 60 - forward)
    };
    let overlap = x.0 <= y.1 && y.0 <= x.1;
    !overlap && gap(x.1, y.0).min(gap(y.1, x.0)) >= MINUTES
}

/// One of its kind: no number, and no plural.
fn is_one(party: &Party) -> bool {
    party.count.is_none_or(|(low, high)| (low, high) == (1.0, 1.0))
}

/// Whether what the one did the other did not do.
fn exclude(x: &Party, y: &Party, shared: &dyn Fn(Side, &Party) -> Option<u32>) -> bool {
    if x.pronoun || y.pronoun {
        return false;
    }
    let cause = |party: &Party| words::counted(&party.head) == Some("causes");
    let people = |party: &Party| {
        words::counted(&party.head).is_some_and(words::is_human)
            || matches!(
                party.kind.or_else(|| kind_of_noun(&party.head)),
                Some(EntityKind::Person | EntityKind::Group | EntityKind::Organization)
            )
    };
    let acts = |party: &Party| !cause(party) && (party.name.is_some() || people(party));
    if (cause(x) && acts(y)) || (cause(y) && acts(x)) {
        return true;
    }
    // A defect in the track, the speed of the train: one cause leaves no room for another, unless it is the same in other words.
    let thing =
        |party: &Party| party.name.is_none() && !people(party) && (!party.told_by.is_empty() || cause(party));
    if thing(x) && thing(y) {
        let told = |party: &Party, word: &str| {
            *party.head == *word || party.told_by.iter().any(|one| **one == *word)
        };
        let common = told(y, &x.head) || x.told_by.iter().any(|word| told(y, word));
        return !common && !(cause(x) && cause(y) && x.head == y.head);
    }
    if x.name.is_none() || y.name.is_none() || shared(Side::A, x) == shared(Side::B, y) {
        return false;
    }
    let person = |party: &Party| party.kind == Some(EntityKind::Person);
    let states = matches!((&x.country, &y.country), (Some(one), Some(other)) if one != other);
    states || (person(x) && person(y) && !surname_shared(x, y))
}

fn surname_shared(x: &Party, y: &Party) -> bool {
    let last =
        |party: &Party| party.name.as_deref().and_then(|name| name.rsplit(' ').next().map(str::to_owned));
    last(x) == last(y)
}

#[cfg(test)]
mod tests {
    use crate::{Claimant, Document, RelationKind};

    /// What two sentences are in conflict on.
    fn check(one: &str, other: &str, expected: &[&str]) {
        let text = format!("Explosion on the pipeline\n\n{one} {other}");
        let document = Document::new(text).with_published("2025-02-06".parse().unwrap());
        let report = Claimant::new().extract(&document);
        let conflicts = report.relations.iter().filter(|relation| relation.kind == RelationKind::Conflict);
        let found: Vec<String> = conflicts.map(|relation| relation.on.to_string()).collect();
        assert_eq!(found, expected, "{one} {other}");
    }

    #[test]
    fn who_did_it() {
        let negligence = "The union said negligence had caused the explosion on the pipeline.";
        check(negligence, "The army said militants blew up the pipeline.", &["actor"]);
        // Who is of the same side may both be right, and neither need exclude the other.
        check("Lee said troops blew up the pipeline.", "Kim said it blew up the pipeline.", &[]);
    }

    #[test]
    fn when() {
        let at = |time: &str| format!("said the tanker sank at {time} on Wednesday.");
        check(
            &format!("The owner {}", at("11 p.m.")),
            &format!("The coast guard {}", at("4 a.m.")),
            &["time"],
        );
        check(&format!("The owner {}", at("4 a.m.")), &format!("The coast guard {}", at("4.30 a.m.")), &[]);
    }

    #[test]
    fn where_it_was() {
        let in_town = |town: &str| format!("said Mark Adams was arrested in {town} on Monday.");
        check(
            &format!("The mayor {}", in_town("Leeds")),
            &format!("The police {}", in_town("Lyon")),
            &["place"],
        );
        // What may befall somebody twice is two events.
        check("The mayor said the depot was hit in Leeds.", "Police said the depot was hit in Lyon.", &[]);
    }
}
