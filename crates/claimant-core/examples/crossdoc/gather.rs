//! Average linkage: the two clusters that are most alike in the mean of their pairs are joined, as long as that is above a threshold.
//!
//! Quadratic in the number of mentions: for the few hundred of a topic. What compares articles is `compare/threads.rs`, which is linear.

/// The cluster of each of `count` mentions, numbered by their first; `likely` gives how likely two are one.
pub(crate) fn gather(count: usize, likely: impl Fn(usize, usize) -> f32, least: f32) -> Vec<usize> {
    let mut sums: Vec<Vec<f32>> =
        (0..count).map(|a| (0..count).map(|b| if a == b { 0.0 } else { likely(a, b) }).collect()).collect();
    let mut sizes = vec![1usize; count];
    let mut of: Vec<usize> = (0..count).collect();
    let mut alive: Vec<usize> = (0..count).collect();
    loop {
        let mut best: Option<(f32, usize, usize)> = None;
        for (place, a) in alive.iter().enumerate() {
            for b in &alive[place + 1..] {
                let mean = sums[*a][*b] / (sizes[*a] * sizes[*b]) as f32;
                if mean >= least && best.is_none_or(|(most, ..)| mean > most) {
                    best = Some((mean, *a, *b));
                }
            }
        }
        let Some((_, a, b)) = best else { return of };
        for other in alive.iter().copied().filter(|other| *other != a && *other != b) {
            let sum = sums[a][other] + sums[b][other];
            (sums[a][other], sums[other][a]) = (sum, sum);
        }
        sizes[a] += sizes[b];
        alive.retain(|one| *one != b);
        of.iter_mut().filter(|cluster| **cluster == b).for_each(|cluster| *cluster = a);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_mean_decides() {
        let likely = |a: usize, b: usize| match (a.min(b), a.max(b)) {
            (0, 1) => 0.9,
            (1, 2) => 0.8,
            _ => 0.1,
        };
        assert_eq!(super::gather(3, likely, 0.5), [0, 0, 2]);
        assert_eq!(super::gather(3, likely, 0.4), [0, 0, 0]);
    }
}
