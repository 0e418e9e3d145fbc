//! Articles that are one text: an agency's copy, printed again as it is or lightly edited.
//!
//! Shingles of five words and their Jaccard index, after Broder 1997 ("On the resemblance and containment of documents"); candidates come
//! from the least hashes of each document (a bottom-k sketch), so that no pair is looked at that shares nothing.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use super::comparison::{Article, Copies};

/// Words of a shingle.
const WORDS: usize = 5;
/// Hashes of a sketch.
const SKETCH: usize = 48;
/// Documents that are remembered for one hash: boilerplate is in all of them, and tells nothing.
const POSTINGS: usize = 16;
/// The share of common shingles from which on two texts are one.
const LEAST: f64 = 0.4;

/// Copies of each article that has any; the first in order is kept.
pub(super) fn find(articles: &[Article<'_>]) -> Vec<Copies> {
    let mut by_hash: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    let mut shingles: Vec<Vec<u64>> = Vec::new();
    let mut of: Vec<usize> = Vec::new();
    for (index, article) in articles.iter().enumerate() {
        let own = hashes(&article.document.text);
        let mut common: FxHashMap<usize, usize> = FxHashMap::default();
        for hash in own.iter().take(SKETCH) {
            let known = by_hash.entry(*hash).or_default();
            for other in known.iter() {
                *common.entry(*other).or_default() += 1;
            }
            if known.len() < POSTINGS {
                known.push(index);
            }
        }
        let mut candidates: Vec<(usize, usize)> = common.into_iter().collect();
        candidates.sort_unstable_by_key(|(other, count)| (std::cmp::Reverse(*count), *other));
        let first =
            candidates.into_iter().take(POSTINGS).map(|(other, _)| of[other]).find(|other| {
                jaccard(&own, &shingles[*other]) >= LEAST && same_numbers(articles, index, *other)
            });
        shingles.push(own);
        of.push(first.unwrap_or(index));
    }
    let mut list: Vec<Copies> = Vec::new();
    for (index, first) in of.iter().enumerate().filter(|(index, first)| index != *first) {
        let exact = bare(&articles[index].document.text) == bare(&articles[*first].document.text);
        match list.iter_mut().find(|copies| copies.of == *first) {
            Some(copies) => copies.documents.push((index, exact)),
            None => list.push(Copies { of: *first, documents: vec![(index, exact)] }),
        }
    }
    list.sort_by_key(|copies| copies.of);
    list
}

/// The hashes of a text's shingles, sorted, each once.
fn hashes(text: &str) -> Vec<u64> {
    let words: Vec<String> = words(text).collect();
    shingles(&words, WORDS.min(words.len().max(1)))
}

/// The hashes of runs of so many words, sorted, each once; none of fewer words.
pub(super) fn shingles(words: &[String], length: usize) -> Vec<u64> {
    let mut found: Vec<u64> = words
        .windows(length)
        .map(|shingle| {
            let mut hasher = FxHasher::default();
            for word in shingle {
                hasher.write(word.as_bytes());
                hasher.write_u8(0);
            }
            // The low bits of this hash are weak; the sketch takes the least values.
            hasher.finish().rotate_left(32).wrapping_mul(0x9E37_79B9_7F4A_7C15)
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Words in lower case.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

fn bare(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// A copy with another figure is no copy: it may be what corrects the first.
fn same_numbers(articles: &[Article<'_>], a: usize, b: usize) -> bool {
    let figures = |index: usize| {
        let mut list: Vec<(Option<u64>, Option<u64>)> = articles[index]
            .report
            .claims
            .iter()
            .flat_map(|claim| &claim.figures)
            .map(|figure| (figure.low.map(f64::to_bits), figure.high.map(f64::to_bits)))
            .collect();
        list.sort_unstable();
        list.dedup();
        list
    };
    let (one, other) = (figures(a), figures(b));
    // One may be cut short.
    one.iter().all(|figure| other.contains(figure)) || other.iter().all(|figure| one.contains(figure))
}

/// Common of all, of two sorted lists.
fn jaccard(a: &[u64], b: &[u64]) -> f64 {
    let (mut i, mut j, mut common) = (0, 0, 0usize);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                common += 1;
                i += 1;
                j += 1;
            }
        }
    }
    let all = a.len() + b.len() - common;
    if all == 0 { 0.0 } else { common as f64 / all as f64 }
}
