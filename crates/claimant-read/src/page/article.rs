//! The article of a page: which blocks, in which regions, as one text.

use claimant_core::{Region, RegionKind, Run, Span};

use super::block::Block;
use super::choose::normal;

/// A text with its regions and its way back.
#[derive(Debug, Default)]
pub(crate) struct Article {
    pub text: String,
    pub regions: Vec<Region>,
    /// Into the decoded page.
    pub runs: Vec<Run>,
}

/// Adds to what an extractor chose what belongs to the article besides: its headline, captions and posts.
pub(crate) fn complete(page: &[Block], chosen: &mut [bool], title: Option<&str>) {
    let (Some(first), Some(last)) =
        (chosen.iter().position(|chosen| *chosen), chosen.iter().rposition(|chosen| *chosen))
    else {
        return;
    };
    for index in first..=last {
        let Block { text, context, .. } = &page[index];
        let belongs = context.caption || context.post.is_some();
        if belongs && !context.hidden && !context.furniture && text.split(' ').take(3).count() == 3 {
            chosen[index] = true;
        }
    }
    let title = title.map(letters).filter(|title| !title.is_empty());
    let is_title = |index: &usize| {
        let Block { text, context, .. } = &page[*index];
        context.heading.is_some_and(|level| level <= 2)
            && title.as_ref().is_some_and(|title| alike(&letters(&normal(text)), title))
    };
    let headline = (0..=first).rev().find(is_title).or_else(|| {
        (0..first)
            .rev()
            .find(|index| page[*index].context.heading == Some(1) && !page[*index].context.furniture)
    });
    if let Some(headline) = headline {
        chosen[headline] = true;
    }
}

/// A title without what its spellings differ in.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Titles differ in what the outlet adds to them.
fn alike(one: &str, other: &str) -> bool {
    !one.is_empty()
        && (one == other
            || (one.len() > 20 && other.starts_with(one))
            || (other.len() > 20 && one.starts_with(other)))
}

/// Puts the chosen blocks into one text, with a blank line between them.
pub(crate) fn assemble(page: &[Block], chosen: &[bool]) -> Article {
    let mut article = Article::default();
    // What the last region is of, and the block that would go on with it.
    let mut last = None;
    for (index, block) in page.iter().enumerate().filter(|(index, _)| chosen[*index]) {
        if !article.text.is_empty() {
            article.text.push_str("\n\n");
        }
        let start = article.text.len();
        if start + block.text.len() > Span::LIMIT {
            break;
        }
        article.text.push_str(&block.text);
        let span = Span::new(start, article.text.len());
        let moved = |run: &Run| Run {
            text: Span::new(run.text.start() + start, run.text.end() + start),
            start: run.start,
            end: run.end,
        };
        article.runs.extend(block.runs.iter().map(moved));
        let Some(kind) = kind(block) else { continue };
        // The words of a post and its signature, and the paragraphs of a live blog's entry, are blocks of their own.
        let whole = (kind, block.context.post, block.context.entry);
        let goes_on = matches!(kind, RegionKind::Post | RegionKind::Body) && last == Some((whole, index));
        last = Some((whole, index + 1));
        match article.regions.last_mut() {
            Some(region) if goes_on => region.spans = region.spans.hull().to(span).into(),
            _ => article.regions.push(Region { kind, spans: span.into(), post: None }),
        }
    }
    article
}

/// What a block is, where the page says so; the rest is told by its form, as in any text.
fn kind(block: &Block) -> Option<RegionKind> {
    let context = &block.context;
    if context.post.is_some() {
        Some(RegionKind::Post)
    } else if context.pull_quote {
        // The running text has it too, and a claim is counted once.
        Some(RegionKind::Boilerplate)
    } else if context.caption {
        Some(RegionKind::Caption)
    } else if context.heading.is_some() {
        Some(RegionKind::Headline)
    } else {
        // Each entry of a live blog is a region; what stands between them is told by its form.
        context.entry.map(|_| RegionKind::Body)
    }
}
