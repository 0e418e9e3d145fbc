//! What bears on a predicate inside its own clause: negation, modals, hedges, conditions, questions, commands.

use super::tree::Tree;
use super::{Factuality, signature};
use crate::{Certainty, Polarity};

/// The predicate as its own clause puts it, whatever embeds the clause.
pub(super) fn own(tree: &Tree<'_>, predicate: usize) -> Factuality {
    let mut found = Factuality::default();
    for at in negations(tree, predicate) {
        found.negate(at);
    }
    let negated = found.polarity == Polarity::Negative;
    let mut conditional = None;
    for &child in tree.children(predicate) {
        if let Some(certainty) = degree(tree, predicate, child, negated) {
            found.weaken(certainty, child);
        }
        // "Would give them an amnesty if they surrendered": the parser may hang the condition on the noun.
        let argument = matches!(tree.universal(child), "obj" | "obl" | "iobj") && child > predicate;
        let under = if argument { tree.children(child) } else { &[] };
        for &clause in std::iter::once(&child).chain(under) {
            if let Some(mark) = condition(tree, clause) {
                conditional = Some(mark);
            }
        }
    }
    match conditional.or_else(|| lacking(tree, predicate)) {
        Some(mark) if is_irreal(tree, predicate) => {
            found.negate(mark);
            found.weaken(Certainty::Probable, mark);
        }
        Some(mark) if conditional.is_some() => found.weaken(Certainty::Uncommitted, mark),
        _ => {}
    }
    if let Some(first) = shares(tree, predicate) {
        share(tree, predicate, first, &mut found);
    }
    if let Some(mark) = question(tree, predicate) {
        found.weaken(Certainty::Uncommitted, mark);
    } else if tree.relation(predicate) == "root" && is_command(tree, predicate, tree.tokens.start) {
        found.weaken(Certainty::Uncommitted, predicate);
    }
    found
}

/// The words that negate the predicate.
pub(crate) fn negations(tree: &Tree<'_>, predicate: usize) -> Vec<usize> {
    let mut found = Vec::new();
    if tree.is(predicate, "none") || tree.is(predicate, "nothing") || tree.is(predicate, "nobody") {
        found.push(predicate);
    }
    // "Far from fair": the adjective, or "far" itself, stands for the clause.
    if tree.is(predicate, "far")
        && tree.child(predicate, &["obl"]).is_some_and(|at| is_distant(tree, predicate, at))
    {
        found.push(predicate);
    }
    for &child in tree.children(predicate) {
        match tree.universal(child) {
            "advmod" if tree.is(child, "far") && is_distant(tree, child, predicate) => found.push(child),
            "advmod" | "aux" | "det" | "cc" | "case" | "dep" => {
                if is_negator(tree, child) {
                    found.push(child);
                }
                // "No longer": the adverb carries it.
                found.extend(
                    tree.children(child)
                        .iter()
                        .copied()
                        .filter(|at| tree.is(child, "longer") && tree.is(*at, "no")),
                );
            }
            "nsubj" | "obj" => found.extend(negative_phrase(tree, child)),
            // "In no way", "under no circumstances".
            "obl"
                if matches!(
                    tree.lemma(child),
                    "way" | "circumstance" | "time" | "account" | "point" | "means"
                ) =>
            {
                found.extend(negative_phrase(tree, child));
            }
            _ => {}
        }
    }
    if found.is_empty() {
        found.extend(fronted(tree, predicate));
    }
    found
}

/// "At no time did the board ask him", wherever the tree hangs the time: the negation stands before the auxiliary and the subject.
fn fronted(tree: &Tree<'_>, predicate: usize) -> Option<usize> {
    let subject = tree.child(predicate, &["nsubj"])?;
    let first = tree.children(subject).iter().copied().filter(|at| *at < subject).min().unwrap_or(subject);
    let aux = first.checked_sub(1).filter(|at| tree.tokens.contains(at) && tree.upos(*at) == "AUX")?;
    let noun = aux.checked_sub(1).filter(|at| tree.tokens.contains(at))?;
    let no = noun.checked_sub(1).filter(|at| tree.tokens.contains(at) && tree.is(*at, "no"))?;
    matches!(tree.lemma(noun), "time" | "way" | "circumstance" | "account" | "point" | "stage").then_some(no)
}

/// Whether "far" is "far from" a quality, not from a place.
fn is_distant(tree: &Tree<'_>, far: usize, quality: usize) -> bool {
    far + 1 < quality && tree.is(far + 1, "from") && tree.upos(quality) == "ADJ"
}

/// "Not", "n't", "never" and their like, except in "not only", "not just", which negate nothing.
fn is_negator(tree: &Tree<'_>, token: usize) -> bool {
    let followed =
        |words: &[&str]| token + 1 < tree.tokens.end && words.iter().any(|word| tree.is(token + 1, word));
    match tree.lemma(token) {
        "not" | "n't" | "n’t" => !followed(&["only", "just", "merely", "simply", "least"]),
        "never" | "neither" | "nor" | "hardly" | "scarcely" | "nowhere" => true,
        "no" => tree.universal(token) == "det",
        _ => false,
    }
}

/// The word that makes a noun phrase negative: "no evidence", "nobody", "none of them", "neither side".
fn negative_phrase(tree: &Tree<'_>, head: usize) -> Option<usize> {
    // "Nothing less than the future", "none other than Lee" are what they are compared with.
    let after = head + 1..tree.tokens.end.min(head + 3);
    let than = after.clone().any(|at| tree.is(at, "than") || tree.low(at) == "but") && !after.is_empty();
    let compared =
        than && after.clone().any(|at| matches!(tree.low(at).as_str(), "less" | "other" | "short"));
    if compared && matches!(tree.lemma(head), "nothing" | "none") {
        return None;
    }
    if matches!(tree.lemma(head), "nobody" | "none" | "nothing" | "neither" | "no-one" | "noone") {
        return Some(head);
    }
    tree.children(head).iter().copied().find(|child| {
        let first = matches!(tree.universal(*child), "det" | "cc" | "advmod");
        // "Not one of them", "not a single one".
        let one = tree.is(head, "one") || tree.children(head).iter().any(|at| tree.is(*at, "single"));
        let word = tree.low(*child);
        first
            && *child < head
            && (matches!(word.as_str(), "no" | "neither" | "none") || (one && word == "not"))
    })
}

/// How sure a word that depends on the predicate leaves it.
fn degree(tree: &Tree<'_>, predicate: usize, child: usize, negated: bool) -> Option<Certainty> {
    let lemma = tree.lemma(child);
    match tree.universal(child) {
        "aux" => {
            let word = tree.low(child);
            let perfect = || tree.children(predicate).iter().any(|at| tree.is(*at, "have"));
            let plain = match word.as_str() {
                // "Could not find" is a plain negation.
                "could" => negated,
                // "Must have left" infers; "must leave" obliges.
                "must" => !perfect(),
                _ => false,
            };
            signature::modal(&word).filter(|_| !plain)
        }
        // By form: "alleged" has the lemma "allege" where it is tagged as a participle.
        "advmod" | "amod" | "discourse" => signature::hedge(&tree.low(child)),
        // "He is, I think, abroad."
        "parataxis" => {
            let mine = tree.child(child, &["nsubj"]).is_some_and(|at| tree.is(at, "i") || tree.is(at, "it"));
            let hedge = matches!(lemma, "think" | "guess" | "suppose" | "believe" | "seem" | "appear");
            (mine && hedge && tree.children(child).len() < 4).then_some(Certainty::Probable)
        }
        _ => None,
    }
}

/// The word that makes a clause under the predicate its condition: "if", "unless". "Even if" and "as if" make none.
fn condition(tree: &Tree<'_>, clause: usize) -> Option<usize> {
    if !matches!(tree.relation(clause), "advcl" | "acl") {
        return None;
    }
    let Some(mark) = tree.child(clause, &["mark"]) else { return inverted(tree, clause) };
    let before = mark.checked_sub(1).filter(|before| tree.tokens.contains(before));
    let free = before
        .is_none_or(|before| !tree.is(before, "even") && !tree.is(before, "as") && !tree.is(before, "only"));
    (free && (tree.is(mark, "if") || tree.is(mark, "unless"))).then_some(mark)
}

/// "Had he known", "should the dam break": the auxiliary that opens a condition before its subject.
fn inverted(tree: &Tree<'_>, clause: usize) -> Option<usize> {
    let first = tree.children(clause).iter().copied().find(|at| tree.upos(*at) != "PUNCT")?;
    let opens = matches!(tree.universal(first), "aux" | "cop")
        && ["had", "were", "should"].iter().any(|word| tree.is(first, word));
    let subject = tree.child(clause, &["nsubj"])?;
    (opens && first < subject && subject < clause && tree.relation(clause) == "advcl").then_some(first)
}

/// "But for the flood": the word that names what stood in the way.
fn lacking(tree: &Tree<'_>, predicate: usize) -> Option<usize> {
    tree.children(predicate).iter().filter(|at| tree.universal(**at) == "obl").find_map(|at| {
        let case = tree.child(*at, &["case"])?;
        let but = case.checked_sub(1).filter(|but| tree.tokens.contains(but) && tree.is(*but, "but"));
        if tree.is(case, "for") { but } else { (tree.is(case, "but")).then_some(case) }
    })
}

/// "Would have closed": what a condition of the past kept from happening.
fn is_irreal(tree: &Tree<'_>, predicate: usize) -> bool {
    let aux = |words: &[&str]| {
        let children = tree.children(predicate).iter();
        children
            .filter(|at| tree.universal(**at) == "aux")
            .any(|at| words.iter().any(|word| tree.is(*at, word)))
    };
    tree.xpos(predicate) == "VBN" && aux(&["would", "could"]) && aux(&["have", "'ve", "’ve"])
}

/// The first of the coordinated predicates, where this one shares its subject and auxiliaries: "could not hear or see".
fn shares(tree: &Tree<'_>, predicate: usize) -> Option<usize> {
    let first = tree.head(predicate).filter(|_| tree.relation(predicate) == "conj")?;
    let own = ["nsubj", "csubj", "aux", "cop", "mark"];
    (tree.xpos(predicate) == tree.xpos(first) && tree.child(predicate, &own).is_none()).then_some(first)
}

fn share(tree: &Tree<'_>, predicate: usize, first: usize, found: &mut Factuality) {
    let alternative =
        tree.child(predicate, &["cc"]).is_some_and(|cc| tree.is(cc, "or") || tree.is(cc, "nor"));
    let bare = tree.xpos(predicate) == "VB";
    let negations = negations(tree, first);
    if let [at, ..] = negations[..]
        && (alternative || bare)
        && found.polarity == Polarity::Positive
    {
        found.negate(at);
    }
    for &child in tree.children(first) {
        if tree.universal(child) == "aux"
            && let Some(certainty) = degree(tree, first, child, !negations.is_empty())
        {
            found.weaken(certainty, child);
        }
    }
}

/// The question mark of the sentence that the predicate is the main one of.
pub(crate) fn question(tree: &Tree<'_>, predicate: usize) -> Option<usize> {
    let main = tree
        .upwards(predicate, 4)
        .take_while(|at| *at == predicate || tree.relation(*at) != "root")
        .all(|at| tree.relation(at) == "conj" || tree.relation(at) == "root");
    if !main {
        return None;
    }
    // Closing quotation marks and brackets may follow it.
    let last = tree.tokens.clone().rev().take(4).find(|at| tree.upos(*at) != "PUNCT" || tree.is(*at, "?"));
    last.filter(|at| tree.is(*at, "?"))
}

/// "Leave now.", "Do not drink it.": a bare form with nothing but "please" and "do not" between it and `from`.
pub(crate) fn is_command(tree: &Tree<'_>, predicate: usize, from: usize) -> bool {
    if tree.xpos(predicate) != "VB" {
        return false;
    }
    let subject = tree.child(predicate, &["nsubj", "csubj", "expl", "mark"]).is_some();
    let opens = (from..predicate).all(|at| {
        tree.upos(at) == "PUNCT"
            || tree.is(at, "please")
            || tree.is(at, "do")
            || tree.lemma(at) == "not"
            || tree.is(at, "never")
    });
    !subject && opens
}
