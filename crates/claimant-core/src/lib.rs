//! Who claims what: the model of a claim, and the pipeline that finds claims in English news.
//!
//! A [`Document`] goes in, a [`Report`] comes out: every [`Claim`] with its [`Source`], [`Cue`], content,
//! [`Quotation`], [`Act`], [`Polarity`], [`Certainty`], [`Figure`]s and [`Time`]s, each tied to the
//! characters that it rests on. Nothing here reads files, the network, the clock or the environment.
//!
//! ```
//! use claimant_core::{Claimant, Document};
//!
//! let document = Document::new("At least 40 people were injured, the ministry said on Monday.")
//!     .with_published("2024-12-27".parse()?);
//! let report = Claimant::new().extract(&document);
//!
//! let claim = &report.claims[0];
//! assert_eq!(claim.sources[0].spans.text(&document.text), "the ministry");
//! assert_eq!(claim.said_at.as_ref().unwrap().value.as_ref().unwrap().as_str(), "2024-12-23");
//! assert_eq!(claim.figures[0].low, Some(40.0));
//! # Ok::<(), claimant_core::Error>(())
//! ```
//!
//! Offsets are UTF-8 bytes here and Unicode code points in the [wire form](wire), which is what JSON,
//! schema and other programs see.

mod calendar;
mod claim;
mod claimant;
mod compare;
mod date;
mod document;
mod draft;
mod entity;
mod error;
mod extract;
mod extractor;
mod factuality;
mod figure;
mod language;
mod lexicon;
#[doc(hidden)]
pub mod measure;
mod names;
mod note;
mod origin;
mod proposition;
mod quote;
mod region;
mod relation;
mod report;
mod sentence;
mod stance;
mod time;
mod token;
mod unnamed;
pub mod wire;

#[doc(hidden)]
pub use extract::narrator::check_worthiness;

pub use claim::{Claim, ClaimId, Cue, Quotation, Source, Voice};
pub use claimant::{Builder, Claimant};
pub use claimant_english::{Span, Spans};
pub use compare::matter::Matter;
pub use compare::{
    Article, At, Comparison, Copies, CrossRelation, Holder, Identity, Part, PartRole, Position, Reading,
    Thread, compare, compare_until,
};
pub use date::Date;
pub use document::{Basis, Document, Published};
pub use entity::{Entity, EntityId, EntityKind, Place};
pub use error::Error;
#[doc(hidden)]
pub use extract::entities::trace;
#[doc(hidden)]
pub use extract::times::measure::times_for_measuring;
pub use extractor::{Example, Info, Layer, Switch, extractors};
pub use figure::{Approx, Figure};
pub use note::{Note, NoteKind};
pub use origin::{Origin, Run};
pub use proposition::Proposition;
pub use region::{Post, Region, RegionKind};
pub use relation::{Relation, RelationKind, RelationOn};
pub use report::Report;
pub use stance::{Act, Certainty, Polarity};
pub use time::{Time, TimexType, TimexValue};
pub use unnamed::{Unnamed, UnnamedKind};

/// The README's example, as a test.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
