//! `cargo xtask eval`: accuracy, on corpora that lie outside the repository, and on the groups of articles inside it.
//!
//! Rules of matching stand in the scorers' heads: `score.py` and `score_attribution.py` beside the data,
//! `crates/claimant-english/examples/evaluate/` for trees and names.

mod attribution;
mod check_worthiness;
mod crossdoc;
mod entities;
mod factuality;
mod figures;
mod groups;
mod narrator;
mod pages;
mod propositions;
mod times;

use std::path::Path;

use xshell::{Shell, cmd};

const SEED: &str = "seeds/000_1ae7029de2fe9649.txt";

/// What can be measured, in the order of `all`.
const ALL: &[&str] = &[
    "seed",
    "attribution",
    "factuality",
    "propositions",
    "figures",
    "times",
    "check-worthiness",
    "narrator",
    "entities",
    "trees",
    "names",
    "groups",
    "ecbplus",
    "fnc1",
    "muc4",
    "pages",
];

pub(crate) fn run(
    shell: &Shell,
    what: Option<&str>,
    shared: Option<&Path>,
    part: &str,
) -> anyhow::Result<()> {
    let shared = shared.unwrap_or(Path::new("../shared"));
    // The groups are in the repository.
    if what != Some("groups") && !shell.path_exists(shared) {
        println!("skipped: needs the corpora; say where with --shared");
        return Ok(());
    }
    match what.unwrap_or("seed") {
        "all" => ALL.iter().try_for_each(|what| one(shell, what, shared, part)),
        what => one(shell, what, shared, part),
    }
}

fn one(shell: &Shell, what: &str, shared: &Path, part: &str) -> anyhow::Result<()> {
    println!("== {what}");
    match what {
        "seed" => seed(shell, shared),
        "attribution" => attribution::run(shell, shared, part),
        "factuality" => factuality::run(shell, shared, part),
        "propositions" => propositions::run(shell, shared, part),
        "entities" => entities::run(shell, shared, part),
        "trees" => trees(shell, shared, part),
        "names" => names(shell, shared, part),
        "figures" => figures::run(shell, shared),
        "times" => times::run(shell, shared),
        "check-worthiness" => check_worthiness::run(shell, shared),
        "narrator" => narrator::run(shell, shared, part),
        "groups" => groups::run(shell, part),
        "ecbplus" => crossdoc::ecbplus::run(shell, shared, part),
        "fnc1" => crossdoc::fnc1::run(shell, shared),
        "muc4" => crossdoc::muc4::run(shell, shared, part),
        "pages" => pages::run(shell, shared),
        other => anyhow::bail!(
            "there is nothing to measure by the name {other:?}; there is: all, {}",
            ALL.join(", ")
        ),
    }
}

/// The seed article against what a careful reader finds in it.
fn seed(shell: &Shell, shared: &Path) -> anyhow::Result<()> {
    let scorer = shared.join("seed/score.py");
    let report = shell.create_temp_dir()?;
    let path = report.path().join("report.json");
    let json = cmd!(
        shell,
        "cargo run --quiet --release --package claimant-cli -- extract --no-config --format json {SEED}"
    )
    .read()?;
    shell.write_file(&path, json)?;
    cmd!(shell, "python3 {scorer} {path} --text {SEED}").run()?;
    Ok(())
}

/// Tokens, sentences, tags, lemmas and trees on a part of the treebanks, and on GUM's news alone.
fn trees(shell: &Shell, shared: &Path, part: &str) -> anyhow::Result<()> {
    for (name, genre) in [("en_ewt", None), ("en_gum", None), ("en_gum", Some("news"))] {
        let path = shared.join("data/ud").join(name).join(part).with_extension("conllu");
        evaluate(shell, &["trees"], &path).args(genre).run()?;
    }
    Ok(())
}

/// Names on Universal NER, and on the parts of the news sets that training leaves aside.
fn names(shell: &Shell, shared: &Path, part: &str) -> anyhow::Result<()> {
    evaluate(shell, &["uner"], &shared.join("data/ner/uner_ewt").join(part).with_extension("iob2")).run()?;
    let folder = shell.create_temp_dir()?;
    let (data, out) = (shared.join("data"), folder.path());
    cmd!(shell, "python3 crates/claimant-english/training/names.py --data {data} --out {out}").run()?;
    for name in ["ieer", "re3d"] {
        evaluate(shell, &["names"], &out.join(name).with_extension("jsonl")).run()?;
    }
    Ok(())
}

/// The analyser's own scorer on one file.
fn evaluate<'a>(shell: &'a Shell, arguments: &[&str], path: &Path) -> xshell::Cmd<'a> {
    cmd!(
        shell,
        "cargo run --quiet --release --package claimant-english --example evaluate -- {arguments...} {path}"
    )
    .quiet()
}
