//! Bytes to documents: what form they have, what text they hold.
//!
//! The text of a [`Document`](claimant_core::Document) is the decoded text without its byte order mark; line ends and all else
//! stay as they are. Offsets count from its first character. Where the bytes come from (files, folders,
//! standard input, requests) is the front ends' affair; what they mean is the same for all of them.
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
pub use options::{Fields, Limits, Options};
pub use reading::{Reading, read};
pub use unreadable::Unreadable;
