//! How much or how many: one point for each figure that can be set beside others.

use std::hash::Hasher;

use rustc_hash::{FxHashSet, FxHasher};

use super::{Reading, clause, counts, happenings, naming, party, when};
use crate::compare::interval;
use crate::compare::matter::{Amount, Level, Party, Point};
use crate::compare::words;
use crate::{Act, Certainty, Claim, Figure, Proposition, Spans, Voice};

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

/// Nouns for what is read off a scale without a unit.
const SCALES: &[&str] = &["index", "intensity", "magnitude", "rating", "score"];

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
    if is_contrast(reading, figure)
        || is_attributive(reading, figure)
        || is_whole(reading, figure)
        || is_vague(reading, figure)
    {
        return None;
    }
    if clause::is_elsewhere(reading, predicate) {
        return None;
    }
    let counted = figure.of.as_ref().and_then(|spans| party::of(reading, spans));
    let around = reading.in_sentence(top, propositions, |proposition| &proposition.predicate);
    let proposition = proposition(around, &figure.spans);
    let about = figure.about.as_ref().and_then(|spans| party::of(reading, spans));
    let about = copular_subject(reading, predicate, figure)
        .or(about)
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
    // "An eighth passenger has died": then eight have.
    let eighth = &*unit == "ordinal" && brings_to(reading, top, predicate);
    let (low, high, unit) = if eighth { (low, low, String::new()) } else { (low, high, unit) };
    let count = unit.is_empty();
    // Who has verified 19 deaths knows of no fewer.
    let cue = claim.cue.as_ref().is_some_and(|cue| words::verifies(&cue.lemma));
    let verified = cue || words::verifies(&reading.lemma(predicate));
    let high = if count && verified { f64::INFINITY } else { high };
    let mut events = if count {
        counts::of(reading, claim, figure, about.as_ref(), phrase, predicate)
    } else {
        Vec::new()
    };
    // "412 million kronor" of profit: what is counted is the measure, and what it is said of is measured.
    let known = events.iter().any(|event| words::is_kind(event) && !counts::is_trend(event));
    let unit = match (&counted, &about) {
        (Some(counted), Some(_)) if count && !known => {
            events.clear();
            counted.head.to_string()
        }
        // "A magnitude of 6.4" counts nothing.
        (None, Some(about)) if count && !known && SCALES.contains(&&*about.head) => {
            events.clear();
            about.head.to_string()
        }
        _ => unit,
    };
    let measured = [&counted, &about].into_iter().flatten().map(|party| words::events(&party.head));
    let once = measured
        .chain([words::events_of_verb(&clause::verb(reading, predicate))])
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
    let steady = events.iter().any(|event| words::steady(event));
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
        events,
        undergoer: counted,
        complements,
        future: clause::is_future(reading, predicate),
        places: happenings::places(reading, claim, top),
        when: when::of(reading, claim, top),
        polarity,
        certainty,
        names: naming::of(reading, claim, top),
        once,
        known: is_known_so_far(reading, predicate, top),
        amount: Some(Amount {
            figure: number,
            low,
            high,
            approx: figure.approx,
            unit: unit.into(),
            level,
            about,
            verb: clause::verb(reading, predicate).into(),
            part: if is_of_an_owner(reading, figure) {
                // "4,000 of its supporters" are some of the crowd.
                steady
            } else {
                figure.part_of.is_some() || is_part(reading, figure)
            },
            counts: count,
            near: carrying(reading, near(reading, top)),
            said: carrying(reading, said(reading, claim)),
            figures: claim.figures.len().try_into().unwrap_or(u8::MAX),
            narrated: claim.voice == Voice::Narrator,
        }),
        ..Point::new(index, figure.spans.clone())
    })
}

/// Tokens to either side of a figure whose words stand near it.
const NEAR: usize = 8;
/// Tokens of a claim that are looked at.
const LOOKED_AT: usize = 60;

/// The tokens near the figure, in its sentence.
fn near(reading: &Reading<'_>, top: usize) -> impl Iterator<Item = usize> {
    let sentence = reading.analysis.sentence(top);
    sentence.start.max(top.saturating_sub(NEAR))..sentence.end.min(top + NEAR + 1)
}

fn said(reading: &Reading<'_>, claim: &Claim) -> impl Iterator<Item = usize> {
    claim.content.pieces().iter().flat_map(|piece| reading.analysis.tokens_in(*piece)).take(LOOKED_AT)
}

/// The lemmas of words that carry meaning, as numbers, sorted.
fn carrying(reading: &Reading<'_>, tokens: impl Iterator<Item = usize>) -> Box<[u32]> {
    let number = |at: usize| {
        let mut hasher = FxHasher::default();
        hasher.write(party::fold(&reading.lemma(at)).as_bytes());
        // The low bits of this hash are weak.
        (hasher.finish() >> 32) as u32
    };
    let carries = |at: &usize| {
        matches!(reading.upos(*at), "NOUN" | "VERB" | "ADJ" | "PROPN")
            && !EMPTY.contains(&&*reading.lemma(*at))
    };
    let mut numbers: Vec<u32> = tokens.filter(carries).map(number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into()
}

/// Verbs that stand with any noun.
const EMPTY: &[&str] = &["be", "do", "have", "say", "tell"];

/// Whether a count is said to be the one so far: "are known to have died", "have now died", "is confirmed dead", "the latest count".
fn is_known_so_far(reading: &Reading<'_>, predicate: usize, top: usize) -> bool {
    let so_far = |at: usize| {
        matches!(
            &*reading.word(at).to_lowercase(),
            "now"
                | "already"
                | "far"
                | "confirmed"
                | "latest"
                | "still"
                | "more"
                | "bringing"
                | "bring"
                | "raising"
        )
    };
    let beside = [predicate, top, reading.head(top).unwrap_or(top)];
    clause::is_known(reading, predicate)
        || beside.into_iter().any(|at| so_far(at) || reading.analysis.dependents(at).any(so_far))
}

/// Whether an ordinal brings a count to its number: "an eighth passenger has died", not "the eighth floor".
fn brings_to(reading: &Reading<'_>, top: usize, predicate: usize) -> bool {
    let head = reading.head(top).unwrap_or(top);
    let indefinite = reading.analysis.dependents(head).chain(reading.analysis.dependents(top)).any(|at| {
        reading.universal(at) == "det" && matches!(&*reading.word(at).to_lowercase(), "a" | "an" | "another")
    });
    let lasting =
        words::events_of_verb(&clause::verb(reading, predicate)).iter().any(|event| words::lasts(event));
    let human = words::counted(&reading.lemma(head)).is_some_and(words::is_human);
    indefinite && lasting && human
}

/// Nouns that only say that something is measured: "the amount", "a loss of".
const MEASURED: &[&str] =
    &["amount", "area", "estimate", "extent", "figure", "loss", "quantity", "size", "total", "volume"];

/// Gives measures of what spreads or runs out the event that they are of: by their own words, or, where these only say that something is measured,
/// the one that the document is about. "1,280 barrels flowed into the river", "the amount at 160,000 litres"; "the burnt area at 6,200 hectares".
pub(super) fn measured_of_the_story(main: &FxHashSet<&'static str>, points: &mut [Point]) {
    for point in points.iter_mut().filter(|point| point.events.is_empty()) {
        let Some(amount) = &point.amount else { continue };
        let (kinds, event): (&[&str], &str) = match &*amount.unit {
            "m3" | "g" => (&["leak"], "leak"),
            "m2" => (&["burning", "destruction", "damage", "flooding"], "spread"),
            unit if unit.len() == 3 && unit.chars().all(|c| c.is_ascii_uppercase()) => {
                // "$310 million had been diverted", "the sum siphoned off", "bribes of 640,000 euros".
                let parties = amount.about.iter().chain(&point.undergoer);
                let words = parties.flat_map(|party| std::iter::once(&party.head).chain(&party.told_by));
                let said =
                    words.flat_map(|word| words::events(word)).chain(words::events_of_verb(&amount.verb));
                let sum = said.copied().find(|kind| words::has_a_sum(kind));
                point.events.extend(sum.map(Into::into));
                continue;
            }
            _ => continue,
        };
        let nouns = amount.about.iter().chain(&point.undergoer).map(|party| &*party.head);
        let said =
            words::events_of_verb(&amount.verb).iter().chain(nouns.clone().flat_map(words::events_of_noun));
        let own = said.copied().any(|kind| kinds.contains(&kind));
        let plain = nouns.clone().all(|noun| MEASURED.contains(&noun))
            && kinds.iter().any(|kind| main.contains(kind));
        if own || plain {
            point.events.push(event.into());
        }
    }
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
    party.told_by.iter().any(|word| clause::tells_another(word))
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

/// "13, not 14", "1,650 jobs and not 900": what it is not.
fn is_contrast(reading: &Reading<'_>, figure: &Figure) -> bool {
    let Some(first) = reading.analysis.tokens_in(figure.spans.hull()).next() else { return false };
    let word = |back: usize| first.checked_sub(back).map(|at| reading.word(at).to_lowercase());
    word(1).as_deref() == Some("not")
        || (word(1).as_deref() == Some("than") && word(2).as_deref() == Some("rather"))
}

/// "Dozens", "hundreds": no number that another could be set against.
fn is_vague(reading: &Reading<'_>, figure: &Figure) -> bool {
    let words = figure.spans.text(reading.text).to_lowercase();
    let last = words.split(|c: char| !c.is_alphabetic()).rfind(|word| !word.is_empty()).unwrap_or_default();
    matches!(last, "dozens" | "scores" | "hundreds" | "thousands" | "several" | "many" | "tens")
        || words.starts_with("several ")
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

/// What a figure is said to be: "[turnout] was nearer 30 per cent", "[the sum under discussion] was $900 million".
fn copular_subject(reading: &Reading<'_>, predicate: usize, figure: &Figure) -> Option<Party> {
    let within = figure.spans.hull().contains(reading.analysis.tokens[predicate].span);
    let copular = reading.analysis.dependents(predicate).any(|at| reading.universal(at) == "cop");
    let subject = reading.analysis.dependents(predicate).find(|at| reading.universal(*at) == "nsubj")?;
    let span = reading.analysis.span(&reading.analysis.subtree(subject));
    (within && copular).then(|| party::of(reading, &span.into())).flatten().filter(|party| !party.pronoun)
}

/// What a trend is of, by the tree: "[the number of people known to have died] climbed to 23".
fn risen(reading: &Reading<'_>, predicate: usize, top: usize) -> Option<Party> {
    let trend = counts::tells_a_trend(reading, predicate);
    let subject = reading.analysis.dependents(predicate).find(|at| reading.universal(*at) == "nsubj")?;
    let tree = reading.analysis.subtree(subject);
    let span = reading.analysis.span(&tree);
    (trend && !tree.contains(&top)).then(|| party::of(reading, &span.into())).flatten()
}

/// "Two of those injured", "three of its members": of a whole that is known.
fn is_part(reading: &Reading<'_>, figure: &Figure) -> bool {
    let last = reading.analysis.tokens_in(figure.spans.hull()).end;
    let word = |at: usize| (at < reading.analysis.tokens.len()).then(|| reading.word(at).to_lowercase());
    word(last).as_deref() == Some("of")
        && matches!(word(last + 1).as_deref(), Some("the" | "them" | "those" | "these" | "whom" | "which"))
}

/// "Four of its guards": whose they are says nothing of others that were counted.
fn is_of_an_owner(reading: &Reading<'_>, figure: &Figure) -> bool {
    let last = reading.analysis.tokens_in(figure.spans.hull()).end;
    let word = |at: usize| (at < reading.analysis.tokens.len()).then(|| reading.word(at).to_lowercase());
    word(last).as_deref() == Some("of")
        && matches!(word(last + 1).as_deref(), Some("its" | "their" | "his" | "her" | "our" | "my"))
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

/// Whether the figure is how much there is or how much it changed; none for what it was before.
fn level(reading: &Reading<'_>, spans: &Spans, top: usize, phrase: usize, predicate: usize) -> Option<Level> {
    let case = |at: usize| {
        let case = reading.analysis.dependents(at).find(|child| reading.universal(*child) == "case");
        case.map(|case| reading.word(case).to_lowercase())
    };
    let before = case(top).or_else(|| case(phrase));
    let trend = counts::tells_a_trend(reading, predicate);
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
