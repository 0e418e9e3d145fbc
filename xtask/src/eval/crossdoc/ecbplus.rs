//! Event coreference across documents, `ECB+` (Cybulska and Vossen 2014).
//!
//! Mentions are the corpus' own: actions and negated actions in the sentences that its authors list as checked. The program reads the raw
//! text (the corpus' tokens joined as English is written) and takes the word of each mention on which the others depend. Clusters are made
//! over all documents of a topic, which holds two events that look alike ("two earthquakes"), with no word on which document tells which; and,
//! beside it, over those of each subtopic, as most papers do. Chains of one mention count. `MUC`, `B³` and `CEAFe` as in the `CoNLL` 2012 scorer,
//! summed over topics (no chain goes across), `CoNLL` their mean; pairs: of all pairs of mentions of a topic that are put together, how
//! many are of one chain, and the other way round.
//!
//! Beside it, in the same run: all mentions with one head lemma are one event; and the same with the kinds of `data/events.toml` for lemmas.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;
use xshell::Shell;

use crate::eval::entities::metrics::{Chain, Measure, Sums};

/// A way to put mentions together: its name, and the fields of a mention that must agree.
const SYSTEMS: [(&str, &[&str]); 6] = [
    ("topic: head lemma", &["lemma"]),
    ("topic: kinds of event", &["kind"]),
    ("topic: ours", &["ours"]),
    ("subtopic given: head lemma", &["subtopic", "lemma"]),
    ("subtopic given: kinds of event", &["subtopic", "kind"]),
    ("subtopic given: ours", &["given"]),
];

pub(in crate::eval) fn run(shell: &Shell, shared: &Path, part: &str) -> anyhow::Result<()> {
    let all = super::lines(shell, "ecbplus.py", &[&shared.join("data/crossdoc/ecbplus")])?;
    let part = format!("\"part\": \"{part}\"");
    let lines: Vec<&str> = all.lines().filter(|line| line.contains(&part)).collect();
    let topics = super::values(&super::found(shell, "events", &lines.join("\n"))?)?;
    println!("{} documents, {} topics", lines.len(), topics.len());
    for (name, fields) in SYSTEMS {
        let mut sums = Measure::ALL.map(|(measure, _)| (measure, Sums::default()));
        let (mut right, mut given, mut owed) = (0, 0, 0);
        for topic in &topics {
            let gold = chains(topic, &["chain"]);
            let found = chains(topic, fields);
            for (measure, sums) in &mut sums {
                sums.add(*measure, &gold, &found);
            }
            let pairs = |count: usize| count * count.saturating_sub(1) / 2;
            given += found.iter().map(|chain| pairs(chain.len())).sum::<usize>();
            owed += gold.iter().map(|chain| pairs(chain.len())).sum::<usize>();
            for chain in &found {
                right += gold.iter().map(|gold| pairs(gold.intersection(chain).count())).sum::<usize>();
            }
        }
        let mean = sums.iter().map(|(_, sums)| sums.scores().2).sum::<f64>() / sums.len() as f64;
        let each: Vec<String> = Measure::ALL
            .iter()
            .zip(&sums)
            .map(|((_, name), (_, sums))| {
                let (precision, recall, f1) = sums.scores();
                format!("{name} {f1:.1} ({precision:.1}/{recall:.1})")
            })
            .collect();
        println!(
            "{name}: CoNLL {mean:.1}  {}  pairs {}",
            each.join("  "),
            super::counted(right, given, owed)
        );
    }
    Ok(())
}

/// Mentions that agree in all fields, by their places in the topic.
fn chains(topic: &Value, fields: &[&str]) -> Vec<Chain> {
    let mut chains: BTreeMap<Vec<String>, Chain> = BTreeMap::new();
    for (place, mention) in (0..).zip(topic["mentions"].as_array().into_iter().flatten()) {
        let key = fields.iter().map(|field| mention[field].to_string()).collect();
        chains.entry(key).or_default().insert(place);
    }
    chains.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mentions_that_agree_are_a_chain() {
        let topic = serde_json::json!({"mentions": [
            {"lemma": "kill", "subtopic": "a"}, {"lemma": "kill", "subtopic": "b"}, {"lemma": "die", "subtopic": "a"},
        ]});
        assert_eq!(chains(&topic, &["lemma"]), [Chain::from([2]), Chain::from([0, 1])]);
        assert_eq!(chains(&topic, &["subtopic", "lemma"]).len(), 3);
    }
}
