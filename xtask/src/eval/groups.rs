//! Comparisons of the groups of articles in `tests/groups/`, whose README has the rules of scoring: in short, a relation is right
//! when one of its kind is expected between statements that hold its claims, and any other is wrong, one between claims that are in
//! no statement as well; what is expected and not optional is owed.
//!
//! Of the part that is held out only totals are printed: nobody tunes on it.

use claimant_tests::groups::{self, Comparison, Scores};
use xshell::{Shell, cmd};

pub(super) fn run(shell: &Shell, part: &str) -> anyhow::Result<()> {
    let groups = groups::part(part)?;
    let mut all = Scores::default();
    for group in &groups {
        let paths = group.paths();
        let json = cmd!(
            shell,
            "cargo run --quiet --release --package claimant-cli -- compare --no-config --format json {paths...}"
        )
        .quiet()
        .read()?;
        all.add(Scores::of(group, &Comparison::read(&serde_json::from_str(&json)?)?));
    }
    if !matches!(part, "held" | "unread") {
        all.faults.iter().for_each(|fault| println!("  {fault}"));
    }
    println!("{} groups of {part}\n{all}", groups.len());
    Ok(())
}
