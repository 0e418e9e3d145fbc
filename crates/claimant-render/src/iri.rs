//! Names of documents and of what is in them, for linked data.

use claimant_core::wire::DocumentInfo;

/// An IRI reference for a document: its address on the web, or another that it goes by, or else its path and identifier
/// as a relative reference, which whoever reads it resolves against where the file lies.
///
/// What is in a document is a fragment of it: `articles/a.txt#c1`. So two documents of one file, which have its path in
/// common, are told apart before it: `stories.jsonl/7#c1`.
pub(crate) fn document(document: &DocumentInfo) -> String {
    if let Some(address) = web(document) {
        return address;
    }
    let path = document.path.as_deref().filter(|path| !path.is_empty());
    let id = document.id.as_deref().filter(|id| !id.is_empty());
    if let Some(id) = id.filter(|id| is_address(id)) {
        return address(id);
    }
    let file = path.map(|path| match path {
        "-" => STANDARD_INPUT.to_owned(),
        path if is_address(path) => address(path),
        path => relative(path),
    });
    match (file, id) {
        (None, None) => STANDARD_INPUT.to_owned(),
        (Some(file), None) => file,
        (None, Some(id)) => relative(id),
        (Some(file), Some(id)) => format!("{file}/{}", relative(id).trim_start_matches('/')),
    }
}

const STANDARD_INPUT: &str = "standard-input";

/// The document's address on the web.
pub(crate) fn web(document: &DocumentInfo) -> Option<String> {
    let url = document.url.as_deref()?.trim();
    is_of(url, &["http://", "https://"]).then(|| address(url))
}

fn is_address(name: &str) -> bool {
    is_of(name, &["http://", "https://", "urn:", "file:", "doi:", "tag:"])
}

fn is_of(name: &str, schemes: &[&str]) -> bool {
    schemes.iter().any(|scheme| {
        name.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && name.len() > scheme.len()
    })
}

/// An address without its fragment, which would be taken for a part of the document.
fn address(name: &str) -> String {
    let whole = name.split('#').next().unwrap_or(name);
    // Brackets stand around the address of a host, and nowhere else.
    let host = whole.find("://").map_or(0, |at| {
        let from = at + "://".len();
        whole[from..].find(['/', '?']).map_or(whole.len(), |end| from + end)
    });
    let (host, rest) = whole.split_at(host);
    escaped(host, b"-._~:/[]@!$&'()*+,;=%") + &escaped(rest, b"-._~:/?@!$&'()*+,;=%")
}

/// A path as a relative reference. Two slashes at its beginning would make what follows them a host.
fn relative(path: &str) -> String {
    let rest = path.trim_start_matches('/');
    let root = if rest.len() < path.len() { "/" } else { "" };
    format!("{root}{}", escaped(rest, b"-._~/"))
}

/// With all but letters, digits and `kept` as `%XX` of UTF-8. A per cent sign is kept where it is one of those.
fn escaped(text: &str, kept: &[u8]) -> String {
    let mut escaped = String::with_capacity(text.len());
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        let is_code = || bytes.get(at + 1..at + 3).is_some_and(|code| code.iter().all(u8::is_ascii_hexdigit));
        if byte.is_ascii_alphanumeric() || kept.contains(byte) && (*byte != b'%' || is_code()) {
            escaped.push(char::from(*byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn info(path: &str, id: Option<&str>, url: Option<&str>) -> DocumentInfo {
        DocumentInfo {
            id: id.map(str::to_owned),
            path: Some(path.to_owned()),
            title: None,
            authors: Vec::new(),
            outlet: None,
            url: url.map(str::to_owned),
            text: None,
            published: None,
            regions: Vec::new(),
            origin: None,
        }
    }

    #[test]
    fn addresses_stay_and_paths_are_escaped() {
        let check = |path: &str, id: Option<&str>, expected: &str| {
            assert_eq!(document(&info(path, id, None)), expected);
        };
        check("-", None, "standard-input");
        check("articles/ä b#1.txt", None, "articles/%C3%A4%20b%231.txt");
        check("C:\\a.txt", None, "C%3A%5Ca.txt");
        check("crawl.warc.gz", Some("https://example.org/a?b=c#d"), "https://example.org/a?b=c");
        check("https://example.org/feed", Some("https://example.org/a"), "https://example.org/a");
        check("", Some("story 7"), "story%207");
        check("https://example.org/\"<a>", None, "https://example.org/%22%3Ca%3E");
        check(
            "https://[2001:db8::1]:80/a[1]?b[]=100%&c=%C3%A4",
            None,
            "https://[2001:db8::1]:80/a%5B1%5D?b%5B%5D=100%25&c=%C3%A4",
        );
    }

    #[test]
    fn documents_of_one_file_are_told_apart() {
        let check = |path: &str, id: &str, expected: &str| {
            assert_eq!(document(&info(path, Some(id), None)), expected);
        };
        check("stories.jsonl", "7", "stories.jsonl/7");
        check("stories.zip", "/news/a.txt", "stories.zip/news/a.txt");
        check("-", "7", "standard-input/7");
        check("https://example.org/stories.jsonl", "7", "https://example.org/stories.jsonl/7");
    }

    #[test]
    fn no_path_names_a_host() {
        assert_eq!(document(&info("//evil.example/a", None, None)), "/evil.example/a");
        assert_eq!(document(&info("", Some("///evil.example/a"), None)), "/evil.example/a");
        assert_eq!(document(&info("a//b", None, None)), "a//b");
    }

    #[test]
    fn the_address_on_the_web_goes_before_all_others() {
        let check = |url: &str, expected: &str| {
            assert_eq!(document(&info("pages/1.html", Some("urn:uuid:1"), Some(url))), expected);
        };
        check("https://example.org/news?id=1#top", "https://example.org/news?id=1");
        check("HTTP://example.org/ä", "HTTP://example.org/%C3%A4");
        check("javascript:alert(1)", "urn:uuid:1");
        check("https://", "urn:uuid:1");
    }
}
