//! One pass over a page that gathers all that is asked of it.

use super::block::Block;
use super::element::is_void;
use super::head::Head;
use super::scan::{Listener, Tag, characters};
use super::stack::Stack;
use super::tidy::Tidy;

/// What a page holds.
#[derive(Debug, Default)]
pub(crate) struct Gather {
    /// Its blocks in order; none is empty.
    pub blocks: Vec<Block>,
    /// What it says of itself.
    pub head: Head,
    /// The page written again, for the library.
    pub tidy: Tidy,
    stack: Stack,
    current: Block,
}

impl Gather {
    /// Ends the last block.
    pub(crate) fn finish(mut self) -> Gather {
        self.flush();
        self
    }

    fn flush(&mut self) {
        let mut block = std::mem::take(&mut self.current);
        block.finish();
        if !block.text.is_empty() {
            self.blocks.push(block);
        }
    }
}

impl Listener for Gather {
    fn open(&mut self, tag: &Tag) {
        let within_left_out = self.stack.is_left_out();
        if self.stack.open(tag) {
            self.flush();
        }
        // What this element ends without an end tag of its own gets one: the library need not find it out.
        for name in self.stack.ended() {
            self.tidy.close(&name);
        }
        if !within_left_out {
            self.head.open(tag, self.blocks.len());
        }
        if !within_left_out && !self.stack.is_left_out() {
            self.tidy.open(tag, self.stack.depth());
        }
        if tag.name == "br" && !self.stack.is_silent() {
            self.current.break_line();
        }
    }

    fn close(&mut self, name: &str) {
        let was_left_out = self.stack.is_left_out();
        if self.stack.close(name) {
            self.flush();
        }
        let ended = self.stack.ended();
        for name in &ended {
            self.tidy.close(name);
        }
        // An end tag that ends nothing here may mean something to the library: `</p>` is a paragraph.
        if !was_left_out && ended.is_empty() && !is_void(name) {
            self.tidy.close(name);
        }
        self.head.close(name);
    }

    fn text(&mut self, text: &str, raw: &str, at: usize) {
        self.head.text(text);
        if !self.stack.is_left_out() {
            self.tidy.text(text);
        }
        if self.stack.is_silent() {
            return;
        }
        let context = self.stack.context();
        let current = &mut self.current;
        characters(text, raw, at, |c, at, length| {
            if current.text.is_empty() {
                current.context = context;
            }
            current.push(c, at, length);
        });
    }
}
