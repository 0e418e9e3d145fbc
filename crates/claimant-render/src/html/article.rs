//! One document of a page.

use claimant_core::wire::Report;
use maud::{Markup, html};

use super::claims::Claims;
use super::{marked, tables, words};
use crate::text::words as said;

/// A document with everything that was found in it. Ids begin with `prefix`.
pub(super) fn article(report: &Report, prefix: &str) -> Markup {
    let document = &report.document;
    let claims = Claims::new(report, prefix);
    let id = |part: &str| format!("{prefix}{part}");
    html! {
        article aria-labelledby=(id("title")) {
            header {
                h1 id=(id("title")) { (words(&said::title(document))) }
                p class="soft" { (facts(report)) }
                ul class="key" aria-label="How to read the marks" {
                    li { b class="source" { "source" } }
                    li { i class="cue" { "words that attribute" } }
                    li { span class="content" { "what is claimed" } }
                    li { span class="content negative" { "negated" } }
                    li { span class="content uncommitted" { "left open" } }
                    li { span class="content narrator" { "in the text's own voice" } }
                }
            }
            div class="two" {
                section aria-labelledby=(id("text-title")) {
                    h2 class="minor" id=(id("text-title")) { "The text" }
                    div class="text" { (marked(report, prefix)) }
                }
                section aria-labelledby=(id("claims-title")) {
                    h2 class="minor" id=(id("claims-title")) { "Claims, as they lie in each other" }
                    @if report.claims.is_empty() { p { "None were found." } }
                    (claims.nested())
                }
            }
            (tables::claims(report, prefix))
            (tables::entities(report, prefix))
            (tables::relations(report, prefix))
            @if !report.notes.is_empty() {
                h2 class="minor" { "Notes" }
                ul {
                    @for note in &report.notes { li { (note.kind.name()) ": " (words(&note.message)) } }
                }
            }
        }
        "\n"
    }
}

fn facts(report: &Report) -> String {
    let document = &report.document;
    let mut facts = Vec::new();
    facts.extend(
        said::place(document).filter(|place| *place != said::title(document)).map(|place| words(&place)),
    );
    facts.push(said::published(document.published.as_ref()));
    for (count, one, many) in [
        (report.claims.len(), "claim", "claims"),
        (report.entities.len(), "entity", "entities"),
        (report.relations.len(), "relation", "relations"),
    ] {
        facts.push(said::count(count, one, many));
    }
    facts.join(" · ")
}
