//! What a format is.

use claimant_core::wire::Report;

use crate::{Look, Sequence, Stream};

/// A way to write reports, and what it declares about itself: listings, help and the reference page are
/// made from this.
#[derive(Clone, Copy)]
pub struct Format {
    /// Stable name, as front ends take it.
    pub name: &'static str,
    /// One line on what it is, without a full stop.
    pub summary: &'static str,
    /// Its media type, for servers.
    pub media_type: &'static str,
    /// The ending of file names, without the dot.
    pub extension: &'static str,
    /// A command that shows what it is good for.
    pub example: &'static str,
    /// Whether it shows words around the claims: then front ends ask for reports with the text
    /// (`wire::Options::with_text`) whether or not their user did.
    pub needs_text: bool,
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
                let mut sequence = Sequence::new(stream.frame(&look), &look);
                let mut file = sequence.lead().to_owned();
                file.push_str(&stream.piece(report, &look));
                file.push_str(&sequence.end());
                file.into_bytes()
            }
        }
    }

    /// Whether many reports go into one file, one after another.
    pub const fn is_stream(&self) -> bool {
        match self.reports {
            Reports::Stream(_) => true,
        }
    }
}

impl std::fmt::Debug for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Format").field(&self.name).finish()
    }
}
