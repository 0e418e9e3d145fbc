//! From scores to structure: the best sentences, trees, spans and links that the scores allow.

pub(crate) mod consensus;
pub(crate) mod links;
pub(crate) mod sentences;
pub(crate) mod signed;
pub(crate) mod spans;
pub(crate) mod subject;
pub(crate) mod tree;

/// The place of the highest score, the first of several equal ones.
pub(crate) fn best(scores: &[f32]) -> usize {
    let mut best = 0;
    for (at, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = at;
        }
    }
    best
}

/// Signed distances in tokens to 32 buckets: exact up to 4, then by powers of the square root of two (as in training/heads.py).
pub(crate) fn bucket(from: usize, to: usize) -> usize {
    let apart = from.abs_diff(to);
    let near = if apart < 4 {
        apart
    } else {
        // floor(4 + 2·log2(apart / 4)): whole powers of two, and one more beyond √2 of them.
        let log = apart.ilog2() as usize;
        let half = usize::from(apart * apart >= 1 << (2 * log + 1));
        (4 + 2 * (log - 2) + half).min(15)
    };
    if to < from { near } else { 16 + near }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_are_those_of_training() {
        for apart in 1_usize..2000 {
            let plain = if apart < 4 {
                apart
            } else {
                ((4.0 + 2.0 * (apart as f64 / 4.0).log2()).floor() as usize).min(15)
            };
            assert_eq!(bucket(5000, 5000 + apart), 16 + plain, "{apart}");
            assert_eq!(bucket(5000, 5000 - apart), plain, "{apart}");
        }
        assert_eq!(bucket(3, 3), 16);
    }
}
