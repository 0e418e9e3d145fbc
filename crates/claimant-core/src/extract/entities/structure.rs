//! What grammar itself joins: appositions ("Lee, the mayor"), predicates ("Lee is the mayor").

use super::chains::Chains;
use super::grammar::Grammar;
use super::mention::{Form, Mention, MentionId, Mentions};
use super::{beside, name_parts, nouns};
use crate::EntityKind;

pub(super) fn join(grammar: &Grammar<'_>, mentions: &Mentions, chains: &mut Chains) {
    for (id, mention) in mentions.list.iter().enumerate() {
        if mention.coordination {
            continue;
        }
        if grammar.is(mention.head, "appos")
            && let Some(other) = grammar.head(mention.head).and_then(|head| mentions.at(head))
            && !is_hyphenated(grammar, mention.head)
            && one_names_the_other(mention, &mentions.list[other])
            && same_number(mention, &mentions.list[other])
            && chains.agree(other, id)
        {
            chains.join(other, id);
        }
        if let Some(subject) = subject_of_predicate(grammar, mentions, mention)
            && one_names_the_other(mention, &mentions.list[subject])
            && chains.agree(subject, id)
        {
            chains.join(subject, id);
        }
    }
    for (described, named) in beside::pairs(grammar, mentions) {
        if !chains.same(described, named) && chains.agree(described, named) {
            chains.join(described, named);
        }
    }
}

/// "Schleswig-[Holstein]": the second half of a word is no apposition.
fn is_hyphenated(grammar: &Grammar<'_>, token: usize) -> bool {
    token > 0
        && grammar.word(token - 1).starts_with('-')
        && grammar.analysis.tokens[token - 1].span.end() == grammar.analysis.tokens[token].span.start()
}

/// "Two sisters, Ann and Bo" are not Ann.
fn same_number(a: &Mention, b: &Mention) -> bool {
    a.plural.zip(b.plural).is_none_or(|(a, b)| a == b)
}

/// Not two names, unless one is the other's initials: "Sydney, Australia" are two.
fn one_names_the_other(a: &Mention, b: &Mention) -> bool {
    let third = |mention: &Mention| match mention.form {
        Form::Pronoun(pronoun) => pronoun.is_third(),
        _ => true,
    };
    (a.form != Form::Name || b.form != Form::Name) && third(a) && third(b)
}

/// The subject of which a noun is said: "Lee" of "Lee is the mayor". Not where it is denied or only possible.
fn subject_of_predicate(grammar: &Grammar<'_>, mentions: &Mentions, mention: &Mention) -> Option<MentionId> {
    let head = mention.head;
    grammar.with(head, "cop").next()?;
    let open = grammar.with(head, "aux").any(|at| grammar.xpos(at) == "MD")
        || grammar.dependents(head).any(|at| {
            matches!(grammar.lemma(at).as_str(), "not" | "never" | "if" | "whether" | "like" | "no")
        })
        || grammar.with(head, "case").next().is_some()
        // "Denied that he was the mayor".
        || (grammar.is(head, "ccomp")
            && grammar.head(head).is_some_and(|verb| {
                matches!(grammar.lemma(verb).as_str(), "deny" | "doubt" | "dispute" | "reject" | "dismiss" | "ask" | "wonder")
            }));
    if open {
        return None;
    }
    let subject = grammar.with(head, "nsubj").next()?;
    mentions.at(subject).filter(|id| {
        // "This is a case", "It was Lee": the pronoun is no earlier mention.
        let subject = &mentions.list[*id];
        subject.head < head
            && !matches!(
                subject.form,
                Form::Pronoun(super::mention::Pronoun::It | super::mention::Pronoun::They)
            )
    })
}

/// The noun that tells the role of a named person in the same noun phrase: "President" of "President Lee".
pub(super) fn titles<'g>(grammar: &'g Grammar<'_>, mention: &'g Mention) -> impl Iterator<Item = usize> + 'g {
    let from = mention.name.as_ref().map_or(mention.head, |name| name.start);
    let before = grammar.dependents(mention.head).filter(move |at| *at < from);
    let within = mention.name.clone().into_iter().flatten().filter(|at| nouns::is_title(grammar.word(*at)));
    let office = mention.name.clone().and_then(|name| name_parts::office(grammar, &name));
    let hangs =
        move |at: usize| matches!(grammar.relation(at), "compound" | "nmod:desc" | "flat" | "appos" | "nmod");
    // Or the name hangs on its title.
    let above = Some(mention.head).filter(move |head| *head < from && mention.name.is_some());
    before
        .chain(within)
        .filter(move |at| hangs(*at))
        .chain(office)
        .chain(above)
        .filter(move |at| nouns::noun(&grammar.lemma(*at)).kind == Some(EntityKind::Person))
}
