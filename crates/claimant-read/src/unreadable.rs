//! Why bytes are no document.

use std::error::Error;
use std::fmt;
use std::io;

use claimant_core::{Document, Note, NoteKind, Report, wire};

/// Why there is no document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unreadable {
    /// What is wrong, in lower case and without a full stop.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Unreadable {
    /// With what is wrong.
    pub fn new(message: impl Into<String>) -> Unreadable {
        Unreadable { message: message.into(), hint: None }
    }

    /// And what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Unreadable {
        self.hint = Some(hint.into());
        self
    }

    /// More than is read.
    pub(crate) fn too_long(what: &str, most: usize) -> Unreadable {
        Unreadable::new(format!(
            "this {what} has more than {} bytes, which is as much as is read",
            grouped(most)
        ))
    }

    /// A stream that cannot be read to its end.
    pub(crate) fn of_io(error: &io::Error) -> Unreadable {
        match error.kind() {
            io::ErrorKind::UnexpectedEof => Unreadable::new("it breaks off: it is not there to its end"),
            _ => Unreadable::new(format!("it cannot be read to its end: {error}")),
        }
    }

    /// A report that holds the place of the document among its neighbours: it has the path and the id of
    /// `document`, and a note that says what was wrong.
    pub fn report(&self, document: &Document) -> wire::Report {
        let note = Note { kind: NoteKind::Unreadable, message: self.message.clone(), spans: None };
        let report = Report { notes: vec![note], ..Report::default() };
        wire::Report::new(&report, document, wire::Options::default())
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for Unreadable {}

/// A number as people read it.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
