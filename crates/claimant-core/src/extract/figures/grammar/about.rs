//! What a figure is said of: "[Exports] fell 7%", "a [1.6-litre] engine", "sold [the flat] for $44 million".

use std::ops::Range;

use claimant_english::Upos;

use super::{Grammar, STEPS};
use crate::extract::figures::Quantity;
use crate::extract::figures::lists::{TIME_UNITS, TREND_NOUNS};
use crate::extract::figures::words::Words;

/// Nouns that say how a figure is meant: "a total of 12 million".
const IS_MEANT: &[&str] =
    &["total", "average", "number", "amount", "maximum", "minimum", "majority", "record", "sum"];

/// Codes of lengths of time.
const TIME_CODES: &[&str] = &["ms", "s", "min", "h", "d", "wk", "mo", "a"];

/// Verbs of paying.
const PAYING: &[&str] = &["bid", "charge", "offer", "pay", "raise", "spend"];

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
            && quantity.high == Some(1.0)
        {
            return None;
        }
        if let Some(noun) = self.captioned(words, quantity, taken) {
            return self.phrase(words, noun, quantity, taken);
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
        if let Some(priced) = self.priced(top, quantity)
            && let Some(phrase) = self.phrase(words, priced, quantity, taken)
        {
            return Some(phrase);
        }
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
                // "MacBook Pro 16 inch is worth $2000": the name that the measure is part of.
                // "It revealed the SF90 with 938 horsepower might …": what has a preposition is no subject.
                "nsubj" | "nsubj:pass" | "csubj" => {
                    let case = self
                        .dependents(top)
                        .find(|other| self.relation(*other) == "case" && *other < top && !inside(*other));
                    if let Some(noun) =
                        case.and_then(|case| case.checked_sub(1)).filter(|noun| self.is_noun(*noun))
                    {
                        return self.phrase(words, noun, quantity, taken);
                    }
                    let named = tokens.start.checked_sub(1).filter(|before| {
                        self.is_noun(*before)
                            && (self.relation(*before).starts_with("nsubj")
                                || self.head(*before).is_some_and(inside))
                    })?;
                    let adjoins = words
                        .position(self.span(named).start())
                        .is_some_and(|at| at + 1 == quantity.range.start);
                    return if adjoins && quantity.unit.is_some() {
                        self.phrase(words, named, quantity, taken)
                    } else {
                        None
                    };
                }
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
                        || IS_MEANT.contains(&self.analysis.lemma(head))
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
                        // "Morro Bay is the home port for 60 boats": who is said to be it.
                        let named = self
                            .dependents(head)
                            .any(|other| self.relation(other) == "cop")
                            .then(|| self.subjects(head).find(|other| !inside(*other)))
                            .flatten()
                            .and_then(|subject| self.phrase(words, subject, quantity, taken));
                        return named.or_else(|| self.phrase(words, head, quantity, taken));
                    }
                }
                // "a bank, which is 43% state-owned".
                relation if relation.starts_with("acl") && self.is_noun(head) => {
                    let subject = self.subjects(top).next();
                    return self.phrase(words, self.nearest(top, subject, head), quantity, taken);
                }
                _ => {
                    // A price goes with what is paid for: "sold the flat for $44 million"; how long it took with who did it: "the
                    // reactor feeds the grid in 15 years".
                    let object = self
                        .dependents(head)
                        .find(|other| self.relation(*other) == "obj")
                        .filter(|object| self.relation(top) == "obl" && !inside(*object))
                        .and_then(|object| self.phrase(words, object, quantity, taken));
                    let lasts = quantity.unit.as_deref().is_some_and(|unit| TIME_CODES.contains(&unit));
                    return if lasts {
                        self.subject(words, head, top, quantity, taken).or(object)
                    } else {
                        object.or_else(|| self.subject(words, head, top, quantity, taken))
                    };
                }
            }
        }
        self.subject(words, verb?, top, quantity, taken)
    }

    /// The noun right before a colon or a bracket whose first figure this is or follows: "[base price]: $59,995", "[Lee] (15 points, 7
    /// rebounds)".
    fn captioned(&self, words: &Words<'_>, quantity: &Quantity, taken: &[Range<usize>]) -> Option<usize> {
        /// Words of a bracket that are looked through.
        const FAR: usize = 14;
        let start = quantity.range.start;
        let noun = |mark: usize| {
            let at = mark.checked_sub(1).filter(|at| words.is_word(*at))?;
            let token = self.token(words.span(at..at + 1).start())?;
            (self.is_noun(token) && !self.is_taken(words, token, taken)).then_some(token)
        };
        if quantity.unit.is_some() && quantity.counted.of.is_none() && words.before(start, 1) == ":" {
            return noun(start - 1);
        }
        let open = (1..=FAR)
            .map_while(|back| start.checked_sub(back))
            .take_while(|at| !matches!(words.low(*at), ")" | "." | ";"))
            .find(|at| words.low(*at) == "(")?;
        let first = taken.get(taken.partition_point(|range| range.end <= open + 1))?;
        (first.start == open + 1).then(|| noun(open)).flatten()
    }

    /// What a price is for: "paid $12,000 [for a roof]", "offered [a plan] with a data cap for $79". Parses hang the price on the nearest
    /// noun as often as on the verb.
    fn priced(&self, top: usize, quantity: &Quantity) -> Option<usize> {
        let money = quantity.is_money() || quantity.unit.as_deref().is_some_and(|unit| unit.contains('/'));
        let is_for = |token: usize| {
            self.dependents(token)
                .any(|other| self.relation(other) == "case" && self.analysis.lemma(other) == "for")
        };
        let above = self.head(top).filter(|_| money)?;
        if self.relation(top) == "obj" && PAYING.contains(&self.analysis.lemma(above)) {
            return self.dependents(top).chain(self.dependents(above)).find(|other| {
                *other > top
                    && matches!(self.relation(*other), "obl" | "nmod")
                    && is_for(*other)
                    && !TIME_UNITS.has(self.analysis.lemma(*other))
            });
        }
        let mut at = Some(above).filter(|_| self.relation(top) == "nmod" && is_for(top))?;
        for _ in 0..STEPS {
            match self.relation(at) {
                "obj" => return Some(at),
                "nmod" => at = self.head(at)?,
                _ => break,
            }
        }
        None
    }

    /// The noun right behind an amount that describes it: "a turbocharged 1.6-litre [petrol engine]". Not the noun of a change, nor
    /// one that says how an amount is meant.
    pub(super) fn described(
        &self,
        words: &Words<'_>,
        quantity: &Quantity,
        taken: &[Range<usize>],
    ) -> Option<Range<usize>> {
        let amount = quantity.unit.as_deref().is_some_and(|unit| unit != "1" && unit != "ordinal");
        if !amount || quantity.counted.of.is_some() || quantity.event.is_some() {
            return None;
        }
        let tokens = self.tokens_of(words, &quantity.range);
        let head = tokens.clone().rev().find_map(|token| {
            let head = self.head(token).filter(|head| *head >= tokens.end)?;
            matches!(self.relation(token), "nummod" | "compound" | "amod" | "nmod:unmarked" | "nmod:npmod")
                .then_some(head)
        })?;
        let lemma = self.analysis.lemma(head);
        if !self.is_noun(head)
            || head > tokens.end + 8
            || TIME_UNITS.has(lemma)
            || IS_MEANT.contains(&lemma)
            || self.is_taken(words, head, taken)
            || words.position(self.span(head).start()).is_none_or(|at| TREND_NOUNS.has(words.low(at)))
        {
            return None;
        }
        let phrase = self.phrase(words, head, quantity, taken)?;
        let mut end = quantity.range.end + usize::from(words.low(quantity.range.end) == "-");
        // "a 1.8 billion-mile (2.8bn km) journey".
        if words.low(end) == "(" {
            end = (end..end + 6).find(|at| words.low(*at) == ")").map_or(end, |close| close + 1);
        }
        (phrase.start == end).then_some(phrase)
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
