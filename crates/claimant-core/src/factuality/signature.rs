//! The lexicon of embedding words: what "failed to" and "knew that" say about what follows.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::Factuality;
use crate::{Certainty, Polarity};

/// What an embedding word says about the predicate that it embeds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Effect {
    /// It is so, or not so, and how surely.
    Is(Polarity, Certainty),
    /// Nothing follows.
    Open,
}

/// What follows where the embedding word is affirmed and where it is negated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Signature {
    pub(super) affirmed: Effect,
    pub(super) negated: Effect,
}

/// How a predicate hangs on the word that embeds it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Complement {
    Infinitive,
    Clause,
    Event,
}

impl Signature {
    /// Nothing follows either way.
    pub(super) const OPEN: Signature = Signature { affirmed: Effect::Open, negated: Effect::Open };
    /// It is so where the embedding word is, and not where it is not: "began to", "became".
    pub(super) const SAME: Signature = Signature {
        affirmed: Effect::Is(Polarity::Positive, Certainty::Certain),
        negated: Effect::Is(Polarity::Negative, Certainty::Certain),
    };

    /// The signature of a word for one kind of complement, where the lexicon has one.
    pub(super) fn of(lemma: &str, complement: Complement) -> Option<Signature> {
        let table = match complement {
            Complement::Infinitive => &LEXICON.infinitive,
            Complement::Clause => &LEXICON.clause,
            Complement::Event => &LEXICON.event,
        };
        table.get(lemma).copied()
    }

    /// The signature of the same word before a question: "did not know who had fired" says nothing about it.
    pub(super) fn of_question(self) -> Signature {
        Signature { negated: Effect::Open, ..self }
    }

    /// Whether the embedded predicate holds whatever befalls the embedding one: "knew that", "did not know that".
    pub(super) fn is_factive(self) -> bool {
        self.affirmed == self.negated && self.affirmed != Effect::Open
    }

    /// What follows for the embedded predicate, given how the embedding one stands.
    pub(super) fn under(self, outer: &Factuality) -> Effect {
        if self.is_factive() {
            return self.affirmed;
        }
        if outer.certainty == Certainty::Uncommitted {
            return Effect::Open;
        }
        match if outer.polarity == Polarity::Positive { self.affirmed } else { self.negated } {
            Effect::Is(polarity, certainty) => Effect::Is(polarity, certainty.max(outer.certainty)),
            Effect::Open => Effect::Open,
        }
    }

    /// From its written form: "- +".
    fn parse(text: &str) -> Option<Signature> {
        let (affirmed, negated) = text.split_once(' ')?;
        Some(Signature { affirmed: Effect::parse(affirmed)?, negated: Effect::parse(negated)? })
    }
}

impl Effect {
    fn parse(text: &str) -> Option<Effect> {
        Some(match text {
            "+" => Effect::Is(Polarity::Positive, Certainty::Certain),
            "-" => Effect::Is(Polarity::Negative, Certainty::Certain),
            "+?" => Effect::Is(Polarity::Positive, Certainty::Probable),
            "-?" => Effect::Is(Polarity::Negative, Certainty::Probable),
            "~" => Effect::Is(Polarity::Positive, Certainty::Possible),
            "o" => Effect::Open,
            _ => return None,
        })
    }
}

/// How sure an adverb or adjective, in lower case, leaves what it depends on.
pub(super) fn hedge(word: &str) -> Option<Certainty> {
    LEXICON.hedges.get(word).copied()
}

/// How sure a modal verb, in lower case, leaves its clause.
pub(super) fn modal(word: &str) -> Option<Certainty> {
    LEXICON.modals.get(word).copied()
}

type Table = FxHashMap<String, Signature>;

/// Words by what they say, as they are written.
type BySignature = std::collections::BTreeMap<String, Vec<String>>;

struct Lexicon {
    infinitive: Table,
    clause: Table,
    event: Table,
    hedges: FxHashMap<String, Certainty>,
    modals: FxHashMap<String, Certainty>,
}

/// As it is written: words by signature.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    infinitive: BySignature,
    clause: BySignature,
    event: BySignature,
    hedges: BySignature,
    modals: BySignature,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let source: Source = toml::from_str(include_str!("../../data/signatures.toml"))
        .expect("the lexicon in the crate is valid: a test loads it");
    let table = |words: BySignature| {
        let mut table = Table::default();
        for (signature, words) in words {
            let signature = Signature::parse(&signature).expect("a signature that a test has read");
            table.extend(words.into_iter().map(|word| (word, signature)));
        }
        table
    };
    let degrees = |words: BySignature| {
        let mut degrees = FxHashMap::default();
        for (effect, words) in words {
            let Some(Effect::Is(_, certainty)) = Effect::parse(&effect) else {
                panic!("a degree that a test has read")
            };
            degrees.extend(words.into_iter().map(|word| (word, certainty)));
        }
        degrees
    };
    Lexicon {
        infinitive: table(source.infinitive),
        clause: table(source.clause),
        event: table(source.event),
        hedges: degrees(source.hedges),
        modals: degrees(source.modals),
    }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lexicon_loads() {
        assert_eq!(Signature::of("know", Complement::Clause).map(Signature::is_factive), Some(true));
        assert_eq!(Signature::of("fail", Complement::Infinitive), Signature::parse("- +"));
        assert_eq!(Signature::of("manage", Complement::Event), None);
        assert_eq!(
            (hedge("so-called"), modal("might")),
            (Some(Certainty::Probable), Some(Certainty::Possible))
        );
    }

    #[test]
    fn no_word_has_two_signatures() {
        let source: Source = toml::from_str(include_str!("../../data/signatures.toml")).unwrap();
        for table in [source.infinitive, source.clause, source.event, source.hedges, source.modals] {
            let mut words: Vec<String> = table.into_values().flatten().collect();
            words.sort();
            let twice: Vec<&[String]> = words.windows(2).filter(|pair| pair[0] == pair[1]).collect();
            assert!(twice.is_empty(), "{twice:?}");
        }
    }
}
