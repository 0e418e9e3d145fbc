//! The proposition of a clause.

use super::phrase::Inside;
use super::{Parts, roles};
use crate::compare::words;
use crate::factuality::tree::Tree;
use crate::factuality::{Factuality, clause};

/// What the clause whose predicate is `head` says; none where it is no predicate, or only says how another stands ("failed to").
pub(super) fn of(tree: &Tree<'_>, head: usize, inside: &Inside) -> Option<Parts> {
    let copula = tree.child(head, &["cop"]);
    let verb = tree.upos(head) == "VERB" && copula.is_none();
    let has_subject = tree.child(head, &["nsubj"]).is_some();
    // "The wounded soldier", "the building": verbs in form, attributes or nouns in use.
    let attribute = matches!(
        tree.universal(head),
        "amod" | "compound" | "case" | "mark" | "fixed" | "flat" | "aux" | "cop"
    );
    if attribute || !(verb || copula.is_some() || (has_subject && tree.upos(head) == "AUX")) {
        return None;
    }
    let within = |at: usize| inside.has(at);
    if Factuality::focus(tree, head, within) != head {
        return None;
    }
    let (subject, object) = roles::of(tree, head);
    let mut parts =
        Parts { head, subject, object, lemma: tree.lemma(head).to_lowercase(), ..Parts::default() };
    parts.predicate = group(tree, head);
    match copula {
        // What something is: the noun is the object. How it is: the adjective is the predicate.
        Some(_) if matches!(tree.upos(head), "NOUN" | "PROPN" | "PRON" | "NUM") => {
            parts.predicate.retain(|at| *at != head);
            "be".clone_into(&mut parts.lemma);
            parts.object = Some(head);
        }
        _ => {
            if let Some(particle) =
                tree.children(head).iter().find(|at| tree.relation(**at) == "compound:prt")
            {
                parts.lemma = format!("{} {}", parts.lemma, tree.low(*particle));
            }
            if parts.object.is_none() && !roles::is_passive(tree, head) {
                taken_for_preposition(tree, &mut parts);
            }
            if parts.object.is_none() && !roles::is_passive(tree, head) {
                parts.object = tree.child(head, &["ccomp", "xcomp"]);
                parts.clausal = parts.object.is_some();
            }
        }
    }
    // "Failed to", "is expected to" before it.
    let mut at = head;
    while let Some(governor) = tree.head(at).filter(|governor| {
        within(*governor)
            && matches!(tree.relation(at), "xcomp" | "advcl")
            && Factuality::focus(tree, *governor, within) == head
    }) {
        parts.predicate.extend(group(tree, governor));
        parts.predicate.extend(
            tree.children(at).iter().filter(|mark| tree.is(**mark, "to") && tree.relation(**mark) == "mark"),
        );
        at = governor;
    }
    let taken = [parts.subject, parts.object];
    parts.modifiers = tree
        .children(head)
        .iter()
        .copied()
        .filter(|at| matches!(tree.universal(*at), "obl" | "advmod" | "iobj"))
        .filter(|at| {
            !taken.contains(&Some(*at))
                && !parts.predicate.contains(at)
                && tree.relation(*at) != "advcl:relcl"
        })
        .filter(|at| !matches!(tree.xpos(*at), "WRB" | "WDT" | "WP"))
        .collect();
    Some(parts)
}

/// "Shooting down the plane" where the parser takes the particle for a preposition: a verb of two words that is known, with its object.
fn taken_for_preposition(tree: &Tree<'_>, parts: &mut Parts) {
    let found = tree.children(parts.head).iter().copied().find_map(|at| {
        let case = tree
            .child(at, &["case"])
            .filter(|case| tree.universal(at) == "obl" && *case == parts.head + 1)?;
        let verb = format!("{} {}", parts.lemma, tree.low(case));
        (!words::events(&verb).is_empty()).then_some((at, case, verb))
    });
    if let Some((object, particle, verb)) = found {
        parts.object = Some(object);
        parts.predicate.push(particle);
        parts.lemma = verb;
    }
}

/// The predicate with its auxiliaries, copula, particle and negation.
fn group(tree: &Tree<'_>, head: usize) -> Vec<usize> {
    let negations = clause::negations(tree, head);
    let mut found: Vec<usize> = tree
        .children(head)
        .iter()
        .copied()
        .filter(|at| {
            matches!(tree.relation(*at), "aux" | "aux:pass" | "cop" | "compound:prt")
                || (tree.universal(*at) == "advmod" && negations.contains(at))
        })
        .collect();
    found.push(head);
    found
}
