//! What the parse adds to figures read by form: where the counted noun phrase ends, what befell it, and what a figure is said of.
//!
//! The form goes first, as the parse errs in one arc of six; the parse decides where the form has nothing or only a guess. Every walk
//! goes up at most [`STEPS`] heads, and looks for dependents in one sentence only.

mod about;
mod phrase;
mod subject;

use std::ops::Range;

use claimant_english::{Analysis, Upos};

use super::Quantity;
use super::conversions;
use super::event;
use super::lists::TRENDS;
use super::words::Words;
use crate::Span;

/// How far up the tree a figure's clause is looked for: "12 million of the shares of the company that …" needs six.
const STEPS: usize = 8;

/// One sentence's words beside the analyser's tokens.
pub(super) struct Grammar<'a> {
    analysis: &'a Analysis,
    /// Each token's first dependent and the next one of the same head, so that a text full of figures is not walked once for each.
    first: Vec<Option<u32>>,
    next: Vec<Option<u32>>,
}

impl<'a> Grammar<'a> {
    /// None where the text was not analysed.
    pub(super) fn new(analysis: &'a Analysis) -> Option<Grammar<'a>> {
        let count = analysis.tokens.len();
        let (mut first, mut next) = (vec![None; count], vec![None; count]);
        // From the last to the first, so that each list is in text order.
        for token in (0..count).rev() {
            if let Some(head) = analysis.tokens[token].head {
                next[token] = first[head as usize].replace(token as u32);
            }
        }
        (count > 0).then_some(Grammar { analysis, first, next })
    }

    /// Settles the noun phrases, events and holders of one sentence's figures.
    pub(super) fn refine(&self, words: &Words<'_>, found: &mut Vec<Quantity>) {
        found.retain(|quantity| quantity.unit.as_deref() != Some("a") || !self.is_name(words, quantity));
        for quantity in found.iter_mut() {
            self.counted(words, quantity);
            if quantity.event.is_none() {
                quantity.event = self.event(words, quantity).or_else(|| self.change(words, quantity));
            }
        }
        // "60 of the 240 passengers were rescued": it befell the part.
        for at in 1..found.len() {
            let (before, after) = found.split_at_mut(at);
            let (part, whole) = (&mut before[at - 1], &mut after[0]);
            if part.part_of.as_ref() == Some(&whole.range)
                && let Some(event) = whole.event.take_if(|event| event.start >= whole.range.end)
            {
                part.event.get_or_insert(event);
            }
        }
        // A figure with what it counts, as far as that stands behind it.
        let taken: Vec<Range<usize>> = found
            .iter()
            .map(|quantity| {
                let of = quantity
                    .counted
                    .of
                    .as_ref()
                    .filter(|of| quantity.unit.is_none() && of.start >= quantity.range.end);
                quantity.range.start..of.map_or(quantity.range.end, |of| of.end)
            })
            .collect();
        for quantity in found.iter_mut() {
            if let Some(of) = self.described(words, quantity, &taken) {
                quantity.counted.end = of.end;
                quantity.counted.of = Some(of);
            }
            quantity.about = self.about(words, quantity, &taken);
        }
        for at in 1..found.len() {
            let (before, after) = found.split_at_mut(at);
            let (left, right) = (&before[at - 1], &mut after[0]);
            if conversions::are_one(words, left, right) {
                right.about.clone_from(&left.about);
            } else if conversions::measures(words, left, right) {
                right.about.clone_from(&left.counted.of);
            }
        }
    }

    fn dependents(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.first[token], |other| self.next[*other as usize])
            .map(|other| other as usize)
    }

    fn relation(&self, token: usize) -> &str {
        self.analysis.tokens[token].relation.as_str()
    }

    fn head(&self, token: usize) -> Option<usize> {
        self.analysis.tokens[token].head.map(|head| head as usize)
    }

    fn upos(&self, token: usize) -> Upos {
        self.analysis.tokens[token].upos
    }

    fn span(&self, token: usize) -> Span {
        self.analysis.tokens[token].span
    }

    fn is_noun(&self, token: usize) -> bool {
        matches!(self.upos(token), Upos::Noun | Upos::Propn)
    }

    /// The token at byte `at`, if one is there.
    fn token(&self, at: usize) -> Option<usize> {
        let tokens = &self.analysis.tokens;
        let index = tokens.partition_point(|token| token.span.end() <= at);
        (index < tokens.len() && tokens[index].span.has(at)).then_some(index)
    }

    /// Ends the counted noun phrase at its head, where the form found another end.
    fn counted(&self, words: &Words<'_>, quantity: &mut Quantity) {
        let Some(of) = quantity.counted.of.clone() else { return };
        let Some(first) = self.token(words.span(of.start..of.start + 1).start()) else { return };
        let mut head = first;
        for _ in 0..STEPS {
            match self.head(head) {
                Some(next)
                    if next > head
                        // "Among his 300 songs were hits".
                        && !(self.relation(head) == "nmod"
                            && self.dependents(head).any(|other| self.relation(other) == "case" && other < head))
                        && matches!(
                            self.relation(head),
                            "amod"
                                | "compound"
                                | "flat"
                                | "nmod:poss"
                                | "nummod"
                                | "advmod"
                                | "det"
                                | "goeswith"
                                | "punct"
                                | "nmod"
                                | "conj"
                                | "cc"
                        ) =>
                {
                    head = next;
                }
                _ => break,
            }
        }
        if !self.is_noun(head) {
            return;
        }
        // In words: the last one must be whole, and nothing but words may stand before it.
        let end = self.span(head).end();
        let limit = words.len().min(of.start + 9);
        let Some(last) = (of.start..limit).find(|at| words.span(*at..*at + 1).end() >= end) else { return };
        let plain = (of.start..=last).all(|at| {
            (words.is_word(at) || words.low(at) == "-") && !words.is_time(at) && !words.is_number(at)
        });
        if words.span(last..last + 1).end() != end || !plain || last + 1 == of.end {
            return;
        }
        // "men and women": the form's second head stays.
        let joined = (of.start..of.end).any(|at| matches!(words.low(at), "and" | "or"));
        if last + 1 < of.end && joined {
            return;
        }
        // The form ends at the first plural: what goes on behind it must be said by both ("league games", "COVID-19 tests").
        if last + 1 > of.end && quantity.counted.plural && self.analysis.is_plural(head) != Some(true) {
            return;
        }
        quantity.counted.of = Some(of.start..last + 1);
        quantity.counted.end = last + 1;
    }

    /// The passive verb, or the participle behind, that has what is counted for its subject: "12,000 soldiers … [have been deployed]".
    fn event(&self, words: &Words<'_>, quantity: &Quantity) -> Option<Range<usize>> {
        if quantity.unit.is_some() {
            return None;
        }
        let of = quantity.counted.of.as_ref()?;
        let noun = self.token(words.span(of.end - 1..of.end).start())?;
        // "14 people, including three children, [died] when …".
        if self.relation(noun) == "nsubj" {
            let verb = words.position(self.span(self.head(noun)?).start())?;
            return event::did(words, verb).filter(|_| verb > of.end);
        }
        let mut verb = if self.relation(noun) == "nsubj:pass" { self.head(noun)? } else { return None };
        // "are believed to have been killed": what is believed.
        for _ in 0..2 {
            if !matches!(
                self.analysis.lemma(verb),
                "allege"
                    | "believe"
                    | "confirm"
                    | "expect"
                    | "fear"
                    | "know"
                    | "presume"
                    | "report"
                    | "say"
                    | "suspect"
                    | "think"
                    | "understand"
                    | "estimate"
            ) {
                break;
            }
            verb = self.dependents(verb).find(|other| self.relation(*other) == "xcomp")?;
        }
        let tokens = &self.analysis.tokens;
        if tokens[verb].xpos.as_str() != "VBN"
            || self.dependents(verb).any(|other| matches!(self.analysis.lemma(other), "not" | "never"))
        {
            return None;
        }
        let mut end = verb + 1;
        // "killed or injured".
        for other in self.dependents(verb).filter(|other| *other > verb) {
            if self.relation(other) == "conj" && tokens[other].xpos.as_str() == "VBN" && other <= end + 3 {
                end = other + 1;
            }
        }
        words_at(words, self.span(verb).start(), self.span(end - 1).end())
    }

    /// The verb of change whose step the figure is, with its object in between: "[cut] its workforce by 5%", "[grow] sales by a third".
    fn change(&self, words: &Words<'_>, quantity: &Quantity) -> Option<Range<usize>> {
        if words.before(quantity.range.start, 1) != "by" {
            return None;
        }
        let span = words.span(quantity.range.clone());
        let step = self.tokens_of(words, &quantity.range).find(|token| {
            matches!(self.relation(*token), "obl" | "nmod")
                && self.head(*token).is_some_and(|head| !span.has(self.span(head).start()))
        })?;
        let mut verb = self.head(step)?;
        // Parses hang the step on the object as often as on the verb.
        if self.relation(step) == "nmod" && self.relation(verb) == "obj" {
            verb = self.head(verb)?;
        }
        if self.upos(verb) != Upos::Verb {
            return None;
        }
        let at = words_at(words, self.span(verb).start(), self.span(verb).end())?;
        let word = words.low(at.start);
        (TRENDS.has(word) || matches!(word, "raise" | "raised" | "raises" | "raising")).then_some(at)
    }

    /// Whether the figure is an age that stands for somebody ("a 17-year-old wins the title"): it measures nothing there.
    fn is_name(&self, words: &Words<'_>, quantity: &Quantity) -> bool {
        let last = quantity.range.end - 1;
        if !words.low(last).ends_with("-old") {
            return false;
        }
        let Some(old) = self.tokens_of(words, &(last..last + 1)).last() else { return false };
        let Some(next) = self.analysis.tokens.get(old + 1) else { return true };
        // What an age describes is a noun; the tags are surer than the tree here.
        matches!(next.upos, Upos::Verb | Upos::Aux | Upos::Punct | Upos::Adp | Upos::Sconj | Upos::Pron)
            && !matches!(self.relation(old), "amod" | "compound")
            // "is a year-old", where the measure is the predicate.
            && !self.dependents(old).any(|other| self.relation(other) == "cop")
    }

    fn tokens_of(&self, words: &Words<'_>, range: &Range<usize>) -> Range<usize> {
        self.analysis.tokens_in(words.span(range.clone()))
    }
}

/// The words that cover exactly these bytes.
fn words_at(words: &Words<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    let from = words.position(start)?;
    let to = words.position(end - 1)?;
    let span = words.span(from..to + 1);
    (span.start() == start && span.end() == end).then_some(from..to + 1)
}
