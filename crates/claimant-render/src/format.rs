//! What a format is.

use claimant_core::wire::Report;

use crate::{Column, Look, Stream};

/// A way to write reports, and what it declares about itself: listings, help and the reference page are
/// made from this.
#[derive(Clone, Copy)]
pub struct Format {
    /// Stable name, as front ends take it.
    pub name: &'static str,
    /// One line on what it is, without a full stop.
    pub summary: &'static str,
    /// What opens it, and what its reader should know of it, without a full stop at the end.
    pub purpose: &'static str,
    /// Its media type, for servers.
    pub media_type: &'static str,
    /// The ending of file names, without the dot.
    pub extension: &'static str,
    /// A command that shows what it is good for.
    pub example: &'static str,
    /// What its offsets count, and where they stand in it.
    pub offsets: &'static str,
    /// Whether it shows words around the claims: then front ends ask for reports with the text
    /// (`wire::Options::with_text`) whether or not their user did.
    pub needs_text: bool,
    /// Whether it is no text: nothing for a terminal.
    pub binary: bool,
    /// Its columns, where it is a flat table.
    pub columns: &'static [Column],
    /// How it takes reports.
    pub reports: Reports,
}

/// How a format takes reports.
#[derive(Clone, Copy)]
pub enum Reports {
    /// Any number of them, one after another.
    Stream(&'static dyn Stream),
}

impl Format {
    /// One report on its own, as a whole file.
    pub fn whole(&self, report: &Report, look: &Look) -> Vec<u8> {
        match self.reports {
            Reports::Stream(stream) => {
                let look = Look { several: false, ..*look };
                let mut join = stream.join(&look);
                let mut file = join.take(stream.piece(report, &look));
                file.extend(join.end());
                file
            }
        }
    }

    /// Whether a file that broke off after some report goes on with the next one's bytes; see [`Stream::appends`].
    pub fn appends(&self) -> bool {
        match self.reports {
            Reports::Stream(stream) => stream.appends(),
        }
    }
}

impl std::fmt::Debug for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Format").field(&self.name).finish()
    }
}
