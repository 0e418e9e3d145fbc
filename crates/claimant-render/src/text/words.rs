//! The parts of a report in words.

use std::borrow::Cow;
use std::collections::BTreeMap;

use claimant_core::wire::{
    Approx, Basis, Certainty, Claim, DocumentInfo, Figure, Polarity, Published, Quotation, Relation,
    RelationKind, Report, Source, Time, Voice,
};

/// The width of the labels' column.
pub(crate) const LABELS: usize = 8;

/// Below this, how sure the extractors are is worth a reader's second look.
const DOUBTFUL: f32 = 0.5;

pub(crate) fn count(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

pub(crate) fn published(published: Option<&Published>) -> String {
    let Some(published) = published else { return "publication date not known".to_owned() };
    let basis = match published.basis {
        Basis::Given => "as given",
        Basis::Metadata => "by its metadata",
        Basis::Dateline => "by its dateline",
        Basis::EmbeddedPost => "by its latest embedded post",
    };
    format!("published {} {basis}", published.value)
}

/// What a document is called: its title, or else where it was read from.
pub(crate) fn title(document: &DocumentInfo) -> Cow<'_, str> {
    let title = document.title.as_deref().filter(|title| !title.trim().is_empty());
    title.map(Cow::Borrowed).or_else(|| place(document)).unwrap_or(Cow::Borrowed("document"))
}

/// Where a document was read from, with what tells it from others that were read from there: `stories.jsonl (7)`.
pub(crate) fn place(document: &DocumentInfo) -> Option<Cow<'_, str>> {
    let path = document.path.as_deref().map(|path| if path == "-" { "standard input" } else { path });
    match (path, document.id.as_deref()) {
        (Some(path), Some(id)) => Some(Cow::Owned(format!("{path} ({id})"))),
        (path, id) => path.or(id).map(Cow::Borrowed),
    }
}

/// The names of a report's entities by their ids.
pub(crate) fn names(report: &Report) -> BTreeMap<&str, &str> {
    report.entities.iter().map(|entity| (entity.id.as_str(), entity.name.as_str())).collect()
}

/// Who says it.
pub(crate) fn who(claim: &Claim, names: &BTreeMap<&str, &str>) -> String {
    let name = |id: Option<&String>| id.and_then(|id| names.get(id.as_str()).copied());
    let sources: Vec<String> = claim.sources.iter().map(|it| source(it, name(it.entity.as_ref()))).collect();
    match claim.voice {
        Voice::Narrator => "the text itself".to_owned(),
        Voice::Attributed if claim.source_unnamed => "a source that is not named".to_owned(),
        Voice::Attributed if sources.is_empty() => "a source that cannot be told".to_owned(),
        Voice::Attributed => list(&sources),
    }
}

/// Words of the text, and whom or what they name where that is not to be seen from the words.
pub(crate) fn named(text: &str, entity: Option<&str>) -> String {
    match entity {
        Some(name) if !text.to_lowercase().contains(&name.to_lowercase()) => format!("{text} ({name})"),
        _ => text.to_owned(),
    }
}

/// The words of a source, whom they mean, and what they say of one without a name: `two officials [unnamed: official, withheld]`.
pub(crate) fn source(source: &Source, entity: Option<&str>) -> String {
    let Some(unnamed) = &source.unnamed else { return named(&source.text, entity) };
    let mut about: Vec<&str> = unnamed.kind.iter().map(|kind| kind.name()).collect();
    about.extend(unnamed.former.then_some("no longer in office"));
    about.extend(unnamed.anonymous.then_some("name withheld"));
    let about =
        if about.is_empty() { "unnamed".to_owned() } else { format!("unnamed: {}", about.join(", ")) };
    format!("{} [{about}]", named(&source.text, entity))
}

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// How and when it is said: always what the source does, else only what is out of the ordinary.
pub(crate) fn manner(claim: &Claim) -> Vec<String> {
    let act = claim.act.name();
    let mut parts = vec![match (&claim.cue, claim.check_worthiness) {
        (Some(cue), _) if cue.lemma == act => cue.text.clone(),
        (Some(cue), _) => format!("{} [{act}]", cue.text),
        // The narrator does nothing but state.
        (None, Some(score)) => format!("worth checking: {score:.2}"),
        (None, None) => format!("[{act}]"),
    }];
    parts.extend(claim.said_at.as_ref().map(time));
    match claim.quotation {
        Quotation::Direct => parts.push("quoted".to_owned()),
        Quotation::Mixed => parts.push("partly quoted".to_owned()),
        Quotation::Indirect | Quotation::None => {}
    }
    if claim.polarity == Polarity::Negative {
        parts.push("negated".to_owned());
    }
    if claim.certainty != Certainty::Certain {
        parts.push(claim.certainty.name().to_owned());
    }
    if claim.post {
        parts.push("a post".to_owned());
    }
    if claim.truncated {
        parts.push("breaks off".to_owned());
    }
    parts.extend(
        claim.confidence.filter(|it| *it < DOUBTFUL).map(|it| format!("doubtful ({:.0}%)", it * 100.0)),
    );
    parts
}

/// `in August (2024-08)`.
pub(crate) fn time(time: &Time) -> String {
    match &time.value {
        Some(value) if time.text.contains(value.as_str()) => time.text.clone(),
        Some(value) => format!("{} ({value})", time.text),
        None => format!("{} (not resolved)", time.text),
    }
}

/// `nearly 3,000 North Korean soldiers, killed or injured: at most 3,000`.
pub(crate) fn figure(figure: &Figure) -> String {
    let mut words = figure.text.clone();
    if let Some(of) = &figure.of
        && !words.contains(of.as_str())
    {
        words = format!("{words} {of}");
    }
    if let Some(event) = &figure.event
        && !words.contains(event.as_str())
    {
        words = format!("{words}, {event}");
    }
    match bounds(figure) {
        Some(bounds) if !figure.text.contains(&bounds) => format!("{words}: {bounds}"),
        _ => words,
    }
}

/// What the words of a figure allow.
fn bounds(figure: &Figure) -> Option<String> {
    let unit = figure.unit.as_deref();
    let number = |value: f64| with_unit(&grouped(value), unit);
    let low = figure.low.map(|low| low.0);
    let high = figure.high.map(|high| high.0);
    Some(match (low, high) {
        (None, None) => return None,
        (None, Some(high)) => format!("at most {}", number(high)),
        (Some(low), None) => format!("at least {}", number(low)),
        (Some(low), Some(high)) if low.to_bits() == high.to_bits() => match figure.approx {
            Approx::About => format!("about {}", number(low)),
            _ => number(low),
        },
        (Some(low), Some(high)) => format!("{} to {}", grouped(low), number(high)),
    })
}

/// `3,000`, `0.25`, `-1,234.5`.
pub(crate) fn grouped(value: f64) -> String {
    let plain = value.to_string();
    let (sign, rest) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, fraction) = rest.split_at(rest.find('.').unwrap_or(rest.len()));
    let mut digits = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            digits.push(',');
        }
        digits.push(digit);
    }
    digits + fraction
}

pub(crate) fn with_unit(number: &str, unit: Option<&str>) -> String {
    match unit {
        None => number.to_owned(),
        Some("%") => format!("{number}%"),
        Some("1") => format!("{number} of the whole"),
        // ISO 4217 codes stand before the sum, in English, and units of measure after it.
        Some(code) if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) => {
            format!("{code} {number}")
        }
        Some(unit) => format!("{number} {unit}"),
    }
}

/// `c10 and c11 conflict on a figure: …`.
pub(crate) fn relation(relation: &Relation) -> String {
    let all = list(&relation.claims);
    let (first, others) = match relation.claims.split_first() {
        Some((first, others)) => (first.as_str(), list(others)),
        None => ("", String::new()),
    };
    let on = relation.on.name();
    let what = match relation.kind {
        RelationKind::Conflict => format!("{all} conflict ({on})"),
        RelationKind::Corroborate => format!("{all} agree, from separate sources ({on})"),
        RelationKind::SameSource => format!("{all} rest on the same source ({on})"),
        RelationKind::Denies => format!("{first} denies {others} ({on})"),
        RelationKind::Update => format!("{first} replaces {others} ({on})"),
        RelationKind::LeavesUnconfirmed => format!("{first} leaves {others} unconfirmed ({on})"),
        RelationKind::RespondsTo => format!("{first} responds to {others} ({on})"),
    };
    if relation.why.is_empty() { what } else { format!("{what}: {}", relation.why) }
}

#[cfg(test)]
mod tests {
    use claimant_core::wire::Number;

    use super::*;

    #[test]
    fn documents_of_one_file_are_told_apart() {
        let mut document = crate::sample::report().document;
        document.path = Some("stories.jsonl".to_owned());
        document.id = Some("7".to_owned());
        assert_eq!(title(&document), "stories.jsonl (7)");
        document.title = Some(" ".to_owned());
        assert_eq!(title(&document), "stories.jsonl (7)");
        document.title = Some("Bridge falls".to_owned());
        assert_eq!(title(&document), "Bridge falls");
        assert_eq!(place(&document).as_deref(), Some("stories.jsonl (7)"));
    }

    #[test]
    fn numbers() {
        let check = |value, expected: &str| assert_eq!(grouped(value), expected);
        check(0.0, "0");
        check(999.0, "999");
        check(3000.0, "3,000");
        check(-1_234_567.5, "-1,234,567.5");
    }

    #[test]
    fn figures() {
        let check =
            |text: &str, (low, high): (Option<f64>, Option<f64>), approx, unit: Option<&str>, expected| {
                let it = Figure {
                    text: text.to_owned(),
                    spans: Vec::new(),
                    low: low.map(Number),
                    high: high.map(Number),
                    approx,
                    of: None,
                    of_spans: Vec::new(),
                    event: None,
                    event_spans: Vec::new(),
                    about: None,
                    about_spans: Vec::new(),
                    part_of: None,
                    part_of_spans: Vec::new(),
                    unit: unit.map(str::to_owned),
                };
                assert_eq!(figure(&it), expected);
            };
        check("nearly 3,000", (None, Some(3e3)), Approx::Under, None, "nearly 3,000: at most 3,000");
        check("dozens", (Some(12.0), None), Approx::AtLeast, None, "dozens: at least 12");
        check("12,000", (Some(12e3), Some(12e3)), Approx::Exact, None, "12,000");
        check("three", (Some(3.0), Some(3.0)), Approx::Exact, None, "three: 3");
        check("some 500", (Some(500.0), Some(500.0)), Approx::About, None, "some 500: about 500");
        check(
            "5 to 6 percent",
            (Some(5.0), Some(6.0)),
            Approx::Between,
            Some("%"),
            "5 to 6 percent: 5 to 6%",
        );
        check("$2 million", (Some(2e6), Some(2e6)), Approx::Exact, Some("USD"), "$2 million: USD 2,000,000");
        check("half", (Some(0.5), Some(0.5)), Approx::Exact, Some("1"), "half: 0.5 of the whole");
    }
}
