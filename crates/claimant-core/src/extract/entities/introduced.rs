//! Whom a source introduces: a description and, set off by a comma at its end, the name ("the harbour master in Bira, Andi Rahmat"). In what
//! stands between, parses lose the apposition; that the words are one source's and end in a name tells more.

use std::ops::Range;

use super::chains::Chains;
use super::gender::Gender;
use super::grammar::Grammar;
use super::mention::{Form, MentionId, Mentions};
use super::{gazetteer, nouns};
use crate::EntityKind;
use crate::draft::Draft;

/// Words between the comma and the name, which are titles: "Adjunct Commissioner".
const TITLES: usize = 3;

pub(super) fn join(draft: &Draft<'_>, grammar: &Grammar<'_>, mentions: &Mentions, chains: &mut Chains) {
    for source in draft.claims.iter().filter(|claim| !claim.post).flat_map(|claim| &claim.sources) {
        let tokens = grammar.analysis.tokens_in(source.spans.hull());
        let Some((described, named)) = pair(grammar, mentions, tokens) else { continue };
        // A noun of no known kind ("harbour master") was taken for a thing, and the name perhaps for a body's.
        for id in [described, named] {
            let known = chains.known_mut(id);
            if known.size == 1 && known.kind != Some(EntityKind::Person) {
                (known.kind, known.gender) = (Some(EntityKind::Person), Gender::PERSON);
            }
        }
        if !chains.same(described, named) && chains.agree(described, named) {
            chains.join(described, named);
        }
    }
}

/// The description that a source begins with and the name that it ends with.
fn pair(grammar: &Grammar<'_>, mentions: &Mentions, tokens: Range<usize>) -> Option<(MentionId, MentionId)> {
    let outside = |at: &usize| grammar.head(*at).is_none_or(|head| !tokens.contains(&head));
    let described = tokens.clone().filter(outside).find_map(|at| mentions.at(at))?;
    let description = &mentions.list[described];
    let one = matches!(description.form, Form::Definite | Form::Indefinite | Form::Bare)
        && matches!(description.kind, None | Some(EntityKind::Person))
        && description.plural != Some(true)
        && !description.coordination
        && !grammar.is_possessor(description.head);
    // "The owner, Ann Lee, who was there": the name ends what introduces.
    let end = tokens
        .clone()
        .find(|at| {
            *at > tokens.start
                && grammar.word(*at - 1) == ","
                && matches!(&*grammar.low(*at), "who" | "whose")
        })
        .map_or(tokens.end, |who| who - 1);
    let named = (description.head + 1..end).rev().find_map(|at| mentions.at(at)).filter(|_| one)?;
    let name = mentions.list[named].name.clone().filter(|_| mentions.list[named].form == Form::Name)?;
    let person = mentions.list[named].kind == Some(EntityKind::Person)
        || (name.len() > 1 && gazetteer::is_womans(grammar.word(name.start)).is_some());
    let comma = (description.head + 1..name.start).rev().find(|at| grammar.word(*at) == ",")?;
    let titles = comma + 1..name.start;
    let set_off = titles.len() <= TITLES
        && titles.clone().all(|at| {
            nouns::is_title(grammar.word(at))
                || (grammar.is_capitalized(at) && matches!(grammar.upos(at), "PROPN" | "NOUN" | "ADJ"))
        });
    // "The mayor, his deputy and Ann Lee".
    let several = (description.head..name.start).any(|at| grammar.upos(at) == "CCONJ");
    (person && set_off && !several && name.end == end).then_some((described, named))
}
