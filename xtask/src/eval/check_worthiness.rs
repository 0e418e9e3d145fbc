//! Check-worthiness on the parts that training sets aside: the ranking of sentences, and the share that is right above the threshold.
//!
//! Average precision: the mean, over the positive sentences of a list, of the share of positive ones among those ranked no lower.
//! Of sentences with the same score the negative ones are ranked first. A transcript without a positive sentence has none and is
//! left out of the mean. Precision and recall are those of the sentences that score at least the default threshold.

use std::path::Path;

use anyhow::Context;
use xshell::{Shell, cmd};

/// The default of `Builder::narrator_threshold`.
const THRESHOLD: f32 = 0.5;

pub(super) fn run(shell: &Shell, shared: &Path) -> anyhow::Result<()> {
    let folder = shell.create_temp_dir()?;
    let (data, out) = (shared.join("data"), folder.path());
    cmd!(shell, "python3 crates/claimant-core/training/worthiness_sets.py --data {data} --out {out}")
        .quiet()
        .run()?;
    let mut transcripts = Vec::new();
    for path in shell.read_dir(out)? {
        let text = shell.read_file(&path)?;
        let rows: Vec<(&str, &str)> = text.lines().filter_map(|line| line.split_once('\t')).collect();
        let sentences: Vec<&str> = rows.iter().map(|(_, sentence)| *sentence).collect();
        let scores = cmd!(
            shell,
            "cargo run --quiet --release --package claimant-core --example check_worthiness -- scores"
        )
        .stdin(format!("{}\n", sentences.join("\n")))
        .quiet()
        .read()?;
        let scores: Vec<f32> = scores.lines().map(str::parse).collect::<Result<_, _>>().context("a score")?;
        anyhow::ensure!(scores.len() == rows.len(), "a sentence was lost");
        let ranked: Vec<(f32, bool)> =
            scores.into_iter().zip(&rows).map(|(score, (label, _))| (score, *label == "1")).collect();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match average_precision(&ranked) {
            Some(average) if name.starts_with("checkthat") => transcripts.push((name, average, ranked)),
            Some(average) => println!("{name}: average precision {average:.3}, {}", above(&ranked)),
            None => println!("{name}: nothing positive in it"),
        }
    }
    for (name, average, ranked) in &transcripts {
        println!("{name}: average precision {average:.3} ({} sentences)", ranked.len());
    }
    let mean = transcripts.iter().map(|(_, average, _)| average).sum::<f64>() / transcripts.len() as f64;
    let all: Vec<(f32, bool)> = transcripts.into_iter().flat_map(|(_, _, ranked)| ranked).collect();
    println!("checkthat: mean average precision {mean:.3}, {}", above(&all));
    Ok(())
}

/// None where nothing is positive.
fn average_precision(scored: &[(f32, bool)]) -> Option<f64> {
    let mut ranked = scored.to_vec();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let (mut positive, mut sum) = (0, 0.0);
    for (rank, (_, is_positive)) in (1..).zip(ranked) {
        if is_positive {
            positive += 1;
            sum += f64::from(positive) / f64::from(rank);
        }
    }
    (positive > 0).then(|| sum / f64::from(positive))
}

/// Precision and recall above the threshold.
fn above(scored: &[(f32, bool)]) -> String {
    let count = |wanted: &dyn Fn(&(f32, bool)) -> bool| scored.iter().filter(|one| wanted(one)).count();
    let (given, owed) = (count(&|one| one.0 >= THRESHOLD), count(&|one| one.1));
    let right = count(&|one| one.0 >= THRESHOLD && one.1);
    let share = |of: usize| right as f64 / of.max(1) as f64;
    format!(
        "at {THRESHOLD}: precision {:.3}, recall {:.3} ({right} right of {given} given, {owed} owed of {})",
        share(given),
        share(owed),
        scored.len()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn average_precision_by_hand() {
        let check = |scored: &[(f32, bool)], expected: Option<f64>| {
            assert_eq!(average_precision(scored), expected);
        };
        check(&[], None);
        check(&[(0.9, false)], None);
        check(&[(0.9, true), (0.8, false), (0.7, true)], Some(f64::midpoint(1.0, 2.0 / 3.0)));
        check(&[(0.5, true), (0.5, false)], Some(0.5));
    }
}
