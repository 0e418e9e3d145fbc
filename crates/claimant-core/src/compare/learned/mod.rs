//! Whether two claims speak of one matter, where their words differ: learned from groups of articles.
//!
//! Boosted trees ([`trees`]) over what two points have in common and what sets them apart, all of it read off the structure of their claims:
//! [`quantity`] for two figures ("six people were detained", "14 had been held"), [`saying`] for what two claims say as a whole. They were
//! fitted to the pairs of claims in `tests/groups/dev` and `later`; `training/same_matter.py` makes them (`data/same_quantity.tsv`,
//! `data/same_saying.tsv`), `docs/models.md` says more. They gather; what stands between two accounts of a matter, rules tell (`relate`).

pub(super) mod quantity;
pub(super) mod saying;
mod trees;

/// Two points of two claims, with what the trees see of them. For the project's own tools.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The claims, by document and place in its report.
    pub claims: [(usize, u32); 2],
    /// The words of the points.
    pub words: [String; 2],
    /// The two are figures; else what two claims say as a whole.
    pub figures: bool,
    /// Whether the rules set the two beside each other.
    pub aligned: bool,
    /// In the order of [`QUANTITY`] or [`SAYING`].
    pub features: Vec<f32>,
}

pub use quantity::NAMES as QUANTITY;
pub use saying::NAMES as SAYING;

/// How much two sorted lists share: how many, of the shorter one, and of both.
fn shared<T: Ord>(a: &[T], b: &[T]) -> [f32; 3] {
    let common = a.iter().filter(|one| b.binary_search(one).is_ok()).count() as f32;
    let (all, fewer) = (a.len() + b.len(), a.len().min(b.len()));
    [common, common / fewer.max(1) as f32, common / (all as f32 - common).max(1.0)]
}
