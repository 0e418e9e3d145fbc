//! Whether two claims speak of one matter, where their words differ: learned from groups of articles.
//!
//! Boosted trees ([`trees`]) over what two points have in common and what sets them apart, all of it read off the structure of their claims:
//! [`quantity`] for two figures ("six people were detained", "14 had been held"), [`saying`] for what two claims say as a whole. They were
//! fitted to the pairs of claims in `tests/groups/dev` and `later`; `training/same_matter.py` makes them (`data/same_quantity.tsv`,
//! `data/same_saying.tsv`), `docs/models.md` says more. They gather; what stands between two accounts of a matter, rules tell (`relate`).

pub(super) mod quantity;
pub(super) mod saying;
mod seen;
mod trees;

pub use quantity::NAMES as QUANTITY;
pub use saying::NAMES as SAYING;
pub use seen::{Seen, seen_pairs};

/// How many stand in both of two sorted lists.
fn common<T: Ord>(a: &[T], b: &[T]) -> usize {
    a.iter().filter(|one| b.binary_search(one).is_ok()).count()
}

/// What so many in common are of the list with the fewer, and of both together.
fn shares(common: usize, lengths: [usize; 2]) -> (f32, f32) {
    let [a, b] = lengths;
    let of = |all: usize| common as f32 / all.max(1) as f32;
    (of(a.min(b)), of(a + b - common))
}
