//! Whom a source speaks for.

use super::identity::is_name;
use super::reading::fold;
use crate::extract::entities::kind_of_noun;
use crate::{Entity, EntityId, EntityKind, Report};

/// Those who say what their body says.
const MEMBERS: &[&str] =
    &["members", "officers", "officials", "representatives", "rescuers", "staff", "volunteers", "workers"];

/// Offices whose holder speaks for a body.
const HEADS: &[&str] = &[
    "ceo",
    "chair",
    "chairman",
    "chairperson",
    "chairwoman",
    "chief",
    "commander",
    "director",
    "executive",
    "general-secretary",
    "governor",
    "head",
    "leader",
    "president",
    "rector",
    "secretary",
    "secretary-general",
    "superintendent",
];

/// Whether a role is that of a body's head: "general secretary of the union", not "a lawyer for its president".
fn heads(role: &str) -> bool {
    let office = role.split([',', '(']).next().unwrap_or_default();
    let words = office.split_whitespace().take_while(|word| !["of", "for", "at", "in"].contains(word));
    let last = words.last();
    let former = office.starts_with("former") || office.contains(" former ");
    !former && last.is_some_and(|word| HEADS.contains(&word))
}

/// Whom a source speaks for: a spokesman for the body, so its head, whoever it sends, and a document for who made it. A minister is not the
/// country.
pub(super) fn spoken_for(report: &Report, entity: EntityId) -> Option<EntityId> {
    let record = &report.entities[entity.0 as usize];
    let role = record.role.as_deref().unwrap_or(&record.name).to_lowercase();
    let speaks =
        role.contains("spokes") || role.contains("press secretary") || role.contains("press officer");
    // "The volunteers of the rescue group"; its opponents do not speak for it.
    let belongs = || {
        let words = record.name.to_lowercase();
        record.kind == Some(EntityKind::Group) && words.split([' ', ',']).any(|word| MEMBERS.contains(&word))
    };
    let leads = || {
        let body = record.affiliation.map(|body| report.entities[body.0 as usize].kind);
        body == Some(Some(EntityKind::Organization)) && heads(&role)
    };
    let at = record
        .affiliation
        .filter(|_| speaks || record.kind == Some(EntityKind::Document) || belongs() || leads());
    let named = || speaks.then(|| named_by(report, &role)).flatten();
    let alone = || {
        (record.affiliation.is_none() && OF_FIRMS.iter().any(|office| role.contains(office)))
            .then(|| firm(report))
            .flatten()
    };
    at.or_else(named).or_else(alone)
}

/// Offices of firms, which a text on one firm gives without its name: "Chief Executive Ann Lee".
const OF_FIRMS: &[&str] = &[
    "ceo",
    "chief executive",
    "chief financial officer",
    "chief operating officer",
    "finance chief",
    "chairman of the board",
    "managing director",
    "general counsel",
];

/// The firm that a document is about: spoken of more often than any two other bodies together.
fn firm(report: &Report) -> Option<EntityId> {
    let bodies = (0..)
        .map(EntityId)
        .zip(&report.entities)
        .filter(|(_, entity)| entity.kind == Some(EntityKind::Organization) && is_name(&entity.name));
    let mut counted: Vec<(usize, EntityId)> =
        bodies.map(|(id, entity)| (entity.mentions.len(), id)).collect();
    counted.sort_by_key(|(mentions, id)| (std::cmp::Reverse(*mentions), *id));
    let (most, first) = *counted.first()?;
    let others: usize = counted.iter().skip(1).take(2).map(|(mentions, _)| mentions).sum();
    (most > others && most > 2).then_some(first)
}

/// The body that the words of a spokesman's role name, where the text speaks of it elsewhere: "police spokesman", "the police".
fn named_by(report: &Report, role: &str) -> Option<EntityId> {
    let before = role.split("spokes").next().unwrap_or_default();
    let noun = before.split_whitespace().next_back().filter(|noun| kind_of_noun(noun).is_some())?;
    let is = |entity: &Entity| {
        let name = fold(&entity.name);
        let body = matches!(entity.kind, None | Some(EntityKind::Organization | EntityKind::Government));
        body && (name == noun || name == before.trim())
    };
    report.entities.iter().position(is).map(|at| EntityId(at as u32))
}
