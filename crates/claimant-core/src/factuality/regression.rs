//! The learned number: a sum of weights of features, fitted to readers' judgements (docs/models.md).

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::features;
use super::tree::Tree;

struct Weights {
    /// What a predicate without features has.
    base: f32,
    weights: FxHashMap<&'static str, f32>,
}

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    let mut found = Weights { base: 0.0, weights: FxHashMap::default() };
    for line in include_str!("../../data/factuality.tsv").lines().filter(|line| !line.starts_with("# ")) {
        let (name, weight) =
            line.rsplit_once('\t').expect("a line has a name and a weight: a test reads all");
        let weight: f32 = weight.parse().expect("a weight is a number: a test reads all");
        if name.is_empty() {
            found.base = weight;
        } else {
            found.weights.insert(name, weight);
        }
    }
    found
});

/// How far readers would take the predicate to have happened: from -3, certainly not, to 3, certainly.
///
/// The rules and this can disagree: the rules say what the words say, this what a reader makes of them, with likelihoods that no
/// single word carries (a future, a wish, an "and" after a refusal).
pub(crate) fn value(tree: &Tree<'_>, predicate: usize) -> f32 {
    let features = features::of(tree, predicate);
    // The features come in a fixed order, so the sum is the same bits everywhere.
    let sum: f32 = features.iter().filter_map(|name| WEIGHTS.weights.get(name.as_str())).sum();
    (WEIGHTS.base + sum).clamp(-3.0, 3.0)
}

#[cfg(test)]
mod tests {
    use claimant_english::Analyser;

    use super::*;

    #[test]
    fn the_weights_load() {
        assert!(WEIGHTS.weights.len() > 1000);
        assert!(WEIGHTS.weights.values().all(|weight| weight.is_finite()));
    }

    #[test]
    fn what_happened_has_more_than_what_did_not() {
        let value = |text: &str, word: &str| {
            let analysis = Analyser::embedded().analyse(text);
            let at = analysis.tokens.iter().position(|token| token.span.of(text) == word).unwrap();
            value(&Tree::of(&analysis, text, at), at)
        };
        let happened = value("The dam broke on Monday.", "broke");
        let may = value("The dam may break on Monday.", "break");
        let not = value("The dam did not break on Monday.", "break");
        assert!(happened > 2.0 && happened > may && may > not && not < 0.0, "{happened} {may} {not}");
    }
}
