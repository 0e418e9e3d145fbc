//! The mentions that sources of claims are, and what is left unresolved.

use std::ops::Range;

use super::grammar::Grammar;
use super::mention::{Form, MentionId, Mentions};
use super::nouns;
use crate::{EntityKind, Source};

/// Words of a name that are looked at from its end.
const NAME: usize = 6;

/// The mention that a source's words are: the one whose head they hang on.
pub(super) fn mention_of(grammar: &Grammar<'_>, mentions: &Mentions, source: &Source) -> Option<MentionId> {
    let hull = source.spans.hull();
    let tokens = grammar.analysis.tokens_in(hull);
    let outside = |at: &usize| grammar.head(*at).is_none_or(|head| !tokens.contains(&head));
    let mut tops: Vec<usize> = tokens.clone().filter(outside).collect();
    // Where the parse does not join a source's words: "her aide" is not she, nor is "the bank's head" the bank; the person whose name ends
    // them is who speaks ("Trend Micro researcher Ann Lee"); and the subject comes before where it is.
    tops.sort_by_key(|at| {
        let owner = tokens.end > at + 1
            && (grammar.upos(*at) == "PRON" || grammar.is_possessor(*at) || grammar.xpos(at + 1) == "POS");
        let speaker = mentions.at(*at).map(|id| &mentions.list[id]).is_some_and(|mention| {
            let ends = mention.name.as_ref().is_some_and(|name| name.end == tokens.end);
            ends && mention.form == Form::Name && mention.kind == Some(EntityKind::Person)
        });
        // "The [highway] police", where the parse makes both subjects.
        let next = at + 1;
        let before_a_noun = next < tokens.end
            && grammar.head(next) == grammar.head(*at)
            && grammar.relation(next) == grammar.relation(*at)
            && matches!(grammar.upos(next), "NOUN" | "PROPN");
        (owner || before_a_noun, !speaker, !grammar.is(*at, "nsubj"), *at)
    });
    let top = tops.into_iter().find_map(|at| mentions.at(at).or_else(|| meant_by_who(grammar, mentions, at)));
    let whose = |at: &usize| grammar.is_possessor(*at) || grammar.xpos(*at) == "PRP$";
    let person = |id: MentionId| {
        let mention = &mentions.list[id];
        let role = nouns::noun(&grammar.lemma(mention.head)).kind == Some(EntityKind::Person);
        mention.form == Form::Name && mention.kind == Some(EntityKind::Person) && !role
    };
    let top = match top {
        Some(id) if person(id) => Some(id),
        _ => named_last(grammar, mentions, tokens.clone()).or(top),
    };
    let id = top.or_else(|| tokens.clone().filter(|at| !whose(at)).find_map(|at| mentions.at(at)))?;
    // "Ann and Bo Lee" that were not taken apart.
    let together = mentions.list.get(id + 1).is_some_and(|next| {
        next.coordination && next.head == mentions.list[id].head && next.tokens.end <= tokens.end
    });
    Some(if together { id + 1 } else { id })
}

/// The person whose name ends a source after a role of several words, wherever the parse hangs it: "Member of Parliament Ann Lee".
fn named_last(grammar: &Grammar<'_>, mentions: &Mentions, tokens: Range<usize>) -> Option<MentionId> {
    let id = tokens.clone().rev().take(NAME).find_map(|at| mentions.at(at))?;
    let mention = &mentions.list[id];
    // "Canadian grocer Nordline Foods".
    let body = mention.kind == Some(EntityKind::Organization)
        && mention.name.as_ref().is_some_and(|name| {
            name.start > tokens.start
                && grammar.upos(name.start - 1) == "NOUN"
                && grammar.xpos(name.start - 1) != "NNS"
                && nouns::noun(&grammar.lemma(name.start - 1)).kind == Some(EntityKind::Organization)
        });
    let name = mention.name.clone().filter(|name| {
        mention.form == Form::Name
            && (body || mention.kind == Some(EntityKind::Person))
            && name.end == tokens.end
            && name.start > tokens.start
    })?;
    let before = name.start - 1;
    let held = before > tokens.start && grammar.low(before - 1) == "of";
    let office = grammar.low(before) == "of" && is_office(grammar, name.start);
    let role = office
        || (matches!(grammar.upos(before), "NOUN" | "PROPN") && (held || grammar.xpos(before) != "NNS"));
    let joined = tokens.into_iter().any(|at| matches!(grammar.upos(at), "CCONJ" | "PUNCT" | "VERB"));
    (role && !joined).then_some(id)
}

/// What the analyser takes into a name although a role is held at it: "Secretary of [State Ann Lee]".
pub(super) fn is_office(grammar: &Grammar<'_>, first: usize) -> bool {
    matches!(
        nouns::noun(&grammar.lemma(first)).kind,
        Some(EntityKind::Organization | EntityKind::Place | EntityKind::Government)
    )
}

/// The noun that a relative pronoun takes up: "an insider" of "an insider, who said".
fn meant_by_who(grammar: &Grammar<'_>, mentions: &Mentions, token: usize) -> Option<MentionId> {
    if !matches!(grammar.xpos(token), "WP" | "WDT") {
        return None;
    }
    let mut clause = grammar.clause(token);
    // "who saw it and said": the second verb hangs on the first.
    for _ in 0..3 {
        if grammar.relation(clause) == "acl:relcl" {
            return grammar.head(clause).filter(|noun| *noun < token).and_then(|noun| mentions.at(noun));
        }
        clause = grammar.head(clause).filter(|_| grammar.is(clause, "conj"))?;
    }
    None
}

/// Words that stand for somebody without naming or describing anybody.
pub(super) fn names_nobody(words: &str) -> bool {
    const PRONOUNS: &[&str] = &[
        "all",
        "anybody",
        "anyone",
        "both",
        "everybody",
        "everyone",
        "few",
        "he",
        "her",
        "him",
        "his",
        "i",
        "it",
        "its",
        "many",
        "me",
        "most",
        "none",
        "nobody",
        "one",
        "others",
        "she",
        "some",
        "somebody",
        "someone",
        "that",
        "their",
        "them",
        "these",
        "they",
        "this",
        "those",
        "us",
        "we",
        "which",
        "who",
        "you",
    ];
    PRONOUNS.contains(&words.to_lowercase().as_str())
}
