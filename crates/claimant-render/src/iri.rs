//! Names of documents and of what is in them, for linked data.

use claimant_core::wire::DocumentInfo;

/// An IRI reference for a document: its address where it has one, or else its path or identifier as a relative
/// reference, which whoever reads it resolves against where the file lies.
///
/// What is in a document is a fragment of it: `articles/a.txt#c1`.
pub(crate) fn document(document: &DocumentInfo) -> String {
    let names = [document.path.as_deref(), document.id.as_deref()];
    let names = || names.into_iter().flatten().filter(|name| !name.is_empty());
    if let Some(address) = names().find(|name| is_address(name)) {
        // A fragment would be taken for a part of the document.
        let whole = address.split('#').next().unwrap_or(address);
        return escaped(whole, b"-._~:/?[]@!$&'()*+,;=%");
    }
    match names().next() {
        None | Some("-") => "standard-input".to_owned(),
        Some(path) => escaped(path, b"-._~/"),
    }
}

fn is_address(name: &str) -> bool {
    ["http://", "https://", "urn:", "file:", "doi:", "tag:"].iter().any(|scheme| {
        name.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && name.len() > scheme.len()
    })
}

/// With all but letters, digits and `kept` as `%XX` of UTF-8.
fn escaped(text: &str, kept: &[u8]) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stay_and_paths_are_escaped() {
        let check = |path: &str, id: Option<&str>, expected: &str| {
            let info = DocumentInfo {
                id: id.map(str::to_owned),
                path: Some(path.to_owned()),
                title: None,
                authors: Vec::new(),
                outlet: None,
                url: None,
                text: None,
                published: None,
                regions: Vec::new(),
                origin: None,
            };
            assert_eq!(document(&info), expected);
        };
        check("-", None, "standard-input");
        check("articles/ä b#1.txt", None, "articles/%C3%A4%20b%231.txt");
        check("C:\\a.txt", None, "C%3A%5Ca.txt");
        check("crawl.warc.gz", Some("https://example.org/a?b=c#d"), "https://example.org/a?b=c");
        check("", Some("story 7"), "story%207");
        check("https://example.org/\"<a>", None, "https://example.org/%22%3Ca%3E");
    }
}
