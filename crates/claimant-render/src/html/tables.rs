//! Claims, entities and relations of a document as tables.

use std::collections::{BTreeMap, BTreeSet};

use claimant_core::wire::Report;
use maud::{Markup, html};

use super::claims::Claims;
use super::{scrolling, words};
use crate::text::words as said;

pub(super) fn claims(report: &Report, prefix: &str) -> Markup {
    if report.claims.is_empty() {
        return html! {};
    }
    let claims = Claims::new(report, prefix);
    let table = html! {
        table {
            caption { "Claims" }
            thead { tr {
                @for head in ["Claim", "Who", "Does", "Stance", "Content", "Figures", "Said"] { th scope="col" { (head) } }
            } }
            tbody {
                @for claim in &report.claims {
                    tr {
                        th scope="row" { a class="id" href={ "#" (prefix) (claim.id) } { (claim.id) } }
                        td { (claims.who(claim)) }
                        td { (claim.act.name()) }
                        td { (claim.polarity.name()) ", " (claim.certainty.name()) }
                        td class="words" dir="auto" { (words(&claim.content.text)) }
                        td {
                            @for (index, figure) in claim.figures.iter().enumerate() {
                                @if index > 0 { br; }
                                (words(&said::figure(figure)))
                            }
                        }
                        td class="day" {
                            @if let Some(time) = &claim.said_at {
                                (words(time.value.as_deref().unwrap_or(&time.text)))
                            }
                        }
                    }
                    "\n"
                }
            }
        }
    };
    scrolling("Claims", &table)
}

pub(super) fn entities(report: &Report, prefix: &str) -> Markup {
    if report.entities.is_empty() {
        return html! {};
    }
    let names = said::names(report);
    let mut says: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for claim in &report.claims {
        for entity in claim.sources.iter().filter_map(|source| source.entity.as_deref()) {
            let claims = says.entry(entity).or_default();
            if claims.last() != Some(&claim.id.as_str()) {
                claims.push(&claim.id);
            }
        }
    }
    let table = html! {
        table {
            caption { "Who and what it speaks of" }
            thead { tr {
                @for head in ["Id", "Name", "Kind", "Country", "Role", "Belongs to", "Mentions", "Claims"] {
                    th scope="col" { (head) }
                }
            } }
            tbody {
                @for entity in &report.entities {
                    tr id={ (prefix) (entity.id) } {
                        td class="id" { (entity.id) }
                        th scope="row" { bdi { (words(&entity.name)) } }
                        td { @if let Some(kind) = entity.kind { (kind.name()) } }
                        td { (entity.country.as_deref().map(words).unwrap_or_default()) }
                        td { (entity.role.as_deref().map(words).unwrap_or_default()) }
                        td {
                            @if let Some((id, name)) = entity.affiliation.as_deref().and_then(|id| names.get_key_value(id)) {
                                a href={ "#" (prefix) (id) } { (words(name)) }
                            }
                        }
                        td class="number" { (entity.mentions.len()) }
                        td {
                            @for claim in says.get(entity.id.as_str()).into_iter().flatten() {
                                a class="id" href={ "#" (prefix) (claim) } { (claim) } " "
                            }
                        }
                    }
                    "\n"
                }
            }
        }
    };
    scrolling("Entities", &table)
}

pub(super) fn relations(report: &Report, prefix: &str) -> Markup {
    if report.relations.is_empty() {
        return html! {};
    }
    let known: BTreeSet<&str> = report.claims.iter().map(|claim| claim.id.as_str()).collect();
    let table = html! {
        table {
            caption { "How claims stand to each other" }
            thead { tr { @for head in ["Relation", "Claims", "On", "Why"] { th scope="col" { (head) } } } }
            tbody {
                @for relation in &report.relations {
                    tr {
                        th scope="row" { span class={ "badge " (relation.kind.name()) } { (relation.kind.name()) } }
                        td {
                            @for claim in relation.claims.iter().filter(|claim| known.contains(claim.as_str())) {
                                a class="id" href={ "#" (prefix) (claim) } { (claim) } " "
                            }
                        }
                        td { (relation.on.name()) }
                        td class="words" { (words(&relation.why)) }
                    }
                    "\n"
                }
            }
        }
    };
    scrolling("Relations", &table)
}
