//! What the parse adds to figures read by form: where the counted noun phrase ends, what befell it, and what a figure is said of.
//!
//! The form goes first, as the parse errs in one arc of six; the parse decides where the form has nothing or only a guess. Every walk
//! goes up at most [`STEPS`] heads, and looks for dependents in one sentence only.

use std::ops::Range;

use claimant_english::{Analysis, Upos};

use super::Quantity;
use super::words::Words;
use crate::Span;

/// How far up the tree a figure's clause is looked for: "12 million of the shares of the company that …" needs six.
const STEPS: usize = 8;

/// Verbs whose subject gives a figure and has no part in it.
const REPORTING: &[&str] = &[
    "announce", "cite", "claim", "confirm", "count", "declare", "estimate", "expect", "find", "forecast",
    "list", "mention", "note", "predict", "put", "record", "register", "report", "reveal", "say", "see",
    "show", "state", "tally", "tell",
];

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
    pub(super) fn refine(&self, words: &Words<'_>, found: &mut [Quantity]) {
        for quantity in found.iter_mut() {
            self.counted(words, quantity);
            if quantity.event.is_none() {
                quantity.event = self.event(words, quantity);
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
            quantity.about = self.about(words, quantity, &taken);
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

    /// What the figure is said of: the noun that it describes, or the subject of its clause.
    fn about(&self, words: &Words<'_>, quantity: &Quantity, taken: &[Range<usize>]) -> Option<Range<usize>> {
        // "one of the suspects": the suspects are what it is said of.
        if quantity.counted.of.is_some() && words.low(quantity.range.end) == "of" && quantity.unit.is_none() {
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
            let Some(head) = self.head(top) else {
                verb = Some(top);
                break;
            };
            match self.relation(top) {
                "nsubj" | "nsubj:pass" | "csubj" => return None,
                "conj" => top = head,
                "nummod" | "compound" | "amod" | "nmod:npmod" | "nmod:unmarked" | "obl:npmod" | "nmod"
                | "nmod:poss" | "appos" | "acl" | "flat" | "dep" | "parataxis" | "list"
                    if self.is_noun(head) =>
                {
                    // "a total of 12 million"; "7.5 million crowns ($1.1 million)": two words for one amount.
                    if inside(head)
                        || self.is_taken(words, head, taken)
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
                    } else if event.is_some_and(|event| event.has(self.span(head).start())) {
                        // "a 25% drop in sales": what dropped; "the increase of 3%": whose.
                        let what = self.dependents(head).find(|other| {
                            matches!(self.relation(*other), "nmod" | "nmod:poss" | "compound")
                                && !inside(*other)
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

    /// The subject of the clause around `verb`.
    fn subject(
        &self,
        words: &Words<'_>,
        mut verb: usize,
        from: usize,
        quantity: &Quantity,
        taken: &[Range<usize>],
    ) -> Option<Range<usize>> {
        for _ in 0..STEPS {
            // Who gives a figure is not what it is about: "Seoul reported 1,100 dead".
            if REPORTING.contains(&self.analysis.lemma(verb)) {
                return None;
            }
            let subject = self
                .dependents(verb)
                .find(|other| matches!(self.relation(*other), "nsubj" | "nsubj:pass") && *other != from);
            let relative = subject
                .is_some_and(|subject| matches!(self.analysis.lemma(subject), "which" | "who" | "that"));
            match subject {
                // "The company said it has 12 shops": who says so is who has them.
                Some(subject)
                    if matches!(self.analysis.lemma(subject), "it" | "they")
                        && self.relation(verb) == "ccomp" =>
                {
                    let clause = self.head(verb)?;
                    let speaker = self.dependents(clause).find(|other| self.relation(*other) == "nsubj")?;
                    return self.phrase(words, speaker, quantity, taken);
                }
                Some(subject) if !relative => return self.phrase(words, subject, quantity, taken),
                None if self.is_noun(verb)
                    && verb != from
                    && !self.is_taken(words, verb, taken)
                    && self.head(verb).is_none() =>
                {
                    return self.phrase(words, verb, quantity, taken);
                }
                _ => {}
            }
            let relation = self.relation(verb);
            let head = self.head(verb)?;
            if relation.starts_with("acl") && self.is_noun(head) {
                return self.phrase(words, head, quantity, taken);
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

    /// Whether the token is a word of a figure, or the noun that one counts.
    fn is_taken(&self, words: &Words<'_>, token: usize, taken: &[Range<usize>]) -> bool {
        let of_figure = |token: usize| {
            words.position(self.span(token).start()).is_some_and(|at| {
                taken
                    .get(taken.partition_point(|range| range.end <= at))
                    .is_some_and(|range| range.contains(&at))
            })
        };
        of_figure(token)
            || self.dependents(token).any(|other| self.relation(other) == "nummod" && of_figure(other))
    }

    fn tokens_of(&self, words: &Words<'_>, range: &Range<usize>) -> Range<usize> {
        self.analysis.tokens_in(words.span(range.clone()))
    }

    /// The noun with what describes it before it, without determiners; nothing for pronouns and for words of the figure.
    fn phrase(
        &self,
        words: &Words<'_>,
        noun: usize,
        quantity: &Quantity,
        taken: &[Range<usize>],
    ) -> Option<Range<usize>> {
        if !self.is_noun(noun) {
            return None;
        }
        // "Ford (F), which has 13,000 workers": the name, not what explains it.
        let noun = match self.head(noun) {
            Some(head) if self.relation(noun) == "appos" && self.is_noun(head) => head,
            _ => noun,
        };
        let mut first = noun;
        while first > 0
            && noun - first < 8
            && self.head(first - 1).is_some_and(|head| head >= first && head <= noun)
            && matches!(
                self.relation(first - 1),
                "amod"
                    | "compound"
                    | "flat"
                    | "nmod:poss"
                    | "nummod"
                    | "case"
                    | "punct"
                    | "goeswith"
                    | "nmod"
                    | "nmod:unmarked"
            )
        {
            first -= 1;
        }
        while first < noun
            && matches!(self.upos(first), Upos::Adp | Upos::Punct | Upos::Pron | Upos::Det | Upos::Part)
        {
            first += 1;
        }
        let mut last = noun;
        while last + 1 < self.analysis.tokens.len()
            && last - noun < 6
            && self.head(last + 1) == Some(noun)
            && self.relation(last + 1) == "flat"
        {
            last += 1;
        }
        let mut range = words_at(words, self.span(first).start(), self.span(last).end())?;
        // "a turbocharged [1.6-litre] engine", "a [0.6 per cent] fee": what stands behind the figure. Not the noun that another
        // figure counts.
        let first_taken = taken.partition_point(|own| own.end <= range.start);
        let own = taken[first_taken..]
            .iter()
            .take_while(|own| own.start < range.end)
            .chain(quantity.counted.of.as_ref());
        for own in own {
            if range.start < own.end && own.start < range.end {
                range.start = own.end;
            }
        }
        if (range.start..range.end).any(|at| words.is_time(at)) {
            return None;
        }
        while range.start < range.end && !words.is_word(range.start) && !words.is_number(range.start) {
            range.start += 1;
        }
        (range.start < range.end).then_some(range)
    }
}

/// The words that cover exactly these bytes.
fn words_at(words: &Words<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    let from = words.position(start)?;
    let to = words.position(end - 1)?;
    let span = words.span(from..to + 1);
    (span.start() == start && span.end() == end).then_some(from..to + 1)
}
