//! Paragraphs: lines, with hard-wrapped lines put back together.

use crate::Span;

/// The paragraphs of `text` in order, each without white space at its ends, none empty.
///
/// A line is a paragraph, but lines that were only wrapped are joined: within a block between blank
/// lines when every line but the last is of a wrapped line's length, in a text whose lines are hardly
/// ever longer, and anywhere when a line that does not end a sentence is followed by one that begins in
/// lower case.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let may_wrap = may_wrap(text);
    let mut paragraphs = Vec::new();
    let mut block: Vec<Span> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive(BREAKS) {
        let span = Span::new(at, at + line.len());
        at += line.len();
        let trimmed = span.trim(text);
        // The second half of "\r\n" is no blank line.
        if trimmed.is_empty() && line == "\n" && text[..span.start()].ends_with('\r') {
            continue;
        }
        if trimmed.is_empty() {
            close_block(text, may_wrap, &mut block, &mut paragraphs);
        } else {
            block.push(trimmed);
        }
    }
    close_block(text, may_wrap, &mut block, &mut paragraphs);
    paragraphs
}

/// Columns of a line that was broken by a program rather than by its writer.
const WRAPPED: std::ops::RangeInclusive<usize> = 50..=100;

/// Whether the lines may have been broken by a program: it leaves hardly any that is longer than a wrapped one, an address without a space
/// at most. A headline right above a paragraph in one long line is no wrapped line.
fn may_wrap(text: &str) -> bool {
    let mut lines = 0;
    let mut long = 0;
    for line in text.split(BREAKS).map(str::trim).filter(|line| !line.is_empty()) {
        lines += 1;
        long += usize::from(line.len() > *WRAPPED.end() && line.contains(' '));
    }
    long * RARE <= lines
}

/// One long line in so many is a table's or a heading's.
const RARE: usize = 20;

const BREAKS: [char; 6] = ['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{c}'];

fn close_block(text: &str, may_wrap: bool, block: &mut Vec<Span>, paragraphs: &mut Vec<Span>) {
    let lines = std::mem::take(block);
    let Some((_, full)) = lines.split_last() else { return };
    let wrapped = may_wrap && full.iter().all(|line| WRAPPED.contains(&line.len()));
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
        let headline = "Bus plunges into a ravine in the south, killing at least 17";
        let lead = "LIMA, March 4 (Agency) - A long-distance bus left a mountain road on Wednesday and fell some 80 metres into a ravine, police said.";
        check(&format!("{headline}\n{lead}\n\nMore."), &[headline, lead, "More."]);
    }
}
