//! Who or what takes part: a noun phrase reduced to its head, its name, its country and what tells it from others.

use super::Reading;
use crate::compare::matter::Party;
use crate::compare::words;
use crate::extract::entities::gazetteer;
use crate::{EntityKind, Spans};

/// Nouns that only say how many of what follows their "of".
const MEASURES: &[&str] = &[
    "thousand", "hundred", "dozen", "score", "million", "billion", "ten", "number", "total", "group",
    "majority", "handful", "couple", "lot", "one", "some", "several", "many", "most", "all", "two", "three",
    "toll", "body", "bodies", "estimate",
];

/// How far from a head, in words, what belongs to it is looked for.
const LONGEST: usize = 16;

/// The party whose phrase stands in `spans`.
pub(super) fn of(reading: &Reading<'_>, spans: &Spans) -> Option<Party> {
    let head = reading.top(spans)?;
    Some(at(reading, counted(reading, head), spans))
}

/// "Thousands of [troops]".
pub(super) fn counted(reading: &Reading<'_>, head: usize) -> usize {
    let lemma = reading.lemma(head);
    if !MEASURES.contains(&lemma.as_str()) {
        return head;
    }
    let of = reading.analysis.dependents(head).find(|at| {
        reading.universal(*at) == "nmod"
            && reading.analysis.dependents(*at).any(|case| reading.word(case).eq_ignore_ascii_case("of"))
    });
    of.unwrap_or(head)
}

fn at(reading: &Reading<'_>, head: usize, spans: &Spans) -> Party {
    let entity = reading.entity(head);
    let record = entity.map(|id| &reading.draft.entities[id.0 as usize]);
    // "North Korean Soldier" in a post: written as a name, and none.
    let named = reading.upos(head) == "PROPN" && words::counted(&reading.lemma(head)).is_none();
    // What tells it from others may stand outside of the words that an extractor gives: "[the temperature] at the airport".
    let sentence = reading.analysis.sentence(head);
    let tokens = sentence.start.max(head.saturating_sub(LONGEST))..sentence.end.min(head + LONGEST);
    let mut country = record.and_then(|entity| entity.country.clone());
    let mut of_country = vec![false; tokens.len()];
    for start in tokens.clone() {
        // Longest first: "South Korean" before "Korean".
        for end in (start + 1..=(start + 3).min(tokens.end)).rev() {
            let words = reading.analysis.span(&(start..end)).of(reading.text);
            let near = (start..end).any(|at| at == head || reading.head(at) == Some(head));
            if near && let Some((_, code)) = gazetteer::country(words) {
                country.get_or_insert_with(|| code.to_owned());
                of_country[start - tokens.start..end - tokens.start].fill(true);
                break;
            }
        }
    }
    let mut told_by: Vec<Box<str>> = tokens
        .clone()
        .filter(|at| *at != head && !of_country[at - tokens.start])
        .filter(|at| matches!(reading.upos(*at), "ADJ" | "NOUN" | "PROPN" | "VERB"))
        .filter(|at| {
            reading.head(*at).is_some_and(|above| above == head || reading.head(above) == Some(head))
        })
        .map(|at| reading.lemma(at).into_boxed_str())
        .collect();
    told_by.sort_unstable();
    told_by.dedup();
    let proper = record.filter(|entity| {
        named || matches!(entity.kind, Some(EntityKind::Country | EntityKind::Government | EntityKind::Place))
    });
    let name = match proper {
        Some(entity) => Some(fold(&entity.name)),
        None if named => Some(fold(&name(reading, head))),
        None => None,
    };
    // "Money" and "software" are neither one nor many.
    let mass = matches!(words::counted(&reading.lemma(head)), Some("money" | "programs"));
    let count = match (reading.analysis.is_plural(head).filter(|_| !mass), named) {
        (Some(true), _) => Some((2.0, f64::INFINITY)),
        (Some(false), false) => Some((1.0, 1.0)),
        _ => None,
    };
    Party {
        spans: spans.clone(),
        head: reading.lemma(head).into(),
        name: name.map(Into::into),
        country: country.map(Into::into),
        entity,
        told_by,
        count,
        pronoun: reading.upos(head) == "PRON",
        definite: named || reading.is_definite(head),
        kind: record.and_then(|entity| entity.kind),
    }
}

/// The proper name that `head` is the head of.
fn name(reading: &Reading<'_>, head: usize) -> String {
    let part = |at: usize| {
        at == head
            || (reading.head(at) == Some(head)
                && reading.upos(at) == "PROPN"
                && matches!(reading.universal(at), "flat" | "compound"))
    };
    let sentence = reading.analysis.sentence(head);
    let words: Vec<&str> = sentence.filter(|at| part(*at)).map(|at| reading.word(at)).collect();
    words.join(" ")
}

/// A name as it is compared: lower case, one space, no article.
pub(crate) fn fold(name: &str) -> String {
    let low = name.to_lowercase().replace('’', "'");
    let bare = low.strip_prefix("the ").unwrap_or(&low);
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}
