//! Bytes to documents: what is there to read, what form it has, what text it holds.
//!
//! The text of a [`Document`] is the decoded text without its byte order mark; line ends and all else
//! stay as they are. Offsets count from its first character.

mod binary;
mod decode;
mod list;
mod markup;

use std::fs;
use std::io::{self, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use claimant_core::{Document, Note, NoteKind};

#[cfg(test)]
pub(crate) use list::ENDINGS;
pub(crate) use list::{Item, Place, list};

/// What form the input has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, clap::ValueEnum)]
pub(crate) enum Form {
    /// Looked up from the bytes: text is read, pages, images and archives are refused
    #[default]
    Auto,
    /// Plain text, whatever it looks like
    Text,
}

/// A document with what its reader has to say about it.
#[derive(Debug)]
pub(crate) struct Reading {
    pub document: Document,
    /// How the bytes were read, where that is not plain UTF-8.
    pub notes: Vec<Note>,
}

/// Why there is no document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Unreadable {
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Unreadable {
    fn new(message: impl Into<String>) -> Unreadable {
        Unreadable { message: message.into(), hint: None }
    }

    fn hint(mut self, hint: impl Into<String>) -> Unreadable {
        self.hint = Some(hint.into());
        self
    }
}

/// Reads one item and does `work` with it. A fault of ours in one document must not cost its neighbours their results.
pub(crate) fn with<T>(item: &Item, form: Form, work: impl FnOnce(Reading) -> T) -> Result<T, Unreadable> {
    catch_unwind(AssertUnwindSafe(|| match &item.fault {
        Some(fault) => Err(fault.clone()),
        None => read(&item.place, form).map(work),
    }))
    .unwrap_or_else(|_| {
        let hint = "please report it with the lines above and, if you may share it, the document";
        Err(Unreadable::new("the program failed on this document, which is a fault in claimant").hint(hint))
    })
}

/// Reads one place.
pub(crate) fn read(place: &Place, form: Form) -> Result<Reading, Unreadable> {
    let bytes = match place {
        Place::Stdin => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        }
        Place::File(path) => fs::read(path),
    };
    document(bytes.map_err(|error| of_io(&error))?, form)
}

/// Makes a document of bytes.
fn document(bytes: Vec<u8>, form: Form) -> Result<Reading, Unreadable> {
    if form == Form::Auto
        && let Some(refusal) = binary::by_magic(&bytes)
    {
        return Err(refusal);
    }
    let decode::Decoded { text, remarks } = decode::decode(bytes)?;
    if form == Form::Auto
        && let Some(refusal) = binary::by_controls(&text).or_else(|| markup::refuse(&text))
    {
        return Err(refusal);
    }
    let controls = text.chars().filter(|c| binary::is_control(*c)).count();
    let left = match controls {
        0 => None,
        1 => Some("a control character stands in the text and was left where it is".to_owned()),
        _ => Some(format!("{controls} control characters stand in the text and were left where they are")),
    };
    let note = |message| Note { kind: NoteKind::Encoding, message, spans: None };
    let notes = remarks.into_iter().chain(left).map(note).collect();
    Ok(Reading { document: Document::new(text), notes })
}

/// What went wrong in opening or reading, in words that are the same on every system.
fn of_io(error: &io::Error) -> Unreadable {
    match error.kind() {
        io::ErrorKind::NotFound => Unreadable::new("there is no such file or folder")
            .hint("check the path; it is taken from the folder that the program runs in"),
        io::ErrorKind::PermissionDenied => Unreadable::new("it may not be read: permission denied")
            .hint("give yourself the right to read it"),
        _ => Unreadable::new(format!("it cannot be read: {error}")),
    }
}

/// Whether `path` can be read as a file that was named: not a folder, and there.
fn is_folder(path: &Path) -> Result<bool, Unreadable> {
    fs::metadata(path).map(|found| found.is_dir()).map_err(|error| of_io(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stray_controls_are_kept_and_told() {
        let text = "The dam will hold, said the engineers who built it.\u{0} It held.";
        let reading = document(text.as_bytes().to_vec(), Form::Auto).unwrap();
        assert_eq!(reading.document.text, text);
        assert_eq!(
            reading.notes[0].message,
            "a control character stands in the text and was left where it is"
        );
    }

    #[test]
    fn as_text_whatever_it_looks_like() {
        let page = b"<!doctype html><p>Yes, she said.".to_vec();
        assert!(document(page.clone(), Form::Auto).is_err());
        assert!(document(page, Form::Text).is_ok());
        assert!(document(b"\x89PNG\r\n\x1a\n\0\0\0".to_vec(), Form::Text).is_ok());
    }
}
