//! Paragraphs: lines, with hard-wrapped lines put back together.

use crate::Span;

/// The paragraphs of `text` in order, each without white space at its ends, none empty.
///
/// A line is a paragraph, but lines that were only wrapped are joined: within a block between blank
/// lines when every line but the last is of a wrapped line's length, and anywhere when a line that
/// does not end a sentence is followed by one that begins in lower case.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut paragraphs = Vec::new();
    let mut block: Vec<Span> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{c}']) {
        let span = Span::new(at, at + line.len());
        at += line.len();
        let trimmed = span.trim(text);
        // The second half of "\r\n" is no blank line.
        if trimmed.is_empty() && line == "\n" && text[..span.start()].ends_with('\r') {
            continue;
        }
        if trimmed.is_empty() {
            close_block(text, &mut block, &mut paragraphs);
        } else {
            block.push(trimmed);
        }
    }
    close_block(text, &mut block, &mut paragraphs);
    paragraphs
}

/// Columns of a line that was broken by a program rather than by its writer.
const WRAPPED: std::ops::RangeInclusive<usize> = 50..=100;

fn close_block(text: &str, block: &mut Vec<Span>, paragraphs: &mut Vec<Span>) {
    let lines = std::mem::take(block);
    let Some((_, full)) = lines.split_last() else { return };
    let wrapped = full.iter().all(|line| WRAPPED.contains(&line.len()));
    let mut open: Option<Span> = None;
    for line in lines {
        open = Some(match open {
            Some(before) if wrapped || runs_on(before.of(text), line.of(text)) => before.to(line),
            Some(before) => {
                paragraphs.push(before);
                line
            }
            None => line,
        });
    }
    paragraphs.extend(open);
}

fn runs_on(before: &str, line: &str) -> bool {
    let ended = before.ends_with(['.', '!', '?', '…', ':', ';', '”', '"', '’', '»', ')']);
    !ended && line.chars().next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = paragraphs(text).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_are_paragraphs_unless_wrapped() {
        check("One.\nTwo.\r\n\r\n  Three. \n", &["One.", "Two.", "Three."]);
        check(
            "The minister said that\nshe would resign.\nNobody else did.",
            &["The minister said that\nshe would resign.", "Nobody else did."],
        );
        let wrapped = "The minister of transport said on Monday that Ann\nLee would resign.";
        check(wrapped, &["The minister of transport said on Monday that Ann", "Lee would resign."]);
        let wrapped = "The minister of transport said on Monday that the Ann\nLee would resign.";
        check(wrapped, &[wrapped]);
        check("\u{2028}\n \u{a0}", &[]);
    }
}
