//! The proposition of a noun for an event: "the capture of the soldier".

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::Parts;
use crate::factuality::tree::Tree;

/// Which role "of" names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Of {
    Subject,
    Object,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    object: BTreeMap<String, String>,
    subject: BTreeMap<String, String>,
}

static NOUNS: LazyLock<BTreeMap<String, (String, Of)>> = LazyLock::new(|| {
    let source: Source = toml::from_str(include_str!("../../../data/nominalisations.toml"))
        .expect("the list in the crate is valid: a test loads it");
    let object = source.object.into_iter().map(|(noun, verb)| (noun, (verb, Of::Object)));
    object.chain(source.subject.into_iter().map(|(noun, verb)| (noun, (verb, Of::Subject)))).collect()
});

/// What an event noun with its "of" says; none for other nouns.
pub(super) fn of(tree: &Tree<'_>, head: usize) -> Option<Parts> {
    // "The release was": what has a copula is said of something else.
    if tree.upos(head) != "NOUN" || tree.child(head, &["cop"]).is_some() {
        return None;
    }
    let (verb, role) = NOUNS.get(tree.lemma(head))?;
    let whose = after(tree, head, "of")?;
    // With "of" there, a possessor can only be who does it: "Ukraine’s capture of the soldier".
    let agent = after(tree, head, "by").or(possessor(tree, head));
    let (subject, object) = match role {
        Of::Object => (agent, Some(whose)),
        Of::Subject => (Some(whose), None),
    };
    let taken = [subject, object];
    Some(Parts {
        head,
        lemma: verb.clone(),
        subject,
        object,
        clausal: false,
        predicate: vec![head],
        modifiers: tree
            .children(head)
            .iter()
            .copied()
            .filter(|at| {
                tree.universal(*at) == "nmod"
                    && tree.relation(*at) != "nmod:poss"
                    && !taken.contains(&Some(*at))
            })
            .collect(),
    })
}

/// The verb of a noun that the list holds.
pub(super) fn verb(noun: &str) -> Option<&'static str> {
    NOUNS.get(noun).map(|(verb, _)| verb.as_str())
}

/// Who may act and whom it may befall, of a noun that the list does not hold.
pub(super) fn parties(tree: &Tree<'_>, head: usize) -> (Option<usize>, Option<usize>) {
    (after(tree, head, "by").or(possessor(tree, head)), after(tree, head, "of"))
}

/// What follows a noun after a preposition.
fn after(tree: &Tree<'_>, head: usize, preposition: &str) -> Option<usize> {
    tree.children(head).iter().copied().find(|at| {
        tree.universal(*at) == "nmod"
            && tree.child(*at, &["case"]).is_some_and(|case| tree.is(case, preposition))
    })
}

fn possessor(tree: &Tree<'_>, head: usize) -> Option<usize> {
    tree.children(head).iter().copied().find(|at| tree.relation(*at) == "nmod:poss")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_list_loads() {
        assert!(super::NOUNS.len() > 90);
    }
}
