//! Snapshots of the seed article: the first test that a newcomer opens.

use claimant_core::{Claimant, Document, wire};

const SEED: &str = include_str!("../../seeds/000_1ae7029de2fe9649.txt");

fn report() -> wire::Report {
    let document = Document::new(SEED).with_path("seeds/000_1ae7029de2fe9649.txt");
    let report = Claimant::new().extract(&document);
    wire::Report::new(&report, &document, wire::Options::default())
}

#[test]
fn as_json() {
    insta::assert_json_snapshot!(report());
}

#[test]
fn each_span_says_its_text() {
    let points: Vec<char> = SEED.chars().collect();
    let report = report();
    assert!(report.claims.len() >= 15);
    for claim in &report.claims {
        if let [span] = claim.content.spans[..] {
            let slice: String = points[span.0 as usize..span.1 as usize].iter().collect();
            assert_eq!(slice, claim.content.text);
        }
    }
}

#[test]
fn as_text() {
    let text = claimant_render::format("text").unwrap().whole(&report(), &claimant_render::Look::plain());
    insta::assert_snapshot!(String::from_utf8(text).unwrap());
}
