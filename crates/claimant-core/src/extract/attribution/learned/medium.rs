//! What something was said in: "in a statement", "on Friday in an interview".

use super::super::words;
use crate::draft::Draft;
use crate::{Span, Spans};

/// The medium that depends on the cue's head, outside the content.
pub(super) fn of(draft: &Draft<'_>, head: usize, content: &Spans) -> Option<Span> {
    let analysis = &draft.analysis;
    let low = |at: usize| analysis.tokens[at].span.of(draft.text).to_lowercase();
    analysis
        .dependents(head)
        .filter(|at| analysis.tokens[*at].relation.universal() == "obl" && words::medium(&low(*at)))
        .find(|at| {
            analysis.dependents(*at).any(|case| {
                analysis.tokens[case].relation == "case"
                    && matches!(low(case).as_str(), "in" | "on" | "at" | "via" | "through" | "during")
            })
        })
        .map(|noun| {
            let first = analysis
                .dependents(noun)
                .filter(|at| {
                    *at < noun
                        && matches!(
                            analysis.tokens[*at].relation.universal(),
                            "det" | "amod" | "compound" | "nmod" | "nummod"
                        )
                })
                .min()
                .unwrap_or(noun);
            analysis.span(&(first..noun + 1))
        })
        .filter(|span| !content.overlaps(*span))
}
