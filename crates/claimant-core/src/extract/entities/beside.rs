//! A description and a name that stand side by side: "the judge, Ruth Amery", "principal Mark Oduya", "Ruth Amery, the judge,".
//!
//! Parses hang both on one verb as often as one on the other, and the analyser's names are of a wrong kind more often than a common noun
//! is ("an analyst, Joost Bakker": a body?). Order, commas and the noun tell more than either.

use rustc_hash::FxHashMap;

use super::gender::{self, Gender};
use super::grammar::Grammar;
use super::mention::{Form, Mention, MentionId, Mentions};
use super::{gazetteer, nouns};
use crate::EntityKind;

/// The pairs of a description and the name beside it, in the order of the names.
pub(super) fn pairs(grammar: &Grammar<'_>, mentions: &Mentions) -> Vec<(MentionId, MentionId)> {
    let mut by_end: FxHashMap<usize, Vec<MentionId>> = FxHashMap::default();
    let mut by_start: FxHashMap<usize, Vec<MentionId>> = FxHashMap::default();
    for (id, mention) in mentions.list.iter().enumerate().filter(|(_, mention)| describes_one(mention)) {
        by_end.entry(mention.tokens.end).or_default().push(id);
        by_start.entry(mention.tokens.start).or_default().push(id);
    }
    let mut pairs = Vec::new();
    for (id, named) in mentions.list.iter().enumerate() {
        let Some(name) = named.name.clone().filter(|_| named.form == Form::Name && !named.coordination)
        else {
            continue;
        };
        if grammar.with(named.head, "conj").next().is_some() {
            continue;
        }
        // "The ruler, Chief Ann Lee": a title may stand between.
        let first =
            if nouns::is_title(grammar.word(named.tokens.start)) { named.tokens.start } else { name.start };
        let comma = first > 0 && grammar.word(first - 1) == ",";
        let before = by_end.get(&(first - usize::from(comma)));
        let after = [name.end, named.tokens.end]
            .into_iter()
            .filter(|end| *end < grammar.sentence.len() && grammar.word(*end) == ",")
            .filter_map(|end| by_start.get(&(end + 1)));
        let found = before.into_iter().chain(after).flatten().copied().find(|other| {
            let described = &mentions.list[*other];
            let between = comma && grammar.word(named.tokens.end.min(grammar.sentence.len() - 1)) == ",";
            (described.kind.is_some() || (between && named.kind == Some(EntityKind::Person)))
                && grammar.sentence[described.head] == grammar.sentence[named.head]
                && stand_together(grammar, described.head, named.head)
        });
        pairs.extend(found.map(|described| (described, id)));
    }
    pairs
}

/// Gives names the kind that the noun beside them tells, and nouns that tell none that of the person beside them.
pub(super) fn settle_kinds(grammar: &Grammar<'_>, mentions: &mut Mentions) {
    for (described, named) in pairs(grammar, mentions) {
        let lemma = grammar.lemma(mentions.list[described].head);
        let told = nouns::noun(&lemma).kind.filter(|_| !nouns::is_person_or_body(&lemma));
        if mentions.list[described].kind.is_none() {
            let description = &mut mentions.list[described];
            (description.kind, description.gender) = (Some(EntityKind::Person), Gender::PERSON);
            continue;
        }
        // "The owner, Nordline": a body, whatever else owners may be.
        let either = nouns::is_person_or_body(&lemma);
        if either && matches!(mentions.list[named].kind, Some(EntityKind::Organization | EntityKind::Place)) {
            for id in [described, named] {
                let mention = &mut mentions.list[id];
                (mention.kind, mention.gender) = (Some(EntityKind::Organization), Gender::NEUTER);
            }
            continue;
        }
        let name = &mut mentions.list[named];
        match (told, name.kind) {
            (Some(EntityKind::Person), None | Some(EntityKind::Organization | EntityKind::Place))
                if !is_known(grammar, name) =>
            {
                name.kind = Some(EntityKind::Person);
                let (woman, hint) = gender::of_name(grammar, name.head, name.name.as_ref());
                name.gender = Gender::of_person(woman);
                name.hint = hint;
                name.leaning = name.name.as_ref().map_or(0, |words| gender::leaning(grammar, words));
                name.plural = Some(false);
            }
            (Some(EntityKind::Organization), None | Some(EntityKind::Person)) => {
                name.kind = Some(EntityKind::Organization);
                name.gender = Gender::NEUTER;
                name.hint = None;
                name.leaning = 0;
            }
            _ => {}
        }
    }
}

/// Whether a mention may describe somebody; one of no known kind ("the harbour master") may where commas set a person's name off.
fn describes_one(mention: &Mention) -> bool {
    let party = matches!(mention.kind, None | Some(EntityKind::Person | EntityKind::Organization));
    party
        && !mention.coordination
        && mention.plural == Some(false)
        && matches!(mention.form, Form::Definite | Form::Indefinite | Form::Bare)
}

/// Whether one of the two hangs on the other without a preposition, or both on one head in one relation.
fn stand_together(grammar: &Grammar<'_>, described: usize, named: usize) -> bool {
    let bare = |at: usize| grammar.preposition(at).is_none();
    let universal = |at: usize| grammar.relation(at).split(':').next().unwrap_or_default();
    let under = |lower: usize, upper: usize| {
        grammar.head(lower) == Some(upper)
            && matches!(universal(lower), "appos" | "flat" | "nmod" | "compound" | "dep")
            && !grammar.is_possessor(lower)
            && bare(lower)
    };
    let sisters = grammar.head(described).is_some()
        && grammar.head(described) == grammar.head(named)
        && universal(described) == universal(named)
        && matches!(universal(named), "nsubj" | "obj" | "iobj" | "obl" | "nmod")
        && bare(described.max(named));
    under(named, described) || under(described, named) || sisters
}

/// A name that the gazetteers know as a country's, a seat's or a place's.
fn is_known(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    let Some(name) = &mention.name else { return false };
    let words = grammar.span(name).of(grammar.text);
    gazetteer::country(words).is_some()
        || gazetteer::seat(words).is_some()
        || gazetteer::country_of_place(words).is_some()
}
