//! Pages: the article in them, what they say of it, and the way back to their bytes.
//!
//! One pass over the markup ([`gather`]) gives the page's blocks with their bytes, what the page says of itself,
//! and the page once more for the library that tells article from furniture ([`main_text`]). The library gives
//! words without places: [`choose`] finds them again among the blocks.

mod article;
mod block;
mod choose;
mod context;
mod element;
mod gather;
mod head;
mod main_text;
mod metadata;
mod scan;
mod stack;
mod tidy;

use claimant_core::{Basis, Date, Document, Origin, Published, Region, Run};

pub(crate) use block::Block;
use gather::Gather;

use crate::decode::Decoded;

/// The article of a page. `address` is where the page was found, if that is known.
pub(crate) fn read(page: &Decoded, address: Option<&str>) -> Document {
    let mut gather = Gather::default();
    scan::scan(&page.text, &mut gather);
    let Gather { blocks, head, tidy, .. } = gather.finish();
    let mut metadata = metadata::read(&head, address);
    let mut chosen = as_repeated(&blocks, metadata.body.as_deref()).unwrap_or_else(|| {
        let found = main_text::main_text(&tidy.finish(), metadata.published.is_none());
        metadata.add(found.published, found.author);
        choose::choose(&blocks, &found.blocks)
    });
    if !chosen.contains(&true) {
        chosen = by_length(&blocks);
    }
    article::complete(&blocks, &mut chosen, metadata.title.as_deref());
    let article::Article { text, regions, runs } = article::assemble(&blocks, &chosen);
    Document {
        title: metadata.title,
        authors: metadata.authors,
        outlet: metadata.outlet,
        url: metadata.url,
        text,
        published: metadata.published.map(of_metadata),
        regions,
        origin: Some(Origin { form: "html", encoding: page.encoding.name(), map: page.bytes_of(runs) }),
        ..Document::default()
    }
}

/// A piece of a page that is all article, with its title before it: an entry of a feed.
pub(crate) fn fragment(piece: &str, title: Option<&str>, form: &'static str) -> Document {
    let mut gather = Gather::default();
    scan::scan(piece, &mut gather);
    let mut blocks = gather.finish().blocks;
    if let Some(title) = title.filter(|title| blocks.first().is_none_or(|first| first.text != *title)) {
        let mut block = Block { text: title.to_owned(), ..Block::default() };
        block.context.heading = Some(1);
        blocks.insert(0, block);
    }
    let chosen: Vec<bool> = blocks.iter().map(|block| !block.context.hidden).collect();
    let (text, regions, _) = assemble(&blocks, &chosen);
    // The piece is spelled once more by the feed around it: there is no way back to its bytes.
    let origin = Some(Origin { form, encoding: "", map: Vec::new() });
    Document { text, regions, origin, ..Document::default() }
}

/// Puts the chosen blocks into one text.
pub(crate) fn assemble(blocks: &[Block], chosen: &[bool]) -> (String, Vec<Region>, Vec<Run>) {
    let article::Article { text, regions, runs } = article::assemble(blocks, chosen);
    (text, regions, runs)
}

/// A day as metadata give it.
pub(crate) fn published(given: Option<&str>) -> Option<Published> {
    given.and_then(metadata::date::read).map(of_metadata)
}

fn of_metadata(date: Date) -> Published {
    Published { date, basis: Basis::Metadata, spans: None }
}

/// The blocks of the article where the page repeats its text for machines, and all of it stands in the page.
fn as_repeated(blocks: &[Block], body: Option<&str>) -> Option<Vec<bool>> {
    let lines = body?.lines().filter(|line| !line.trim().is_empty());
    let meant: Vec<Block> = lines.map(|line| Block { text: line.to_owned(), ..Block::default() }).collect();
    let words = |block: &Block| block.text.split_whitespace().count();
    let wanted: usize = meant.iter().map(words).sum();
    if wanted < REPEATED {
        return None;
    }
    let chosen = choose::choose(blocks, &meant);
    let found: usize =
        blocks.iter().zip(&chosen).filter(|(_, chosen)| **chosen).map(|(block, _)| words(block)).sum();
    (found * 100 >= wanted * 95 && found * 100 <= wanted * 115).then_some(chosen)
}

/// Fewer words for machines are a summary.
const REPEATED: usize = 100;

/// Where the library finds no article: everything that is long enough to be a sentence; in a page without any,
/// everything.
fn by_length(blocks: &[Block]) -> Vec<bool> {
    let shown = |block: &Block| !block.context.furniture && !block.context.hidden;
    let long = |block: &Block| shown(block) && block.text.split_whitespace().nth(SENTENCE - 1).is_some();
    let found: Vec<bool> = blocks.iter().map(long).collect();
    if found.contains(&true) { found } else { blocks.iter().map(shown).collect() }
}

/// Words that only sentences have.
const SENTENCE: usize = 8;
