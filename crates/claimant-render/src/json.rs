//! The contract with other programs, laid out for reading.

use claimant_core::wire::Report;

use crate::{Format, Frame, Look, Piece, Reports, Stream};

/// One object for one document, an array for several.
struct Json;

pub(super) static FORMAT: Format = Format {
    name: "json",
    summary: "The whole report as JSON, indented; one object for one document, an array for several",
    purpose: "Programs: this is the contract with them, by a schema (`claimant schema`), and the only format with all that was found",
    media_type: "application/json",
    extension: "json",
    example: "claimant extract --format json article.txt | jq '.claims[].sources[].text'",
    offsets: "code points, in `spans`",
    needs_text: false,
    binary: false,
    reports: Reports::Stream(&Json),
};

impl Stream for Json {
    fn piece(&self, report: &Report, look: &Look) -> Piece {
        let json = serde_json::to_string_pretty(report).expect("reports have no maps and no failing values");
        // Line ends within JSON strings are escaped: each of these is between two lines of the layout.
        if look.several { format!("  {}", json.replace('\n', "\n  ")) } else { json }.into()
    }

    fn unread(&self, report: &Report, look: &Look) -> Option<Piece> {
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
