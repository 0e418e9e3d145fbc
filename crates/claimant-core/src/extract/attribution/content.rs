//! The limits of a content: where it starts after or before its cue, where it ends, what breaks it.

use std::ops::Range;

use super::view::View;
use super::words;
use crate::Span;
use crate::lexicon::{Form, Verb};

/// How far past a cue its content may begin: "told a news conference in Paris on Tuesday that".
const REACH: usize = 18;

/// A content that follows its cue.
pub(super) struct After {
    /// First token of the content.
    pub start: usize,
    /// Its pieces.
    pub pieces: Vec<Span>,
    /// What introduced it, in words.
    pub by: &'static str,
}

/// The content that follows the verb whose words end before `from`.
pub(super) fn after(
    view: &View<'_, '_>,
    bounds: &Range<usize>,
    verb: &Verb,
    from: usize,
    negated: bool,
) -> Option<After> {
    let found = |start: usize, noun: bool, by: &'static str| {
        let pieces = pieces_from(view, bounds, start, noun)?;
        Some(After { start, pieces, by })
    };
    if from >= bounds.end {
        return None;
    }
    if view.opens(from) {
        return found(from, false, "a quotation");
    }
    if let Some(at) = introducer(view, bounds, verb, from) {
        let by = if view.low(at) == "that" { "“that”" } else { "a quotation" };
        return found(at + 1, false, by);
    }
    let word = view.low(from);
    let asks = matches!(verb.act, crate::Act::Ask | crate::Act::Decline) || negated;
    if words::question_word(word) && (asks || word == "whether") {
        return found(from, false, "a question word");
    }
    if verb.infinitive && infinitive(view, bounds, from) {
        return found(from, false, "an infinitive");
    }
    let mut start = from;
    while let Some(after) = view.time_phrase(start).filter(|after| *after < bounds.end) {
        start = after;
    }
    if verb.clause && !verb.strict && is_number(view, bounds, start) {
        return found(start, true, "a number");
    }
    if !begins_phrase(view, start) {
        return None;
    }
    let comma = (start..bounds.end)
        .find(|at| view.low(*at) == "," && view.same_voice(*at, start))
        .unwrap_or(bounds.end);
    if verb.clause && !verb.strict && view.has_verb(start..comma) {
        return found(start, false, "a clause");
    }
    if verb.noun && !words::pronoun(view.low(start)) {
        return found(start, true, "a noun phrase");
    }
    None
}

/// Whether a number and nothing else ends the clause: "organisers say 110,000 took part; the ministry said [30,000]".
fn is_number(view: &View<'_, '_>, bounds: &Range<usize>, start: usize) -> bool {
    let from = view.token(start).span.start();
    let figures = &view.draft.figures;
    let figure = figures.get(figures.partition_point(|figure| figure.spans.start() < from));
    figure.filter(|figure| figure.spans.start() == from).is_some_and(|figure| {
        let rest = (start..bounds.end).find(|at| view.token(*at).span.start() >= figure.spans.end());
        rest.is_none_or(|at| matches!(view.low(at), "." | ";" | ","))
    })
}

/// The "that", colon or comma that introduces the content.
fn introducer(view: &View<'_, '_>, bounds: &Range<usize>, verb: &Verb, from: usize) -> Option<usize> {
    let addressed = matches!(verb.lemma.as_str(), "tell" | "warn" | "assure" | "promise" | "advise");
    let window = from..bounds.end.min(from + REACH);
    for at in window {
        match view.low(at) {
            "that" if at == from => return Some(at),
            "that" => {
                let first = view.low(from);
                let adverbial =
                    words::preposition(first) || view.time_phrase(from).is_some() || first.ends_with("ly");
                // "rejected claims that": the noun names a saying, and its content is the verb's.
                let saying = view.draft.lexicon.noun(view.low(at - 1)).is_some();
                let plain = !view.has_verb(from..if saying { at - 1 } else { at });
                return (plain && !verb.strict && (addressed || adverbial || saying)).then_some(at);
            }
            ":" if at + 1 < bounds.end => return Some(at),
            "," if view.opens(at + 1) => return Some(at),
            "," | ";" | "." | "?" | "!" | "–" | "—" => return None,
            _ if view.opens(at) => return None,
            _ => {}
        }
    }
    None
}

/// "to leave", or "them to leave" after a verb of demanding.
fn infinitive(view: &View<'_, '_>, bounds: &Range<usize>, from: usize) -> bool {
    let to = (from..bounds.end.min(from + 7)).find(|at| view.low(*at) == "to");
    to.is_some_and(|to| {
        let object = (from..to).all(|at| {
            view.is_word(at) && !words::preposition(view.low(at)) && !words::auxiliary(view.low(at))
        });
        object && view.is_word(to + 1) && !words::determiner(view.low(to + 1)) && !view.is_capitalized(to + 1)
    })
}

/// Whether a noun phrase or a clause can begin here.
fn begins_phrase(view: &View<'_, '_>, at: usize) -> bool {
    let word = view.low(at);
    view.is_wordlike(at)
        && !words::preposition(word)
        && !words::auxiliary(word)
        && !words::middle_adverb(word)
        && !matches!(word, "and" | "or" | "but" | "to" | "that" | "yes" | "nor")
        && !(word.ends_with("ly") && !view.is_capitalized(at))
        && !(words::subordinator(word)
            && !matches!(word, "that" | "what" | "while" | "if" | "when" | "after"))
}

/// The pieces of a content from token `start` on. A noun phrase ends at the first comma.
pub(super) fn pieces_from(
    view: &View<'_, '_>,
    bounds: &Range<usize>,
    start: usize,
    noun: bool,
) -> Option<Vec<Span>> {
    let mut end = start;
    while end < bounds.end {
        if view.opens(end) && end >= start {
            // A quotation belongs to the content whole, over the end of the sentence and of the paragraph.
            let piece = view.piece(end).expect("an opening mark lies in its quotation");
            let whole = view.whole(piece);
            let over = whole[whole.len() - 1].end() > view.sentence.span.end();
            if over {
                let first = Span::new(view.token(start).span.start(), piece.span.end());
                let rest = whole.iter().filter(|span| span.start() > piece.span.start());
                return Some(std::iter::once(first).chain(rest.copied()).collect());
            }
            while end < bounds.end && view.piece(end).is_some_and(|other| other.span == piece.span) {
                end += 1;
            }
            // "“…,” adding that": the comma stands inside the marks.
            let comma = end >= start + 2 && view.low(end - 2) == ",";
            if comma && matches!(view.verb(end), Some((_, Form::Gerund, _))) {
                break;
            }
            continue;
        }
        if breaks(view, start, end, noun) {
            break;
        }
        end += 1;
    }
    let (end, _) = without_end_marks(view, start, end);
    (end > start).then(|| vec![view.span(start..end)])
}

/// Whether the content that began at `start` ends before the mark at `at`.
fn breaks(view: &View<'_, '_>, start: usize, at: usize, noun: bool) -> bool {
    if view.low(at) != "," || !view.same_voice(at, start) && view.piece(start).is_none() {
        return view.low(at) == ";" && noun;
    }
    let next = view.low(at + 1);
    // ", adding that …": a claim of its own. ", marking the first …": the writer's comment.
    let participle = next.len() > 5
        && next.ends_with("ing")
        && !view.is_capitalized(at + 1)
        && !matches!(
            next,
            "according"
                | "including"
                | "excluding"
                | "during"
                | "following"
                | "regarding"
                | "concerning"
                | "nothing"
                | "anything"
                | "something"
                | "everything"
                | "being"
        );
    let gerund = matches!(view.verb(at + 1), Some((_, Form::Gerund, _)));
    noun || participle || gerund || next == "according"
}

/// The end of `start..end` without the marks that end a sentence or clause outside a quotation, and
/// whether the words break off ("…").
pub(super) fn without_end_marks(view: &View<'_, '_>, start: usize, end: usize) -> (usize, bool) {
    let mut end = end;
    let mut cut = None;
    // "… as… pic.example.com/x": the words break off before the link.
    let tail = (start..end).rev().take(4);
    for at in tail {
        if view.low(at) == "…" && (at + 1..end).all(|after| !view.is_word(after)) {
            cut = Some(at);
        }
    }
    if let Some(at) = cut {
        // A fragment of a clause that never came goes with it.
        let comma = (at.saturating_sub(3).max(start + 1)..at).rev().find(|comma| view.low(*comma) == ",");
        end = comma.unwrap_or(at);
    }
    while end > start {
        let last = end - 1;
        let mark = matches!(view.low(last), "." | "," | ";" | ":" | "!" | "?" | "–" | "—" | "-" | "…");
        let loose = mark
            && view.piece(last).is_none_or(|piece| {
                view.piece(start).is_some_and(|first| first.span == piece.span && !view.opens(start))
            });
        let bracket = view.low(last) == ")" && !(start..last).any(|at| view.low(at) == "(");
        if !(loose || bracket) {
            break;
        }
        end -= 1;
    }
    (end, cut.is_some())
}

/// The pieces of the content that ends before token `end`, which is the comma or the first token after
/// the closing mark: "[“We won,”] Lee said", "[The dam will hold], she said".
pub(super) fn before(view: &View<'_, '_>, bounds: &Range<usize>, end: usize) -> Option<(usize, Vec<Span>)> {
    let mut last = end.checked_sub(1).filter(|last| *last >= bounds.start)?;
    let comma = view.low(last) == "," && !view.closes(last);
    if comma && last > bounds.start && view.closes(last - 1) {
        last -= 1;
    }
    if view.closes(last) && view.piece(last).is_some() {
        let piece = view.piece(last)?;
        let open =
            (bounds.start..last).find(|at| view.piece(*at).is_some_and(|other| other.span == piece.span));
        let starts_here = view.sentence.span.start() <= piece.span.start();
        if !starts_here {
            let whole: Vec<Span> =
                view.whole(piece).iter().copied().filter(|span| *span <= piece.span).collect();
            return Some((bounds.start, whole));
        }
        let open = open?;
        let whole = view.whole(piece);
        if whole[0] < piece.span {
            // It began in a paragraph before.
            return Some((open, whole.iter().copied().filter(|span| *span <= piece.span).collect()));
        }
        let lead = (bounds.start..open).find(|at| view.is_wordlike(*at) && !words::opener(view.low(*at)));
        // "Asked about it, “no,” he said": what stands before a comma is no part of the content.
        let start = match lead {
            Some(lead) if view.low(open - 1) != "," && view.low(open - 1) != ":" => lead,
            _ => open,
        };
        return Some((start, vec![view.span(start..last + 1)]));
    }
    if !comma {
        return None;
    }
    let start = (bounds.start..last).find(|at| view.is_wordlike(*at) || view.opens(*at))?;
    let words_in = (start..last).filter(|at| view.is_wordlike(*at)).count();
    let clause = view.has_verb(start..last)
        || !(words::preposition(view.low(start)) || view.time_phrase(start).is_some());
    let (end, _) = without_end_marks(view, start, last);
    (words_in >= 2 && clause && end > start).then(|| (start, vec![view.span(start..end)]))
}

/// Whether what follows a cue at `from` leaves it without a content after it: the content came before.
pub(super) fn is_tail(view: &View<'_, '_>, bounds: &Range<usize>, verb: &Verb, from: usize) -> bool {
    let mut at = from;
    if matches!(verb.lemma.as_str(), "tell" | "remind" | "assure" | "warn") {
        // "he told reporters", "she told the BBC on Monday"
        while at < bounds.end
            && at < from + 6
            && view.is_wordlike(at)
            && !words::preposition(view.low(at))
            && view.time_phrase(at).is_none()
        {
            at += 1;
        }
    }
    while at < bounds.end && (view.low(at).ends_with("ly") || words::middle_adverb(view.low(at))) {
        at += 1;
    }
    let word = view.low(at);
    at >= bounds.end
        || matches!(word, "." | "," | ";" | "?" | "!" | "–" | "—" | ")" | "…")
        || view.time_phrase(at).is_some()
        || (words::preposition(word) && !view.opens(at + 1))
        || matches!(word, "and" | "when" | "while" | "if" | "but")
}

/// Further pieces of a quotation that its attribution interrupts: "“A,” he said, [“b.”]", and the
/// quotation that makes up the next sentence: "“A,” he said. [“B.”]".
pub(super) fn resumed(view: &View<'_, '_>, bounds: &Range<usize>, from: usize) -> Vec<Span> {
    let next = (from..bounds.end.min(from + REACH)).find(|at| view.opens(*at));
    if let Some(open) = next {
        let introduced = matches!(view.low(open - 1), "," | ":" | ";" | "—" | "–");
        let piece = view.piece(open).filter(|_| introduced && !view.has_verb(from..open));
        return piece.map(|piece| view.whole(piece).to_vec()).unwrap_or_default();
    }
    let draft = view.draft;
    let index = draft.sentence_at(view.sentence.span.start());
    let Some(following) = draft.sentences.get(index + 1) else { return Vec::new() };
    if following.paragraph != view.sentence.paragraph || following.region != view.sentence.region {
        return Vec::new();
    }
    let quote = draft
        .quotes
        .iter()
        .skip(draft.quotes.partition_point(|quote| quote.spans.start() < following.span.start()));
    match quote
        .take(1)
        .find(|quote| quote.depth == 0 && quote.closed && quote.spans.start() == following.span.start())
    {
        // It must end where a sentence ends; "“B,” she added." has an attribution of its own.
        Some(quote)
            if draft.sentences[index + 1..]
                .iter()
                .take(64)
                .any(|sentence| sentence.span.end() == quote.spans.pieces()[0].end()) =>
        {
            quote.spans.pieces().to_vec()
        }
        _ => Vec::new(),
    }
}
