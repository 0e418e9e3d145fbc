//! What a pronoun can mean: chains mentioned in the sentences before it that agree with it.

use super::Context;
use crate::EntityKind;
use crate::extract::entities::chains::Chains;
use crate::extract::entities::gender::Gender;
use crate::extract::entities::grammar::Grammar;
use crate::extract::entities::mention::{Form, Mention, MentionId, Pronoun};

/// A chain that a pronoun can mean, by its latest mention before the pronoun, or its first one after it.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Candidate {
    pub(in super::super) mention: MentionId,
    /// Sentences between.
    pub(in super::super) sentences: u32,
    /// The mention follows the pronoun.
    pub(in super::super) follows: bool,
}

/// Sentences back that are looked at.
const SENTENCES: u32 = 4;
/// Mentions back that are looked at.
const MENTIONS: usize = 100;
/// Candidates that are kept, the nearest.
const CANDIDATES: usize = 24;
/// Mentions of the pronoun's own sentence after it that are looked at.
const AFTER: usize = 24;

/// The candidates, the nearest first, those that follow last.
pub(super) fn of(context: &Context<'_>, chains: &Chains, id: MentionId) -> Vec<Candidate> {
    let (grammar, mentions) = (context.grammar, &context.mentions.list);
    let pronoun = &mentions[id];
    let sentence = grammar.sentence[pronoun.head];
    let mut found: Vec<Candidate> = Vec::new();
    let mut roots: Vec<MentionId> = Vec::new();
    for other in (id.saturating_sub(MENTIONS)..id).rev().filter(|other| !mentions[*other].attributive) {
        let sentences = sentence - grammar.sentence[mentions[other].head];
        if sentences > SENTENCES || found.len() == CANDIDATES {
            break;
        }
        let root = chains.root(other);
        if roots.contains(&root) {
            continue;
        }
        if agrees(chains, pronoun, other, &mentions[other])
            && allowed(grammar, pronoun, &mentions[other], sentences == 0)
        {
            roots.push(root);
            found.push(Candidate { mention: other, sentences, follows: false });
        } else if sentences == 0 && !allowed(grammar, pronoun, &mentions[other], true) {
            // Whoever shares the pronoun's clause is not meant by an earlier mention either.
            roots.push(root);
        }
    }
    // "When he arrived, Lee said …", "In her book, Lee …".
    for (other, mention) in mentions.iter().enumerate().skip(id + 1).take(AFTER) {
        if grammar.sentence[mention.head] != sentence {
            break;
        }
        let root = chains.root(other);
        // "He is innocent, said his lawyer": whoever is told by him is another.
        if grammar.dependents(mention.head).any(|at| same_pronoun(grammar, at, pronoun)) {
            roots.push(root);
        }
        if roots.contains(&root) || !matches!(mention.form, Form::Name | Form::Definite) {
            continue;
        }
        // The subject itself or whose it is: "Since her death, Wilson's work …".
        let subject = if grammar.is(mention.head, "nmod:poss") {
            grammar.head(mention.head).unwrap_or(mention.head)
        } else {
            mention.head
        };
        let above = grammar.head(subject).is_some_and(|clause| {
            (clause != grammar.clause(pronoun.head) || grammar.xpos(pronoun.head) == "PRP$")
                && grammar.is_under(pronoun.head, clause)
        });
        if grammar.is(subject, "nsubj")
            && above
            && agrees(chains, pronoun, other, mention)
            && allowed(grammar, pronoun, mention, true)
        {
            roots.push(root);
            found.push(Candidate { mention: other, sentences: 0, follows: true });
        }
    }
    found
}

/// Whether the token is the same pronoun as a possessive.
fn same_pronoun(grammar: &Grammar<'_>, token: usize, pronoun: &Mention) -> bool {
    grammar.xpos(token) == "PRP$"
        && Pronoun::of(&grammar.low(token)).is_some_and(|(word, _)| pronoun.form == Form::Pronoun(word))
}

/// Whether gender, number and kind let the chain be what the pronoun means.
fn agrees(chains: &Chains, pronoun: &Mention, other: MentionId, mention: &Mention) -> bool {
    let Form::Pronoun(word) = pronoun.form else { return false };
    let known = chains.known(other);
    if known.gender.and(pronoun.gender).is_none() {
        return false;
    }
    if let Form::Pronoun(earlier) = mention.form
        && !earlier.is_third()
    {
        return false;
    }
    match word {
        Pronoun::He | Pronoun::She => {
            // What may be a surname has any gender, whatever the analyser takes it for.
            let surname = known.named && known.gender == Gender::ANY;
            // "Jim" is hardly a she; "Kelly" may be Frank Kelly's surname.
            let another = !known.full
                && known.hint.is_some_and(|woman| Gender::of_woman(woman).and(pronoun.gender).is_none());
            !another
                && known.plural != Some(true)
                && (surname || matches!(known.kind, None | Some(EntityKind::Person)))
        }
        Pronoun::It => {
            known.plural != Some(true) && !matches!(known.kind, Some(EntityKind::Person | EntityKind::Group))
        }
        Pronoun::They => {
            let collective = matches!(
                known.kind,
                Some(
                    EntityKind::Group
                        | EntityKind::Organization
                        | EntityKind::Government
                        | EntityKind::Country
                )
            );
            known.plural != Some(false) || collective
        }
        Pronoun::I | Pronoun::We | Pronoun::You => false,
    }
}

/// Whether grammar lets the pronoun mean the other mention of its sentence: not where they share a clause, unless it is reflexive or
/// possessive, and not where one is part of the other.
fn allowed(grammar: &Grammar<'_>, pronoun: &Mention, other: &Mention, same_sentence: bool) -> bool {
    if !same_sentence {
        return true;
    }
    let possessive = grammar.xpos(pronoun.head) == "PRP$";
    // "his father" is not he; "the man and his dog" are not his.
    let inside = other.tokens.contains(&pronoun.head) && other.head != pronoun.head;
    if inside && (!other.coordination || possessive) {
        let own = possessive
            && !other.coordination
            && grammar.head(pronoun.head).is_some_and(|head| head != other.head);
        // "Lee, who lost his keys": a clause within the phrase may speak of it.
        let relative = in_clause_of(grammar, pronoun.head, other.head);
        if !own && !relative {
            return false;
        }
    }
    if possessive {
        return grammar.head(pronoun.head) != Some(other.head);
    }
    let reflexive = Pronoun::of(&grammar.low(pronoun.head)).is_some_and(|(_, reflexive)| reflexive);
    let (mine, theirs) = (grammar.head(pronoun.head), grammar.head(other.head));
    let coordinated = mine == Some(other.head) && grammar.is(pronoun.head, "conj")
        || theirs == Some(pronoun.head) && grammar.is(other.head, "conj");
    let shares = mine.is_some()
        && mine == theirs
        && !grammar.is(other.head, "nmod:poss")
        && is_argument(grammar, pronoun.head)
        && is_argument(grammar, other.head);
    let predicate = mine == Some(other.head);
    !coordinated && (reflexive || (!shares && !predicate))
}

/// Whether a clause that modifies the noun is on the way from the token up to it.
fn in_clause_of(grammar: &Grammar<'_>, token: usize, noun: usize) -> bool {
    let (mut at, mut clause) = (token, false);
    for _ in 0..STEPS {
        if at == noun {
            return clause;
        }
        clause |= grammar.relation(at).starts_with("acl");
        match grammar.head(at) {
            Some(head) => at = head,
            None => return false,
        }
    }
    false
}

/// Steps up a tree.
const STEPS: usize = 24;

fn is_argument(grammar: &Grammar<'_>, token: usize) -> bool {
    ["nsubj", "obj", "iobj", "obl"].iter().any(|relation| grammar.is(token, relation))
}
