//! From bytes to code points, at the edge.

use serde::{Deserialize, Serialize};
use string_offsets::StringOffsets;

use crate::{Span, Spans};

/// A half-open range of Unicode code points, `[start, end]`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WireSpan(pub u32, pub u32);

/// Words of the text and where they stand.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Passage {
    /// The characters that the spans cover; several spans are joined by ` … `.
    pub text: String,
    /// Where they stand, in code points, in text order.
    pub spans: Vec<WireSpan>,
}

/// Converts spans of one document.
pub(super) struct Edge<'a> {
    text: &'a str,
    offsets: StringOffsets,
}

impl<'a> Edge<'a> {
    pub(super) fn new(text: &'a str) -> Edge<'a> {
        Edge { text, offsets: StringOffsets::new(text) }
    }

    pub(super) fn span(&self, span: Span) -> WireSpan {
        let point = |byte| self.offsets.utf8_to_char(byte) as u32;
        WireSpan(point(span.start()), point(span.end()))
    }

    pub(super) fn spans(&self, spans: &Spans) -> Vec<WireSpan> {
        spans.pieces().iter().map(|piece| self.span(*piece)).collect()
    }

    pub(super) fn words(&self, spans: &Spans) -> String {
        spans.text(self.text)
    }

    pub(super) fn passage(&self, spans: &Spans) -> Passage {
        Passage { text: self.words(spans), spans: self.spans(spans) }
    }
}
