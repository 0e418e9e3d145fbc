//! `cargo xtask codegen`: files that are made from the code and committed.

use xshell::{Shell, cmd};

/// Each file with the arguments of `claimant` that print it.
const FILES: &[(&str, &[&str])] = &[
    ("docs/schema/claimant-1.schema.json", &["schema"]),
    ("docs/schema/claimant-comparison-1.schema.json", &["schema", "--comparison"]),
    ("docs/extractors.md", &["extractors", "--format", "markdown"]),
    ("docs/formats.md", &["formats", "--format", "markdown"]),
    ("docs/claimant.1", &["man"]),
];

pub(crate) fn run(shell: &Shell, check: bool) -> anyhow::Result<()> {
    let mut stale = Vec::new();
    for &(path, args) in FILES {
        let made = cmd!(shell, "cargo run --quiet --package claimant-cli -- {args...}").quiet().read()?;
        let made = format!("{}\n", made.trim_end());
        if shell.read_file(path).ok().as_deref() == Some(made.as_str()) {
            continue;
        }
        stale.push(path);
        if !check {
            shell.write_file(path, made)?;
            println!("wrote {path}");
        }
    }
    if check && !stale.is_empty() {
        anyhow::bail!("stale: {}; run `cargo xtask codegen` and commit what it writes", stale.join(", "));
    }
    Ok(())
}
