//! `cargo xtask eval`: accuracy, by scorers that lie outside the repository with their data.

use std::path::Path;

use xshell::{Shell, cmd};

const SEED: &str = "seeds/000_1ae7029de2fe9649.txt";

pub(crate) fn run(shell: &Shell, what: Option<&str>, shared: Option<&Path>) -> anyhow::Result<()> {
    match what {
        None | Some("seed") => seed(shell, shared.unwrap_or(Path::new("../shared"))),
        Some(other) => anyhow::bail!("there is nothing to measure by the name {other:?}; there is: seed"),
    }
}

/// The seed article against what a careful reader finds in it; the scorer prints its rules' outcome.
fn seed(shell: &Shell, shared: &Path) -> anyhow::Result<()> {
    let scorer = shared.join("seed/score.py");
    if !shell.path_exists(&scorer) {
        println!("skipped: needs {} (say where with --shared)", scorer.display());
        return Ok(());
    }
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
