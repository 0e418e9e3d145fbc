//! What a cue does: its attributing word, looked up in the lexicon, with negation and what governs it.

use std::ops::Range;

use super::super::{stance, words};
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
    let governed = low[..at].iter().any(|word| words::falls_short(word));
    // "Fell short of saying", "stopped short of blaming".
    let short = |at: usize| low[at] == "short" && word(at + 1) == Some("of");
    let refused = low[..at].iter().any(|word| is_refusal(draft, word)) || (0..at).any(short);
    let not = |at: usize| {
        matches!(analysis.lemma(at), "not" | "never" | "neither")
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
        (stance::refused(act), false)
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
            // "Refused to confirm": what is refused tells the act.
            if let Some(at) =
                low.get(at + 1..).and_then(|after| refused_to(draft, after)).map(|to| at + 1 + to)
                && verb.act == Act::Decline
                && let Some((verb, _, _)) = lexicon.verb(&low[at], next(at).as_deref())
            {
                return Some((at, verb.lemma.clone(), verb.act));
            }
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

fn is_refusal(draft: &Draft<'_>, word: &str) -> bool {
    draft.lexicon.verb(word, None).is_some_and(|(verb, _, _)| verb.act == Act::Decline)
}

/// Where in `after`, what follows a verb of refusing, the verb stands that leaves its content open: "confirm" of "to confirm or deny".
fn refused_to(draft: &Draft<'_>, after: &[String]) -> Option<usize> {
    let [to, verb, ..] = after else { return None };
    let verb = draft.lexicon.verb(verb, None).filter(|_| to == "to")?.0;
    (stance::refused(verb.act) == Act::NotConfirm).then_some(1)
}

/// "Refused | to confirm that a deal was near", "neither confirmed | nor denied the sale": the cue with the verbs that leave the content open,
/// and what is left of the content.
pub(super) fn refusal(
    draft: &Draft<'_>,
    cue: Range<usize>,
    content: &[Range<usize>],
) -> (Range<usize>, Vec<Range<usize>>) {
    let unchanged = || (cue.clone(), content.to_vec());
    let low = |at: usize| draft.analysis.tokens[at].span.of(draft.text).to_lowercase();
    let Some(first) = content.first().filter(|first| first.start == cue.end && !cue.is_empty()) else {
        return unchanged();
    };
    let opens = |at: usize| {
        let verb = draft.lexicon.verb(&low(at), None);
        verb.is_some_and(|(verb, _, _)| stance::refused(verb.act) == Act::NotConfirm)
    };
    let mut end = first.start;
    if end + 1 < first.end && low(end) == "to" && is_refusal(draft, &low(end - 1)) && opens(end + 1) {
        end += 2;
    }
    if end + 1 < first.end && matches!(low(end).as_str(), "or" | "nor") && opens(end - 1) && opens(end + 1) {
        end += 2;
    }
    let mut rest = content.to_vec();
    rest[0].start = end;
    rest.retain(|tokens| !tokens.is_empty());
    if rest.is_empty() { unchanged() } else { (cue.start..end, rest) }
}

/// What is left of a content that runs out of the relative clause of its cue: "the minister who said [the dam was safe] has resigned".
pub(super) fn within_clause(draft: &Draft<'_>, head: usize, content: &[Range<usize>]) -> Vec<Range<usize>> {
    let analysis = &draft.analysis;
    let clause = &analysis.tokens[head];
    let noun = clause.head.filter(|_| clause.relation == "acl:relcl").map(|noun| noun as usize);
    let main = noun.and_then(|noun| analysis.tokens[noun].head).map(|main| main as usize);
    let Some(main) = main.filter(|main| *main > head && content.iter().any(|tokens| tokens.contains(main)))
    else {
        return content.to_vec();
    };
    let end = analysis.subtree(head).end.min(main);
    let cut = content.iter().map(|tokens| tokens.start..tokens.end.min(end));
    cut.filter(|tokens| !tokens.is_empty()).collect()
}

/// A content that the roles break off at another attribution's cue, with the rest of its clause: "[19 people are known to have died], the
/// agency said". Roles lie side by side where claims lie in each other.
pub(super) fn whole_clause(draft: &Draft<'_>, head: usize, content: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let analysis = &draft.analysis;
    let Some((tokens, before)) = content.split_last() else { return content };
    let clause = analysis
        .dependents(head)
        .filter(|at| {
            let token = &analysis.tokens[*at];
            let gerund = token.relation.universal() == "xcomp" && token.xpos == "VBG";
            gerund || token.relation.universal() == "ccomp"
        })
        .map(|at| analysis.subtree(at))
        .find(|clause| clause.start <= tokens.start && tokens.end < clause.end && !clause.contains(&head));
    let Some(clause) = clause else { return content };
    if let Some(end) = continued(draft, tokens.end..clause.end, clause.start) {
        return before.iter().cloned().chain(std::iter::once(tokens.start..end)).collect();
    }
    if clause.start != tokens.start || !before.is_empty() {
        return content;
    }
    let first = draft.analysis.attributions.partition_point(|one| one.cue.start < tokens.end);
    let broken = analysis.attributions[first..].first().is_some_and(|inner| inner.cue.end <= clause.end);
    if broken { vec![clause] } else { content }
}

/// Where what nobody's roles have of the rest of a content's clause, which begins at `start`, ends: "[a plane crashed], killing five, the army
/// said", "denied [shooting] down the plane". None where there is nothing of the kind.
fn continued(draft: &Draft<'_>, rest: Range<usize>, start: usize) -> Option<usize> {
    let analysis = &draft.analysis;
    if is_taken(draft, &rest, start) {
        return None;
    }
    // "The clock was faulty, which the organisers denied": what a relative clause adds may be another's.
    let relative = |at: &usize| matches!(analysis.tokens[*at].xpos.as_str(), "WDT" | "WP" | "WRB");
    let end = match (rest.start.saturating_sub(1)..rest.end).find(relative) {
        Some(adds) => (rest.start..adds).rev().find(|at| analysis.tokens[*at].span.of(draft.text) == ",")?,
        None => rest.end,
    };
    (end > rest.start).then_some(end)
}

/// Whether an attribution near `start` has a part of `tokens` for a role of its own.
fn is_taken(draft: &Draft<'_>, tokens: &Range<usize>, start: usize) -> bool {
    let attributions = &draft.analysis.attributions;
    let meets = |role: &Range<usize>| role.start < tokens.end && tokens.start < role.end;
    let near = attributions.partition_point(|one| one.cue.start < start).saturating_sub(1);
    attributions[near..]
        .iter()
        .take(AROUND)
        .any(|one| meets(&one.cue) || one.source.as_ref().is_some_and(meets) || one.content.iter().any(meets))
}

/// Attributions around a clause that may have a part of it.
const AROUND: usize = 4;

/// A content that the roles give from after the cue only, though it goes on what stands before: "[Militants blew up a pipeline], the army said,
/// [shutting off exports]".
pub(super) fn both_sides(draft: &Draft<'_>, head: usize, content: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let analysis = &draft.analysis;
    let [after] = content.as_slice() else { return content };
    let comma = after.start.checked_sub(1).map(|at| analysis.tokens[at].span.of(draft.text)) == Some(",");
    let own_subject = after.clone().any(|at| analysis.tokens[at].relation.universal() == "nsubj");
    let participle = analysis.tokens[after.start].xpos == "VBG";
    if after.start <= head || !comma || !participle || own_subject {
        return content;
    }
    let before = analysis.dependents(head).take_while(|at| *at < head).find_map(|at| {
        let stated = analysis.tokens[at].relation.universal() == "ccomp"
            && analysis.dependents(at).any(|under| analysis.tokens[under].relation.universal() == "nsubj");
        let clause = analysis.subtree(at);
        (stated && clause.end <= head && !is_taken(draft, &clause, clause.start)).then_some(clause)
    });
    match before {
        Some(before) => vec![before, after.clone()],
        None => content,
    }
}

/// The cue's token on which its others depend, verbs first.
pub(super) fn top(draft: &Draft<'_>, cue: &Range<usize>) -> usize {
    let analysis = &draft.analysis;
    let free = |at: &usize| analysis.tokens[*at].head.is_none_or(|head| !cue.contains(&(head as usize)));
    cue.clone()
        .find(|at| free(at) && analysis.tokens[*at].upos.as_str() == "VERB")
        .or_else(|| cue.clone().find(free))
        .unwrap_or(cue.start)
}
