//! "[Nine people were killed when the walls of a pit gave way], [the rescue agency in the province] said on Monday.": the clause that closes a
//! sentence and gives the rest of it to somebody, by the parse.

use std::ops::Range;

use super::found::Found;
use super::learned;
use crate::draft::Draft;
use crate::lexicon::Form;
use crate::sentence::Sentence;
use crate::{RegionKind, Span};

/// Words of a source that the parser hangs elsewhere, between its comma and the verb.
const LONGEST: usize = 16;

/// What the last clause of a sentence gives to its subject: a verb that takes a clause, beside the clause that it gives, with nothing after it
/// but whom it tells, when and where. None for quotations, whose limits their marks tell.
pub(super) fn of(draft: &Draft<'_>, sentence: &Sentence) -> Option<Found> {
    if !matches!(draft.regions[sentence.region].kind, RegionKind::Headline | RegionKind::Body) {
        return None;
    }
    let analysis = &draft.analysis;
    let tokens = analysis.tokens_in(sentence.span);
    let word = |at: usize| analysis.tokens[at].span.of(draft.text);
    let finite = |at: usize| matches!(analysis.tokens[at].xpos.as_str(), "VBD" | "VBZ" | "VBP");
    // Where it finds no subject, the parser joins the verb to the clause before without an "and".
    let joined =
        |at: usize| analysis.dependents(at).any(|other| analysis.tokens[other].relation.universal() == "cc");
    let aside = |at: usize| match analysis.tokens[at].relation.universal() {
        "parataxis" => true,
        "conj" => !joined(at),
        _ => false,
    };
    let cue = tokens.clone().rev().find(|at| finite(*at) && aside(*at))?;
    let (verb, form, particle) = draft.lexicon.verb(&word(cue).to_lowercase(), None)?;
    if !verb.clause || particle || !matches!(form, Form::Past | Form::Third | Form::Base) {
        return None;
    }
    let last = tokens.clone().rev().find(|at| word(*at).chars().any(char::is_alphanumeric))?;
    let subject = analysis.dependents(cue).find(|at| analysis.tokens[*at].relation.universal() == "nsubj");
    let source = match subject {
        Some(subject) => analysis.subtree(subject),
        None => tokens.start.max(cue.saturating_sub(LONGEST))..cue,
    };
    let comma = (source.start.max(tokens.start)..cue.min(source.end))
        .rev()
        .find(|at| subject.is_none() && word(*at) == ",");
    let source = comma.map_or(source.clone(), |comma| comma + 1..source.end);
    let first = source.start.min(cue);
    let before = first.checked_sub(1).filter(|at| tokens.contains(at) && word(*at) == ",")?;
    let content = tokens.start..before;
    let tells = analysis.dependents(cue).filter(|at| *at > cue && !source.contains(at)).all(|at| {
        matches!(analysis.tokens[at].relation.universal(), "obj" | "iobj" | "obl" | "advmod" | "punct")
            && !analysis.subtree(at).any(finite)
    });
    // What it gives is the clause that it stands beside.
    let beside = analysis.tokens[cue].head.is_some_and(|head| content.contains(&(head as usize)));
    let ends = analysis.subtree(cue).end > last || source.end > last;
    if !(tells && beside && ends)
        || !is_noun_phrase(draft, source.clone(), subject.is_some())
        || is_quoted(draft, sentence.span)
    {
        return None;
    }
    let content = clause(draft, content)?;
    Some(Found {
        sources: learned::source::of(draft, source),
        shares_source: false,
        cue: analysis.tokens[cue].span,
        lemma: verb.lemma.clone(),
        act: verb.act,
        raised: false,
        certainty: None,
        content: vec![content],
        medium: None,
        truncated: false,
        because: format!("reporting verb “{}” of the clause that closes the sentence", word(cue)),
    })
    .filter(|found| !found.sources.is_empty())
}

/// The clause without a conjunction at its head; none where it has no finite verb of its own.
fn clause(draft: &Draft<'_>, tokens: Range<usize>) -> Option<Span> {
    let analysis = &draft.analysis;
    let start = tokens.clone().find(|at| !matches!(analysis.tokens[*at].upos.as_str(), "CCONJ" | "PUNCT"))?;
    let finite = |at: usize| matches!(analysis.tokens[at].xpos.as_str(), "VBD" | "VBZ" | "VBP" | "MD");
    let tokens = start..tokens.end;
    (tokens.len() > 2 && tokens.clone().any(finite)).then(|| analysis.span(&tokens))
}

fn is_noun_phrase(draft: &Draft<'_>, tokens: Range<usize>, parsed: bool) -> bool {
    let analysis = &draft.analysis;
    let upos = |at: usize| analysis.tokens[at].upos.as_str();
    let begins = tokens
        .clone()
        .next()
        .is_some_and(|at| matches!(upos(at), "DET" | "PROPN" | "NOUN" | "PRON" | "ADJ" | "NUM"));
    let plain = parsed || tokens.clone().all(|at| !matches!(upos(at), "VERB" | "AUX" | "SCONJ" | "PUNCT"));
    let noun = tokens.clone().any(|at| matches!(upos(at), "NOUN" | "PROPN" | "PRON"));
    begins && plain && noun
}

fn is_quoted(draft: &Draft<'_>, span: Span) -> bool {
    let at = draft.quotes.partition_point(|quote| quote.spans.start() < span.start());
    draft.quotes.get(at).is_some_and(|quote| quote.spans.start() < span.end())
        || draft.quotes[at.saturating_sub(DEEPEST)..at].iter().any(|quote| quote.spans.end() > span.start())
}

/// Quotations that may be open at one place.
const DEEPEST: usize = 8;

#[cfg(test)]
mod tests {
    use crate::extract::attribution::tests::check;

    #[test]
    fn the_clause_that_closes_a_sentence() {
        check(
            "Six workers died and four were stuck below when the roof of a tunnel came down on the new line, the search and rescue agency in Lunda province said on Friday.",
            &[
                "the search and rescue agency in Lunda province | Six workers died and four were stuck below when the roof of a tunnel came down on the new line",
            ],
        );
        check("The walls gave way, and the roof fell on Monday.", &[]);
    }
}
