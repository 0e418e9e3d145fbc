//! From bytes to a document, and back out to the wire.

use claimant_core::{Document, Note, NoteKind, Report, wire};

use crate::{Form, Unreadable, binary, decode, markup};

/// A document with what its reader has to say about it.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The document. Whoever knows its path, its id or its date adds them here.
    pub document: Document,
    /// How the bytes were read, where that is not plain UTF-8.
    pub notes: Vec<Note>,
}

/// Makes a document of bytes.
pub fn read(bytes: Vec<u8>, form: Form) -> Result<Reading, Unreadable> {
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

impl Reading {
    /// The document and what was found in it, with the reader's notes before the extractors': reading came first.
    pub fn join(self, mut found: Report) -> (Document, Report) {
        found.notes.splice(0..0, self.notes);
        (self.document, found)
    }

    /// The wire form of what was found in the document.
    pub fn report(self, found: Report, options: wire::Options) -> wire::Report {
        let (document, report) = self.join(found);
        wire::Report::new(&report, &document, options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stray_controls_are_kept_and_told() {
        let text = "The dam will hold, said the engineers who built it.\u{0} It held.";
        let reading = read(text.as_bytes().to_vec(), Form::Auto).unwrap();
        assert_eq!(reading.document.text, text);
        assert_eq!(
            reading.notes[0].message,
            "a control character stands in the text and was left where it is"
        );
    }

    #[test]
    fn as_text_whatever_it_looks_like() {
        let page = b"<!doctype html><p>Yes, she said.".to_vec();
        assert!(read(page.clone(), Form::Auto).is_err());
        assert!(read(page, Form::Text).is_ok());
        assert!(read(b"\x89PNG\r\n\x1a\n\0\0\0".to_vec(), Form::Text).is_ok());
    }
}
