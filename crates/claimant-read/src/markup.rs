//! Knowing pages and feeds by their first characters.

use crate::Unreadable;

/// Refuses a text that is markup: claims read out of tags and scripts would be nobody's.
pub(super) fn refuse(text: &str) -> Option<Unreadable> {
    let hint = "save its text, or pass `--input text` to read the markup as it is";
    let found = |name: &str, plural: &str| {
        Some(Unreadable::new(format!("this is {name}: reading {plural} is not supported yet")).hint(hint))
    };
    let mut rest = text.trim_start();
    let is_xml = starts(rest, "<?xml");
    // What may stand before the element that tells what it is.
    loop {
        let end = match rest {
            _ if rest.starts_with("<!--") => "-->",
            _ if rest.starts_with("<?") => "?>",
            _ => break,
        };
        let Some(at) = rest.find(end) else { break };
        rest = rest[at + end.len()..].trim_start();
    }
    if starts(rest, "<!doctype html") || starts(rest, "<html") {
        return found("an HTML page", "pages");
    }
    if starts(rest, "<rss") || starts(rest, "<feed") {
        return found("a feed", "feeds");
    }
    if is_xml { found("an XML document", "XML") } else { None }
}

fn starts(text: &str, tag: &str) -> bool {
    text.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_feeds() {
        let check = |text: &str, expected: Option<&str>| {
            let found = refuse(text).map(|refusal| refusal.message);
            let named = |name: &str| found.as_deref().is_some_and(|found| found.contains(name));
            assert!(expected.map_or(found.is_none(), named), "{text:?}: {found:?}");
        };
        check("\n<!DOCTYPE html>\n<html>", Some("an HTML page"));
        check("<!-- saved --> <HTML lang=en>", Some("an HTML page"));
        check("<?xml version=\"1.0\"?><html xmlns=…>", Some("an HTML page"));
        check("<?xml version=\"1.0\"?>\n<rss version=\"2.0\">", Some("a feed"));
        check("<?xml version=\"1.0\"?>\n<nitf>", Some("an XML document"));
        check("<b>Bold</b> words, said the editor.", None);
        check("<!-- never closed", None);
        check("<", None);
    }
}
