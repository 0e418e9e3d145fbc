//! schema.org `Claim`s.

use std::collections::BTreeMap;

use claimant_core::wire::{
    Act, Certainty, Claim, DocumentInfo, Entity, EntityKind, Passage, Polarity, Report, Source, Voice,
    WireSpan,
};
use serde_json::{Map, Value, json};

use crate::text::words;
use crate::{Format, Frame, Look, Piece, Reports, Stream, iri, layout};

/// A graph for each document: the article, its claims and who makes them.
struct SchemaOrg;

pub(super) static FORMAT: Format = Format {
    name: "schema-org",
    summary: "schema.org Claim as JSON-LD: the article, its claims and who makes them; no ratings",
    purpose: "Fact-checking tools and search engines; a start for a ClaimReview, whose rating is a person's to give. Where \
              a source denies, doubts, leaves open, asks or demands, `text` says so in full, so that nobody is made to claim what \
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
    insert(&mut article, "url", iri::web(document).as_deref());
    let day = document.published.as_ref().map(|published| published.value.as_str());
    insert(&mut article, "datePublished", day);
    insert_several(&mut article, "author", writers(document));
    if let Some(outlet) = &document.outlet {
        article.insert("publisher".into(), json!({"@type": "Organization", "name": outlet}));
    }
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

fn insert_several(node: &mut Map<String, Value>, key: &str, mut values: Vec<Value>) {
    match values.len() {
        0 => {}
        1 => drop(node.insert(key.into(), values.remove(0))),
        _ => drop(node.insert(key.into(), values.into())),
    }
}

/// Who wrote the article, as far as is known from outside it. A newspaper that signs its own article is no person.
fn writers(document: &DocumentInfo) -> Vec<Value> {
    let is_outlet = |name: &str| {
        document.outlet.as_deref().is_some_and(|outlet| outlet.to_lowercase() == name.to_lowercase())
    };
    let writer = |name: &String| {
        let kind = if is_outlet(name) { "Organization" } else { "Person" };
        json!({"@type": kind, "name": name})
    };
    document.authors.iter().map(writer).collect()
}

fn claim(claim: &Claim, base: &str, names: &BTreeMap<&str, &str>) -> Value {
    let mut node = Map::new();
    node.insert("@type".into(), "Claim".into());
    node.insert("@id".into(), format!("{base}#{}", claim.id).into());
    node.insert("text".into(), stated(claim).into());
    // What the article says in its own voice has the article's authors, who stand there.
    if claim.voice == Voice::Attributed {
        let authors = claim.sources.iter().map(|source| author(source, base, names));
        insert_several(&mut node, "author", authors.collect());
    }
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

/// What the source claims. Where that is not the content, because they deny it, doubt it, leave it open or ask for it,
/// it is what they do about it.
fn stated(claim: &Claim) -> String {
    let content = &claim.content;
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
    let Some(cue) = &claim.cue else {
        // Nobody's verb stands over it: a question or a condition says itself that it is one.
        return if holds { content.text.clone() } else { said(claim, claim.act.name()) };
    };
    let open = claim.certainty == Certainty::Uncommitted;
    if holds && !open && !turns(claim) { content.text.clone() } else { said(claim, &cue.text) }
}

/// Whether words outside the content may say that it is not so: "doubts", "does not believe". Where they and words of the
/// content carry the stance together, the content may be negated twice, and reads as the opposite of what is meant.
fn turns(claim: &Claim) -> bool {
    let outside = |carrier: &Passage| {
        let overlaps =
            |span: &WireSpan| claim.content.spans.iter().any(|piece| piece.0 < span.1 && span.0 < piece.1);
        !carrier.spans.iter().any(overlaps)
    };
    claim.stance_by.iter().any(outside) && (claim.polarity == Polarity::Negative || claim.stance_by.len() > 1)
}

/// Who does what, and the content.
fn said(claim: &Claim, does: &str) -> String {
    let who: Vec<&str> = claim.sources.iter().map(|source| source.text.as_str()).collect();
    format!("{} {does}: {}", who.join(", "), claim.content.text).trim_start().to_owned()
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

    /// What becomes of the claims of a text.
    fn found(text: &str) -> Vec<String> {
        let document = claimant_core::Document::new(text);
        let found = claimant_core::Claimant::new().extract(&document);
        let report = Report::new(&found, &document, claimant_core::wire::Options::default());
        report.claims.iter().map(stated).collect()
    }

    #[test]
    fn what_a_source_doubts_is_not_what_it_claims() {
        let check = |text, expected: &str| assert_eq!(found(text), [expected], "{text}");
        check("Lee doubts that the bridge is safe.", "Lee doubts: the bridge is safe");
        check("Lee does not believe that the bridge is safe.", "Lee does not believe: the bridge is safe");
        check(
            "Lee does not doubt that the bridge is not safe.",
            "Lee does not doubt: the bridge is not safe",
        );
        check(
            "Lee does not believe that the bridge is not safe.",
            "Lee does not believe: the bridge is not safe",
        );
        check("Lee denied that the bridge was not safe.", "Lee denied: the bridge was not safe");
        // Where the content itself negates, it is what the source claims.
        check("Lee said that the bridge is not safe.", "the bridge is not safe");
        check("Lee believes that the bridge is safe.", "the bridge is safe");
        check("The bridge was reportedly not safe.", "The bridge was reportedly not safe");
    }

    #[test]
    fn what_nobody_attributes_speaks_for_itself() {
        let mut report = crate::sample::report();
        let claim = &mut report.claims[0];
        claim.voice = Voice::Narrator;
        claim.cue = None;
        claim.sources.clear();
        claim.certainty = Certainty::Uncommitted;
        assert_eq!(stated(claim), claim.content.text);
    }

    #[test]
    fn the_article_says_who_wrote_and_published_it() {
        let mut report = crate::sample::report();
        let article = |report: &Report| graph(report)["@graph"][0].clone();
        for key in ["author", "publisher", "url"] {
            assert_eq!(article(&report).get(key), None);
        }
        assert_eq!(article(&report)["datePublished"], "2025-03-03");
        report.document.url = Some("https://example.org/bridge#top".to_owned());
        report.document.outlet = Some("The Echo".to_owned());
        report.document.authors = vec!["Ann Lee".to_owned()];
        assert_eq!(article(&report)["@id"], "https://example.org/bridge");
        assert_eq!(article(&report)["url"], "https://example.org/bridge");
        assert_eq!(article(&report)["publisher"], json!({"@type": "Organization", "name": "The Echo"}));
        assert_eq!(article(&report)["author"], json!({"@type": "Person", "name": "Ann Lee"}));
        report.document.authors.push("the echo".to_owned());
        assert_eq!(article(&report)["author"][1], json!({"@type": "Organization", "name": "the echo"}));
        report.document.url = Some("javascript:alert(1)".to_owned());
        assert_eq!(article(&report).get("url"), None);
    }

    #[test]
    fn days() {
        assert!(is_day("2024-12-27"));
        assert!(!is_day("2024-12") && !is_day("2024-W52-X") && !is_day("PRESENT_REF"));
    }
}
