//! Where a text that was made from something else comes from.

use crate::Span;

/// What a document's text was made from, and the way back to it.
///
/// A reader sets this where the text is not the input's own: the text of a page stands between tags. A report
/// on such a document always carries the text, since nobody else has it.
///
/// ```
/// use claimant_core::{Document, Origin, Run, Span};
///
/// // From `<p>Rain &amp; wind</p>`.
/// let mut document = Document::new("Rain & wind");
/// document.origin = Some(Origin {
///     form: "html",
///     encoding: "UTF-8",
///     map: vec![
///         Run { text: Span::new(0, 5), start: 3, end: 8 },
///         Run { text: Span::new(5, 6), start: 8, end: 13 },
///         Run { text: Span::new(6, 11), start: 13, end: 18 },
///     ],
/// });
/// assert_eq!(document.origin.unwrap().place(Span::new(7, 11)), Some(14..18));
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Origin {
    /// The form of what was read, as readers name it: `html`, `feed`, `jsonl`.
    pub form: &'static str,
    /// The encoding of the bytes that [`Origin::map`] points into, by its name in the Encoding Standard.
    pub encoding: &'static str,
    /// Which bytes each character comes from, in text order. What lies between two runs was put there by the
    /// reader: blank lines between paragraphs. Empty where there is no way back.
    pub map: Vec<Run>,
}

/// A stretch of text and the bytes that it comes from.
///
/// The bytes decode to the same characters, one for one, white space aside. Where they do not, as in `&amp;`
/// and `\r\n`, the run is that one character.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Run {
    /// The stretch of text.
    pub text: Span,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Origin {
    /// The bytes that a stretch of text comes from, from the first to the last, tags between them included.
    /// In encodings other than UTF-8 whole runs are counted.
    pub fn place(&self, span: Span) -> Option<std::ops::Range<usize>> {
        let first = self.map.partition_point(|run| run.text.end() <= span.start());
        let after = self.map.partition_point(|run| run.text.start() < span.end());
        let (first, last) = (self.map.get(first..after)?.first()?, self.map.get(..after)?.last()?);
        let literal = |run: &Run| run.text.len() == run.end - run.start;
        let into = |run: &Run, at: usize| at.saturating_sub(run.text.start());
        let start = if literal(first) { first.start + into(first, span.start()) } else { first.start };
        let end =
            if literal(last) { last.start + into(last, span.end().min(last.text.end())) } else { last.end };
        Some(start..end.max(start))
    }
}
