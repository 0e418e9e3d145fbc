//! The wire form: what leaves the program as JSON, version `claimant/1`.
//!
//! Separate from the inner types, so that those can change and this cannot: new keys may come, the
//! present ones keep their names and meaning. **Offsets are Unicode code points** into the document's
//! text, half open; an absent key means unknown. The JSON Schema is `docs/schema/claimant-1.schema.json`.
//!
//! ```
//! use claimant_core::{Claimant, Document, wire};
//!
//! let document = Document::new("🦀 “Ja,” said Zoë.");
//! let report = Claimant::new().extract(&document);
//! let json = serde_json::to_value(wire::Report::new(&report, &document, wire::Options::default())).unwrap();
//! assert_eq!(json["claims"][0]["sources"][0]["spans"][0], serde_json::json!([13, 16]));
//! ```

mod comparison;
mod convert;
mod number;
mod offsets;
mod report;
mod vocabulary;

pub use comparison::{
    ClaimAt, Comparison, ComparisonSchema, CrossRelation, Duplicates, EntityAt, PartAt, Position, Reading,
    SharedEntity, Thread,
};
pub use number::Number;
pub use offsets::{Passage, WireSpan};
pub use report::{
    Claim, Cue, DocumentInfo, Entity, Figure, Note, Options, Origin, Part, Place, Post, Proposition,
    Published, Region, Relation, Report, Run, Source, Time, Unnamed,
};
pub use vocabulary::{
    Act, Approx, Basis, Certainty, EntityKind, NoteKind, Offsets, PartRole, Polarity, Quotation, RegionKind,
    RelationKind, RelationOn, Schema, TimexType, UnnamedKind, Voice,
};

/// The JSON Schema (draft 2020-12) of [`Report`].
#[cfg(feature = "schema")]
pub fn schema() -> schemars::Schema {
    schemars::generate::SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Report>()
}

/// The JSON Schema (draft 2020-12) of [`Comparison`].
#[cfg(feature = "schema")]
pub fn comparison_schema() -> schemars::Schema {
    schemars::generate::SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Comparison>()
}
