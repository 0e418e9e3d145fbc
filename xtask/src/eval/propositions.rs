//! Propositions against the tuples of `CaRB`; the rule of matching stands in the head of `crates/claimant-core/examples/propositions.rs`.

use std::path::Path;

use xshell::{Shell, cmd};

pub(super) fn run(shell: &Shell, shared: &Path, part: &str) -> anyhow::Result<()> {
    let folder = shared.join("data/openie/carb");
    let files = [folder.join(part).with_extension("tsv"), folder.join(format!("said_{part}.tsv"))];
    cmd!(shell, "cargo run --quiet --release --package claimant-core --example propositions -- {files...}")
        .quiet()
        .run()?;
    Ok(())
}
