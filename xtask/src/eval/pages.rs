//! Pages: the article in them and what is known of it, beside trafilatura where that is installed.

use std::path::Path;

use xshell::{Shell, cmd};

pub(super) fn run(shell: &Shell, shared: &Path) -> anyhow::Result<()> {
    let data = shared.join("data/html");
    let scripts = Path::new("crates/claimant-read/evaluation");
    let (pages, score) = (scripts.join("pages.py"), scripts.join("score.py"));
    cmd!(shell, "cargo build --quiet --release --package claimant-cli").run()?;
    let folder = shell.create_temp_dir()?;
    let out = folder.path();
    cmd!(shell, "python3 {pages} --data {data} --out {out} --claimant target/release/claimant").run()?;
    let mut found = vec![format!("claimant={}", out.join("claimant.json").display())];
    // Another program, for comparison only.
    if cmd!(shell, "python3 -c 'import trafilatura'").quiet().ignore_stderr().run().is_ok() {
        cmd!(shell, "python3 {pages} --data {data} --out {out} --trafilatura").run()?;
        found.push(format!("trafilatura={}", out.join("trafilatura.json").display()));
    } else {
        println!(
            "trafilatura is not installed: `pip install trafilatura lxml_html_clean` for the comparison"
        );
    }
    cmd!(shell, "python3 {score} --data {data} {found...}").run()?;
    Ok(())
}
