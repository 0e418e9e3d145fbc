//! Whether two predicates, each as its sentence tells it, speak of one event.
//!
//! A logistic regression over what the two have in common: the words for the event and their kinds ([`words`](super::words)), who takes
//! part, what stands near them, and how alike their documents are. Its weights (`data/same_event.tsv`) were fitted to event coreference
//! across documents in ECB+ (Cybulska and Vossen 2014), train topics; `training/same_event.py` makes them, `docs/models.md` says more.

mod pair;
mod telling;

use claimant_english::{Span, Spans};

pub use pair::{FEATURES, Likeness, NAMES, features, same_event};
pub use telling::Telling;

use super::matter::Outline;
use super::reading::Reading;
use crate::{Claimant, Document};

/// A document's events, as far as they were asked for, with what the document is about. For the project's own tools.
#[derive(Clone, Debug)]
pub struct Told {
    pub(super) outline: Outline,
    /// In the order of what was asked for; none where no word of the analysis stands there.
    pub tellings: Vec<Option<Telling>>,
}

impl Told {
    /// Reads the document and tells of the events at `mentions`, bytes of its text; of every verb and noun without them.
    pub fn of(claimant: &Claimant, document: &Document, mentions: Option<&[Span]>) -> Told {
        let draft = claimant.draft(document);
        let reading = Reading::new(&draft);
        let tellings = match mentions {
            Some(mentions) => mentions
                .iter()
                .map(|span| reading.top(&Spans::from(*span)).map(|head| Telling::of(&reading, head)))
                .collect(),
            None => (0..draft.analysis.tokens.len())
                .filter(|at| telling::may_tell(&reading, *at))
                .map(|at| Some(Telling::of(&reading, at)))
                .collect(),
        };
        Told { outline: reading.outline(), tellings }
    }
}
