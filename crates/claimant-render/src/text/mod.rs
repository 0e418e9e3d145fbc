//! Reports for people.
//!
//! Each claim is a block: its id and who says it, how and when they say it, what they say, and below that
//! what the words come down to. Readable in 80 columns, and without colour.

pub(crate) mod page;
#[cfg(test)]
mod tests;
pub(crate) mod words;

use std::collections::BTreeMap;

use claimant_core::wire::{Claim, Report};

use self::page::{Page, Tone};
use crate::{Format, Frame, Look, Piece, Reports, Stream, clean};

/// For people.
struct Text;

pub(super) static FORMAT: Format = Format {
    name: "text",
    summary: "For people: each claim with who, how, when and what, at the width of the terminal",
    purpose: "A terminal, an e-mail. Nothing that an article holds can drive the terminal",
    media_type: "text/plain; charset=utf-8",
    extension: "txt",
    example: "claimant extract article.txt",
    offsets: "none",
    needs_text: false,
    binary: false,
    columns: &[],
    reports: Reports::Stream(&Text),
};

impl Stream for Text {
    fn piece(&self, report: &Report, look: &Look) -> Piece {
        render(report, look).into()
    }

    fn frame(&self, _: &Look) -> Frame {
        // The lines of two documents need more between them than those of two claims.
        Frame { before: "", between: "\n\n", after: "" }
    }
}

/// A report for people, ending in a line end.
///
/// Whatever the article holds, the result has no control characters but those of its own colours.
pub(crate) fn render(report: &Report, look: &Look) -> String {
    let mut page = Page::new(look);
    head(&mut page, report);
    let names = words::names(report);
    let gutter = report.claims.iter().map(|claim| claim.id.len() + 2).max().unwrap_or(0).max(5);
    for it in &report.claims {
        page.gap();
        claim(&mut page, it, gutter, &names);
    }
    tail(&mut page, report);
    page.finish()
}

/// Which document it is, when it was published and how much was found.
fn head(page: &mut Page, report: &Report) {
    let document = &report.document;
    let title = words::title(document);
    page.line(0, Tone::Strong, &title);
    if let Some(place) = words::place(document).filter(|place| *place != title) {
        page.line(0, Tone::Faint, &place);
    }
    let mut facts = vec![words::published(document.published.as_ref())];
    let count = report.claims.len();
    if count == 0 {
        facts.push("no claims found".to_owned());
    } else {
        facts.push(words::count(count, "claim", "claims"));
    }
    for (count, one, many) in [
        (report.entities.len(), "entity", "entities"),
        (report.relations.len(), "relation", "relations"),
        (report.notes.len(), "note", "notes"),
    ] {
        if count > 0 {
            facts.push(words::count(count, one, many));
        }
    }
    page.line(0, Tone::Faint, &facts.join(" · "));
}

/// The block of one claim.
fn claim(page: &mut Page, claim: &Claim, gutter: usize, names: &BTreeMap<&str, &str>) {
    let name = |id: Option<&String>| id.and_then(|id| names.get(id.as_str()).copied());
    let who = words::who(claim, names);
    page.labelled(0, gutter, (Tone::Faint, &claim.id), (Tone::Strong, &who));
    page.line(gutter, Tone::Manner, &words::manner(claim).join(" · "));
    page.line(gutter + 2, Tone::Plain, &claim.content.text);

    let label = |page: &mut Page, label: &str, text: &str| {
        page.labelled(gutter, words::LABELS, (Tone::Faint, label), (Tone::Plain, text));
    };
    for (index, figure) in claim.figures.iter().enumerate() {
        label(page, if index == 0 { "figure" } else { "" }, &words::figure(figure));
    }
    let times: Vec<String> = claim.times.iter().map(words::time).collect();
    if !times.is_empty() {
        label(page, "time", &times.join(" · "));
    }
    let places: Vec<String> =
        claim.places.iter().map(|place| words::named(&place.text, name(place.entity.as_ref()))).collect();
    if !places.is_empty() {
        label(page, "place", &places.join(" · "));
    }
    if let Some(medium) = &claim.medium {
        label(page, "medium", &medium.text);
    }
    if let Some(within) = &claim.within {
        label(page, "within", within);
    }
}

/// How claims stand to each other, and what was left out.
fn tail(page: &mut Page, report: &Report) {
    if !report.relations.is_empty() {
        page.gap();
        page.line(0, Tone::Strong, "Relations");
    }
    for relation in &report.relations {
        page.hanging(2, &words::relation(relation));
    }
    if !report.notes.is_empty() {
        page.gap();
        page.line(0, Tone::Strong, "Notes");
    }
    for note in &report.notes {
        page.hanging(2, &format!("{}: {}", note.kind, clean(&note.message)));
    }
}
