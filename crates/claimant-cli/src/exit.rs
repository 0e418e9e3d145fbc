//! How the program ends.

use std::process::ExitCode;

/// The exit codes, a contract with scripts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Exit {
    /// All was done.
    Done = 0,
    /// Some input could not be read, or the output not written; all else was done.
    Unread = 1,
    /// The command line or `claimant.toml` is wrong; nothing was done.
    Usage = 2,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}
