//! A bar for those who wait.

use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};

use crate::complaint::Complaint;
use crate::input::{Item, Place, Tally};
use crate::output;

/// From this many inputs, or bytes, on people want to know how far it is.
const MANY: usize = 16;
const MUCH: u64 = 1 << 20;

const BAR: &str = "{bar:30} {msg}, {eta} left";
const SPINNER: &str = "{spinner} {msg}";

/// The progress of a run: shown on standard error, only to people, and only where the output does not
/// scroll past on the same terminal. It is measured in bytes, because how many documents an input holds is
/// known when it is read.
pub(crate) struct Progress {
    bar: ProgressBar,
    tally: Arc<Tally>,
    begun: Instant,
    documents: u64,
}

impl Progress {
    /// `to_file` says that the output goes to a file.
    pub(crate) fn new(items: &[Item], tally: Arc<Tally>, to_file: bool) -> Progress {
        let watched = io::stderr().is_terminal() && (to_file || !output::is_terminal());
        let bar = if watched { bar(items) } else { ProgressBar::hidden() };
        Progress { bar, tally, begun: now(), documents: 0 }
    }

    /// One more document is done.
    pub(crate) fn step(&mut self) {
        self.documents += 1;
        if self.bar.is_hidden() {
            return;
        }
        let seconds = (now() - self.begun).as_secs_f64().max(0.001);
        self.bar.set_position(self.tally.bytes());
        self.bar.set_message(format!(
            "{} documents, {:.1} a second",
            self.documents,
            self.documents as f64 / seconds
        ));
    }

    /// Complains without tearing the bar.
    pub(crate) fn complain(&self, complaint: &Complaint) {
        self.bar.suspend(|| complaint.print());
    }

    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

fn bar(items: &[Item]) -> ProgressBar {
    let size = |item: &Item| match &item.place {
        Place::File(path) => std::fs::metadata(path).map_or(0, |found| found.len()),
        Place::Stdin | Place::Web(_) => 0,
    };
    let style = |template| {
        ProgressStyle::with_template(template).expect("the templates are valid: a test makes them")
    };
    if items.iter().any(|item| !matches!(item.place, Place::File(_))) {
        return ProgressBar::new_spinner().with_style(style(SPINNER));
    }
    let bytes: u64 = items.iter().map(size).sum();
    if items.len() < MANY && bytes < MUCH {
        return ProgressBar::hidden();
    }
    ProgressBar::new(bytes).with_style(style(BAR))
}

#[expect(clippy::disallowed_methods, reason = "a rate is shown to people and goes into no report")]
fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_templates_are_valid() {
        for template in [super::BAR, super::SPINNER] {
            assert!(indicatif::ProgressStyle::with_template(template).is_ok());
        }
    }
}
