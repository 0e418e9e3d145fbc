//! What was found in one document.

use crate::compare::matter::Matter;
use crate::{Claim, Entity, Note, Published, Region, Relation};

/// What was found in one [`Document`](crate::Document). Everything is in text order.
///
/// Its spans point into that document's text, in bytes. For JSON see [`wire::Report`](crate::wire::Report).
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Report {
    /// When the document was published.
    pub published: Option<Published>,
    /// The parts of the document by their form.
    pub regions: Vec<Region>,
    /// Who and what the claims speak of; an [`EntityId`](crate::EntityId) is an index into this.
    pub entities: Vec<Entity>,
    /// The claims; a [`ClaimId`](crate::ClaimId) is an index into this.
    pub claims: Vec<Claim>,
    /// How claims stand to each other.
    pub relations: Vec<Relation>,
    /// What could not be read or was left out.
    pub notes: Vec<Note>,
    /// What the claims are about, for [`compare`](crate::compare).
    pub matter: Matter,
}
