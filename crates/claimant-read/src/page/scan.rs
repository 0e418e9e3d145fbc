//! A page's markup as events that know their bytes.

use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

/// A start tag.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Tag {
    /// In lower case.
    pub name: String,
    /// Names in lower case with their decoded values, in the order of the page.
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute, if the tag has it.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether its class names one of these, in any case.
    pub(crate) fn has_class(&self, names: &[&str]) -> bool {
        let classes = self.get("class").unwrap_or_default().split_ascii_whitespace();
        classes.into_iter().any(|class| names.iter().any(|name| class.eq_ignore_ascii_case(name)))
    }
}

/// Takes the events of a page in its order.
pub(crate) trait Listener {
    /// A start tag. Whether it needs an end tag is the listener's to know.
    fn open(&mut self, tag: &Tag);

    /// An end tag.
    fn close(&mut self, name: &str);

    /// Characters between tags, decoded, with the byte of the page at which they begin. `raw` is the page from
    /// there on.
    fn text(&mut self, text: &str, raw: &str, at: usize);
}

/// Reads a page from its first character to its last. Any text is a page; nothing fails.
pub(crate) fn scan(page: &str, listener: &mut dyn Listener) {
    let mut tag: Option<Tag> = None;
    let mut value_of: Option<String> = None;
    let lossy = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                tag = Some(Tag { name: lossy(name), attributes: Vec::new() });
                value_of = None;
            }
            CallbackEvent::AttributeName { name } => {
                if let Some(tag) = &mut tag
                    && tag.attributes.len() < ATTRIBUTES
                {
                    tag.attributes.push((lossy(name), String::new()));
                    value_of = Some(lossy(name));
                } else {
                    value_of = None;
                }
            }
            CallbackEvent::AttributeValue { value } => {
                if let (Some(tag), Some(_)) = (&mut tag, value_of.take())
                    && let Some(last) = tag.attributes.last_mut()
                {
                    last.1 = lossy(value);
                }
            }
            CallbackEvent::CloseStartTag { .. } => {
                if let Some(tag) = tag.take() {
                    listener.open(&tag);
                }
            }
            CallbackEvent::EndTag { name } => {
                tag = None;
                listener.close(&lossy(name));
            }
            CallbackEvent::String { value } => {
                let raw = page.get(span.start..).unwrap_or_default();
                listener.text(&String::from_utf8_lossy(value), raw, span.start);
            }
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
        None::<Infallible>
    });
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(page, emitter).try_for_each(|token| token.map(|_| ()));
}

/// No page has more on one tag for a reader's sake.
const ATTRIBUTES: usize = 64;

/// The characters of a text as the page spells them: each with its place and how many bytes it takes there.
pub(crate) fn characters(text: &str, raw: &str, at: usize, mut each: impl FnMut(char, usize, usize)) {
    if !text.contains('&') && raw.starts_with(text) {
        for (offset, c) in text.char_indices() {
            each(c, at + offset, c.len_utf8());
        }
        return;
    }
    let mut rest = raw;
    let mut decoded = text.chars();
    // What is spelled otherwise: character references and line ends. All else is the same on both sides.
    while let Some(c) = rest.chars().next().filter(|_| !decoded.as_str().is_empty()) {
        let place = at + raw.len() - rest.len();
        let (taken, gives) = match c {
            '&' => reference(rest),
            '\r' if rest.starts_with("\r\n") => (2, 1),
            _ => (c.len_utf8(), 1),
        };
        rest = &rest[taken..];
        for index in 0..gives {
            let Some(c) = decoded.next() else { return };
            // A reference that stands for two characters: the second takes no bytes of its own.
            each(c, place, if index == 0 { taken } else { 0 });
        }
    }
    // Only where the page ends before its text, which does not happen.
    decoded.for_each(|c| each(c, at + raw.len(), 0));
}

/// How many bytes of `raw`, which begins with `&`, a character reference takes, and for how many characters it
/// stands. The standard's own rules decide, and so its own tokenizer is asked.
fn reference(raw: &str) -> (usize, usize) {
    let body = raw[1..].bytes().take(LONGEST_REFERENCE);
    let named = body.take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
    let semicolon = usize::from(raw[1 + named..].starts_with(';'));
    let whole = &raw[..1 + named + semicolon];
    let mut decoded = String::new();
    for Ok(token) in Tokenizer::new(whole) {
        if let html5gum::Token::String(text) = token {
            decoded.push_str(&String::from_utf8_lossy(&text));
        }
    }
    if decoded == whole {
        // No reference after all.
        return (1, 1);
    }
    // "&notit;" is "¬it;": what it leaves over stands there for itself.
    let left = decoded.bytes().rev().zip(whole.bytes().rev()).take_while(|(a, b)| a == b).count();
    let left = if decoded.is_ascii() && decoded.len() == 1 { 0 } else { left };
    let own = decoded.len().saturating_sub(left);
    match decoded.get(..own) {
        Some(own) if !own.is_empty() => (whole.len() - left, own.chars().count()),
        _ => (1, 1),
    }
}

/// The longest name of a character reference has 31 letters.
const LONGEST_REFERENCE: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;

    fn places(raw: &str) -> Vec<(char, usize, usize)> {
        struct Places(Vec<(char, usize, usize)>);
        impl Listener for Places {
            fn open(&mut self, _: &Tag) {}
            fn close(&mut self, _: &str) {}
            fn text(&mut self, text: &str, raw: &str, at: usize) {
                characters(text, raw, at, |c, at, length| self.0.push((c, at, length)));
            }
        }
        let mut places = Places(Vec::new());
        scan(raw, &mut places);
        places.0
    }

    #[test]
    fn characters_know_their_bytes() {
        assert_eq!(places("<b>é</b>"), [('é', 3, 2)]);
        assert_eq!(places("a&amp;b"), [('a', 0, 1), ('&', 1, 5), ('b', 6, 1)]);
        assert_eq!(places("&#x201C;x"), [('“', 0, 8), ('x', 8, 1)]);
        assert_eq!(places("&notit;"), [('¬', 0, 4), ('i', 4, 1), ('t', 5, 1), (';', 6, 1)]);
        assert_eq!(places("&nGt;"), [('≫', 0, 5), ('\u{20d2}', 0, 0)]);
        assert_eq!(
            places("R&D &x; &"),
            [
                ('R', 0, 1),
                ('&', 1, 1),
                ('D', 2, 1),
                (' ', 3, 1),
                ('&', 4, 1),
                ('x', 5, 1),
                (';', 6, 1),
                (' ', 7, 1),
                ('&', 8, 1)
            ]
        );
        assert_eq!(places("a\r\nb"), [('a', 0, 1), ('\n', 1, 2), ('b', 3, 1)]);
        assert_eq!(places("<!-- no --><script>if (a < b) {}</script>c").last(), Some(&('c', 41, 1)));
    }

    #[test]
    fn tags_have_their_attributes() {
        struct Tags(Vec<Tag>);
        impl Listener for Tags {
            fn open(&mut self, tag: &Tag) {
                self.0.push(tag.clone());
            }
            fn close(&mut self, _: &str) {}
            fn text(&mut self, _: &str, _: &str, _: usize) {}
        }
        let mut tags = Tags(Vec::new());
        scan("<DIV Class='a  Pull-Quote' hidden id=\"x&amp;y\"><br/>", &mut tags);
        assert!(tags.0[0].has_class(&["pull-quote"]));
        assert_eq!((tags.0[0].get("hidden"), tags.0[0].get("id")), (Some(""), Some("x&y")));
        assert_eq!(tags.0[1].name, "br");
    }
}
