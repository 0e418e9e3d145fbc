//! The scorer by hand, and on answers that are right in everything.

use serde_json::{Value, json};

use super::*;
use crate::groups::part;

/// Two sides' tolls, one of them in two articles, and a third article with another event.
const EXPECTED: &str = r#"
about = "by hand"
document = [
  { file = "1.txt", published = "2025-03-04" },
  { file = "2.txt", published = "2025-03-05" },
  { file = "3.txt", published = "2025-03-06" },
]
statement = [
  { id = "four", by = "army", in = [
    { document = "1.txt", words = "four soldiers were killed" },
    { document = "2.txt", words = "four soldiers died" },
  ] },
  { id = "hundred", by = "rebels", in = [{ document = "2.txt", words = "a hundred soldiers were killed" }] },
  { id = "six", by = "army", in = [{ document = "3.txt", words = "six soldiers were killed" }] },
]
relation = [
  { kind = "conflict", between = ["hundred", "four"], on = "figure" },
  { kind = "update", between = ["six", "four"], on = "figure" },
  { kind = "conflict", between = ["hundred", "six"], on = "figure", optional = true },
]
thread = [{ statements = ["four", "hundred"], independent_sources = 2 }]
apart = [{ statements = ["hundred", "six"] }]
duplicates = [{ documents = ["1.txt", "2.txt"] }]
"#;

fn group() -> Group {
    let expected = toml::from_str(EXPECTED).unwrap();
    Group { name: "by-hand".to_owned(), folder: std::path::PathBuf::new(), expected }
}

fn comparison(relations: &[(&str, [(usize, &str); 2])], threads: &Value, duplicates: &Value) -> Comparison {
    let claim = |id: &str, text: &str| json!({ "id": id, "content": { "text": text } });
    let report = |path: &str, claims: &[Value]| json!({ "document": { "path": path }, "claims": claims, "relations": [] });
    let at = |(document, claim): (usize, &str)| json!({ "document": document, "claim": claim });
    let relations: Vec<Value> =
        relations.iter().map(|(kind, claims)| json!({ "kind": kind, "claims": claims.map(at) })).collect();
    let json = json!({
        "schema": "claimant-comparison/1",
        "documents": [
            report("a/1.txt", &[claim("c1", "four soldiers were killed on Monday"), claim("c2", "it rained")]),
            report("a/2.txt", &[claim("c1", "only four soldiers died"), claim("c2", "a hundred soldiers were killed")]),
            report("a/3.txt", &[claim("c1", "six soldiers in all were killed")]),
        ],
        "threads": threads,
        "relations": relations,
        "duplicates": duplicates,
    });
    Comparison::read(&json).unwrap()
}

#[track_caller]
fn check(relations: &[(&str, [(usize, &str); 2])], kind: &str, [right, given, found, owed]: [usize; 4]) {
    let scores = Scores::of(&group(), &comparison(relations, &json!([]), &json!([])));
    let expected = Count { right, given, found, owed };
    assert_eq!(scores.kinds.get(kind).copied().unwrap_or_default(), expected, "{:?}", scores.faults);
}

#[test]
fn relations_by_hand() {
    check(&[], "conflict", [0, 0, 0, 1]);
    check(&[("conflict", [(1, "c2"), (0, "c1")])], "conflict", [1, 1, 1, 1]);
    // Either member of the statement, in either direction; both are right and count as given.
    check(&[("conflict", [(1, "c1"), (1, "c2")])], "conflict", [1, 1, 1, 1]);
    check(
        &[("conflict", [(1, "c1"), (1, "c2")]), ("conflict", [(1, "c2"), (0, "c1")])],
        "conflict",
        [2, 2, 1, 1],
    );
    // An optional one is right and does not pay what is owed.
    check(&[("conflict", [(1, "c2"), (2, "c1")])], "conflict", [1, 1, 0, 1]);
    // Not expected, or with a claim in no statement.
    check(&[("conflict", [(0, "c1"), (1, "c1")])], "conflict", [0, 1, 0, 1]);
    check(&[("conflict", [(0, "c2"), (1, "c2")])], "conflict", [0, 1, 0, 1]);
    // The later first.
    check(&[("update", [(2, "c1"), (0, "c1")])], "update", [1, 1, 1, 1]);
    check(&[("update", [(0, "c1"), (2, "c1")])], "update", [0, 1, 0, 1]);
    // Members of one statement.
    check(&[("same-source", [(0, "c1"), (1, "c1")])], "same-source", [1, 1, 0, 0]);
    check(&[("same-source", [(0, "c1"), (1, "c2")])], "same-source", [0, 1, 0, 0]);
    check(&[("corroborate", [(0, "c1"), (1, "c1")])], "corroborate", [0, 1, 0, 0]);
}

#[test]
fn threads_by_hand() {
    let at = |document: usize, claim: &str| json!({ "document": document, "claim": claim });
    let check = |threads: Value, together: (usize, usize), apart: (usize, usize), sources: (usize, usize)| {
        let scores = Scores::of(&group(), &comparison(&[], &threads, &json!([])));
        assert_eq!((scores.together, scores.apart, scores.sources), (together, apart, sources));
    };
    check(json!([]), (0, 1), (1, 1), (0, 1));
    let both = [at(0, "c1"), at(1, "c2")];
    check(json!([{ "claims": both, "independent_sources": 2 }]), (1, 1), (1, 1), (1, 1));
    check(json!([{ "claims": both, "independent_sources": 3 }]), (1, 1), (1, 1), (0, 1));
    let all = [at(0, "c1"), at(1, "c2"), at(2, "c1")];
    check(json!([{ "claims": all, "independent_sources": 2 }]), (1, 1), (0, 1), (1, 1));
}

#[test]
fn copies_by_hand() {
    let check = |duplicates: Value, [right, given, found, owed]: [usize; 4]| {
        let scores = Scores::of(&group(), &comparison(&[], &json!([]), &duplicates));
        assert_eq!(scores.duplicates, Count { right, given, found, owed });
    };
    check(json!([]), [0, 0, 0, 1]);
    check(json!([[0, 1]]), [1, 1, 1, 1]);
    check(json!([{ "documents": [2, 0, 1] }]), [1, 3, 1, 1]);
}

#[test]
fn a_claim_inside_a_claim() {
    let check = |content: &str, words: &str, expected: bool| assert_eq!(is_part(content, words), expected);
    check("she had resigned", "he could not confirm that she had resigned", true);
    check("She had resigned on Monday", "he could not confirm that she had resigned", false);
    check("", "he could not confirm it", false);
}

#[test]
fn words_nearly() {
    let check = |content: &str, words: &str, expected: bool| assert_eq!(covers(content, words), expected);
    check("At least 12 people, were KILLED.", "12 people were killed", true);
    check("six soldiers had been killed", "six soldiers were killed", false);
    check("six soldiers of the guard were killed", "six young soldiers were killed", true);
    check("killed were soldiers six", "six soldiers were killed", false);
    check("", "", false);
}

/// What a comparison that is right in everything would say of a group.
fn perfect(group: &Group) -> Value {
    let expected = &group.expected;
    let index = |file: &str| expected.document.iter().position(|document| document.file == file).unwrap();
    let mut contents: Vec<Vec<&str>> = vec![Vec::new(); expected.document.len()];
    let mut claims: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for statement in &expected.statement {
        for member in &statement.members {
            let document = index(&member.document);
            contents[document].push(&member.words);
            let claim = json!({ "document": document, "claim": format!("c{}", contents[document].len()) });
            claims.entry(&statement.id).or_default().push(claim);
        }
    }
    let documents = expected.document.iter().zip(contents).map(|(document, contents)| {
        let claim = |(at, text)| json!({ "id": format!("c{at}"), "content": { "text": text } });
        let claims: Vec<Value> = (1..).zip(contents).map(claim).collect();
        json!({ "document": { "path": document.file }, "claims": claims })
    });
    let relations = expected.relation.iter().map(|relation| {
        let [first, second] = &relation.between;
        let other = claims[second.as_str()].last();
        json!({ "kind": relation.kind, "claims": [claims[first.as_str()].first(), other] })
    });
    let threads = expected.thread.iter().map(|thread| {
        let of: Vec<&Value> = thread.statements.iter().flat_map(|id| &claims[id.as_str()]).collect();
        json!({ "claims": of, "independent_sources": thread.independent_sources })
    });
    let duplicates = expected
        .duplicates
        .iter()
        .map(|copies| copies.documents.iter().map(|file| index(file)).collect::<Vec<_>>());
    json!({
        "schema": "claimant-comparison/1",
        "documents": documents.collect::<Vec<_>>(),
        "relations": relations.collect::<Vec<_>>(),
        "threads": threads.collect::<Vec<_>>(),
        "duplicates": duplicates.collect::<Vec<_>>(),
    })
}

#[test]
fn what_is_right_in_everything_has_full_scores() {
    for group in part("dev").unwrap().into_iter().chain(part("held").unwrap()) {
        let scores = Scores::of(&group, &Comparison::read(&perfect(&group)).unwrap());
        assert_eq!(scores.faults, Vec::<String>::new());
        let all = scores.all();
        assert_eq!((all.right, all.found), (all.given, all.owed));
        assert!(all.owed > 0 && all.given >= all.owed, "{}", group.name);
        assert_eq!(scores.reachable.0, all.owed);
    }
}

#[test]
fn what_is_no_comparison_is_refused() {
    let check = |json: &Value, word: &str| {
        let error = Comparison::read(json).unwrap_err().to_string();
        assert!(error.contains(word), "{error}");
    };
    check(&json!([]), "not a comparison");
    check(&json!({ "schema": "claimant-comparison/1" }), "documents");
    let claims = [json!({ "document": 0, "claim": "c9" }), json!({ "document": 0, "claim": "c8" })];
    check(
        &json!({
            "schema": "claimant-comparison/1", "documents": [], "threads": [],
            "relations": [{ "kind": "conflict", "claims": claims }],
        }),
        "c9",
    );
}
