//! The network that scores a candidate: one hidden layer over yes-or-no features.
//!
//! Trained by `training/pronouns.py` of this crate; `docs/models.md` says on what. Sums in a fixed order, so the same everywhere.

use std::sync::LazyLock;

use super::features::{Active, INPUTS};

static WEIGHTS: &str = include_str!("../../../../data/pronouns.txt");

/// The weights.
#[derive(Clone, Debug)]
pub(in super::super) struct Network {
    /// One row of hidden units for each input.
    inputs: Vec<f32>,
    bias: Vec<f32>,
    output: Vec<f32>,
}

static NETWORK: LazyLock<Network> =
    LazyLock::new(|| Network::parse(WEIGHTS).expect("the file has all rows: a test reads it"));

impl Network {
    /// The one in the program.
    pub(super) fn embedded() -> &'static Network {
        &NETWORK
    }

    /// Reads output weights, biases, and one row for each input; none where a row is missing or broken.
    pub(in super::super) fn parse(weights: &str) -> Option<Network> {
        let mut rows = weights.lines().filter(|line| !line.starts_with('#')).map(|line| {
            line.split_whitespace().map(|weight| weight.parse().ok()).collect::<Option<Vec<f32>>>()
        });
        let mut row = || rows.next().flatten();
        let (output, bias) = (row()?, row()?);
        let inputs: Vec<f32> =
            (0..INPUTS).map(|_| row()).collect::<Option<Vec<_>>>()?.into_iter().flatten().collect();
        let whole = bias.len() == output.len() && inputs.len() == INPUTS * output.len();
        whole.then_some(Network { inputs, bias, output })
    }

    /// How well a candidate fits; only differences count.
    pub(super) fn score(&self, active: &Active) -> f32 {
        let width = self.bias.len();
        let mut hidden = self.bias.clone();
        for input in &active.0 {
            let row = &self.inputs[usize::from(*input) * width..][..width];
            for (unit, weight) in hidden.iter_mut().zip(row) {
                *unit += weight;
            }
        }
        hidden
            .iter()
            .zip(&self.output)
            .map(|(unit, weight)| unit.max(0.0) * weight)
            .fold(0.0, |sum, part| sum + part)
    }
}
