//! The table of claims: one row each.

use std::collections::BTreeMap;

use claimant_core::wire::{Claim, EntityKind, Figure, Report};

use super::{Cell, Column, Row, Table, Type, document, joined, text, word};

macro_rules! columns {
    ($($name:literal $values:ident $says:literal,)*) => {
        &[$(Column { name: $name, values: Type::$values, says: $says },)*]
    };
}
pub(super) use columns;

pub(crate) const CLAIMS: Table = Table {
    columns: columns! {
        "path" Text "where the document was read from, as given",
        "document" Text "the caller's identifier of it",
        "title" Text "its title, where known from outside the text",
        "published" Text "the day it was published, `YYYY-MM-DD`",
        "claim" Text "the claim's id in its document: `c1`, `c2` …",
        "within" Text "the claim inside whose content it is made",
        "voice" Text "`attributed`, or `narrator`: the text's own",
        "source" Text "the words for who says it; several are parted by ` | `",
        "source_name" Text "whom those words mean, by the fullest name in the document",
        "source_entity" Text "that entity's id in its document",
        "source_kind" Text "its kind: person, organization, government …",
        "source_unnamed" Bool "the text gives the source no name, or attributes the claim to nobody",
        "cue" Text "the words that attribute it",
        "act" Text "what the source does: assert, deny, not-confirm …",
        "polarity" Text "whether the source affirms or negates the content",
        "certainty" Text "how sure the source is of it",
        "quotation" Text "how much of the content is quoted",
        "content" Text "what is claimed; pieces that do not touch are joined by ` … `",
        "start" Int "where the content begins in the document's text, in code points",
        "end" Int "where it ends, the position after its last character",
        "spans" Text "its pieces, as `start-end`, parted by a space",
        "said_at" Text "when it was said, in words",
        "said_at_value" Text "the same as a TIMEX3 value",
        "medium" Text "what it was said in or through",
        "figure" Text "the first quantity in the content, in words",
        "figure_low" Float "the least that those allow; none is open",
        "figure_high" Float "the most that those allow; none is open",
        "figure_unit" Text "`%`, ISO 4217 or UCUM code; none for plain counts",
        "figure_of" Text "what is counted",
        "figure_event" Text "what befell it",
        "figures" Text "all quantities in the content, in words",
        "times" Text "times in the content, as TIMEX3 values, or in words where nothing resolves them",
        "places" Text "places in the content, in words",
        "post" Bool "the content is an embedded post",
        "truncated" Bool "the text breaks off before the content ends",
        "confidence" Float "how likely the claim is found rightly, 0 to 1",
        "check_worthiness" Float "of the narrator's claims: how much it is worth checking, 0 to 1",
    },
    head: "path,document,title,published,claim,within,voice,source,source_name,source_entity,source_kind,source_unnamed,\
           cue,act,polarity,certainty,quotation,content,start,end,spans,said_at,said_at_value,medium,figure,figure_low,\
           figure_high,figure_unit,figure_of,figure_event,figures,times,places,post,truncated,confidence,\
           check_worthiness\r\n",
    rows,
};

fn rows(report: &Report) -> Vec<Row> {
    let entities: BTreeMap<&str, (&str, Option<&str>)> = report
        .entities
        .iter()
        .map(|entity| (entity.id.as_str(), (entity.name.as_str(), entity.kind.map(EntityKind::name))))
        .collect();
    report.claims.iter().map(|claim| row(report, claim, &entities)).collect()
}

fn row(report: &Report, claim: &Claim, entities: &BTreeMap<&str, (&str, Option<&str>)>) -> Row {
    let sources = || claim.sources.iter();
    let known = || sources().filter_map(|source| entities.get(source.entity.as_deref()?));
    let spans: Vec<String> =
        claim.content.spans.iter().map(|span| format!("{}-{}", span.0, span.1)).collect();
    let figure = claim.figures.first();
    let of = |part: fn(&Figure) -> Option<&String>| text(figure.and_then(part).cloned());
    let mut row = document(&report.document);
    row.extend([
        word(&claim.id),
        text(claim.within.clone()),
        word(claim.voice.name()),
        joined(sources().map(|source| source.text.as_str())),
        joined(known().map(|(name, _)| *name)),
        joined(sources().filter_map(|source| source.entity.as_deref())),
        joined(known().filter_map(|(_, kind)| *kind)),
        Cell::Bool(claim.source_unnamed || sources().any(|source| source.unnamed.is_some())),
        text(claim.cue.as_ref().map(|cue| cue.text.clone())),
        word(claim.act.name()),
        word(claim.polarity.name()),
        word(claim.certainty.name()),
        word(claim.quotation.name()),
        word(&claim.content.text),
        claim.content.spans.first().map_or(Cell::None, |span| Cell::Int(i64::from(span.0))),
        claim.content.spans.last().map_or(Cell::None, |span| Cell::Int(i64::from(span.1))),
        word(&spans.join(" ")),
        text(claim.said_at.as_ref().map(|time| time.text.clone())),
        text(claim.said_at.as_ref().and_then(|time| time.value.clone())),
        text(claim.medium.as_ref().map(|medium| medium.text.clone())),
        of(|figure| Some(&figure.text)),
        figure.and_then(|figure| figure.low).map_or(Cell::None, |number| Cell::Float(number.0)),
        figure.and_then(|figure| figure.high).map_or(Cell::None, |number| Cell::Float(number.0)),
        of(|figure| figure.unit.as_ref()),
        of(|figure| figure.of.as_ref()),
        of(|figure| figure.event.as_ref()),
        joined(claim.figures.iter().map(|figure| figure.text.as_str())),
        joined(claim.times.iter().map(|time| time.value.as_deref().unwrap_or(&time.text))),
        joined(claim.places.iter().map(|place| place.text.as_str())),
        Cell::Bool(claim.post),
        Cell::Bool(claim.truncated),
        claim.confidence.map_or(Cell::None, decimal),
        claim.check_worthiness.map_or(Cell::None, decimal),
    ]);
    row
}

/// The short decimal that a single-precision score prints as, not its neighbour in double precision.
fn decimal(score: f32) -> Cell {
    score.to_string().parse().map_or(Cell::None, Cell::Float)
}
