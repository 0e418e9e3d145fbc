//! What holds for every report, checked through the public interface. The fuzz target includes this file.

use claimant_core::{Claimant, Document, Quotation, Spans, Voice, wire};

/// Reads `text` twice and checks the report.
///
/// # Panics
/// If an invariant does not hold.
pub(crate) fn check(text: &str, published: Option<&str>) {
    let mut document = Document::new(text);
    if let Some(date) = published {
        document = document.with_published(date.parse().expect("a date"));
    }
    let claimant = Claimant::new();
    let report = claimant.extract(&document);
    assert_eq!(report, claimant.extract(&document), "the same input gives the same report");

    let mut end = 0;
    let mut covered = 0;
    for region in &report.regions {
        for piece in region.spans.pieces() {
            in_text(text, &region.spans);
            assert!(piece.start() >= end, "regions are disjoint and in order");
            assert!(text[end..piece.start()].trim().is_empty(), "regions cover all but white space");
            end = piece.end();
            covered += piece.len();
        }
    }
    assert!(text[end..].trim().is_empty() && covered <= text.len(), "regions cover all but white space");

    for (index, claim) in report.claims.iter().enumerate() {
        in_text(text, &claim.content);
        let parts =
            claim.sources.iter().map(|source| &source.spans).chain(claim.cue.iter().map(|cue| &cue.spans));
        let parts = parts.chain(claim.medium.iter()).chain(claim.said_at.iter().map(|time| &time.spans));
        parts.chain(claim.times.iter().map(|time| &time.spans)).for_each(|spans| in_text(text, spans));
        claim.stance_by.iter().for_each(|spans| in_text(text, spans));
        for one in &claim.propositions {
            let parts = one.subject.iter().chain([&one.predicate]).chain(&one.object).chain(&one.modifiers);
            parts.for_each(|spans| in_text(text, spans));
            assert!((-3.0..=3.0).contains(&one.factuality), "factuality has its bounds");
        }
        for figure in &claim.figures {
            in_text(text, &figure.spans);
            figure.of.iter().chain(&figure.event).for_each(|spans| in_text(text, spans));
            assert!(figure.low.is_none_or(f64::is_finite) && figure.high.is_none_or(f64::is_finite));
            if let (Some(low), Some(high)) = (figure.low, figure.high) {
                assert!(low <= high, "bounds are in order");
            }
        }
        let narrator = claim.voice == Voice::Narrator;
        assert_eq!(claim.source_unnamed || narrator, claim.sources.is_empty());
        assert_eq!(narrator, claim.quotation == Quotation::None, "the narrator quotes nobody");
        assert!(!(narrator && claim.source_unnamed) && narrator == claim.check_worthiness.is_some());
        for source in &claim.sources {
            assert!(source.entity.is_none_or(|id| (id.0 as usize) < report.entities.len()));
        }
        // Chains end: no claim is within itself.
        let mut at = index;
        for _ in 0..=report.claims.len() {
            match report.claims[at].within {
                Some(outer) => at = outer.0 as usize,
                None => break,
            }
            assert_ne!(at, index, "a chain comes back to its beginning");
        }
    }
    wire_agrees(text, &wire::Report::new(&report, &document, wire::Options::default()));
}

fn in_text(text: &str, spans: &Spans) {
    for piece in spans.pieces() {
        assert!(!piece.is_empty(), "a part of a claim has characters");
        assert!(text.get(piece.range()).is_some(), "{piece:?} is in bounds and on character boundaries");
    }
}

/// The text of every part is what its code points say.
fn wire_agrees(text: &str, report: &wire::Report) {
    if text.len() > 100_000 {
        return;
    }
    let points: Vec<char> = text.chars().collect();
    let slice = |spans: &[wire::WireSpan]| {
        let pieces: Vec<String> =
            spans.iter().map(|span| points[span.0 as usize..span.1 as usize].iter().collect()).collect();
        pieces.join(" … ")
    };
    for claim in &report.claims {
        assert_eq!(claim.content.text, slice(&claim.content.spans));
        for source in &claim.sources {
            assert_eq!(source.text, slice(&source.spans));
        }
        for figure in &claim.figures {
            assert_eq!(figure.text, slice(&figure.spans));
        }
    }
}
