//! Groups of articles on one event, in the form that `tests/groups/README.md` describes.

use claimant_core::{Article, Claimant, Document, Report, compare, wire};
use claimant_tests::groups::{self, Comparison, Group, Scores};

fn groups() -> impl Iterator<Item = Group> {
    ["dev", "held", "later", "unread"]
        .into_iter()
        .flat_map(|name| groups::part(name).expect("the groups can be read"))
}

#[test]
fn the_expectations_are_sound() {
    let faults: Vec<String> =
        groups().flat_map(|group| group.faults().expect("the articles can be read")).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_halves_are_alike() {
    let of = |name: &str| {
        let groups = groups::part(name).expect("the groups can be read");
        let conflicts = groups.iter().filter(|group| {
            group.expected.relation.iter().any(|relation| relation.kind == "conflict" && !relation.optional)
        });
        (groups.len(), conflicts.count())
    };
    assert_eq!(of("dev"), of("held"));
    assert!(of("dev").0 >= 12);
}

/// Updates and the times that articles name hang on it.
#[test]
fn each_article_has_the_date_of_its_date_line() {
    let claimant = Claimant::new();
    for group in groups() {
        for (document, path) in group.expected.document.iter().zip(group.paths()) {
            let text = std::fs::read_to_string(&path).expect("the article can be read");
            let report = claimant.extract(&Document::new(text));
            let published = report.published.expect("a publication date").date.to_string();
            assert_eq!(published, document.published, "{}", path.display());
        }
    }
}

/// Articles with their reports, by path.
fn read(claimant: &Claimant, group: &Group) -> Vec<(Document, Report)> {
    group
        .paths()
        .iter()
        .map(|path| {
            let text = std::fs::read_to_string(path).expect("the article can be read");
            let document = Document::new(text).with_path(path.display().to_string());
            let report = claimant.extract(&document);
            (document, report)
        })
        .collect()
}

fn compared<'r>(read: impl Iterator<Item = &'r (Document, Report)>) -> serde_json::Value {
    let articles: Vec<Article<'_>> = read.map(|(document, report)| Article { document, report }).collect();
    let comparison = wire::Comparison::new(&compare(&articles), &articles, wire::Options::default());
    serde_json::to_value(comparison).expect("comparisons are plain JSON")
}

#[test]
fn the_order_of_the_articles_changes_nothing() {
    let claimant = Claimant::new();
    for group in groups() {
        let read = read(&claimant, &group);
        let there = compared(read.iter());
        assert_eq!(there, compared(read.iter().rev()), "{}", group.name);
        let turned = read[1..].iter().chain(&read[..1]);
        assert_eq!(there, compared(turned), "{}", group.name);
    }
    // All at once: groups do not get in each other's way.
    let all: Vec<(Document, Report)> = groups().flat_map(|group| read(&claimant, &group)).collect();
    assert_eq!(compared(all.iter()), compared(all.iter().rev()));
}

/// What the half that was looked at has reached. A conflict that is none costs a reader's trust.
#[test]
fn no_conflict_and_no_denial_is_wrong_where_we_looked() {
    let claimant = Claimant::new();
    for group in groups::part("dev").expect("the groups can be read") {
        let json = compared(read(&claimant, &group).iter());
        let scores = Scores::of(&group, &Comparison::read(&json).expect("a comparison"));
        for kind in ["conflict", "denies", "leaves-unconfirmed"] {
            let count = scores.kinds.get(kind).copied().unwrap_or_default();
            assert_eq!(count.right, count.given, "{kind} in {}: {:#?}", group.name, scores.faults);
        }
        assert_eq!(scores.apart.0, scores.apart.1, "{}: {:#?}", group.name, scores.faults);
        assert_eq!(scores.duplicates.found, scores.duplicates.owed, "{}", group.name);
    }
}
