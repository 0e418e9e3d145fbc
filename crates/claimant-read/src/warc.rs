//! WARC: archives of the web, as crawlers write them (ISO 28500).

use std::io::{self, BufRead, Read};

use crate::entry::{Entry, Raw};
use crate::http::Response;
use crate::unpack::Stream;
use crate::{Form, Limits, Unreadable};

/// The pages in an archive: its records of responses that are HTML.
pub(crate) fn entries(bytes: Stream<'_>, limits: Limits) -> impl Iterator<Item = Entry> + Send {
    Archive { bytes, limits, number: 0, is_over: false }
}

struct Archive<'a> {
    bytes: Stream<'a>,
    limits: Limits,
    number: usize,
    is_over: bool,
}

/// The fields of a record's head that are needed.
#[derive(Default)]
struct Head {
    kind: String,
    id: Option<String>,
    address: Option<String>,
    length: u64,
}

/// Longer than any head of a record or a response.
const LONGEST_HEAD: usize = 1 << 16;

impl Iterator for Archive<'_> {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        while !self.is_over {
            match self.record() {
                Ok(Some(entry)) => return Some(entry),
                Ok(None) => {}
                Err(error) => {
                    self.is_over = true;
                    let number = self.number;
                    let message = match error.kind() {
                        io::ErrorKind::UnexpectedEof => format!("the archive breaks off in record {number}"),
                        _ => format!(
                            "the archive is damaged in record {number}, and the rest of it cannot be read: {error}"
                        ),
                    };
                    return Some(Entry::fault(Some(format!("record-{number}")), Unreadable::new(message)));
                }
            }
        }
        None
    }
}

impl Archive<'_> {
    /// Reads one record. None for what is no page, and at the end.
    fn record(&mut self) -> io::Result<Option<Entry>> {
        self.number += 1;
        let Some(head) = self.head()? else {
            self.is_over = true;
            return Ok(None);
        };
        let most = (self.limits.page + LONGEST_HEAD) as u64;
        let mut block = Vec::new();
        if head.kind == "response" {
            self.bytes.by_ref().take(head.length.min(most)).read_to_end(&mut block)?;
        }
        let left = head.length - block.len() as u64;
        if io::copy(&mut self.bytes.by_ref().take(left), &mut io::sink())? < left {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if head.kind != "response" {
            return Ok(None);
        }
        let Some(response) = Response::read(&block) else { return Ok(None) };
        if !response.is_page() {
            return Ok(None);
        }
        let id = head.id.or_else(|| Some(format!("record-{}", self.number)));
        if left > 0 {
            return Ok(Some(Entry::fault(id, Unreadable::too_long("page", self.limits.page))));
        }
        let raw = match response.body(self.limits.page) {
            Ok(bytes) => {
                Raw::Bytes { bytes, form: Form::Html, charset: response.charset(), address: head.address }
            }
            Err(fault) => Raw::Fault(fault),
        };
        Ok(Some(Entry { id, raw }))
    }

    /// The head of the next record, blank lines before it passed over.
    fn head(&mut self) -> io::Result<Option<Head>> {
        let damaged = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what.to_owned());
        let mut line = loop {
            match self.line()? {
                None => return Ok(None),
                Some(line) if line.is_empty() => {}
                Some(line) => break line,
            }
        };
        if !line.starts_with("WARC/") {
            return Err(damaged("a record does not begin with its version"));
        }
        let mut head = Head::default();
        let mut length = None;
        let mut taken = 0;
        loop {
            line = self.line()?.ok_or(io::ErrorKind::UnexpectedEof)?;
            taken += line.len();
            if line.is_empty() {
                break;
            }
            if taken > LONGEST_HEAD {
                return Err(damaged("the head of a record does not end"));
            }
            let Some((name, value)) = line.split_once(':') else { continue };
            let value = value.trim().to_owned();
            match name.trim().to_ascii_lowercase().as_str() {
                "warc-type" => head.kind = value.to_ascii_lowercase(),
                "warc-record-id" => head.id = Some(value.trim_matches(['<', '>']).to_owned()),
                "warc-target-uri" => head.address = Some(value.trim_matches(['<', '>']).to_owned()),
                "content-length" => length = value.parse().ok(),
                _ => {}
            }
        }
        head.length = length.ok_or_else(|| damaged("a record does not tell its length"))?;
        Ok(Some(head))
    }

    /// One line without its end; none at the end of the archive.
    fn line(&mut self) -> io::Result<Option<String>> {
        let mut line = Vec::new();
        self.bytes.by_ref().take(LONGEST_HEAD as u64).read_until(b'\n', &mut line)?;
        if line.is_empty() {
            return Ok(None);
        }
        let text = String::from_utf8_lossy(&line);
        Ok(Some(text.trim_end_matches(['\r', '\n']).to_owned()))
    }
}
