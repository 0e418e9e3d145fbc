//! What the words say of a source whose name the text does not give.

use crate::EntityId;
use crate::names::named_enum;

/// What the words say of a source without a name: "two officials with knowledge of the matter".
///
/// ```
/// use claimant_core::{Claimant, Document, UnnamedKind};
///
/// let document = Document::new("The ship has sunk, two officials with knowledge of the matter said.");
/// let report = Claimant::new().extract(&document);
/// let unnamed = report.claims[0].sources[0].unnamed.as_ref().unwrap();
/// assert_eq!(unnamed.kind, Some(UnnamedKind::Official));
/// assert_eq!((unnamed.plural, unnamed.count, unnamed.anonymous), (true, Some(2), true));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unnamed {
    /// How they come to know, as far as the words tell.
    pub kind: Option<UnnamedKind>,
    /// Several, or a body of people.
    pub plural: bool,
    /// How many, where a number says so.
    pub count: Option<u32>,
    /// They are it no longer: "a former official".
    pub former: bool,
    /// The text says that the name is withheld, or tells only how they know: "sources", "familiar with the matter".
    pub anonymous: bool,
    /// The body, government or country that the words name with them: "an official at the central bank".
    pub affiliation: Option<EntityId>,
    /// ISO 3166-1 alpha-2 code of the country that the words name: "Ukrainian officials".
    pub country: Option<String>,
}

named_enum! {
    /// How a source without a name comes to know, which is what a reader weighs it by.
    ///
    /// The list is closed and short, so that it can be filtered by: each kind knows in a way of its own. What fits none has none.
    pub enum UnnamedKind {
        /// Holds an office or serves the state: official, diplomat, minister, prosecutor, police officer, aide to one of them.
        Official = "official",
        /// Speaks for somebody: spokesperson, lawyer, agent.
        Representative = "representative",
        /// Knows from inside without speaking for it: "sources close to the club", "people familiar with the talks".
        Insider = "insider",
        /// Was there when it happened: witness, survivor, bystander.
        Witness = "witness",
        /// Lives there: resident, villager, neighbour.
        Resident = "resident",
        /// Belongs to those whom it befell: family, relatives, friends.
        Relative = "relative",
        /// Knows by profession, from outside: expert, analyst, scientist.
        Expert = "expert",
        /// Works or serves there: employee, nurse, teacher, staff.
        Worker = "worker",
        /// Fights: soldier, rebel, militant.
        Combatant = "combatant",
        /// Speaks for a cause: activist, campaigner, critic, protester.
        Advocate = "advocate",
        /// Reports itself: "local media", "reporters".
        Media = "media",
    }
}
