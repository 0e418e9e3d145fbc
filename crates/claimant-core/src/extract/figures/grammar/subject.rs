//! The subject of a figure's clause, through infinitives, participles, relative clauses and pronouns.

use std::ops::Range;

use claimant_english::Upos;

use super::{Grammar, STEPS, words_at};
use crate::extract::figures::words::Words;
use crate::extract::figures::{Quantity, units};

/// Verbs whose subject gives a figure and has no part in it.
const REPORTING: &[&str] = &[
    "announce", "cite", "claim", "confirm", "count", "declare", "estimate", "expect", "find", "forecast",
    "list", "mention", "note", "predict", "put", "report", "reveal", "say", "show", "state", "tally", "tell",
];

/// Nouns whose infinitive has the subject of the verb above: "announced plans to cut 600 jobs".
const PLANS: &[&str] = &[
    "agreement",
    "aim",
    "attempt",
    "bid",
    "campaign",
    "commitment",
    "contract",
    "deal",
    "decision",
    "effort",
    "goal",
    "intention",
    "move",
    "offer",
    "plan",
    "pledge",
    "programme",
    "program",
    "promise",
    "proposal",
    "target",
    "vow",
];

impl Grammar<'_> {
    /// What may be the subject of a verb, the nearest before it first. An object before its verb is a subject that the parse misread.
    pub(super) fn subjects(&self, verb: usize) -> impl Iterator<Item = usize> + '_ {
        let subject = move |other: &usize| match self.relation(*other) {
            "nsubj" | "nsubj:pass" | "nsubj:outer" => true,
            "obj" => *other < verb && self.upos(*other) != Upos::Pron,
            _ => false,
        };
        let mut before: Vec<usize> =
            self.dependents(verb).take_while(|other| *other < verb).filter(subject).collect();
        // "Shares were up 5 points", where the parse hangs the subject on the "were".
        if before.is_empty() {
            let auxiliary = self
                .dependents(verb)
                .take_while(|other| *other < verb)
                .filter(|other| matches!(self.relation(*other), "aux" | "cop"));
            before = auxiliary.flat_map(|aux| self.dependents(aux)).filter(subject).collect();
        }
        let after = self.dependents(verb).skip_while(move |other| *other < verb).filter(subject);
        before.into_iter().rev().chain(after)
    }

    /// Whether a verb is an infinitive with "to".
    fn is_infinitive(&self, verb: usize) -> bool {
        self.dependents(verb)
            .any(|other| self.relation(other) == "mark" && self.analysis.lemma(other) == "to")
    }

    /// The subject of the clause around `verb`.
    pub(super) fn subject(
        &self,
        words: &Words<'_>,
        mut verb: usize,
        from: usize,
        quantity: &Quantity,
        taken: &[Range<usize>],
    ) -> Option<Range<usize>> {
        // The pronoun that a clause inside has for its subject: who stands above it is who it means.
        let mut pronoun: Option<usize> = None;
        // "Lee announced plans to lay off 600": who announces is who does it.
        let mut infinitive = false;
        for _ in 0..STEPS {
            let passive =
                self.dependents(verb).any(|other| matches!(self.relation(other), "nsubj:pass" | "aux:pass"))
                    || self.analysis.tokens[verb].xpos.as_str() == "VBN"
                        && self.relation(verb).starts_with("acl");
            // Who gives a figure is not what it is about: "Seoul reported 1,100 dead"; but "prices are expected to rise 5%", and
            // "Lee said she has 12 shops".
            let reports = REPORTING.contains(&self.analysis.lemma(verb));
            if reports && !passive && !infinitive && pronoun.is_none() {
                return None;
            }
            let subjects: Vec<usize> = self.subjects(verb).filter(|other| *other != from).collect();
            let subject = subjects.first().copied();
            // A time may be taken for a subject: "this year shares have been up 57%".
            let named = subjects
                .iter()
                .filter(|subject| pronoun.is_none_or(|pronoun| self.may_mean(words, pronoun, **subject)))
                .find_map(|subject| {
                    let phrase = self.phrase(words, *subject, quantity, taken);
                    phrase.or_else(|| self.counted_subject(words, *subject, quantity))
                });
            if named.is_some() {
                return named;
            }
            let relative = subject
                .is_some_and(|subject| matches!(self.analysis.lemma(subject), "which" | "who" | "that"));
            let relation = self.relation(verb);
            // "in the country that is 90 miles wide": the noun before the pronoun, wherever the parse hangs its clause.
            if let Some(pronoun) = subject.filter(|_| relative && !relation.starts_with("acl"))
                && matches!(self.analysis.tokens[pronoun].xpos.as_str(), "WDT" | "WP")
            {
                let comma = usize::from(pronoun > 0 && self.upos(pronoun - 1) == Upos::Punct);
                if let Some(noun) = pronoun.checked_sub(1 + comma).filter(|noun| self.is_noun(*noun)) {
                    return self.phrase(words, noun, quantity, taken);
                }
            }
            match subject {
                Some(subject)
                    if !relative
                        && pronoun.is_none()
                        && matches!(self.analysis.lemma(subject), "it" | "they" | "he" | "she")
                        && matches!(relation, "ccomp" | "advcl" | "conj" | "parataxis" | "xcomp") =>
                {
                    pronoun = Some(subject);
                }
                Some(_) if !relative && pronoun.is_none() => return None,
                None if self.is_noun(verb)
                    && verb != from
                    && !self.is_taken(words, verb, taken)
                    && self.head(verb).is_none() =>
                {
                    return self.phrase(words, verb, quantity, taken);
                }
                _ => {}
            }
            let Some(head) = self.head(verb) else {
                // "Get the lamp for $149 (save $303)": of a command, its object.
                let object =
                    self.dependents(verb).find(|other| self.relation(*other) == "obj" && *other < from)?;
                return self.phrase(words, object, quantity, taken);
            };
            infinitive = subject.is_none() && self.is_infinitive(verb);
            if relation.starts_with("acl") && self.is_noun(head) {
                // "plans to cut 5%" are somebody's.
                if infinitive
                    && PLANS.contains(&self.analysis.lemma(head))
                    && matches!(self.relation(head), "obj" | "obl")
                    && let Some(above) = self.head(head)
                {
                    verb = above;
                    continue;
                }
                return self.phrase(words, self.nearest(verb, subject, head), quantity, taken);
            }
            // "a pitch as high as 352 μm".
            if relation == "amod" && self.upos(verb) == Upos::Adj && self.is_noun(head) && head < verb {
                return self.phrase(words, head, quantity, taken);
            }
            // "make the car 5% cheaper", "forces banks to pay 5%": the object is what does it.
            if relation == "xcomp"
                && let Some(object) = self
                    .dependents(head)
                    .find(|other| self.relation(*other) == "obj" && *other < verb && *other > head)
            {
                // Nothing for "ordered him to pay".
                return self.phrase(words, object, quantity, taken);
            }
            if relative
                || !matches!(
                    relation,
                    "conj" | "xcomp" | "advcl" | "parataxis" | "dep" | "obl" | "ccomp" | "acl" | "advmod"
                )
            {
                return if self.is_noun(verb) && !relative && !self.is_taken(words, verb, taken) {
                    self.phrase(words, verb, quantity, taken)
                } else {
                    None
                };
            }
            verb = head;
        }
        None
    }

    /// The noun that a relative or participle clause describes: the one right before the clause where that belongs to the noun
    /// phrase of `head`. Parses attach too high more often than too low ("talks with a bank, which is 43% state-owned").
    pub(super) fn nearest(&self, verb: usize, subject: Option<usize>, head: usize) -> usize {
        let mut before = subject.filter(|subject| *subject < verb).unwrap_or(verb);
        while before > head && matches!(self.upos(before - 1), Upos::Punct | Upos::Adv | Upos::Aux) {
            before -= 1;
        }
        let Some(noun) = before.checked_sub(1).filter(|noun| *noun > head && self.is_noun(*noun)) else {
            return head;
        };
        let mut at = noun;
        for _ in 0..STEPS {
            match self.head(at) {
                Some(above) if above == head => return noun,
                Some(above) if above > head => at = above,
                _ => break,
            }
        }
        head
    }

    /// Whether a pronoun may mean the subject of a clause above it: "he" and "she" only a name, "they" no singular thing.
    fn may_mean(&self, words: &Words<'_>, pronoun: usize, subject: usize) -> bool {
        match self.analysis.lemma(pronoun) {
            "he" | "she" => self.upos(subject) == Upos::Propn,
            // "British Airways" is one.
            "it" => {
                self.analysis.is_plural(subject) != Some(true)
                    || words.position(self.span(subject).start()).is_some_and(|at| words.is_capital(at))
            }
            "they" => true,
            _ => false,
        }
    }

    /// The noun of a subject that another figure counts, by itself: "The five [towers] will hold 435 homes". No units.
    fn counted_subject(&self, words: &Words<'_>, noun: usize, quantity: &Quantity) -> Option<Range<usize>> {
        let at = words_at(words, self.span(noun).start(), self.span(noun).end())?;
        let word = words.low(at.start);
        // What it is a part of says so already.
        let fits = quantity.part_of.is_none()
            && self.is_noun(noun)
            && self.relation(noun).starts_with("nsubj")
            && words.is_word(at.start)
            && !words.is_time(at.start)
            && quantity.counted.of.as_ref().is_none_or(|own| !own.contains(&at.start))
            && units::named(word).is_none()
            && !matches!(word, "cent" | "point" | "points");
        fits.then_some(at)
    }
}
