//! The blocks of a page: paragraphs, headings, captions, with the bytes that they come from.

use claimant_core::{Run, Span};

/// What the elements around a block say of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Context {
    /// In an `h1` to `h6`: its level.
    pub heading: Option<u8>,
    /// In a caption.
    pub caption: bool,
    /// In a quotation that is set apart to draw the eye and stands in the running text as well.
    pub pull_quote: bool,
    /// In an embedded post: which one of the page.
    pub post: Option<u32>,
    /// In an entry of a live blog: which one of the page.
    pub entry: Option<u32>,
    /// In the navigation or the foot of the page.
    pub furniture: bool,
    /// Not shown.
    pub hidden: bool,
}

/// A run of text without an element in it that begins a new line.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Block {
    /// White space is collapsed as browsers do; line breaks of the page's own (`br`) are kept.
    pub text: String,
    /// Where its characters come from; spans point into `text`.
    pub runs: Vec<Run>,
    /// Where it stands.
    pub context: Context,
}

impl Block {
    /// Adds a character that takes `length` bytes of the page from `at`.
    pub(crate) fn push(&mut self, c: char, at: usize, length: usize) {
        // Told to the layout, not to the reader.
        if matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2060}') {
            return;
        }
        let c = if c.is_whitespace() || c == '\0' { ' ' } else { c };
        if c == ' ' && (self.text.is_empty() || self.text.ends_with([' ', '\n'])) {
            return;
        }
        let text = Span::new(self.text.len(), self.text.len() + c.len_utf8());
        self.text.push(c);
        let literal = text.len() == length;
        match self.runs.last_mut() {
            Some(last) if literal && last.end == at && last.text.len() == last.end - last.start => {
                last.text = last.text.to(text);
                last.end += length;
            }
            _ => self.runs.push(Run { text, start: at, end: at + length }),
        }
    }

    /// Adds a line break that the page asks for.
    pub(crate) fn break_line(&mut self) {
        self.cut(self.text.trim_end_matches(' ').len());
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// Drops white space and line breaks at the end.
    pub(crate) fn finish(&mut self) {
        self.cut(self.text.trim_end().len());
    }

    fn cut(&mut self, length: usize) {
        self.text.truncate(length);
        while let Some(last) = self.runs.last_mut() {
            if last.text.end() <= length {
                break;
            }
            if last.text.start() >= length {
                self.runs.pop();
                continue;
            }
            // Only white space at the end is ever cut, one byte a character on both sides.
            last.end -= last.text.end() - length;
            last.text = Span::new(last.text.start(), length);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_collapses_and_runs_stay_true() {
        let mut block = Block::default();
        for (at, c) in " \n The \t dam\u{ad}  ".char_indices() {
            block.push(c, at, c.len_utf8());
        }
        block.break_line();
        block.push('é', 40, 2);
        block.push('&', 42, 5);
        block.push(' ', 47, 1);
        block.finish();
        assert_eq!(block.text, "The dam\né&");
        let runs: Vec<_> =
            block.runs.iter().map(|run| (run.text.of(&block.text), run.start..run.end)).collect();
        assert_eq!(runs, [("The ", 3..7), ("dam", 9..12), ("é", 40..42), ("&", 42..47)]);
    }
}
