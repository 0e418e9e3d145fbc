//! What claims are about, reduced to what can be compared.

use crate::{Act, Approx, Certainty, Date, EntityId, EntityKind, Polarity, Spans};

/// What one document's claims say, as far as it can be set against others'. Made while the analysis is at hand, kept with the report.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Matter {
    /// In the order of their claims, and within a claim of the text.
    pub(crate) points: Vec<Point>,
    /// What the document is about.
    pub(crate) outline: Outline,
    /// The names that stand in one sentence, folded and sorted, sentence by sentence, of those with more than one.
    pub(crate) together: Vec<Vec<Box<str>>>,
    /// It counts those whom one thing befell on two sides: the dead of two countries.
    pub(crate) sides: bool,
    /// Which claims are made in answer to which, in the order of the claims.
    pub(crate) answers: Vec<Answer>,
}

/// A claim that its words put as an answer to an earlier one.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Answer {
    /// By their places in the report.
    pub(crate) claim: u32,
    pub(crate) to: u32,
    /// The words that say so: "replied", "in response to the minister".
    pub(crate) spans: Spans,
}

/// The words that tell a document's story from others, with their weight, in the order of the words.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Outline {
    /// Names, folded.
    pub(crate) names: Vec<(Box<str>, f32)>,
    /// Lemmas of nouns, verbs and adjectives.
    pub(crate) terms: Vec<(Box<str>, f32)>,
}

/// One thing that a claim says: that something happens, or how much of it.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Point {
    /// The claim, by its place in the report.
    pub(crate) claim: u32,
    /// The kinds of event, sorted: classes of `data/events.toml` or lemmas.
    pub(crate) events: Vec<Box<str>>,
    /// Who does it.
    pub(crate) actor: Option<Party>,
    /// Whom or what it befalls; of an amount, what is counted.
    pub(crate) undergoer: Option<Party>,
    /// All else that takes part.
    pub(crate) others: Vec<Party>,
    /// What prepositions bring to the predicate, with the preposition: "with murder", "for Ebola"; no places and times.
    pub(crate) complements: Vec<(Box<str>, Party)>,
    /// It is said of what is to come: "will resign".
    pub(crate) future: bool,
    pub(crate) places: Vec<Party>,
    /// Its places are where the document's story is, as its first lines name them.
    pub(crate) at_home: bool,
    pub(crate) when: When,
    /// Affirmed or negated by the source, the cue taken into account.
    pub(crate) polarity: Polarity,
    pub(crate) certainty: Certainty,
    /// The words that say it: the predicate, or the figure.
    pub(crate) spans: Spans,
    pub(crate) amount: Option<Amount>,
    /// Of an amount, the names in its sentence, but those of its source, of people and of states: what tells one ferry from another. Folded,
    /// word by word, sorted.
    pub(crate) names: Vec<Box<str>>,
    /// Of what happens, the figures of its clause.
    pub(crate) sizes: Vec<Size>,
    /// The kind of event is the document's main one, which its headline or lead tells.
    pub(crate) main: bool,
    /// An amount of what befalls somebody once: the height of a flood's crest, the strength of an earthquake.
    pub(crate) once: bool,
    /// The noun for the event is one that the reader knows: "the explosion".
    pub(crate) definite: bool,
    /// It is said of what is known so far: "are known to have died", "have now died", "are confirmed dead".
    pub(crate) known: bool,
    /// It is what its claim says as a whole.
    pub(crate) saying: Option<Saying>,
}

/// What a claim says as a whole: the words that carry it, and how it is said.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Saying {
    /// The words as numbers, sorted, by which two are set beside each other; those of names are odd.
    pub(crate) hashes: Box<[u64]>,
    /// Those that few claims of the document have, sorted.
    pub(crate) rare: Box<[u64]>,
    /// It is denied, or left open.
    pub(crate) denies: bool,
    pub(crate) open: bool,
    /// A headline says it.
    pub(crate) headed: bool,
    /// In the source's own words.
    pub(crate) quoted: bool,
}

/// Low, high and unit of an [`Amount`].
pub(crate) type Size = (f64, f64, Box<str>);

/// How much, on a scale on which others can be set beside it.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Amount {
    /// The figure, by its place in the claim.
    pub(crate) figure: u32,
    /// The range that a reader takes the words for, in `unit`.
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) approx: Approx,
    /// UCUM code of the base unit, ISO 4217 code, `%`; empty for a count.
    pub(crate) unit: Box<str>,
    pub(crate) level: Level,
    /// What is measured: "profit", "the city's budget".
    pub(crate) about: Option<Party>,
    /// The verb of its clause: what somebody won is not what they gave.
    pub(crate) verb: Box<str>,
    pub(crate) part: bool,
    /// It counts, whatever its unit: "58 cases".
    pub(crate) counts: bool,
    /// Lemmas of the words that carry meaning, as numbers, sorted: near the figure, and in all of its claim.
    pub(crate) near: Box<[u32]>,
    pub(crate) said: Box<[u32]>,
    /// How many figures its claim has, at most 255.
    pub(crate) figures: u8,
    /// The text itself gives it.
    pub(crate) narrated: bool,
}

/// What a figure says of what it measures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Level {
    /// How much there is: "12 dead", "rose to 5%".
    State,
    /// How much it changed: "rose by 5%".
    Change,
}

/// When something is said to have happened.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct When {
    /// First and last day.
    pub(crate) days: Option<(Date, Date)>,
    /// First and last minute of the day.
    pub(crate) clock: Option<(u16, u16)>,
    /// The words for the days and the time of day.
    pub(crate) spans: Option<Spans>,
    /// A stretch or a rhythm that the words set: "in the past day", "since January", "a year". Folded.
    pub(crate) scope: Option<Box<str>>,
}

/// Who or what takes part.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Party {
    pub(crate) spans: Spans,
    /// Lemma of its head, in lower case.
    pub(crate) head: Box<str>,
    /// A proper name, folded.
    pub(crate) name: Option<Box<str>>,
    /// ISO 3166-1 code of its country.
    pub(crate) country: Option<Box<str>>,
    pub(crate) entity: Option<EntityId>,
    /// Lemmas of the words that tell it from others of its kind, sorted.
    pub(crate) told_by: Vec<Box<str>>,
    /// How many: one, a number, or several.
    pub(crate) count: Option<(f64, f64)>,
    pub(crate) pronoun: bool,
    /// One that the reader knows: named, or with "the", "this", a possessor.
    pub(crate) definite: bool,
    /// What its entity is.
    pub(crate) kind: Option<EntityKind>,
}

impl Point {
    /// One of which nothing is known but the words that say it.
    pub(crate) fn new(claim: u32, spans: Spans) -> Point {
        Point {
            claim,
            events: Vec::new(),
            actor: None,
            undergoer: None,
            others: Vec::new(),
            complements: Vec::new(),
            future: false,
            places: Vec::new(),
            at_home: false,
            when: When::default(),
            polarity: Polarity::Positive,
            certainty: Certainty::Certain,
            spans,
            amount: None,
            names: Vec::new(),
            sizes: Vec::new(),
            main: false,
            once: false,
            definite: false,
            known: false,
            saying: None,
        }
    }

    /// Whether it is what its claim says as a whole.
    pub(crate) fn is_whole(&self) -> bool {
        self.saying.is_some()
    }

    /// Whether the claim says that it is so, or that it is not: not merely that it may be, will be or should be.
    pub(crate) fn is_stated(&self) -> bool {
        matches!(self.certainty, Certainty::Certain | Certainty::Probable)
    }
}

/// Whether an act puts its content forward as what is the case.
pub(crate) fn states(act: Act) -> bool {
    matches!(
        act,
        Act::Assert | Act::Confirm | Act::Deny | Act::Allege | Act::Report | Act::Estimate | Act::Believe
    )
}
