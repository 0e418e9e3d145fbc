//! Coreference: pronouns on `GAP`, chains on `GUM`.
//!
//! GAP: of each passage's two names and one pronoun, a name counts as meant when some mention of the pronoun's chain has its head word
//! or the beginning of its name inside the name; precision, recall and F1 over both names of all passages (the rule of `gap_scorer.py`).
//!
//! GUM: raw text in, its news documents of the dev part and of the train part (on which nothing but the pronoun network was trained).
//! A mention is right when its head word is (of the gold, the word in its span that hangs on one outside); `MUC`, `B³` and
//! `CEAFe` as in the `CoNLL` 2012 scorer, summed over documents, and their mean. Twice: without chains of one mention in either,
//! and with them.
//! Beside them, a proxy for pronouns as sources of claims, since no corpus has those: third-person pronouns of GUM, all genres, that speak;
//! right where something they are joined to shares their chain.

mod gum;
pub(super) mod metrics;

use std::path::Path;

use anyhow::Context;
use serde_json::{Value, json};
use xshell::{Shell, cmd};

pub(super) fn run(shell: &Shell, shared: &Path, part: &str) -> anyhow::Result<()> {
    gap(shell, &shared.join("data/coref/gap").join(part).with_extension("tsv"))?;
    for part in ["dev", "train"] {
        gum::run(shell, &shared.join("data/ud/en_gum").join(part).with_extension("conllu"), part)?;
    }
    Ok(())
}

/// What the program decides in documents, one JSON object for each.
fn decided(shell: &Shell, documents: &[Value]) -> anyhow::Result<Vec<Value>> {
    let lines: Vec<String> = documents.iter().map(ToString::to_string).collect();
    let out = cmd!(
        shell,
        "cargo run --quiet --release --package claimant-core --example coreference -- --features"
    )
    .stdin(lines.join("\n"))
    .quiet()
    .read()?;
    out.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

/// The chains of one document: where the heads of mentions begin, and with `names` their names too.
fn chains(document: &Value, names: bool) -> Vec<Vec<u64>> {
    let starts =
        |mention: &Value| [mention["head"][0].as_u64(), mention["name"][0].as_u64().filter(|_| names)];
    let heads = |chain: &Value| chain.as_array().into_iter().flatten().flat_map(starts).flatten().collect();
    document["chains"].as_array().into_iter().flatten().map(heads).collect()
}

fn gap(shell: &Shell, path: &Path) -> anyhow::Result<()> {
    let file = shell.read_file(path)?;
    let rows: Vec<Vec<&str>> = file.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    let documents: Vec<Value> = rows.iter().map(|row| json!({"id": row[0], "text": row[1]})).collect();
    let (mut right, mut given, mut owed) = (0, 0, 0);
    for (row, found) in rows.iter().zip(decided(shell, &documents)?) {
        let pronoun: u64 = row[3].parse().context("a pronoun's offset")?;
        let chains = chains(&found, true);
        let chain = chains.iter().find(|chain| chain.contains(&pronoun));
        for (name, offset, meant) in [(row[4], row[5], row[6]), (row[7], row[8], row[9])] {
            let start: u64 = offset.parse().context("a name's offset")?;
            let name = start..start + name.chars().count() as u64;
            let meant = meant.eq_ignore_ascii_case("true");
            let found = chain.is_some_and(|chain| chain.iter().any(|head| name.contains(head)));
            right += u32::from(found && meant);
            given += u32::from(found);
            owed += u32::from(meant);
        }
    }
    println!(
        "{}: pronouns of {} passages: {}",
        path.display(),
        rows.len(),
        metrics::line(right.into(), given.into(), owed.into())
    );
    Ok(())
}
