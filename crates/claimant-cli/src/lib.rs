//! The program `claimant`: who claims what in news articles, on the command line.
//!
//! [`run`] is the whole program; `main.rs` calls it. Data goes to standard output, all else to standard
//! error. Each subcommand is a file under `commands/`. `input/` knows where bytes are; what they mean is
//! `claimant-read`'s affair, and how reports are written is `claimant-render`'s.

mod commands;
mod complaint;
mod exit;
mod input;
mod manifest;
mod ordered;
mod output;
mod progress;
mod resume;
mod settings;
mod sink;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use crate::complaint::Stop;
use crate::exit::Exit;

/// Runs the program with these arguments, the first of which is the program's own name.
///
/// It writes to the standard streams of the process and returns the code to leave with: 0 done, 1 some
/// input could not be read, 2 wrong usage.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match commands::Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => {
            let exit = if error.use_stderr() { Exit::Usage } else { Exit::Done };
            // Nobody is left to tell when the terminal is gone.
            let _ = error.print();
            return exit.into();
        }
    };
    match cli.run() {
        Ok(exit) => exit.into(),
        Err(Stop::Closed) => Exit::Done.into(),
        Err(Stop::Complaint(complaint)) => {
            complaint.print();
            complaint.exit.into()
        }
    }
}
