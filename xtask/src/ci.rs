//! `cargo xtask ci`: every check, in the order in which a failure is cheapest to learn.

use xshell::{Shell, cmd};

pub(crate) fn run(shell: &Shell) -> anyhow::Result<()> {
    step("format", || Ok(cmd!(shell, "cargo fmt --all --check").run()?))?;
    step("tidy", || crate::tidy::run(shell))?;
    step("lints", || {
        Ok(cmd!(shell, "cargo clippy --workspace --all-targets --quiet -- --deny warnings").run()?)
    })?;
    step("core without features", || Ok(cmd!(shell, "cargo check --quiet --package claimant-core").run()?))?;
    step("documentation", || {
        let _deny = shell.push_env("RUSTDOCFLAGS", "--deny warnings");
        Ok(cmd!(shell, "cargo doc --workspace --no-deps --quiet").run()?)
    })?;
    step("generated files", || crate::codegen::run(shell, true))?;
    step("tests", || crate::test::run(shell))
}

fn step(name: &str, check: impl FnOnce() -> anyhow::Result<()>) -> anyhow::Result<()> {
    println!("== {name}");
    check().map_err(|error| error.context(format!("the step “{name}” of `cargo xtask ci` failed")))
}
