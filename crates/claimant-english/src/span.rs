//! Where something stands in a document's text.
//!
//! Inside the program every offset counts UTF-8 bytes of the original text; the
//! wire form converts to Unicode code points once, at the edge.

use std::ops::Range;

/// A half-open range of UTF-8 **bytes** in a document's text.
///
/// Both ends lie on character boundaries of that text. Offsets are 32 bits wide: what lies beyond
/// [`Span::LIMIT`] bytes of a text is not read (the report carries a note that says so).
///
/// ```
/// use claimant_english::Span;
///
/// let text = "“Oui”, said Zoë";
/// let span = Span::new(16, 20);
/// assert_eq!(span.of(text), "Zoë");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The number of bytes that a span can reach.
    pub const LIMIT: usize = u32::MAX as usize;

    /// The span from byte `start` up to, not including, byte `end`.
    ///
    /// # Panics
    /// If `start` lies after `end` or `end` beyond [`Span::LIMIT`]: both are faults of the caller.
    pub const fn new(start: usize, end: usize) -> Span {
        assert!(start <= end && end <= Span::LIMIT, "a span runs forward within the limit");
        Span { start: start as u32, end: end as u32 }
    }

    /// First byte.
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same as a range of bytes.
    pub const fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The characters that it covers in `text`.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Whether all of `other` lies inside.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether byte `at` lies inside.
    pub const fn has(self, at: usize) -> bool {
        self.start() <= at && at < self.end()
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span without the white space at its ends.
    #[must_use]
    pub fn trim(self, text: &str) -> Span {
        let slice = self.of(text);
        let start = self.start() + (slice.len() - slice.trim_start().len());
        Span::new(start, (start + slice.trim().len()).max(start))
    }
}

/// One or more [`Span`]s in text order that together make one thing: content can be broken up by its cue.
///
/// ```
/// use claimant_english::{Span, Spans};
///
/// let text = "“Prices,” she said, “will rise.”";
/// let content = Spans::of_pieces([Span::new(0, 13), Span::new(24, 40)]);
/// assert_eq!(content.text(text), "“Prices,” … “will rise.”");
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Spans(Vec<Span>);

impl Spans {
    /// From pieces in any order; pieces that overlap or touch become one.
    ///
    /// # Panics
    /// If there is no piece: a thing without a place in the text is an `Option`, not empty spans.
    pub fn of_pieces(pieces: impl IntoIterator<Item = Span>) -> Spans {
        let mut pieces: Vec<Span> = pieces.into_iter().collect();
        assert!(!pieces.is_empty(), "at least one piece");
        pieces.sort_unstable();
        let mut merged: Vec<Span> = Vec::with_capacity(pieces.len());
        for piece in pieces {
            match merged.last_mut() {
                Some(last) if piece.start <= last.end => *last = last.to(piece),
                _ => merged.push(piece),
            }
        }
        Spans(merged)
    }

    /// The pieces, in text order, disjoint.
    pub fn pieces(&self) -> &[Span] {
        &self.0
    }

    /// From the first byte of the first piece to the last byte of the last.
    pub fn hull(&self) -> Span {
        self.0[0].to(self.0[self.0.len() - 1])
    }

    /// First byte of the first piece.
    pub fn start(&self) -> usize {
        self.0[0].start()
    }

    /// One past the last byte of the last piece.
    pub fn end(&self) -> usize {
        self.hull().end()
    }

    /// Whether every piece of `other` lies inside a piece of this.
    pub fn contains(&self, other: &Spans) -> bool {
        other.0.iter().all(|inner| self.0.iter().any(|outer| outer.contains(*inner)))
    }

    /// Whether some piece shares a byte with `span`.
    pub fn overlaps(&self, span: Span) -> bool {
        self.0.iter().any(|piece| piece.overlaps(span))
    }

    /// The words: one piece as it stands in `text`, several joined by ` … `.
    pub fn text(&self, text: &str) -> String {
        let pieces: Vec<&str> = self.0.iter().map(|piece| piece.of(text)).collect();
        pieces.join(" … ")
    }
}

impl From<Span> for Spans {
    fn from(span: Span) -> Spans {
        Spans(vec![span])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_that_touch_become_one() {
        let spans = Spans::of_pieces([Span::new(6, 9), Span::new(0, 3), Span::new(2, 6), Span::new(12, 13)]);
        assert_eq!(spans.pieces(), [Span::new(0, 9), Span::new(12, 13)]);
        assert_eq!(spans.hull(), Span::new(0, 13));
    }

    #[test]
    fn trimming_keeps_to_characters() {
        let text = "  é\u{a0}🦀 \n";
        assert_eq!(Span::new(0, text.len()).trim(text).of(text), "é\u{a0}🦀");
        assert!(Span::new(0, 2).trim(text).is_empty());
    }
}
