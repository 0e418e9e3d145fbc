//! A claim and its parts.

use std::fmt;

use crate::names::named_enum;
use crate::{Act, Certainty, EntityId, Figure, Place, Polarity, Proposition, Spans, Time, Unnamed};

/// A proposition that a text presents, in somebody's voice.
///
/// ```
/// use claimant_core::{Act, Claimant, Document, Quotation};
///
/// let document = Document::new("The plant “is safe,” the operator insisted.");
/// let report = Claimant::new().extract(&document);
/// let claim = &report.claims[0];
/// assert_eq!(claim.sources[0].spans.text(&document.text), "the operator");
/// assert_eq!(claim.cue.as_ref().unwrap().lemma, "insist");
/// assert_eq!(claim.content.text(&document.text), "The plant “is safe,”");
/// assert_eq!((claim.quotation, claim.act), (Quotation::Mixed, Act::Assert));
/// ```
#[derive(Clone, PartialEq, Debug)]
pub struct Claim {
    /// In whose voice.
    pub voice: Voice,
    /// Who says it; several when they speak jointly.
    pub sources: Vec<Source>,
    /// It is attributed, but to nobody: "it was confirmed that", "reportedly".
    pub source_unnamed: bool,
    /// The words that attribute it; a signed post has none, and nor has the narrator.
    pub cue: Option<Cue>,
    /// What is claimed: the proposition with its quotation marks, without a leading "that" and without
    /// the comma or full stop after it (one inside the marks stays).
    pub content: Spans,
    /// How much of the content is in quotation marks.
    pub quotation: Quotation,
    /// What the source does in saying it.
    pub act: Act,
    /// Whether the content affirms or negates, according to its source.
    pub polarity: Polarity,
    /// How sure the source is of it.
    pub certainty: Certainty,
    /// The words that make polarity and certainty other than plain: the cue, a negation, a modal, "failed".
    pub stance_by: Vec<Spans>,
    /// When it was said, apart from the times in its content.
    pub said_at: Option<Time>,
    /// What it was said in or through: "a release", "social media posts".
    pub medium: Option<Spans>,
    /// Quantities in the content, in text order.
    pub figures: Vec<Figure>,
    /// Times in the content, in text order.
    pub times: Vec<Time>,
    /// Places in the content, in text order.
    pub places: Vec<Place>,
    /// What the content says, taken apart.
    pub propositions: Vec<Proposition>,
    /// The claim inside whose content this one is made: the innermost.
    pub within: Option<ClaimId>,
    /// The content is the words of an embedded post.
    pub post: bool,
    /// The text breaks off ("…") before the content ends.
    pub truncated: bool,
    /// How likely it is right, 0 to 1; absent where nothing measured it.
    pub confidence: Option<f32>,
    /// How much a statement in the narrator's voice is worth checking, 0 to 1; absent for others.
    pub check_worthiness: Option<f32>,
    /// The extractors and rules that decided, in order, in words.
    pub because: Vec<String>,
}

/// A claim of one report: its index in [`Report::claims`](crate::Report::claims). Written `c1`, `c2` …
/// in JSON, counted from 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ClaimId(pub u32);

impl fmt::Display for ClaimId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "c{}", self.0 + 1)
    }
}

named_enum! {
    /// In whose voice a claim is made.
    pub enum Voice {
        /// The text attributes it to somebody.
        Attributed = "attributed",
        /// The text itself claims it.
        Narrator = "narrator",
    }
}

named_enum! {
    /// How much of a content stands in quotation marks.
    pub enum Quotation {
        /// All of it.
        Direct = "direct",
        /// None of it.
        Indirect = "indirect",
        /// Some of it.
        Mixed = "mixed",
        /// Not applicable: a claim in the narrator's voice.
        None = "none",
    }
}

/// A mention of who says it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// The noun phrase, with titles and appositions: "Yevhen Yerin, spokesperson for …".
    pub spans: Spans,
    /// Who that is; absent where it cannot be told.
    pub entity: Option<EntityId>,
    /// What its words say, where the text gives no name.
    pub unnamed: Option<Unnamed>,
}

impl Source {
    /// A source by its words alone.
    pub(crate) fn new(spans: impl Into<Spans>) -> Source {
        Source { spans: spans.into(), entity: None, unnamed: None }
    }
}

/// The words that attribute: "said", "according to", "was confirmed".
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cue {
    /// Where they stand.
    pub spans: Spans,
    /// The base form of the attributing word: "say", "according to", "confirm".
    pub lemma: String,
}
