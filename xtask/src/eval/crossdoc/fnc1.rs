//! An article against a headline, `FNC-1`: unrelated, discuss, agree, disagree.
//!
//! Every fifth article, by its number among all, is held out with its pairs; the model (`examples/crossdoc/stance.tsv`) was trained on the
//! others. Headlines stand on both sides, as in the baseline's own split. The score is the challenge's: a quarter of a point for telling
//! unrelated from related, three quarters more for the stance of a related pair, as a share of what can be had.
//!
//! Beside it stands the challenge's baseline (gradient boosting over word overlap and lists of words), as its README gives it for its own split by
//! article, which is another fifth: <https://github.com/FakeNewsChallenge/fnc-1-baseline>.

use std::path::Path;

use xshell::Shell;

const STANCES: [&str; 4] = ["agree", "disagree", "discuss", "unrelated"];

/// The baseline's confusions: rows are gold. Its "disagree" row, from the table that its scorer prints.
const BASELINE: [[usize; 4]; 4] =
    [[119, 3, 560, 80], [14, 2, 131, 15], [59, 4, 1528, 209], [5, 1, 100, 6792]];

pub(in crate::eval) fn run(shell: &Shell, shared: &Path) -> anyhow::Result<()> {
    let lines = super::lines(shell, "fnc1.py", &[&shared.join("data/crossdoc/fnc1")])?;
    let mut confusions = [[0; 4]; 4];
    for line in super::found(shell, "stance", &lines)?.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let place = |stance: &str| STANCES.iter().position(|known| *known == stance);
        if let [_, "1", gold, found] = cells[..] {
            let (Some(gold), Some(found)) = (place(gold), place(found)) else {
                anyhow::bail!("an unknown stance in {line:?}");
            };
            confusions[gold][found] += 1;
        }
    }
    println!("ours:\n{}", told(&confusions));
    println!("the challenge's baseline, as published, on another split by article:\n{}", told(&BASELINE));
    Ok(())
}

fn told(confusions: &[[usize; 4]; 4]) -> String {
    let all: usize = confusions.iter().flatten().sum();
    let right: usize = (0..4).map(|at| confusions[at][at]).sum();
    let mut text = format!(
        "  FNC score {:.2} %, accuracy {:.1} % of {all} pairs\n",
        score(confusions),
        100.0 * right as f64 / all.max(1) as f64
    );
    let mut sum = 0.0;
    for (at, stance) in STANCES.iter().enumerate() {
        let given: usize = confusions.iter().map(|row| row[at]).sum();
        let owed: usize = confusions[at].iter().sum();
        sum += 200.0 * confusions[at][at] as f64 / (given + owed).max(1) as f64;
        text += &format!("  {stance}: {}\n", super::counted(confusions[at][at], given, owed));
    }
    text + &format!("  macro F1 {:.1}", sum / 4.0)
}

/// The challenge's score in per cent of the most.
fn score(confusions: &[[usize; 4]; 4]) -> f64 {
    let (mut points, mut most) = (0.0, 0.0);
    for (gold, row) in confusions.iter().enumerate() {
        for (found, count) in row.iter().enumerate() {
            let related = |at: usize| at != 3;
            let count = *count as f64;
            most += if related(gold) { count } else { count / 4.0 };
            if related(gold) == related(found) {
                points += count / 4.0;
            }
            if related(gold) && gold == found {
                points += count * 0.75;
            }
        }
    }
    100.0 * points / f64::max(most, 0.25)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Score and accuracy that the baseline's README gives for its table.
    #[test]
    fn the_baseline_scores_as_it_says() {
        assert!((score(&BASELINE) - 79.57).abs() < 0.01, "{}", score(&BASELINE));
    }
}
