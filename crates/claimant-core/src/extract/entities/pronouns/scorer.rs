//! The network that scores a candidate: one hidden layer over yes-or-no features.
//!
//! Trained by `training/pronouns.py` of this crate; `docs/models.md` says on what. Sums in a fixed order, so the same everywhere.

use std::sync::LazyLock;

use super::features::{Active, INPUTS};

static WEIGHTS: &str = include_str!("../../../../data/pronouns.txt");

struct Network {
    /// One row of hidden units for each input.
    inputs: Vec<f32>,
    bias: Vec<f32>,
    output: Vec<f32>,
}

static NETWORK: LazyLock<Network> = LazyLock::new(|| {
    let mut rows = WEIGHTS.lines().filter(|line| !line.starts_with('#')).map(|line| {
        line.split_whitespace()
            .map(|weight| weight.parse().expect("weights are numbers"))
            .collect::<Vec<f32>>()
    });
    let mut row = || rows.next().expect("the file has all rows: a test reads it");
    let (output, bias) = (row(), row());
    let inputs: Vec<f32> = (0..INPUTS).flat_map(|_| row()).collect();
    assert!(
        bias.len() == output.len() && inputs.len() == INPUTS * output.len(),
        "every row has all hidden units"
    );
    Network { inputs, bias, output }
});

/// How well a candidate fits; only differences count.
pub(super) fn score(active: &Active) -> f32 {
    let network = &*NETWORK;
    let width = network.bias.len();
    let mut hidden = network.bias.clone();
    for input in &active.0 {
        let row = &network.inputs[usize::from(*input) * width..][..width];
        for (unit, weight) in hidden.iter_mut().zip(row) {
            *unit += weight;
        }
    }
    hidden
        .iter()
        .zip(&network.output)
        .map(|(unit, weight)| unit.max(0.0) * weight)
        .fold(0.0, |sum, part| sum + part)
}
