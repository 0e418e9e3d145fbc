//! A bar for those who wait.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressStyle};

use crate::complaint::Complaint;
use crate::output;

/// From this many documents on, people want to know how far it is.
const MANY: usize = 16;

/// The progress of a run: shown on standard error, only to people, and only where the output does not
/// scroll past on the same terminal.
pub(crate) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    pub(crate) fn new(documents: usize) -> Progress {
        let shown = documents >= MANY && io::stderr().is_terminal() && !output::is_terminal();
        if !shown {
            return Progress { bar: ProgressBar::hidden() };
        }
        let style = ProgressStyle::with_template("{bar:30} {pos} of {len} documents, {eta} left");
        let bar = ProgressBar::new(documents as u64)
            .with_style(style.expect("the template is valid: a test makes it"));
        Progress { bar }
    }

    /// One more is done.
    pub(crate) fn step(&self) {
        self.bar.inc(1);
    }

    /// Complains without tearing the bar.
    pub(crate) fn complain(&self, complaint: &Complaint) {
        self.bar.suspend(|| complaint.print());
    }

    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_template_is_valid() {
        assert!(
            indicatif::ProgressStyle::with_template("{bar:30} {pos} of {len} documents, {eta} left").is_ok()
        );
    }
}
