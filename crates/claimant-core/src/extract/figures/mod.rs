//! Quantities: numbers with their hedges, units, what is counted and what befell it.

mod ages;
pub(crate) mod bases;
mod conversions;
mod counted;
mod decades;
mod event;
mod exclusions;
mod folds;
mod fractions;
mod grammar;
mod hedges;
mod lengths;
mod lists;
mod numbers;
mod ordinals;
mod ranges;
mod reading;
mod sharing;
mod spelled;
#[cfg(test)]
mod tests;
mod trends;
mod units;
mod vague;
mod words;

use std::ops::Range;

use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};
use crate::{Approx, Figure, RegionKind, Spans, TimexType};

use counted::Counted;
use grammar::Grammar;
use words::Words;

/// Finds quantities.
pub(crate) struct Figures;

static INFO: Info = Info {
    name: "figures",
    summary: "quantities with their bounds, what is counted and what befell it",
    finds: "numbers in digits and words with magnitudes (“$1.2 million”, “two dozen”), vague counts \
            with the least value that they promise (“dozens” 12, “tens of thousands” 10,000, \
            “several hundred” 200, since a plural is two at least), fractions (“one in three”), per \
            cent, multiples (“sixfold”, “four times the number”), money, measures and parts of them (“1/2 pound”), lengths of time and ages (“more than six hours”, “a 31-year-old man”, \
            “she was 31”), amounts said twice (“7 million crowns ($1.1 million)”), \
            rates (“$58 per barrel”), places in a series (“the third attack”), tens (“mid-thirties”), \
            ranges (“between 10 and 15”, “three or four”), numbers that share another one’s noun or unit (“460 cars, compared \
            with 63”), and hedges before and after them; the noun phrase up to its head; participles of outcome before or after \
            it (“killed or injured”), shared through lists, and changes (“rose”, “a 25% drop”); what a figure is said \
            of (“[Exports] fell 7%”, “[Lee] (15 points, 7 rebounds)”) and the figure it is a part of (“including 500 officers”)",
    leaves_alone: "times (dates, years, “three hours ago”), names of ages (“Lee, 31,”, “the 31-year-old”, “the age of 31”), “first” and “second” in words, \
            scores and votes (“3-1”), labels and names (“Article 5”, “Boeing 737”, “Group of Seven”), phone and \
            version numbers, “one” as a pronoun, “several” and “many” alone, hedges upwards on a \
            vague word (“up to hundreds”)",
    known_misses: "counts in compounds other than members, seats and the like (“a three-way split”); sums of \
            measures (“six feet two inches” gives two); fractions as mathematicians say them (“one over three”); \
            “pounds” without a verb of paying or a \
            magnitude are weights; “cents” are the dollar's; a ton is taken for a metric one; a figure is said of its clause's subject, \
            which is wrong where the parse is; of pronouns only those are resolved that a clause above explains (“Lee said she has 12 shops”)",
    origin: "least values of vague counts follow the ACLED coding rules; currencies are ISO 4217, \
            measures UCUM (data/units.toml); hedges and outcomes are our own lists",
    examples: &[
        Example {
            text: "Nearly 3,000 soldiers have been “killed or injured”, she said, and around 500 officers and three \
                   generals were captured.",
            published: None,
            found: &[
                "Nearly 3,000 = ..3000 under of “soldiers” event “killed or injured”",
                "around 500 = 500 about of “officers” event “captured”",
                "three = 3 exact of “generals” event “captured”",
            ],
        },
        Example {
            text: "Dozens of houses were destroyed. Repairs will take at least six weeks and cost between $1.2 and 1.5 million.",
            published: None,
            found: &[
                "Dozens = 12.. at-least of “houses” event “destroyed”",
                "at least six weeks = 6.. at-least wk about “Repairs”",
                "between $1.2 and 1.5 million = 1200000..1500000 between USD about “Repairs”",
            ],
        },
        Example {
            text: "On December 27, 2024 Lee, 31, told Channel 4 that one in three villagers had fled.",
            published: None,
            found: &["one in three = 0.3333333333333333 exact 1 of “villagers” event “fled”"],
        },
    ],
    reads: &[Layer::Sentences, Layer::Times],
    writes: &[Layer::Figures],
    switch: Switch::On,
};

impl Extractor for Figures {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        let mut figures = Vec::new();
        let grammar = Grammar::new(&draft.analysis);
        // Times are in text order: each is passed once.
        let mut next_time = 0;
        for sentence in &draft.sentences {
            if !draft.is_prose(sentence.span.start()) {
                continue;
            }
            let headline = draft.regions.get(sentence.region).is_some_and(|r| r.kind == RegionKind::Headline);
            let times = &draft.times;
            let words = Words::new(draft.text, &draft.tokens[sentence.tokens.clone()], headline, |span| {
                while times.get(next_time).is_some_and(|time| time.spans.end() <= span.start()) {
                    next_time += 1;
                }
                times
                    .get(next_time)
                    .is_some_and(|time| time.spans.overlaps(span) && time.kind != TimexType::Duration)
            });
            let mut found = reading::quantities(&words);
            sharing::join_cents(&words, &mut found);
            sharing::share(&words, &mut found);
            conversions::share(&words, &mut found);
            if let Some(grammar) = &grammar {
                grammar.refine(&words, &mut found);
            }
            figures.extend(found.into_iter().map(|quantity| quantity.figure(&words)));
        }
        draft.figures = figures;
    }
}

/// Whether a noun, by its lemma or as it stands, is a length of time: "week".
pub(crate) fn is_time_unit(noun: &str) -> bool {
    lists::TIME_UNITS.has(noun)
}

/// Whether amounts are in it, by its lemma or as it stands: "barrel", "dollar", "million".
pub(crate) fn is_unit(noun: &str) -> bool {
    units::named(noun).is_some() || numbers::magnitude(noun).is_some()
}

/// A figure by the indexes of its words.
struct Quantity {
    range: Range<usize>,
    low: Option<f64>,
    high: Option<f64>,
    approx: Approx,
    unit: Option<String>,
    counted: Counted,
    event: Option<Range<usize>>,
    about: Option<Range<usize>>,
    part_of: Option<Range<usize>>,
    /// Powers of ten that its magnitude word added: 6 for "million".
    magnitude: i32,
}

impl Quantity {
    /// Whether it is a sum of money, without anything that it is for.
    fn is_money(&self) -> bool {
        self.unit
            .as_deref()
            .is_some_and(|unit| unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase()))
    }

    fn figure(self, words: &Words<'_>) -> Figure {
        let spans = |range: Range<usize>| Spans::from(words.span(range));
        Figure {
            spans: spans(self.range),
            low: self.low,
            high: self.high,
            approx: self.approx,
            of: self.counted.of.map(spans),
            event: self.event.map(spans),
            about: self.about.map(spans),
            part_of: self.part_of.map(spans),
            unit: self.unit,
        }
    }

    /// The index after its number, its noun and an event right behind.
    fn end(&self) -> usize {
        let end = self.range.end.max(self.counted.of.as_ref().map_or(0, |of| of.end));
        end.max(self.event.as_ref().map_or(0, |event| event.end))
    }
}
