//! Pages: self-contained, without a script, for eyes, keyboards, screen readers and paper.

mod article;
mod claims;
mod marks;
mod tables;

use claimant_core::wire::Report;
use maud::{DOCTYPE, Markup, PreEscaped, html};

pub(crate) use self::marks::marked;
use crate::text::words;
use crate::{Format, Join, Look, Piece, Reports, Stream};

/// One page, an article for each document.
struct Html;

/// Stands in the ids of a piece for its document's place, which nobody knows yet when it is made. No cleaned text
/// holds it.
const PLACE: &str = "\0";

pub(super) static FORMAT: Format = Format {
    name: "html",
    summary: "A self-contained page: each text with its claims marked, and what was found, linked both ways",
    purpose: "A browser, an e-mail, an archive, paper: no script, nothing loaded, light and dark, keyboard and screen reader. \
              What an article holds is shown and never run",
    media_type: "text/html; charset=utf-8",
    extension: "html",
    example: "claimant extract --format html article.txt > article.html",
    offsets: "none",
    needs_text: true,
    binary: false,
    columns: &[],
    reports: Reports::Stream(&Html),
};

impl Stream for Html {
    fn piece(&self, report: &Report, _: &Look) -> Piece {
        let title = words::title(&report.document).into_owned();
        Piece::files(title, vec![("html", article::article(report, PLACE).into_string())])
    }

    fn join(&self, _: &Look) -> Box<dyn Join> {
        Box::new(Numbered { documents: 0 })
    }

    fn appends(&self) -> bool {
        false
    }
}

/// Numbers the documents of a page.
struct Numbered {
    documents: usize,
}

impl Join for Numbered {
    fn take(&mut self, piece: Piece) -> Vec<u8> {
        let (title, files) = piece.into_files();
        let mut page = String::new();
        if self.documents == 0 {
            page = open(&format!("Who claims what: {title}"));
        }
        self.documents += 1;
        for (_, article) in files {
            page.push_str(&article.replace(PLACE, &format!("d{}-", self.documents)));
        }
        page.into_bytes()
    }

    fn end(self: Box<Self>) -> Vec<u8> {
        let mut page = String::new();
        if self.documents == 0 {
            page = open("Who claims what");
            page.push_str("<p>No document could be read.</p>\n");
        }
        page.push_str(CLOSE);
        page.into_bytes()
    }
}

/// The page up to its first article.
pub(crate) fn open(title: &str) -> String {
    let head = html! {
        meta charset="utf-8";
        meta name="viewport" content="width=device-width, initial-scale=1";
        // Nothing of an article can run or load, wherever the page is opened.
        meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
        meta name="referrer" content="no-referrer";
        meta name="generator" content="claimant";
        title { (words(title)) }
        style { (PreEscaped(include_str!("style.css"))) }
    };
    let start = html! { a class="skip" href="#main" { "Skip to the content" } };
    format!(
        "{}\n<html lang=\"en\">\n<head>{}</head>\n<body>\n{}\n<main id=\"main\">\n",
        DOCTYPE.into_string(),
        head.into_string(),
        start.into_string()
    )
}

/// The end of a page.
pub(crate) const CLOSE: &str = "</main>\n</body>\n</html>\n";

/// Words of an article, without what HTML forbids; maud escapes the rest.
pub(crate) fn words(text: &str) -> String {
    text.chars().map(shown).collect()
}

fn shown(c: char) -> char {
    match c {
        '\t' | '\n' => c,
        '\r' | '\u{c}' => ' ',
        // Control characters and non-characters are errors in HTML; those of the C1 range read as other letters.
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fdd0}'..='\u{fdef}' => '\u{fffd}',
        _ if u32::from(c) & 0xfffe == 0xfffe => '\u{fffd}',
        _ => c,
    }
}

/// A table that scrolls by itself where it is wider than the screen, by keyboard too.
pub(crate) fn scrolling(label: &str, table: &Markup) -> Markup {
    html! { div class="scroll" role="region" aria-label=(label) tabindex="0" { (table) } "\n" }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// What a page must keep to, whatever its articles hold.
    pub(crate) fn check(page: &str) {
        let mut ids = BTreeSet::new();
        for part in page.split(" id=\"").skip(1) {
            let id = part.split('"').next().unwrap();
            assert!(ids.insert(id.to_owned()), "two of {id}");
        }
        for part in page.split("href=\"").skip(1) {
            let href = part.split('"').next().unwrap();
            let id = href.strip_prefix('#').expect("links stay in the page");
            assert!(ids.contains(id), "no {id}");
        }
        assert!(!page.contains("<script") && !page.contains(PLACE));
    }

    #[test]
    fn pages_link_within_themselves_and_run_nothing() {
        let report = crate::sample::report();
        let look = Look { several: true, ..Look::plain() };
        let mut join = Html.join(&look);
        let mut page = join.take(Html.piece(&report, &look));
        page.extend(join.take(Html.piece(&report, &look)));
        page.extend(join.end());
        check(&String::from_utf8(page).unwrap());
        check(&String::from_utf8(Html.join(&look).end()).unwrap());
    }

    #[test]
    fn as_a_page() {
        let page = FORMAT.whole(&crate::sample::report(), &Look::plain());
        let page = String::from_utf8(page).unwrap();
        // The style is a file of its own.
        insta::assert_snapshot!(page.replace(include_str!("style.css"), "…"));
    }
}
