//! `cargo xtask fuzz`: any bytes into the core, its invariants checked.

use xshell::{Shell, cmd};

pub(crate) fn run(shell: &Shell, seconds: u64) -> anyhow::Result<()> {
    if cmd!(shell, "cargo +nightly fuzz --version").quiet().ignore_stderr().read().is_err() {
        return crate::skipped("cargo-fuzz and a nightly compiler (cargo install cargo-fuzz)");
    }
    shell.change_dir("crates/claimant-core");
    let limit = format!("-max_total_time={seconds}");
    cmd!(shell, "cargo +nightly fuzz run extract -- {limit} -max_len=4096").run()?;
    Ok(())
}
