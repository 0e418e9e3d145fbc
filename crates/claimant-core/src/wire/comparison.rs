//! The objects of a comparison's wire form, `claimant-comparison/1`.

use serde::{Deserialize, Serialize};

use super::offsets::Edge;
use super::report::{Options, Part, Report, is_false};
use super::{Approx, EntityKind, Number, Offsets, PartRole, Polarity, RelationKind, RelationOn, WireSpan};
use crate::{Article, At, Comparison as Inner};

/// The version of the comparison's form.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ComparisonSchema {
    /// The first.
    #[serde(rename = "claimant-comparison/1")]
    V1,
}

/// Articles set against each other.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Comparison {
    /// The version of this form.
    pub schema: ComparisonSchema,
    /// A report for each article, by date of publication; whatever the order in which they were given.
    pub documents: Vec<Report>,
    /// Articles that are copies of one; only the kept one's claims are compared.
    pub duplicates: Vec<Duplicates>,
    /// Who appears in several documents.
    pub entities: Vec<SharedEntity>,
    /// Claims that speak of the same matter.
    pub threads: Vec<Thread>,
    /// How they stand to each other.
    pub relations: Vec<CrossRelation>,
    /// The unit of every offset.
    pub offsets: Offsets,
}

/// Articles that are one text.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Duplicates {
    /// Index of the document whose claims stand for all.
    pub kept: usize,
    /// Indexes of all of them, the kept one first.
    pub documents: Vec<usize>,
    /// Those that are the same to the letter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exact: Vec<usize>,
}

/// Somebody or something that appears in several documents.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SharedEntity {
    /// `s1`, `s2` …
    pub id: String,
    /// Its fullest name.
    pub name: String,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<EntityKind>,
    /// ISO 3166-1 alpha-2 code of its country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The entities of the documents that are it.
    pub entities: Vec<EntityAt>,
}

/// An entity of one of the documents.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EntityAt {
    /// Index of the document.
    pub document: usize,
    /// The entity's id in it.
    pub entity: String,
}

/// A claim of one of the documents.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClaimAt {
    /// Index of the document.
    pub document: usize,
    /// The claim's id in it.
    pub claim: String,
}

/// Claims that speak of the same matter.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Thread {
    /// `t1`, `t2` …
    pub id: String,
    /// What about, in words of the articles.
    pub about: String,
    /// The claims, by document and place.
    pub claims: Vec<ClaimAt>,
    /// Who holds what.
    pub positions: Vec<Position>,
    /// Figures on one scale, by date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Reading>,
    /// Sources that are independent of each other as far as the articles tell.
    pub independent_sources: usize,
}

/// What somebody holds.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Position {
    /// The names of those who hold it; empty where the text names nobody.
    pub holders: Vec<String>,
    /// Ids of those among them who appear in several documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<String>,
    /// It is the text's own voice.
    #[serde(default, skip_serializing_if = "is_false")]
    pub narrator: bool,
    /// Whether they say that it is so or that it is not; absent where they leave it open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub polarity: Option<Polarity>,
    /// Since which day, as far as the articles tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// The words of the first claim that says it.
    pub words: String,
    /// The claims that say it.
    pub claims: Vec<ClaimAt>,
}

/// A figure of a thread.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reading {
    /// The number with its hedge.
    pub text: String,
    /// Where they stand in the document.
    pub spans: Vec<WireSpan>,
    /// The least that a reader takes the words for, in `unit`; null is open.
    pub low: Option<Number>,
    /// The most; null is open.
    pub high: Option<Number>,
    /// How the words hedge.
    pub approx: Approx,
    /// UCUM code of the base unit of its dimension, ISO 4217 code or `%`; null for counts.
    pub unit: Option<String>,
    /// The position that it belongs to, by its place in `positions`.
    pub position: usize,
    /// The day that it is as of: when it was said, or else published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Index of the document.
    pub document: usize,
    /// The claim's id in it.
    pub claim: String,
}

/// A relation between claims.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CrossRelation {
    /// What stands between them.
    pub kind: RelationKind,
    /// The claims, the one that relates first.
    pub claims: Vec<ClaimAt>,
    /// What they meet on.
    pub on: RelationOn,
    /// The reason, in words.
    pub why: String,
    /// The words that it rests on.
    pub parts: Vec<PartAt>,
}

/// Words of a claim that a relation rests on.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartAt {
    /// Index of the document.
    pub document: usize,
    /// The claim's id in it.
    pub claim: String,
    /// What they are in it.
    pub role: PartRole,
    /// The words.
    pub text: String,
    /// Where they stand in the document.
    pub spans: Vec<WireSpan>,
}

impl Comparison {
    /// The wire form of a comparison of `articles`, which are those that it was made from, in their order then.
    pub fn new(comparison: &Inner, articles: &[Article<'_>], options: Options) -> Comparison {
        let sorted: Vec<&Article<'_>> = comparison.order.iter().map(|index| &articles[*index]).collect();
        let edges: Vec<Edge<'_>> = sorted.iter().map(|article| Edge::new(&article.document.text)).collect();
        let shared = |index: usize| format!("s{}", index + 1);
        let entities = comparison.identities.iter().enumerate().map(|(index, identity)| SharedEntity {
            id: shared(index),
            name: identity.name.clone(),
            kind: identity.kind.map(Into::into),
            country: identity.country.clone(),
            entities: identity
                .entities
                .iter()
                .map(|(document, entity)| EntityAt { document: *document, entity: entity.to_string() })
                .collect(),
        });
        let threads = comparison.threads.iter().enumerate().map(|(index, thread)| Thread {
            id: format!("t{}", index + 1),
            about: thread.about.clone(),
            claims: thread.claims.iter().map(claim_at).collect(),
            positions: thread
                .positions
                .iter()
                .map(|position| Position {
                    holders: position.holder.names.clone(),
                    entities: position.holder.identities.iter().map(|index| shared(*index)).collect(),
                    narrator: position.holder.narrator,
                    polarity: position.polarity.map(Into::into),
                    since: position.since.map(|date| date.to_string()),
                    words: position.claims.first().map_or(String::new(), |at| {
                        let claim = &sorted[at.document].report.claims[at.claim.0 as usize];
                        edges[at.document].passage(&claim.content).text
                    }),
                    claims: position.claims.iter().map(claim_at).collect(),
                })
                .collect(),
            figures: thread
                .figures
                .iter()
                .map(|reading| {
                    let claim = &sorted[reading.at.document].report.claims[reading.at.claim.0 as usize];
                    let figure = &claim.figures[reading.figure];
                    let words = edges[reading.at.document].passage(&figure.spans);
                    Reading {
                        text: words.text,
                        spans: words.spans,
                        low: reading.low.map(Number),
                        high: reading.high.map(Number),
                        approx: figure.approx.into(),
                        unit: reading.unit.clone(),
                        position: reading.position,
                        date: reading.date.map(|date| date.to_string()),
                        document: reading.at.document,
                        claim: reading.at.claim.to_string(),
                    }
                })
                .collect(),
            independent_sources: thread.independent_sources,
        });
        let relations = comparison.relations.iter().map(|relation| CrossRelation {
            kind: relation.kind.into(),
            claims: relation.claims.iter().map(claim_at).collect(),
            on: relation.on.into(),
            why: relation.why.clone(),
            parts: relation
                .parts
                .iter()
                .map(|(at, part)| {
                    let Part { claim, role, text, spans } = edges[at.document].part(part);
                    PartAt { document: at.document, claim, role, text, spans }
                })
                .collect(),
        });
        let duplicates = comparison.copies.iter().map(|copies| Duplicates {
            kept: copies.of,
            documents: std::iter::once(copies.of)
                .chain(copies.documents.iter().map(|(index, _)| *index))
                .collect(),
            exact: copies.documents.iter().filter(|(_, exact)| *exact).map(|(index, _)| *index).collect(),
        });
        Comparison {
            schema: ComparisonSchema::V1,
            documents: sorted
                .iter()
                .map(|article| Report::new(article.report, article.document, options))
                .collect(),
            duplicates: duplicates.collect(),
            entities: entities.collect(),
            threads: threads.collect(),
            relations: relations.collect(),
            offsets: Offsets::CodePoints,
        }
    }
}

fn claim_at(at: &At) -> ClaimAt {
    ClaimAt { document: at.document, claim: at.claim.to_string() }
}
