//! What a text says in another's voice, or may do: attributed claims, learned roles, quotations.

use crate::Span;
use crate::draft::Draft;

/// The parts of a text that somebody else speaks for.
pub(super) struct Spoken {
    /// Contents and sources, cues apart; disjoint, in order.
    parts: Vec<Span>,
    /// Words that attribute, in order.
    cues: Vec<Span>,
    /// Quotations, whoever speaks in them; disjoint, in order.
    quotes: Vec<Span>,
}

impl Spoken {
    pub(super) fn of(draft: &Draft<'_>) -> Spoken {
        let analysis = &draft.analysis;
        let (mut parts, mut cues) = (Vec::new(), Vec::new());
        for claim in &draft.claims {
            parts.extend_from_slice(claim.content.pieces());
            parts.extend(claim.sources.iter().flat_map(|source| source.spans.pieces()).copied());
            cues.extend(claim.cue.iter().map(|cue| cue.spans.hull()));
        }
        // Roles of which no claim was made, or none was asked for, tell all the same that the text is not speaking.
        for roles in &analysis.attributions {
            parts.extend(roles.content.iter().chain(&roles.source).map(|tokens| analysis.span(tokens)));
            cues.push(analysis.span(&roles.cue));
        }
        cues.sort_unstable();
        cues.dedup();
        let quotes = draft.quotes.iter().flat_map(|quote| quote.spans.pieces()).copied().collect();
        Spoken { parts: union(parts), cues, quotes: union(quotes) }
    }

    /// Whether byte `at` belongs to a source or to what it says, or attributes.
    pub(super) fn has(&self, at: usize) -> bool {
        let next = self.parts.partition_point(|part| part.end() <= at);
        self.parts.get(next).is_some_and(|part| part.has(at)) || self.is_cue(at)
    }

    fn is_cue(&self, at: usize) -> bool {
        // Cues of the same words begin at the same byte; others do not overlap but for a few words.
        let after = self.cues.partition_point(|cue| cue.start() <= at);
        self.cues[after.saturating_sub(4)..after].iter().any(|cue| cue.has(at))
    }

    /// The words that attribute inside `span`.
    pub(super) fn cues_in(&self, span: Span) -> impl Iterator<Item = Span> + '_ {
        let first = self.cues.partition_point(|cue| cue.start() < span.start());
        self.cues[first..].iter().copied().take_while(move |cue| cue.start() < span.end())
    }

    /// Whether byte `at` stands in quotation marks.
    pub(super) fn is_quoted(&self, at: usize) -> bool {
        let next = self.quotes.partition_point(|quote| quote.end() <= at);
        self.quotes.get(next).is_some_and(|quote| quote.has(at))
    }
}

/// The same bytes in disjoint spans, in order.
fn union(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut().filter(|last| span.start() <= last.end()) {
            Some(last) => *last = last.to(span),
            None => joined.push(span),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_union_is_disjoint() {
        let span = Span::new;
        let joined = union(vec![span(5, 9), span(0, 3), span(2, 4), span(6, 7), span(12, 13)]);
        assert_eq!(joined, [span(0, 4), span(5, 9), span(12, 13)]);
    }
}
