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
    /// Its text, where asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Published>,
    /// Its parts by form; they cover all that is not white space.
    pub regions: Vec<Region>,
}

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
        Report {
            schema: Schema::V1,
            document: DocumentInfo {
                id: document.id.clone(),
                path: document.path.clone(),
                title: document.title.clone(),
                text: options.with_text.then(|| document.text.clone()),
                published,
                regions,
            },
            entities: entities.collect(),
            claims: claims.collect(),
            relations: relations.collect(),
            offsets: Offsets::CodePoints,
            notes: notes.collect(),
        }
    }
}

impl Edge<'_> {
    pub(super) fn part(&self, part: &crate::Part) -> Part {
        Part {
            claim: part.claim.to_string(),
            role: part.role.into(),
            text: self.words(&part.spans),
            spans: self.spans(&part.spans),
        }
    }

    fn optional(&self, spans: Option<&crate::Spans>) -> Vec<WireSpan> {
        spans.map(|spans| self.spans(spans)).unwrap_or_default()
    }

    fn region(&self, region: &crate::Region) -> Region {
        let post = region.post.as_ref().map(|post| Post {
            author: self.passage(&post.author),
            handle: post.handle.as_ref().map(|handle| self.passage(handle)),
            date: post.date.as_ref().map(|(spans, date)| Time {
                text: self.words(spans),
                spans: self.spans(spans),
                kind: TimexType::Date,
                value: Some(date.to_string()),
                interval: None,
                because: None,
            }),
        });
        Region { kind: region.kind.into(), spans: self.spans(&region.spans), post }
    }

    fn entity(&self, index: u32, entity: &crate::Entity) -> Entity {
        Entity {
            id: crate::EntityId(index).to_string(),
            name: entity.name.clone(),
            kind: entity.kind.map(Into::into),
            country: entity.country.clone(),
            role: entity.role.clone(),
            affiliation: entity.affiliation.map(|id| id.to_string()),
            members: entity.members.iter().map(ToString::to_string).collect(),
            mentions: entity.mentions.iter().map(|mention| self.passage(mention)).collect(),
        }
    }

    fn claim(&self, index: u32, claim: &crate::Claim) -> Claim {
        let sources = claim.sources.iter().map(|source| Source {
            text: self.words(&source.spans),
            spans: self.spans(&source.spans),
            entity: source.entity.map(|id| id.to_string()),
            unnamed: source.unnamed.as_ref().map(|unnamed| Unnamed {
                kind: unnamed.kind.map(Into::into),
                plural: unnamed.plural,
                count: unnamed.count,
                former: unnamed.former,
                anonymous: unnamed.anonymous,
                affiliation: unnamed.affiliation.map(|id| id.to_string()),
                country: unnamed.country.clone(),
            }),
        });
        let places = claim.places.iter().map(|place| Place {
            text: self.words(&place.spans),
            spans: self.spans(&place.spans),
            entity: place.entity.map(|id| id.to_string()),
            country: place.country.clone(),
            called: place.called.as_ref().map(|spans| self.passage(spans)),
            part_of: place.part_of.as_ref().map(|spans| self.passage(spans)),
            relation: place.relation.as_ref().map(|spans| self.passage(spans)),
        });
        let propositions = claim.propositions.iter().map(|proposition| Proposition {
            subject: proposition.subject.as_ref().map(|spans| self.passage(spans)),
            predicate: self.passage(&proposition.predicate),
            lemma: proposition.lemma.clone(),
            events: proposition.events.iter().map(|kind| (*kind).to_owned()).collect(),
            object: proposition.object.as_ref().map(|spans| self.passage(spans)),
            modifiers: proposition.modifiers.iter().map(|spans| self.passage(spans)).collect(),
            polarity: proposition.polarity.into(),
            certainty: proposition.certainty.into(),
            factuality: proposition.factuality,
        });
        Claim {
            id: crate::ClaimId(index).to_string(),
            voice: claim.voice.into(),
            sources: sources.collect(),
            source_unnamed: claim.source_unnamed,
            cue: claim.cue.as_ref().map(|cue| Cue {
                text: self.words(&cue.spans),
                spans: self.spans(&cue.spans),
                lemma: cue.lemma.clone(),
            }),
            content: self.passage(&claim.content),
            quotation: claim.quotation.into(),
            act: claim.act.into(),
            polarity: claim.polarity.into(),
            certainty: claim.certainty.into(),
            stance_by: claim.stance_by.iter().map(|spans| self.passage(spans)).collect(),
            said_at: claim.said_at.as_ref().map(|time| self.time(time)),
            medium: claim.medium.as_ref().map(|spans| self.passage(spans)),
            figures: claim.figures.iter().map(|figure| self.figure(figure)).collect(),
            times: claim.times.iter().map(|time| self.time(time)).collect(),
            places: places.collect(),
            propositions: propositions.collect(),
            within: claim.within.map(|id| id.to_string()),
            post: claim.post,
            truncated: claim.truncated,
            confidence: claim.confidence,
            check_worthiness: claim.check_worthiness,
            because: claim.because.clone(),
        }
    }

    fn figure(&self, figure: &crate::Figure) -> Figure {
        Figure {
            text: self.words(&figure.spans),
            spans: self.spans(&figure.spans),
            low: figure.low.map(Number),
            high: figure.high.map(Number),
            approx: figure.approx.into(),
            of: figure.of.as_ref().map(|spans| self.words(spans)),
            of_spans: self.optional(figure.of.as_ref()),
            event: figure.event.as_ref().map(|spans| self.words(spans)),
            event_spans: self.optional(figure.event.as_ref()),
            about: figure.about.as_ref().map(|spans| self.words(spans)),
            about_spans: self.optional(figure.about.as_ref()),
            part_of: figure.part_of.as_ref().map(|spans| self.words(spans)),
            part_of_spans: self.optional(figure.part_of.as_ref()),
            unit: figure.unit.clone(),
        }
    }

    fn time(&self, time: &crate::Time) -> Time {
        Time {
            text: self.words(&time.spans),
            spans: self.spans(&time.spans),
            kind: time.kind.into(),
            value: time.value.as_ref().map(ToString::to_string),
            interval: time.interval.as_ref().map(ToString::to_string),
            because: time.because.clone(),
        }
    }
}
