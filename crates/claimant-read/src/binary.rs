//! Knowing what is no text before somebody reads claims into it.

use crate::Unreadable;

/// A kind of file that is known by bytes at a fixed place.
struct Magic {
    at: usize,
    bytes: &'static [u8],
    name: &'static str,
    advice: &'static str,
}

const IMAGE: &str = "read the words off the picture first, with a program for text recognition (OCR)";
const PAGES: &str = "save its text first, for instance with `pdftotext`";
const OFFICE: &str = "save the document as plain text first";
const PACKED: &str = "unpack it and name the text files in it";
const OTHER: &str = "name files that hold text";

/// In the order in which they are tried. The signatures are those of the formats' own specifications.
#[rustfmt::skip]
const MAGIC: &[Magic] = &[
    Magic { at: 0, bytes: b"\x89PNG\r\n\x1a\n", name: "a PNG image", advice: IMAGE },
    Magic { at: 0, bytes: b"\xff\xd8\xff", name: "a JPEG image", advice: IMAGE },
    Magic { at: 0, bytes: b"GIF87a", name: "a GIF image", advice: IMAGE },
    Magic { at: 0, bytes: b"GIF89a", name: "a GIF image", advice: IMAGE },
    Magic { at: 8, bytes: b"WEBP", name: "a WebP image", advice: IMAGE },
    Magic { at: 0, bytes: b"II*\0", name: "a TIFF image", advice: IMAGE },
    Magic { at: 0, bytes: b"MM\0*", name: "a TIFF image", advice: IMAGE },
    Magic { at: 4, bytes: b"ftypheic", name: "a HEIC image", advice: IMAGE },
    Magic { at: 4, bytes: b"ftypavif", name: "an AVIF image", advice: IMAGE },
    Magic { at: 0, bytes: b"%PDF-", name: "a PDF document", advice: PAGES },
    Magic { at: 0, bytes: b"%!PS", name: "a PostScript document", advice: PAGES },
    Magic { at: 0, bytes: b"{\\rtf", name: "an RTF document", advice: OFFICE },
    Magic { at: 0, bytes: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", name: "an old Office document (.doc, .xls)", advice: OFFICE },
    Magic { at: 0, bytes: b"PK\x03\x04", name: "a ZIP archive or an Office document (.docx, .odt, .epub)", advice: "unpack an archive and name the text files in it; save a document as plain text" },
    Magic { at: 0, bytes: b"PK\x05\x06", name: "an empty ZIP archive", advice: OTHER },
    Magic { at: 0, bytes: b"BZh", name: "bzip2-compressed data", advice: PACKED },
    Magic { at: 0, bytes: b"\xfd7zXZ\0", name: "xz-compressed data", advice: PACKED },
    Magic { at: 0, bytes: b"7z\xbc\xaf\x27\x1c", name: "a 7z archive", advice: PACKED },
    Magic { at: 0, bytes: b"Rar!\x1a\x07", name: "a RAR archive", advice: PACKED },
    Magic { at: 257, bytes: b"ustar", name: "a tar archive", advice: PACKED },
    Magic { at: 0, bytes: b"\x7fELF", name: "a program", advice: OTHER },
    Magic { at: 0, bytes: b"SQLite format 3\0", name: "an SQLite database", advice: OTHER },
    Magic { at: 0, bytes: b"PAR1", name: "a Parquet table", advice: OTHER },
    Magic { at: 0, bytes: b"ID3", name: "an MP3 recording", advice: "write down what is said first (speech recognition)" },
    Magic { at: 0, bytes: b"OggS", name: "an Ogg recording", advice: "write down what is said first (speech recognition)" },
    Magic { at: 4, bytes: b"ftyp", name: "an MP4 recording", advice: "write down what is said first (speech recognition)" },
];

/// Refuses what its first bytes show to be something else than text.
pub(super) fn by_magic(bytes: &[u8]) -> Option<Unreadable> {
    let known = |magic: &&Magic| bytes.get(magic.at..).is_some_and(|rest| rest.starts_with(magic.bytes));
    let magic = MAGIC.iter().find(known)?;
    // Some signatures are letters that a text can begin with ("BZh", "ID3", "PAR1"). Binary data show
    // themselves within the first bytes, text does not.
    let head = &bytes[..bytes.len().min(512)];
    let is_letters = magic.bytes.iter().all(u8::is_ascii_alphanumeric);
    if is_letters && std::str::from_utf8(head).is_ok_and(|text| !text.contains(is_control)) {
        return None;
    }
    Some(Unreadable::new(format!("this is {}, not text", magic.name)).hint(magic.advice))
}

/// As much as is looked at: what is binary is binary from its start.
const SAMPLE: usize = 1 << 16;

/// Refuses what decodes but is mostly control characters.
pub(super) fn by_controls(text: &str) -> Option<Unreadable> {
    let (mut all, mut controls) = (0_usize, 0_usize);
    for c in text.chars().take(SAMPLE) {
        all += 1;
        controls += usize::from(is_control(c));
    }
    // Random bytes are a tenth control characters. Texts have none, or a few where a conversion failed.
    let is_binary = controls * 10 > all || (controls >= 8 && controls * 50 > all);
    is_binary.then(|| {
        let share = (controls * 100).div_ceil(all);
        Unreadable::new(format!("this is binary data, not text: {share}% of it are control characters"))
            .hint("name files that hold text, or pass `--input text` to read it all the same")
    })
}

/// Whether texts have no use for a character. Escape is left out: ISO 2022 encodings and logs have it.
pub(super) fn is_control(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{e}'..='\u{1a}' | '\u{1c}'..='\u{1f}' | '\u{7f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn magic() {
        let check = |bytes: &[u8], expected: Option<&str>| {
            let found = by_magic(bytes).map(|refusal| refusal.message);
            assert_eq!(found, expected.map(|name| format!("this is {name}, not text")), "{bytes:?}");
        };
        check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Some("a PNG image"));
        check(b"%PDF-1.7\n%\xe2\xe3", Some("a PDF document"));
        check(b"RIFF\x24\0\0\0WEBPVP8 ", Some("a WebP image"));
        check(b"BZh91AY&SY\x01\x02", Some("bzip2-compressed data"));
        check(b"ID3 was a file format, said its author.", None);
        check(b"", None);
    }

    #[test]
    fn controls() {
        assert!(by_controls("\0\0\0 words \0\0\0").is_some());
        assert!(by_controls("").is_none());
        assert!(by_controls("The dam will hold,\tsaid the engineers.\r\n\u{c}It held.\u{0}").is_none());
    }
}
