//! The articles of a comparison, and who appears in several.

use claimant_core::wire::Comparison;
use maud::{Markup, html};

use super::super::links::Links;
use crate::html::{marked, scrolling, words};
use crate::text::words as said;

/// An article with its claims marked and listed, each with the threads that it is in.
pub(super) fn article(comparison: &Comparison, index: usize, links: &Links<'_>) -> Markup {
    let report = &comparison.documents[index];
    let document = &report.document;
    let prefix = format!("d{}-", index + 1);
    let names = said::names(report);
    let has_text = document.text.is_some();
    let table = html! {
        table {
            caption { "Claims of article " (index + 1) }
            thead { tr {
                @for head in ["Claim", "Who", "Content", "Matter"] { th scope="col" { (head) } }
            } }
            tbody {
                @for claim in &report.claims {
                    tr id={ (prefix) (claim.id) } {
                        th scope="row" {
                            @if has_text && !claim.content.spans.is_empty() {
                                a class="id" href={ "#" (prefix) "m-" (claim.id) }
                                    aria-label={ (claim.id) ", show in the text" } { (claim.id) }
                            } @else {
                                span class="id" { (claim.id) }
                            }
                        }
                        td class="who" {
                            (words(&said::who(claim, &names)))
                            " " span class="manner" { (words(&said::manner(claim).join(" · "))) }
                        }
                        td class="words" dir="auto" { (words(&claim.content.text)) }
                        td {
                            @for (thread, position) in links.threads((index, &claim.id)) {
                                @let thread = &comparison.threads[*thread];
                                @let target = match position {
                                    Some(place) => format!("#{}-p{}", thread.id, place + 1),
                                    None => format!("#{}", thread.id),
                                };
                                a class="id" href=(target) title=(words(&thread.about))
                                    aria-label={ (thread.id) ", " (words(&thread.about)) } { (thread.id) }
                                " "
                            }
                        }
                    }
                    "\n"
                }
            }
        }
    };
    html! {
        article id={ "d" (index + 1) } aria-labelledby={ (prefix) "title" } {
            h2 id={ (prefix) "title" } { (index + 1) ". " (words(&said::title(document))) }
            p class="soft" { (said::published(document.published.as_ref())) (links.copy(index)) }
            div class="two" {
                div class="text" { (marked(report, &prefix)) }
                @if !report.claims.is_empty() { (scrolling("Claims", &table)) }
            }
        }
        "\n"
    }
}

/// Who appears in several articles.
pub(super) fn entities(comparison: &Comparison) -> Markup {
    if comparison.entities.is_empty() {
        return html! {};
    }
    let table = html! {
        table {
            caption { "Who appears in several articles" }
            thead { tr { @for head in ["Name", "Kind", "Country", "Articles"] { th scope="col" { (head) } } } }
            tbody {
                @for entity in &comparison.entities {
                    tr id=(entity.id) {
                        th scope="row" { bdi { (words(&entity.name)) } }
                        td { @if let Some(kind) = entity.kind { (kind.name()) } }
                        td { (entity.country.as_deref().map(words).unwrap_or_default()) }
                        td {
                            @let articles: std::collections::BTreeSet<usize> = entity.entities.iter().map(|at| at.document).collect();
                            @for document in &articles {
                                a href={ "#d" (document + 1) } { (document + 1) } " "
                            }
                        }
                    }
                    "\n"
                }
            }
        }
    };
    html! { section class="thread" { h2 { "Who is who" } (scrolling("Who appears in several articles", &table)) } }
}
