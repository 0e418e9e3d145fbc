//! What a text says a place lies in: "Russian" of "the Russian region of Kursk", "Illinois" of "Springfield, Illinois".

use std::ops::Range;

use claimant_english::NameKind;

use super::gazetteer;
use super::grammar::Grammar;
use super::mention::Mention;

/// The possessor, adjective or "of" phrase of a place's noun phrase that names a country or a place.
pub(super) fn container(grammar: &Grammar<'_>, mention: &Mention) -> Option<Range<usize>> {
    let parts = grammar.dependents(mention.head).filter(|at| mention.tokens.contains(at));
    let before = parts.clone().filter(|at| {
        *at < mention.head
            && mention.name.as_ref().is_none_or(|name| !name.contains(at))
            && (grammar.is_possessor(*at)
                || matches!(grammar.relation(*at), "amod" | "compound" | "nmod:desc"))
    });
    let of_country = before.filter_map(|at| {
        // "North Korean" is two tokens.
        let from = at.saturating_sub(1).max(mention.tokens.start);
        let article = grammar.upos(from) == "DET";
        let both = (!article).then_some(from..at + 1);
        both.into_iter().chain(std::iter::once(at..at + 1)).find(|tokens| names_country(grammar, tokens))
    });
    let after = parts.filter(|at| *at > mention.head && grammar.is(*at, "nmod")).filter_map(|at| {
        let of =
            grammar.preposition(at).is_some_and(|case| matches!(grammar.low(case).as_str(), "of" | "in"));
        let tokens = name_at(grammar, at).unwrap_or(at..at + 1);
        (of && is_known(grammar, &tokens)).then_some(tokens)
    });
    of_country.chain(after).next()
}

/// "Illinois" after "Springfield,": a name of a place or country between commas, on which nothing is coordinated.
pub(super) fn after_comma(grammar: &Grammar<'_>, end: usize) -> Option<Range<usize>> {
    let tokens = &grammar.analysis.tokens;
    let first = end + 1;
    if first >= tokens.len()
        || grammar.word(end) != ","
        || grammar.sentence[first] != grammar.sentence[end - 1]
        || !grammar.is_capitalized(first)
    {
        return None;
    }
    let name = name_at(grammar, first).filter(|name| name.start == first).unwrap_or(first..first + 1);
    let free =
        name.clone().all(|at| grammar.relation(at) != "conj" && grammar.with(at, "conj").next().is_none());
    let closed = name.end >= tokens.len()
        || matches!(grammar.word(name.end), "," | "." | ";" | ")" | "—" | "–" | "”" | "\"")
        || grammar.upos(name.end) != "CCONJ" && !grammar.is_capitalized(name.end);
    (free && closed && is_known(grammar, &name)).then_some(name)
}

fn name_at(grammar: &Grammar<'_>, token: usize) -> Option<Range<usize>> {
    let names = &grammar.analysis.names;
    let after = names.partition_point(|name| name.tokens.end <= token);
    names
        .get(after)
        .filter(|name| name.tokens.contains(&token) && name.kind == NameKind::Place)
        .map(|name| name.tokens.clone())
}

fn names_country(grammar: &Grammar<'_>, tokens: &Range<usize>) -> bool {
    gazetteer::country(grammar.span(tokens).of(grammar.text)).is_some()
}

fn is_known(grammar: &Grammar<'_>, tokens: &Range<usize>) -> bool {
    names_country(grammar, tokens)
        || gazetteer::country_of_place(grammar.span(tokens).of(grammar.text)).is_some()
}
