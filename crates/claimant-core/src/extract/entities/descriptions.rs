//! Descriptions of somebody mentioned before: "the agency", "the former mayor", "Ukraine's president".

use rustc_hash::FxHashMap;

use super::chains::Chains;
use super::grammar::Grammar;
use super::mention::{Form, Mention, MentionId, Mentions};
use super::{nouns, structure};
use crate::EntityKind;

/// Earlier mentions with the same noun that are looked at, the latest first.
const LOOKED_AT: usize = 6;

/// Earlier mentions with the same noun whose modifiers are remembered.
const SAID_ONCE: usize = 16;

/// Sentences back in which "the company" finds its name.
const NEAR: u32 = 3;

/// Adjectives that tell one bearer of a description from another.
pub(super) const CONTRASTS: &[&str] = &[
    "former",
    "ex",
    "deputy",
    "vice",
    "acting",
    "first",
    "second",
    "third",
    "other",
    "another",
    "new",
    "next",
    "last",
    "previous",
    "late",
    "old",
    "own",
    "different",
    "assistant",
    "fellow",
    "rival",
    "such",
    "similar",
    "additional",
    "more",
    "further",
];

pub(super) fn join(
    grammar: &Grammar<'_>,
    mentions: &Mentions,
    chains: &mut Chains,
    speaks: &[bool],
    aside: &[bool],
) {
    let mut by_noun: FxHashMap<String, Vec<MentionId>> = FxHashMap::default();
    for (id, mention) in mentions.list.iter().enumerate() {
        if mention.coordination {
            continue;
        }
        if matches!(mention.form, Form::Definite | Form::Bare) {
            let noun = grammar.lemma(mention.head);
            let before = by_noun.get(&noun).map(Vec::as_slice).unwrap_or_default();
            let mut latest = before.iter().rev().take(LOOKED_AT).copied();
            let found = if mention.attributive {
                latest.find(|other| is_meant_before_a_noun(grammar, mentions, chains, *other, id))
            } else {
                latest.find(|other| fits(grammar, mentions, chains, speaks, before, *other, id))
            };
            let found = found
                .or_else(|| hypernym(grammar, mentions, chains, aside, id, &noun))
                .or_else(|| only_one(grammar, mentions, chains, before, id));
            if let Some(other) = found {
                chains.join(other, id);
            }
        }
        for noun in nouns_of(grammar, mention) {
            by_noun.entry(noun).or_default().push(id);
        }
    }
    agencies(grammar, mentions, chains);
}

/// Whether the first noun of "asylum seekers" can mean an earlier mention with that noun.
fn is_meant_before_a_noun(
    grammar: &Grammar<'_>,
    mentions: &Mentions,
    chains: &Chains,
    other: MentionId,
    id: MentionId,
) -> bool {
    let earlier = &mentions.list[other];
    let known = earlier.form == Form::Definite && earlier.plural != Some(true);
    (known || (earlier.form == Form::Bare && modifiers(grammar, earlier).is_empty()))
        && mentions.possessor(grammar, other).is_none()
        && !earlier.tokens.contains(&mentions.list[id].head)
        && chains.agree(other, id)
}

/// "The Warhol exhibit" after "an exhibit", the only one so far: a description may add to what was said.
fn only_one(
    grammar: &Grammar<'_>,
    mentions: &Mentions,
    chains: &Chains,
    before: &[MentionId],
    id: MentionId,
) -> Option<MentionId> {
    let mention = &mentions.list[id];
    let (first, last) = (*before.first()?, *before.last()?);
    let plain = mention.form == Form::Definite && mention.plural != Some(true);
    let one = before.iter().rev().take(LOOKED_AT).all(|other| chains.same(*other, first));
    let earlier = &mentions.list[last];
    if !plain
        || !one
        || grammar.sentence[mention.head] - grammar.sentence[earlier.head] > NEAR
        || earlier.tokens.contains(&mention.head)
        || mention.tokens.contains(&earlier.head)
        || !chains.agree(last, id)
        || mentions.possessor(grammar, id).is_some()
        || mentions.possessor(grammar, last).is_some()
        || grammar.with(mention.head, "acl").next().is_some()
    {
        return None;
    }
    let (said, known) = (modifiers(grammar, mention), modifiers(grammar, earlier));
    let contrast = said.iter().any(|word| CONTRASTS.contains(&word.as_str()));
    (!contrast && known.iter().all(|word| said.contains(word))).then_some(last)
}

/// The common nouns by which a mention can be taken up again.
fn nouns_of(grammar: &Grammar<'_>, mention: &Mention) -> Vec<String> {
    match mention.form {
        Form::Pronoun(_) => Vec::new(),
        Form::Name => {
            let mut nouns: Vec<String> =
                structure::titles(grammar, mention).map(|at| grammar.lemma(at)).collect();
            let body = |noun: &String| {
                matches!(
                    nouns::noun(noun).kind,
                    Some(
                        EntityKind::Organization
                            | EntityKind::Place
                            | EntityKind::Document
                            | EntityKind::Government
                    )
                )
            };
            if mention.kind != Some(EntityKind::Person) {
                nouns.extend(mention.tokens.clone().map(|at| grammar.low(at)).filter(body));
            }
            nouns
        }
        _ => vec![grammar.lemma(mention.head)],
    }
}

/// Whether a description can mean an earlier mention with the same noun.
fn fits(
    grammar: &Grammar<'_>,
    mentions: &Mentions,
    chains: &Chains,
    speaks: &[bool],
    before: &[MentionId],
    other: MentionId,
    id: MentionId,
) -> bool {
    let (mention, earlier) = (&mentions.list[id], &mentions.list[other]);
    // "the spokesman for the spokesman": none is inside the other.
    if earlier.tokens.contains(&mention.head)
        || mention.tokens.contains(&earlier.head)
        || !chains.agree(other, id)
    {
        return false;
    }
    let said = modifiers(grammar, mention);
    let known: Vec<String> = earlier.tokens.clone().map(|at| grammar.lemma(at)).collect();
    if said.iter().any(|word| CONTRASTS.contains(&word.as_str()) && !known.contains(word))
        || said.iter().any(|word| matches!(word.as_str(), "other" | "another" | "such"))
    {
        return false;
    }
    if mention.form == Form::Bare {
        // Without an article the same words are meant the same way: "homeopathy", "residents".
        // Not those who speak: "officials" here and "officials" there may be others.
        let known = modifiers(grammar, earlier);
        return !speaks[id] && !speaks[other] && earlier.form != Form::Name && said == known;
    }
    let contrast = modifiers(grammar, earlier)
        .iter()
        .any(|word| CONTRASTS.contains(&word.as_str()) && !said.contains(word));
    // A country is said by its name or its adjective.
    let is_country = |word: &String| {
        let mut chars = word.chars();
        let capital = chars.next().map(|first| first.to_uppercase().collect::<String>() + chars.as_str());
        capital.is_some_and(|word| super::gazetteer::country(&word).is_some())
    };
    // "The Afghan team" … "the team" … "the Afghan team": what was said of it once.
    let once = |word: &String| {
        let same =
            before.iter().rev().take(SAID_ONCE).filter(|one| **one != other && chains.same(**one, other));
        same.flat_map(|one| mentions.list[*one].tokens.clone()).any(|at| grammar.lemma(at) == *word)
    };
    !contrast
        && said.iter().all(|word| {
            known.contains(word)
                || once(word)
                || (is_country(word)
                    && chains.known(other).country == mention.country
                    && mention.country.is_some())
        })
        && possessors_agree(grammar, mentions, chains, other, id)
}

/// Adjectives, nouns and numbers before a noun, and names after "of", by lemma.
pub(super) fn modifiers(grammar: &Grammar<'_>, mention: &Mention) -> Vec<String> {
    let mut found: Vec<String> = grammar
        .dependents(mention.head)
        .filter(|at| mention.tokens.contains(at))
        .filter(|at| {
            matches!(grammar.relation(*at), "amod" | "compound" | "nummod" | "nmod" | "nmod:desc")
                && !grammar.is_possessor(*at)
        })
        .map(|at| grammar.lemma(at))
        .filter(|word| !matches!(word.as_str(), "same" | "entire" | "whole" | "very"))
        .collect();
    found.sort();
    found
}

fn possessors_agree(
    grammar: &Grammar<'_>,
    mentions: &Mentions,
    chains: &Chains,
    a: MentionId,
    b: MentionId,
) -> bool {
    match (mentions.possessor(grammar, a), mentions.possessor(grammar, b)) {
        (Some(first), Some(second)) => {
            let low = |id: MentionId| grammar.low(mentions.list[id].head);
            chains.same(first, second) || low(first) == low(second)
        }
        (None, Some(_)) => {
            mentions.list[b].country.is_some() && chains.known(a).country == mentions.list[b].country
        }
        _ => true,
    }
}

/// "the company" and "the country": the one name of that kind in the sentences before.
fn hypernym(
    grammar: &Grammar<'_>,
    mentions: &Mentions,
    chains: &Chains,
    aside: &[bool],
    id: MentionId,
    noun: &str,
) -> Option<MentionId> {
    const ANY_BODY: &[&str] =
        &["agency", "body", "group", "institution", "organisation", "organization", "service"];
    const FIRMS: &[&str] =
        &["airline", "company", "firm", "giant", "maker", "manufacturer", "retailer", "startup"];
    const TOWNS: &[&str] = &["city", "town", "village", "region", "province", "state", "district", "island"];
    let mention = &mentions.list[id];
    let bare = mention.form == Form::Definite
        && mention.plural == Some(false)
        && modifiers(grammar, mention).is_empty()
        && mentions.possessor(grammar, id).is_none();
    if !bare {
        return None;
    }
    let wanted: fn(&Mention, &[String]) -> bool = if ANY_BODY.contains(&noun) {
        |other, _| other.kind == Some(EntityKind::Organization)
    } else if FIRMS.contains(&noun) {
        |other, words| {
            let public = words.iter().any(|word| {
                nouns::is_like_agency(word)
                    || matches!(
                        word.as_str(),
                        "court"
                            | "police"
                            | "council"
                            | "army"
                            | "party"
                            | "parliament"
                            | "committee"
                            | "university"
                    )
            });
            other.kind == Some(EntityKind::Organization) && !public
        }
    } else if matches!(noun, "country" | "nation") {
        |other, _| other.kind == Some(EntityKind::Country)
    } else if TOWNS.contains(&noun) {
        |other, _| other.kind == Some(EntityKind::Place)
    } else {
        return None;
    };
    let sentence = grammar.sentence[mention.head];
    let mut found: Option<MentionId> = None;
    for other in (id.saturating_sub(40)..id).rev() {
        let earlier = &mentions.list[other];
        if sentence - grammar.sentence[earlier.head] >= NEAR {
            break;
        }
        let words: Vec<String> = earlier.tokens.clone().map(|at| grammar.low(at)).collect();
        if aside[other] || earlier.form != Form::Name || !wanted(earlier, &words) {
            continue;
        }
        match found {
            Some(known) if chains.same(known, other) => {}
            Some(_) => return None,
            None => found = Some(other),
        }
    }
    found.filter(|other| chains.agree(*other, id))
}

/// "South Korea's intelligence agency" and its "National Intelligence Service", whichever comes first: bodies of one country and one
/// class whose name holds what the description says.
fn agencies(grammar: &Grammar<'_>, mentions: &Mentions, chains: &mut Chains) {
    let mut named: FxHashMap<(&str, String), Vec<MentionId>> = FxHashMap::default();
    for (id, mention) in mentions.list.iter().enumerate() {
        let Some(country) = chains.known(id).country else { continue };
        if mention.form != Form::Name || mention.kind != Some(EntityKind::Organization) {
            continue;
        }
        let words: Vec<String> = mention.tokens.clone().map(|at| grammar.low(at)).collect();
        if !words.iter().any(|word| nouns::is_like_agency(word)) {
            continue;
        }
        for word in words {
            let known = named.entry((country, word)).or_default();
            if known.len() < LOOKED_AT {
                known.push(id);
            }
        }
    }
    for (id, mention) in mentions.list.iter().enumerate() {
        let Some(country) = mention.country else { continue };
        if mention.form != Form::Definite || !nouns::is_like_agency(&grammar.lemma(mention.head)) {
            continue;
        }
        let said: Vec<String> = grammar
            .dependents(mention.head)
            .filter(|at| {
                matches!(grammar.relation(*at), "amod" | "compound")
                    && !grammar.is_capitalized(*at)
                    && !grammar.is_possessor(*at)
            })
            .map(|at| grammar.low(at))
            .collect();
        let Some(first) = said.first() else { continue };
        let candidates = named.get(&(country, first.clone())).map(Vec::as_slice).unwrap_or_default();
        let mut fitting: Vec<MentionId> = candidates
            .iter()
            .copied()
            .filter(|other| {
                let other = &mentions.list[*other];
                said.iter().all(|word| other.tokens.clone().any(|at| grammar.low(at) == *word))
            })
            .collect();
        fitting.dedup_by(|a, b| chains.same(*a, *b));
        if let [one] = fitting.as_slice()
            && chains.agree(*one, id)
        {
            chains.join(*one, id);
        }
    }
}
