//! A comparison is the same for any order of its articles: any of them, shuffled, with their dates and paths or without.

use std::sync::LazyLock;

use claimant_core::{Article, At, Claimant, Comparison, Document, Report, compare, wire};
use claimant_tests::groups::part;
use proptest::prelude::*;
use proptest::sample::subsequence;

/// Every article of the half that may be looked at, as it is and without its path: then only the text tells articles of one day apart.
static READ: LazyLock<Vec<[(Document, Report); 2]>> = LazyLock::new(|| {
    let claimant = Claimant::new();
    let groups = part("dev").expect("the groups can be read");
    let paths = groups.iter().flat_map(claimant_tests::groups::Group::paths);
    paths
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("the article can be read");
            let bare = Document::new(text);
            let placed = bare.clone().with_path(path.display().to_string());
            [bare, placed].map(|document| {
                let report = claimant.extract(&document);
                (document, report)
            })
        })
        .collect()
});

fn articles(chosen: &[(usize, usize)]) -> Vec<Article<'static>> {
    chosen
        .iter()
        .map(|(at, form)| {
            let (document, report) = &READ[*at][*form];
            Article { document, report }
        })
        .collect()
}

fn printed(articles: &[Article<'_>]) -> serde_json::Value {
    let comparison = wire::Comparison::new(&compare(articles), articles, wire::Options::default());
    serde_json::to_value(comparison).expect("comparisons are plain JSON")
}

/// The first of the articles that nothing tells from this one: exact copies without a path.
fn alike((place, form): (usize, usize)) -> (usize, usize) {
    let own = &READ[place][form].0;
    let same = |other: &Document| other.text == own.text && other.path == own.path;
    (READ.iter().position(|forms| same(&forms[form].0)).unwrap_or(place), form)
}

/// Threads, positions and relations by what was given, not by the comparison's own numbers.
fn told(comparison: &Comparison, chosen: &[(usize, usize)]) -> Vec<String> {
    let given = |at: &At| format!("{:?} {:?}", alike(chosen[comparison.order[at.document]]), at.claim);
    let all = |list: &[At]| list.iter().map(given).collect::<Vec<_>>().join(", ");
    let mut lines = Vec::new();
    for thread in &comparison.threads {
        lines.push(format!("{} [{}] {}", thread.about, all(&thread.claims), thread.independent_sources));
        for position in &thread.positions {
            let figure = position.figure.as_ref().map(|(at, number)| (given(at), *number));
            lines.push(format!(
                "{:?} {:?} {figure:?} [{}]",
                position.holder.names,
                position.since,
                all(&position.claims)
            ));
        }
        for reading in &thread.figures {
            lines.push(format!(
                "{} {:?} {:?} {:?}",
                given(&reading.at),
                reading.low,
                reading.high,
                reading.date
            ));
        }
    }
    for relation in &comparison.relations {
        lines.push(format!("{} [{}] {}", relation.kind, all(&relation.claims), relation.why));
    }
    lines
}

/// Articles by their place, each in one of its forms.
type Chosen = Vec<(usize, usize)>;

/// Some articles in two orders.
fn orders() -> impl Strategy<Value = (Chosen, Chosen)> {
    let count = READ.len();
    let some = subsequence((0..count).collect::<Vec<_>>(), 2..=count.min(24));
    (some, 0..2usize).prop_flat_map(|(some, form)| {
        let chosen: Chosen = some.into_iter().map(|at| (at, form)).collect();
        (Just(chosen.clone()), Just(chosen).prop_shuffle())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_order_gives_the_same_comparison((there, here) in orders()) {
        let (one, other) = (articles(&there), articles(&here));
        prop_assert_eq!(printed(&one), printed(&other));
        prop_assert_eq!(told(&compare(&one), &there), told(&compare(&other), &here));
    }
}

/// The property is about something: the whole has threads, positions and relations to get wrong.
#[test]
fn there_is_something_to_get_wrong() {
    let all: Vec<(usize, usize)> = (0..READ.len()).map(|at| (at, 0)).collect();
    let comparison = compare(&articles(&all));
    assert!(comparison.threads.len() > 10 && comparison.relations.len() > 10);
    assert!(comparison.threads.iter().any(|thread| thread.positions.len() > 2));
    assert!(!comparison.copies.is_empty());
}
