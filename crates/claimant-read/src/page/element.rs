//! What the elements of HTML mean for a text.

use super::scan::Tag;

/// Elements without content.
const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen",
    "link", "meta", "param", "source", "track", "wbr",
];

/// Elements that begin and end a line, by the rendering section of the HTML standard.
const BLOCK: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements whose characters nobody reads as part of the page's text.
const SILENT: &[&str] = &[
    "audio", "button", "canvas", "datalist", "head", "iframe", "map", "math", "noembed", "noframes",
    "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title", "video",
];

/// Elements that format: those which a parser opens again in every paragraph until somebody closes them.
const FORMATTING: &[&str] =
    &["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

pub(crate) fn is_void(name: &str) -> bool {
    VOID.binary_search(&name).is_ok()
}

pub(crate) fn is_block(name: &str) -> bool {
    BLOCK.binary_search(&name).is_ok()
}

pub(crate) fn is_silent(name: &str) -> bool {
    SILENT.binary_search(&name).is_ok()
}

/// Whether an element says nothing of the text to anybody: scripts that are no data, drawings, what stands in for others.
pub(crate) fn is_left_out(tag: &Tag) -> bool {
    const OUT: &[&str] = &["canvas", "iframe", "math", "noscript", "object", "style", "svg", "template"];
    let is_data = || tag.get("type").is_some_and(|form| form.to_ascii_lowercase().contains("json"));
    OUT.contains(&tag.name.as_str()) || (tag.name == "script" && !is_data())
}

pub(crate) fn is_formatting(name: &str) -> bool {
    FORMATTING.binary_search(&name).is_ok()
}

/// Whether opening one element closes another that is open and may leave out its end tag.
pub(crate) fn ends(opened: &str, open: &str) -> bool {
    match open {
        "p" => is_block(opened) && !matches!(opened, "option" | "optgroup" | "legend"),
        "li" => opened == "li",
        "dt" | "dd" => matches!(opened, "dt" | "dd"),
        "td" | "th" => matches!(opened, "td" | "th" | "tr" | "tbody" | "tfoot" | "thead"),
        "tr" => matches!(opened, "tr" | "tbody" | "tfoot" | "thead"),
        "tbody" | "thead" | "tfoot" => matches!(opened, "tbody" | "tfoot" | "thead"),
        "option" => matches!(opened, "option" | "optgroup"),
        // Whatever is no part of a head ends it.
        "head" => is_block(opened) && opened != "html",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [VOID, BLOCK, SILENT, FORMATTING] {
            assert!(list.is_sorted());
        }
        assert!(is_void("br") && is_block("p") && is_silent("svg") && !is_block("span"));
    }
}
