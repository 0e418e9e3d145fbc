//! The parts of a document by their form.

use crate::names::named_enum;
use crate::{Date, Spans};

/// A part of a document that is of one kind.
///
/// Regions come in text order, do not overlap, and together cover every character that is not white
/// space. Claims are looked for in `body`, `headline`, `post` and `caption`, never in `boilerplate` or
/// `dateline`.
///
/// ```
/// use claimant_core::{Claimant, Document, RegionKind};
///
/// let text = "Rain is likely, the office said.\nRead more: Ten storms to remember";
/// let report = Claimant::new().extract(&Document::new(text));
/// assert_eq!(report.regions[1].kind, RegionKind::Boilerplate);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Region {
    /// What it is.
    pub kind: RegionKind,
    /// Where it stands, without white space at its ends.
    pub spans: Spans,
    /// For a [`RegionKind::Post`], what its signature says.
    pub post: Option<Post>,
}

named_enum! {
    /// The kinds of region.
    pub enum RegionKind {
        /// The article's running text.
        Body = "body",
        /// A title or a crosshead.
        Headline = "headline",
        /// An embedded post of a social network, with its signature.
        Post = "post",
        /// The caption or credit of a picture.
        Caption = "caption",
        /// Place, agency and date before the first sentence; a byline or a line that gives the date.
        Dateline = "dateline",
        /// What the site adds: prompts to ask, share, subscribe or read more, copyright lines.
        Boilerplate = "boilerplate",
    }
}

/// An embedded social-network post: its words and its signature.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Post {
    /// The words of the post, without the signature.
    pub content: Spans,
    /// Who signed it: display name with handle, as it stands: `OSINTdefender (@sentdefender)`.
    pub author: Spans,
    /// The handle alone, with its `@`.
    pub handle: Option<Spans>,
    /// The day it was posted, with the characters that say it.
    pub date: Option<(Spans, Date)>,
    /// Whether its words are cut off (`…`).
    pub truncated: bool,
}
