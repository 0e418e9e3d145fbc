//! The check-worthiness model: a weight for each feature, and the logistic of their sum.

use std::sync::LazyLock;

use super::features::BUCKETS;

/// A linear model over hashed features. `training/check_worthiness.py` makes it; docs/models.md says of what.
pub(crate) struct Model {
    bias: f32,
    scale: f32,
    weights: &'static [u8],
}

static EMBEDDED: LazyLock<Model> = LazyLock::new(|| {
    Model::read(include_bytes!("../../../data/check_worthiness.bin"))
        .expect("the model in the crate is made for it, and a test reads it")
});

impl Model {
    /// The model in the crate.
    pub(crate) fn embedded() -> &'static Model {
        &EMBEDDED
    }

    /// Bias and scale as little-endian floats, then one signed byte for each feature.
    fn read(bytes: &'static [u8]) -> Option<Model> {
        let (bias, rest) = bytes.split_first_chunk::<4>()?;
        let (scale, weights) = rest.split_first_chunk::<4>()?;
        let (bias, scale) = (f32::from_le_bytes(*bias), f32::from_le_bytes(*scale));
        (weights.len() == BUCKETS && bias.is_finite() && scale.is_finite()).then_some(Model {
            bias,
            scale,
            weights,
        })
    }

    /// How much a statement with these features is worth checking, 0 to 1, in hundredths.
    ///
    /// The more features there are, the less each counts, by the fourth root of their number: a short sentence need not make up for what
    /// it does not say. The weights add up as integers, so that no order of summing shows in the score.
    pub(crate) fn score(&self, features: &[u16]) -> f32 {
        let sum: i32 = features.iter().map(|at| i32::from(self.weights[usize::from(*at)] as i8)).sum();
        let root = (features.len().max(1) as f32).sqrt().sqrt();
        (logistic(self.bias + self.scale * sum as f32 / root) * 100.0).round() / 100.0
    }
}

/// 1 / (1 + e⁻ˣ) by sums and products alone, which are the same bits on every machine: e^y is (1 + y/1024)^1024.
fn logistic(x: f32) -> f32 {
    let mut power = 1.0 - x.abs().min(20.0) / 1024.0;
    for _ in 0..10 {
        power *= power;
    }
    let high = 1.0 / (1.0 + power);
    if x < 0.0 { 1.0 - high } else { high }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_model_is_whole() {
        assert!((0.0..=1.0).contains(&Model::embedded().score(&[0, 1, u16::MAX])));
    }

    #[test]
    fn the_logistic_is_close() {
        for x in [-30.0_f32, -3.0, -0.1, 0.0, 0.5, 2.0, 8.0] {
            let exact = 1.0 / (1.0 + (-x).exp());
            assert!((logistic(x) - exact).abs() < 1e-3, "{x}");
        }
    }
}
