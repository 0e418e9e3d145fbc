//! What belongs to a name and what goes before it, where the analyser's names and its parse do not agree.

use std::ops::Range;

use super::grammar::Grammar;
use super::{gazetteer, nouns};
use crate::EntityKind;

/// Whether a word right before a person's name tells what the person is: a title, or one person's role.
pub(super) fn goes_before_names(grammar: &Grammar<'_>, token: usize) -> bool {
    nouns::is_title(grammar.word(token))
        || (grammar.analysis.is_plural(token) == Some(false)
            && grammar.preposition(token).is_none()
            && nouns::noun(&grammar.lemma(token)).kind == Some(EntityKind::Person))
}

/// A name's tokens with those that the parse joins to its end, "Joost" of which "Bakker" is a flat part, and with those that it makes a second
/// subject beside it: "Lindqvist Pumps reports".
pub(super) fn whole_name(grammar: &Grammar<'_>, number: usize) -> Range<usize> {
    let mut tokens = grammar.analysis.names[number].tokens.clone();
    let joins = |tokens: &Range<usize>| {
        let next = tokens.end;
        next < grammar.sentence.len()
            && grammar.upos(next) == "PROPN"
            && ((grammar.is(next, "flat") && grammar.head(next).is_some_and(|head| tokens.contains(&head)))
                || is_second_subject(grammar, next))
    };
    while joins(&tokens) {
        tokens.end += 1;
    }
    tokens
}

/// Whether the proper noun is a subject right after another, as the parse has it: one name.
pub(super) fn is_second_subject(grammar: &Grammar<'_>, token: usize) -> bool {
    let names = &grammar.analysis.names;
    let named = |token: usize| {
        let after = names.partition_point(|name| name.tokens.start <= token);
        after > 0 && names[after - 1].tokens.contains(&token)
    };
    token > 0
        && grammar.is(token, "nsubj")
        && grammar.is(token - 1, "nsubj")
        && grammar.head(token) == grammar.head(token - 1)
        && named(token - 1)
        && !named(token)
}

/// Whether a name ends in a noun for bodies and does not begin with a given name.
pub(super) fn is_bodys(grammar: &Grammar<'_>, tokens: &Range<usize>) -> bool {
    tokens.len() > 1
        && nouns::noun(&grammar.lemma(tokens.end - 1)).kind == Some(EntityKind::Organization)
        && gazetteer::is_womans(grammar.word(tokens.start)).is_none()
}

/// Whether the token's head is in the same name, so that the name's own head stands for it.
pub(super) fn within_name(grammar: &Grammar<'_>, at: usize, name: Option<usize>) -> bool {
    let Some(number) = name else { return false };
    let tokens = &grammar.analysis.names[number].tokens;
    grammar.head(at).is_some_and(|head| tokens.contains(&head))
}

/// The proper nouns in a row around a head that the analyser's names leave out.
pub(super) fn proper(grammar: &Grammar<'_>, at: usize) -> Range<usize> {
    let sentence = grammar.analysis.sentence(at);
    let (mut from, mut to) = (at, at + 1);
    while from > sentence.start && grammar.upos(from - 1) == "PROPN" && grammar.head(from - 1) == Some(at) {
        from -= 1;
    }
    while to < sentence.end
        && grammar.upos(to) == "PROPN"
        && grammar.head(to) == Some(at)
        && grammar.relation(to) == "flat"
    {
        to += 1;
    }
    from..to
}

/// The noun for an office inside what the analyser takes for one name: "Minister" of "Prime Minister Semisi Havili", not "King" of "Stephen King".
pub(super) fn office(grammar: &Grammar<'_>, name: &Range<usize>) -> Option<usize> {
    let last = name.end.checked_sub(2).filter(|last| *last > name.start)?;
    let noun = (name.start + 1..=last)
        .rev()
        .find(|at| nouns::noun(&grammar.lemma(*at).to_lowercase()).kind == Some(EntityKind::Person))?;
    let given = (name.start..noun).any(|at| gazetteer::is_womans(grammar.word(at)).is_some());
    (!given).then_some(noun)
}
