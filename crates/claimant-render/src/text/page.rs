//! Lines of a given width.

use std::borrow::Cow;

use anstyle::{AnsiColor, Style};
use textwrap::{Options, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;

use crate::{Look, clean};

/// Beyond this, lines are hard to follow, however wide the terminal is.
const WIDEST: usize = 100;
/// Below this, wrapping does more harm than a terminal's own.
const NARROWEST: usize = 40;

/// What a stretch of text is; colour only repeats what its place says already.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Tone {
    /// The words of the article.
    Plain,
    /// Who, and headings.
    Strong,
    /// How it is said.
    Manner,
    /// Labels and counts.
    Faint,
}

impl Tone {
    fn style(self) -> Style {
        match self {
            Tone::Plain => Style::new(),
            Tone::Strong => Style::new().bold(),
            Tone::Manner => AnsiColor::Cyan.on_default(),
            Tone::Faint => Style::new().dimmed(),
        }
    }
}

/// The lines so far. Everything that is put on it is cleaned of control characters.
pub(crate) struct Page {
    text: String,
    width: usize,
    color: bool,
}

impl Page {
    pub(crate) fn new(look: &Look) -> Page {
        Page { text: String::new(), width: look.width.clamp(NARROWEST, WIDEST), color: look.color }
    }

    /// An empty line.
    pub(crate) fn gap(&mut self) {
        self.text.push('\n');
    }

    /// Text at an indent.
    pub(crate) fn line(&mut self, indent: usize, tone: Tone, text: &str) {
        self.put(&" ".repeat(indent), indent, tone, text);
    }

    /// Text at an indent whose further lines stand deeper.
    pub(crate) fn hanging(&mut self, indent: usize, text: &str) {
        self.put(&" ".repeat(indent), indent + 2, Tone::Plain, text);
    }

    /// A label at an indent, and `column` columns further the text.
    pub(crate) fn labelled(
        &mut self,
        indent: usize,
        column: usize,
        (label_tone, label): (Tone, &str),
        (tone, text): (Tone, &str),
    ) {
        let label = clean(label);
        let gap = column.saturating_sub(label.width());
        let first = format!("{:indent$}{}{:gap$}", "", self.painted(label_tone, &label), "");
        self.put(&first, indent + column, tone, text);
    }

    pub(crate) fn finish(self) -> String {
        self.text
    }

    /// Puts the lines of `text`: the first one after `first`, the others at an indent.
    fn put(&mut self, first: &str, indent: usize, tone: Tone, text: &str) {
        let text = clean(text);
        let width = self.width.saturating_sub(indent).max(NARROWEST / 2);
        // First fit is linear; the best fit is not, and contents can be long.
        let options = Options::new(width).wrap_algorithm(WrapAlgorithm::FirstFit);
        for (index, line) in textwrap::wrap(&text, options).iter().enumerate() {
            if index == 0 {
                self.text.push_str(first);
            } else {
                self.text.extend(std::iter::repeat_n(' ', indent));
            }
            let line = self.painted(tone, line);
            self.text.push_str(&line);
            self.text.push('\n');
        }
    }

    fn painted<'t>(&self, tone: Tone, text: &'t str) -> Cow<'t, str> {
        let style = tone.style();
        if self.color && !style.is_plain() && !text.is_empty() {
            Cow::Owned(format!("{style}{text}{style:#}"))
        } else {
            Cow::Borrowed(text)
        }
    }
}
