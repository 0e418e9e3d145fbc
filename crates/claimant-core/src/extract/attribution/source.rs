//! The noun phrases of sources, by form: before the cue, after it, and joint ones taken apart.

use std::ops::Range;

use super::view::View;
use super::words;
use crate::lexicon::Form;

/// More words than the longest source with its apposition in news.
const LONGEST: usize = 48;

/// The source that ends before token `end`: "[Lee, a doctor,] said", "since [Kyiv and allies] reported".
///
/// None where what stands there is no noun phrase, or where its start cannot be told.
pub(super) fn before(view: &View<'_, '_>, bounds: &Range<usize>, end: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1).filter(|last| *last >= bounds.start)?;
    if matches!(view.low(last), "," | "–" | "—") {
        return before_apposition(view, bounds, last);
    }
    // "Lee, who said that …": the antecedent speaks.
    if matches!(view.low(last), "who" | "which") {
        let head_end = if last > bounds.start && view.low(last - 1) == "," { last - 1 } else { last };
        return before(view, bounds, head_end);
    }
    let start = left_edge(view, bounds, end)?;
    checked(view, start..end)
}

/// "Lee, a doctor in Paris, said": from the head noun to before the second comma.
fn before_apposition(view: &View<'_, '_>, bounds: &Range<usize>, comma: usize) -> Option<Range<usize>> {
    let from = comma.saturating_sub(30).max(bounds.start);
    let first = (from..comma).rev().find(|at| view.low(*at) == view.low(comma))?;
    let inner = first + 1..comma;
    let start = left_edge(view, bounds, first)?;
    let head = checked(view, start..first)?;
    if apposition(view, inner.clone()) {
        return Some(head.start..comma);
    }
    // "Lee, speaking in Paris, said": what Lee does meanwhile is no part of the name.
    let meanwhile = view.low(inner.start).ends_with("ing")
        && !view.has_verb(inner.clone())
        && view.verb(inner.start).is_none();
    meanwhile.then_some(head)
}

/// Whether the tokens between two commas say who somebody is.
pub(super) fn apposition(view: &View<'_, '_>, range: Range<usize>) -> bool {
    let Some(first) = range.clone().next() else { return false };
    let word = view.low(first);
    let age = range.len() == 1 && word.bytes().all(|b| b.is_ascii_digit());
    let relative = matches!(word, "who" | "which" | "whose");
    age || relative
        || (view.is_word(first)
            && view.time_phrase(first).is_none()
            && !words::preposition(word)
            && !words::subordinator(word)
            && !matches!(
                word,
                "and" | "or" | "but" | "nor" | "adding" | "including" | "citing" | "according"
            )
            && !words::pronoun(word)
            && !word.ends_with("ing")
            && !range
                .clone()
                .any(|at| words::auxiliary(view.low(at)) || view.opens(at) || view.low(at) == ";"))
}

/// Walks left from `end` to where the noun phrase begins.
fn left_edge(view: &View<'_, '_>, bounds: &Range<usize>, end: usize) -> Option<usize> {
    let mut start = end;
    let mut brackets = 0usize;
    while start > bounds.start && end - start < LONGEST {
        let at = start - 1;
        let word = view.low(at);
        match word {
            ")" | "]" => brackets += 1,
            "(" | "[" => {
                // An opening bracket without its close: the phrase stands inside it.
                if brackets == 0 {
                    break;
                }
                brackets -= 1;
            }
            _ if brackets > 0 => {}
            // Another voice's words cannot be part of the name; a scare quote inside it is rare.
            _ if !view.same_voice(at, end - 1) => break,
            "and" | "or" | "nor" if !joins_names(view, at) => break,
            "&" | "/" | "." | "-" if view.is_wordlike(at - usize::from(at > 0)) && at > bounds.start => {}
            "neither" | "both" | "either" => {
                start = at;
                break;
            }
            _ if !view.is_wordlike(at) => break,
            _ if words::auxiliary(word) => break,
            _ if words::subordinator(word) => break,
            // "Lee said he expected": the clause that Lee's verb opens has a subject of its own.
            _ if start < end && says(view, at) => break,
            _ => {}
        }
        start = at;
    }
    // What stands before the subject and is no part of it.
    while start < end {
        if let Some(after) = view.time_phrase(start).filter(|after| *after < end) {
            start = after;
        } else if words::opener(view.low(start)) || matches!(view.low(start), "," | ":") {
            start += 1;
        } else {
            break;
        }
    }
    (start < end).then_some(start)
}

/// Whether a verb that takes a clause stands at `at`, and no noun or participle of the same form.
fn says(view: &View<'_, '_>, at: usize) -> bool {
    let verb = matches!(view.verb(at), Some((verb, Form::Past | Form::Third, _)) if verb.clause);
    verb && !view.is_capitalized(at)
        && at > 0
        && !words::determiner(view.low(at - 1))
        && view.draft.lexicon.noun(view.low(at)).is_none()
}

/// Whether "and" at `at` joins two names or noun phrases: what follows begins like one, and what comes
/// before is no clause.
fn joins_names(view: &View<'_, '_>, at: usize) -> bool {
    let limit = at.saturating_sub(6);
    let from = (limit..at)
        .rev()
        .find(|at| !view.is_wordlike(*at) || words::subordinator(view.low(*at)))
        .map_or(limit, |stop| stop + 1);
    let begins =
        |at: usize| view.is_capitalized(at) || words::determiner(view.low(at)) || view.low(at).ends_with('s');
    let after = view.is_capitalized(at + 1)
        || words::determiner(view.low(at + 1))
        || !words::pronoun(view.low(at + 1));
    at > 0
        && after
        && !view.has_verb(from..at)
        && (begins(at - 1) || view.low(at - 1) == ")" || !view.low(at - 1).ends_with("ly"))
}

/// A noun phrase that can speak, or none.
fn checked(view: &View<'_, '_>, range: Range<usize>) -> Option<Range<usize>> {
    let first = view.low(range.start);
    let pronoun = range.len() == 1 && words::pronoun(first);
    let closed = words::preposition(first) || words::subordinator(first) || first == "to" || first == "there";
    let named = range.clone().any(|at| {
        let word = view.low(at);
        let plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
        view.is_capitalized(at)
            || words::determiner(word)
            || words::pronoun(word)
            || plural
            || matches!(word, "police" | "people" | "staff" | "witness" | "who" | "media")
            || view.low(at).starts_with('@')
    });
    let moving = view.low(range.end - 1).ends_with("ly") || words::preposition(view.low(range.end - 1));
    (pronoun || (!closed && named && !moving && range.len() < LONGEST)).then_some(range)
}

/// The source that begins at `start`: "said [Lee, spokesman for the army], on Monday".
pub(super) fn after(view: &View<'_, '_>, bounds: &Range<usize>, start: usize) -> Option<Range<usize>> {
    if !view.is_wordlike(start) || start >= bounds.end {
        return None;
    }
    if words::pronoun(view.low(start))
        && !matches!(view.low(start), "one" | "some" | "many" | "most" | "both")
    {
        return Some(start..start + 1);
    }
    let mut end = start;
    let mut brackets = 0usize;
    while end < bounds.end && end - start < LONGEST {
        let word = view.low(end);
        match word {
            "(" | "[" => brackets += 1,
            ")" | "]" if brackets > 0 => brackets -= 1,
            _ if brackets > 0 => {}
            "&" | "/" | "-" => {}
            "." | "," if initial(view, end) => {}
            _ if !view.same_voice(end, start) || !view.is_wordlike(end) => break,
            _ if words::auxiliary(word) || words::subordinator(word) => break,
            _ if end > start && view.time_phrase(end).is_some() => break,
            "in" if view.is_capitalized(end + 1) => {}
            _ if words::preposition(word) && !words::inner_preposition(word) => break,
            "and" | "or" if words::pronoun(view.low(end + 1)) || view.verb(end + 1).is_some() => break,
            _ if end > start && word.ends_with("ing") && !view.is_capitalized(end) => break,
            // "said Lee, ordering …" and "said Lee added …": another verb ends the name.
            _ if end > start
                && !view.is_capitalized(end)
                && view.verb(end).is_some_and(|(verb, _, _)| verb.clause)
                && !words::determiner(view.low(end - 1)) =>
            {
                break;
            }
            _ => {}
        }
        end += 1;
    }
    let head = checked(view, start..end).filter(|head| !head.is_empty())?;
    // ", spokesman for the army," after the name.
    if view.low(head.end) == "," && head.end + 1 < bounds.end {
        let from = head.end + 1;
        let to = (from..bounds.end.min(from + 30))
            .find(|at| matches!(view.low(*at), "," | "." | ";" | ":" | "–" | "—") && !initial(view, *at))
            .unwrap_or(bounds.end.min(from + 30));
        let relative = matches!(view.low(from), "who" | "which" | "whose");
        let dated = (from..to).find(|at| *at > from && view.time_phrase(*at).is_some());
        let stop = dated.filter(|_| !relative).unwrap_or(to);
        if stop > from && apposition(view, from..stop) && (relative || !view.has_verb(from..stop)) {
            return Some(head.start..stop);
        }
    }
    Some(head)
}

/// The full stop of an initial or an abbreviated title: "J. Roe", "Gen. Lee".
fn initial(view: &View<'_, '_>, at: usize) -> bool {
    view.low(at) == "."
        && at > 0
        && at + 1 < view.len()
        && view.is_capitalized(at - 1)
        && view.is_capitalized(at + 1)
        && view.low(at - 1).chars().count() <= 4
}

/// One range for each of those who speak jointly: "Kyiv and Western governments", "neither A nor B".
pub(super) fn split(view: &View<'_, '_>, source: Range<usize>) -> Vec<Range<usize>> {
    let mut first = source.start;
    let paired = matches!(view.low(first), "neither" | "both" | "either");
    if paired && source.len() > 1 {
        first += 1;
    }
    let mut parts = Vec::new();
    for at in first + 1..source.end {
        if matches!(view.low(at), "and" | "nor" | "or")
            && at + 1 < source.end
            && separates(view, first..at, at + 1..source.end, paired)
        {
            parts.push(first..at);
            first = at + 1;
        }
    }
    // "Both ministers" are one.
    if parts.is_empty() {
        first = source.start;
    }
    parts.push(first..source.end);
    parts
}

/// Whether the words on both sides of "and" are sources of their own rather than one name
/// ("the Food and Drug Administration") or one office ("spokesman for the army and navy").
fn separates(view: &View<'_, '_>, left: Range<usize>, right: Range<usize>, paired: bool) -> bool {
    let determined = |range: &Range<usize>| words::determiner(view.low(range.start));
    let office = left.clone().any(|at| words::preposition(view.low(at)) || view.low(at) == ",");
    let one_name = determined(&left) && view.is_capitalized(left.end - 1) && !determined(&right);
    paired || determined(&right) || (view.is_capitalized(right.start) && !office && !one_name)
}
