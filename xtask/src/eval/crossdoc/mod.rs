//! Comparing, on corpora of others: one event in several documents (`ECB+`), an article against a headline (`FNC-1`), reports of attacks
//! (`MUC-4`). Each file's head has its rule.

pub(super) mod ecbplus;
pub(super) mod fnc1;
pub(super) mod muc4;

use std::path::Path;

use serde_json::Value;
use xshell::{Shell, cmd};

/// The corpus in the form that the program below reads, by its reader in `crates/claimant-core/training/`.
fn lines(shell: &Shell, script: &str, arguments: &[&Path]) -> anyhow::Result<String> {
    let folder = shell.create_temp_dir()?;
    let out = folder.path().join("lines.jsonl");
    let script = Path::new("crates/claimant-core/training").join(script);
    let word = (script.file_name().is_some_and(|name| name == "fnc1.py")).then_some("lines");
    cmd!(shell, "python3 {script} {word...} {arguments...} {out}").quiet().run()?;
    Ok(shell.read_file(out)?)
}

/// What the library finds: `examples/crossdoc/`.
fn found(shell: &Shell, what: &str, lines: &str) -> anyhow::Result<String> {
    Ok(cmd!(shell, "cargo run --quiet --release --package claimant-core --example crossdoc -- {what}")
        .stdin(lines)
        .quiet()
        .read()?)
}

fn values(lines: &str) -> anyhow::Result<Vec<Value>> {
    lines.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

/// "P 1.0 R 1.0 F1 1.0 (1 of 1 found, 1 owed)" of counts.
fn counted(right: usize, given: usize, owed: usize) -> String {
    let share = |all: usize| 100.0 * right as f64 / all.max(1) as f64;
    let both = 200.0 * right as f64 / (given + owed).max(1) as f64;
    format!(
        "P {:.1} R {:.1} F1 {both:.1} ({right} right, {given} found, {owed} owed)",
        share(given),
        share(owed)
    )
}
