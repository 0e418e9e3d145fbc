//! The rules, in the order in which they are tried at each token.

use std::ops::Range;

use super::found::Found;
use super::parsed::Grammar;
use super::view::View;
use super::{content, measures, source, stance, words};
use crate::lexicon::{Form, Verb};
use crate::{Act, Certainty, Span};

/// A rule looks at one token as a possible cue.
type Rule = fn(&View<'_, '_>, usize) -> Option<Found>;

/// Every rule, with what the parse must say of its findings.
pub(super) const ALL: &[(Rule, Grammar)] = &[
    (according_to, Grammar::Free),
    (adverb, Grammar::Free),
    (noun, Grammar::Free),
    (measures::measure, Grammar::Free),
    (measures::given, Grammar::Free),
    (measures::counted, Grammar::Free),
    (measures::raised, Grammar::Free),
    (participle, Grammar::Verb),
    (passive, Grammar::Verb),
    (active, Grammar::Subject),
];

/// A verb with its auxiliaries and adverbs.
pub(super) struct Group {
    /// First token of the auxiliaries and adverbs before the verb.
    pub(super) start: usize,
    /// First token of the cue: the verb, or the verb that governs it ("declined to say").
    cue: usize,
    pub(super) negated: bool,
    /// Whether a form of be makes a participle passive.
    pub(super) passive: bool,
    /// Whether an auxiliary stands before a base form, or a form of be before a gerund.
    finite: bool,
    /// The act that a governing verb gives: "declined to", "was unable to".
    pub(super) act: Option<Act>,
}

pub(super) fn group(view: &View<'_, '_>, bounds: &Range<usize>, at: usize) -> Option<Group> {
    let mut group = Group { start: at, cue: at, negated: false, passive: false, finite: false, act: None };
    let mut nearest = true;
    while group.start > bounds.start && at - group.start < 8 {
        let before = group.start - 1;
        let word = view.low(before);
        if words::auxiliary(word) {
            group.passive |= nearest && words::be(word);
            group.finite = true;
            group.negated |= words::negation(word);
            nearest = false;
        } else if word == "to" && before > bounds.start && nearest {
            let governor = before - 1;
            match (view.verb(governor), view.low(governor)) {
                (Some((verb, _, _)), _) if verb.act == Act::Decline => group.act = Some(Act::Decline),
                (_, word) if words::falls_short(word) => group.act = Some(Act::NotConfirm),
                _ => return None,
            }
            group.start = governor;
            group.cue = governor;
            group.finite = true;
            nearest = false;
            continue;
        } else if words::middle_adverb(word)
            || (word.ends_with("ly") && word.len() > 4 && !view.is_capitalized(before))
        {
            group.negated |= words::negation(word);
        } else {
            break;
        }
        group.start = before;
    }
    // An adverb at the clause's start is no part of the verb: "Earlier he said".
    Some(group)
}

/// "[The dam will hold], [Lee] said", "[Lee] said that [the dam will hold]", "“[…],” said [Lee]".
fn active(view: &View<'_, '_>, at: usize) -> Option<Found> {
    let (verb, form, after) = view.verb(at)?;
    let bounds = view.bounds(at);
    if at > bounds.start && is_noun_there(view, at, form) {
        return None;
    }
    let group = group(view, &bounds, at)?;
    if group.passive && form == Form::Past {
        return None;
    }
    let finite = match form {
        Form::Past | Form::Third => true,
        Form::Gerund => group.finite,
        // "officials say", "could not verify"
        Form::Base => {
            group.finite
                || (at > bounds.start && (plural_before(view, group.start) || clubs(view, at, after)))
        }
    };
    if !finite {
        return None;
    }
    inverted(view, &bounds, verb, &group, at, after)
        .or_else(|| content_first(view, &bounds, verb, &group, at, after))
        .or_else(|| source_first(view, &bounds, verb, &group, at, after))
}

/// "City insist that": a name that takes a plural verb, where no noun of the same form could stand.
fn clubs(view: &View<'_, '_>, at: usize, after: usize) -> bool {
    view.low(after) == "that"
        && view.is_capitalized(at - 1)
        && view.draft.lexicon.noun(view.low(at)).is_none()
}

pub(super) fn plural_before(view: &View<'_, '_>, end: usize) -> bool {
    // A verb at the head of its sentence has nothing before it.
    let Some(before) = end.checked_sub(1) else { return false };
    let word = view.low(before);
    (word.ends_with('s') && !word.ends_with("ss"))
        || matches!(word, "they" | "we" | "people" | "police" | "who")
}

/// "the reported deaths", "in reports", "the charge": a form of a verb after a determiner, a possessive or
/// a preposition is none.
fn is_noun_there(view: &View<'_, '_>, at: usize, form: Form) -> bool {
    let before = view.low(at - 1);
    let possessive = matches!(before, "’s" | "'s")
        || (words::determiner(before)
            && !matches!(before, "that" | "both" | "all" | "each" | "some" | "many" | "most" | "this"));
    let object = words::preposition(before)
        && !matches!(before, "as" | "since" | "before" | "after" | "because" | "until");
    possessive
        || (object && form != Form::Past)
        || (object && matches!(before, "of" | "for" | "with" | "in" | "by"))
}

fn found(view: &View<'_, '_>, verb: &Verb, group: &Group, at: usize, after: usize) -> Found {
    let act = match group.act {
        Some(Act::Decline) => stance::refused(verb.act),
        Some(act) => act,
        None if group.negated => stance::negated(verb.act),
        None => verb.act,
    };
    Found {
        sources: Vec::new(),
        shares_source: false,
        cue: view.span(group.cue..after.max(at + 1)),
        lemma: verb.lemma.clone(),
        act,
        raised: group.negated && group.act.is_none() && stance::raises_negation(verb.act),
        certainty: None,
        content: Vec::new(),
        medium: None,
        truncated: false,
        because: String::new(),
    }
}

pub(super) fn speakers(view: &View<'_, '_>, range: Range<usize>) -> Option<Vec<Span>> {
    // What a speaker says of himself inside his own quotation names nobody new.
    let first_person =
        view.piece(range.start).is_some() && matches!(view.low(range.start), "i" | "we") && range.len() == 1;
    (!first_person).then(|| source::split(view, range).into_iter().map(|part| view.span(part)).collect())
}

/// "“We won,” said Lee."
fn inverted(
    view: &View<'_, '_>,
    bounds: &Range<usize>,
    verb: &Verb,
    group: &Group,
    at: usize,
    after: usize,
) -> Option<Found> {
    let before = at.checked_sub(1).filter(|before| *before >= bounds.start)?;
    if group.start != at || !(view.low(before) == "," || view.closes(before)) {
        return None;
    }
    let speaker = source::after(view, bounds, after)?;
    if !content::is_tail(view, bounds, verb, speaker.end) {
        return None;
    }
    // "The chairman, Ann Lee, denied the reports": what stands before such a comma is no clause.
    let quoted = view.closes(before) || (before > bounds.start && view.closes(before - 1));
    if !quoted && !view.has_verb(bounds.start..before) {
        return None;
    }
    let (_, mut pieces) = content::before(view, bounds, at)?;
    pieces.extend(content::resumed(view, bounds, speaker.end));
    let because = format!("reporting verb “{}” between content and source", view.low(at));
    let medium = medium(view, bounds, speaker.end);
    Some(Found {
        sources: speakers(view, speaker)?,
        content: pieces,
        medium,
        because,
        ..found(view, verb, group, at, after)
    })
}

/// "The dam will hold, Lee said on Monday."
fn content_first(
    view: &View<'_, '_>,
    bounds: &Range<usize>,
    verb: &Verb,
    group: &Group,
    at: usize,
    after: usize,
) -> Option<Found> {
    if !content::is_tail(view, bounds, verb, after) {
        return None;
    }
    let speaker = source::before(view, bounds, group.start)?;
    let mut pieces = match speaker.start.checked_sub(1).filter(|before| *before >= bounds.start) {
        Some(before) if view.low(before) == "," || view.closes(before) => {
            content::before(view, bounds, speaker.start)?.1
        }
        // "“We won!” Lee said.": the mark has ended the sentence before.
        None if bounds.start == 0 => previous_quotation(view)?,
        _ => return None,
    };
    let names_time = view.time_phrase(after).unwrap_or(after);
    pieces.extend(content::resumed(view, bounds, names_time));
    let because = format!("reporting verb “{}” with its subject, after its content", view.low(at));
    let medium = medium(view, bounds, after);
    Some(Found {
        sources: speakers(view, speaker)?,
        content: pieces,
        medium,
        because,
        ..found(view, verb, group, at, after)
    })
}

/// The quotation that ends the sentence before, in the same paragraph.
fn previous_quotation(view: &View<'_, '_>) -> Option<Vec<Span>> {
    let draft = view.draft;
    let index = draft.sentence_at(view.sentence.span.start()).checked_sub(1)?;
    let before = &draft.sentences[index];
    if before.paragraph != view.sentence.paragraph || before.region != view.sentence.region {
        return None;
    }
    let upto = draft.quotes.partition_point(|quote| quote.spans.start() < view.sentence.span.start());
    let quote = draft.quotes[..upto].iter().rev().take(8).find(|quote| quote.depth == 0 && quote.closed)?;
    (quote.spans.end() == before.span.end()).then(|| quote.spans.pieces().to_vec())
}

/// "Lee said that the dam will hold."
fn source_first(
    view: &View<'_, '_>,
    bounds: &Range<usize>,
    verb: &Verb,
    group: &Group,
    at: usize,
    after: usize,
) -> Option<Found> {
    let content = content::after(view, bounds, verb, after, group.negated || group.act.is_some())?;
    let mut shares_source = false;
    let sources = match source::before(view, bounds, group.start) {
        Some(speaker) => speakers(view, speaker)?,
        // "Lee said a and added that b"
        None if group.start > bounds.start && matches!(view.low(group.start - 1), "and" | "but") => {
            shares_source = true;
            Vec::new()
        }
        None => return None,
    };
    let neither = sources.len() > 1 && {
        let first = sources[0].start();
        (0..group.start).any(|index| view.token(index).span.end() <= first && view.low(index) == "neither")
    };
    let nobody = sources.len() == 1
        && matches!(
            sources[0].of(view.draft.text).split(' ').next(),
            Some("No" | "no" | "Neither" | "neither")
        );
    let mut base = found(view, verb, group, at, after);
    if (neither || nobody) && base.act == verb.act {
        base.act = stance::negated(verb.act);
        base.raised = stance::raises_negation(verb.act);
    }
    let because = format!("reporting verb “{}” with its subject, before {}", view.low(at), content.by);
    let medium =
        (content.start > after).then(|| medium(view, &(bounds.start..content.start), after)).flatten();
    let truncated = truncated(view, bounds, content.start);
    Some(Found { sources, shares_source, content: content.pieces, medium, truncated, because, ..base })
}

fn truncated(view: &View<'_, '_>, bounds: &Range<usize>, start: usize) -> bool {
    content::without_end_marks(view, start, bounds.end).1
}

/// "in a statement", "on Friday in an interview with …": the noun phrase of the medium.
fn medium(view: &View<'_, '_>, bounds: &Range<usize>, from: usize) -> Option<Span> {
    let preposition = |word: &str| matches!(word, "in" | "on" | "at" | "via" | "through" | "during");
    let start = (from..bounds.end.min(from + 6))
        .find(|at| preposition(view.low(*at)) && view.time_phrase(*at).is_none())?
        + 1;
    let end = (start..bounds.end.min(start + 6))
        .take_while(|at| view.is_word(*at) && !words::preposition(view.low(*at)))
        .filter(|at| words::medium(view.low(*at)))
        .last()?;
    Some(view.span(start..end + 1))
}

/// "It was confirmed that [x]", "[The man is believed to be abroad]", "[The sale] was confirmed by [the bank]".
fn passive(view: &View<'_, '_>, at: usize) -> Option<Found> {
    let (verb, form, after) = view.verb(at)?;
    let bounds = view.bounds(at);
    let group = group(view, &bounds, at)?;
    if form != Form::Past || !group.passive || group.act.is_some() {
        return None;
    }
    let auxiliary = (group.start..at).find(|at| words::auxiliary(view.low(*at)))?;
    let cue = view.span(auxiliary..after);
    let before = group.start.checked_sub(1).filter(|before| *before >= bounds.start)?;
    let base = found(view, verb, &group, at, after);
    if view.low(before) == "it" {
        let agent = (view.low(after) == "by").then(|| source::after(view, &bounds, after + 1)).flatten();
        let that = agent.clone().map_or(after, |agent| agent.end);
        let start = match view.low(that) {
            "that" => that + 1,
            "whether" => that,
            _ => return None,
        };
        let content = content::pieces_from(view, &bounds, start, false)?;
        let because = format!("passive “{}” with “it” and “that”", cue.of(view.draft.text));
        let sources = agent.map_or(Some(Vec::new()), |agent| speakers(view, agent))?;
        return Some(Found { sources, cue, content, because, ..base });
    }
    let uttered =
        !matches!(verb.act, Act::Demand | Act::Ask | Act::Promise | Act::Intend | Act::Decline | Act::Deny);
    if view.low(after) == "to" && uttered && !group.negated && verb.infinitive | verb.clause {
        let start = clause_start(view, &bounds, group.start)?;
        let content = content::pieces_from(view, &bounds, start, false)?;
        let certainty = Some(Certainty::Probable);
        let because = format!("passive “{}” with an infinitive", cue.of(view.draft.text));
        return Some(Found { cue, certainty, content, because, ..base });
    }
    if view.low(after) == "by" && verb.noun {
        let speaker = source::after(view, &bounds, after + 1)?;
        let subject = source::before(view, &bounds, group.start)?;
        let because = format!("passive “{}” with its agent", cue.of(view.draft.text));
        let content = vec![view.span(subject)];
        return Some(Found { sources: speakers(view, speaker)?, cue, content, because, ..base });
    }
    None
}

/// Where the clause around `at` begins: after a semicolon, a conjunction with a comma, or "that".
fn clause_start(view: &View<'_, '_>, bounds: &Range<usize>, at: usize) -> Option<usize> {
    let mut start = at;
    while start > bounds.start {
        let before = start - 1;
        let word = view.low(before);
        let joined = matches!(word, "and" | "but" | "while" | "as")
            && before > bounds.start
            && view.low(before - 1) == ",";
        if matches!(word, "that" | ";" | ":" | "because" | "although" | "if") || joined {
            break;
        }
        start = before;
    }
    (start..at).find(|at| view.is_wordlike(*at) || view.opens(*at))
}

/// "[The soldier was] reportedly [captured]."
fn adverb(view: &View<'_, '_>, at: usize) -> Option<Found> {
    let act = view.draft.lexicon.adverb(view.low(at))?;
    let bounds = view.bounds(at);
    if at > bounds.start && words::determiner(view.low(at - 1)) {
        return None;
    }
    let start = clause_start(view, &bounds, at).unwrap_or(at);
    let content = content::pieces_from(view, &bounds, start, false)?;
    let truncated = truncated(view, &bounds, start);
    Some(Found {
        sources: Vec::new(),
        shares_source: false,
        cue: view.token(at).span,
        lemma: view.low(at).to_owned(),
        act,
        raised: false,
        certainty: Some(Certainty::Probable),
        content,
        medium: None,
        truncated,
        because: format!("adverb “{}” attributes to nobody", view.low(at)),
    })
}

/// "According to [Lee], [the dam will hold]"; "[The dam will hold], according to [Lee]".
fn according_to(view: &View<'_, '_>, at: usize) -> Option<Found> {
    let (length, act) = view.draft.lexicon.preposition(&(at..view.len()).map(|at| view.low(at)))?;
    let bounds = view.bounds(at);
    let speaker = source::after(view, &bounds, at + length)?;
    let opening = (bounds.start..at).all(|before| words::opener(view.low(before)) || view.low(before) == ",");
    let goes_on = view.low(speaker.end) == "," && speaker.end + 1 < bounds.end;
    let mut content = Vec::new();
    let mut truncated = false;
    if opening {
        let start = if goes_on { speaker.end + 1 } else { return None };
        content.extend(content::pieces_from(view, &bounds, start, false)?);
        truncated = self::truncated(view, &bounds, start);
    } else {
        let mut end = at;
        if view.low(end - 1) == "," && !view.closes(end - 1) {
            end -= 1;
        }
        let start = clause_start(view, &bounds, end)?;
        let (end, _) = content::without_end_marks(view, start, end);
        if end <= start {
            return None;
        }
        let mut span = view.span(start..end);
        // A quotation that began in a sentence before belongs to it whole.
        if let Some(piece) = view
            .piece(start)
            .filter(|piece| piece.span.start() < view.sentence.span.start() && view.closes(end - 1))
        {
            span = piece.span.to(span);
        }
        content.push(span);
        // "The dam, according to Lee, will hold."
        if goes_on && view.has_verb(speaker.end + 1..bounds.end) && !view.has_verb(start..end) {
            content.extend(content::pieces_from(view, &bounds, speaker.end + 1, false)?);
        }
    }
    Some(Found {
        sources: speakers(view, speaker)?,
        shares_source: false,
        cue: view.span(at..at + length),
        lemma: (at..at + length).map(|at| view.low(at)).collect::<Vec<_>>().join(" "),
        act,
        raised: false,
        certainty: None,
        content,
        medium: None,
        truncated,
        because: "preposition of attribution with its object".to_owned(),
    })
}

/// "[the mayor]’s statement that [x]", "[their] claim that [x]".
fn noun(view: &View<'_, '_>, at: usize) -> Option<Found> {
    if !view.is_word(at) || view.low(at + 1) != "that" {
        return None;
    }
    let (lemma, act) = view.draft.lexicon.noun(view.low(at))?;
    let bounds = view.bounds(at);
    let before = at.checked_sub(1).filter(|before| *before >= bounds.start)?;
    let owner = match view.low(before) {
        "his" | "her" | "their" | "its" => before..at,
        "’s" | "'s" | "’" | "'" => source::before(view, &bounds, before)?,
        _ => return None,
    };
    let content = content::pieces_from(view, &bounds, at + 2, false)?;
    Some(Found {
        sources: speakers(view, owner)?,
        shares_source: false,
        cue: view.token(at).span,
        lemma: lemma.to_owned(),
        act,
        raised: false,
        certainty: None,
        content,
        medium: None,
        truncated: false,
        because: format!("noun “{}” with its possessor and “that”", view.low(at)),
    })
}

/// "posts by [residents] claiming [the capture of the town]"; "…, adding that [x]".
fn participle(view: &View<'_, '_>, at: usize) -> Option<Found> {
    let (verb, Form::Gerund, after) = view.verb(at)? else { return None };
    let bounds = view.bounds(at);
    let before = at.checked_sub(1).filter(|before| *before >= bounds.start)?;
    let word = view.low(before);
    let group = Group { start: at, cue: at, negated: false, passive: false, finite: true, act: None };
    let base = found(view, verb, &group, at, after);
    let content = content::after(view, &bounds, verb, after, false)?;
    let because = |how: &str| format!("participle “{}” {how}", view.low(at));
    let truncated = truncated(view, &bounds, content.start);
    if word == "," || view.closes(before) {
        return Some(Found {
            shares_source: true,
            content: content.pieces,
            truncated,
            because: because("with the source before it"),
            ..base
        });
    }
    if !view.is_wordlike(before)
        || words::auxiliary(word)
        || words::preposition(word)
        || words::subordinator(word)
        || words::middle_adverb(word)
        || matches!(word, "and" | "or" | "is" | "not" | "’s" | "'s")
    {
        return None;
    }
    // The noun right before it and what belongs to that: no further than a preposition or a verb.
    let mut start = before;
    while start > bounds.start {
        let word = view.low(start - 1);
        let stop = !view.is_wordlike(start - 1)
            || words::preposition(word)
            || words::subordinator(word)
            || words::auxiliary(word)
            || word.ends_with("ed")
            || word == "and"
            || !view.same_voice(start - 1, at);
        if stop {
            break;
        }
        start -= 1;
        if words::determiner(word) {
            break;
        }
    }
    let noun = view.low(before);
    let nominal = view.is_capitalized(before)
        || (noun.ends_with('s') && !noun.ends_with("ss"))
        || words::determiner(view.low(start))
        || matches!(noun, "police" | "people" | "them" | "him" | "her");
    if !nominal {
        return None;
    }
    let mut medium = None;
    if start > bounds.start && view.low(start - 1) == "by" {
        let head = start.checked_sub(2).filter(|head| *head >= bounds.start);
        if let Some(head) = head.filter(|head| words::medium(view.low(*head))) {
            let from = (bounds.start..=head).rev().take(4).take_while(|at| {
                view.is_word(*at) && !words::preposition(view.low(*at)) && !words::auxiliary(view.low(*at))
            });
            medium = from.last().map(|from| view.span(from..head + 1));
        }
    }
    let sources = speakers(view, start..at)?;
    Some(Found {
        sources,
        content: content.pieces,
        medium,
        truncated,
        because: because("after its source"),
        ..base
    })
}
