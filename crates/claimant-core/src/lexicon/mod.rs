//! The cue lexicon: words that attribute, with the act that they stand for.

mod inflect;

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::{Act, Error};

/// The lexicon as it is written: `data/cues.toml`, and what users add in the same form.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Source {
    verbs: BTreeMap<String, Vec<String>>,
    irregular: BTreeMap<String, Vec<String>>,
    complements: Complements,
    nouns: BTreeMap<String, Vec<String>>,
    adverbs: BTreeMap<String, Vec<String>>,
    prepositions: BTreeMap<String, Vec<String>>,
    acts: BTreeMap<String, Vec<String>>,
    measures: BTreeMap<String, Vec<String>>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Complements {
    clause: Vec<String>,
    noun: Vec<String>,
    infinitive: Vec<String>,
    strict: Vec<String>,
}

/// A verb that attributes.
#[derive(Clone, Debug)]
pub(crate) struct Verb {
    pub lemma: String,
    pub act: Act,
    /// Takes a clause without "that".
    pub clause: bool,
    /// Takes a noun phrase for what happened.
    pub noun: bool,
    /// Takes an infinitive.
    pub infinitive: bool,
    /// Takes "that" only where it follows directly.
    pub strict: bool,
}

/// Which form of a verb a word is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    Base,
    Third,
    /// Past tense and past participle: one form for regular verbs.
    Past,
    Gerund,
}

/// Words that attribute, ready for look-up by lower-case form. Verbs of two words ("point out") are
/// listed under their first; [`Lexicon::verb`] takes the word that follows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon {
    verbs: Vec<Verb>,
    forms: FxHashMap<String, Vec<(u32, Form, Option<String>)>>,
    nouns: FxHashMap<String, (String, Act)>,
    adverbs: FxHashMap<String, Act>,
    prepositions: Vec<(Vec<String>, Act)>,
    acts: FxHashMap<String, Act>,
    measures: FxHashMap<String, (String, Act, Form)>,
}

impl Lexicon {
    /// The lexicon of the crate.
    pub(crate) fn built_in() -> Lexicon {
        let mut lexicon = Lexicon::default();
        lexicon
            .extend(include_str!("../../data/cues.toml"))
            .expect("the built-in lexicon is valid: a test loads it");
        lexicon
    }

    /// Adds entries in TOML; a verb that is there already takes the new act.
    pub(crate) fn extend(&mut self, toml: &str) -> Result<(), Error> {
        let source: Source = toml::from_str(toml).map_err(Error::lexicon)?;
        for (act, bases) in &source.verbs {
            let act: Act = act.parse()?;
            for base in bases {
                self.add_verb(base, act, source.irregular.get(base));
            }
        }
        for (names, set) in [
            (&source.complements.clause, (|verb| verb.clause = true) as fn(&mut Verb)),
            (&source.complements.noun, |verb| verb.noun = true),
            (&source.complements.infinitive, |verb| verb.infinitive = true),
            (&source.complements.strict, |verb| verb.strict = true),
        ] {
            for name in names {
                let verb = self.verbs.iter_mut().find(|verb| verb.lemma == *name);
                set(verb.ok_or_else(|| {
                    Error::lexicon(format!("complements name {name:?}, which is no verb here"))
                })?);
            }
        }
        for (act, bases) in &source.measures {
            let act: Act = act.parse()?;
            for base in bases {
                // Of two readings of a form ("put") the past, which comes last, stays.
                for (form, kind) in forms(base, source.irregular.get(base)) {
                    self.measures.insert(form, (base.clone(), act, kind));
                }
            }
        }
        for (act, nouns) in &source.nouns {
            let act: Act = act.parse()?;
            for noun in nouns {
                self.nouns.insert(noun.clone(), (noun.clone(), act));
                self.nouns.insert(inflect::third(noun), (noun.clone(), act));
            }
        }
        for (act, adverbs) in &source.adverbs {
            let act: Act = act.parse()?;
            self.adverbs.extend(adverbs.iter().map(|adverb| (adverb.clone(), act)));
        }
        for (act, lemmas) in &source.acts {
            let act: Act = act.parse()?;
            self.acts.extend(lemmas.iter().map(|lemma| (lemma.clone(), act)));
        }
        for (act, phrases) in &source.prepositions {
            let act: Act = act.parse()?;
            let words = |phrase: &String| phrase.split_whitespace().map(str::to_owned).collect();
            self.prepositions.extend(phrases.iter().map(|phrase| (words(phrase), act)));
        }
        Ok(())
    }

    fn add_verb(&mut self, phrase: &str, act: Act, irregular: Option<&Vec<String>>) {
        if let Some(known) = self.verbs.iter_mut().find(|verb| verb.lemma == phrase) {
            known.act = act;
            return;
        }
        let index = self.verbs.len() as u32;
        let lemma = phrase.to_owned();
        self.verbs.push(Verb { lemma, act, clause: false, noun: false, infinitive: false, strict: false });
        let (base, particle) = match phrase.split_once(' ') {
            Some((base, particle)) => (base, Some(particle.to_owned())),
            None => (phrase, None),
        };
        for (form, kind) in forms(base, irregular) {
            let entries = self.forms.entry(form).or_default();
            // Of two readings of a word the past is the more frequent in news ("forecast").
            entries.push((index, kind, particle.clone()));
            // A verb with its particle is tried before the bare one.
            entries.sort_by_key(|(_, kind, particle)| (particle.is_none(), *kind != Form::Past));
        }
    }

    /// The verb that the lower-case `word` is a form of, given the `next` word; with whether that word
    /// is its particle.
    pub(crate) fn verb(&self, word: &str, next: Option<&str>) -> Option<(&Verb, Form, bool)> {
        let entries = self.forms.get(word)?;
        let (index, form, particle) =
            entries.iter().find(|(_, _, particle)| particle.is_none() || particle.as_deref() == next)?;
        Some((&self.verbs[*index as usize], *form, particle.is_some()))
    }

    /// The noun, with its base form, that names a saying.
    pub(crate) fn noun(&self, word: &str) -> Option<(&str, Act)> {
        self.nouns.get(word).map(|(lemma, act)| (lemma.as_str(), *act))
    }

    /// The act of an adverb that attributes.
    pub(crate) fn adverb(&self, word: &str) -> Option<Act> {
        self.adverbs.get(word).copied()
    }

    /// The verb that the lower-case `word` is a form of, where a figure after "at" makes it attribute: "put the toll at 58".
    pub(crate) fn measure(&self, word: &str) -> Option<(&str, Act, Form)> {
        self.measures.get(word).map(|(lemma, act, form)| (lemma.as_str(), *act, *form))
    }

    /// What a word does in a cue that was found otherwise, by its lemma.
    pub(crate) fn act(&self, lemma: &str) -> Option<Act> {
        self.acts.get(lemma).copied()
    }

    /// The preposition of attribution that `words` begin with: its length in words, and its act.
    pub(crate) fn preposition<'w>(
        &self,
        words: &(impl Iterator<Item = &'w str> + Clone),
    ) -> Option<(usize, Act)> {
        let begins = |phrase: &[String]| {
            let mut words = words.clone();
            phrase.iter().all(|word| words.next() == Some(word.as_str()))
        };
        self.prepositions.iter().find(|(phrase, _)| begins(phrase)).map(|(phrase, act)| (phrase.len(), *act))
    }
}

/// The forms of a verb, the past last.
fn forms(base: &str, irregular: Option<&Vec<String>>) -> Vec<(String, Form)> {
    let past = irregular.cloned().unwrap_or_else(|| vec![inflect::past(base)]);
    let mut forms = vec![
        (base.to_owned(), Form::Base),
        (inflect::third(base), Form::Third),
        (inflect::gerund(base), Form::Gerund),
    ];
    forms.extend(past.into_iter().map(|form| (form, Form::Past)));
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_lexicon_loads() {
        let lexicon = Lexicon::built_in();
        let (verb, form, _) = lexicon.verb("said", None).unwrap();
        assert_eq!((verb.lemma.as_str(), verb.act, form), ("say", Act::Assert, Form::Past));
        let (verb, _, particle) = lexicon.verb("pointed", Some("out")).unwrap();
        assert_eq!((verb.lemma.as_str(), particle), ("point out", true));
        assert!(lexicon.verb("pointed", Some("at")).is_none());
        assert_eq!(lexicon.noun("denials"), Some(("denial", Act::Deny)));
        assert_eq!(lexicon.preposition(&"according to him".split(' ')), Some((2, Act::Assert)));
        assert_eq!(lexicon.adverb("reportedly"), Some(Act::Report));
    }

    #[test]
    fn users_add_and_override() {
        let mut lexicon = Lexicon::built_in();
        lexicon.extend("[verbs]\nfeel = [\"sob\"]\nallege = [\"say\"]").unwrap();
        assert_eq!(lexicon.verb("sobbed", None).unwrap().0.act, Act::Feel);
        assert_eq!(lexicon.verb("said", None).unwrap().0.act, Act::Allege);
    }

    #[test]
    fn errors_name_what_is_wrong() {
        let error = |toml: &str| Lexicon::built_in().extend(toml).unwrap_err().to_string();
        assert!(error("[verbs]\nshout = [\"yell\"]").starts_with("there is no act \"shout\""));
        assert!(error("[verb]\nassert = []").contains("verb"), "{}", error("[verb]\nassert = []"));
        assert!(error("[complements]\nclause = [\"fly\"]").contains("\"fly\""));
    }
}
