//! A text by code points, which is what a report's offsets count.

use std::ops::Range;

use claimant_core::wire::WireSpan;

/// A text with the way from code points to bytes. Offsets beyond its end stand for its end, so a report with the wrong
/// text gives the wrong words and no fault.
pub(crate) struct Points<'t> {
    text: &'t str,
    /// The byte at which every 64th code point begins.
    blocks: Vec<usize>,
}

const BLOCK: usize = 64;

impl<'t> Points<'t> {
    pub(crate) fn new(text: &'t str) -> Points<'t> {
        let blocks = text.char_indices().step_by(BLOCK).map(|(byte, _)| byte).collect();
        Points { text, blocks }
    }

    /// The byte at which a code point begins.
    pub(crate) fn byte(&self, point: usize) -> usize {
        let Some(&block) = self.blocks.get(point / BLOCK) else { return self.text.len() };
        let within = self.text[block..].char_indices().nth(point % BLOCK);
        within.map_or(self.text.len(), |(byte, _)| block + byte)
    }

    pub(crate) fn bytes(&self, span: WireSpan) -> Range<usize> {
        let (start, end) = (self.byte(span.0 as usize), self.byte(span.1 as usize));
        start..end.max(start)
    }

    /// The words of a span.
    pub(crate) fn words(&self, span: WireSpan) -> &'t str {
        &self.text[self.bytes(span)]
    }

    /// As many code points before a span as there are, up to `most`.
    pub(crate) fn before(&self, span: WireSpan, most: u32) -> &'t str {
        self.words(WireSpan(span.0.saturating_sub(most), span.0))
    }

    /// As many code points after a span as there are, up to `most`.
    pub(crate) fn after(&self, span: WireSpan, most: u32) -> &'t str {
        self.words(WireSpan(span.1, span.1.saturating_add(most)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_of_any_width_and_what_lies_beyond() {
        let text = "a🦀e\u{301}é".repeat(50);
        let points = Points::new(&text);
        let all: Vec<char> = text.chars().collect();
        for start in 0..all.len() {
            let end = (start + 3).min(all.len());
            let words: String = all[start..end].iter().collect();
            assert_eq!(points.words(WireSpan(start as u32, end as u32)), words);
        }
        assert_eq!(points.words(WireSpan(1, 0)), "");
        assert_eq!(points.words(WireSpan(9999, u32::MAX)), "");
        assert_eq!(points.after(WireSpan(0, 1), 2), "🦀e");
        assert_eq!(points.before(WireSpan(2, 3), 9), "a🦀");
        assert_eq!(Points::new("").words(WireSpan(0, 1)), "");
    }
}
