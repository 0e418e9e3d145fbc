//! Factuality of predicates: Pearson's r and mean absolute error on five sets, and negated events on *SEM 2012.
//!
//! Labels and values run from -3 to 3. Tokens are the corpora's own, trees the analyser's. The regression was fitted to the train parts of
//! `uds_ih2`, `uw` and `mv2`; `cb` and `rp` it has never seen.

use std::path::Path;

use xshell::{Shell, cmd};

pub(super) fn run(shell: &Shell, shared: &Path, part: &str) -> anyhow::Result<()> {
    let data = shared.join("data/factuality");
    let files: Vec<_> = ["uds_ih2", "uw", "cb", "mv2", "rp"]
        .iter()
        .map(|set| data.join(set).join(part).with_extension("jsonl"))
        .collect();
    program(shell, "score").args(files).run()?;
    program(shell, "negation").arg(data.join("negation_sherlock").join(part).with_extension("txt")).run()?;
    Ok(())
}

fn program<'a>(shell: &'a Shell, what: &str) -> xshell::Cmd<'a> {
    cmd!(shell, "cargo run --quiet --release --package claimant-core --example factuality -- {what}").quiet()
}
