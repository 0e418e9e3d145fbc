//! How much or how many: one point for each figure that can be set beside others.

use super::{Reading, clause, happenings, naming, party, when};
use crate::compare::interval;
use crate::compare::matter::{Amount, Level, Party, Point};
use crate::compare::words;
use crate::{Act, Certainty, Claim, Figure, Proposition, Span, Spans};

pub(super) fn read(reading: &Reading<'_>, index: u32, claim: &Claim, points: &mut Vec<Point>) {
    let mut propositions: Vec<&Proposition> = claim.propositions.iter().collect();
    propositions.sort_by_key(|proposition| proposition.predicate.start());
    let from = points.len();
    for (number, figure) in (0..).zip(&claim.figures) {
        points.extend(point(reading, index, claim, &propositions, number, figure));
    }
    // "Two people have died in hospital, bringing the number of dead to 17": the two are among them.
    let raised: Vec<Vec<Box<str>>> = points[from..]
        .iter()
        .filter(|point| point.amount.as_ref().is_some_and(|amount| RAISES.contains(&&*amount.verb)))
        .map(|point| point.events.clone())
        .collect();
    for point in &mut points[from..] {
        let amount = point.amount.as_mut().filter(|amount| !RAISES.contains(&&*amount.verb));
        if let Some(amount) = amount.filter(|_| raised.contains(&point.events)) {
            amount.level = Level::Change;
        }
    }
}

/// Verbs for what a count comes to: "taking the toll to 17".
const RAISES: &[&str] = &["bring", "lift", "push", "raise", "take"];

fn point(
    reading: &Reading<'_>,
    index: u32,
    claim: &Claim,
    propositions: &[&Proposition],
    number: u32,
    figure: &Figure,
) -> Option<Point> {
    let top = reading.top(&figure.spans)?;
    let predicate = predicate(reading, claim, propositions, figure, top);
    // Who leaves open says nothing of what the words in passing say.
    let in_passing = || reading.inside(claim, predicate) && !clause::is_stated(reading, claim, predicate);
    if clause::is_presupposed(reading, claim) || (is_open(claim) && in_passing()) {
        return None;
    }
    if is_attributive(reading, figure) || is_whole(reading, figure) {
        return None;
    }
    let counted = figure.of.as_ref().and_then(|spans| party::of(reading, spans));
    let near = reading.in_sentence(top, propositions, |proposition| &proposition.predicate);
    let proposition = proposition(near, &figure.spans);
    let about = figure.about.as_ref().and_then(|spans| party::of(reading, spans));
    let about = about
        .or_else(|| raised(reading, top, predicate))
        .or_else(|| subject(reading, proposition, &figure.spans))
        .or_else(|| risen(reading, predicate, top));
    // "A similar march drew 5,000".
    if about.iter().chain(&counted).any(is_another) {
        return None;
    }
    let phrase = figure.of.as_ref().and_then(|spans| reading.top(spans)).unwrap_or(top);
    let level = level(reading, &figure.spans, top, phrase, predicate)?;
    let (low, high, unit) = interval::read(figure, level == Level::Change, reading.text)?;
    let count = unit.is_empty();
    // Who has verified 19 deaths knows of no fewer.
    let cue = claim.cue.as_ref().is_some_and(|cue| words::verifies(&cue.lemma));
    let verified = cue || words::verifies(&reading.lemma(predicate));
    let high = if count && verified { f64::INFINITY } else { high };
    let mut events =
        if count { kinds(reading, claim, figure, about.as_ref(), phrase, predicate) } else { Vec::new() };
    // "412 million kronor" of profit: what is counted is the measure, and what it is said of is measured.
    let known = events.iter().any(|event| words::is_kind(event) && !is_trend(event));
    let unit = match (&counted, &about) {
        (Some(counted), Some(_)) if count && !known => {
            events.clear();
            counted.head.to_string()
        }
        _ => unit,
    };
    let measured = [&counted, &about].into_iter().flatten().map(|party| words::events(&party.head));
    let once = measured
        .chain([words::events(&clause::verb(reading, predicate))])
        .flatten()
        .any(|kind| words::once(kind));
    // "74 percent of cases in children under three": of whom a share is.
    let shared = (&*unit == "%").then_some(proposition).flatten();
    let complements = shared
        .iter()
        .flat_map(|proposition| proposition.modifiers.iter().take(8))
        .filter(|spans| !spans.hull().contains(figure.spans.hull()))
        .filter_map(|spans| Some((clause::among(reading, claim, spans)?, party::of(reading, spans)?)))
        .collect();
    let (polarity, certainty) = happenings::under_cue(
        reading,
        claim,
        proposition.map_or(claim.polarity, |proposition| proposition.polarity),
        proposition.map_or(claim.certainty, |proposition| match proposition.certainty {
            // "Sixteen are known to have died".
            _ if clause::is_known(reading, predicate) || clause::is_planned(reading, predicate) => {
                Certainty::Certain
            }
            other => other,
        }),
    );
    Some(Point {
        claim: index,
        events,
        actor: None,
        undergoer: counted,
        others: Vec::new(),
        complements,
        future: clause::is_future(reading, predicate),
        places: happenings::places(reading, claim, top),
        when: when::of(reading, claim, top),
        polarity,
        certainty,
        spans: figure.spans.clone(),
        sizes: Vec::new(),
        names: naming::of(reading, claim, top),
        main: false,
        at_home: false,
        once,
        definite: false,
        amount: Some(Amount {
            figure: number,
            low,
            high,
            approx: figure.approx,
            unit: unit.into(),
            level,
            about,
            verb: clause::verb(reading, predicate).into(),
            part: figure.part_of.is_some() || is_part(reading, figure),
        }),
    })
}

/// The kinds of event that a count is of, sorted.
fn kinds(
    reading: &Reading<'_>,
    claim: &Claim,
    figure: &Figure,
    about: Option<&Party>,
    phrase: usize,
    predicate: usize,
) -> Vec<Box<str>> {
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
        let kinds = words::events(&clause::verb(reading, predicate));
        events.extend(kinds.iter().map(|kind| Box::from(*kind)));
    }
    if events.is_empty() {
        let lemma = reading.lemma(predicate);
        let verb = reading.upos(predicate) == "VERB" && reading.inside(claim, predicate);
        match words::events(&clause::verb(reading, predicate)) {
            [] if verb && reading.draft.lexicon.act(&lemma).is_none() => events.push(lemma.into()),
            kinds if verb => events.extend(kinds.iter().map(|kind| Box::from(*kind))),
            _ => {}
        }
    }
    // "Lost their lives": the words together say what none of them does.
    if !events.iter().any(|event| words::is_kind(event)) && reading.inside(claim, predicate) {
        let kinds = words::events(&clause::verb(reading, predicate));
        if !kinds.is_empty() {
            events = kinds.iter().map(|kind| Box::from(*kind)).collect();
        }
    }
    // "Arrested 12 protesters" counts arrests.
    if events.iter().any(|event| words::is_kind(event) && !words::steady(event) && !is_trend(event)) {
        events.retain(|event| !words::steady(event));
    }
    // A toll that rises is a toll.
    if events.iter().any(|event| !is_trend(event)) {
        events.retain(|event| !is_trend(event));
    }
    events.sort_unstable();
    events.dedup();
    events
}

/// "[The number of people known to have died] climbed to 23", where the parser finds no subject: what befell those whose number changes.
fn counted_before(reading: &Reading<'_>, claim: &Claim, predicate: usize) -> Vec<Box<str>> {
    let verb = reading.analysis.tokens[predicate].span;
    let start = claim.content.start().min(verb.start());
    let trend = words::events(&reading.lemma(predicate)).iter().any(|event| is_trend(event));
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
    let words = reading.analysis.tokens_in(piece).any(|at| reading.upos(at) == "VERB");
    if piece.is_empty() || words { Vec::new() } else { said(reading, &piece.into(), false) }
}

/// The predicate of the clause that the figure stands in; where the parse hangs the figure on the cue, that of the proposition before it.
fn predicate(
    reading: &Reading<'_>,
    claim: &Claim,
    propositions: &[&Proposition],
    figure: &Figure,
    top: usize,
) -> usize {
    let found = clause::predicate(reading, top);
    if reading.inside(claim, found) || reading.upos(found) != "VERB" {
        return found;
    }
    let near = reading.in_sentence(top, propositions, |proposition| &proposition.predicate);
    let before = near.iter().rev().find(|one| one.predicate.start() < figure.spans.start());
    let verb = before.and_then(|one| {
        let mut tokens = reading.analysis.tokens_in(one.predicate.hull());
        tokens.find(|at| reading.upos(*at) == "VERB")
    });
    verb.unwrap_or(found)
}

/// Whether a party is put beside the one that the story is about.
fn is_another(party: &Party) -> bool {
    party.told_by.iter().any(|word| matches!(&**word, "similar" | "previous" | "earlier" | "comparable"))
}

fn is_open(claim: &Claim) -> bool {
    matches!(claim.act, Act::Decline | Act::NotConfirm)
}

/// "A three-storey house", "a 29-year-old": what is spoken of is told by it, and nothing is said of how many there are. Lengths and weights are
/// disputed all the same: "a 12-foot wave".
fn is_attributive(reading: &Reading<'_>, figure: &Figure) -> bool {
    let time = matches!(figure.unit.as_deref(), None | Some("a" | "mo" | "wk" | "d" | "h" | "min" | "s"));
    let words = figure.spans.text(reading.text);
    let after = reading.text[figure.spans.end()..].chars().next();
    let joined = figure.unit.is_some() && words.contains(['-', '‑']) && !words.contains(' ');
    time && (matches!(after, Some('-' | '‑')) || joined)
}

/// What a verb brings to a number: "bringing [the number of dead] to 29", "raised [the toll] to 20".
fn raised(reading: &Reading<'_>, top: usize, predicate: usize) -> Option<Party> {
    let to = reading
        .analysis
        .dependents(top)
        .any(|at| reading.universal(at) == "case" && reading.word(at).eq_ignore_ascii_case("to"));
    let object = reading.analysis.dependents(predicate).find(|at| {
        reading.universal(*at) == "obj"
            && matches!(&*reading.lemma(*at), "count" | "number" | "toll" | "total")
    })?;
    let span = reading.analysis.span(&reading.analysis.subtree(object));
    to.then(|| party::of(reading, &span.into())).flatten()
}

/// What a trend is of, by the tree: "[the number of people known to have died] climbed to 23".
fn risen(reading: &Reading<'_>, predicate: usize, top: usize) -> Option<Party> {
    let trend = words::events(&reading.lemma(predicate)).iter().any(|event| is_trend(event));
    let subject = reading.analysis.dependents(predicate).find(|at| reading.universal(*at) == "nsubj")?;
    let tree = reading.analysis.subtree(subject);
    let span = reading.analysis.span(&tree);
    (trend && !tree.contains(&top)).then(|| party::of(reading, &span.into())).flatten()
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
        .flat_map(|at| words::events(&clause::verb(reading, at)))
        .map(|kind| Box::from(*kind))
        .collect()
}

/// "Two of those injured", "three of its members": of a whole that is known.
fn is_part(reading: &Reading<'_>, figure: &Figure) -> bool {
    let last = reading.analysis.tokens_in(figure.spans.hull()).end;
    let word = |at: usize| (at < reading.analysis.tokens.len()).then(|| reading.word(at).to_lowercase());
    word(last).as_deref() == Some("of")
        && matches!(
            word(last + 1).as_deref(),
            Some(
                "the"
                    | "them"
                    | "those"
                    | "these"
                    | "its"
                    | "their"
                    | "his"
                    | "her"
                    | "our"
                    | "whom"
                    | "which"
            )
        )
}

/// The number of them all, which another number is a part of: "300 out of 400 soldiers", "three of the five bridges".
fn is_whole(reading: &Reading<'_>, figure: &Figure) -> bool {
    let Some(first) = reading.analysis.tokens_in(figure.spans.hull()).next() else { return false };
    let word = |back: usize| first.checked_sub(back).map(|at| reading.word(at).to_lowercase());
    let number = |back: usize| first.checked_sub(back).is_some_and(|at| reading.upos(at) == "NUM");
    match (word(1).as_deref(), word(2).as_deref()) {
        (Some("of"), Some("out")) => true,
        (Some("of"), _) => number(2),
        (Some("the" | "its" | "their"), Some("of")) => number(3),
        _ => false,
    }
}

fn is_trend(event: &str) -> bool {
    matches!(event, "rise" | "fall")
}

/// Whether the figure is how much there is or how much it changed; none for what it was before.
fn level(reading: &Reading<'_>, spans: &Spans, top: usize, phrase: usize, predicate: usize) -> Option<Level> {
    let case = |at: usize| {
        let case = reading.analysis.dependents(at).find(|child| reading.universal(*child) == "case");
        case.map(|case| reading.word(case).to_lowercase())
    };
    let before = case(top).or_else(|| case(phrase));
    let trend = matches!(words::events(&reading.lemma(predicate)).first(), Some(&"rise" | &"fall"));
    // "Six more bodies" come on top of those that are known.
    let last = reading.analysis.tokens_in(spans.hull()).end;
    if last < reading.analysis.tokens.len() && reading.word(last).eq_ignore_ascii_case("more") {
        return Some(Level::Change);
    }
    match before.as_deref() {
        Some("from") => None,
        Some("by") if trend => Some(Level::Change),
        None if trend && matches!(reading.universal(phrase), "obj" | "obl" | "advmod" | "nummod") => {
            Some(Level::Change)
        }
        _ => Some(Level::State),
    }
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
        // "Eleven bodies" are dead, "the body" may be anything.
        let classes = match (reading.upos(at), words::events(&lemma)) {
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

/// The proposition that the figure stands in, the closest.
fn proposition<'c>(propositions: &[&'c Proposition], figure: &Spans) -> Option<&'c Proposition> {
    let size = |proposition: &Proposition| {
        let parts = [proposition.subject.as_ref(), proposition.object.as_ref()];
        let parts = parts.into_iter().flatten().chain(&proposition.modifiers);
        parts.filter(|part| part.hull().contains(figure.hull())).map(|part| part.hull().len()).min()
    };
    propositions
        .iter()
        .filter_map(|one| Some((size(one)?, *one)))
        .min_by_key(|(size, _)| *size)
        .map(|(_, one)| one)
}

/// Whose figure it is, where the extractor of figures leaves it to the clause.
fn subject(reading: &Reading<'_>, proposition: Option<&Proposition>, figure: &Spans) -> Option<Party> {
    let spans = proposition?.subject.as_ref().filter(|spans| !spans.hull().contains(figure.hull()))?;
    party::of(reading, spans).filter(|party| !party.pronoun)
}
