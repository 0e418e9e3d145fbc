//! Tasks for Label Studio.

use claimant_core::wire::{Claim, Report, WireSpan};
use serde_json::{Map, Value, json};

use crate::points::Points;
use crate::{Format, Frame, Look, Piece, Reports, Stream, layout};

/// A task with predictions for each document.
struct LabelStudio;

pub(super) static FORMAT: Format = Format {
    name: "label-studio",
    summary: "Label Studio tasks as JSON: the text of each document with regions and relations as predictions",
    purpose: "Label Studio: to correct by hand what was found. Takes a labelling interface with `<Labels name=\"label\" \
              toName=\"text\">` of the labels Source, Cue and Content, and `<Text name=\"text\" value=\"$text\"/>`; relations \
              are called `says`, `attributes`, `continues` and `within`",
    media_type: "application/json",
    extension: "json",
    example: "claimant extract --format label-studio articles/ > tasks.json",
    offsets: "code points, in `start` and `end`, as Label Studio keeps them since its version 1.4",
    needs_text: true,
    binary: false,
    columns: &[],
    reports: Reports::Stream(&LabelStudio),
};

impl Stream for LabelStudio {
    fn piece(&self, report: &Report, _: &Look) -> Piece {
        layout::piece(&task(report), true)
    }

    fn frame(&self, _: &Look) -> Frame {
        layout::frame(true)
    }
}

fn task(report: &Report) -> Value {
    let document = &report.document;
    let mut data = Map::new();
    data.insert("text".into(), document.text.as_deref().unwrap_or("").into());
    for (key, value) in [
        ("path", document.path.as_deref()),
        ("id", document.id.as_deref()),
        ("title", document.title.as_deref()),
        ("published", document.published.as_ref().map(|published| published.value.as_str())),
    ] {
        if let Some(value) = value {
            data.insert(key.into(), value.into());
        }
    }
    let points = Points::new(document.text.as_deref().unwrap_or(""));
    let mut result = Vec::new();
    for claim in &report.claims {
        regions(claim, &points, &mut result);
    }
    json!({
        "data": data,
        "predictions": [{"model_version": concat!("claimant-", env!("CARGO_PKG_VERSION")), "result": result}],
    })
}

fn regions(claim: &Claim, points: &Points<'_>, result: &mut Vec<Value>) {
    let content = format!("{}-content", claim.id);
    for (place, span) in (1..).zip(&claim.content.spans) {
        let id = if place == 1 { content.clone() } else { format!("{content}-{place}") };
        let stance = [
            ("act", claim.act.name()),
            ("polarity", claim.polarity.name()),
            ("certainty", claim.certainty.name()),
            ("quotation", claim.quotation.name()),
        ];
        let stance: Vec<String> = stance.iter().map(|(key, value)| format!("{key}: {value}")).collect();
        let mut region = region(&id, "Content", *span, points);
        region["meta"] = json!({"text": stance});
        result.push(region);
        if place > 1 {
            result.push(relation(&id, &content, "continues"));
        }
    }
    for (place, source) in (1..).zip(&claim.sources) {
        for (part, span) in (1..).zip(&source.spans) {
            let id = format!("{}-source-{place}-{part}", claim.id);
            result.push(region(&id, "Source", *span, points));
            result.push(relation(&id, &content, "says"));
        }
    }
    for (part, span) in (1..).zip(claim.cue.iter().flat_map(|cue| &cue.spans)) {
        let id = format!("{}-cue-{part}", claim.id);
        result.push(region(&id, "Cue", *span, points));
        result.push(relation(&id, &content, "attributes"));
    }
    if let Some(within) = &claim.within {
        result.push(relation(&content, &format!("{within}-content"), "within"));
    }
}

fn region(id: &str, label: &str, span: WireSpan, points: &Points<'_>) -> Value {
    json!({
        "id": id,
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {"start": span.0, "end": span.1, "text": points.words(span), "labels": [label]},
    })
}

fn relation(from: &str, to: &str, label: &str) -> Value {
    json!({"type": "relation", "from_id": from, "to_id": to, "direction": "right", "labels": [label]})
}
