//! A source that the roles left out: the subject of the cue's verb.

use std::ops::Range;

use crate::analysis::Analysis;
use crate::tagset::Upos;

/// Verbs whose subject belongs to the verb under them: who seems tired says nothing.
const RAISING: &[&str] = &["appear", "look", "seem", "sound"];

/// The subject, with all that depends on it, of an active verb or predicate adjective in `cue` ("not everyone agrees"), or of the verb
/// that it is joined to; none where that overlaps with the cue or a content.
pub(crate) fn of(analysis: &Analysis, cue: &Range<usize>, contents: &[Range<usize>]) -> Option<Range<usize>> {
    let inside = |head: Option<u32>| head.is_some_and(|head| cue.contains(&(head as usize)));
    let mut verb = cue.clone().find(|token| !inside(analysis.tokens[*token].head))?;
    let subject = loop {
        let token = &analysis.tokens[verb];
        let speaks = matches!(token.upos, Upos::Verb | Upos::Adj) && !RAISING.contains(&analysis.lemma(verb));
        if !speaks || analysis.is_passive(verb) {
            return None;
        }
        let mut dependents = analysis.dependents(verb);
        if let Some(subject) = dependents.find(|other| analysis.tokens[*other].relation.as_str() == "nsubj") {
            break subject;
        }
        // Conjuncts hang on the first one, so this ends after one step.
        verb = token.head.filter(|_| token.relation.universal() == "conj")? as usize;
    };
    let mut source = analysis.subtree(subject);
    while source.len() > 1 && analysis.tokens[source.end - 1].upos == Upos::Punct {
        source.end -= 1;
    }
    let apart = |other: &Range<usize>| other.end <= source.start || source.end <= other.start;
    (apart(cue) && contents.iter().all(apart)).then_some(source)
}
