//! What a corpus says about a document.

use claimant_core::{Date, Span};

/// A document with its annotated times.
pub(crate) struct Gold {
    pub text: String,
    pub published: Option<Date>,
    /// The part of the text that is annotated, in bytes.
    pub annotated: Span,
    /// In text order.
    pub times: Vec<GoldTime>,
    /// The document's own date in its text: neither owed nor wrong.
    pub ignored: Vec<Span>,
}

/// An annotated time.
pub(crate) struct GoldTime {
    pub span: Span,
    pub kind: String,
    pub value: String,
}

/// Which documents, by their place in the order of paths.
#[derive(Clone, Copy)]
pub(crate) enum Half {
    Even,
    Odd,
    Both,
}

impl Half {
    pub(crate) fn of<T>(self, all: Vec<T>) -> Vec<T> {
        let keep = |at: usize| match self {
            Half::Even => at.is_multiple_of(2),
            Half::Odd => !at.is_multiple_of(2),
            Half::Both => true,
        };
        all.into_iter().enumerate().filter(|(at, _)| keep(*at)).map(|(_, one)| one).collect()
    }
}

/// The value of an attribute of an XML tag.
pub(crate) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let at = tag.match_indices(name).find_map(|(at, _)| {
        let rest = tag[at + name.len()..].strip_prefix("=\"")?;
        tag[..at].ends_with(char::is_whitespace).then_some(rest)
    })?;
    at.split('"').next()
}

/// The five entities that XML knows.
pub(crate) fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

/// The date that a TIMEX3 value starts with.
pub(crate) fn date(value: &str) -> Option<Date> {
    value.get(..10)?.parse().ok()
}
