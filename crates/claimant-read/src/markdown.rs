//! Markdown: its blocks as paragraphs, headings told from text, links by their words.

use claimant_core::{Document, Origin};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::decode::Decoded;
use crate::page::{Block, assemble};

/// Whether a text is Markdown by signs that other texts do not have: metadata at its head, or a heading with
/// another sign beside it.
pub(crate) fn looks_so(text: &str) -> bool {
    let head = &text[..text.floor_char_boundary(SAMPLE)];
    if front_matter(head) > 0 {
        return true;
    }
    let heading = |line: &str| {
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        (1..=6).contains(&level) && line[level..].starts_with(' ')
    };
    let link =
        |line: &str| line.find("](").is_some_and(|at| line[..at].contains('[') && line[at..].contains(')'));
    let other = |line: &str| {
        link(line)
            || line.starts_with("> ")
            || line.starts_with("* ")
            || line.starts_with("- ")
            || line.contains("**")
    };
    head.lines().any(heading) && head.lines().any(other)
}

const SAMPLE: usize = 1 << 14;

/// How long the metadata at the head are, with the lines that fence them.
fn front_matter(text: &str) -> usize {
    let Some(rest) = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n")) else { return 0 };
    let mut length = text.len() - rest.len();
    for (number, line) in rest.split_inclusive('\n').enumerate() {
        length += line.len();
        match line.trim_end() {
            "---" | "..." if number > 0 => return length,
            line if number < 100
                && (line.is_empty() || line.contains(':') || line.starts_with(['-', ' ', '#'])) => {}
            _ => return 0,
        }
    }
    0
}

/// Reads a text as Markdown.
pub(crate) fn read(text: &Decoded) -> Document {
    let skipped = front_matter(&text.text);
    let matter = Matter::read(&text.text[..skipped]);
    let source = &text.text[skipped..];
    let mut blocks = Vec::new();
    let mut block = Block::default();
    let mut silent = 0_usize;
    let mut heading = None;
    for (event, range) in
        Parser::new_ext(source, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH).into_offset_iter()
    {
        let at = skipped + range.start;
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::Image { .. } | Tag::MetadataBlock(_)) => silent += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::Image | TagEnd::MetadataBlock(_)) => {
                silent = silent.saturating_sub(1);
            }
            Event::Start(Tag::Heading { level, .. }) => {
                flush(&mut block, &mut blocks);
                heading = Some(level as u8);
            }
            Event::End(TagEnd::Heading(_)) => {
                flush(&mut block, &mut blocks);
                heading = None;
            }
            Event::Start(tag) if !is_inline(&tag) => flush(&mut block, &mut blocks),
            Event::End(tag) if !is_inline_end(tag) => flush(&mut block, &mut blocks),
            Event::Text(words) if silent == 0 => {
                block.context.heading = heading;
                let raw = &source[range];
                // What is written as a reference has a range of its own.
                let is_literal = raw == &*words;
                for (offset, c) in words.char_indices() {
                    let (place, length) =
                        if is_literal { (at + offset, c.len_utf8()) } else { (at, raw.len()) };
                    block.push(c, place, length);
                }
            }
            Event::Code(words) if silent == 0 => {
                block.context.heading = heading;
                let raw = &source[range];
                // Its ticks are around it.
                let shift = raw.find(&*words).unwrap_or(0);
                let is_literal = raw[shift..].starts_with(&*words);
                for (offset, c) in words.char_indices() {
                    let (place, length) =
                        if is_literal { (at + shift + offset, c.len_utf8()) } else { (at, raw.len()) };
                    block.push(c, place, length);
                }
            }
            Event::SoftBreak => block.push(' ', at, 1),
            Event::HardBreak => block.break_line(),
            _ => {}
        }
    }
    flush(&mut block, &mut blocks);
    let chosen = vec![true; blocks.len()];
    let (joined, regions, runs) = assemble(&blocks, &chosen);
    Document {
        title: matter.title,
        authors: matter.authors,
        published: crate::page::published(matter.published.as_deref()),
        text: joined,
        regions,
        origin: Some(Origin { form: "markdown", encoding: text.encoding.name(), map: text.bytes_of(runs) }),
        ..Document::default()
    }
}

fn flush(block: &mut Block, blocks: &mut Vec<Block>) {
    let mut done = std::mem::take(block);
    done.finish();
    if !done.text.is_empty() {
        blocks.push(done);
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Superscript
            | Tag::Subscript
    )
}

fn is_inline_end(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Superscript
            | TagEnd::Subscript
    )
}

/// The plain fields of the metadata at the head, as blogs write them.
#[derive(Default)]
struct Matter {
    title: Option<String>,
    authors: Vec<String>,
    published: Option<String>,
}

impl Matter {
    fn read(text: &str) -> Matter {
        let mut matter = Matter::default();
        for (key, value) in text.lines().filter_map(|line| line.split_once(':')) {
            let value = value.trim().trim_matches(['"', '\'']).to_owned();
            if value.is_empty() {
                continue;
            }
            match key.trim().to_ascii_lowercase().as_str() {
                "title" => matter.title = Some(value),
                "author" => matter.authors = vec![value],
                "date" | "published" => matter.published = Some(value),
                _ => {}
            }
        }
        matter
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn told_by_its_signs() {
        assert!(looks_so("# Dam holds\n\nIt [held](https://example.org).\n"));
        assert!(looks_so("---\ntitle: Dam holds\n---\nIt held.\n"));
        assert!(!looks_so("# 1 in the charts\nIt was a good week.\n"));
        assert!(!looks_so("---\nIt held, said the mayor of the town.\n---\n"));
        assert!(!looks_so("The dam held."));
    }

    #[test]
    fn blocks_keep_their_places() {
        let text = "---\ntitle: Dam\ndate: 2024-12-27\n---\n# Dam *holds*\n\nIt [held](https://example.org), said\nAnn &amp; Bo.\n\n- One\n- Two\n\n```\ncode\n```\n";
        let document = read(&Decoded::of_text(text.to_owned()));
        assert_eq!(document.text, "Dam holds\n\nIt held, said Ann & Bo.\n\nOne\n\nTwo");
        assert_eq!(document.title.as_deref(), Some("Dam"));
        assert_eq!(document.published.unwrap().date.to_string(), "2024-12-27");
        let place = |words: &str| {
            let start = document.text.find(words).unwrap();
            let span = claimant_core::Span::new(start, start + words.len());
            &text[document.origin.as_ref().unwrap().place(span).unwrap()]
        };
        assert_eq!(place("holds"), "holds");
        assert_eq!(place("held, said Ann"), "held](https://example.org), said\nAnn");
        assert_eq!(place("&"), "&amp;");
    }
}
