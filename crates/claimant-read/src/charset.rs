//! The encoding that a page names itself.

use encoding_rs::Encoding;

/// As much of a page as its encoding is looked for in. The standard asks for 1,024 bytes; some pages take longer.
const SAMPLE: usize = 8192;

/// The encoding that a `meta` element or an XML declaration at the head of a page names.
pub(crate) fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(SAMPLE)].to_ascii_lowercase();
    let found =
        |word: &[u8]| head.windows(word.len()).position(|window| window == word).map(|at| at + word.len());
    let xml = if head.starts_with(b"<?xml") { found(b"encoding=") } else { None };
    let at = xml.or_else(|| found(b"charset="))?;
    let label: Vec<u8> = head[at..]
        .iter()
        .copied()
        .skip_while(|byte| matches!(byte, b'"' | b'\'' | b' '))
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':'))
        .collect();
    Encoding::for_label(&label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_name_their_encoding() {
        let check = |page: &[u8], expected: Option<&str>| {
            assert_eq!(declared(page).map(Encoding::name), expected);
        };
        check(b"<meta charset=iso-8859-1>", Some("windows-1252"));
        check(
            b"<META http-equiv=Content-Type content='text/html; Charset=\"Shift_JIS\"'>",
            Some("Shift_JIS"),
        );
        check(b"<?xml version='1.0' encoding='windows-1251'?><html>", Some("windows-1251"));
        check(b"<meta charset=nonsense>", None);
        check(b"", None);
    }
}
