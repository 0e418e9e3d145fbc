//! The table of relations: one row for each pair of claims.

use claimant_core::wire::Report;

use super::claims::columns;
use super::{Cell, Column, Row, Table, Type, document, word};

pub(crate) const RELATIONS: Table = Table {
    columns: columns! {
        "path" Text "where the document was read from, as given",
        "document" Text "the caller's identifier of it",
        "title" Text "its title, where known from outside the text",
        "published" Text "the day it was published, `YYYY-MM-DD`",
        "relation" Int "the relation's place in its document, from 1; one of several claims has a row for each after the first",
        "kind" Text "conflict, update, corroborate, same-source, denies, leaves-unconfirmed, responds-to",
        "on" Text "what the claims meet on: figure, proposition, time, place, actor",
        "claim" Text "the id of the claim that relates",
        "other" Text "the id of the claim that it relates to",
        "why" Text "the reason, in words",
    },
    head: "path,document,title,published,relation,kind,on,claim,other,why\r\n",
    rows,
};

fn rows(report: &Report) -> Vec<Row> {
    let mut rows = Vec::new();
    for (place, relation) in (1..).zip(&report.relations) {
        let Some((first, others)) = relation.claims.split_first() else { continue };
        for other in others {
            let mut row = document(&report.document);
            row.extend([
                Cell::Int(place),
                word(relation.kind.name()),
                word(relation.on.name()),
                word(first),
                word(other),
                word(&relation.why),
            ]);
            rows.push(row);
        }
    }
    rows
}
