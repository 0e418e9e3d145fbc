//! The noun phrase that is counted: "3,000 [North Korean soldiers] have …".
//!
//! Cut by form: it runs up to a closed list of function words and common verbs, and ends at its plural.

use std::ops::Range;

use super::event;
use super::lists::{PLURALS, SINGULARS, STOPS, TIME_UNITS};
use super::words::Words;
use crate::token::TokenKind;

/// How a noun phrase was read.
#[derive(Default, Debug)]
pub(super) struct Counted {
    pub of: Option<Range<usize>>,
    /// Participles before the noun: "12 [wounded] soldiers".
    pub event: Option<Range<usize>>,
    /// The index after all of it.
    pub end: usize,
    /// Whether a plural ends it, which years and labels do not have after them.
    pub plural: bool,
}

pub(super) fn is_stop(word: &str) -> bool {
    STOPS.has(word)
}

pub(super) fn is_plural(words: &Words<'_>, at: usize) -> bool {
    let word = words.low(at);
    let last = word.rsplit(['-', '‑']).next().unwrap_or(word);
    words.is_word(at)
        && (PLURALS.has(last)
            || (last.len() > 3
                && last.ends_with('s')
                && !last.ends_with("ss")
                && !last.ends_with("us")
                && !last.ends_with("is")
                && !last.ends_with("'s")
                && !SINGULARS.has(last)))
}

/// Whether a length of time stands at `at`: "12 [years]", "three [working days]".
pub(super) fn is_duration(words: &Words<'_>, at: usize) -> bool {
    let hyphen = usize::from(words.low(at) == "-" && words.glued(at) && words.glued(at + 1));
    for at in at + hyphen..at + hyphen + 3 {
        let word = words.low(at);
        let first = word.split(['-', '‑']).next().unwrap_or(word);
        if TIME_UNITS.has(first) {
            return true;
        }
        if !matches!(
            word,
            "more"
                | "full"
                | "long"
                | "short"
                | "business"
                | "calendar"
                | "consecutive"
                | "straight"
                | "working"
                | "successive"
                | "additional"
                | "further"
                | "light"
                | "of"
                | "bloody"
                | "whole"
                | "fiscal"
                | "school"
        ) {
            return false;
        }
    }
    false
}

/// The noun phrase at `at`, after a number of value `one` or more. `partitive`: "of" belongs to the number
/// ("dozens of", "12 per cent of").
pub(super) fn read(words: &Words<'_>, at: usize, one: bool, partitive: bool) -> Counted {
    let mut from = at;
    let mut of = false;
    if words.low(at) == "of" {
        let determined = matches!(
            words.low(at + 1),
            "the"
                | "these"
                | "those"
                | "its"
                | "their"
                | "his"
                | "her"
                | "our"
                | "my"
                | "your"
                | "them"
                | "us"
                | "whom"
        );
        // "two of Johnson's deputies".
        let owned = (at + 2..at + 5).find(|place| matches!(words.low(*place), "'s" | "’s" | "'" | "’"));
        let owned = owned.filter(|place| (at + 1..*place).all(|word| words.is_capital(word)));
        if let Some(owner) = owned {
            let counted = read(words, owner + 1, false, false);
            return Counted { plural: counted.plural, ..counted };
        }
        if !partitive && !determined {
            return Counted { end: at, ..Counted::default() };
        }
        of = true;
        from += 1;
        for _ in 0..3 {
            if matches!(
                words.low(from),
                "the"
                    | "these"
                    | "those"
                    | "its"
                    | "their"
                    | "his"
                    | "her"
                    | "our"
                    | "my"
                    | "your"
                    | "all"
                    | "a"
                    | "an"
                    | "this"
                    | "that"
                    | "other"
            ) {
                from += 1;
            }
        }
    }
    for _ in 0..2 {
        if matches!(words.low(from), "more" | "other" | "additional" | "further" | "extra" | "fewer" | "less")
            && words.low(from + 1) != "than"
        {
            from += 1;
        }
    }
    // An opening mark: 12 “volunteers”; a closing one: “at least 12” volunteers.
    if words.is_quote(from) && words.is_word(from + 1) && words.glued(from) != words.glued(from + 1) {
        from += 1;
    }
    let mut counted = Counted { end: from, ..Counted::default() };
    if let Some(befell) = event::at(words, from) {
        // "12 wounded soldiers", but "12 killed" and "12 killed in Kursk".
        let noun = run(words, befell.end);
        if !noun.is_empty() && (one || plural_in(words, noun.clone()).is_some()) {
            counted.event = Some(befell.clone());
            from = befell.end;
        } else {
            return counted;
        }
    }
    let run = run(words, from);
    if run.is_empty() {
        return counted;
    }
    let end = match plural_in(words, run.clone()) {
        Some(head) if !one || of => {
            counted.plural = true;
            joined(words, head + 1)
        }
        _ => {
            // "one of the most gifted and unpredictable attackers".
            let end = if (one && !of) || !words.is_word(run.end) {
                singular(words, run.clone())
            } else {
                coordinated(words, run.clone(), &mut counted.plural)
            };
            if end == from {
                return counted;
            }
            end
        }
    };
    counted.of = Some(from..end);
    counted.end = end;
    counted
}

/// The words from `from` on that a noun phrase can be made of.
fn run(words: &Words<'_>, from: usize) -> Range<usize> {
    let mut to = from;
    // "US" is no "us".
    let stops = |at: usize| is_stop(words.low(at)) && words.raw(at) != "US";
    while to < from + 8 && words.is_word(to) && !stops(to) && !words.is_time(to) {
        let word = words.low(to);
        if super::vague::is_vague(word) || super::fractions::is_part(word) {
            break;
        }
        if event::at(words, to).is_some() || super::spelled::small(words.low(to)).is_some() {
            break;
        }
        if matches!(words.low(to), "'s" | "’s") && to == from {
            break;
        }
        to += 1;
    }
    // "Ukraine's" at the end of it belongs to what did not fit.
    from..to
}

/// The head of the run: its first plural, or a later one that the first one only describes.
fn plural_in(words: &Words<'_>, run: Range<usize>) -> Option<usize> {
    let mut head = run.clone().find(|at| is_plural(words, *at))?;
    loop {
        let next = head + 1;
        if next < run.end && is_plural(words, next) {
            // "police officers", "Hamas fighters".
            head = next;
        } else if words.is_capital(head)
            && let Some(later) = (next..run.end.min(next + 4))
                .take_while(|at| words.is_capital(*at) || !has_verb_ending(words.low(*at)))
                .find(|at| is_plural(words, *at))
        {
            // "United States Navy sailors".
            head = later;
        } else {
            return Some(head);
        }
    }
}

fn has_verb_ending(word: &str) -> bool {
    word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing") || word.ends_with("ly"))
}

/// The end of a phrase without a plural: before the first word with a verb's or an adverb's ending.
fn singular(words: &Words<'_>, run: Range<usize>) -> usize {
    let verb = run.clone().find(|at| has_verb_ending(words.low(*at)) && !words.is_capital(*at));
    match verb {
        // "12 survived".
        Some(at) if at == run.start && run.len() == 1 => run.start,
        Some(at) if at > run.start => at,
        _ => run.end.min(run.start + 5),
    }
}

/// "12 Russian and Ukrainian soldiers": the plural is behind the "and".
fn coordinated(words: &Words<'_>, run: Range<usize>, plural: &mut bool) -> usize {
    if matches!(words.low(run.end), "and" | "or") {
        let second = self::run(words, run.end + 1);
        let close = second.start..second.end.min(second.start + 3);
        if run.len() <= 2
            && let Some(head) = plural_in(words, close)
            && words.is_capital(run.end - 1) == words.is_capital(second.start)
        {
            *plural = true;
            return head + 1;
        }
    }
    singular(words, run)
}

/// A second head that is counted with the first: "300 [civilians and soldiers] were killed".
fn joined(words: &Words<'_>, end: usize) -> usize {
    if !matches!(words.low(end), "and" | "or") {
        return end;
    }
    let second = run(words, end + 1);
    let second = second.start..second.end.min(second.start + 3);
    let Some(head) = plural_in(words, second) else { return end };
    // "12 soldiers and officials said" has another subject.
    let next = words.low(head + 1);
    let goes_on = words.get(head + 1).is_none_or(|word| word.kind == TokenKind::Mark)
        || words.is_quote(head + 1)
        || event::at(words, head + 1).is_some()
        || matches!(
            next,
            "were"
                | "was"
                | "are"
                | "have"
                | "had"
                | "has"
                | "in"
                | "at"
                | "on"
                | "from"
                | "near"
                | "by"
                | "since"
                | "during"
                | "after"
                | "across"
                | "who"
                | "to"
                | "for"
                | "of"
                | "with"
        );
    if goes_on { head + 1 } else { end }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use crate::token::tokenize;

    fn check(text: &str, expected: &str) {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        let words = Words::new(text, &tokens, false, |_| false);
        let found = read(&words, 0, false, true).of.map(|of| words.phrase(of)).unwrap_or_default();
        assert_eq!(found, expected.to_lowercase(), "{text}");
    }

    #[test]
    fn phrases_end_at_their_head() {
        check("North Korean soldiers have been", "North Korean soldiers");
        check("North Korean dead or injured", "North Korean");
        check("of North Korean troops to Russia", "North Korean troops");
        check("of the soldiers", "soldiers");
        check("of them", "");
        check("people were hurt", "people");
        check("police officers said", "police officers");
        check("United States Navy sailors", "United States Navy sailors");
        check("men and women were there", "men and women");
        check("soldiers and officials said", "soldiers");
        check("Russian and Ukrainian soldiers", "Russian and Ukrainian soldiers");
        check("wounded soldiers", "soldiers");
        check("killed in Kursk", "");
        check("survived", "");
        check("more people", "people");
        check("“volunteers”", "volunteers");
        check("Palestinians Monday", "Palestinians");
        check("", "");
    }
}
