//! A response of a web server as archives keep it: head and body in one piece.

use std::io::Read;

use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

use crate::Unreadable;

/// A response.
pub(crate) struct Response<'a> {
    status: u16,
    /// Names in lower case.
    fields: Vec<(String, String)>,
    rest: &'a [u8],
}

impl<'a> Response<'a> {
    /// Takes the head off. None for what is no response.
    pub(crate) fn read(bytes: &'a [u8]) -> Option<Response<'a>> {
        let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
        let first = String::from_utf8_lossy(lines.next()?).into_owned();
        let mut words = first.split_whitespace();
        words.next().filter(|version| version.starts_with("HTTP/"))?;
        let status = words.next()?.parse().ok()?;
        let mut fields = Vec::new();
        let mut length = first.len().min(bytes.len());
        for line in lines {
            length += line.len();
            let text = String::from_utf8_lossy(line);
            let text = text.trim_end();
            if text.is_empty() {
                break;
            }
            if let Some((name, value)) = text.split_once(':') {
                fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
        }
        Some(Response { status, fields, rest: bytes.get(length..).unwrap_or_default() })
    }

    fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether it is a page, and not an error, a redirection or a picture.
    pub(crate) fn is_page(&self) -> bool {
        let form = self.field("content-type").unwrap_or_default().to_ascii_lowercase();
        (200..300).contains(&self.status)
            && (form.starts_with("text/html") || form.starts_with("application/xhtml"))
    }

    /// The encoding that the server names.
    pub(crate) fn charset(&self) -> Option<String> {
        charset_of(self.field("content-type")?)
    }

    /// The body as its reader would see it, if that has not more than `most` bytes.
    pub(crate) fn body(&self, most: usize) -> Result<Vec<u8>, Unreadable> {
        let chunked = self
            .field("transfer-encoding")
            .is_some_and(|coding| coding.to_ascii_lowercase().contains("chunked"));
        // Many archives keep the field after they have put the chunks together.
        let joined = if chunked { chunks(self.rest) } else { None };
        let body = joined.as_deref().unwrap_or(self.rest);
        let coding = self.field("content-encoding").unwrap_or_default().to_ascii_lowercase();
        let is_gzip = body.starts_with(&[0x1f, 0x8b]);
        match coding.trim() {
            "gzip" | "x-gzip" if is_gzip => limited(MultiGzDecoder::new(body), most),
            "deflate" if body.first().is_some_and(|byte| byte & 0x0f == 8) => {
                limited(ZlibDecoder::new(body), most)
            }
            "deflate" => limited(DeflateDecoder::new(body), most),
            "br" | "zstd" if !looks_like_markup(body) => {
                Err(Unreadable::new(format!("this page is packed as {coding:?}, which is not supported")))
            }
            _ => limited(body, most),
        }
    }
}

fn looks_like_markup(body: &[u8]) -> bool {
    body.trim_ascii_start().starts_with(b"<")
}

/// The label of the encoding that a `Content-Type` names: `charset` among its parameters.
pub fn charset_of(media_type: &str) -> Option<String> {
    let at = media_type.to_ascii_lowercase().find("charset=")? + "charset=".len();
    let label = media_type[at..].trim_matches(['"', '\'', ' ']);
    Some(label.split([';', ' ', '"']).next()?.to_owned())
}

fn limited(bytes: impl Read, most: usize) -> Result<Vec<u8>, Unreadable> {
    let mut all = Vec::new();
    bytes.take(most as u64 + 1).read_to_end(&mut all).map_err(|error| Unreadable::of_io(&error))?;
    if all.len() > most { Err(Unreadable::too_long("page", most)) } else { Ok(all) }
}

/// Puts chunks together. None where there are none.
fn chunks(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = rest.iter().take(64).position(|byte| *byte == b'\n')?;
        let line = std::str::from_utf8(&rest[..end]).ok()?.trim();
        let length = usize::from_str_radix(line.split(';').next()?.trim(), 16).ok()?;
        rest = &rest[end + 1..];
        if length == 0 {
            return Some(body);
        }
        // A chunk that breaks off is taken as far as it goes.
        let taken = length.min(rest.len());
        body.extend_from_slice(&rest[..taken]);
        rest = &rest[taken..];
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
        if rest.is_empty() {
            return Some(body);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_and_bodies() {
        let bytes = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"iso-8859-1\"\r\n\r\n<p>Yes\xe9";
        let response = Response::read(bytes).unwrap();
        assert!(response.is_page());
        assert_eq!(response.charset().as_deref(), Some("iso-8859-1"));
        assert_eq!(response.body(100).unwrap(), b"<p>Yes\xe9");
        assert_eq!(
            response.body(3).unwrap_err().to_string(),
            "this page has more than 3 bytes, which is as much as is read"
        );
        assert!(Response::read(b"").is_none());
        assert!(Response::read(b"GET / HTTP/1.1\r\n\r\n").is_none());
        assert!(!Response::read(b"HTTP/1.1 404 No\r\nContent-Type: text/html\r\n\r\n").unwrap().is_page());
    }

    #[test]
    fn chunks_are_joined() {
        assert_eq!(chunks(b"3\r\nYes\r\n4;x=y\r\n, he\r\n0\r\n\r\n").unwrap(), b"Yes, he");
        assert_eq!(chunks(b"ff\r\nYes").unwrap(), b"Yes");
        assert!(chunks(b"<html>\n").is_none());
        let bytes =
            b"HTTP/1.1 200 OK\nTransfer-Encoding: chunked\nContent-Type: text/html\n\n<p>Already joined";
        assert_eq!(Response::read(bytes).unwrap().body(100).unwrap(), b"<p>Already joined");
    }
}
