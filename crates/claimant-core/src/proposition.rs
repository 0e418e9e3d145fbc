//! What a content says, taken apart.

use crate::Spans;

/// Subject, predicate and object of a content, each with the characters that it rests on.
///
/// Filled from a parse. The extractors by form leave it empty.
///
/// ```
/// use claimant_core::{Proposition, Span};
///
/// let text = "Ukraine captured a soldier";
/// let proposition = Proposition {
///     subject: Some(Span::new(0, 7).into()),
///     predicate: Span::new(8, 16).into(),
///     object: Some(Span::new(17, 26).into()),
/// };
/// assert_eq!(proposition.predicate.text(text), "captured");
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proposition {
    /// Who or what acts or is.
    pub subject: Option<Spans>,
    /// The predicate, with its auxiliaries.
    pub predicate: Spans,
    /// Whom or what it befalls.
    pub object: Option<Spans>,
}
