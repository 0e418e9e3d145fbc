//! How bytes are to be read.

use crate::Form;

/// What the caller knows and what it allows.
///
/// ```
/// use claimant_read::{Form, Options, read_all};
///
/// let lines = b"{\"id\": \"a\", \"text\": \"Yes, she said.\"}\n{\"id\": \"b\", \"text\": \"No, he said.\"}\n";
/// let documents = read_all(lines.to_vec(), &Options { form: Form::Jsonl, ..Options::default() });
/// assert_eq!(documents[1].as_ref().unwrap().document.id.as_deref(), Some("b"));
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// What form the input has, once it is unpacked.
    pub form: Form,
    /// The encoding that came with the bytes, by any of its names, as in `Content-Type`. Believed where the bytes
    /// do not say otherwise.
    pub charset: Option<String>,
    /// The address that a page was fetched from.
    pub address: Option<String>,
    /// Where the fields of JSON Lines are.
    pub fields: Fields,
    /// How much is read.
    pub limits: Limits,
}

/// The names of the fields in JSON Lines. A dot goes into an object: `article.body`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fields {
    /// The text of a document.
    pub text: String,
    /// A page, where there is no text.
    pub html: String,
    /// The document's identifier: a string or a number.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The day it was published, in any form that pages use.
    pub published: String,
    /// Its address.
    pub url: String,
}

impl Default for Fields {
    fn default() -> Fields {
        let name = str::to_owned;
        Fields {
            text: name("text"),
            html: name("html"),
            id: name("id"),
            title: name("title"),
            published: name("published"),
            url: name("url"),
        }
    }
}

/// How much is read before somebody is taken to mean harm, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// One document, as it is once unpacked. 256 MiB unless told otherwise.
    pub document: usize,
    /// One page or feed: parsing takes a multiple of its size. 16 MiB unless told otherwise.
    pub page: usize,
    /// One input once it is unpacked, all documents in it together. 1 TiB unless told otherwise.
    pub input: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { document: 256 << 20, page: 16 << 20, input: 1 << 40 }
    }
}
