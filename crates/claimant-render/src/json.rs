//! The contract with other programs, laid out for reading.

use claimant_core::wire::Report;

use crate::{Format, Frame, Look, Piece, Reports, Stream, layout};

/// One object for one document, an array for several.
struct Json;

pub(super) static FORMAT: Format = Format {
    name: "json",
    summary: "The whole report as JSON, indented; one object for one document, an array for several",
    purpose: "Programs: this is the contract with them, by a schema (`claimant schema`), and with `jsonl` the only \
              format with all that was found",
    media_type: "application/json",
    extension: "json",
    example: "claimant extract --format json article.txt | jq '.claims[].sources[].text'",
    offsets: "code points, in `spans`",
    needs_text: false,
    binary: false,
    columns: &[],
    reports: Reports::Stream(&Json),
};

impl Stream for Json {
    fn piece(&self, report: &Report, look: &Look) -> Piece {
        layout::piece(report, look.several)
    }

    fn unread(&self, report: &Report, look: &Look) -> Option<Piece> {
        look.several.then(|| self.piece(report, look))
    }

    fn frame(&self, look: &Look) -> Frame {
        layout::frame(look.several)
    }
}
