//! Whether two predicates, each as its sentence tells it, speak of one event.
//!
//! A logistic regression over what the two have in common: the words for the event and their kinds ([`words`](super::words)), who takes
//! part, what stands near them, and how alike their documents are. Its weights (`data/same_event.tsv`) were fitted to event coreference
//! across documents in ECB+ (Cybulska and Vossen 2014), train topics; `training/same_event.py` makes them, `docs/models.md` says more.

mod pair;
mod telling;

use std::collections::BTreeMap;

use claimant_english::{Analysis, Span};

pub use pair::{FEATURES, Likeness, NAMES, features, same_event};
pub use telling::Telling;

use super::matter::Outline;
use super::reading::{Reading, top};
use crate::{Claimant, Document};

/// A document's events, as far as they were asked for, with what the document is about. For the project's own tools.
#[derive(Clone, Debug)]
pub struct Told {
    outline: Outline,
    /// The words of the outline's names: a surname is part of the full name.
    names: Vec<(Box<str>, f32)>,
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
                .map(|span| {
                    let head = top(&draft.analysis, whole(&draft.analysis, *span))?;
                    Some(Telling::of(&reading, head))
                })
                .collect(),
            None => (0..draft.analysis.tokens.len())
                .filter(|at| telling::may_tell(&reading, *at))
                .map(|at| Some(Telling::of(&reading, at)))
                .collect(),
        };
        let outline = reading.outline();
        let mut names: BTreeMap<&str, f32> = BTreeMap::new();
        for (name, weight) in &outline.names {
            for word in name.split(' ').filter(|word| word.chars().count() > 2) {
                let most = names.entry(word).or_default();
                *most = most.max(*weight);
            }
        }
        let names = names.into_iter().map(|(word, weight)| (Box::from(word), weight)).collect();
        Told { outline, names, tellings }
    }
}

/// The span from the beginning of the token that it begins in.
fn whole(analysis: &Analysis, span: Span) -> Span {
    let after = analysis.tokens.partition_point(|token| token.span.end() <= span.start());
    let start = analysis.tokens.get(after).map_or(span.start(), |token| token.span.start().min(span.start()));
    Span::new(start, span.end())
}
