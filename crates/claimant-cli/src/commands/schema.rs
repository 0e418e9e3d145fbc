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
pub(super) struct Args {
    /// The schema of what `claimant compare` prints instead
    #[arg(long)]
    comparison: bool,
}

pub(super) fn run(args: &Args) -> Result<Exit, Stop> {
    let schema = if args.comparison { wire::comparison_schema() } else { wire::schema() };
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema is plain JSON");
    text.push('\n');
    Output::new().write(&text)?;
    Ok(Exit::Done)
}
