//! The page as the library gets it: the same words and elements, without what could make a parser run away.

use std::collections::BTreeMap;

use super::element::{is_formatting, is_void};
use super::scan::Tag;

/// Writes a page again. Elements nest only so deep, and elements that format lose their attributes, because
/// parsers open every differing one again in each paragraph.
#[derive(Debug, Default)]
pub(crate) struct Tidy {
    page: String,
    /// How many elements of each name are open beyond the limit and were not written.
    beyond: BTreeMap<String, usize>,
    is_raw: bool,
}

/// Deeper than any page that people read.
const DEPTH: usize = 200;

/// Attributes that say nothing of the text and can be long.
const WEIGHT: &[&str] = &["src", "srcset", "sizes", "integrity", "nonce", "d", "points"];

impl Tidy {
    /// The page so far.
    pub(crate) fn finish(self) -> String {
        self.page
    }

    /// A start tag within so many open elements.
    pub(crate) fn open(&mut self, tag: &Tag, depth: usize) {
        let name = tag.name.as_str();
        if depth > DEPTH {
            if !is_void(name) {
                *self.beyond.entry(name.to_owned()).or_default() += 1;
            }
            return;
        }
        self.is_raw = name == "script";
        self.page.push('<');
        self.page.push_str(name);
        let formats = is_formatting(name);
        let kept = |key: &str| !formats && !key.starts_with("on") && !WEIGHT.contains(&key);
        for (key, value) in tag.attributes.iter().filter(|(key, _)| kept(key)) {
            self.page.push(' ');
            self.page.push_str(key);
            self.page.push_str("=\"");
            escape(value, &mut self.page);
            self.page.push('"');
        }
        self.page.push('>');
    }

    /// An end tag.
    pub(crate) fn close(&mut self, name: &str) {
        self.is_raw = false;
        if let Some(beyond) = self.beyond.get_mut(name).filter(|beyond| **beyond > 0) {
            *beyond -= 1;
            return;
        }
        self.page.push_str("</");
        self.page.push_str(name);
        self.page.push('>');
    }

    /// Characters between tags.
    pub(crate) fn text(&mut self, text: &str) {
        if self.is_raw {
            self.page.push_str(text);
        } else {
            escape(text, &mut self.page);
        }
    }
}

fn escape(text: &str, to: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\0']) {
        to.push_str(&rest[..at]);
        match rest.as_bytes()[at] {
            b'&' => to.push_str("&amp;"),
            b'<' => to.push_str("&lt;"),
            b'>' => to.push_str("&gt;"),
            b'"' => to.push_str("&quot;"),
            _ => {}
        }
        rest = &rest[at + 1..];
    }
    to.push_str(rest);
}
