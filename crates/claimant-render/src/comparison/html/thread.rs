//! A thread: where it meets, its figures, and who holds what.

use claimant_core::wire::{Comparison, CrossRelation, Thread};
use maud::{Markup, html};

use super::super::words::{figures, holder, independent, stance};
use super::{claim_link, plot};
use crate::html::{scrolling, words};
use crate::text::words::{count, title};

pub(super) fn section(comparison: &Comparison, thread: &Thread, relations: &[&CrossRelation]) -> Markup {
    let heading = format!("{}-title", thread.id);
    html! {
        section class="thread" id=(thread.id) aria-labelledby=(heading) {
            h2 id=(heading) { span class="id" { (thread.id) } " " (words(&thread.about)) }
            p class="soft" {
                (count(thread.positions.len(), "position", "positions")) " · " (independent(thread.independent_sources))
            }
            @if !relations.is_empty() {
                ul class="meets" {
                    @for relation in relations {
                        li {
                            span class={ "badge " (relation.kind.name()) } { (relation.kind.name()) }
                            " " (words(&relation.why)) " "
                            @for claim in &relation.claims { (claim_link(claim.document, &claim.claim)) " " }
                        }
                        "\n"
                    }
                }
            }
            (plot::plots(thread))
            (scrolling("Who holds what", &positions(comparison, thread)))
        }
        "\n"
    }
}

fn positions(comparison: &Comparison, thread: &Thread) -> Markup {
    html! {
        table {
            caption { "Who holds what" }
            thead { tr {
                @for head in ["Who", "Says", "Since", "In which words", "Where"] { th scope="col" { (head) } }
            } }
            tbody {
                @for (index, (position, figures)) in thread.positions.iter().zip(figures(thread)).enumerate() {
                    tr id={ (thread.id) "-p" (index + 1) } {
                        th scope="row" {
                            @if let [one] = &position.entities[..] {
                                a href={ "#" (one) } { (words(&holder(position))) }
                            } @else {
                                (words(&holder(position)))
                            }
                        }
                        td {
                            (stance(position))
                            @if !figures.is_empty() { ": " strong { (words(&figures.join("; "))) } }
                        }
                        td class="day" { (position.since.as_deref().map(words).unwrap_or_default()) }
                        td class="words" dir="auto" { (words(&position.words)) }
                        td {
                            @for claim in &position.claims {
                                @let report = comparison.documents.get(claim.document);
                                span title=[report.map(|report| words(&title(&report.document)))] {
                                    (claim_link(claim.document, &claim.claim))
                                }
                                " "
                            }
                        }
                    }
                    "\n"
                }
            }
        }
    }
}
