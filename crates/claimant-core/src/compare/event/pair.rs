//! What two tellings have in common, and how likely it makes them one event.

use std::sync::LazyLock;

use super::{Telling, Told};
use crate::Polarity;
use crate::compare::story;

/// How alike two documents are, each 0 to 1.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Likeness {
    /// By their words, a cosine.
    pub terms: f32,
    /// By their names: the weight of common ones in that of the document with the fewer.
    pub names: f32,
    /// They are one document.
    pub here: bool,
}

impl Likeness {
    /// Of two documents.
    pub fn of(a: &Told, b: &Told) -> Likeness {
        Likeness {
            terms: story::cosine(&a.outline.terms, &b.outline.terms),
            names: story::overlap(&a.names, &b.names),
            here: false,
        }
    }

    /// Of a document with itself.
    pub const HERE: Likeness = Likeness { terms: 1.0, names: 1.0, here: true };
}

/// How many features a pair has.
pub const FEATURES: usize = 23;

/// What the features are called in `data/same_event.tsv`, in their order.
pub const NAMES: [&str; FEATURES] = [
    "lemma",
    "base",
    "kind",
    "stem",
    "terms",
    "names",
    "here",
    "undergoer",
    "undergoer differs",
    "actor",
    "actor differs",
    "parties",
    "near",
    "sentence names",
    "tag",
    "speaks",
    "modal differs",
    "polarity differs",
    "lemma, terms",
    "kind, terms",
    "kind, names",
    "kind, parties",
    "kind, near",
];

/// The features of two tellings of documents that are so alike.
pub fn features(a: &Telling, b: &Telling, likeness: Likeness) -> [f32; FEATURES] {
    let yes = |so: bool| f32::from(u8::from(so));
    let lemma = yes(a.lemma == b.lemma);
    let kind = yes(a.kinds.iter().any(|one| b.kinds.contains(one)));
    let (undergoer, actor) = (shared(&a.undergoer, &b.undergoer), shared(&a.actor, &b.actor));
    let differs =
        |x: &[Box<str>], y: &[Box<str>], shared: f32| yes(!x.is_empty() && !y.is_empty() && shared == 0.0);
    let parties = shared(&a.parties, &b.parties);
    let near = common(&a.near, &b.near) / ((a.near.len() * b.near.len()).max(1) as f32).sqrt();
    let negative = |telling: &Telling| telling.polarity == Polarity::Negative;
    [
        lemma,
        yes(a.base == b.base),
        kind,
        yes(stem(&a.lemma) == stem(&b.lemma)),
        likeness.terms,
        likeness.names,
        yes(likeness.here),
        yes(undergoer > 0.0),
        differs(&a.undergoer, &b.undergoer, undergoer),
        yes(actor > 0.0),
        differs(&a.actor, &b.actor, actor),
        parties,
        near,
        shared(&a.names, &b.names),
        yes(a.upos == b.upos),
        f32::midpoint(yes(a.speaks), yes(b.speaks)),
        yes(a.modal != b.modal),
        yes(negative(a) != negative(b)),
        lemma * likeness.terms,
        kind * likeness.terms,
        kind * likeness.names,
        kind * parties,
        kind * near,
    ]
}

/// How likely features make it that both speak of one event, 0 to 1.
pub fn same_event(features: &[f32; FEATURES]) -> f32 {
    let sum: f32 = WEIGHTS.1.iter().zip(features).map(|(weight, value)| weight * value).sum();
    1.0 / (1.0 + (-(WEIGHTS.0 + sum)).exp())
}

/// The bias, and a weight for each feature.
static WEIGHTS: LazyLock<(f32, [f32; FEATURES])> = LazyLock::new(|| {
    let mut weights = (0.0, [0.0; FEATURES]);
    for line in include_str!("../../../data/same_event.tsv").lines().filter(|line| !line.starts_with('#')) {
        let (name, weight) = line.split_once('\t').expect("a name and a weight: a test loads it");
        let weight = weight.parse().expect("a number: a test loads it");
        match NAMES.iter().position(|known| *known == name) {
            Some(at) => weights.1[at] = weight,
            None => weights.0 = weight,
        }
    }
    weights
});

/// Four letters: "explode" and "explosion" share them.
fn stem(lemma: &str) -> &str {
    lemma.char_indices().nth(4).map_or(lemma, |(at, _)| &lemma[..at])
}

/// What stands in both, of the one with the fewer.
fn shared(a: &[Box<str>], b: &[Box<str>]) -> f32 {
    common(a, b) / a.len().min(b.len()).max(1) as f32
}

/// How many stand in both of two sorted lists.
fn common(a: &[Box<str>], b: &[Box<str>]) -> f32 {
    a.iter().filter(|word| b.binary_search(word).is_ok()).count() as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Claimant, Document};

    #[test]
    fn the_weights_load() {
        let named = include_str!("../../../data/same_event.tsv");
        let lines: Vec<&str> = named.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(lines.len(), FEATURES + 1);
        assert!(NAMES.iter().all(|name| lines.iter().any(|line| line.split('\t').next() == Some(name))));
        assert!(WEIGHTS.1.iter().all(|weight| weight.is_finite()));
    }

    /// How likely the first events of two texts are one.
    fn likely(one: &str, other: &str) -> f32 {
        let claimant = Claimant::new();
        let told = [one, other].map(|text| Told::of(&claimant, &Document::new(text), None));
        let first = told.each_ref().map(|told| told.tellings[0].as_ref().expect("an event"));
        same_event(&features(first[0], first[1], Likeness::of(&told[0], &told[1])))
    }

    #[test]
    fn one_event_in_other_words() {
        let arrested = "Police arrested Mark Adams in Leeds on Friday.";
        let detained = likely(arrested, "Mark Adams was detained in Leeds.");
        assert!(detained > likely(arrested, "Mark Adams sang in Leeds."));
        assert!(detained > likely(arrested, "Officers detained a baker in Lyon."));
    }
}
