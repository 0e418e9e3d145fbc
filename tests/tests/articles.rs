//! Literate articles: `tests/articles/*.md`, in the form that `tests/articles/README.md` describes.

use std::path::Path;

use claimant_core::{Claimant, Document, wire};

/// The fenced block whose info string begins with `name`: the rest of that string, and the block.
fn block<'a>(page: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    let fence = format!("```{name}");
    let start = page.find(&fence)? + fence.len();
    let (info, rest) = page[start..].split_once('\n')?;
    let end = if rest.starts_with("```") { 0 } else { rest.find("\n```")? + 1 };
    Some((info.trim(), &rest[..end]))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn bound(number: Option<wire::Number>) -> String {
    number.map(|number| number.0.to_string()).unwrap_or_default()
}

/// Who says it.
fn source(claim: &wire::Claim) -> String {
    let sources: Vec<&str> = claim.sources.iter().map(|source| source.text.as_str()).collect();
    match claim.voice {
        wire::Voice::Narrator => "(narrator)".to_owned(),
        wire::Voice::Attributed if claim.source_unnamed => "(unnamed)".to_owned(),
        wire::Voice::Attributed => sources.join(" + "),
    }
}

/// A claim in the form of a `claims` block.
fn lines(claim: &wire::Claim, all: &[wire::Claim]) -> Vec<String> {
    let source = source(claim);
    let cue = claim.cue.as_ref().map_or("(none)", |cue| cue.text.as_str());
    let mut details = format!("{} {} {} {}", claim.quotation, claim.act, claim.polarity, claim.certainty);
    if let Some(score) = claim.check_worthiness {
        details += &format!(" {score:.2}");
    }
    if let Some(time) = &claim.said_at {
        details += &format!("; said {}", time.value.as_deref().unwrap_or("?"));
    }
    if let Some(medium) = &claim.medium {
        details += &format!("; in “{}”", medium.text);
    }
    if let Some(outer) = claim.within.as_ref().and_then(|id| all.iter().find(|outer| outer.id == *id)) {
        let start: String = one_line(&outer.content.text).chars().take(24).collect();
        details += &format!("; within: {start}");
    }
    for figure in &claim.figures {
        let range = if figure.low == figure.high {
            bound(figure.low)
        } else {
            format!("{}..{}", bound(figure.low), bound(figure.high))
        };
        details += &format!("; “{}” {range} {}", figure.text, figure.approx);
        for (name, part) in [("unit", &figure.unit), ("of", &figure.of), ("event", &figure.event)] {
            if let Some(part) = part {
                details += &format!(" {name} “{part}”");
            }
        }
    }
    for time in &claim.times {
        details += &format!("; “{}” {}", time.text, time.value.as_deref().unwrap_or("?"));
        if let Some(whole) = &time.interval {
            details += &format!(" [{whole}]");
        }
    }
    vec![
        format!("{} | {} | {}", one_line(&source), cue, one_line(&claim.content.text)),
        format!("  {details}"),
    ]
}

/// The propositions in the form of a `propositions` block.
fn propositions(claim: &wire::Claim) -> Vec<String> {
    let line = |one: &wire::Proposition| {
        let subject = one.subject.as_ref().map_or("-", |part| part.text.as_str());
        let events: Vec<String> = one.events.iter().map(|kind| format!(" [{kind}]")).collect();
        let events = events.concat();
        let rest: Vec<String> =
            one.object.iter().chain(&one.modifiers).map(|part| format!(" | {}", part.text)).collect();
        let stance = format!(" | {} {}", one.polarity, one.certainty);
        let line = format!("{} {subject} | {} = {}{events}", claim.id, one.predicate.text, one.lemma);
        one_line(&(line + &rest.concat() + &stance))
    };
    claim.propositions.iter().map(line).collect()
}

/// The places in the form of a `places` block.
fn places(claim: &wire::Claim) -> Vec<String> {
    let word = |part: &Option<wire::Passage>| part.as_ref().map(|part| part.text.clone());
    let line = |place: &wire::Place| {
        let relation = word(&place.relation).map(|word| word + " ").unwrap_or_default();
        let mut line = format!("{} {relation}{}", claim.id, place.text);
        line += &format!(" | {}", place.country.as_deref().unwrap_or("?"));
        line.extend(word(&place.called).map(|noun| format!(" | a {noun}")));
        line.extend(word(&place.part_of).map(|whole| format!(" | of {whole}")));
        one_line(&line)
    };
    claim.places.iter().map(line).collect()
}

/// The sources in the form of a `sources` block.
fn sources(claim: &wire::Claim, entities: &[wire::Entity]) -> Vec<String> {
    let entity = |id: &str| entities.iter().find(|entity| entity.id == id);
    let line = |source: &wire::Source| {
        let mut line = format!("{} {}", claim.id, source.text);
        match source.entity.as_deref().and_then(entity) {
            Some(one) => {
                line += &format!(" = {}", one.name);
                let members: Vec<&str> =
                    one.members.iter().filter_map(|id| Some(entity(id)?.name.as_str())).collect();
                if !members.is_empty() {
                    line += &format!(" [{}]", members.join(" + "));
                }
            }
            None => line += " = ?",
        }
        let open = claim.because.iter().filter(|why| why.starts_with("entities: "));
        line.extend(open.map(|why| format!(" ({})", why.rsplit(": ").next().unwrap_or_default())));
        one_line(&line)
    };
    claim.sources.iter().map(line).collect()
}

fn compare(path: &Path, name: &str, found: &[String], expected: &str) {
    let expected: Vec<&str> = expected.lines().map(|line| line.strip_prefix("! ").unwrap_or(line)).collect();
    assert!(
        found == expected,
        "{}: {name} are:\n\n{}\n\nand expected:\n\n{}",
        path.display(),
        found.join("\n"),
        expected.join("\n")
    );
}

fn check(path: &Path) {
    let page = std::fs::read_to_string(path).expect("the page can be read");
    let (info, text) = block(&page, "text").expect("a page has a `text` block");
    let mut document = Document::new(text);
    if let Some(date) = info.strip_prefix("published=") {
        document = document.with_published(date.parse().expect("a date"));
    }
    let report = Claimant::new().extract(&document);
    let report = wire::Report::new(&report, &document, wire::Options::default());
    let found: Vec<String> = report.claims.iter().flat_map(|claim| lines(claim, &report.claims)).collect();
    let (_, expected) = block(&page, "claims").expect("a page has a `claims` block");
    compare(path, "claims", &found, expected);
    type Lines<'a> = &'a dyn Fn(&wire::Claim) -> Vec<String>;
    let others: [(&str, Lines<'_>); 3] = [
        ("propositions", &propositions),
        ("places", &places),
        ("sources", &|claim| sources(claim, &report.entities)),
    ];
    for (name, lines) in others {
        if let Some((_, expected)) = block(&page, name) {
            let found: Vec<String> = report.claims.iter().flat_map(lines).collect();
            compare(path, name, &found, expected);
        }
    }
    if let Some((_, expected)) = block(&page, "relations") {
        let found: Vec<String> = report.relations.iter().map(relation).collect();
        compare(path, "relations", &found, expected);
    }
    for line in block(&page, "missed").map_or("", |(_, missed)| missed).lines() {
        let (who, content) = line.split_once(" | ").expect("a missed claim is `source | content`");
        let there = report
            .claims
            .iter()
            .any(|claim| source(claim) == who && one_line(&claim.content.text) == content);
        assert!(!there, "{}: found now, so no longer missed: {line}", path.display());
        assert!(
            content.split(" … ").all(|piece| text.contains(piece)),
            "{}: not in the text: {line}",
            path.display()
        );
    }
}

/// `conflict c3 c1 on time | 4 a.m. (Chief Tonbra) against …`
fn relation(relation: &wire::Relation) -> String {
    format!("{} {} on {} | {}", relation.kind, relation.claims.join(" "), relation.on, relation.why)
}

#[test]
fn every_article_gives_what_its_page_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles");
    let mut pages: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    pages.sort();
    pages.retain(|path| path.file_name().is_some_and(|name| name != "README.md"));
    assert!(pages.len() >= 5);
    let faults: Vec<String> = pages
        .iter()
        .filter_map(|path| std::panic::catch_unwind(|| check(path)).err())
        .map(|fault| fault.downcast_ref::<String>().cloned().unwrap_or_default())
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}
