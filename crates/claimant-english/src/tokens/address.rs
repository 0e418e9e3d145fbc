//! Addresses of the net, handles and hashtags: kept whole.

use super::{is_word, lists};

/// The length of the address that `rest` (a run without white space) begins with.
pub(super) fn length(rest: &str, before: Option<char>) -> Option<usize> {
    let fresh = !before.is_some_and(is_word);
    match rest.as_bytes()[0] {
        b'@' | b'#' if fresh => {
            // "#1" is a number with its sign.
            if rest[1..].starts_with(|c: char| c.is_ascii_digit()) && rest.starts_with('#') {
                return None;
            }
            let name = rest[1..].find(|c: char| !is_word(c)).unwrap_or(rest.len() - 1);
            (name > 0).then_some(1 + name)
        }
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' if fresh => scheme(rest).or_else(|| named(rest)),
        _ => None,
    }
}

/// "https://…", "mailto:…", "www.…".
fn scheme(rest: &str) -> Option<usize> {
    let head = rest.as_bytes();
    let starts = |prefix: &str| {
        head.len() > prefix.len() && head[..prefix.len()].eq_ignore_ascii_case(prefix.as_bytes())
    };
    ["http://", "https://", "ftp://", "mailto:", "www."]
        .iter()
        .any(|prefix| starts(prefix))
        .then(|| tail(rest))
}

/// How far an address reaches: to a closing mark that it did not open, without the marks at its end.
fn tail(rest: &str) -> usize {
    let stop = rest.find(['"', '<', '>', '“', '”', '»', '[', ']', '|', '’']).unwrap_or(rest.len());
    let body = &rest[..stop];
    let mut end = body.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*']).len();
    if body[..end].ends_with(')') && !body[..end].contains('(') {
        end = body[..end].trim_end_matches([')', '.', ',']).len();
    }
    end.max(1)
}

/// "name@host.org", "podiobooks.com", "pic.twitter.com/Ab1".
fn named(rest: &str) -> Option<usize> {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    // No address of interest is longer; a bound keeps a megabyte of letters linear.
    let limit = rest.len().min(256);
    let bytes = &rest.as_bytes()[..limit];
    let mut end = bytes.iter().position(|b| !part(char::from(*b))).unwrap_or(limit);
    let mail = bytes.get(end) == Some(&b'@');
    if mail {
        let host = &bytes[end + 1..];
        end += 1 + host.iter().position(|b| !part(char::from(*b))).unwrap_or(host.len());
    }
    let name = rest[..end].trim_end_matches(['.', '-', '_', '+']);
    if mail && !name.contains('.') {
        // "Rice@ENRON": an address within a house.
        return (!name.starts_with('@') && name.rsplit('@').next().is_some_and(|host| host.len() > 1))
            .then_some(name.len());
    }
    let (stem, last) = name.rsplit_once('.')?;
    if mail {
        return (name.find('@')? + 1 < stem.len()).then_some(name.len());
    }
    let plain = !stem.is_empty()
        && stem.split('.').all(|label| label.len() > 1 && label.bytes().any(|b| b.is_ascii_alphabetic()))
        && lists::has(lists::DOMAINS, last)
        // "end.In" is two sentences; "Amazon.com" is one name.
        && !(last.len() < 3 && last.starts_with(char::is_uppercase));
    plain.then(|| if rest[name.len()..].starts_with('/') { tail(rest) } else { name.len() })
}
