//! `claimant schema`.

use claimant_core::wire;

use crate::complaint::Stop;
use crate::exit::Exit;
use crate::output::Output;

/// Print the JSON Schema of a report
///
/// The schema (draft 2020-12) of what `--format json` prints for one document and `--format jsonl` on each
/// line. New keys may be added to it; those that are there keep their names and meaning.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

pub(super) fn run(_: &Args) -> Result<Exit, Stop> {
    let mut text = serde_json::to_string_pretty(&wire::schema()).expect("a schema is plain JSON");
    text.push('\n');
    Output::new().write(&text)?;
    Ok(Exit::Done)
}
