//! Bytes to documents: what form they have, which documents they hold, what text those have.
//!
//! [`entries`] finds the documents in a stream of any form ([`Form`]), packed with gzip or zstd or not, in order and
//! with bounded memory; [`Entry::read`] reads one. [`read_all`] does both for bytes at hand, [`read`] for bytes that
//! hold one document. Where the bytes come from (files, folders, standard input, requests) is the front ends'
//! affair; what they mean is the same for all of them. Nothing is read without a limit ([`Limits`]).
//!
//! The text of a plain [`Document`](claimant_core::Document) is the decoded text without its byte order mark; line
//! ends and all else stay as they are. The text of a page is made from it, and
//! [`Document::origin`](claimant_core::Document::origin) leads back to the bytes. Offsets count from the text's first
//! character.
//!
//! ```
//! use claimant_read::{Form, read};
//!
//! let reading = read(b"\x93Je n'ai rien vu,\x94 said Ren\xe9 L\xe9vesque of Montr\xe9al on Monday.".to_vec(), Form::Auto)?;
//! assert_eq!(reading.document.text, "“Je n'ai rien vu,” said René Lévesque of Montréal on Monday.");
//! assert!(reading.notes[0].message.starts_with("read as windows-1252"));
//!
//! let refused = read(b"%PDF-1.7\n%\xe2\xe3".to_vec(), Form::Auto).unwrap_err();
//! assert_eq!(refused.to_string(), "this is a PDF document, not text");
//!
//! let page = b"<!doctype html><title>Dam holds</title><p>The dam will hold, they said. <p>It was built in 1954.";
//! let document = read(page.to_vec(), Form::Auto)?.document;
//! assert_eq!(document.title.as_deref(), Some("Dam holds"));
//! assert_eq!(document.text, "The dam will hold, they said.\n\nIt was built in 1954.");
//! # Ok::<(), claimant_read::Unreadable>(())
//! ```

mod binary;
mod charset;
mod decode;
mod entry;
mod feed;
mod form;
mod http;
mod jsonl;
mod markdown;
mod markup;
mod options;
mod page;
mod reading;
mod unpack;
mod unreadable;
mod warc;

pub use entry::{Entries, Entry, entries, read_all};
pub use form::Form;
pub use http::charset_of;
pub use options::{Fields, Limits, Options};
pub use reading::{Reading, read, read_one};
pub use unreadable::Unreadable;
