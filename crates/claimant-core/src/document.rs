//! What is read: a text with what is known about it.

use crate::names::named_enum;
use crate::{Date, Origin, Region, Spans};

/// A text to read, with what the caller knows about it.
///
/// The text is kept as given, byte for byte: every offset in a [`Report`](crate::Report) points into it.
///
/// ```
/// use claimant_core::{Claimant, Document};
///
/// let document = Document::new("“We won,” said Ann Lee on Monday.").with_published("2024-12-27".parse()?);
/// let report = Claimant::new().extract(&document);
/// assert_eq!(report.claims.len(), 1);
/// # Ok::<(), claimant_core::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Document {
    /// The caller's own identifier, passed through.
    pub id: Option<String>,
    /// Where it was read from, as the user wrote it, passed through.
    pub path: Option<String>,
    /// Its title where a reader knows it from outside the text (a page's `<title>`, a feed's entry).
    pub title: Option<String>,
    /// Who wrote it, where a reader knows it from outside the text.
    pub authors: Vec<String>,
    /// Where it was published: the newspaper, the agency, the site.
    pub outlet: Option<String>,
    /// Its address on the web.
    pub url: Option<String>,
    /// The text.
    pub text: String,
    /// The day it was published, where the caller or the page's metadata says so. Otherwise
    /// [`Claimant::extract`](crate::Claimant::extract) looks for it in the text.
    pub published: Option<Published>,
    /// Regions that a reader knows from the page's structure. Otherwise they are found from the text's form.
    pub regions: Vec<Region>,
    /// What the text was made from, where it is not the input's own.
    pub origin: Option<Origin>,
}

impl Document {
    /// A document that is known by its text alone.
    pub fn new(text: impl Into<String>) -> Document {
        Document { text: text.into(), ..Document::default() }
    }

    /// Sets the publication date as given by the caller.
    #[must_use]
    pub fn with_published(mut self, date: Date) -> Document {
        self.published = Some(Published { date, basis: Basis::Given, spans: None });
        self
    }

    /// Sets the caller's own identifier.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Document {
        self.id = Some(id.into());
        self
    }

    /// Sets where it was read from.
    #[must_use]
    pub fn with_path(mut self, path: impl Into<String>) -> Document {
        self.path = Some(path.into());
        self
    }
}

/// The day a document was published, and how that is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Published {
    /// The day.
    pub date: Date,
    /// How it is known.
    pub basis: Basis,
    /// The characters that say it, where the text does.
    pub spans: Option<Spans>,
}

named_enum! {
    /// How a publication date is known; the first that is there wins, in this order.
    pub enum Basis {
        /// The caller said so.
        Given = "given",
        /// The page or file says so outside the text.
        Metadata = "metadata",
        /// A dateline or a date line at the head of the text: `SEOUL, Dec 27, 2024 (Reuters) -`.
        Dateline = "dateline",
        /// The latest dated post that the text embeds: the text cannot be older. It can be younger, so
        /// the report carries a note.
        EmbeddedPost = "embedded-post",
    }
}
