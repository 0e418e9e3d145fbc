//! A comparison as a page: threads, figures and articles, linked both ways.

mod articles;
mod plot;
mod scale;
mod thread;

use std::collections::BTreeMap;

use claimant_core::wire::{Comparison, RelationKind};
use maud::{Markup, html};

use super::ComparisonFormat;
use super::links::Links;
use crate::Look;
use crate::html::{CLOSE, open, words};
use crate::text::words::{count, title};

pub(super) static FORMAT: ComparisonFormat = ComparisonFormat {
    name: "html",
    summary: "A self-contained page: threads with who holds what, figures drawn by date, the articles with their claims \
              marked",
    purpose: "A browser, an e-mail, an archive, paper: no script, nothing loaded, light and dark, keyboard and screen reader",
    media_type: "text/html; charset=utf-8",
    extension: "html",
    example: "claimant compare --format html stories/ > comparison.html",
    needs_text: true,
    write,
};

fn write(comparison: &Comparison, _: &Look) -> Vec<u8> {
    let links = Links::new(comparison);
    let title = format!("Where {}", count(comparison.documents.len(), "article meets", "articles meet"));
    let mut page = open(&title);
    page.push_str(&head(comparison, &title, &links).into_string());
    for (index, thread) in comparison.threads.iter().enumerate() {
        page.push_str(&thread::section(comparison, thread, links.relations(index)).into_string());
    }
    for index in 0..comparison.documents.len() {
        page.push_str(&articles::article(comparison, index, &links).into_string());
    }
    page.push_str(&articles::entities(comparison).into_string());
    page.push_str(CLOSE);
    page.into_bytes()
}

fn head(comparison: &Comparison, heading: &str, links: &Links<'_>) -> Markup {
    let mut kinds: BTreeMap<RelationKind, usize> = BTreeMap::new();
    for relation in &comparison.relations {
        *kinds.entry(relation.kind).or_default() += 1;
    }
    html! {
        header {
            h1 { (heading) }
            p class="soft" {
                (count(comparison.threads.len(), "matter that several claims speak of", "matters that several claims speak of"))
                @for (kind, many) in &kinds {
                    " · " span class={ "badge " (kind.name()) } { (many) " " (kind.name()) }
                }
                ". It says who says what, and not what is true."
            }
        }
        nav aria-label="Contents" {
            @if !comparison.threads.is_empty() {
                h2 class="minor" { "Matters" }
                ol class="toc" {
                    @for thread in &comparison.threads {
                        li { a href={ "#" (thread.id) } { (words(&thread.about)) } }
                    }
                }
            }
            h2 class="minor" { "Articles" }
            ol class="toc" {
                @for (index, report) in comparison.documents.iter().enumerate() {
                    li {
                        a href={ "#d" (index + 1) } { (words(&title(&report.document))) }
                        span class="soft" {
                            ", " (report.document.published.as_ref().map_or("no date", |published| &published.value))
                            (links.copy(index))
                        }
                    }
                }
            }
        }
        @if comparison.threads.is_empty() { p { "No two claims speak of the same matter." } }
        "\n"
    }
}

/// A claim by article and claim, linked to its row.
fn claim_link(document: usize, claim: &str) -> Markup {
    html! {
        a class="id" href={ "#d" (document + 1) "-" (claim) }
            aria-label={ "article " (document + 1) ", claim " (claim) } { (document + 1) "." (claim) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_a_page() {
        let page = String::from_utf8(write(&crate::sample::comparison(), &Look::plain())).unwrap();
        crate::html::tests::check(&page);
        insta::assert_snapshot!(page.replace(include_str!("../../html/style.css"), "…"));
    }
}
