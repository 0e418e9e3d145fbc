//! How claims stand to each other.

use crate::names::named_enum;
use crate::{ClaimId, Part};

/// A relation between claims of one report, with its reason in words.
///
/// ```
/// use claimant_core::{Claimant, Document};
///
/// let text = "Police said 12 people were killed in the raid. Residents said 40 people were killed.";
/// let report = Claimant::new().extract(&Document::new(text));
/// assert_eq!(report.relations[0].kind.to_string(), "conflict");
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Relation {
    /// What stands between them.
    pub kind: RelationKind,
    /// The claims, the one that relates first.
    pub claims: Vec<ClaimId>,
    /// What they meet on.
    pub on: RelationOn,
    /// The reason, in a sentence for people.
    pub why: String,
    /// The words that it rests on.
    pub parts: Vec<Part>,
}

named_enum! {
    /// The kinds of relation.
    pub enum RelationKind {
        /// They cannot both hold.
        Conflict = "conflict",
        /// Independent sources say the same.
        Corroborate = "corroborate",
        /// The same source again, or relayed: no second witness.
        SameSource = "same-source",
        /// The first says that the second is not so.
        Denies = "denies",
        /// The first's source has not confirmed the second.
        LeavesUnconfirmed = "leaves-unconfirmed",
        /// The first replaces the second: a figure that is revised.
        Update = "update",
        /// The first was said in answer to the second.
        RespondsTo = "responds-to",
    }
}

named_enum! {
    /// What two claims meet on.
    pub enum RelationOn {
        /// A quantity.
        Figure = "figure",
        /// The whole proposition.
        Proposition = "proposition",
        /// When it happened.
        Time = "time",
        /// Where it happened.
        Place = "place",
        /// Who did it.
        Actor = "actor",
    }
}
