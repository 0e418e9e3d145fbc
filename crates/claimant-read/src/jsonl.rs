//! JSON Lines: a document on each line, as data sets and crawlers write them.

use std::io::{self, BufRead, Read};

use serde_json::Value;

use crate::entry::{Entry, Raw};
use crate::reading::{Content, Parts};
use crate::unpack::Stream;
use crate::{Fields, Limits, Unreadable};

/// Whether the head of an input is JSON Lines; `is_cut` tells that more follows. JSON of another kind is an error,
/// since its braces and keys are nobody's words.
pub(crate) fn looks_so(head: &[u8], is_cut: bool) -> Result<bool, Unreadable> {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    if !head.starts_with(b"{") {
        return Ok(false);
    }
    let end = head.iter().position(|byte| *byte == b'\n');
    let line = &head[..end.unwrap_or(head.len())];
    if serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok() {
        return Ok(true);
    }
    let inner = line[1..].trim_ascii_start();
    if end.is_none() && is_cut && inner.starts_with(b"\"") {
        return Ok(true);
    }
    if serde_json::from_slice::<serde::de::IgnoredAny>(head).is_ok() || (is_cut && inner.is_empty()) {
        return Err(Unreadable::new("this is JSON, but not JSON Lines")
            .hint("put each document on a line of its own, for instance with `jq -c`"));
    }
    Ok(false)
}

/// The documents, one on each line that is not blank.
pub(crate) fn entries(
    bytes: Stream<'_>,
    fields: Fields,
    limits: Limits,
) -> impl Iterator<Item = Entry> + Send {
    let mut lines = Lines { bytes, most: limits.document, number: 0, is_over: false };
    std::iter::from_fn(move || {
        let line = lines.next()?;
        let place = format!("line-{}", line.number);
        Some(match line.bytes.and_then(|bytes| document(&bytes, &fields)) {
            Ok((id, parts)) => Entry { id: id.or(Some(place)), raw: Raw::Parts(Box::new(parts)) },
            Err(fault) => Entry::fault(Some(place), fault),
        })
    })
}

struct Lines<'a> {
    bytes: Stream<'a>,
    most: usize,
    number: usize,
    is_over: bool,
}

struct Line {
    number: usize,
    bytes: Result<Vec<u8>, Unreadable>,
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        while !self.is_over {
            self.number += 1;
            let mut line = Vec::new();
            let read = self.bytes.by_ref().take(self.most as u64 + 1).read_until(b'\n', &mut line);
            let bytes = match read {
                Ok(0) => return None,
                Ok(_) if line.len() > self.most && !line.ends_with(b"\n") => {
                    self.is_over = self.skip_line().is_err();
                    Err(Unreadable::too_long("line", self.most))
                }
                Ok(_) => Ok(line),
                Err(error) => {
                    self.is_over = true;
                    Err(Unreadable::of_io(&error))
                }
            };
            if bytes.as_ref().is_ok_and(|line| line.trim_ascii().is_empty()) {
                continue;
            }
            return Some(Line { number: self.number, bytes });
        }
        None
    }
}

impl Lines<'_> {
    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let buffer = self.bytes.fill_buf()?;
            let (length, ends) = match buffer.iter().position(|byte| *byte == b'\n') {
                Some(at) => (at + 1, true),
                None => (buffer.len(), buffer.is_empty()),
            };
            self.bytes.consume(length);
            if ends {
                return Ok(());
            }
        }
    }
}

/// What a line says.
fn document(line: &[u8], fields: &Fields) -> Result<(Option<String>, Parts), Unreadable> {
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let value: Value = serde_json::from_slice(line)
        .map_err(|error| Unreadable::new(format!("this line is no JSON: {error}")))?;
    let text = |name: &str| get(&value, name).and_then(Value::as_str).map(str::to_owned);
    let content = match (text(&fields.text), text(&fields.html)) {
        (Some(text), _) => Content::Text(text),
        (None, Some(html)) => Content::Page(html),
        (None, None) => {
            let message = format!(
                "this line has neither a field {:?} nor a field {:?} that is a string",
                fields.text, fields.html
            );
            return Err(Unreadable::new(message)
                .hint("say what the field is called, with `--text-field` or `--html-field`"));
        }
    };
    let id = match get(&value, &fields.id) {
        Some(Value::String(id)) if !id.is_empty() => Some(id.clone()),
        Some(Value::Number(id)) => Some(id.to_string()),
        _ => None,
    };
    let parts = Parts {
        form: "jsonl",
        content,
        title: text(&fields.title),
        published: text(&fields.published),
        url: text(&fields.url),
        authors: Vec::new(),
        outlet: None,
    };
    Ok((id, parts))
}

/// A field by its name, or by the way into objects.
fn get<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    value.get(name).or_else(|| name.split('.').try_fold(value, |value, key| value.get(key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_by_its_first_line() {
        let check = |head: &str, expected: Option<bool>| {
            assert_eq!(looks_so(head.as_bytes(), false).ok(), expected, "{head}");
        };
        check("{\"text\": \"a\"}\n{\"text\"", Some(true));
        check("\u{feff} {\"text\": \"a\"}", Some(true));
        check("{\n  \"text\": \"a\"\n}", None);
        check("{{Infobox}}\nText", Some(false));
        check("[Reuters] Text", Some(false));
        assert!(looks_so(b"{\"text\": \"very long", true).unwrap());
    }
}
