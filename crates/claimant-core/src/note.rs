//! What could not be read, or was left out, and why.

use crate::Spans;
use crate::names::named_enum;

/// A remark on a report for those who use it.
///
/// ```
/// use claimant_core::{Claimant, Document, NoteKind};
///
/// let report = Claimant::new().extract(&Document::new("“Yes, said nobody in particular."));
/// assert_eq!(report.notes[0].kind, NoteKind::OpenQuotation);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// What it is about.
    pub kind: NoteKind,
    /// The remark, a sentence for people.
    pub message: String,
    /// Where it applies, if at a place.
    pub spans: Option<Spans>,
}

named_enum! {
    /// The kinds of note.
    pub enum NoteKind {
        /// Nothing to read: the text is empty or white space.
        Empty = "empty",
        /// The text is longer than can be read; the rest was left out.
        TooLong = "too-long",
        /// A quotation mark opens and nothing closes it.
        OpenQuotation = "open-quotation",
        /// The publication date is not known, or known only by an embedded post.
        Published = "published",
        /// A source was left unresolved.
        UnresolvedSource = "unresolved-source",
        /// How the bytes were read: a guessed encoding, characters that were no text.
        Encoding = "encoding",
        /// The text does not seem to be in English.
        Language = "language",
        /// More of one kind than is kept; the rest was left out.
        Limit = "limit",
        /// The document could not be read at all: the report is empty and holds its place in a list.
        Unreadable = "unreadable",
    }
}
