//! The contract with other programs.

use claimant_core::wire::Comparison;

use super::ComparisonFormat;
use crate::Look;

pub(super) static FORMAT: ComparisonFormat = ComparisonFormat {
    name: "json",
    summary: "The whole comparison as JSON, indented, with a report for each document",
    media_type: "application/json",
    extension: "json",
    purpose: "Programs: the contract with them, by a schema (`claimant schema --comparison`)",
    example: "claimant compare --format json a.txt b.txt | jq '.threads[].about'",
    needs_text: false,
    write,
};

fn write(comparison: &Comparison, _: &Look) -> Vec<u8> {
    let json =
        serde_json::to_string_pretty(comparison).expect("comparisons have no maps and no failing values");
    (json + "\n").into_bytes()
}
