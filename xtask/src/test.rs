//! `cargo xtask test`: the one command for all tests.

use xshell::{Shell, cmd};

pub(crate) fn run(shell: &Shell) -> anyhow::Result<()> {
    // The command line's tests run the real program.
    cmd!(shell, "cargo build --quiet --package claimant-cli").run()?;
    cmd!(shell, "cargo test --workspace").run()?;
    Ok(())
}
