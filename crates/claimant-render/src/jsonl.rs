//! The contract with other programs, one line per document.

use claimant_core::wire::Report;

use crate::{Format, Look, Piece, Reports, Stream};

/// One line per document, whatever happens to its neighbours.
struct JsonLines;

pub(super) static FORMAT: Format = Format {
    name: "jsonl",
    summary: "JSON Lines: the same objects, one line per document in the order of the input",
    purpose: "Many documents: each line stands alone, so a run that broke off has lost nothing. `jq`, DuckDB (`read_json`), pandas (`read_json(lines=True)`)",
    media_type: "application/jsonl",
    extension: "jsonl",
    example: "claimant extract --format jsonl articles/ > reports.jsonl",
    offsets: "code points, in `spans`",
    needs_text: false,
    binary: false,
    columns: &[],
    reports: Reports::Stream(&JsonLines),
};

impl Stream for JsonLines {
    fn piece(&self, report: &Report, _: &Look) -> Piece {
        let mut line = serde_json::to_string(report).expect("reports have no maps and no failing values");
        line.push('\n');
        line.into()
    }

    fn unread(&self, report: &Report, look: &Look) -> Option<Piece> {
        Some(self.piece(report, look))
    }
}
