//! Capitals and seats that speak for a government or office, told apart from the same word as a place.

use super::gazetteer::{self, About, Seat};
use super::grammar::Grammar;
use super::mention::{Mention, Mentions};
use crate::EntityKind;
use crate::draft::Draft;

/// Which mentions speak or act as speakers do: heads of sources, and subjects and agents of verbs of saying.
pub(super) fn speaking(draft: &Draft<'_>, grammar: &Grammar<'_>, mentions: &Mentions) -> Vec<bool> {
    let mut speaks = vec![false; mentions.list.len()];
    for source in draft.claims.iter().flat_map(|claim| &claim.sources) {
        if let Some(id) = super::sources::mention_of(grammar, mentions, source) {
            speaks[id] = true;
        }
    }
    for (id, mention) in mentions.list.iter().enumerate() {
        let first = first_of_all(grammar, mention.head);
        let Some(verb) = grammar.head(first) else { continue };
        let acts = grammar.relation(first) == "nsubj" || grammar.relation(first) == "obl:agent";
        if acts
            && grammar.upos(verb) == "VERB"
            && draft
                .lexicon
                .act(&grammar.lemma(verb))
                .or_else(|| draft.lexicon.verb(&grammar.lemma(verb), None).map(|found| found.0.act))
                .is_some()
        {
            speaks[id] = true;
        }
    }
    speaks
}

/// The first of those that are coordinated with a token.
pub(super) fn first_of_all(grammar: &Grammar<'_>, token: usize) -> usize {
    let mut at = token;
    for _ in 0..8 {
        match grammar.head(at).filter(|_| grammar.relation(at) == "conj") {
            Some(head) => at = head,
            None => break,
        }
    }
    at
}

/// The body that a name speaks for, where it does.
pub(super) fn of(grammar: &Grammar<'_>, mention: &Mention, words: &str, speaks: bool) -> Option<Seat> {
    if mention.kind == Some(EntityKind::Person) {
        return None;
    }
    let capital = gazetteer::country(words).filter(|(about, _)| *about == About::Capital);
    if let Some(seat) = gazetteer::seat(words) {
        // A town is one first of all; a palace is hardly ever only a house.
        let town = gazetteer::country_of_place(words).is_some() || capital.is_some();
        return (speaks || (!town && !is_place(grammar, mention))).then_some(seat);
    }
    let (_, code) = capital.filter(|_| speaks && !is_place(grammar, mention))?;
    Some(Seat { body: "", kind: EntityKind::Government, country: Some(code) })
}

/// Whether it stands where places do: after "in", "at", "near" …
pub(super) fn is_place(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    preposition(grammar, mention).is_some_and(|case| is_locative(&grammar.low(case)))
}

/// The preposition before a mention, its own or that of the first it is coordinated with: "in Kharkiv and Sumy".
pub(super) fn preposition(grammar: &Grammar<'_>, mention: &Mention) -> Option<usize> {
    let in_sentence = |at: &usize| grammar.sentence[*at] == grammar.sentence[mention.head];
    let before =
        mention.tokens.start.checked_sub(1).filter(in_sentence).filter(|at| grammar.upos(*at) == "ADP");
    let own = grammar.preposition(mention.head).or(before);
    own.or_else(|| grammar.preposition(first_of_all(grammar, mention.head)))
}

/// Prepositions before a place.
pub(super) fn is_locative(preposition: &str) -> bool {
    const LOCATIVE: &[&str] = &[
        "across",
        "along",
        "around",
        "at",
        "behind",
        "below",
        "beneath",
        "beyond",
        "in",
        "inside",
        "into",
        "near",
        "off",
        "onto",
        "outside",
        "over",
        "throughout",
        "through",
        "toward",
        "towards",
        "within",
        "above",
        "amid",
        "north",
        "south",
        "east",
        "west",
        "on",
    ];
    LOCATIVE.contains(&preposition)
}
