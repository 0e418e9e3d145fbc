//! Nouns before other nouns that are parties of their own: "asylum" of "asylum seekers" where the text speaks of asylum itself.
//!
//! Only those that stand by themselves somewhere in the text: of the rest nobody can tell whether anything is meant by them.

use rustc_hash::FxHashSet;

use super::grammar::Grammar;
use super::mention::{self, Mention};

/// Which tokens are such nouns. `name_of` has the number of each token's name.
pub(super) fn taken_up(grammar: &Grammar<'_>, name_of: &[Option<u32>]) -> Vec<bool> {
    let analysis = grammar.analysis;
    let count = analysis.tokens.len();
    let free = |at: usize| name_of[at].is_none();
    let mut heads: FxHashSet<String> = FxHashSet::default();
    for at in (0..count).filter(|at| free(*at) && is_noun(grammar, *at) && !modifies(grammar, *at)) {
        if stands_alone(grammar, at) {
            heads.insert(key(grammar, at));
        }
    }
    let mut found = vec![false; count];
    for at in (0..count).filter(|at| free(*at) && is_noun(grammar, *at) && modifies(grammar, *at)) {
        // "Police Chief Lee": a title's own parts are no parties, and "pop art movement" has no pop.
        let inner = grammar.with(at, "compound").next().is_some();
        found[at] = !inner && heads.contains(&key(grammar, at));
    }
    found
}

/// The mention that such a noun makes.
pub(super) fn mention(grammar: &Grammar<'_>, at: usize) -> Mention {
    let name = (grammar.upos(at) == "PROPN").then_some(at..at + 1);
    let mut mention = mention::of_noun(grammar, at, at..at + 1, name, None, false);
    // "Refugee camps" are for many.
    mention.plural = None;
    mention.attributive = true;
    mention
}

fn is_noun(grammar: &Grammar<'_>, at: usize) -> bool {
    matches!(grammar.upos(at), "NOUN" | "PROPN")
}

fn modifies(grammar: &Grammar<'_>, at: usize) -> bool {
    grammar.is(at, "compound") && grammar.head(at).is_some_and(|head| head > at)
}

/// Whether a noun is used as attributive ones are: of one that is known, or of all: "the team", "asylum"; not "a team", "two teams".
fn stands_alone(grammar: &Grammar<'_>, at: usize) -> bool {
    let mut alone = true;
    for before in grammar.dependents(at).filter(|other| *other < at) {
        match grammar.relation(before) {
            _ if grammar.is_possessor(before) => return true,
            "det" => return matches!(grammar.low(before).as_str(), "the" | "this" | "that"),
            "amod" | "compound" | "nummod" => alone = false,
            _ => {}
        }
    }
    alone
}

/// A common noun by its lemma, a proper one as it is written.
fn key(grammar: &Grammar<'_>, at: usize) -> String {
    if grammar.upos(at) == "PROPN" { grammar.word(at).to_owned() } else { grammar.lemma(at) }
}
