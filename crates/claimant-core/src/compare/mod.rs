//! Where accounts meet: claims set against each other, within an article and across many.
//!
//! What a claim is about is reduced to *points* ([`matter`]) while its tree is at hand: that something happens, or how much of it. Points
//! that speak of the same matter ([`align`] by rule, which also tells what accounts of one event give differently, [`dispute`]; [`learned`] where
//! their words differ) are gathered into threads ([`threads`]), each beside those of the documents that tell its story ([`shelf`]); in a thread,
//! who holds what ([`positions`]) gives the relations ([`relate`]) and the number of independent sources ([`witness`]).

pub(crate) mod event;
pub(crate) mod matter;
pub(crate) mod reading;
pub(crate) mod words;

mod align;
mod answers;
mod comparison;
mod copied;
mod copies;
mod dispute;
mod headlines;
mod identity;
mod interval;
mod learned;
mod meet;
mod positions;
mod relate;
mod retold;
mod roles;
mod sayings;
mod shelf;
mod story;
#[cfg(test)]
mod tests;
mod threads;
mod voices;
mod witness;
mod wording;

pub(crate) use comparison::within;
pub use comparison::{
    Article, At, Comparison, Copies, CrossRelation, Holder, Identity, Part, PartRole, Position, Reading,
    Thread, compare, compare_until,
};
pub use learned::{QUANTITY, SAYING, Seen, seen_pairs};
