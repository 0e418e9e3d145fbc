//! A noun with what describes it before it.

use std::ops::Range;

use claimant_english::Upos;

use super::Grammar;
use crate::extract::figures::Quantity;
use crate::extract::figures::words::Words;

impl Grammar<'_> {
    /// The noun with what describes it before it, without determiners; nothing for pronouns and for words of the figure.
    pub(super) fn phrase(
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
        // Whole words: the parse parts "TA-125".
        let mut range =
            words.position(self.span(first).start())?..words.position(self.span(last).end() - 1)? + 1;
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
}
