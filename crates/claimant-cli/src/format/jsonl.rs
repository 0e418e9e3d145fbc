//! The contract with other programs, one line per document.

use claimant_core::wire::Report;

use super::{Format, Info, Look};

/// One line per document, whatever happens to its neighbours.
pub(super) struct JsonLines;

static INFO: Info = Info {
    name: "jsonl",
    summary: "JSON Lines: the same objects, one line per document in the order of the input",
    media_type: "application/jsonl",
    extension: "jsonl",
    example: "claimant extract --format jsonl articles/ > reports.jsonl",
};

impl Format for JsonLines {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn document(&self, report: &Report, _: &Look) -> String {
        let mut line = serde_json::to_string(report).expect("reports have no maps and no failing values");
        line.push('\n');
        line
    }

    fn unread(&self, report: &Report, look: &Look) -> Option<String> {
        Some(self.document(report, look))
    }
}
