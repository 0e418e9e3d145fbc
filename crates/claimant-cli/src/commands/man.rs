//! `claimant man`.

use clap::CommandFactory;
use clap_mangen::Man;

use super::Cli;
use crate::complaint::Stop;
use crate::exit::Exit;
use crate::output::Output;

/// Print the manual page
///
/// The page is in roff and covers every subcommand: `claimant man | man -l -`, or save it as
/// `claimant.1` where your system keeps such pages.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

pub(super) fn run(_: &Args) -> Result<Exit, Stop> {
    let mut page = Vec::new();
    let mut command = Cli::command();
    command.build();
    let man = Man::new(command.clone());
    man.render(&mut page)?;
    // One page for all: the program is small, and readers search in one place.
    for subcommand in command.get_subcommands() {
        let name = subcommand.get_name().to_uppercase();
        page.extend_from_slice(format!(".SH \"CLAIMANT {name}\"\n").as_bytes());
        let man = Man::new(subcommand.clone());
        man.render_synopsis_section(&mut page)?;
        man.render_description_section(&mut page)?;
        if subcommand.get_arguments().next().is_some() {
            man.render_options_section(&mut page)?;
        }
    }
    Output::new().write(&page)?;
    Ok(Exit::Done)
}
