//! From what the extractors found to its wire form, part by part.

use super::offsets::Edge;
use super::{
    Claim, Cue, Entity, Figure, Number, Part, Place, Post, Proposition, Region, Run, Source, Time, TimexType,
    Unnamed, WireSpan,
};

impl Edge<'_> {
    pub(super) fn part(&self, part: &crate::Part) -> Part {
        Part {
            claim: part.claim.to_string(),
            role: part.role.into(),
            text: self.words(&part.spans),
            spans: self.spans(&part.spans),
        }
    }

    pub(super) fn run(&self, run: &crate::Run) -> Run {
        let WireSpan(start, end) = self.span(run.text);
        Run(start, end, run.start as u64, run.end as u64)
    }

    pub(super) fn optional(&self, spans: Option<&crate::Spans>) -> Vec<WireSpan> {
        spans.map(|spans| self.spans(spans)).unwrap_or_default()
    }

    pub(super) fn region(&self, region: &crate::Region) -> Region {
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

    pub(super) fn entity(&self, index: u32, entity: &crate::Entity) -> Entity {
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

    pub(super) fn claim(&self, index: u32, claim: &crate::Claim) -> Claim {
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

    pub(super) fn figure(&self, figure: &crate::Figure) -> Figure {
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

    pub(super) fn time(&self, time: &crate::Time) -> Time {
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
