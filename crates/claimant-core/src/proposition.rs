//! What a content says, taken apart.

use crate::{Certainty, Polarity, Spans};

/// One predication of a content: who does or is what to whom, each with the characters that it rests on.
///
/// A passive is turned: in "a soldier was seized by the army" the army is the subject and the soldier the object, and
/// [`lemma`](Proposition::lemma) is "seize", so that contents which say the same in other words can be laid side by side.
///
/// ```
/// use claimant_core::{Claimant, Document};
///
/// let document = Document::new("The ministry said a soldier was captured by the army on Monday.");
/// let report = Claimant::new().extract(&document);
/// let found = &report.claims[0].propositions[0];
/// let words = |spans: &claimant_core::Spans| spans.text(&document.text);
/// assert_eq!(found.subject.as_ref().map(words).as_deref(), Some("the army"));
/// assert_eq!((words(&found.predicate).as_str(), found.lemma.as_str()), ("was captured", "capture"));
/// assert_eq!(found.events, ["capture"]);
/// assert_eq!(found.object.as_ref().map(words).as_deref(), Some("a soldier"));
/// ```
#[derive(Clone, PartialEq, Debug)]
pub struct Proposition {
    /// Who or what acts or is.
    pub subject: Option<Spans>,
    /// The predicate, with its auxiliaries and negation: "has not been captured", "failed to stop", "the capture".
    pub predicate: Spans,
    /// Base form of what it says: "capture", "stop", "carry out"; "be" where the object says what something is.
    pub lemma: String,
    /// The kinds of event that the word is one for, so that "Ukraine captured a soldier", "the capture of the soldier" and "a soldier was
    /// seized" can be laid side by side: all three are of the kind "capture". Empty where the list of events does not hold the word.
    pub events: &'static [&'static str],
    /// Whom or what it befalls, what something is, or the clause that it takes.
    pub object: Option<Spans>,
    /// When, where, how, with whom: prepositional phrases and adverbs, in text order.
    pub modifiers: Vec<Spans>,
    /// Whether the content affirms or negates it.
    pub polarity: Polarity,
    /// How sure the content leaves it: a wish or a condition asserts nothing.
    pub certainty: Certainty,
    /// How far readers would take it to have happened, the whole sentence with its source considered: from -3, certainly not, to 3,
    /// certainly, in tenths. Learned from readers' judgements.
    pub factuality: f32,
}
