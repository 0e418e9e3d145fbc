//! `claimant completions`.

use clap::CommandFactory;
use clap_complete::Shell;

use super::Cli;
use crate::complaint::Stop;
use crate::exit::Exit;
use crate::output::Output;

/// Print completions for a shell
///
/// For bash, for instance: `claimant completions bash > ~/.local/share/bash-completion/completions/claimant`
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The shell
    shell: Shell,
}

pub(super) fn run(args: &Args) -> Result<Exit, Stop> {
    // Into memory first: the generator panics on a closed pipe.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "claimant", &mut script);
    Output::new().write(&script)?;
    Ok(Exit::Done)
}
