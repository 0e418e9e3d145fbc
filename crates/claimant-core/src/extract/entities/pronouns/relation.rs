//! How a candidate stands to a pronoun in the parse: the way between them, prepositions, conjunctions, kinds of clauses.

use crate::extract::entities::grammar::Grammar;

/// Steps up a tree.
const STEPS: usize = 16;

/// Where a token stands: twelve values.
pub(super) fn role(grammar: &Grammar<'_>, token: usize) -> usize {
    match grammar.relation(token) {
        "nsubj" | "nsubj:outer" => 0,
        "nsubj:pass" => 1,
        "obj" => 2,
        "iobj" => 3,
        "obl" => 4,
        "obl:agent" => 5,
        "nmod" => 6,
        "nmod:poss" => 7,
        "appos" => 8,
        "conj" => 9,
        "root" => 10,
        _ => 11,
    }
}

/// The role of the whole that a noun is a part of: "Ann's mother" in "Ann's mother left", and 12 more where it is no possessor; none where
/// it stands for itself.
pub(super) fn outer_role(grammar: &Grammar<'_>, token: usize) -> Option<usize> {
    let mut at = token;
    for _ in 0..STEPS {
        let inner = matches!(
            grammar.relation(at),
            "nmod" | "nmod:poss" | "nmod:desc" | "appos" | "conj" | "compound" | "flat"
        );
        match grammar.head(at).filter(|_| inner) {
            Some(head) => at = head,
            None => break,
        }
    }
    let possessor = grammar.relation(token) == "nmod:poss";
    (at != token).then(|| role(grammar, at) + if possessor { 0 } else { 12 })
}

/// The preposition before a noun: fourteen values.
pub(super) fn preposition(grammar: &Grammar<'_>, token: usize) -> usize {
    const KNOWN: &[&str] =
        &["by", "with", "from", "of", "to", "for", "in", "on", "at", "after", "against", "as"];
    let Some(case) = grammar.preposition(token) else { return 0 };
    1 + KNOWN.iter().position(|word| *word == grammar.low(case)).unwrap_or(KNOWN.len())
}

/// The way in one sentence: up to five steps from the pronoun to what is above both, up to four down to the candidate; 30 values.
pub(super) fn way(grammar: &Grammar<'_>, pronoun: usize, candidate: usize) -> usize {
    let up = |from: usize| {
        std::iter::successors(Some(from), |at| grammar.head(*at)).take(STEPS).collect::<Vec<usize>>()
    };
    let (mine, theirs) = (up(pronoun), up(candidate));
    let meeting = mine
        .iter()
        .enumerate()
        .find_map(|(up, at)| theirs.iter().position(|other| other == at).map(|down| (up, down)));
    let (up, down) = meeting.unwrap_or((STEPS, STEPS));
    up.min(5) * 5 + down.min(4)
}

/// What a clause is to the one above: nine values.
pub(super) fn clause_kind(grammar: &Grammar<'_>, clause: usize) -> usize {
    const KNOWN: &[&str] = &["root", "conj", "advcl", "ccomp", "xcomp", "acl", "parataxis", "csubj"];
    KNOWN.iter().position(|relation| grammar.is(clause, relation)).unwrap_or(KNOWN.len())
}

/// The word that opens a clause: fourteen values.
pub(super) fn opening(grammar: &Grammar<'_>, clause: usize) -> usize {
    const KNOWN: &[&str] = &[
        "after", "before", "when", "while", "as", "because", "that", "if", "although", "until", "since", "so",
    ];
    let opens = |at: &usize| {
        *at < clause
            && (grammar.is(*at, "mark")
                || (grammar.is(*at, "advmod") && matches!(grammar.xpos(*at), "WRB" | "IN")))
    };
    let Some(word) = grammar.dependents(clause).find(opens) else { return 0 };
    1 + KNOWN.iter().position(|known| *known == grammar.low(word)).unwrap_or(KNOWN.len())
}
