//! The elements that are open.

use std::collections::BTreeMap;

use super::block::Context;
use super::context::Counts;
use super::element::{ends, is_block, is_left_out, is_silent, is_void};
use super::scan::Tag;

/// Which elements are open at a point of a page, without a tree of it. Every event costs constant time on the
/// whole: what is closed was opened once.
#[derive(Debug, Default)]
pub(crate) struct Stack {
    open: Vec<Open>,
    /// Where those of each name are: an end tag finds its start without a search.
    places: BTreeMap<String, Vec<usize>>,
    /// What was ended since it was last asked for, the innermost first, as far as it was not left out.
    ended: Vec<String>,
    silent: usize,
    left_out: usize,
    numbers: Counts,
}

#[derive(Debug)]
struct Open {
    name: String,
    context: Context,
    left_out: bool,
    /// How many of those open up to this one, itself among them, are blocks.
    blocks: usize,
}

/// How far down an element whose end tag was left out is looked for.
const NEAR: usize = 8;

impl Stack {
    /// What the open elements say.
    pub(crate) fn context(&self) -> Context {
        self.open.last().map(|open| open.context).unwrap_or_default()
    }

    /// How many are open.
    pub(crate) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Inside what nobody reads as text.
    pub(crate) fn is_silent(&self) -> bool {
        self.silent > 0
    }

    /// Inside what says nothing of the text at all.
    pub(crate) fn is_left_out(&self) -> bool {
        self.left_out > 0
    }

    /// Opens an element. Tells whether a line ends here.
    pub(crate) fn open(&mut self, tag: &Tag) -> bool {
        let name = tag.name.as_str();
        let mut line_ends = is_block(name);
        if is_void(name) {
            return line_ends;
        }
        // An item ends the paragraph in the item before it, and then that item.
        loop {
            let near = self.open.iter().rev().take(NEAR).take_while(|open| !bounds(name, &open.name));
            let Some(depth) = near.into_iter().position(|open| ends(name, &open.name)) else { break };
            for _ in 0..=depth {
                line_ends |= self.pop();
            }
        }
        let context = self.context().within(tag, &mut self.numbers);
        let left_out = is_left_out(tag);
        let blocks = self.open.last().map_or(0, |open| open.blocks) + usize::from(is_block(name));
        self.places.entry(name.to_owned()).or_default().push(self.open.len());
        self.open.push(Open { name: name.to_owned(), context, left_out, blocks });
        self.silent += usize::from(is_silent(name));
        self.left_out += usize::from(left_out);
        line_ends
    }

    /// Closes an element and those in it. Tells whether a line ends here.
    pub(crate) fn close(&mut self, name: &str) -> bool {
        let mut line_ends = is_block(name);
        let Some(place) = self.places.get(name).and_then(|places| places.last().copied()) else {
            return line_ends;
        };
        // `<b><p>one</b> two</p>` is one paragraph: what formats ends no block.
        let within = self.open.last().map_or(0, |open| open.blocks) - self.open[place].blocks;
        if !is_block(name) && !is_silent(name) && within > 0 {
            return false;
        }
        while self.open.len() > place {
            line_ends |= self.pop();
        }
        line_ends
    }

    /// What was ended since the last call, by its own end tag or without one, the innermost first; not what was left out.
    pub(crate) fn ended(&mut self) -> Vec<String> {
        std::mem::take(&mut self.ended)
    }

    fn pop(&mut self) -> bool {
        let Some(open) = self.open.pop() else { return false };
        self.silent -= usize::from(is_silent(&open.name));
        let is_kept = self.left_out == 0;
        self.left_out -= usize::from(open.left_out);
        if let Some(places) = self.places.get_mut(&open.name) {
            places.pop();
        }
        let is_block = is_block(&open.name);
        self.ended.extend(is_kept.then_some(open.name));
        is_block
    }
}

/// Whether the search for what an element ends stops at an open one: a list in an item has items of its own.
fn bounds(opened: &str, open: &str) -> bool {
    match opened {
        "li" => matches!(open, "ul" | "ol" | "menu"),
        "dt" | "dd" => open == "dl",
        "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" => open == "table",
        _ => matches!(open, "td" | "th" | "table" | "button" | "body" | "div" | "section" | "article"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(stack: &Stack) -> Vec<&str> {
        stack.open.iter().map(|open| open.name.as_str()).collect()
    }

    fn open(stack: &mut Stack, name: &str) -> bool {
        stack.open(&Tag { name: name.to_owned(), attributes: Vec::new() })
    }

    #[test]
    fn end_tags_may_be_left_out() {
        let mut stack = Stack::default();
        for name in ["html", "head", "title"] {
            open(&mut stack, name);
        }
        stack.close("title");
        for name in ["body", "ul", "li", "p", "b"] {
            open(&mut stack, name);
        }
        assert_eq!(names(&stack), ["html", "body", "ul", "li", "p", "b"]);
        assert!(open(&mut stack, "li"));
        assert_eq!(names(&stack), ["html", "body", "ul", "li"]);
        open(&mut stack, "ul");
        open(&mut stack, "li");
        assert_eq!(names(&stack), ["html", "body", "ul", "li", "ul", "li"]);
        assert!(!stack.close("em"), "it was never opened");
        assert!(stack.close("ul"));
        assert_eq!(names(&stack), ["html", "body", "ul", "li"]);
    }

    #[test]
    fn what_ends_is_told() {
        let mut stack = Stack::default();
        for name in ["ul", "li", "section", "li"] {
            open(&mut stack, name);
        }
        assert_eq!(names(&stack), ["ul", "li"]);
        assert_eq!(stack.ended(), ["section", "li"]);
        stack.close("ul");
        assert_eq!(stack.ended(), ["li", "ul"]);
    }

    #[test]
    fn what_formats_ends_no_block() {
        let mut stack = Stack::default();
        for name in ["b", "p", "i"] {
            open(&mut stack, name);
        }
        assert!(!stack.close("b"));
        assert!(!stack.close("i"));
        assert!(stack.close("p"));
        assert_eq!(names(&stack), ["b"]);
    }
}
