//! A quotation as its marks show it.

use crate::Spans;

/// A passage between quotation marks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Quote {
    /// With its marks. A quotation that runs over paragraphs, each opened by a mark of its own, has one
    /// piece per paragraph.
    pub spans: Spans,
    /// How many quotations it lies in: 0 for the outermost.
    pub depth: u32,
    /// Whether a mark closes it.
    pub closed: bool,
}
