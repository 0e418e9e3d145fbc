//! The smallest program on the core: a text in, its claims out.
#![expect(clippy::print_stdout, reason = "an example prints what it found")]

use claimant_core::{Claimant, Document};

fn main() -> Result<(), claimant_core::Error> {
    let document = Document::new("At least 40 people were hurt, the ministry said on Monday.")
        .with_published("2024-12-27".parse()?);
    let report = Claimant::new().extract(&document);
    for claim in &report.claims {
        let sources: Vec<String> =
            claim.sources.iter().map(|source| source.spans.text(&document.text)).collect();
        println!("{}: {}", sources.join(" and "), claim.content.text(&document.text));
    }
    Ok(())
}
