//! The documents of a run, one after another: every input is opened when its turn comes and read as it is asked
//! for.

use std::fs::File;
use std::io::{self, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

use claimant_read::{Entries, Entry, Limits, Options, Reading, Unreadable, entries};
use sha2::{Digest, Sha256};

use super::fetch::Fetcher;
use super::{Item, Place, of_io};

/// What happens next in a run.
#[derive(Debug)]
pub(crate) enum Event {
    /// A document, or what should have been one.
    Document(Found),
    /// An input has no more.
    End(End),
}

/// A document that was found and not read yet.
#[derive(Debug)]
pub(crate) struct Found {
    /// The input that it is in, as the user wrote it.
    pub path: String,
    /// Whether that is of a form that holds any number of documents.
    pub is_list: bool,
    entry: Result<Entry, Unreadable>,
}

/// An input that was read to its end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct End {
    /// The input, as the user wrote it.
    pub path: String,
    /// Whether it is of a form that holds any number of documents.
    pub is_list: bool,
    /// How many bytes it has, as they are stored.
    pub bytes: u64,
    /// The SHA-256 of these, in hexadecimal digits; absent where nobody asked or nothing could be read.
    pub sha256: Option<String>,
}

impl Event {
    /// Bytes that it holds.
    pub(crate) fn size(&self) -> usize {
        match self {
            Event::Document(found) => found.size(),
            Event::End(_) => 0,
        }
    }
}

impl Found {
    /// Bytes that it holds.
    pub(crate) fn size(&self) -> usize {
        self.entry.as_ref().map_or(0, Entry::size)
    }

    /// Tells it from the others in its input.
    pub(crate) fn id(&self) -> Option<&str> {
        self.entry.as_ref().ok().and_then(Entry::id)
    }

    /// Reads it and does `work` with it. A fault of ours in one document must not cost its neighbours their
    /// results.
    pub(crate) fn with<T>(self, limits: &Limits, work: impl FnOnce(Reading) -> T) -> Result<T, Unreadable> {
        let Found { path, entry, .. } = self;
        catch_unwind(AssertUnwindSafe(|| {
            let mut reading = entry?.read(limits)?;
            reading.document.path = Some(path);
            Ok(work(reading))
        }))
        .unwrap_or_else(|_| {
            let hint = "please report it with the lines above and, if you may share it, the document";
            Err(Unreadable::new("the program failed on this document, which is a fault in claimant")
                .hint(hint))
        })
    }
}

/// Goes through the items of a run.
pub(crate) struct Documents<I> {
    items: I,
    options: Options,
    with_hashes: bool,
    tally: Arc<Tally>,
    open: Option<Open>,
}

/// How many bytes of all inputs were read so far.
#[derive(Debug, Default)]
pub(crate) struct Tally(std::sync::atomic::AtomicU64);

impl Tally {
    pub(crate) fn bytes(&self) -> u64 {
        self.0.load(std::sync::atomic::Ordering::Relaxed)
    }
}

struct Open {
    path: String,
    entries: Entries<'static>,
    count: Arc<Mutex<Count>>,
}

impl<I: Iterator<Item = Item>> Documents<I> {
    /// `with_hashes` says whether every input is to be hashed.
    pub(crate) fn new(items: I, options: Options, with_hashes: bool, tally: Arc<Tally>) -> Documents<I> {
        Documents { items, options, with_hashes, tally, open: None }
    }

    fn start(&self, item: Item) -> Result<Open, Box<Found>> {
        let path = item.place.name();
        let count = Arc::new(Mutex::new(Count { bytes: 0, hash: self.with_hashes.then(Sha256::new) }));
        let tap = |bytes: Box<dyn Read + Send>| Tap {
            bytes,
            count: Arc::clone(&count),
            tally: Arc::clone(&self.tally),
        };
        let mut options = self.options.clone();
        let bytes: Result<Box<dyn Read + Send>, Unreadable> = match (item.fault, &item.place) {
            (Some(fault), _) => Err(fault),
            (None, Place::Stdin) => Ok(Box::new(io::stdin())),
            (None, Place::File(path)) => match File::open(path) {
                Ok(file) => Ok(Box::new(file)),
                Err(error) => Err(of_io(&error)),
            },
            (None, Place::Web(address)) => {
                Fetcher::new(self.options.limits.page).fetch(address).map(|fetched| {
                    options.charset = fetched.charset;
                    options.address = Some(fetched.address);
                    Box::new(io::Cursor::new(fetched.bytes)) as Box<dyn Read + Send>
                })
            }
        };
        match bytes {
            Ok(bytes) => Ok(Open { entries: entries(tap(bytes), &options), path, count }),
            Err(fault) => Err(Box::new(Found { path, is_list: false, entry: Err(fault) })),
        }
    }
}

impl<I: Iterator<Item = Item>> Iterator for Documents<I> {
    type Item = Event;

    fn next(&mut self) -> Option<Event> {
        if self.open.is_none() {
            let item = self.items.next()?;
            match self.start(item) {
                Ok(open) => self.open = Some(open),
                Err(found) => return Some(Event::Document(*found)),
            }
        }
        let open = self.open.as_mut()?;
        let is_list = open.entries.is_list();
        if let Some(entry) = open.entries.next() {
            return Some(Event::Document(Found { path: open.path.clone(), is_list, entry: Ok(entry) }));
        }
        let Open { path, entries, count } = self.open.take()?;
        // What is left of the input is counted as its end is dropped.
        drop(entries);
        let mut count = count.lock().unwrap_or_else(PoisonError::into_inner);
        let digits = |hash: Sha256| {
            let mut digits = String::new();
            for byte in hash.finalize() {
                digits.push_str(&format!("{byte:02x}"));
            }
            digits
        };
        let sha256 = count.hash.take().map(digits);
        Some(Event::End(End { path, is_list, bytes: count.bytes, sha256 }))
    }
}

#[derive(Debug)]
struct Count {
    bytes: u64,
    hash: Option<Sha256>,
}

/// Counts and hashes what passes.
struct Tap {
    bytes: Box<dyn Read + Send>,
    count: Arc<Mutex<Count>>,
    tally: Arc<Tally>,
}

impl Read for Tap {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(buffer)?;
        let mut count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        count.bytes += read as u64;
        if let Some(hash) = &mut count.hash {
            hash.update(&buffer[..read]);
        }
        self.tally.0.fetch_add(read as u64, std::sync::atomic::Ordering::Relaxed);
        Ok(read)
    }
}

impl Drop for Tap {
    fn drop(&mut self) {
        let hashed = self.count.lock().unwrap_or_else(PoisonError::into_inner).hash.is_some();
        if hashed {
            // What a damaged archive or a refused file has behind the damage belongs to its hash. A fault here
            // was told where it was met first.
            let _ = io::copy(self, &mut io::sink());
        }
    }
}
