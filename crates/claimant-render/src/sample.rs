//! A report and a comparison to test formats on, with all that breaks a careless one: characters beyond 16 bits,
//! combining marks, markup, quotation marks, line ends, formulas.

use claimant_core::wire::{Comparison, Report};

pub(crate) fn report() -> Report {
    serde_json::from_str(include_str!("../tests/data/report.json")).expect("a report")
}

pub(crate) fn comparison() -> Comparison {
    serde_json::from_str(include_str!("../tests/data/comparison.json")).expect("a comparison")
}
