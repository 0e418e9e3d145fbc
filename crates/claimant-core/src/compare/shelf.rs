//! The documents so far, by the words that tell their stories: each new one is set beside so many of its own story, however many there are.

use rustc_hash::FxHashMap;

use super::story::Stories;

/// Documents that a new one is set beside: those with most words in common, and of these the latest.
const NEIGHBOURS: usize = 24;
/// Documents that are asked whether they tell its story.
const ASKED: usize = 160;
/// Documents that are looked at for a word: the latest that have it.
const WITH_A_WORD: usize = 160;

/// Documents by the words that tell their stories.
#[derive(Default)]
pub(super) struct Shelf<'a> {
    by_word: FxHashMap<&'a str, Vec<usize>>,
}

impl<'a> Shelf<'a> {
    pub(super) fn put(&mut self, stories: &Stories<'a>, document: usize) {
        for word in stories.keys(document) {
            self.by_word.entry(word).or_default().push(document);
        }
    }

    /// Documents of its story, in their order.
    pub(super) fn neighbours(&self, stories: &Stories<'a>, document: usize) -> Vec<usize> {
        let with =
            |word| self.by_word.get(word).into_iter().flat_map(|list| list.iter().rev().take(WITH_A_WORD));
        let found = stories.keys(document).flat_map(with).copied().collect();
        let told = most_found(found).take(ASKED);
        let mut near: Vec<usize> =
            told.filter(|other| stories.same(*other, document)).take(NEIGHBOURS).collect();
        near.sort_unstable();
        near
    }
}

/// Each once, those that are found most often first, of these the latest.
pub(super) fn most_found<T: Ord + Copy>(mut found: Vec<T>) -> impl Iterator<Item = T> {
    found.sort_unstable();
    let mut counted: Vec<(usize, T)> =
        found.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0])).collect();
    counted.sort_unstable_by(|a, b| b.cmp(a));
    counted.into_iter().map(|(_, one)| one)
}
