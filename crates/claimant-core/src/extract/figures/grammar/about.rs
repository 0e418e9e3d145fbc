//! What a figure is said of: "[Exports] fell 7%", "a [1.6-litre] engine", "sold [the flat] for $44 million".

use std::ops::Range;

use claimant_english::Upos;

use super::{Grammar, STEPS};
use crate::extract::figures::Quantity;
use crate::extract::figures::lists::{TIME_UNITS, TREND_NOUNS};
use crate::extract::figures::words::Words;

impl Grammar<'_> {
    /// What the figure is said of: the noun that it describes, or the subject of its clause.
    pub(super) fn about(
        &self,
        words: &Words<'_>,
        quantity: &Quantity,
        taken: &[Range<usize>],
    ) -> Option<Range<usize>> {
        // "one of the suspects": the suspects are what it is said of. "thousands of homes" only counts them.
        if quantity.counted.of.as_ref().is_some_and(|of| of.start > quantity.range.end + 1)
            && words.low(quantity.range.end) == "of"
            && quantity.unit.is_none()
        {
            return None;
        }
        let inside = |token: usize| {
            let covers = |range: &Range<usize>| {
                let span = words.span(range.clone());
                span.has(self.span(token).start())
            };
            covers(&quantity.range) || quantity.counted.of.as_ref().is_some_and(covers)
        };
        // "Dow +0.2%": a market's line has no verb.
        let start = quantity.range.start;
        if matches!(words.raw(start), "+" | "-" | "−") {
            let mut from = start;
            while from > 0
                && start - from < 5
                && (words.is_capital(from - 1)
                    || (words.is_number(from - 1) && from > 1 && words.is_capital(from - 2))
                    || words.low(from - 1) == "&")
            {
                from -= 1;
            }
            return (from < start).then_some(from..start);
        }
        // Of the figure's tokens the one that hangs on the rest; a noun or a number before all others.
        let hull =
            quantity.range.start..quantity.counted.of.as_ref().map_or(0, |of| of.end).max(quantity.range.end);
        let hangs = |token: &usize| inside(*token) && self.head(*token).is_none_or(|head| !inside(head));
        let tokens = self.tokens_of(words, &hull);
        let mut top = tokens
            .clone()
            .find(|token| {
                matches!(self.upos(*token), Upos::Num | Upos::Noun | Upos::Sym | Upos::Propn) && hangs(token)
            })
            .or_else(|| tokens.clone().find(hangs))?;
        let event = quantity.event.as_ref().map(|event| words.span(event.clone()));
        let mut verb = None;
        for _ in 0..STEPS {
            // "said the rate was 5%": the figure is the predicate of a clause of its own.
            let predicate = inside(top) && self.subjects(top).any(|other| !inside(other));
            let Some(head) = self.head(top).filter(|_| !predicate) else {
                verb = Some(top);
                break;
            };
            match self.relation(top) {
                // "it has 1,000 shops", where the parse takes the object for a second subject.
                "nsubj" if head < top && self.subjects(head).any(|other| other < head) => {
                    verb = Some(head);
                    break;
                }
                "nsubj" | "nsubj:pass" | "csubj" => return None,
                // "customers with more than 7 million crowns": what has a preposition and no "and" is no member of a list.
                "conj"
                    if self.is_noun(head)
                        && !inside(head)
                        && !self.is_taken(words, head, taken)
                        && self.dependents(top).any(|other| self.relation(other) == "case")
                        && !self.dependents(top).any(|other| self.relation(other) == "cc") =>
                {
                    return self.phrase(words, head, quantity, taken);
                }
                "conj" => top = head,
                "nummod" | "compound" | "amod" | "nmod:npmod" | "nmod:unmarked" | "obl:npmod" | "nmod"
                | "nmod:poss" | "appos" | "acl" | "flat" | "dep" | "parataxis" | "list"
                    if self.is_noun(head) =>
                {
                    // "a total of 12 million"; "7.5 million crowns ($1.1 million)": two words for one amount.
                    // A house that a price describes ("a million dollar house") is not what another figure counts.
                    let counts = match quantity.unit {
                        Some(_) => self.is_of_figure(words, head, taken),
                        None => self.is_taken(words, head, taken),
                    };
                    if inside(head)
                        || counts
                        || TIME_UNITS.has(self.analysis.lemma(head))
                        || matches!(
                            self.analysis.lemma(head),
                            "total"
                                | "average"
                                | "number"
                                | "amount"
                                | "maximum"
                                | "minimum"
                                | "majority"
                                | "record"
                                | "sum"
                        )
                    {
                        top = head;
                    } else if event.is_some_and(|event| event.has(self.span(head).start()))
                        || words
                            .position(self.span(head).start())
                            .is_some_and(|at| TREND_NOUNS.has(words.low(at)))
                    {
                        // "a 25% drop in sales", "an improvement in margins to 64%": what changed; "the increase of 3%": whose.
                        let what = ["nmod", "nmod:poss", "compound"].into_iter().find_map(|relation| {
                            self.dependents(head)
                                .find(|other| self.relation(*other) == relation && !inside(*other))
                        });
                        if let Some(phrase) = what.and_then(|what| self.phrase(words, what, quantity, taken))
                        {
                            return Some(phrase);
                        }
                        top = head;
                    } else {
                        return self.phrase(words, head, quantity, taken);
                    }
                }
                // "a bank, which is 43% state-owned".
                relation if relation.starts_with("acl") && self.is_noun(head) => {
                    let subject = self.subjects(top).next();
                    return self.phrase(words, self.nearest(top, subject, head), quantity, taken);
                }
                _ => {
                    verb = Some(head);
                    // A price goes with what is paid for: "sold the flat for $44 million".
                    if self.relation(top) == "obl"
                        && let Some(object) =
                            self.dependents(head).find(|other| self.relation(*other) == "obj")
                        && !inside(object)
                        && let Some(phrase) = self.phrase(words, object, quantity, taken)
                    {
                        return Some(phrase);
                    }
                    break;
                }
            }
        }
        self.subject(words, verb?, top, quantity, taken)
    }

    /// Whether the token is a word of a figure, or the noun that one counts.
    pub(super) fn is_taken(&self, words: &Words<'_>, token: usize, taken: &[Range<usize>]) -> bool {
        self.is_of_figure(words, token, taken)
            || self
                .dependents(token)
                .any(|other| self.relation(other) == "nummod" && self.is_of_figure(words, other, taken))
    }

    /// Whether the token is a word of a figure with what it counts.
    fn is_of_figure(&self, words: &Words<'_>, token: usize, taken: &[Range<usize>]) -> bool {
        words.position(self.span(token).start()).is_some_and(|at| {
            taken.get(taken.partition_point(|range| range.end <= at)).is_some_and(|range| range.contains(&at))
        })
    }
}
