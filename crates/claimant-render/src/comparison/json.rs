//! The contract with other programs.

use claimant_core::wire::Comparison;

use super::ComparisonFormat;
use crate::Look;

pub(super) static FORMAT: ComparisonFormat = ComparisonFormat {
    name: "json",
    summary: "The whole comparison as JSON, indented, with a report for each document",
    media_type: "application/json",
    extension: "json",
    needs_text: false,
    write,
};

fn write(comparison: &Comparison, _: &Look) -> String {
    let json =
        serde_json::to_string_pretty(comparison).expect("comparisons have no maps and no failing values");
    json + "\n"
}
