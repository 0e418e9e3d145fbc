//! What the parse adds to figures read by form: where the counted noun phrase ends, what befell it, and what a figure is said of.
//!
//! The form goes first, as the parse errs in one arc of six; the parse decides where the form has nothing or only a guess. Every walk
//! goes up at most [`STEPS`] heads, and looks for dependents in one sentence only.

use std::ops::Range;

use claimant_english::{Analysis, Upos};

use super::Quantity;
use super::lists::{TREND_NOUNS, TRENDS};
use super::units;
use super::words::Words;
use crate::Span;

/// How far up the tree a figure's clause is looked for: "12 million of the shares of the company that …" needs six.
const STEPS: usize = 8;

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
        TRENDS.has(words.low(at.start)).then_some(at)
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

    /// What the figure is said of: the noun that it describes, or the subject of its clause.
    fn about(&self, words: &Words<'_>, quantity: &Quantity, taken: &[Range<usize>]) -> Option<Range<usize>> {
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
            let Some(head) = self.head(top) else {
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

    /// What may be the subject of a verb, the nearest before it first. An object before its verb is a subject that the parse misread.
    fn subjects(&self, verb: usize) -> impl Iterator<Item = usize> + '_ {
        let subject = move |other: &usize| match self.relation(*other) {
            "nsubj" | "nsubj:pass" => true,
            "obj" => *other < verb && self.upos(*other) != Upos::Pron,
            _ => false,
        };
        let before: Vec<usize> =
            self.dependents(verb).take_while(|other| *other < verb).filter(subject).collect();
        let after = self.dependents(verb).skip_while(move |other| *other < verb).filter(subject);
        before.into_iter().rev().chain(after)
    }

    /// Whether a verb is an infinitive with "to".
    fn is_infinitive(&self, verb: usize) -> bool {
        self.dependents(verb)
            .any(|other| self.relation(other) == "mark" && self.analysis.lemma(other) == "to")
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
            // "make the car 5% cheaper", "forces banks to pay 5%": the object is what does it.
            if relation == "xcomp"
                && let Some(object) = self
                    .dependents(head)
                    .find(|other| self.relation(*other) == "obj" && *other < verb && *other > head)
                && let Some(phrase) = self.phrase(words, object, quantity, taken)
            {
                return Some(phrase);
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
    fn nearest(&self, verb: usize, subject: Option<usize>, head: usize) -> usize {
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
        // "the [September] contract": what stands behind the time.
        while let Some(time) = (range.start..range.end).find(|at| words.is_time(*at)) {
            range.start = time + 1;
            range.start += usize::from(matches!(words.low(range.start), "'s" | "’s"));
        }
        while range.start < range.end && !words.is_word(range.start) && !words.is_number(range.start) {
            range.start += 1;
        }
        if range.start < range.end {
            return Some(range);
        }
        None
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

/// The words that cover exactly these bytes.
fn words_at(words: &Words<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    let from = words.position(start)?;
    let to = words.position(end - 1)?;
    let span = words.span(from..to + 1);
    (span.start() == start && span.end() == end).then_some(from..to + 1)
}
