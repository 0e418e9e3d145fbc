//! What the programs that measure and train look at (`examples/`): no part of the interface.

use claimant_english::Analysis;

use crate::extract::propositions;
use crate::factuality::tree::Tree;
use crate::factuality::{Factuality, features, regression};
use crate::{Proposition, Span};

pub use crate::compare::event::{FEATURES, Likeness, NAMES, Telling, Told, features, same_event};
pub use crate::compare::{QUANTITY, SAYING, Seen, seen_pairs};

/// How a predicate stands, for scoring and for training.
#[derive(Debug)]
pub struct Measured {
    /// By the rules alone, -3 to 3.
    pub by_rule: f32,
    /// By the regression, -3 to 3.
    pub value: f32,
    /// What the regression sees.
    pub features: Vec<String>,
}

/// How the token `predicate` of an analysis of `text` stands.
pub fn factuality(analysis: &Analysis, text: &str, predicate: usize) -> Measured {
    let tree = Tree::of(analysis, text, predicate);
    let by_rule = Factuality::of(&tree, predicate, |_| true);
    Measured {
        by_rule: by_rule.value(),
        value: regression::value(&tree, predicate),
        features: features::of(&tree, predicate),
    }
}

/// Whether the token is a predicate that its own clause negates as a fact.
pub fn is_negated(analysis: &Analysis, text: &str, token: usize) -> bool {
    let tree = Tree::of(analysis, text, token);
    let found = Factuality::of(&tree, token, |at| at == token || tree.head(at) == Some(token));
    tree.is_predicate(token)
        && found.polarity == crate::Polarity::Negative
        && found.certainty != crate::Certainty::Uncommitted
}

/// The propositions of a whole text, as if all of it were one content.
pub fn propositions(analysis: &Analysis, text: &str) -> Vec<Proposition> {
    propositions::of(analysis, text, &Span::new(0, text.len()).into())
}
