//! What a figure counts: the kinds of event that its words, its verb and what is measured say.

use super::{Reading, clause, party};
use crate::compare::matter::Party;
use crate::compare::words;
use crate::{Claim, Figure, Span, Spans};

/// The kinds of event that a count is of, sorted.
pub(super) fn of(
    reading: &Reading<'_>,
    claim: &Claim,
    figure: &Figure,
    about: Option<&Party>,
    phrase: usize,
    predicate: usize,
) -> Vec<Box<str>> {
    if let Some(told) = told_by_both(reading, phrase, predicate) {
        return vec![told.into()];
    }
    let mut events: Vec<Box<str>> = Vec::new();
    events.extend(figure.event.iter().flat_map(|spans| said(reading, spans, true)));
    events.extend(figure.of.iter().flat_map(|spans| said(reading, spans, false)));
    // "The death toll rose to 27", "the number of people killed": what is measured tells it where nothing else does; "an air strike
    // killed 23" counts the dead.
    if events.iter().all(|event| is_trend(event)) {
        events.extend(figure.about.iter().flat_map(|spans| said(reading, spans, false)));
        events.extend(about.iter().flat_map(|party| befell(reading, &party.spans)));
        // "Bringing the number of dead to 17".
        let head =
            about.iter().flat_map(|party| words::events(&party.head)).filter(|kind| words::lasts(kind));
        events.extend(head.map(|kind| Box::from(*kind)));
    }
    if events.iter().all(|event| is_trend(event)) {
        events.extend(counted_before(reading, claim, predicate));
    }
    // "Put [the dead] at 64": the words before the figure say what is measured, and no verb does.
    if events.is_empty() && !reading.inside(claim, predicate) {
        events.extend(before(reading, claim, figure));
    }
    // "Treated 28 wounded soldiers": those who were treated, not all who were wounded; of "killed 64 people and wounded 100" the noun that
    // they share is whom the first befell.
    let own = figure.of.as_ref().is_none_or(|of| of.start() >= figure.spans.start());
    // "Killed, and [34 others injured]" has what befell them beside it.
    let told = reading.relation(phrase) == "nsubj:pass"
        && figure
            .event
            .iter()
            .flat_map(|spans| said(reading, spans, false))
            .any(|event| words::lasts(&event));
    if own && !told && matches!(reading.relation(phrase), "obj" | "nsubj:pass") {
        let kinds = words::events_of_verb(&clause::verb(reading, predicate));
        events.extend(kinds.iter().map(|kind| Box::from(*kind)));
    }
    if events.is_empty() {
        let lemma = reading.lemma(predicate);
        let verb = reading.upos(predicate) == "VERB" && reading.inside(claim, predicate);
        match words::events_of_verb(&clause::verb(reading, predicate)) {
            [] if verb && reading.draft.lexicon.act(&lemma).is_none() => events.push(lemma.into()),
            kinds if verb => events.extend(kinds.iter().map(|kind| Box::from(*kind))),
            _ => {}
        }
    }
    // "Lost their lives": the words together say what none of them does.
    if !events.iter().any(|event| words::is_kind(event)) && reading.inside(claim, predicate) {
        let kinds = words::events_of_verb(&clause::verb(reading, predicate));
        if !kinds.is_empty() {
            events = kinds.iter().map(|kind| Box::from(*kind)).collect();
        }
    }
    // "Arrested 12 protesters" counts arrests.
    if events.iter().any(|event| words::is_kind(event) && !words::steady(event) && !is_trend(event)) {
        events.retain(|event| !words::steady(event));
    }
    // "Thirteen bodies had been taken to the morgue": what is known tells more than the verb.
    if events.iter().any(|event| words::lasts(event)) {
        events.retain(|event| words::is_kind(event));
    }
    // A toll that rises is a toll.
    if events.iter().any(|event| !is_trend(event)) {
        events.retain(|event| !is_trend(event));
    }
    events.sort_unstable();
    events.dedup();
    events
}

/// What the noun and its verb, or its place, say of a count together: "400 posts will go", "27 people on board", "90 were on the ferry".
fn told_by_both(reading: &Reading<'_>, phrase: usize, predicate: usize) -> Option<&'static str> {
    let noun = party::counted(reading, phrase);
    if let Some(event) = words::counted_under(&reading.lemma(noun), &reading.lemma(predicate)) {
        return Some(event);
    }
    let case = |at: usize| {
        let case = reading.analysis.dependents(at).find(|one| reading.universal(*one) == "case")?;
        Some(reading.word(case).to_lowercase())
    };
    let on = |at: usize| matches!(case(at).as_deref(), Some("on" | "aboard" | "onboard"));
    let craft = |at: usize| {
        let lemma = reading.lemma(at);
        on(at) && (lemma == "board" || words::counted(&lemma).is_some_and(is_craft))
    };
    let copular = reading.analysis.dependents(predicate).any(|at| reading.universal(at) == "cop");
    let beside = reading.analysis.dependents(noun).any(|at| reading.universal(at) == "nmod" && craft(at));
    // "With 27 people on board", where the parse hangs the board elsewhere.
    let after = noun + 2 < reading.analysis.tokens.len()
        && reading.word(noun + 1).eq_ignore_ascii_case("on")
        && reading.word(noun + 2).eq_ignore_ascii_case("board");
    // "58 people had been travelling in the bus".
    let travels = matches!(&*reading.lemma(predicate), "travel" | "ride" | "sit")
        && reading.analysis.dependents(predicate).any(|at| {
            reading.universal(at) == "obl" && words::counted(&reading.lemma(at)).is_some_and(is_craft)
        });
    // "42 passengers were on the manifest".
    let listed = copular && on(predicate) && matches!(&*reading.lemma(predicate), "manifest" | "board");
    if travels || listed {
        return Some("aboard");
    }
    // "There were 226 passengers on the train".
    let there = reading.lemma(predicate) == "be"
        && reading.analysis.dependents(predicate).any(|at| reading.universal(at) == "obl" && craft(at));
    (after || beside || there || (copular && craft(predicate))).then_some("aboard")
}

/// What carries people.
fn is_craft(kind: &str) -> bool {
    matches!(kind, "buses" | "helicopters" | "planes" | "ships" | "trains")
}

/// "[The number of people known to have died] climbed to 23", where the parser finds no subject: what befell those whose number changes.
fn counted_before(reading: &Reading<'_>, claim: &Claim, predicate: usize) -> Vec<Box<str>> {
    let verb = reading.analysis.tokens[predicate].span;
    let start = claim.content.start().min(verb.start());
    let trend = tells_a_trend(reading, predicate);
    let span = Span::new(start, verb.start());
    let mut tokens = reading.analysis.tokens_in(span);
    let number = |at: usize| matches!(&*reading.lemma(at), "count" | "number" | "tally" | "toll");
    if !trend || span.is_empty() || !tokens.any(number) {
        return Vec::new();
    }
    let all = said(reading, &span.into(), false).into_iter();
    all.filter(|event| words::lasts(event) || &**event == "missing").collect()
}

/// The kinds of event that the words of a content say before its figure.
fn before(reading: &Reading<'_>, claim: &Claim, figure: &Figure) -> Vec<Box<str>> {
    let start = claim.content.start().min(figure.spans.start());
    let piece = Span::new(start, figure.spans.start());
    // "The number of damaged homes" has no verb.
    let words = reading
        .analysis
        .tokens_in(piece)
        .any(|at| matches!(reading.analysis.tokens[at].xpos.as_str(), "VBD" | "VBZ" | "VBP" | "MD"));
    if piece.is_empty() || words { Vec::new() } else { said(reading, &piece.into(), false) }
}

/// What befell those whom a phrase counts: "the number of [dead]", "the number of people [killed]", "of people who [perished]", "known to
/// have [died]".
fn befell(reading: &Reading<'_>, spans: &Spans) -> Vec<Box<str>> {
    let Some(head) = reading.top(spans).map(|top| party::counted(reading, top)) else { return Vec::new() };
    let participles = reading
        .analysis
        .dependents(head)
        .filter(|at| reading.universal(*at) == "acl" && reading.upos(*at) == "VERB");
    let known = |at: usize| {
        let verb = move |one: &usize| reading.universal(*one) == "xcomp" && reading.upos(*one) == "VERB";
        std::iter::once(at).chain(reading.analysis.dependents(at).filter(verb))
    };
    participles
        .flat_map(known)
        .flat_map(|at| words::events_of_verb(&clause::verb(reading, at)))
        .map(|kind| Box::from(*kind))
        .collect()
}

/// "Rose", "has gone up".
pub(super) fn tells_a_trend(reading: &Reading<'_>, predicate: usize) -> bool {
    let lemma = reading.lemma(predicate);
    let verb = clause::verb(reading, predicate);
    words::events(&lemma).iter().chain(words::events_of_verb(&verb)).any(|event| is_trend(event))
}

pub(super) fn is_trend(event: &str) -> bool {
    matches!(event, "rise" | "fall")
}

/// The kinds of event in a phrase: of what befell, every content word; of what is counted, those that are known to be events.
fn said(reading: &Reading<'_>, spans: &Spans, every: bool) -> Vec<Box<str>> {
    let mut found = Vec::new();
    for at in reading.analysis.tokens_in(spans.hull()).take(16) {
        if !matches!(reading.upos(at), "VERB" | "NOUN" | "ADJ" | "PROPN") || is_in_name(reading, at) {
            continue;
        }
        let lemma = reading.lemma(at);
        let low = reading.word(at).to_lowercase();
        // "Job losses".
        let joined = at.checked_sub(1).filter(|before| reading.upos(*before) == "NOUN");
        let joined = joined.map(|before| words::events(&format!("{} {lemma}", reading.lemma(before))));
        if let Some(classes) = joined.filter(|classes| !classes.is_empty()) {
            found.extend(classes.iter().map(|class| Box::from(*class)));
            continue;
        }
        // "Eleven bodies" are dead, "the body" may be anything.
        let own =
            if reading.upos(at) == "VERB" { words::events_of_verb(&lemma) } else { words::events(&lemma) };
        let classes = match (reading.upos(at), own) {
            ("NOUN", _) if words::events_of_noun(&lemma).is_empty() => words::events_of_noun(&low),
            ("NOUN", _) => words::events_of_noun(&lemma),
            (_, []) => words::events(&low),
            (_, classes) => classes,
        };
        found.extend(classes.iter().map(|class| Box::from(*class)));
        if classes.is_empty() && every {
            found.push(lemma.into());
        }
    }
    found
}

/// "The Volta Crest Gas plant": a name of several words says no event.
fn is_in_name(reading: &Reading<'_>, at: usize) -> bool {
    let proper = |at: usize| at < reading.analysis.tokens.len() && reading.upos(at) == "PROPN";
    proper(at) && (proper(at + 1) || at.checked_sub(1).is_some_and(proper))
}
