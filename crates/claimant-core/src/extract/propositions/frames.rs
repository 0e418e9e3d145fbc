//! Which words beside a noun for an event give which role: `data/nominalisations.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::extract::figures;

/// What takes part in an event does it, or it befalls it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Role {
    Subject,
    Object,
}

/// The roles that stand beside the nouns of one kind; `'s` is a possessor.
#[derive(PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Frame {
    #[serde(default)]
    pub(super) subject: Vec<String>,
    #[serde(default)]
    pub(super) object: Vec<String>,
    /// What a possessor is where nothing else gives an object.
    pub(super) alone: Option<Role>,
    /// What a noun before it is.
    pub(super) compound: Option<Role>,
    /// Nouns and their verbs.
    nouns: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Source {
    support: Support,
    #[serde(flatten)]
    frames: BTreeMap<String, Frame>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Support {
    subject: Vec<String>,
    object: Vec<String>,
}

static SOURCE: LazyLock<Source> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../data/nominalisations.toml"))
        .expect("the list in the crate is valid: a test loads it")
});

static BY_NOUN: LazyLock<FxHashMap<&'static str, (&'static Frame, &'static str)>> = LazyLock::new(|| {
    let nouns = |frame: &'static Frame| {
        frame.nouns.iter().map(move |(noun, verb)| (noun.as_str(), (frame, verb.as_str())))
    };
    SOURCE.frames.values().flat_map(nouns).collect()
});

/// The frame of an event noun, by lemma, and the verb that says the same.
pub(super) fn of(noun: &str) -> Option<(&'static Frame, &'static str)> {
    BY_NOUN.get(noun).copied()
}

/// The role that the subject of this verb has in the event that is its object.
pub(super) fn support(verb: &str) -> Option<Role> {
    let has = |verbs: &[String]| verbs.iter().any(|one| one == verb);
    if has(&SOURCE.support.subject) {
        Some(Role::Subject)
    } else {
        has(&SOURCE.support.object).then_some(Role::Object)
    }
}

/// Nouns that say when, by lemma: they take part in nothing.
pub(super) fn is_time(lemma: &str) -> bool {
    figures::is_time_unit(lemma)
        || matches!(
            lemma,
            "afternoon"
                | "autumn"
                | "evening"
                | "fall"
                | "moment"
                | "quarter"
                | "spring"
                | "summer"
                | "today"
                | "tomorrow"
                | "tonight"
                | "winter"
                | "yesterday"
        )
}

/// Nouns that amounts are in: "a rise of 20 points".
pub(super) fn is_unit(lemma: &str) -> bool {
    figures::is_unit(lemma) || lemma == "point"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_noun_has_one_frame() {
        let listed: usize = SOURCE.frames.values().map(|frame| frame.nouns.len()).sum();
        assert_eq!(listed, BY_NOUN.len());
        assert!(listed > 120);
    }

    #[test]
    fn nouns_of_time_and_amounts() {
        for noun in ["week", "summer", "quarter", "yesterday"] {
            assert!(is_time(noun), "{noun}");
        }
        for noun in ["point", "kilometre", "barrel", "billion", "cent"] {
            assert!(is_unit(noun), "{noun}");
        }
        assert!(!is_time("attack") && !is_unit("attack"));
    }

    #[test]
    fn verbs_that_bring_somebody_in() {
        assert_eq!(support("carry out"), Some(Role::Subject));
        assert_eq!(support("suffer"), Some(Role::Object));
        assert_eq!(support("see"), None);
    }
}
