//! Bytes to characters.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use claimant_core::Run;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::Unreadable;

/// A text and how it was come by.
#[derive(Debug)]
pub(super) struct Decoded {
    /// Without its byte order mark.
    pub text: String,
    /// What its readers should know, a sentence each.
    pub remarks: Vec<String>,
    /// What it was decoded from.
    pub encoding: &'static Encoding,
    /// How long the byte order mark was.
    pub mark: usize,
    /// The bytes, where they are not the text's own.
    raw: Option<Vec<u8>>,
}

impl Decoded {
    /// A text that is UTF-8 already.
    pub(crate) fn of_text(text: String) -> Decoded {
        Decoded { text, remarks: Vec::new(), encoding: UTF_8, mark: 0, raw: None }
    }

    /// Runs that point into the decoded text, made to point into the bytes. They come in the order of the bytes.
    pub(crate) fn bytes_of(&self, mut runs: Vec<Run>) -> Vec<Run> {
        let Some(raw) = &self.raw else {
            for run in &mut runs {
                run.start += self.mark;
                run.end += self.mark;
            }
            return runs;
        };
        // Each place is asked for once and in order; the decoder is run along, character by character.
        let mut places: Vec<usize> = runs.iter().flat_map(|run| [run.start, run.end]).collect();
        places.sort_unstable();
        places.dedup();
        let bytes = places_in(raw, self.encoding, &places);
        let byte = |place: usize| bytes[places.partition_point(|known| *known < place)] + self.mark;
        for run in &mut runs {
            (run.start, run.end) = (byte(run.start), byte(run.end));
        }
        runs
    }
}

/// The bytes at which the decoded text has these lengths.
fn places_in(raw: &[u8], encoding: &'static Encoding, places: &[usize]) -> Vec<usize> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut buffer = [0; 16];
    let (mut length, mut consumed) = (0, 0);
    let mut found = Vec::with_capacity(places.len());
    for place in places {
        while length < *place && consumed < raw.len() {
            let last = consumed + 1 == raw.len();
            let (_, read, written, _) = decoder.decode_to_utf8(&raw[consumed..=consumed], &mut buffer, last);
            (consumed, length) = (consumed + read.max(1), length + written);
        }
        found.push(consumed);
    }
    found
}

/// Decodes UTF-8, UTF-16 and the legacy encodings that browsers know. Only plain UTF-8 is certain; for all
/// else a remark tells what was taken for what.
///
/// `declared` is the encoding that the input names itself. It is believed where the bytes do not say otherwise:
/// pages are often in UTF-8 whatever their server or their head says.
pub(super) fn decode(bytes: Vec<u8>, declared: Option<&'static Encoding>) -> Result<Decoded, Unreadable> {
    // Before UTF-16, whose mark this one begins with.
    if bytes.starts_with(b"\xff\xfe\0\0") || bytes.starts_with(b"\0\0\xfe\xff") {
        return Err(Unreadable::new("this text is in UTF-32, which is not supported")
            .hint("convert it, for instance with `iconv -f UTF-32 -t UTF-8`"));
    }
    if let Some((encoding, length)) = Encoding::for_bom(&bytes) {
        let name = encoding.name();
        let remark = format!(
            "read as {name}; the byte order mark before the text is not part of it, and offsets start after it"
        );
        return Ok(with(encoding, bytes, length, remark));
    }
    if let Some(encoding) = utf_16(&bytes) {
        let name = encoding.name();
        return Ok(with(encoding, bytes, 0, format!("read as {name}, by the pattern of its zero bytes")));
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded::of_text(text)),
        Err(error) => error.into_bytes(),
    };
    if is_damaged_utf_8(&bytes) {
        return Ok(with(UTF_8, bytes, 0, "read as UTF-8, though some bytes of it are not".to_owned()));
    }
    if let Some(encoding) = declared.filter(|encoding| encoding.is_ascii_compatible() && *encoding != UTF_8) {
        let name = encoding.name();
        return Ok(with(encoding, bytes, 0, format!("read as {name}, as the input says")));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let name = encoding.name();
    Ok(with(
        encoding,
        bytes,
        0,
        format!("read as {name}: the bytes are no UTF-8, and this is the likeliest guess"),
    ))
}

/// Decodes in one encoding, and adds a remark where that lost something.
fn with(encoding: &'static Encoding, mut bytes: Vec<u8>, mark: usize, remark: String) -> Decoded {
    bytes.drain(..mark);
    let (text, lossy) = encoding.decode_without_bom_handling(&bytes);
    let text = text.into_owned();
    let mut remarks = vec![remark];
    if lossy {
        let count = text.matches('\u{fffd}').count();
        let places = if count == 1 { "one place".to_owned() } else { format!("{count} places") };
        remarks.push(format!("in {places}, bytes that are no character were replaced by U+FFFD"));
    }
    let raw = (encoding != UTF_8 || lossy).then_some(bytes);
    Decoded { text, remarks, encoding, mark, raw }
}

/// UTF-16 without a mark: Latin letters, digits and spaces have a zero byte each, always on the same side.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    const SAMPLE: usize = 4096;
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let pairs = sample.len() / 2;
    let zeros = |side: usize| sample.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    // English text has next to all; names in other scripts and curly quotation marks have none. A zero on
    // the other side is U+0000 or a letter such as U+0100: rare.
    let is_most = |some: usize, other: usize| some * 2 > pairs && other * 20 < pairs;
    match (is_most(first, second), is_most(second, first)) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// Whether bytes that are not all UTF-8 were meant as such: characters of several bytes happen in other
/// encodings by chance, but not more often than broken ones.
fn is_damaged_utf_8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= 2 * bad
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, remark: Option<&str>) {
        let decoded = decode(bytes.to_vec(), None).unwrap();
        assert_eq!(decoded.text, text);
        let found = decoded.remarks.first().map(String::as_str);
        let same =
            remark.map_or(found.is_none(), |start| found.is_some_and(|found| found.starts_with(start)));
        assert!(same, "{found:?}");
    }

    fn utf_16_of(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn unicode() {
        let text = "“Oui”, said Zoë. 🦀\r\n";
        check(text.as_bytes(), text, None);
        check(format!("\u{feff}{text}").as_bytes(), text, Some("read as UTF-8; the byte order mark"));
        for (bytes, name) in [(u16::to_le_bytes as fn(u16) -> [u8; 2], "LE"), (u16::to_be_bytes, "BE")] {
            check(&utf_16_of(text, bytes), text, Some(&format!("read as UTF-16{name}, by the pattern")));
            let marked = utf_16_of(&format!("\u{feff}{text}"), bytes);
            check(&marked, text, Some(&format!("read as UTF-16{name}; the byte order mark")));
        }
        check(b"", "", None);
        assert!(decode(b"\xff\xfe\0\0a\0\0\0".to_vec(), None).is_err());
    }

    #[test]
    fn legacy_is_guessed() {
        let bytes = b"\x93Je n'ai rien vu,\x94 said Ren\xe9 L\xe9vesque of Montr\xe9al on Monday.";
        check(
            bytes,
            "“Je n'ai rien vu,” said René Lévesque of Montréal on Monday.",
            Some("read as windows-1252"),
        );
    }

    #[test]
    fn damaged_unicode_stays_unicode() {
        let bytes = b"\xe2\x80\x9cYes,\xe2\x80\x9d said Zo\xc3\xab. \xe2\x80";
        check(bytes, "“Yes,” said Zoë. \u{fffd}", Some("read as UTF-8, though"));
        // An odd byte at the end of UTF-16.
        let decoded = decode(b"\xff\xfea\0b".to_vec(), None).unwrap();
        assert_eq!(decoded.text, "a\u{fffd}");
        assert_eq!(decoded.remarks.len(), 2);
    }
}
