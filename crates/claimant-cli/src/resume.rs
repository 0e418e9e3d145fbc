//! Going on where an earlier run was stopped.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::Path;

use serde::Deserialize;

use crate::complaint::Complaint;
use crate::sink::part_of;

/// The reports that an earlier run left, in order. They are JSON Lines, one for each document, so that as many
/// documents are done as there are whole lines, whatever the program was doing when it was stopped.
#[derive(Debug)]
pub(crate) struct Done {
    lines: Option<BufReader<File>>,
    /// How many bytes the whole lines take.
    pub kept: u64,
    path: String,
}

/// What is asked of a report to know its document again and to count what is in it.
#[derive(Debug, Deserialize)]
pub(crate) struct Record {
    document: Document,
    claims: Vec<serde::de::IgnoredAny>,
    notes: Vec<Note>,
}

#[derive(Debug, Deserialize)]
struct Document {
    id: Option<String>,
    path: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Note {
    kind: String,
}

impl Record {
    pub(crate) fn is_of(&self, path: &str, id: Option<&str>) -> bool {
        // A fault in an input that is no list has no identifier, and neither has its report.
        self.document.path.as_deref() == Some(path) && self.document.id.as_deref() == id
    }

    pub(crate) fn claims(&self) -> usize {
        self.claims.len()
    }

    pub(crate) fn is_unread(&self) -> bool {
        self.notes.iter().any(|note| note.kind == "unreadable")
    }
}

impl Done {
    /// Nothing is done yet.
    pub(crate) fn nothing() -> Done {
        Done { lines: None, kept: 0, path: String::new() }
    }

    /// Looks at what an earlier run left of `output`: a part, or all of it.
    pub(crate) fn find(output: &Path) -> Result<Done, Complaint> {
        let part = part_of(output);
        let path = part.display().to_string();
        let fault =
            |error: std::io::Error| Complaint::unread(path.clone(), format!("cannot be read: {error}"));
        if !part.exists() {
            if !output.exists() {
                return Ok(Done::nothing());
            }
            // A run that ended: more documents may have come since.
            fs::copy(output, &part).map_err(fault)?;
        }
        let mut lines = BufReader::new(File::open(&part).map_err(fault)?);
        let mut kept = 0;
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line).map_err(fault)? > 0 {
            // The last line may have been cut off: its document is read again.
            kept += if line.ends_with(b"\n") { line.len() as u64 } else { 0 };
            line.clear();
        }
        drop(lines);
        Ok(Done { lines: Some(BufReader::new(File::open(&part).map_err(fault)?)), kept, path })
    }

    /// The next report that is there.
    pub(crate) fn next(&mut self) -> Result<Option<Record>, Complaint> {
        let Some(lines) = &mut self.lines else { return Ok(None) };
        let mut line = Vec::new();
        let read = lines.read_until(b'\n', &mut line);
        read.map_err(|error| Complaint::unread(self.path.clone(), format!("cannot be read: {error}")))?;
        if !line.ends_with(b"\n") {
            return Ok(None);
        }
        match serde_json::from_slice(&line) {
            Ok(record) => Ok(Some(record)),
            Err(error) => Err(self.other(format!("a line of it is no report: {error}"))),
        }
    }

    /// The file is not of this run.
    pub(crate) fn other(&self, why: impl std::fmt::Display) -> Complaint {
        Complaint::usage(format!("it cannot be gone on with: {why}"))
            .at(self.path.clone())
            .hint("run without --resume to begin anew")
    }
}
