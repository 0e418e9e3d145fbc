//! From bytes to a document, and back out to the wire.

use std::io;

use claimant_core::{Document, Note, NoteKind, Report, wire};
use encoding_rs::Encoding;

use crate::decode::Decoded;
use crate::markup::Markup;
use crate::{Form, Limits, Options, Unreadable, binary, charset, decode, entries, markdown, markup, page};

/// A document with what its reader has to say about it.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The document. Whoever knows its path, its id or its date adds them here.
    pub document: Document,
    /// How the bytes were read, where that is not plain UTF-8.
    pub notes: Vec<Note>,
}

/// Makes a document of bytes that hold one; [`read_all`](crate::read_all) takes any number.
pub fn read(bytes: Vec<u8>, form: Form) -> Result<Reading, Unreadable> {
    read_one(bytes, &Options { form, ..Options::default() })
}

/// As [`read`], with all that the caller knows and allows.
pub fn read_one(bytes: Vec<u8>, options: &Options) -> Result<Reading, Unreadable> {
    let mut entries = entries(io::Cursor::new(bytes), options);
    let Some(first) = entries.next() else { return Err(Unreadable::new("there is no document in this")) };
    if entries.next().is_some() {
        return Err(Unreadable::new("this holds several documents, where one is asked for"));
    }
    let is_list = entries.is_list();
    let mut reading = first.read(&options.limits)?;
    if !is_list {
        reading.document.id = None;
    }
    Ok(reading)
}

/// One document of bytes that are not packed.
pub(crate) fn one(
    bytes: Vec<u8>,
    form: Form,
    charset: Option<&str>,
    address: Option<&str>,
    limits: &Limits,
) -> Result<Reading, Unreadable> {
    let length = bytes.len();
    let given = charset.and_then(|label| Encoding::for_label(label.as_bytes()));
    let declared = given.or_else(|| charset::declared(&bytes).filter(|_| form != Form::Text));
    let decoded = decode::decode(bytes, declared)?;
    let form = if form == Form::Auto { form_of(&decoded.text)? } else { form };
    let mut remarks = decoded.remarks.clone();
    let document = match form {
        Form::Html if length > limits.page => return Err(Unreadable::too_long("page", limits.page)),
        Form::Html => page::read(&decoded, address),
        Form::Markdown => markdown::read(&decoded),
        // Lists are taken apart before.
        Form::Auto | Form::Text | Form::Feed | Form::Warc | Form::Jsonl => {
            remarks.extend(controls(&decoded.text));
            Document::new(decoded.text)
        }
    };
    Ok(Reading::with(document, remarks))
}

/// What feeds and JSON Lines say of a document, in their words.
#[derive(Clone, Debug)]
pub(crate) struct Parts {
    pub form: &'static str,
    pub content: Content,
    pub title: Option<String>,
    pub published: Option<String>,
    pub url: Option<String>,
    pub authors: Vec<String>,
    pub outlet: Option<String>,
}

/// What the text is in.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    /// It is the text.
    Text(String),
    /// A page, in which the article is to be found.
    Page(String),
    /// A piece of a page that is all article.
    Fragment(String),
}

impl Content {
    /// Bytes.
    pub(crate) fn len(&self) -> usize {
        match self {
            Content::Text(text) | Content::Page(text) | Content::Fragment(text) => text.len(),
        }
    }
}

impl Parts {
    pub(crate) fn read(self, limits: &Limits) -> Result<Reading, Unreadable> {
        let mut remarks = Vec::new();
        let mut document = match self.content {
            Content::Page(page) | Content::Fragment(page) if page.len() > limits.page => {
                return Err(Unreadable::too_long("page", limits.page));
            }
            Content::Text(text) => {
                remarks.extend(controls(&text));
                Document::new(text)
            }
            Content::Page(page) => page::read(&Decoded::of_text(page), self.url.as_deref()),
            Content::Fragment(piece) => page::fragment(&piece, self.title.as_deref(), self.form),
        };
        document.title = self.title.or(document.title);
        document.url = self.url.or(document.url);
        document.outlet = self.outlet.or(document.outlet);
        document.published = page::published(self.published.as_deref()).or(document.published);
        if !self.authors.is_empty() {
            document.authors = self.authors;
        }
        Ok(Reading::with(document, remarks))
    }
}

/// Looks up what a text is.
fn form_of(text: &str) -> Result<Form, Unreadable> {
    if let Some(refusal) = binary::by_controls(text) {
        return Err(refusal);
    }
    match markup::of(text) {
        None if markdown::looks_so(text) => Ok(Form::Markdown),
        None => Ok(Form::Text),
        Some(Markup::Known(form)) => Ok(form),
        Some(Markup::Other) => Err(Unreadable::new("this is an XML document of a kind that is not read")
            .hint("save its text, or pass `--input text` to read the markup as it is")),
    }
}

/// What is to say of characters that are no text.
fn controls(text: &str) -> Option<String> {
    match text.chars().filter(|c| binary::is_control(*c)).count() {
        0 => None,
        1 => Some("a control character stands in the text and was left where it is".to_owned()),
        count => Some(format!("{count} control characters stand in the text and were left where they are")),
    }
}

impl Reading {
    fn with(document: Document, remarks: Vec<String>) -> Reading {
        let note = |message| Note { kind: NoteKind::Encoding, message, spans: None };
        Reading { document, notes: remarks.into_iter().map(note).collect() }
    }

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
        assert_eq!(read(page.clone(), Form::Auto).unwrap().document.text, "Yes, she said.");
        assert_eq!(read(page.clone(), Form::Text).unwrap().document.text.as_bytes(), page);
        assert!(read(b"\x89PNG\r\n\x1a\n\0\0\0".to_vec(), Form::Text).is_ok());
    }
}
