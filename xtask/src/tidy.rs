//! `cargo xtask tidy`: what reviewers would otherwise repeat.

use std::path::Path;

use xshell::{Shell, cmd};

/// What the top level holds, and nothing else.
const TOP: &[&str] = &[
    ".cargo",
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "clippy.toml",
    "crates",
    "docs",
    "rustfmt.toml",
    "seeds",
    "tests",
    "xtask",
];

/// More lines than a file with one idea has.
const LONGEST: usize = 600;

pub(crate) fn run(shell: &Shell) -> anyhow::Result<()> {
    let listing = cmd!(shell, "git ls-files --cached --others --exclude-standard").quiet().read()?;
    let mut faults: Vec<String> = Vec::new();
    for path in listing.lines() {
        let top = path.split('/').next().unwrap_or(path);
        if !TOP.contains(&top) {
            faults.push(format!("{path}: the top level holds only what xtask/src/tidy.rs lists"));
        }
        if Path::new(path).extension().is_some_and(|ending| ending == "rs") && shell.path_exists(path) {
            faults.extend(of_source(path, &shell.read_file(path)?));
        }
    }
    faults.sort();
    faults.dedup();
    if faults.is_empty() {
        return Ok(());
    }
    anyhow::bail!("not tidy:\n  {}", faults.join("\n  "))
}

/// The faults of one source file.
fn of_source(path: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if !text.starts_with("//!") && !text.starts_with("#!") {
        faults.push(format!("{path}: begins without module documentation (//!)"));
    }
    if text.lines().count() > LONGEST {
        faults.push(format!("{path}: more than {LONGEST} lines; does it hold one idea?"));
    }
    // Intrinsics live in one module.
    if text.contains(concat!("allow(", "unsafe_code")) && path != "crates/claimant-english/src/matrix/x86.rs"
    {
        faults.push(format!("{path}: only the module of vector intrinsics may be unsafe"));
    }
    // Written apart, so that this file does not find itself.
    for mark in [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("dbg", "!(")] {
        if text.contains(mark) {
            faults.push(format!("{path}: holds {mark}"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_of_a_source() {
        assert_eq!(of_source("a.rs", "//! Fine.\nfn a() {}\n"), Vec::<String>::new());
        assert_eq!(of_source("a.rs", "fn a() {}\n").len(), 1);
        assert_eq!(of_source("a.rs", &format!("//! Long.\n{}", "\n".repeat(700))).len(), 1);
        assert_eq!(of_source("a.rs", concat!("//! Later.\n// TO", "DO\n")).len(), 1);
    }

    #[test]
    fn the_top_level_is_sorted() {
        assert!(TOP.is_sorted());
    }
}
