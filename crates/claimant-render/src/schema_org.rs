//! schema.org `Claim`s.

use std::collections::BTreeMap;

use claimant_core::wire::{Act, Certainty, Claim, Entity, EntityKind, Polarity, Report, Source, Voice};
use serde_json::{Map, Value, json};

use crate::text::words;
use crate::{Format, Frame, Look, Piece, Reports, Stream, iri, layout};

/// A graph for each document: the article, its claims and who makes them.
struct SchemaOrg;

pub(super) static FORMAT: Format = Format {
    name: "schema-org",
    summary: "schema.org Claim as JSON-LD: the article, its claims and who makes them; no ratings",
    purpose: "Fact-checking tools and search engines; a start for a ClaimReview, whose rating is a person's to give. Where \
              a source denies, leaves open, asks or demands, `text` says so in full, so that nobody is made to claim what \
              they did not; `keywords` has act, polarity and certainty",
    media_type: "application/ld+json",
    extension: "jsonld",
    example: "claimant extract --format schema-org article.txt > claims.jsonld",
    offsets: "none",
    needs_text: false,
    binary: false,
    columns: &[],
    reports: Reports::Stream(&SchemaOrg),
};

impl Stream for SchemaOrg {
    fn piece(&self, report: &Report, look: &Look) -> Piece {
        layout::piece(&graph(report), look.several)
    }

    fn frame(&self, look: &Look) -> Frame {
        layout::frame(look.several)
    }
}

fn graph(report: &Report) -> Value {
    let base = iri::document(&report.document);
    let document = &report.document;
    let mut article = Map::new();
    article.insert("@type".into(), "NewsArticle".into());
    article.insert("@id".into(), base.clone().into());
    insert(&mut article, "headline", document.title.as_deref());
    insert(&mut article, "identifier", document.id.as_deref());
    insert(
        &mut article,
        "datePublished",
        document.published.as_ref().map(|published| published.value.as_str()),
    );
    let mut nodes = vec![Value::Object(article)];
    let mut speak: Vec<&str> =
        report.claims.iter().flat_map(|claim| &claim.sources).filter_map(|it| it.entity.as_deref()).collect();
    speak.sort_unstable();
    speak.dedup();
    let names = words::names(report);
    let speakers = report.entities.iter().filter(|entity| speak.binary_search(&entity.id.as_str()).is_ok());
    nodes.extend(speakers.map(|entity| agent(entity, &base, &names)));
    nodes.extend(report.claims.iter().map(|it| claim(it, &base, &names)));
    json!({"@context": "https://schema.org", "@graph": nodes})
}

fn insert(node: &mut Map<String, Value>, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        node.insert(key.into(), value.into());
    }
}

fn claim(claim: &Claim, base: &str, names: &BTreeMap<&str, &str>) -> Value {
    let mut node = Map::new();
    node.insert("@type".into(), "Claim".into());
    node.insert("@id".into(), format!("{base}#{}", claim.id).into());
    node.insert("text".into(), stated(claim).into());
    let authors: Vec<Value> = claim.sources.iter().map(|source| author(source, base, names)).collect();
    match (claim.voice, authors.len()) {
        // The article speaks for itself: its authors are not known here.
        (Voice::Narrator, _) | (_, 0) => None,
        (_, 1) => node.insert("author".into(), authors.into_iter().next().unwrap_or_default()),
        _ => node.insert("author".into(), authors.into()),
    };
    node.insert("appearance".into(), json!({"@id": base}));
    // A day and no more: of times that mean less, a date of making would say too much.
    let said = claim.said_at.as_ref().and_then(|time| time.value.as_deref());
    insert(&mut node, "dateCreated", said.filter(|value| is_day(value)));
    if let Some(within) = &claim.within {
        node.insert("isPartOf".into(), json!({"@id": format!("{base}#{within}")}));
    }
    let keywords: Vec<String> = [
        ("voice", claim.voice.name()),
        ("act", claim.act.name()),
        ("polarity", claim.polarity.name()),
        ("certainty", claim.certainty.name()),
        ("quotation", claim.quotation.name()),
    ]
    .iter()
    .map(|(key, value)| format!("{key}:{value}"))
    .collect();
    node.insert("keywords".into(), keywords.into());
    let places: Vec<Value> =
        claim.places.iter().map(|place| json!({"@type": "Place", "name": place.text})).collect();
    if !places.is_empty() {
        node.insert("spatialCoverage".into(), places.into());
    }
    Value::Object(node)
}

/// What the source claims. Where that is not the content, because they deny it, leave it open or ask for it, it is
/// what they do about it.
fn stated(claim: &Claim) -> String {
    let holds = matches!(
        claim.act,
        Act::Assert
            | Act::Confirm
            | Act::Allege
            | Act::Report
            | Act::Estimate
            | Act::Predict
            | Act::Suggest
            | Act::Believe
    );
    let negated_by_cue = claim.polarity == Polarity::Negative && claim.act == Act::Deny;
    if holds && !negated_by_cue && claim.certainty != Certainty::Uncommitted {
        return claim.content.text.clone();
    }
    let who: Vec<&str> = claim.sources.iter().map(|source| source.text.as_str()).collect();
    let cue = claim.cue.as_ref().map_or(claim.act.name(), |cue| cue.text.as_str());
    format!("{} {cue}: {}", who.join(", "), claim.content.text).trim_start().to_owned()
}

fn author(source: &Source, base: &str, names: &BTreeMap<&str, &str>) -> Value {
    if let Some(entity) = &source.entity
        && names.contains_key(entity.as_str())
    {
        return json!({"@id": format!("{base}#{entity}")});
    }
    let kind = match &source.unnamed {
        Some(unnamed) if !unnamed.plural => "Person",
        _ => "Organization",
    };
    json!({"@type": kind, "name": source.text})
}

fn agent(entity: &Entity, base: &str, names: &BTreeMap<&str, &str>) -> Value {
    let mut node = Map::new();
    // Those who speak; schema.org has authors that are persons or organisations.
    let kind = match entity.kind {
        Some(EntityKind::Person | EntityKind::Account) => "Person",
        Some(EntityKind::Government | EntityKind::Country) => "GovernmentOrganization",
        Some(EntityKind::Document) => "CreativeWork",
        Some(EntityKind::Organization | EntityKind::Place | EntityKind::Group) | None => "Organization",
    };
    node.insert("@type".into(), kind.into());
    node.insert("@id".into(), format!("{base}#{}", entity.id).into());
    node.insert("name".into(), entity.name.as_str().into());
    if kind == "Person" {
        insert(&mut node, "jobTitle", entity.role.as_deref());
    }
    if let Some(affiliation) = entity.affiliation.as_deref().and_then(|id| names.get(id)) {
        let property = if kind == "Person" { "affiliation" } else { "parentOrganization" };
        node.insert(property.into(), json!({"@type": "Organization", "name": affiliation}));
    }
    Value::Object(node)
}

fn is_day(value: &str) -> bool {
    let bytes = value.as_bytes();
    bytes.len() == 10
        && bytes
            .iter()
            .enumerate()
            .all(|(index, byte)| if matches!(index, 4 | 7) { *byte == b'-' } else { byte.is_ascii_digit() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_denial_is_not_what_its_source_claims() {
        let report = crate::sample::report();
        let denial = report.claims.iter().find(|claim| claim.act == Act::Deny).unwrap();
        assert_eq!(stated(denial), "Sousa denied: the bridge had been closed");
        let open = report.claims.iter().find(|claim| claim.act == Act::NotConfirm).unwrap();
        assert_eq!(stated(open), "The fire service has not confirmed: 19 people were killed");
        assert!(!graph(&report).to_string().contains("ClaimReview"));
    }

    #[test]
    fn days() {
        assert!(is_day("2024-12-27"));
        assert!(!is_day("2024-12") && !is_day("2024-W52-X") && !is_day("PRESENT_REF"));
    }
}
