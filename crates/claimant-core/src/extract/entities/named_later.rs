//! Who is described first and named later, as leads do: "Tonga's prime minister denied …", and a paragraph on "Prime Minister Semisi Havili".

use rustc_hash::FxHashMap;

use super::chains::Chains;
use super::descriptions::{self, CONTRASTS};
use super::grammar::Grammar;
use super::mention::{Form, Mention, MentionId, Mentions};
use super::{gazetteer, structure};
use crate::EntityKind;

/// Bearers of one office that are looked at: a text with more has not one of them.
const LOOKED_AT: usize = 12;

/// Offices of which a body has one: "a deputy energy minister" of the lead may be who is named below, "an official" hardly.
const OFFICES: &[&str] = &[
    "ambassador",
    "bishop",
    "captain",
    "chairman",
    "chairwoman",
    "chancellor",
    "chief",
    "commander",
    "commissioner",
    "coroner",
    "director",
    "governor",
    "head",
    "leader",
    "mayor",
    "minister",
    "premier",
    "president",
    "principal",
    "prosecutor",
    "secretary",
    "speaker",
    "superintendent",
];

/// Words that make another office of one, besides those that tell one bearer from another.
const OTHERS: &[&str] = &["prime"];

pub(super) fn join(grammar: &Grammar<'_>, mentions: &Mentions, chains: &mut Chains) {
    let mut bearers: FxHashMap<String, Vec<(MentionId, Vec<String>)>> = FxHashMap::default();
    for (id, mention) in mentions.list.iter().enumerate().filter(|(_, mention)| !mention.coordination) {
        for (office, words) in offices(grammar, chains, id, mention) {
            bearers.entry(office).or_default().push((id, words));
        }
    }
    for (id, mention) in mentions.list.iter().enumerate() {
        if !is_unnamed(mentions, chains, id) {
            continue;
        }
        let office = grammar.lemma(mention.head).to_lowercase();
        if !OFFICES.contains(&office.as_str()) {
            continue;
        }
        let said = told(grammar, mention);
        let Some(list) = bearers.get(&office).filter(|list| list.len() <= LOOKED_AT) else { continue };
        let fitting = |(other, words): &&(MentionId, Vec<String>)| {
            chains.agree(*other, id)
                && is_one_office(&said, words)
                && countries_agree(chains, *other, mention)
        };
        let mut found = list.iter().filter(fitting).map(|(other, _)| *other);
        let Some(first) = found.next() else { continue };
        let one = found.all(|other| chains.same(other, first));
        // Whoever was named before is found by the passes before this one, or is not meant.
        if one && first > id && !mention.tokens.contains(&mentions.list[first].head) {
            chains.join(first, id);
        }
    }
}

/// Whether a mention only describes one person, whom nothing has named.
fn is_unnamed(mentions: &Mentions, chains: &Chains, id: MentionId) -> bool {
    let mention = &mentions.list[id];
    matches!(mention.form, Form::Definite | Form::Indefinite | Form::Bare)
        && mention.kind == Some(EntityKind::Person)
        && mention.plural == Some(false)
        && !mention.coordination
        && !chains.known(id).named
        && chains.known(id).first as usize == id
}

/// The offices that a mention of somebody named tells, each with the words that tell which.
fn offices(
    grammar: &Grammar<'_>,
    chains: &Chains,
    id: MentionId,
    mention: &Mention,
) -> Vec<(String, Vec<String>)> {
    if !chains.known(id).named || chains.known(id).kind != Some(EntityKind::Person) {
        return Vec::new();
    }
    let noun = match mention.form {
        Form::Name => {
            let Some(noun) = structure::titles(grammar, mention).last() else { return Vec::new() };
            noun
        }
        Form::Definite | Form::Indefinite | Form::Bare => mention.head,
        Form::Pronoun(_) => return Vec::new(),
    };
    let name = mention.name.clone().unwrap_or(noun..noun);
    let whole = mention.tokens.start.min(noun)..name.start.max(noun + 1);
    let words = whole.filter(|at| *at < noun || (*at > noun && !name.contains(at)));
    let words = words.map(|at| grammar.lemma(at).to_lowercase());
    vec![(grammar.lemma(noun).to_lowercase(), words.filter(|word| word.len() > 2).collect())]
}

/// What the words of a description tell besides its noun and whose it is.
fn told(grammar: &Grammar<'_>, mention: &Mention) -> Vec<String> {
    let country = |word: &String| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_uppercase().collect::<String>());
        first.is_some_and(|first| gazetteer::country(&(first + letters.as_str())).is_some())
    };
    let mut words = descriptions::modifiers(grammar, mention);
    for word in &mut words {
        *word = word.to_lowercase();
    }
    words.retain(|word| !country(word));
    words
}

/// Whether what tells one office is all among the words for the other, or the other says no more than its noun.
fn is_one_office(said: &[String], named: &[String]) -> bool {
    let tells = |word: &&String| CONTRASTS.contains(&word.as_str()) || OTHERS.contains(&word.as_str());
    let contrast = said.iter().filter(tells).any(|word| !named.contains(word))
        || named.iter().filter(tells).any(|word| !said.contains(word));
    let within = said.iter().all(|word| named.contains(word));
    !contrast && (within || named.iter().all(|word| said.contains(word)))
}

fn countries_agree(chains: &Chains, id: MentionId, mention: &Mention) -> bool {
    chains.known(id).country.zip(mention.country).is_none_or(|(a, b)| a == b)
}
