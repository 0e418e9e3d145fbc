//! The documents in an input, one after another.

use std::io::{BufRead, Read};
use std::iter;

use crate::unpack::{HEAD, Stream, peek, stream, unpack};
use crate::{Form, Limits, Options, Reading, Unreadable, binary, feed, jsonl, reading, warc};

/// A document to be, as it stands in its input: found, but not read yet. Finding is cheap and happens in order;
/// reading is dear and can be done on any thread.
#[derive(Clone, Debug)]
pub struct Entry {
    pub(crate) id: Option<String>,
    pub(crate) raw: Raw,
}

/// What there is of an entry.
#[derive(Clone, Debug)]
pub(crate) enum Raw {
    /// Bytes in a form that holds one document.
    Bytes { bytes: Vec<u8>, form: Form, charset: Option<String>, address: Option<String> },
    /// What needs no more than to be put together.
    Parts(Box<reading::Parts>),
    /// Why there is no document.
    Fault(Unreadable),
}

impl Entry {
    /// What tells it from the others in its input: an identifier or a number. None where it is alone.
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// How many bytes it holds before it is read.
    pub fn size(&self) -> usize {
        match &self.raw {
            Raw::Bytes { bytes, .. } => bytes.len(),
            Raw::Parts(parts) => parts.content.len(),
            Raw::Fault(_) => 0,
        }
    }

    /// Reads it.
    pub fn read(self, limits: &Limits) -> Result<Reading, Unreadable> {
        let mut reading = match self.raw {
            Raw::Bytes { bytes, form, charset, address } => {
                reading::one(bytes, form, charset.as_deref(), address.as_deref(), limits)?
            }
            Raw::Parts(parts) => parts.read(limits)?,
            Raw::Fault(fault) => return Err(fault),
        };
        reading.document.id = self.id;
        Ok(reading)
    }

    pub(crate) fn fault(id: Option<String>, fault: Unreadable) -> Entry {
        Entry { id, raw: Raw::Fault(fault) }
    }
}

/// The entries of one input, in its order. What cannot be read among them is an entry that says so when it is
/// read; after damage that hides what follows, the last entry says that.
pub struct Entries<'a> {
    entries: Box<dyn Iterator<Item = Entry> + Send + 'a>,
    is_list: bool,
}

impl Entries<'_> {
    /// Whether the input is of a form that holds any number of documents, however many it holds.
    pub fn is_list(&self) -> bool {
        self.is_list
    }
}

impl Iterator for Entries<'_> {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        self.entries.next()
    }
}

impl std::fmt::Debug for Entries<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Entries").field("is_list", &self.is_list).finish_non_exhaustive()
    }
}

/// Finds the documents in a stream of bytes. It is read as the entries are asked for, so that memory is bounded
/// by the largest of them.
pub fn entries<'a>(bytes: impl Read + Send + 'a, options: &Options) -> Entries<'a> {
    open(stream(bytes), options).unwrap_or_else(|fault| alone(Entry::fault(None, fault)))
}

/// Reads all documents in some bytes, each on its own.
pub fn read_all(bytes: Vec<u8>, options: &Options) -> Vec<Result<Reading, Unreadable>> {
    entries(std::io::Cursor::new(bytes), options).map(|entry| entry.read(&options.limits)).collect()
}

fn alone<'a>(entry: Entry) -> Entries<'a> {
    Entries { entries: Box::new(iter::once(entry)), is_list: false }
}

fn open<'a>(bytes: Stream<'a>, options: &Options) -> Result<Entries<'a>, Unreadable> {
    let limits = options.limits;
    let (head, bytes) = peek(unpack(bytes, limits.input)?)?;
    let form = match options.form {
        Form::Auto => stream_form(&head)?,
        form => form,
    };
    let list = |entries| Ok(Entries { entries, is_list: true });
    match form {
        Form::Warc => list(Box::new(warc::entries(bytes, limits))),
        Form::Jsonl => list(Box::new(jsonl::entries(bytes, options.fields.clone(), limits))),
        Form::Feed => list(Box::new(feed::entries(&whole(bytes, limits.page)?)?.into_iter())),
        form => {
            let bytes = whole(bytes, limits.document)?;
            if form == Form::Auto && feed::is_feed(&bytes) {
                if bytes.len() > limits.page {
                    return Err(Unreadable::too_long("feed", limits.page));
                }
                return list(Box::new(feed::entries(&bytes)?.into_iter()));
            }
            let (charset, address) = (options.charset.clone(), options.address.clone());
            Ok(alone(Entry { id: None, raw: Raw::Bytes { bytes, form, charset, address } }))
        }
    }
}

/// Tells the forms that are read piece by piece; all others are looked up once they are whole.
fn stream_form(head: &[u8]) -> Result<Form, Unreadable> {
    if head.starts_with(b"WARC/") {
        return Ok(Form::Warc);
    }
    if let Some(refusal) = binary::by_magic(head) {
        return Err(refusal);
    }
    if jsonl::looks_so(head, head.len() == HEAD)? { Ok(Form::Jsonl) } else { Ok(Form::Auto) }
}

/// All bytes of a document, unless there are more than are read of one.
pub(crate) fn whole(bytes: impl BufRead, most: usize) -> Result<Vec<u8>, Unreadable> {
    let mut all = Vec::new();
    bytes.take(most as u64 + 1).read_to_end(&mut all).map_err(|error| Unreadable::of_io(&error))?;
    if all.len() > most { Err(Unreadable::too_long("document", most)) } else { Ok(all) }
}
