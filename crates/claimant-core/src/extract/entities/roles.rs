//! Who somebody is: office, affiliation and country, from titles before the name and from appositions and predicates.

use std::ops::Range;

use super::chains::Chains;
use super::grammar::Grammar;
use super::mention::{Form, MentionId, Mentions};
use super::{gazetteer, nouns, structure};
use crate::{EntityKind, Span};

/// A role in the text's words, and whom it is held at.
#[derive(Clone, Debug)]
pub(super) struct Role {
    pub(super) span: Span,
    pub(super) affiliation: Option<MentionId>,
    pub(super) country: Option<&'static str>,
}

/// The role that a mention of a person tells.
pub(super) fn of(grammar: &Grammar<'_>, mentions: &Mentions, chains: &Chains, id: MentionId) -> Option<Role> {
    let mention = &mentions.list[id];
    if chains.known(id).kind != Some(EntityKind::Person) || mention.coordination {
        return None;
    }
    let (tokens, noun) = match mention.form {
        Form::Name => {
            let name = mention.name.clone()?;
            let noun = structure::titles(grammar, mention).last()?;
            // A title inside the name ("President Lee" as one name) reaches to the rest of it.
            let end = if noun < name.start { name.start } else { noun + 1 };
            (mention.tokens.start.min(noun)..end, noun)
        }
        Form::Definite | Form::Indefinite | Form::Bare
            if mention.kind == Some(EntityKind::Person)
                || nouns::noun(&grammar.lemma(mention.head)).kind == Some(EntityKind::Person) =>
        {
            (up_to_name(grammar, mentions, chains, id), mention.head)
        }
        _ => return None,
    };
    let tokens = without_article(grammar, tokens);
    let whole = (!tokens.is_empty()).then(|| grammar.span(&with_bracket(grammar, tokens.clone())))?;
    let affiliation = affiliation(grammar, mentions, chains, noun);
    let country = mention.country.or_else(|| affiliation.and_then(|id| chains.known(id).country));
    Some(Role { span: whole, affiliation, country })
}

/// The words of a description without the name that follows it: "harbour master in Bira" of "the harbour master in Bira, Andi Rahmat".
fn up_to_name(grammar: &Grammar<'_>, mentions: &Mentions, chains: &Chains, id: MentionId) -> Range<usize> {
    let tokens = mentions.list[id].tokens.clone();
    let after = mentions.list[id].head + 1..tokens.end;
    let named = after
        .filter_map(|at| mentions.at(at))
        .find(|other| mentions.list[*other].form == Form::Name && chains.same(*other, id));
    let Some(name) = named.and_then(|other| mentions.list[other].name.clone()) else { return tokens };
    let comma = (mentions.list[id].head + 1..name.start).rev().find(|at| grammar.word(*at) == ",");
    tokens.start..comma.unwrap_or(name.start)
}

fn without_article(grammar: &Grammar<'_>, mut tokens: Range<usize>) -> Range<usize> {
    while !tokens.is_empty() && (grammar.upos(tokens.start) == "DET" || grammar.upos(tokens.start) == "PUNCT")
    {
        tokens.start += 1;
    }
    while !tokens.is_empty() && grammar.upos(tokens.end - 1) == "PUNCT" && grammar.word(tokens.end - 1) != ")"
    {
        tokens.end -= 1;
    }
    tokens
}

/// With the initials in brackets that follow: "(GUR)".
fn with_bracket(grammar: &Grammar<'_>, tokens: Range<usize>) -> Range<usize> {
    let open = tokens.end;
    let bracket = open + 2 < grammar.sentence.len()
        && grammar.word(open) == "("
        && grammar.word(open + 2) == ")"
        && grammar.sentence[open] == grammar.sentence[open + 2];
    tokens.start..if bracket { open + 3 } else { open }
}

/// The body or country at which a role is held: "for Ukraine's agency", "of Iran", "Microsoft" before "spokesman".
pub(super) fn affiliation(
    grammar: &Grammar<'_>,
    mentions: &Mentions,
    chains: &Chains,
    noun: usize,
) -> Option<MentionId> {
    // Of several ("the ministers of Spain, Italy and Greece") none is the one.
    let body = |id: &MentionId| {
        grammar.with(mentions.list[*id].head, "conj").next().is_none()
            && matches!(
                chains.known(*id).kind,
                Some(EntityKind::Organization | EntityKind::Government | EntityKind::Country)
            )
    };
    let held = |at: usize| {
        let relation = grammar.relation(at);
        let preposition = grammar.preposition(at).map(|case| grammar.low(case));
        match relation {
            "nmod" => preposition.is_some_and(|word| {
                matches!(word.as_str(), "for" | "of" | "at" | "from" | "with" | "in" | "within" | "inside")
            }),
            "nmod:poss" | "compound" | "nmod:desc" => true,
            _ => false,
        }
    };
    // "sources close to the club".
    let close = grammar.dependents(noun).filter(|at| grammar.lemma(*at) == "close").find_map(|close| {
        grammar
            .dependents(close)
            .find(|at| *at > close && grammar.preposition(*at).is_some_and(|case| grammar.low(case) == "to"))
    });
    if let Some(id) = close.and_then(|at| mentions.at(at)).filter(body) {
        return Some(id);
    }
    let mut at = noun;
    // "head of the press office of the ministry": the first body on the way down.
    for _ in 0..3 {
        let mut parts = grammar.dependents(at).filter(|part| held(*part));
        if let Some(id) = parts.clone().find_map(|part| mentions.at(part).filter(body)) {
            return Some(id);
        }
        at = parts.next_back()?;
    }
    None
}

/// Who made a document: "by the Instituto Tejo", "the ministry's", "published by Lee", "Medida" before "survey".
pub(super) fn author(
    grammar: &Grammar<'_>,
    mentions: &Mentions,
    chains: &Chains,
    noun: usize,
) -> Option<MentionId> {
    let party = |id: &MentionId| {
        !mentions.list[*id].coordination
            && matches!(
                chains.known(*id).kind,
                Some(
                    EntityKind::Person
                        | EntityKind::Organization
                        | EntityKind::Government
                        | EntityKind::Group
                )
            )
    };
    let by = |at: usize| {
        grammar.preposition(at).is_some_and(|case| matches!(grammar.low(case).as_str(), "by" | "from"))
    };
    let made = |at: &usize| match grammar.relation(*at) {
        "nmod" | "obl" | "obl:agent" => by(*at),
        "nmod:poss" | "compound" => true,
        _ => grammar.is_possessor(*at),
    };
    let under =
        |head: usize| grammar.dependents(head).filter(made).find_map(|at| mentions.at(at).filter(party));
    under(noun).or_else(|| grammar.with(noun, "acl").find_map(under))
}

/// The body whose name follows a noun within the words of a source, where the parse hangs it elsewhere: "an official at the bank, speaking".
pub(super) fn affiliation_by_order(
    grammar: &Grammar<'_>,
    mentions: &Mentions,
    chains: &Chains,
    noun: usize,
    end: usize,
) -> Option<MentionId> {
    const FAR: usize = 8;
    let preposition = noun + 1;
    if preposition >= end
        || !matches!(
            grammar.low(preposition).as_str(),
            "at" | "of" | "for" | "from" | "in" | "within" | "inside"
        )
    {
        return None;
    }
    let mut near = preposition + 1..end.min(preposition + FAR);
    let first = near.find_map(|at| mentions.at(at))?;
    let fits = mentions.list[first].tokens.start <= preposition + 1;
    let known = chains.known(first).kind;
    (fits && matches!(known, Some(EntityKind::Organization | EntityKind::Government | EntityKind::Country)))
        .then_some(first)
}

/// A country's name with its article: "the United States".
pub(super) fn government_of(code: &str) -> Option<String> {
    let name = gazetteer::country_name(code)?;
    let plural = name.starts_with("United ") || name.ends_with("Islands") || name.ends_with("Republic");
    let article = plural
        || matches!(
            name,
            "Netherlands" | "Philippines" | "Bahamas" | "Maldives" | "Gambia" | "Seychelles" | "Comoros"
        );
    Some(format!("Government of {}{name}", if article { "the " } else { "" }))
}
