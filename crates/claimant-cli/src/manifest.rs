//! What was read: a line for each input.

use std::collections::VecDeque;
use std::path::Path;

use serde::Serialize;

use crate::complaint::Complaint;
use crate::input::End;
use crate::sink::Part;

/// Writes a manifest as inputs end. Documents are counted in their order, so the counts are of the input that has
/// not ended yet.
pub(crate) struct Manifest {
    part: Part,
    counts: VecDeque<Line>,
}

/// One input.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
struct Line {
    /// As the user wrote it.
    path: String,
    /// As it is stored.
    bytes: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<String>,
    documents: usize,
    /// Documents that could not be read.
    unread: usize,
    claims: usize,
}

impl Manifest {
    pub(crate) fn open(path: &Path) -> Result<Manifest, Complaint> {
        Ok(Manifest { part: Part::open(path, 0)?, counts: VecDeque::new() })
    }

    /// A document was done.
    pub(crate) fn document(&mut self, path: &str, claims: usize, is_unread: bool) {
        if self.counts.back().is_none_or(|line| line.path != path) {
            self.counts.push_back(Line { path: path.to_owned(), ..Line::default() });
        }
        if let Some(line) = self.counts.back_mut() {
            line.documents += 1;
            line.claims += claims;
            line.unread += usize::from(is_unread);
        }
    }

    /// An input has ended.
    pub(crate) fn end(&mut self, end: &End) -> Result<(), Complaint> {
        // Inputs that could not be opened have documents, and no end.
        while let Some(line) = self.counts.pop_front_if(|line| line.path != end.path) {
            self.write(&line)?;
        }
        let line = self.counts.pop_front().unwrap_or_default();
        self.write(&Line { path: end.path.clone(), bytes: end.bytes, sha256: end.sha256.clone(), ..line })
    }

    fn write(&mut self, line: &Line) -> Result<(), Complaint> {
        let mut text = serde_json::to_string(line).expect("a line has no maps and no failing values");
        text.push('\n');
        self.part.write(text.as_bytes())
    }

    pub(crate) fn finish(mut self) -> Result<(), Complaint> {
        for line in std::mem::take(&mut self.counts) {
            self.write(&line)?;
        }
        self.part.finish()
    }
}
