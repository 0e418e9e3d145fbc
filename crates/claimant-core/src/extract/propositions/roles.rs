//! Who acts and who is acted on, whatever the voice and wherever they stand.

use crate::factuality::tree::Tree;

/// The steps that a shared subject is looked for: "came, saw, and tried to win".
const FURTHEST: usize = 6;

/// Who acts, and whom or what it befalls: a passive is turned.
pub(super) fn of(tree: &Tree<'_>, predicate: usize) -> (Option<usize>, Option<usize>) {
    if is_passive(tree, predicate) {
        return (agent(tree, predicate), surface_subject(tree, predicate, 0));
    }
    let object = tree.child(predicate, &["obj"]).map(|object| resolved(tree, predicate, object));
    (surface_subject(tree, predicate, 0), object)
}

/// Whether the verb's subject is whom it befalls: "was seized", "soldiers captured in Kursk".
pub(super) fn is_passive(tree: &Tree<'_>, predicate: usize) -> bool {
    let marked = tree
        .children(predicate)
        .iter()
        .any(|at| matches!(tree.relation(*at), "aux:pass" | "nsubj:pass" | "csubj:pass" | "obl:agent"));
    let participle = tree.xpos(predicate) == "VBN";
    let reduced = participle
        && matches!(tree.relation(predicate), "acl" | "advcl")
        && tree.child(predicate, &["aux", "obj"]).is_none();
    // "Was injured and captured": the second shares the first's auxiliary.
    let shared = participle
        && tree.relation(predicate) == "conj"
        && tree.child(predicate, &["aux", "nsubj"]).is_none()
        && tree
            .head(predicate)
            .is_some_and(|head| tree.children(head).iter().any(|at| tree.relation(*at) == "aux:pass"));
    marked || reduced || shared
}

/// Who does it, after "by".
fn agent(tree: &Tree<'_>, predicate: usize) -> Option<usize> {
    let by = |at: usize| tree.child(at, &["case"]).is_some_and(|case| tree.is(case, "by"));
    tree.children(predicate).iter().copied().find(|at| {
        let noun = matches!(tree.upos(*at), "NOUN" | "PROPN" | "PRON");
        // "By Monday", "by 20 per cent" act in nothing.
        let acts = tree.child(*at, &["nummod"]).is_none() && tree.xpos(*at) != "CD";
        tree.relation(*at) == "obl:agent" || (tree.universal(*at) == "obl" && noun && acts && by(*at))
    })
}

/// The subject as the sentence puts it, its own or one that it shares.
fn surface_subject(tree: &Tree<'_>, predicate: usize, step: usize) -> Option<usize> {
    if let Some(subject) = tree.child(predicate, &["nsubj"]) {
        return Some(resolved(tree, predicate, subject));
    }
    let governor = tree.head(predicate).filter(|_| step < FURTHEST)?;
    let participle = matches!(tree.xpos(predicate), "VBG" | "VBN");
    match tree.relation(predicate) {
        "conj" if tree.is_predicate(governor) => {
            surface_subject(tree, governor, step + 1).filter(|subject| agree(tree, predicate, *subject))
        }
        "conj" if participle => None,
        // "Forced them to leave": the object leaves; "promised them to leave": the subject does.
        "xcomp" => match tree.child(governor, &["obj"]) {
            Some(object) if tree.lemma(governor) != "promise" => Some(object),
            _ => surface_subject(tree, governor, step + 1),
        },
        "advcl" if participle || tree.child(predicate, &["mark"]).is_some_and(|mark| tree.is(mark, "to")) => {
            surface_subject(tree, governor, step + 1)
        }
        "acl" if participle => Some(governor),
        _ => None,
    }
}

/// Whether the verb's form allows the subject: "soldiers … remains" is the parser's doing.
fn agree(tree: &Tree<'_>, verb: usize, subject: usize) -> bool {
    let plural = tree.analysis.is_plural(subject);
    let several = tree.child(subject, &["conj"]).is_some();
    // An auxiliary bears the number where there is one.
    let finite = tree.child(verb, &["aux", "cop"]).unwrap_or(verb);
    match tree.xpos(finite) {
        "VBZ" => plural != Some(true),
        "VBP" => plural != Some(false) || several,
        _ => true,
    }
}

/// What a relative pronoun stands for: the noun that its clause hangs on.
fn resolved(tree: &Tree<'_>, predicate: usize, argument: usize) -> usize {
    let relative = matches!(tree.xpos(argument), "WDT" | "WP")
        || (tree.is(argument, "that") && tree.upos(argument) == "PRON");
    if !relative {
        return argument;
    }
    let clause = tree.upwards(predicate, FURTHEST).find(|at| tree.relation(*at) != "conj");
    match clause.filter(|at| tree.relation(*at) == "acl:relcl").and_then(|at| tree.head(at)) {
        Some(noun) => noun,
        None => argument,
    }
}
