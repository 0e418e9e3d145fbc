//! "The Red Cross put the toll at 58": a source that says how much something is.
//!
//! The verbs say nothing by themselves ("put the ball at his feet"): what makes them attribute is a figure after "at", with what it
//! measures before it and somebody who can speak as the subject.

use std::ops::Range;

use super::found::Found;
use super::view::View;
use super::{rules, source, words};
use crate::compare::words as compare_words;
use crate::extract::entities;
use crate::lexicon::Form;
use crate::token::TokenKind;
use crate::{Act, EntityKind, Figure, Span, Spans};

/// Words between the verb and the "at": "put [the number of people who had to leave their homes] at".
const FURTHEST: usize = 16;

/// Words of a subject between "with" and its participle.
const NEAR: usize = 6;

/// "[Police] put [the number of dead at 12]", "estimates by [the UN] place [the figure at 300]", "[the toll] was put [at 41] by [officials]".
pub(super) fn measure(view: &View<'_, '_>, at: usize) -> Option<Found> {
    let (lemma, act, form) = view.draft.lexicon.measure(view.low(at)).filter(|_| view.is_word(at))?;
    let bounds = view.bounds(at);
    let group = rules::group(view, &bounds, at)?;
    let modal = (group.start..at).any(|at| words::modal(view.low(at)));
    // "The sale would put its value at $3bn" reckons, and nobody says so; a saying that did not take place gives no figure.
    if modal || group.negated || group.act.is_some() {
        return None;
    }
    let first = (group.start..at).find(|at| words::auxiliary(view.low(*at))).unwrap_or(at);
    let found = |sources: Vec<Span>, content: Vec<Span>, medium: Option<Span>, how: &str| Found {
        sources,
        shares_source: false,
        cue: view.span(first..at + 1),
        lemma: lemma.to_owned(),
        act,
        raised: false,
        certainty: None,
        content,
        medium,
        truncated: false,
        because: format!("“{}” with a figure {how}", view.low(at)),
    };
    if group.passive && form == Form::Past {
        let figure = figure(view, &bounds, at + 1)?;
        let subject = source::before(view, &bounds, group.start)?;
        let agent = (view.low(figure.end) == "by").then(|| source::after(view, &bounds, figure.end + 1));
        let sources = match agent {
            Some(agent) => rules::speakers(view, agent.filter(|agent| speaks(view, agent))?)?,
            None => Vec::new(),
        };
        let content = vec![view.span(subject), view.span(figure)];
        return Some(found(sources, content, None, "says how much its subject is"));
    }
    let finite = match form {
        Form::Past | Form::Third => true,
        // "Estimates by the UN place": the verb agrees with the noun before the "by".
        Form::Base => {
            group.start > bounds.start && {
                let noun =
                    (bounds.start + 1..group.start).rev().take(FURTHEST).find(|at| view.low(*at) == "by");
                rules::plural_before(view, group.start)
                    || noun.is_some_and(|by| rules::plural_before(view, by))
            }
        }
        Form::Gerund => false,
    };
    // "With police putting the number at 18,000".
    let with = (bounds.start..group.start).rev().take(NEAR).find(|at| view.low(*at) == "with");
    let aside =
        with.map(|with| with + 1..group.start).filter(|subject| form == Form::Gerund && !subject.is_empty());
    let finite = finite || aside.is_some();
    if !finite || group.passive {
        return None;
    }
    let (object, figure) = object(view, &bounds, at + 1)?;
    let subject = aside.or_else(|| source::before(view, &bounds, group.start))?;
    // "It put the number of injured at 53": a body that the text goes on to speak of.
    let it = subject.len() == 1
        && view.low(subject.start) == "it"
        && object.clone().any(|at| matches!(view.low(at), "number" | "toll" | "count" | "total" | "tally"));
    let (speaker, medium) = if it { (subject, None) } else { speaker(view, subject)? };
    let content = vec![view.span(object.start..figure.end)];
    let medium = medium.map(|medium| view.span(medium));
    Some(found(rules::speakers(view, speaker)?, content, medium, "says how much its object is"))
}

/// "[A survey by Medida] gives [the Socialists 34 percent of the vote]", "[a count] found [62,000 marchers]": documents that measure give a
/// figure.
pub(super) fn given(view: &View<'_, '_>, at: usize) -> Option<Found> {
    let found = matches!(view.low(at), "count" | "counted" | "counts" | "find" | "finds" | "found");
    if !view.is_word(at) || !(found || matches!(view.low(at), "give" | "gives" | "gave")) {
        return None;
    }
    let bounds = view.bounds(at);
    let group = rules::group(view, &bounds, at)?;
    let modal = (group.start..at).any(|at| words::modal(view.low(at)));
    if modal || group.negated || group.passive || group.act.is_some() {
        return None;
    }
    let subject = source::before(view, &bounds, group.start)?;
    let measures = |at: usize| words::survey(view.low(at)) || view.draft.lexicon.noun(view.low(at)).is_some();
    if !subject.clone().any(measures) {
        return None;
    }
    let (speaker, medium) = speaker(view, subject)?;
    let start = view.token(at).span.end();
    let figures = &view.draft.figures;
    let figure = figures.get(figures.partition_point(|figure| figure.spans.start() < start))?;
    let first = (at + 1..bounds.end.min(at + FURTHEST))
        .find(|at| view.token(*at).span.end() > figure.spans.start())?;
    let sources = rules::speakers(view, speaker)?;
    let given = |lemma: &str, content: Span| Found {
        sources,
        shares_source: false,
        cue: view.span(at..at + 1),
        lemma: lemma.to_owned(),
        act: Act::Estimate,
        raised: false,
        certainty: None,
        content: vec![content],
        medium: medium.map(|medium| view.span(medium)),
        truncated: false,
        because: format!("“{}” with a figure after a survey", view.low(at)),
    };
    if found {
        // "A count by researchers found [62,000 demonstrators]".
        let counted = || figure.of.as_ref().map(Spans::end).filter(|end| *end > figure.spans.end());
        let end = measured(view.draft.text, figure).or_else(counted).filter(|_| first == at + 1)?;
        return Some(given("find", Span::new(view.token(at + 1).span.start(), share(view, &bounds, end))));
    }
    let receives = first > at + 1
        && (at + 1..first).all(|at| view.is_wordlike(at))
        && !words::preposition(view.low(first - 1))
        && !matches!(view.low(first - 1), "the" | "a" | "an" | "another" | "some" | "about" | "and");
    let end = measured(view.draft.text, figure).filter(|_| receives)?;
    let share = share(view, &bounds, end);
    let content = Span::new(view.token(at + 1).span.start(), share);
    Some(given("give", content))
}

/// "[The rebels] give [a figure of 120 dead]", "[the service] gave [the number of missing as 34]",
/// "[the organisers] spoke of [60,000]", "[they] stand by [their estimate of 70,000]".
pub(super) fn counted(view: &View<'_, '_>, at: usize) -> Option<Found> {
    let (lemma, particle) = match view.low(at) {
        "give" | "gives" | "gave" | "given" => ("give", None),
        "counts" => ("count", None),
        "speak" | "speaks" | "spoke" | "spoken" => ("speak of", Some("of")),
        "stand" | "stands" | "stood" => ("stand by", Some("by")),
        "stick" | "sticks" | "stuck" => ("stick to", Some("to")),
        _ => return None,
    };
    let from = at + 1 + usize::from(particle.is_some());
    if !view.is_word(at) || particle.is_some_and(|particle| view.low(at + 1) != particle) {
        return None;
    }
    let bounds = view.bounds(at);
    let group = rules::group(view, &bounds, at)?;
    let modal = (group.start..at).any(|at| words::modal(view.low(at)));
    if from >= bounds.end || modal || group.negated || group.passive || group.act.is_some() {
        return None;
    }
    let start = view.token(from).span.start();
    let figures = &view.draft.figures;
    let figure = figures.get(figures.partition_point(|figure| figure.spans.start() < start))?;
    let first = (from..bounds.end.min(from + FURTHEST))
        .find(|at| view.token(*at).span.end() > figure.spans.start())?;
    // "A final toll of".
    let named = first > from + 1
        && view.low(first - 1) == "of"
        && matches!(
            view.low(first - 2),
            "count" | "estimate" | "figure" | "number" | "tally" | "toll" | "total"
        )
        && (from..first).all(|at| view.is_wordlike(at));
    // "The number of missing as 34".
    let as_so_many = lemma == "give"
        && first > from + 1
        && view.low(first - 1) == "as"
        && (from..first)
            .any(|at| matches!(view.low(at), "count" | "figure" | "number" | "tally" | "toll" | "total"))
        && (from..first).all(|at| view.is_wordlike(at));
    // "The hospital counts nine dead".
    let counts = lemma == "count" && first == from && befell(view.draft.text, figure);
    if !(named || as_so_many || counts || (first == from && lemma == "speak of")) {
        return None;
    }
    let end = measured(view.draft.text, figure)?;
    let subject = source::before(view, &bounds, group.start).filter(|subject| speaks(view, subject));
    let sources = match subject {
        Some(subject) => rules::speakers(view, subject)?,
        None => vec![joined(view, at)?],
    };
    Some(Found {
        sources,
        shares_source: false,
        cue: view.span(at..from),
        lemma: lemma.to_owned(),
        act: Act::Assert,
        raised: false,
        certainty: None,
        content: vec![Span::new(start, end)],
        medium: None,
        truncated: false,
        because: format!("“{}” with a figure that somebody gives", view.low(at)),
    })
}

/// Whether a count is of those whom something befell.
fn befell(text: &str, figure: &Figure) -> bool {
    let Some(of) = figure.of.iter().chain(&figure.event).find(|what| what.start() >= figure.spans.end())
    else {
        return false;
    };
    let words = of.text(text).to_lowercase();
    let noun = words.rsplit(' ').next().unwrap_or_default();
    let kinds =
        |noun: &str| compare_words::events_of_noun(noun).iter().any(|event| compare_words::is_kind(event));
    figure.unit.is_none() && (kinds(noun) || noun.strip_suffix('s').is_some_and(kinds))
}

/// "[Officials] raised [the death toll to 38]", "[medics] have raised [to 38 the number of dead]": who changes a count says what it is now.
pub(super) fn raised(view: &View<'_, '_>, at: usize) -> Option<Found> {
    const VERBS: &[(&str, &str)] = &[
        ("raised", "raise"),
        ("raises", "raise"),
        ("raise", "raise"),
        ("lowered", "lower"),
        ("lowers", "lower"),
        ("lower", "lower"),
        ("revised", "revise"),
        ("revises", "revise"),
        ("lifted", "lift"),
        ("lifts", "lift"),
        ("cut", "cut"),
        ("reduced", "reduce"),
        ("increased", "increase"),
        ("corrected", "correct"),
    ];
    const COUNTS: &[&str] = &["count", "estimate", "figure", "number", "tally", "toll", "total"];
    let (_, lemma) = VERBS.iter().find(|(form, _)| *form == view.low(at)).filter(|_| view.is_word(at))?;
    let bounds = view.bounds(at);
    let group = rules::group(view, &bounds, at)?;
    let modal = (group.start..at).any(|at| words::modal(view.low(at)));
    if modal || group.negated || group.passive || group.act.is_some() {
        return None;
    }
    let near = at + 1..bounds.end.min(at + FURTHEST);
    let to = near.clone().find(|at| view.low(*at) == "to")?;
    let after = view.token(to + 1).span.start();
    let figures = &view.draft.figures;
    let figure = figures.get(figures.partition_point(|figure| figure.spans.end() <= after))?;
    let first = figure.spans.start() <= after && figure.unit.is_none();
    let end = |at: usize| {
        (at + 1..bounds.end)
            .take_while(|at| view.token(*at).span.end() <= figure.spans.end())
            .last()
            .unwrap_or(at)
    };
    let number = end(to);
    let counts = |range: Range<usize>| {
        range.clone().all(|at| view.is_wordlike(at) && view.verb(at).is_none())
            && range.clone().any(|at| COUNTS.contains(&view.low(at)))
    };
    let content = if to > at + 1 && counts(at + 1..to) {
        Span::new(view.token(at + 1).span.start(), figure.spans.end())
    } else if to == at + 1 && view.low(number + 1) == "the" && COUNTS.contains(&view.low(number + 2)) {
        let phrase = source::after(view, &bounds, number + 1)?;
        view.span(to..phrase.end)
    } else {
        return None;
    };
    let subject =
        source::before(view, &bounds, group.start).filter(|subject| first && speaks(view, subject))?;
    Some(Found {
        sources: rules::speakers(view, subject)?,
        shares_source: false,
        cue: view.span(at..at + 1),
        lemma: (*lemma).to_owned(),
        act: Act::Estimate,
        raised: false,
        certainty: None,
        content: vec![content],
        medium: None,
        truncated: false,
        because: format!("“{}” with a count and what it is now", view.low(at)),
    })
}

/// "[The agency] closed its work and gave a final toll of 21": the subject that a verb shares with the one before "and".
fn joined(view: &View<'_, '_>, at: usize) -> Option<Span> {
    let analysis = &view.draft.analysis;
    let verb = analysis.tokens_in(view.token(at).span).next()?;
    let token = &analysis.tokens[verb];
    let first = token.head.filter(|_| token.relation.universal() == "conj")? as usize;
    let subject = analysis
        .dependents(first)
        .find(|other| *other < first && analysis.tokens[*other].relation.universal() == "nsubj")?;
    let lemma = analysis.lemma(subject).to_lowercase();
    let speaks = analysis.tokens[subject].upos == claimant_english::Upos::Propn
        || entities::kind_of_noun(&lemma).is_some_and(|kind| kind != EntityKind::Place);
    speaks.then(|| analysis.span(&analysis.subtree(subject)))
}

/// The end of what a share is of: "34 percent [of the vote]".
fn share(view: &View<'_, '_>, bounds: &Range<usize>, end: usize) -> usize {
    let Some(of) = (bounds.start..bounds.end).find(|at| view.token(*at).span.start() >= end) else {
        return end;
    };
    if view.low(of) != "of" || of + 1 >= bounds.end {
        return end;
    }
    source::after(view, bounds, of + 1).map_or(end, |phrase| view.span(phrase).end())
}

/// What is measured and its measure, from `start`: "the number of dead | at 12".
fn object(view: &View<'_, '_>, bounds: &Range<usize>, start: usize) -> Option<(Range<usize>, Range<usize>)> {
    // "Put him at 17", "put them at two gates": that tells where somebody is.
    if view.low(start) != "it" && words::pronoun(view.low(start)) {
        return None;
    }
    for at in start..bounds.end.min(start + FURTHEST) {
        if at > start
            && let Some(figure) = figure(view, bounds, at)
        {
            return Some((start..at, figure));
        }
        let word = view.low(at);
        // "The damage to roads, bridges and public buildings".
        let listed = matches!(word, "and" | ",")
            && at > start
            && at + 1 < bounds.end
            && view.is_wordlike(at + 1)
            && view.verb(at + 1).is_none()
            && !words::pronoun(view.low(at + 1))
            && !words::determiner(view.low(at + 1));
        if listed {
            continue;
        }
        let clause = words::auxiliary(word)
            || matches!(word, "and" | "but" | "that")
            || view.draft.lexicon.measure(word).is_some();
        if clause || !(view.is_wordlike(at) || matches!(word, "%" | "$")) {
            return None;
        }
    }
    None
}

/// "At", "as high as" or "between" with a number that measures: a plain one, an amount, or people and other things that are counted.
fn figure(view: &View<'_, '_>, bounds: &Range<usize>, at: usize) -> Option<Range<usize>> {
    let first = match view.low(at) {
        "at" => at + 1,
        "as" | "between" => at,
        _ => return None,
    };
    if first >= bounds.end {
        return None;
    }
    let start = view.token(first).span.start();
    let figures = &view.draft.figures;
    let near = figures.partition_point(|figure| figure.spans.end() <= start);
    if let Some(known) = figures.get(near).filter(|figure| figure.spans.start() <= start) {
        let end = measured(view.draft.text, known)?;
        let after = (first..bounds.end).find(|at| view.token(*at).span.start() >= end).unwrap_or(bounds.end);
        return Some(at..after);
    }
    // "At 12" alone could be an hour; after what counts it is none.
    let number = view.token(first).kind == TokenKind::Number;
    let ends = first + 1 >= bounds.end || !view.is_wordlike(first + 1) || view.low(first + 1) == "by";
    let hour = view.low(first + 1) == ":" || view.low(first).contains(':');
    (at < first && number && ends && !hour).then_some(at..first + 1)
}

/// Who speaks in the subject, and in what: "the UN" and "estimates" of "estimates by the UN" and "the UN’s estimates".
fn speaker(view: &View<'_, '_>, subject: Range<usize>) -> Option<(Range<usize>, Option<Range<usize>>)> {
    let saying = |at: usize| {
        view.draft.lexicon.noun(view.low(at)).is_some()
            || words::medium(view.low(at))
            || words::survey(view.low(at))
    };
    if let Some(by) = subject.clone().find(|at| matches!(view.low(*at), "by" | "from"))
        && by > subject.start
        && saying(by - 1)
        && by + 1 < subject.end
    {
        return Some((by + 1..subject.end, Some(subject.start..by)));
    }
    let last = subject.end - 1;
    if saying(last)
        && let Some(clitic) =
            subject.clone().rev().find(|at| matches!(view.low(*at), "’s" | "'s" | "’" | "'"))
        && clitic > subject.start
    {
        return Some((subject.start..clitic, Some(clitic + 1..subject.end)));
    }
    speaks(view, &subject).then_some((subject, None))
}

/// Whether a noun phrase names somebody, or something, that says how much: not "the deal puts the price at".
fn speaks(view: &View<'_, '_>, phrase: &Range<usize>) -> bool {
    let draft = view.draft;
    let tokens = draft.analysis.tokens_in(view.span(phrase.clone()));
    let head = tokens
        .clone()
        .find(|at| draft.analysis.tokens[*at].head.is_none_or(|head| !tokens.contains(&(head as usize))));
    let Some(head) = head else { return false };
    let word = draft.analysis.tokens[head].span.of(draft.text).to_lowercase();
    if words::pronoun(&word) {
        return !matches!(word.as_str(), "it" | "both" | "many" | "most" | "some");
    }
    let named = draft.analysis.tokens[head].upos == claimant_english::Upos::Propn;
    let lemma = draft.analysis.lemma(head).to_lowercase();
    let kind = entities::kind_of_noun(&lemma);
    named
        || draft.lexicon.noun(&word).is_some()
        || words::medium(&word)
        || kind.is_some_and(|kind| kind != EntityKind::Place)
}

/// Where the figure ends with what it counts: "31 dead", "40 per cent of the harvest". None where it does not measure but counts places or
/// things that somebody is at: "two gates".
fn measured(text: &str, figure: &Figure) -> Option<usize> {
    let end = figure.spans.end();
    let follows = |what: &&Spans| {
        what.start() >= end
            && matches!(text[end..what.start()].trim(), "" | "of" | "of the" | "of its" | "of all")
    };
    let counted = figure.of.iter().chain(&figure.event).find(follows);
    if figure.unit.is_none()
        && let Some(of) = figure.of.as_ref().filter(follows)
    {
        let words = of.text(text).to_lowercase();
        let noun = words.rsplit(' ').next().unwrap_or_default();
        let kind = entities::kind_of_noun(noun).or_else(|| entities::kind_of_noun(noun.strip_suffix('s')?));
        let events =
            |noun: &str| compare_words::events_of_noun(noun).iter().any(|event| compare_words::lasts(event));
        let befell = events(noun) || noun.strip_suffix('s').is_some_and(events);
        if !befell && !matches!(kind, Some(EntityKind::Person | EntityKind::Group)) {
            return None;
        }
    }
    Some(counted.map_or(end, Spans::end))
}

#[cfg(test)]
mod tests {
    use crate::extract::attribution::tests::check as said;
    use crate::{Act, Claimant, Document};

    fn check(text: &str, expected: &[&str]) {
        let report = Claimant::new().extract(&Document::new(text));
        let claims = report.claims.iter().filter(|claim| claim.act == Act::Estimate);
        let found: Vec<String> = claims
            .map(|claim| {
                let sources: Vec<String> =
                    claim.sources.iter().map(|source| source.spans.text(text)).collect();
                format!("{} | {}", sources.join(" + "), claim.content.text(text))
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn who_says_how_much() {
        check("The Red Cross put the toll at 58.", &["The Red Cross | the toll at 58"]);
        check("Police put the number of dead at 12.", &["Police | the number of dead at 12"]);
        check("Estimates by the UN place the figure at 300.", &["the UN | the figure at 300"]);
        check("The UN’s latest estimate puts the toll at 40,000.", &["The UN | the toll at 40,000"]);
        check("Agency estimates put the total at 3 million.", &["Agency estimates | the total at 3 million"]);
        check(
            "Local media put the death toll as high as 90.",
            &["Local media | the death toll as high as 90"],
        );
        check(
            "Crowds filled the square, with police putting the number of demonstrators at 18,000.",
            &["police | the number of demonstrators at 18,000"],
        );
        check(
            "The governor put the damage to roads, bridges and public buildings at 40 million euros.",
            &["The governor | the damage to roads, bridges and public buildings at 40 million euros"],
        );
        check("The army has put its losses at 31 dead.", &["The army | its losses at 31 dead"]);
        check("A poll put support for the party at 31%.", &["A poll | support for the party at 31%"]);
        check("The toll was put at 41 by local officials.", &["local officials | The toll … at 41"]);
        check("It put the number of injured at 53.", &["It | the number of injured at 53"]);
        check("It put the company’s value at $3bn.", &[]);
        check("The toll was put at 41.", &[" | The toll … at 41"]);
    }

    #[test]
    fn what_a_survey_gives() {
        check(
            "A survey by Medida gives the Socialists 34 percent of the vote.",
            &["Medida | the Socialists 34 percent of the vote"],
        );
        check("The poll gave the party 31%.", &["The poll | the party 31%"]);
        check("The charity gave the town 31% of its money.", &[]);
        check("The survey gives readers three reasons.", &[]);
        check("The poll could give the party 31%.", &[]);
    }

    #[test]
    fn where_somebody_puts_something() {
        check("Police put guards at two gates.", &[]);
        check("The company placed 300 workers at 12 sites.", &[]);
        check("The coach put him at number 10.", &[]);
        check("They put the meeting at 12:30.", &[]);
    }

    #[test]
    fn what_somebody_gives() {
        said("The rebels give a figure of 120 dead.", &["The rebels | a figure of 120 dead"]);
        said("The agency gave a final toll of 21 dead.", &["The agency | a final toll of 21 dead"]);
        said("The organisers spoke of 60,000.", &["The organisers | 60,000"]);
        said(
            "The organisers stand by their estimate of 70,000.",
            &["The organisers | their estimate of 70,000"],
        );
        said("The organisers gave the town a bench.", &[]);
        said("The hospital counts nine cholera deaths.", &["The hospital | nine cholera deaths"]);
        said("The teacher counts three children.", &[]);
        said(
            "The fire service had given the number of missing as 34.",
            &["The fire service | the number of missing as 34"],
        );
    }

    #[test]
    fn who_changes_a_count() {
        check("Officials raised the death toll to 38.", &["Officials | the death toll to 38"]);
        check("Medics have raised to 38 the number of dead.", &["Medics | to 38 the number of dead"]);
        check("The bank raised rates to 5 percent.", &[]);
        check("The win raised the total to 38.", &[]);
    }

    #[test]
    fn what_says_nothing() {
        check("The deal puts the company’s value at $3bn.", &[]);
        check("The sale would put the firm’s value at $3bn.", &[]);
        check("The agency did not put the toll at 58.", &[]);
    }
}
