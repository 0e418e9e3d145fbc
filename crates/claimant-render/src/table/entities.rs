//! The table of entities: one row each.

use std::collections::BTreeMap;

use claimant_core::wire::{EntityKind, Report};

use super::claims::columns;
use super::{Cell, Column, Row, Table, Type, document, joined, text, word};

pub(crate) const ENTITIES: Table = Table {
    columns: columns! {
        "path" Text "where the document was read from, as given",
        "document" Text "the caller's identifier of it",
        "title" Text "its title, where known from outside the text",
        "published" Text "the day it was published, `YYYY-MM-DD`",
        "entity" Text "the entity's id in its document: `e1`, `e2` …",
        "name" Text "its fullest name in the document",
        "kind" Text "person, organization, government, country, place, group, account, document",
        "country" Text "ISO 3166-1 alpha-2 code of its country",
        "role" Text "its office or function, in the text's words",
        "affiliation" Text "the id of the entity that it belongs to",
        "affiliation_name" Text "that entity's name",
        "claims" Int "how many claims it is a source of",
        "mentions" Int "how often it is mentioned",
        "forms" Text "the words that mention it, each form once, parted by ` | `",
        "start" Int "where its first mention begins in the document's text, in code points",
        "end" Int "where that ends",
    },
    head: "path,document,title,published,entity,name,kind,country,role,affiliation,affiliation_name,claims,mentions,\
           forms,start,end\r\n",
    rows,
};

fn rows(report: &Report) -> Vec<Row> {
    let names: BTreeMap<&str, &str> =
        report.entities.iter().map(|entity| (entity.id.as_str(), entity.name.as_str())).collect();
    let mut claims: BTreeMap<&str, i64> = BTreeMap::new();
    for claim in &report.claims {
        let mut sources: Vec<&str> =
            claim.sources.iter().filter_map(|source| source.entity.as_deref()).collect();
        sources.sort_unstable();
        sources.dedup();
        for source in sources {
            *claims.entry(source).or_default() += 1;
        }
    }
    report
        .entities
        .iter()
        .map(|entity| {
            let affiliation = entity.affiliation.as_deref();
            let mut seen = std::collections::BTreeSet::new();
            let forms = entity.mentions.iter().map(|mention| mention.text.as_str());
            let first = entity.mentions.first().and_then(|mention| mention.spans.first());
            let mut row = document(&report.document);
            row.extend([
                word(&entity.id),
                word(&entity.name),
                text(entity.kind.map(EntityKind::name)),
                text(entity.country.clone()),
                text(entity.role.clone()),
                text(affiliation),
                text(affiliation.and_then(|id| names.get(id)).copied()),
                Cell::Int(claims.get(entity.id.as_str()).copied().unwrap_or(0)),
                Cell::Int(entity.mentions.len() as i64),
                joined(forms.filter(|form| seen.insert(*form))),
                first.map_or(Cell::None, |span| Cell::Int(i64::from(span.0))),
                first.map_or(Cell::None, |span| Cell::Int(i64::from(span.1))),
            ]);
            row
        })
        .collect()
}
