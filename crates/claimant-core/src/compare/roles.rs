//! Who is described in one article and named, or described in other words, in another of the same story: "the energy minister", "the foreign
//! ministry in Jakarta".

use std::collections::BTreeMap;

use super::comparison::Article;
use super::story::Stories;
use crate::extract::entities::{gazetteer, kind_of_noun};
use crate::{Entity, EntityId, EntityKind};

/// Bearers of one description that are looked at, the latest: a description that many bear tells nobody.
const LOOKED_AT: usize = 24;

/// Roles and bodies that one word tells, where a story has one of them.
const ALONE: &[&str] = &[
    "army",
    "cabinet",
    "chancellor",
    "emir",
    "government",
    "governor",
    "junta",
    "king",
    "mayor",
    "military",
    "monarch",
    "navy",
    "pope",
    "premier",
    "president",
    "prosecution",
    "queen",
    "speaker",
];

/// Words before the head of a description that tell nobody apart.
const PLAIN: &[&str] = &[
    "the", "a", "an", "his", "her", "its", "their", "our", "this", "that", "former", "then", "new", "acting",
];

/// What follows the head of a description.
const AFTER: &[&str] =
    &["of", "for", "in", "at", "on", "from", "to", "and", "with", "who", "that", "which", "whose"];

/// Likewise of a body, which "of" and "for" tell from others.
const BODY_AFTER: &[&str] = &["in", "at", "on", "from", "with", "who", "that", "which", "whose"];

/// An entity that bears a description.
#[derive(Clone, Copy)]
struct Bearer {
    document: usize,
    entity: EntityId,
    /// It has a name, which others are only a description of.
    named: bool,
}

/// For each document's entity that is only described: the one entity of the story's other documents that it may be, where there is one.
pub(super) fn described(
    articles: &[Article<'_>],
    stories: &Stories<'_>,
    is_named: impl Fn(&Entity) -> bool,
    same: impl Fn((usize, EntityId), (usize, EntityId)) -> bool,
) -> Vec<((usize, EntityId), (usize, EntityId))> {
    let mut bearers: BTreeMap<String, Vec<Bearer>> = BTreeMap::new();
    for (document, article) in articles.iter().enumerate() {
        for (id, entity) in (0..).zip(&article.report.entities) {
            let named = is_named(entity);
            if let Some(core) = core(entity, named) {
                bearers.entry(core).or_default().push(Bearer { document, entity: EntityId(id), named });
            }
        }
    }
    let mut joined = bodies(articles, stories, &is_named, &same);
    for list in bearers.values().filter(|list| list.len() > 1) {
        for (place, one) in list.iter().enumerate().filter(|(_, one)| !one.named) {
            let record =
                |bearer: &Bearer| &articles[bearer.document].report.entities[bearer.entity.0 as usize];
            let from = place.saturating_sub(LOOKED_AT);
            let near = &list[from..(place + LOOKED_AT).min(list.len())];
            let fits = |other: &&Bearer| {
                let countries = match (&record(one).country, &record(other).country) {
                    (Some(x), Some(y)) => x == y,
                    _ => true,
                };
                other.document != one.document && countries && stories.same(one.document, other.document)
            };
            let at = |bearer: &Bearer| (bearer.document, bearer.entity);
            let named: Vec<&Bearer> = near.iter().filter(|other| other.named).filter(fits).collect();
            let others: Vec<&Bearer> = if named.is_empty() {
                near.iter().filter(|other| at(other) < at(one)).filter(fits).collect()
            } else {
                named
            };
            if let Some(first) =
                others.first().filter(|first| others.iter().all(|other| same(at(first), at(other))))
            {
                joined.push((at(one), at(first)));
            }
        }
    }
    joined.sort_unstable();
    joined
}

/// For each body that is only described: the one of the story's other documents that has its noun, and all of its words or no others.
fn bodies(
    articles: &[Article<'_>],
    stories: &Stories<'_>,
    is_named: &impl Fn(&Entity) -> bool,
    same: &impl Fn((usize, EntityId), (usize, EntityId)) -> bool,
) -> Vec<((usize, EntityId), (usize, EntityId))> {
    let mut by_noun: BTreeMap<String, Vec<(Bearer, Vec<String>)>> = BTreeMap::new();
    for (document, article) in articles.iter().enumerate() {
        for (id, entity) in (0..).zip(&article.report.entities) {
            if let Some((noun, words)) = body(entity) {
                let named = is_named(entity);
                by_noun
                    .entry(noun)
                    .or_default()
                    .push((Bearer { document, entity: EntityId(id), named }, words));
            }
        }
    }
    let country = |bearer: &Bearer| {
        articles[bearer.document].report.entities[bearer.entity.0 as usize].country.as_deref()
    };
    let mut joined: BTreeMap<(usize, EntityId), (usize, EntityId)> = BTreeMap::new();
    for list in by_noun.values().filter(|list| list.len() > 1) {
        for (place, (one, words)) in list.iter().enumerate().filter(|(_, (one, _))| !one.named) {
            let near = &list[place.saturating_sub(LOOKED_AT)..(place + LOOKED_AT).min(list.len())];
            let fits = |(other, others): &&(Bearer, Vec<String>)| {
                let within =
                    |inner: &[String], outer: &[String]| inner.iter().all(|word| outer.contains(word));
                let countries =
                    country(one).is_none() || country(other).is_none() || country(one) == country(other);
                other.document != one.document
                    && (other.named || (other.document, other.entity) < (one.document, one.entity))
                    && countries
                    && (words.is_empty() == others.is_empty())
                    && (within(words, others) || within(others, words))
                    && stories.same(one.document, other.document)
            };
            let found: Vec<&Bearer> = near.iter().filter(fits).map(|(other, _)| other).collect();
            // Those of earlier documents may be one since they were joined: the third article that describes a body is that body too.
            let at = |bearer: &Bearer| {
                let own = (bearer.document, bearer.entity);
                joined.get(&own).copied().unwrap_or(own)
            };
            let first = found.first().filter(|first| found.iter().all(|other| same(at(first), at(other))));
            if let Some(first) = first.map(|first| at(first)) {
                joined.insert((one.document, one.entity), first);
            }
        }
    }
    joined.into_iter().collect()
}

/// The words that a description comes to: "Peru’s interior minister" and "the interior minister, a retired general" are "interior minister". Of
/// a person with a name, those of the role. None for names, and for what one common word describes.
fn core(entity: &Entity, named: bool) -> Option<String> {
    let person = entity.kind == Some(EntityKind::Person);
    let body =
        matches!(entity.kind, Some(EntityKind::Organization | EntityKind::Government | EntityKind::Group));
    let words = match (person, named) {
        (true, true) => entity.role.as_deref()?,
        _ if person || body => entity.name.as_str(),
        _ => return None,
    };
    let kept = told(words);
    let alone = kept.len() == 1 && ALONE.contains(&&*kept[0]);
    let plural = person && kept.last().is_some_and(|word| word.ends_with('s') && !word.ends_with("ss"));
    ((kept.len() > 1 || alone) && kept.len() < 5 && !plural)
        .then(|| format!("{} {}", u8::from(person), kept.join(" ")))
}

/// What a body is by its noun, with the words that tell it from others, sorted: "the Ministry of Emergency Situations", "the emergencies
/// ministry".
fn body(entity: &Entity) -> Option<(String, Vec<String>)> {
    let bodies = matches!(entity.kind, Some(EntityKind::Organization | EntityKind::Government) | None);
    let words = entity.name.as_str();
    let noun =
        |word: &str| matches!(kind_of_noun(word), Some(EntityKind::Organization | EntityKind::Government));
    let mut told: Vec<String> = told_with(words, BODY_AFTER).iter().map(|word| singular(word)).collect();
    let head = told.iter().rev().find(|word| noun(word)).filter(|_| bodies)?.clone();
    told.retain(|word| *word != head && !matches!(word.as_str(), "of" | "for" | "and" | "to"));
    told.sort_unstable();
    told.dedup();
    // "Police", "the police in the capital": a story has one.
    let alone = told.is_empty() && (head == "police" || ALONE.contains(&&*head));
    ((alone || !told.is_empty()) && told.len() < 6).then_some((head, told))
}

fn singular(word: &str) -> String {
    match word.strip_suffix("ies") {
        Some(stem) if stem.len() > 3 => format!("{stem}y"),
        _ => word
            .strip_suffix('s')
            .filter(|stem| stem.len() > 3 && !stem.ends_with('s'))
            .unwrap_or(word)
            .to_owned(),
    }
}

/// The words of a description of somebody who is known, up to its head: "interior", "minister". None where it may be one of several: "a
/// spokesman for the ministry".
pub(super) fn told(words: &str) -> Vec<String> {
    told_with(words, AFTER)
}

fn told_with(words: &str, after: &[&str]) -> Vec<String> {
    let indefinite = ["a ", "an ", "one ", "some "];
    let low = words.to_lowercase();
    if indefinite.iter().any(|article| low.starts_with(article)) || low.contains("spokes") {
        return Vec::new();
    }
    let mut kept: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        let small = word.trim_end_matches(',').to_lowercase().replace('’', "'");
        if after.contains(&&*small) {
            break;
        }
        // "Norway’s": whose it is stands before.
        if small.ends_with("'s") || small.ends_with("s'") {
            kept.clear();
        } else if !PLAIN.contains(&&*small) && gazetteer::country(word).is_none() {
            kept.push(small);
        }
        if word.ends_with(',') {
            break;
        }
    }
    kept
}
