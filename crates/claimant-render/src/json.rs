//! The contract with other programs, laid out for reading.

use claimant_core::wire::Report;

use crate::{Format, Frame, Look, Reports, Stream};

/// One object for one document, an array for several.
struct Json;

pub(super) static FORMAT: Format = Format {
    name: "json",
    summary: "The whole report as JSON, indented; one object for one document, an array for several",
    media_type: "application/json",
    extension: "json",
    example: "claimant extract --format json article.txt | jq '.claims[].sources[].text'",
    needs_text: false,
    reports: Reports::Stream(&Json),
};

impl Stream for Json {
    fn piece(&self, report: &Report, look: &Look) -> String {
        let json = serde_json::to_string_pretty(report).expect("reports have no maps and no failing values");
        // Line ends within JSON strings are escaped: each of these is between two lines of the layout.
        if look.several { format!("  {}", json.replace('\n', "\n  ")) } else { json }
    }

    fn unread(&self, report: &Report, look: &Look) -> Option<String> {
        look.several.then(|| self.piece(report, look))
    }

    fn frame(&self, look: &Look) -> Frame {
        if look.several {
            Frame { before: "[\n", between: ",\n", after: "\n]\n" }
        } else {
            Frame { before: "", between: "\n", after: "\n" }
        }
    }
}
