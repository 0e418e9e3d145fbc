//! What a cue does: its attributing word, looked up in the lexicon, with negation and what governs it.

use std::ops::Range;

use super::super::stance;
use crate::draft::Draft;
use crate::{Act, Span};

/// A cue as the lexicon reads it.
pub(super) struct Reading {
    /// The token that attributes.
    pub head: usize,
    pub lemma: String,
    pub act: Act,
    /// The cue is negated and the act stays: the content is negated instead.
    pub raised: bool,
    /// A passive or an adverb: nobody need stand behind it.
    pub hedged: bool,
    pub because: String,
}

pub(super) fn of(draft: &Draft<'_>, cue: Range<usize>, sources: &[Span]) -> Reading {
    let analysis = &draft.analysis;
    let low: Vec<String> =
        cue.clone().map(|at| analysis.tokens[at].span.of(draft.text).to_lowercase()).collect();
    let word = |at: usize| low.get(at).map(String::as_str);
    let known = known(draft, &low, &cue);
    let found = known.is_some();
    let (at, lemma, act) = known.unwrap_or_else(|| {
        let top = top(draft, &cue);
        (top - cue.start, analysis.lemma(top).to_owned(), Act::Assert)
    });
    let head = cue.start + at;
    let governed =
        low[..at].iter().any(|word| matches!(word.as_str(), "unable" | "failed" | "fails" | "yet"));
    let refused = low[..at].iter().any(|word| {
        matches!(word.as_str(), "declined" | "declines" | "declining" | "refused" | "refuses" | "refusing")
    });
    let not = |at: usize| {
        matches!(analysis.lemma(at), "not" | "never")
            || matches!(analysis.tokens[at].span.of(draft.text), "n't" | "n’t")
    };
    let nobody = sources.iter().any(|source| {
        let text = source.of(draft.text).to_lowercase();
        // "Neither" stands outside of the source; "either" denies nothing.
        let before = draft.text[..source.start()].trim_end().rsplit(char::is_whitespace).next();
        matches!(text.split(' ').next(), Some("no" | "none" | "nobody" | "neither"))
            || before.is_some_and(|word| word.eq_ignore_ascii_case("neither"))
    });
    let negated = nobody || (cue.start..head).any(not) || analysis.dependents(head).any(not);
    let (acted, raised) = if refused && act != Act::Decline {
        (Act::Decline, false)
    } else if governed {
        (Act::NotConfirm, false)
    } else if negated {
        (stance::negated(act), stance::raises_negation(act))
    } else {
        (act, false)
    };
    // "It was alleged that" states what somebody alleges; "the man is believed to be" makes it the narrator's guess.
    let impersonal = analysis.dependents(head).any(|at| at < head && analysis.lemma(at) == "it");
    let adverb = word(at).is_some_and(|word| draft.lexicon.adverb(word).is_some());
    let because = if found {
        let negated = if negated || governed || refused { ", negated" } else { "" };
        format!("cue “{}” is “{lemma}”: {act}{negated}", low.join(" "))
    } else {
        format!("cue “{}” is not in the lexicon", low.join(" "))
    };
    Reading {
        head,
        lemma,
        act: acted,
        raised,
        hedged: adverb || (analysis.is_passive(head) && !impersonal),
        because,
    }
}

/// The cue, or where the lexicon knows none of its words the verb that it depends on, with its auxiliaries: "it" of "it was alleged".
pub(super) fn widened(draft: &Draft<'_>, cue: Range<usize>, outside: impl Fn(usize) -> bool) -> Range<usize> {
    let analysis = &draft.analysis;
    let low: Vec<String> =
        cue.clone().map(|at| analysis.tokens[at].span.of(draft.text).to_lowercase()).collect();
    if known(draft, &low, &cue).is_some() {
        return cue;
    }
    let Some(verb) = analysis.tokens[top(draft, &cue)].head.map(|head| head as usize) else { return cue };
    let near = verb >= cue.end && verb - cue.end < 4;
    let word = analysis.tokens[verb].span.of(draft.text).to_lowercase();
    if !near || !(cue.end..=verb).all(outside) || draft.lexicon.verb(&word, None).is_none() {
        return cue;
    }
    let first = analysis
        .dependents(verb)
        .find(|at| (cue.end..verb).contains(at) && analysis.tokens[*at].relation.universal() == "aux");
    first.unwrap_or(verb)..verb + 1
}

/// The first word of the cue that the lexicon knows, verbs before nouns before the rest.
fn known(draft: &Draft<'_>, low: &[String], cue: &Range<usize>) -> Option<(usize, String, Act)> {
    let lexicon = draft.lexicon;
    let next = |at: usize| match low.get(at + 1) {
        Some(word) => Some(word.clone()),
        None => draft
            .analysis
            .tokens
            .get(cue.start + at + 1)
            .map(|token| token.span.of(draft.text).to_lowercase()),
    };
    for at in 0..low.len() {
        let words = low[at..].iter().map(String::as_str);
        if let Some((length, act)) = lexicon.preposition(&words) {
            return Some((at, low[at..at + length].join(" "), act));
        }
    }
    for (at, word) in low.iter().enumerate() {
        if let Some((verb, _, _)) = lexicon.verb(word, next(at).as_deref()) {
            return Some((at, verb.lemma.clone(), verb.act));
        }
    }
    for (at, word) in low.iter().enumerate() {
        if let Some((lemma, act)) = lexicon.noun(word) {
            return Some((at, lemma.to_owned(), act));
        }
        if let Some(act) = lexicon.adverb(word) {
            return Some((at, word.clone(), act));
        }
    }
    let lemmas = cue.clone().map(|token| draft.analysis.lemma(token));
    lemmas.enumerate().find_map(|(at, lemma)| Some((at, lemma.to_owned(), lexicon.act(lemma)?)))
}

/// The cue's token on which its others depend, verbs first.
fn top(draft: &Draft<'_>, cue: &Range<usize>) -> usize {
    let analysis = &draft.analysis;
    let free = |at: &usize| analysis.tokens[*at].head.is_none_or(|head| !cue.contains(&(head as usize)));
    cue.clone()
        .find(|at| free(at) && analysis.tokens[*at].upos.as_str() == "VERB")
        .or_else(|| cue.clone().find(free))
        .unwrap_or(cue.start)
}
