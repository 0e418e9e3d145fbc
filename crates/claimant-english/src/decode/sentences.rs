//! Where sentences end.

use crate::network::{Network, Scores};

/// No sentence is longer; what the network takes for one is cut at the likeliest end before.
pub(crate) const LONGEST: usize = 192;

/// The ends of sentences (one past the last token each) among tokens `from..to`, a paragraph of the scored block.
pub(crate) fn ends(network: &Network, scores: &Scores, from: usize, to: usize) -> Vec<usize> {
    let lead = |token: usize| {
        let stop = scores.of(token, network.shape.stop);
        stop[1] - stop[0]
    };
    let mut ends = Vec::new();
    let mut start = from;
    for token in from..to {
        if token - start >= LONGEST {
            let half = start + LONGEST / 2;
            let cut = (half..token)
                .reduce(|best, at| if lead(at) > lead(best) { at } else { best })
                .unwrap_or(token - 1);
            ends.push(cut + 1);
            start = cut + 1;
        }
        if lead(token) > 0.0 || token + 1 == to {
            ends.push(token + 1);
            start = token + 1;
        }
    }
    ends
}
