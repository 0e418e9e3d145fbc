//! Attribution: who says what, with which words.
//!
//! [`learned::LearnedAttribution`] turns the analyser's attribution roles into claims; [`by_rule::RuleAttribution`] adds what word order shows and
//! the roles cannot: claims inside the contents of other claims (the corpus that the roles were learned from is flat).

pub(crate) mod by_rule;
mod closing;
mod content;
mod found;
pub(crate) mod learned;
mod measures;
mod parsed;
mod rules;
mod source;
pub(in crate::extract) mod stance;
mod view;
mod words;

pub(crate) use self::stance::{of_cue, raises_negation};
