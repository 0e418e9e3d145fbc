//! Times on TempEval-3's training part, on MEANTIME, and on the cases of Recognizers-Text; the rules of matching stand in
//! `crates/claimant-core/examples/evaluate_times/`.

use std::path::Path;

use xshell::{Shell, cmd};

/// There is no development part here: the rules were written with the even documents in sight, the odd ones measure.
pub(super) fn run(shell: &Shell, shared: &Path) -> anyhow::Result<()> {
    let data = shared.join("data");
    let tempeval = data.join("time/tempeval3");
    let (aquaint, timebank) = (tempeval.join("AQUAINT"), tempeval.join("TimeBank"));
    let meantime = data.join("time/meantime");
    for half in ["odd", "even"] {
        println!("TempEval-3, {half} documents: AQUAINT and TimeBank");
        evaluate(shell).args(["--half", half, "timeml"]).args([&aquaint, &timebank]).run()?;
        println!("MEANTIME, {half} documents");
        evaluate(shell).args(["--half", half, "meantime"]).arg(&meantime).run()?;
    }
    println!("Recognizers-Text, English date-time cases");
    evaluate(shell).arg("recognizers").arg(data.join("quantity/recognizers/DateTime/English")).run()?;
    Ok(())
}

fn evaluate(shell: &Shell) -> xshell::Cmd<'_> {
    cmd!(shell, "cargo run --quiet --release --package claimant-core --example evaluate_times --").quiet()
}
