//! The signature under an embedded post: "— Name (@handle) December 27, 2024".

use crate::calendar;
use crate::{Date, Post, Span, Spans};

/// A signature found in a paragraph.
pub(super) struct Signature {
    /// Where it begins, dash included.
    pub start: usize,
    author: Span,
    handle: Span,
    date: Option<(Span, Date)>,
}

impl Signature {
    pub(super) fn post(self, content: Spans, truncated: bool) -> Post {
        Post {
            content,
            author: self.author.into(),
            handle: Some(self.handle.into()),
            date: self.date.map(|(span, date)| (span.into(), date)),
            truncated,
        }
    }
}

/// Longer than any display name with its date.
const LONGEST: usize = 160;

/// The signature that ends the paragraph: a dash, a name, "(@handle)", and perhaps a date, nothing after.
pub(super) fn read(text: &str, paragraph: Span) -> Option<Signature> {
    let line = paragraph.of(text);
    let handle_at = line.rfind("(@")?;
    let handle_end = handle_at + line[handle_at..].find(')')?;
    let tail = &line[handle_end + 1..];
    if tail.len() > LONGEST {
        return None;
    }
    let date = calendar::full_date(tail);
    let said = date.as_ref().map_or(0, |(range, _)| range.end);
    // Nothing but the date, a time of day or a mark may follow the handle.
    let rest = &tail[said..];
    let before_date = date.as_ref().map_or("", |(range, _)| &tail[..range.start]);
    if before_date.chars().any(char::is_alphanumeric)
        || rest.chars().filter(|c| c.is_alphabetic()).count() > 4
    {
        return None;
    }
    let head = &line[..handle_at];
    let (dash, mark) = head.char_indices().rev().take(LONGEST).find(|(at, c)| {
        let spaced = head[at + c.len_utf8()..].starts_with(char::is_whitespace);
        matches!(c, '—' | '–' | '―') || (*c == '-' && spaced)
    })?;
    // "--" for a dash
    let dash = if head[..dash].ends_with('-') { dash - 1 } else { dash };
    let at = |offset: usize| paragraph.start() + offset;
    let mark_end = head[dash..]
        .find(|c: char| !matches!(c, '-' | '—' | '–' | '―'))
        .map_or(dash + mark.len_utf8(), |len| dash + len);
    let author = Span::new(at(mark_end), at(handle_end + 1)).trim(text);
    let handle = Span::new(at(handle_at + 1), at(handle_end));
    let named =
        author.start() < at(handle_at) && handle.len() > 1 && !handle.of(text).contains(char::is_whitespace);
    let date = date.map(|(range, date)| {
        (Span::new(at(handle_end + 1 + range.start), at(handle_end + 1 + range.end)), date)
    });
    named.then_some(Signature { start: at(dash), author, handle, date })
}

/// Whether a post's words break off: "…" at the end, or before a last link.
pub(super) fn breaks_off(words: &str) -> bool {
    let words = words.trim_end();
    let before_link = match words.rsplit_once(char::is_whitespace) {
        Some((before, last)) if last.contains('/') => before.trim_end(),
        _ => words,
    };
    [words, before_link].iter().any(|words| words.ends_with('…') || words.ends_with("..."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, author: &str, date: Option<&str>) {
        let found = read(text, Span::new(0, text.len())).expect(text);
        assert_eq!(found.author.of(text), author);
        assert_eq!(found.date.map(|(_, date)| date.to_string()).as_deref(), date);
    }

    #[test]
    fn signatures() {
        check("— Ann Lee (@ann_l) December 27, 2024", "Ann Lee (@ann_l)", Some("2024-12-27"));
        check("Well-known. -- Zoë 🦀 (@zoe) 3 May 2024", "Zoë 🦀 (@zoe)", Some("2024-05-03"));
        check("– Jean-Luc (@jl)", "Jean-Luc (@jl)", None);
        for text in [
            "Ann Lee (@ann) said no — really.",
            "(@ann)",
            "— (@ann) May 3, 2024",
            "— Ann (@a b)",
            "— Ann (@ann) told the paper",
        ] {
            assert!(read(text, Span::new(0, text.len())).is_none(), "{text}");
        }
    }

    #[test]
    fn words_that_break_off() {
        assert!(breaks_off("and as… pic.example.com/x") && breaks_off("and so..."));
        assert!(!breaks_off("Well… no. pic.example.com/x"));
    }
}
