//! Groups of articles on one event, in the form that `tests/groups/README.md` describes.

use claimant_core::{Claimant, Document};
use claimant_tests::groups::{Group, half};

fn groups() -> impl Iterator<Item = Group> {
    ["dev", "held"].into_iter().flat_map(|name| half(name).expect("the groups can be read"))
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
        let groups = half(name).expect("the groups can be read");
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
