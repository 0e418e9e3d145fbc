//! Knowing pages and feeds by their first characters.

use crate::Form;

/// What markup a text begins as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Markup {
    /// A form that is read.
    Known(Form),
    /// Some other XML.
    Other,
}

/// Elements that a page begins with when its author left out `html`: seen in what people save and in what
/// programs hand on.
const STARTS: &[&str] = &[
    "<html", "<head", "<body", "<title", "<meta", "<article", "<main", "<div", "<p>", "<p ", "<h1",
    "<section",
];

/// Looks at the head of a text, which may be cut off anywhere.
pub(super) fn of(text: &str) -> Option<Markup> {
    let mut rest = text.trim_start();
    let is_xml = starts(rest, "<?xml");
    // What may stand before the element that tells what it is.
    loop {
        let end = match rest {
            _ if rest.starts_with("<!--") => "-->",
            _ if rest.starts_with("<?") => "?>",
            _ if is_xml && starts(rest, "<!doctype") && !starts(rest, "<!doctype html") => ">",
            _ => break,
        };
        let Some(at) = rest.find(end) else { break };
        rest = rest[at + end.len()..].trim_start();
    }
    if starts(rest, "<!doctype html") || STARTS.iter().any(|start| starts(rest, start)) {
        return Some(Markup::Known(Form::Html));
    }
    if ["<rss", "<feed", "<rdf:rdf"].iter().any(|start| starts(rest, start)) {
        return Some(Markup::Known(Form::Feed));
    }
    is_xml.then_some(Markup::Other)
}

fn starts(text: &str, tag: &str) -> bool {
    text.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_feeds() {
        let page = Some(Markup::Known(Form::Html));
        let check = |text: &str, expected: Option<Markup>| assert_eq!(of(text), expected, "{text:?}");
        check("\n<!DOCTYPE html>\n<html>", page);
        check("<!-- saved --> <HTML lang=en>", page);
        check("<?xml version=\"1.0\"?><html xmlns=…>", page);
        check("<?xml version=\"1.0\"?>\n<rss version=\"2.0\">", Some(Markup::Known(Form::Feed)));
        check("<?xml version=\"1.0\"?>\n<nitf>", Some(Markup::Other));
        check("<b>Bold</b> words, said the editor.", None);
        check("<!-- never closed", None);
        check("<", None);
    }
}
