//! The contract with other programs, line by line.

use claimant_core::wire::Comparison;
use serde::Serialize;
use serde_json::json;

use super::ComparisonFormat;
use crate::Look;

pub(super) static FORMAT: ComparisonFormat = ComparisonFormat {
    name: "jsonl",
    summary: "JSON Lines: a line for each document, shared entity, thread and relation, told apart by `record`",
    purpose: "Large comparisons, read a line at a time (`jq`, DuckDB). The first line has the version; the rest are the \
              objects of `json`, with `index` for a document's place",
    media_type: "application/jsonl",
    extension: "jsonl",
    example: "claimant compare --format jsonl stories/ | jq 'select(.record == \"relation\")'",
    needs_text: false,
    write,
};

#[derive(Serialize)]
struct Line<'a, T> {
    record: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<usize>,
    #[serde(flatten)]
    value: &'a T,
}

fn write(comparison: &Comparison, _: &Look) -> Vec<u8> {
    let mut lines = Lines(Vec::new());
    let count = comparison.documents.len();
    let head = json!({"schema": comparison.schema, "offsets": comparison.offsets, "documents": count});
    lines.push("comparison", None, &head);
    for (index, report) in comparison.documents.iter().enumerate() {
        lines.push("document", Some(index), report);
    }
    for duplicates in &comparison.duplicates {
        lines.push("duplicates", None, duplicates);
    }
    for entity in &comparison.entities {
        lines.push("entity", None, entity);
    }
    for thread in &comparison.threads {
        lines.push("thread", None, thread);
    }
    for relation in &comparison.relations {
        lines.push("relation", None, relation);
    }
    lines.0
}

struct Lines(Vec<u8>);

impl Lines {
    fn push<T: Serialize>(&mut self, record: &'static str, index: Option<usize>, value: &T) {
        serde_json::to_writer(&mut self.0, &Line { record, index, value })
            .expect("memory takes what is written");
        self.0.push(b'\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_says_what_it_is() {
        let comparison = crate::sample::comparison();
        let text = String::from_utf8(write(&comparison, &Look::plain())).unwrap();
        let lines: Vec<serde_json::Value> =
            text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let count = |record: &str| lines.iter().filter(|line| line["record"] == record).count();
        assert_eq!(lines[0]["schema"], "claimant-comparison/1");
        assert_eq!(count("document"), comparison.documents.len());
        assert_eq!(count("thread"), comparison.threads.len());
        assert_eq!(count("relation"), comparison.relations.len());
    }
}
