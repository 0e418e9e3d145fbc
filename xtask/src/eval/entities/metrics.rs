//! `MUC`, `B³` and `CEAFe` of predicted against gold chains.

use std::collections::{BTreeMap, BTreeSet};

/// A chain: its mentions by any number that tells them apart.
pub(in crate::eval) type Chain = BTreeSet<u64>;

/// Sums over documents: what is right and how much there is, for precision and for recall.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::eval) struct Sums {
    precision: (f64, f64),
    recall: (f64, f64),
}

impl Sums {
    pub(in crate::eval) fn add(&mut self, measure: Measure, gold: &[Chain], found: &[Chain]) {
        let recall = measure.one_way(gold, found);
        let precision = measure.one_way(found, gold);
        self.recall = (self.recall.0 + recall.0, self.recall.1 + recall.1);
        self.precision = (self.precision.0 + precision.0, self.precision.1 + precision.1);
    }

    /// Precision, recall and F1 in per cent.
    pub(in crate::eval) fn scores(&self) -> (f64, f64, f64) {
        let share = |(right, all): (f64, f64)| if all > 0.0 { 100.0 * right / all } else { 0.0 };
        let (precision, recall) = (share(self.precision), share(self.recall));
        (precision, recall, f1(precision, recall))
    }
}

fn f1(precision: f64, recall: f64) -> f64 {
    if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}

/// "P 1.0 R 1.0 F1 1.0" of counts.
pub(in crate::eval) fn line(right: f64, given: f64, owed: f64) -> String {
    let (precision, recall) = (100.0 * right / given.max(1.0), 100.0 * right / owed.max(1.0));
    format!("P {precision:.1} R {recall:.1} F1 {:.1}", f1(precision, recall))
}

#[derive(Clone, Copy, Debug)]
pub(in crate::eval) enum Measure {
    Muc,
    B3,
    Ceafe,
}

impl Measure {
    pub(in crate::eval) const ALL: [(Measure, &str); 3] =
        [(Measure::Muc, "MUC"), (Measure::B3, "B³"), (Measure::Ceafe, "CEAFe")];

    /// How much of `chains` the `others` find, and how much there is: recall where `chains` are the gold.
    fn one_way(self, chains: &[Chain], others: &[Chain]) -> (f64, f64) {
        let by_mention: BTreeMap<u64, usize> = others
            .iter()
            .enumerate()
            .flat_map(|(index, chain)| chain.iter().map(move |mention| (*mention, index)))
            .collect();
        let other = |mention: &u64| by_mention.get(mention).copied();
        match self {
            // Links that are missing to hold a chain together.
            Measure::Muc => chains.iter().fold((0.0, 0.0), |(right, all), chain| {
                let parts: BTreeSet<usize> = chain.iter().filter_map(other).collect();
                let alone = chain.iter().filter(|mention| other(mention).is_none()).count();
                (right + (chain.len() - parts.len() - alone) as f64, all + (chain.len() - 1) as f64)
            }),
            // For each mention, how much of its chain is in the other's.
            Measure::B3 => chains.iter().fold((0.0, 0.0), |(right, all), chain| {
                let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
                for index in chain.iter().filter_map(other) {
                    *shared.entry(index).or_default() += 1;
                }
                let found: f64 =
                    shared.values().map(|count| (count * count) as f64 / chain.len() as f64).sum();
                (right + found, all + chain.len() as f64)
            }),
            // The best pairs of chains, one to one.
            Measure::Ceafe => {
                let likeness: Vec<Vec<f64>> = chains
                    .iter()
                    .map(|chain| {
                        others
                            .iter()
                            .map(|other| {
                                2.0 * chain.intersection(other).count() as f64
                                    / (chain.len() + other.len()) as f64
                            })
                            .collect()
                    })
                    .collect();
                (best_pairs(&likeness), chains.len() as f64)
            }
        }
    }
}

/// The greatest sum of entries with no two in one row or column: the Hungarian method with potentials.
fn best_pairs(likeness: &[Vec<f64>]) -> f64 {
    let (rows, columns) = (likeness.len(), likeness.first().map_or(0, Vec::len));
    let size = rows.max(columns);
    let cost = |row: usize, column: usize| {
        -likeness.get(row).and_then(|row| row.get(column)).copied().unwrap_or(0.0)
    };
    let (mut of_row, mut of_column) = (vec![0.0; size + 1], vec![0.0; size + 1]);
    // Rows and columns count from 1; 0 is none.
    let mut matched = vec![0usize; size + 1];
    for row in 1..=size {
        let mut way = vec![0usize; size + 1];
        let mut least = vec![f64::INFINITY; size + 1];
        let mut used = vec![false; size + 1];
        let mut column = 0;
        matched[0] = row;
        loop {
            used[column] = true;
            let at = matched[column];
            let (mut step, mut next) = (f64::INFINITY, 0);
            for other in 1..=size {
                if used[other] {
                    continue;
                }
                let reduced = cost(at - 1, other - 1) - of_row[at] - of_column[other];
                if reduced < least[other] {
                    (least[other], way[other]) = (reduced, column);
                }
                if least[other] < step {
                    (step, next) = (least[other], other);
                }
            }
            for other in 0..=size {
                if used[other] {
                    of_row[matched[other]] += step;
                    of_column[other] -= step;
                } else {
                    least[other] -= step;
                }
            }
            column = next;
            if matched[column] == 0 {
                break;
            }
        }
        while column != 0 {
            matched[column] = matched[way[column]];
            column = way[column];
        }
    }
    (1..=size).map(|column| -cost(matched[column] - 1, column - 1)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(gold: &[&[u64]], found: &[&[u64]], expected: [f64; 3]) {
        let chains = |given: &[&[u64]]| {
            given.iter().map(|chain| chain.iter().copied().collect()).collect::<Vec<Chain>>()
        };
        for ((measure, name), expected) in Measure::ALL.into_iter().zip(expected) {
            let mut sums = Sums::default();
            sums.add(measure, &chains(gold), &chains(found));
            assert!((sums.scores().2 - expected).abs() < 0.05, "{name}: {:?}", sums.scores());
        }
    }

    #[test]
    fn chains_against_chains() {
        check(&[&[1, 2, 3]], &[&[1, 2, 3]], [100.0, 100.0, 100.0]);
        // The example of the reference scorer's paper (Pradhan et al. 2014): MUC 40, B³ 45 (46 there, from rounded parts), CEAFe 52.
        check(&[&[1, 2, 3], &[4, 5, 6, 7]], &[&[1, 2], &[3, 4], &[6, 7, 8, 9]], [40.0, 45.45, 52.0]);
    }
}
