//! The check-worthiness model on a sentence by itself, as training and measuring use it.

use claimant_english::{Analyser, Analysis};

use super::features;
use super::model::Model;

/// The features of a sentence.
pub fn features(sentence: &str) -> Vec<u16> {
    let analysis = Analyser::embedded().analyse(sentence);
    let end = without_stop(&analysis, sentence);
    features::features(&analysis, sentence, 0..end)
}

/// How much a sentence is worth checking, 0 to 1.
pub fn score(sentence: &str) -> f32 {
    Model::embedded().score(&features(sentence))
}

/// The tokens without the full stop at their end, which a content has not either.
fn without_stop(analysis: &Analysis, sentence: &str) -> usize {
    let end = analysis.tokens.len();
    let stop = analysis.tokens.last().is_some_and(|token| token.span.of(sentence) == ".");
    end - usize::from(stop)
}
