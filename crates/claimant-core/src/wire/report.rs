//! The objects of the wire form.

use serde::{Deserialize, Serialize};

use super::offsets::Edge;
use super::{
    Act, Approx, Basis, Certainty, EntityKind, NoteKind, Number, Offsets, PartRole, Passage, Polarity,
    Quotation, RegionKind, RelationKind, RelationOn, Schema, TimexType, UnnamedKind, Voice, WireSpan,
};

/// What to put into the wire form.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// Whether the document's text goes with it.
    pub with_text: bool,
}

/// What was found in one document.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// The version of this form.
    pub schema: Schema,
    /// The document.
    pub document: DocumentInfo,
    /// Who and what the claims speak of.
    pub entities: Vec<Entity>,
    /// The claims, in text order.
    pub claims: Vec<Claim>,
    /// How claims stand to each other.
    pub relations: Vec<Relation>,
    /// The unit of every offset.
    pub offsets: Offsets,
    /// What could not be read or was left out.
    pub notes: Vec<Note>,
}

/// The document that a report is about.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DocumentInfo {
    /// The caller's identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The path as given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Its title, where known from outside the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who wrote it, where known from outside the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    /// Where it was published, where known from outside the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// Its address on the web.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its text, where asked for, and wherever it is not the input's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Published>,
    /// Its parts by form; they cover all that is not white space.
    pub regions: Vec<Region>,
    /// What the text was made from, where it is not the input's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

/// What a text was made from, and the way back.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Origin {
    /// The form of what was read: `html`, `feed`, `jsonl` …
    pub form: String,
    /// The encoding of the bytes, by its name in the Encoding Standard.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub encoding: String,
    /// Which bytes the characters come from, in text order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub map: Vec<Run>,
}

/// `[start, end, first, after]`: the code points `start` to `end` come from the bytes `first` to `after` of
/// what was read. Decoded, the bytes have as many characters as the run, and the same, white space aside; a
/// character that is spelled otherwise (`&amp;`) is a run of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Run(pub u32, pub u32, pub u64, pub u64);

/// A publication date and how it is known.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Published {
    /// The day, `YYYY-MM-DD`.
    pub value: String,
    /// How it is known.
    pub basis: Basis,
    /// The words that say it, where the text does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Where those stand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spans: Vec<WireSpan>,
}

/// A part of the document.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Region {
    /// What it is.
    pub kind: RegionKind,
    /// Where it stands.
    pub spans: Vec<WireSpan>,
    /// For a post, what its signature says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post: Option<Post>,
}

/// An embedded post's signature.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Post {
    /// Display name and handle as signed.
    pub author: Passage,
    /// The handle, with its `@`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handle: Option<Passage>,
    /// The day it was posted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Time>,
}

/// Somebody or something that claims speak of.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entity {
    /// `e1`, `e2` …
    pub id: String,
    /// Its fullest name.
    pub name: String,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<EntityKind>,
    /// ISO 3166-1 alpha-2 code of its country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Its office or function, in the text's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The id of the entity that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<String>,
    /// The ids of those whom it stands for, where it is several that the text names one by one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// Every mention.
    pub mentions: Vec<Passage>,
}

/// A proposition that the text presents, in somebody's voice.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Claim {
    /// `c1`, `c2` …
    pub id: String,
    /// In whose voice.
    pub voice: Voice,
    /// Who says it.
    pub sources: Vec<Source>,
    /// It is attributed, but to nobody.
    #[serde(default, skip_serializing_if = "is_false")]
    pub source_unnamed: bool,
    /// The words that attribute it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<Cue>,
    /// What is claimed.
    pub content: Passage,
    /// How much of it is quoted.
    pub quotation: Quotation,
    /// What the source does in saying it.
    pub act: Act,
    /// Whether the content affirms or negates.
    pub polarity: Polarity,
    /// How sure the source is.
    pub certainty: Certainty,
    /// The words that make polarity and certainty other than plain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stance_by: Vec<Passage>,
    /// When it was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_at: Option<Time>,
    /// What it was said in or through.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub medium: Option<Passage>,
    /// Quantities in the content.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// Times in the content.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub times: Vec<Time>,
    /// Places in the content.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
    /// The content taken apart.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub propositions: Vec<Proposition>,
    /// The id of the claim inside whose content this one is made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// The content is the words of an embedded post.
    #[serde(default, skip_serializing_if = "is_false")]
    pub post: bool,
    /// The text breaks off before the content ends.
    #[serde(default, skip_serializing_if = "is_false")]
    pub truncated: bool,
    /// How likely it is right, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f32>,
    /// How much a statement in the narrator's voice is worth checking, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check_worthiness: Option<f32>,
    /// The extractors and rules that decided, in order.
    pub because: Vec<String>,
}

/// Who says it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub spans: Vec<WireSpan>,
    /// The id of the entity; absent where it cannot be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// What the words say of a source whose name the text does not give; absent for those with a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unnamed: Option<Unnamed>,
}

/// What the words say of a source without a name.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unnamed {
    /// How they come to know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<UnnamedKind>,
    /// Several, or a body of people.
    pub plural: bool,
    /// How many, where a number says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// They are it no longer.
    #[serde(default, skip_serializing_if = "is_false")]
    pub former: bool,
    /// The text says that the name is withheld, or tells only how they know.
    #[serde(default, skip_serializing_if = "is_false")]
    pub anonymous: bool,
    /// The id of the entity that the words name with them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<String>,
    /// ISO 3166-1 alpha-2 code of the country that the words name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

/// The words that attribute.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cue {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub spans: Vec<WireSpan>,
    /// The base form of the attributing word.
    pub lemma: String,
}

/// A quantity with bounds.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure {
    /// The number with its hedge.
    pub text: String,
    /// Where they stand.
    pub spans: Vec<WireSpan>,
    /// The least value that the words allow; null is open.
    pub low: Option<Number>,
    /// The greatest value that the words allow; null is open.
    pub high: Option<Number>,
    /// How the words hedge.
    pub approx: Approx,
    /// What is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// Where that stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub of_spans: Vec<WireSpan>,
    /// What befell it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// Where that stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub event_spans: Vec<WireSpan>,
    /// What the figure is said of: whose it is, or what it measures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Where that stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about_spans: Vec<WireSpan>,
    /// The figure of which this one is a part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// Where that stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub part_of_spans: Vec<WireSpan>,
    /// `%`, an ISO 4217 code, a UCUM code, or `1` for a fraction of a whole or a factor, with a denominator where it is a rate
    /// (`USD/[bbl_us]`, `/d` for a count per day); null is a plain count.
    pub unit: Option<String>,
}

/// A time with its TIMEX3 value.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Time {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub spans: Vec<WireSpan>,
    /// TIMEX3 type.
    #[serde(rename = "type")]
    pub kind: TimexType,
    /// TIMEX3 value; absent where nothing resolves it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The interval that it is one end of, as ISO 8601 puts it: `2014/2018`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<String>,
    /// What it was resolved against.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

/// A place in a content.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub spans: Vec<WireSpan>,
    /// The id of the entity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// ISO 3166-1 alpha-2 code of the country that it is or lies in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// What the text calls it: "region" of "the Russian region of Kursk".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called: Option<Passage>,
    /// What the text says it is a part of: "Russian" there, "Illinois" of "Springfield, Illinois".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<Passage>,
    /// How the content stands to it: "in", "near", "from".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation: Option<Passage>,
}

/// Subject, predicate and object of a content.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Proposition {
    /// Who or what acts or is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Passage>,
    /// The predicate, with its auxiliaries and negation.
    pub predicate: Passage,
    /// Base form of what it says.
    pub lemma: String,
    /// Kinds of event that the word is one for: "capture" for capture, seize and the capture.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<String>,
    /// Whom or what it befalls, what something is, or the clause that it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<Passage>,
    /// When, where, how, with whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modifiers: Vec<Passage>,
    /// Whether the content affirms or negates it.
    pub polarity: Polarity,
    /// How sure the content leaves it.
    pub certainty: Certainty,
    /// How far readers would take it to have happened, -3 to 3.
    pub factuality: f32,
}

/// A relation between claims.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Relation {
    /// What stands between them.
    pub kind: RelationKind,
    /// The ids of the claims, the one that relates first.
    pub claims: Vec<String>,
    /// What they meet on.
    pub on: RelationOn,
    /// The reason, in words.
    pub why: String,
    /// The words that it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
}

/// Words of a claim that a relation rests on.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Part {
    /// The id of the claim.
    pub claim: String,
    /// What they are in it.
    pub role: PartRole,
    /// The words.
    pub text: String,
    /// Where they stand.
    pub spans: Vec<WireSpan>,
}

/// A remark on the report.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note {
    /// What it is about.
    pub kind: NoteKind,
    /// The remark.
    pub message: String,
    /// Where it applies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spans: Vec<WireSpan>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
pub(super) fn is_false(value: &bool) -> bool {
    !*value
}

impl Report {
    /// The wire form of a report and the document that it was made from.
    pub fn new(report: &crate::Report, document: &crate::Document, options: Options) -> Report {
        let edge = Edge::new(&document.text);
        let regions = report.regions.iter().map(|region| edge.region(region)).collect();
        let published = report.published.as_ref().map(|published| Published {
            value: published.date.to_string(),
            basis: published.basis.into(),
            text: published.spans.as_ref().map(|spans| edge.words(spans)),
            spans: edge.optional(published.spans.as_ref()),
        });
        let entities = (0..).zip(&report.entities).map(|(index, entity)| edge.entity(index, entity));
        let claims = (0..).zip(&report.claims).map(|(index, claim)| edge.claim(index, claim));
        let relations = report.relations.iter().map(|relation| Relation {
            kind: relation.kind.into(),
            claims: relation.claims.iter().map(ToString::to_string).collect(),
            on: relation.on.into(),
            why: relation.why.clone(),
            parts: relation.parts.iter().map(|part| edge.part(part)).collect(),
        });
        let notes = report.notes.iter().map(|note| Note {
            kind: note.kind.into(),
            message: note.message.clone(),
            spans: edge.optional(note.spans.as_ref()),
        });
        let origin = document.origin.as_ref().map(|origin| Origin {
            form: origin.form.to_owned(),
            encoding: origin.encoding.to_owned(),
            map: origin.map.iter().map(|run| edge.run(run)).collect(),
        });
        let with_text = options.with_text || origin.is_some();
        Report {
            schema: Schema::V1,
            document: DocumentInfo {
                id: document.id.clone(),
                path: document.path.clone(),
                title: document.title.clone(),
                authors: document.authors.clone(),
                outlet: document.outlet.clone(),
                url: document.url.clone(),
                text: with_text.then(|| document.text.clone()),
                published,
                regions,
                origin,
            },
            entities: entities.collect(),
            claims: claims.collect(),
            relations: relations.collect(),
            offsets: Offsets::CodePoints,
            notes: notes.collect(),
        }
    }
}
