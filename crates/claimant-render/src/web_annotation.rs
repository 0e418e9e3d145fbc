//! W3C Web Annotations.

use std::collections::BTreeMap;

use claimant_core::wire::{Claim, Report, WireSpan};
use serde_json::{Value, json};

use crate::points::Points;
use crate::text::words;
use crate::{Format, Frame, Look, Piece, Reports, Stream, iri, layout};

/// A collection of annotations for each document.
struct WebAnnotation;

/// Code points of context on either side, as annotators on the web take.
const CONTEXT: u32 = 32;

pub(super) static FORMAT: Format = Format {
    name: "web-annotation",
    summary: "W3C Web Annotations as JSON-LD: contents, sources and cues, by position and by their words",
    purpose: "Annotation stores and readers (Hypothesis, Annotorious, Recogito, any RDF store). A collection for each \
              document; the annotation of a source or a cue links to that of its claim. A content in several pieces has \
              a target for each. Positions are in the text that was read, which for a page is its main text: there the \
              quotes find the place",
    media_type: "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"",
    extension: "jsonld",
    example: "claimant extract --format web-annotation article.txt > article.jsonld",
    offsets: "code points, in `TextPositionSelector`, as the recommendation asks",
    needs_text: true,
    binary: false,
    columns: &[],
    reports: Reports::Stream(&WebAnnotation),
};

impl Stream for WebAnnotation {
    fn piece(&self, report: &Report, look: &Look) -> Piece {
        layout::piece(&collection(report), look.several)
    }

    fn frame(&self, look: &Look) -> Frame {
        layout::frame(look.several)
    }
}

fn collection(report: &Report) -> Value {
    let page = Page {
        names: words::names(report),
        points: Points::new(report.document.text.as_deref().unwrap_or("")),
        iri: iri::document(&report.document),
    };
    let items: Vec<Value> = report.claims.iter().flat_map(|claim| page.annotations(claim)).collect();
    let label = format!("Claims in {}", words::title(&report.document));
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("{}#claims", page.iri),
        "type": "AnnotationCollection",
        "label": label,
        "total": items.len(),
        "first": {
            "id": format!("{}#claims-1", page.iri),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    })
}

struct Page<'r> {
    names: BTreeMap<&'r str, &'r str>,
    points: Points<'r>,
    iri: String,
}

impl Page<'_> {
    fn annotations(&self, claim: &Claim) -> Vec<Value> {
        let id = format!("{}#{}", self.iri, claim.id);
        let mut bodies = vec![body("classifying", "claim"), body("describing", &said(claim, &self.names))];
        for (key, value) in [
            ("voice", claim.voice.name()),
            ("act", claim.act.name()),
            ("polarity", claim.polarity.name()),
            ("certainty", claim.certainty.name()),
            ("quotation", claim.quotation.name()),
        ] {
            bodies.push(body("tagging", &format!("{key}: {value}")));
        }
        bodies.extend(claim.within.as_ref().map(|within| self.link(within)));
        let mut annotations = vec![self.annotation(&id, &bodies, &claim.content.spans)];
        for (place, source) in (1..).zip(&claim.sources) {
            let mut bodies = vec![body("classifying", "source"), self.link(&claim.id)];
            let name = source.entity.as_deref().and_then(|id| self.names.get(id));
            bodies.extend(name.map(|name| body("identifying", name)));
            let id = format!("{id}-source-{place}");
            annotations.push(self.annotation(&id, &bodies, &source.spans));
        }
        if let Some(cue) = &claim.cue {
            let bodies = vec![body("classifying", "cue"), self.link(&claim.id)];
            annotations.push(self.annotation(&format!("{id}-cue"), &bodies, &cue.spans));
        }
        annotations
    }

    /// Words, and what they are to a claim.
    fn annotation(&self, id: &str, bodies: &[Value], spans: &[WireSpan]) -> Value {
        let mut targets: Vec<Value> = spans.iter().map(|span| self.target(*span)).collect();
        let target = if targets.len() == 1 { targets.remove(0) } else { targets.into() };
        json!({"id": id, "type": "Annotation", "motivation": "classifying", "body": bodies, "target": target})
    }

    fn target(&self, span: WireSpan) -> Value {
        json!({
            "type": "SpecificResource",
            "source": self.iri,
            "selector": [
                {"type": "TextPositionSelector", "start": span.0, "end": span.1},
                {
                    "type": "TextQuoteSelector",
                    "exact": self.points.words(span),
                    "prefix": self.points.before(span, CONTEXT),
                    "suffix": self.points.after(span, CONTEXT),
                },
            ],
        })
    }

    fn link(&self, claim: &str) -> Value {
        json!({"type": "SpecificResource", "purpose": "linking", "source": format!("{}#{claim}", self.iri)})
    }
}

fn body(purpose: &str, value: &str) -> Value {
    json!({"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value})
}

/// Who says what, in a line.
fn said(claim: &Claim, names: &BTreeMap<&str, &str>) -> String {
    let who = words::who(claim, names);
    format!("{who} · {}: {}", words::manner(claim).join(" · "), claim.content.text)
}
