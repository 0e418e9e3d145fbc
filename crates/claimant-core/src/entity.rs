//! Who and what a text speaks of.

use std::fmt;

use crate::Spans;
use crate::names::named_enum;

/// One person, body, government, country, place, group, account or document, with every mention of it
/// that was found.
///
/// ```
/// use claimant_core::{Claimant, Document};
///
/// let document = Document::new("“No,” said Ann Lee.\n“Never,” Lee added.");
/// let report = Claimant::new().extract(&document);
/// assert_eq!(report.entities.len(), 1);
/// assert_eq!(report.entities[0].name, "Ann Lee");
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entity {
    /// Its fullest name in the text.
    pub name: String,
    /// What it is, where the text's form tells.
    pub kind: Option<EntityKind>,
    /// ISO 3166-1 alpha-2 code of its country.
    pub country: Option<String>,
    /// Its office or function, in the text's words: "Ukrainian President".
    pub role: Option<String>,
    /// The entity that it belongs to or speaks for.
    pub affiliation: Option<EntityId>,
    /// Who they are, where it is several that the text names one by one: "both ministers", "Lee and Kim".
    pub members: Vec<EntityId>,
    /// Every mention, in text order.
    pub mentions: Vec<Spans>,
}

named_enum! {
    /// The kinds of entity.
    pub enum EntityKind {
        /// A person.
        Person = "person",
        /// An organisation: agency, company, party, court, army.
        Organization = "organization",
        /// The government of a country or region.
        Government = "government",
        /// A country.
        Country = "country",
        /// A place.
        Place = "place",
        /// People without a common body: "residents", "Western governments".
        Group = "group",
        /// An account of a social network.
        Account = "account",
        /// A document, broadcast or data set.
        Document = "document",
    }
}

impl EntityKind {
    /// Whether what is of this kind does things: people, bodies and states, not places and documents.
    pub(crate) fn is_party(self) -> bool {
        matches!(
            self,
            EntityKind::Person
                | EntityKind::Organization
                | EntityKind::Government
                | EntityKind::Group
                | EntityKind::Country
        )
    }
}

/// An entity of one report: its index in [`Report::entities`](crate::Report::entities). Written `e1`,
/// `e2` … in JSON, counted from 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct EntityId(pub u32);

impl fmt::Display for EntityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "e{}", self.0 + 1)
    }
}

/// A place named in a claim: "the Russian region of Kursk".
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// The words that name it.
    pub spans: Spans,
    /// The place itself, where it is known which.
    pub entity: Option<EntityId>,
    /// ISO 3166-1 alpha-2 code of the country that it is or lies in, as the text or the gazetteer tells.
    pub country: Option<String>,
    /// What the text calls it: "region" of "the Russian region of Kursk".
    pub called: Option<Spans>,
    /// What the text says it is a part of: "Russian" there, "Illinois" of "Springfield, Illinois".
    pub part_of: Option<Spans>,
    /// The words that say how the content stands to it: "in", "near", "from".
    pub relation: Option<Spans>,
}
