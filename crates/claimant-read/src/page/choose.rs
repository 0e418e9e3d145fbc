//! The blocks of a page that an extractor meant, told by their words: it gives text and no places.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashSet, FxHasher};

use super::block::Block;

/// Words in a row that are taken to be the same words when they recur.
const SHINGLE: usize = 4;
/// The share of its words that must be the extractor's for a block to be taken.
const SHARE: f32 = 0.6;
/// Shorter blocks ("Advertisement", "By Ann Lee") recur all over a page and are believed only near others.
const SHORT: usize = 5;
/// How many blocks off the others a short one may stand.
const NEAR: usize = 4;

/// Tells for each block of the page whether it is among the `meant` ones.
pub(crate) fn choose(page: &[Block], meant: &[Block]) -> Vec<bool> {
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    let mut shingles = FxHashSet::default();
    let all: Vec<&str> = meant.iter().flat_map(|block| words_of(&block.text)).collect();
    shingles.extend(all.windows(SHINGLE).map(hash));
    for block in meant {
        *lines.entry(normal(&block.text)).or_default() += 1;
    }
    let normals: Vec<String> = page.iter().map(|block| normal(&block.text)).collect();
    let likely =
        |index: usize| lines.contains_key(&normals[index]) || share(&page[index].text, &shingles) >= SHARE;
    let likely: Vec<bool> = (0..page.len()).map(likely).collect();

    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for index in (0..page.len()).filter(|index| likely[*index]) {
        places.entry(&normals[index]).or_default().push(index);
    }
    let mut chosen = vec![false; page.len()];
    let is_short = |index: usize| words_of(&page[index].text).len() < SHORT;
    for at in places.values().filter(|at| at.len() == 1) {
        chosen[at[0]] = !is_short(at[0]);
    }
    let sure: Vec<usize> = (0..page.len()).filter(|index| chosen[*index]).collect();
    // A lead that a teaser repeats stands where the rest of the article stands.
    let mut short = vec![false; page.len()];
    for (text, at) in &places {
        if at.len() == 1 && chosen[at[0]] {
            continue;
        }
        let mut order: Vec<(bool, usize, usize)> = at
            .iter()
            .map(|index| {
                let context = page[*index].context;
                (context.furniture || context.hidden, distance(&sure, *index), *index)
            })
            .collect();
        order.sort_unstable();
        let count = lines.get(*text).copied().unwrap_or(1);
        for (_, _, index) in order.into_iter().take(count) {
            if is_short(index) && !sure.is_empty() {
                short[index] = true;
            } else {
                chosen[index] = true;
            }
        }
    }
    // One short block leads to the next, as the cells of a table do.
    let (forward, backward) = (0..page.len(), (0..page.len()).rev());
    grow(&mut chosen, &short, forward);
    grow(&mut chosen, &short, backward);
    chosen
}

/// Adds short blocks that stand near one that is chosen, going one way.
fn grow(chosen: &mut [bool], short: &[bool], way: impl Iterator<Item = usize>) {
    let mut last: Option<usize> = None;
    for index in way {
        if short[index] && last.is_some_and(|last| last.abs_diff(index) <= NEAR) {
            chosen[index] = true;
        }
        if chosen[index] {
            last = Some(index);
        }
    }
}

/// How far the nearest of some places is, in blocks; none is far from everything.
fn distance(places: &[usize], from: usize) -> usize {
    let after = places.partition_point(|place| *place < from);
    let near = [after.checked_sub(1), Some(after)];
    near.into_iter()
        .flatten()
        .filter_map(|at| places.get(at))
        .map(|place| place.abs_diff(from))
        .min()
        .unwrap_or(usize::MAX)
}

/// The share of a text's words that stand in a row that is among `shingles`.
fn share(text: &str, shingles: &FxHashSet<u64>) -> f32 {
    let words = words_of(text);
    if words.len() < SHINGLE {
        return 0.0;
    }
    let (mut covered, mut until) = (0, 0);
    for (at, window) in words.windows(SHINGLE).enumerate() {
        if shingles.contains(&hash(window)) {
            covered += at + SHINGLE - until.max(at);
            until = at + SHINGLE;
        }
    }
    covered as f32 / words.len() as f32
}

/// Words as white space parts them, and characters where a script has no spaces.
fn words_of(text: &str) -> Vec<&str> {
    let unspaced = |c: char| matches!(c, '\u{3000}'..='\u{9fff}');
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        if word.contains(unspaced) {
            words.extend(word.char_indices().map(|(at, c)| &word[at..at + c.len_utf8()]));
        } else {
            words.push(word);
        }
    }
    words
}

fn hash(words: &[&str]) -> u64 {
    let mut hasher = FxHasher::default();
    words.hash(&mut hasher);
    hasher.finish()
}

/// Extractors put white space and line breaks their own way.
pub(crate) fn normal(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(texts: &[&str]) -> Vec<Block> {
        texts.iter().map(|text| Block { text: (*text).to_owned(), ..Block::default() }).collect()
    }

    #[test]
    fn words_tell_which_blocks_are_meant() {
        let page = blocks(&[
            "Home",
            "The dam will hold, said the engineers on Monday.",
            "Most read",
            "Share",
            "Dam will hold",
            "The dam will hold, said the engineers on Monday.",
            "It was built in 1954 and is the\nlargest of the three dams on the river.",
            "Share",
            "Nobody was hurt when the road was flooded.",
            "Something else entirely happened to other people here.",
            "Share",
        ]);
        let meant = blocks(&[
            "The dam will hold, said the engineers on Monday.",
            "It was built in 1954 and is the largest of the three dams on the river. Nobody was hurt when the road was flooded.",
            "Share",
        ]);
        let chosen = choose(&page, &meant);
        let found: Vec<usize> = (0..page.len()).filter(|index| chosen[*index]).collect();
        assert_eq!(found, [5, 6, 7, 8], "{found:?}");
    }

    #[test]
    fn nothing_meant_is_nothing_chosen() {
        assert_eq!(choose(&blocks(&["One two three four five"]), &[]), [false]);
        assert!(choose(&[], &blocks(&["One"])).is_empty());
    }
}
