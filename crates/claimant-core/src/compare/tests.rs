//! What sentences of two articles come to beside each other, each article with a lead that tells one story.

use super::{Article, Comparison, compare};
use crate::{Claimant, Document};

/// Two openings of one story, unlike enough to be no copies.
const LEADS: [&str; 2] = [
    "Marchers and police in Kelvin Square\n\nKELVIN, June 3, 2025 - Marchers met police in Kelvin Square on Tuesday.\n\n",
    "Kelvin: what marchers and police say\n\nJune 3, 2025\n\nThe square in Kelvin was full of marchers, and police stood by, wet from rain.\n\n",
];

/// A third.
const THIRD: &str = "A wet day for marchers in Kelvin\n\nBy Ann Holt, June 3, 2025\n\nMarchers who came to Kelvin Square on Tuesday found police there.\n\n";

/// What articles, each after its opening, come to.
fn compared(said: &[&str]) -> Comparison {
    let claimant = Claimant::new();
    let leads = LEADS.iter().chain(std::iter::once(&THIRD));
    let documents: Vec<Document> = leads
        .zip(said)
        .map(|(lead, said)| {
            let document = Document::new(format!("{lead}{said}"));
            document.with_published("2025-06-03".parse().expect("a date"))
        })
        .collect();
    let reports: Vec<_> = documents.iter().map(|document| claimant.extract(document)).collect();
    let articles: Vec<Article<'_>> =
        documents.iter().zip(&reports).map(|(document, report)| Article { document, report }).collect();
    compare(&articles)
}

/// The relations between two articles, without those inside them, as "kind: why".
fn between(one: &str, other: &str) -> Vec<String> {
    let found = compared(&[one, other]).relations;
    let across = found.iter().filter(|relation| relation.claims[0].document != relation.claims[1].document);
    across.map(|relation| format!("{}: {}", relation.kind, relation.why)).collect()
}

fn check(one: &str, other: &str, expected: &[&str]) {
    assert_eq!(between(one, other), expected, "{one} {other}");
}

#[test]
fn one_saying_under_two_names_is_one_witness() {
    check(
        "“We are keen to find the man who left the dog at the station,” said inspector Mary Cole.",
        "“We are keen to find the man who left the dog at the station,” a spokeswoman said.",
        &[
            "same-source: the same words (a spokeswoman and Mary Cole), no second witness: are keen – to find the man who left the dog at the station (by We)",
        ],
    );
}

#[test]
fn what_a_negation_limits_itself_to() {
    let treated = "Doctor Mary Cole said the mayor was being treated for another illness.";
    check(treated, "The clinic said the mayor was not being treated for malaria.", &[]);
    check(
        "Doctor Mary Cole said the mayor was being treated for malaria.",
        "Officials at Hope Clinic denied that the mayor was being treated for malaria.",
        &["denies: denied by Officials at Hope Clinic, said by Mary Cole: was being treated – the mayor"],
    );
}

#[test]
fn what_is_to_come_is_not_what_was() {
    check("The union said Mary Cole will resign.", "The mayor said Mary Cole has not resigned.", &[]);
}

#[test]
fn a_number_alone_counts_what_the_one_before_it_counts() {
    check(
        "Police said 30,000 people took part.",
        "Organisers say 110,000 people took part. The interior ministry said 62,000.",
        &[
            "conflict: 110,000 (Organisers, 2025-06-03) against 30,000 (Police, the same day): people",
            "conflict: 62,000 (The interior ministry, 2025-06-03) against 30,000 (Police, the same day): people",
        ],
    );
}

#[test]
fn a_whole_and_a_part_are_not_set_against_each_other() {
    check(
        "Police said 120 people were arrested.",
        "Lawyers said 80 out of 95 people in the hall were arrested.",
        &["conflict: 80 (Lawyers, 2025-06-03) against 120 (Police, the same day): people"],
    );
    check("Police said 15 people were injured.", "The clinic said two of those injured had died.", &[]);
}

#[test]
fn a_village_may_lie_in_the_province() {
    check(
        "The army said 12 people were killed in the province of Halmar.",
        "Rescuers said 19 people were killed near the village of Ostrel.",
        &["conflict: 19 (Rescuers, 2025-06-03) against 12 (The army, the same day): people killed"],
    );
    check(
        "The army said 12 people were killed in Leeds.",
        "Rescuers said 19 people were killed in Lyon.",
        &[],
    );
}

#[test]
fn what_somebody_won_is_not_what_they_gave() {
    check("Fans said Mary Cole won $300,000.", "Papers said Mary Cole gave away $2 million.", &[]);
}

#[test]
fn who_takes_it_for_granted_leaves_nothing_open() {
    let left = "The mayor said Mary Cole was suspended on Monday.";
    check(left, "The school declined to say why Mary Cole was suspended.", &[]);
    check(left, "The school refused to suspend Mary Cole.", &[]);
}

#[test]
fn named_here_and_described_there() {
    check(
        "The union said the energy minister, Mary Cole, had resigned.",
        "The mayor said the energy minister was dismissed.",
        &[
            "conflict: The mayor: was dismissed – the energy minister; The union: had resigned – the energy minister",
        ],
    );
    check(
        "The union said the energy minister, Mary Cole, had resigned.",
        "The mayor said the trade minister was dismissed.",
        &[],
    );
}

#[test]
fn a_denial_of_what_a_noun_names() {
    check(
        "The union said Mary Cole was released on Tuesday.",
        "The mayor could not confirm the release.",
        &["leaves-unconfirmed: left unconfirmed by The mayor, said by The union: was released – Mary Cole"],
    );
}

#[test]
fn who_pays_for_a_thing_gets_it() {
    check(
        "Officials at Hope Clinic said the ministry paid nine million dollars for spyware.",
        "The mayor denied that the ministry had bought spyware.",
        &["denies: denied by The mayor, said by Officials at Hope Clinic: paid – spyware (by the ministry)"],
    );
}

#[test]
fn one_source_is_known_again_by_its_words() {
    check(
        "The harbour master, Mary Cole, said the ferry was carrying 62 people.",
        "Mary Cole said the vessel carried 62 people.",
        &["same-source: Mary Cole again, no second witness: carried – 62 people (by the vessel)"],
    );
    // The clauses share a verb that says nothing.
    check(
        "Its owner, Kelvin Lines, said the fire had started in a truck loaded with paint.",
        "Kelvin Lines said the fire began in a truck loaded with paint.",
        &["same-source: Kelvin Lines again, no second witness: the fire began in a truck loaded with paint"],
    );
    // Somebody else's saying is no second one of hers but another witness, and another number none at all.
    check(
        "Mary Cole said 62 trucks were loaded with paint.",
        "Tom Reed said 62 trucks had paint on board.",
        &["corroborate: said by Tom Reed, and by Mary Cole: trucks"],
    );
    check("Mary Cole said 62 trucks were loaded with paint.", "Mary Cole said 85 buses were painted.", &[]);
    check(
        "Mary Cole said a man had been detained over the paint.",
        "Mary Cole said the man had been released, and his paint returned.",
        &[],
    );
}

#[test]
fn a_spokesman_and_the_head_speak_for_the_body() {
    check(
        "Kelvin Motors said it would cut 400 jobs.",
        "Mary Cole, a spokeswoman for Kelvin Motors, said 400 posts would go.",
        &["same-source: Mary Cole and Kelvin Motors, one source, no second witness: posts"],
    );
    check(
        "The Transport Workers’ Union said 900 drivers had joined the march.",
        "Tom Reed, general secretary of the Transport Workers’ Union, said 900 drivers took part in the march.",
        &["same-source: Tom Reed and Transport Workers’ Union, one source, no second witness: drivers"],
    );
}

#[test]
fn what_caused_it() {
    check(
        "Mary Cole said a defect in the track was the cause of the crash.",
        "Tom Reed said excessive speed caused the crash.",
        &[
            "conflict: excessive speed (Tom Reed, 2025-06-03) against a defect (Mary Cole, the same day): what the cause was: caused (by excessive speed)",
        ],
    );
    check(
        "Mary Cole said faulty brakes were to blame for the crash.",
        "Tom Reed said the brakes were the cause of the crash.",
        &[],
    );
}

#[test]
fn how_many_were_aboard() {
    check(
        "Police said 42 passengers were on board.",
        "The union said 58 people were on the train.",
        &["conflict: 58 (The union, 2025-06-03) against 42 (Police, the same day): people"],
    );
}

#[test]
fn what_was_set_in_another_event_counts_there() {
    check(
        "Police said 12 people died in the crash.",
        "The ministry said 19 people died in that disaster.",
        &[],
    );
    check(
        "Police said 12 people died in the crash.",
        "The ministry said 14 people, not 12, died in the crash.",
        &["conflict: 14 (The ministry, 2025-06-03) against 12 (Police, the same day): people died"],
    );
}

#[test]
fn a_body_that_three_articles_describe_is_one() {
    let found = compared(&[
        "At least two people were killed in the square, the interior ministry said.",
        "Four people were killed in the square, Croatia's interior ministry said.",
        "Four people died in the square, according to the Croatian interior ministry.",
    ]);
    let sources: Vec<usize> = found.threads.iter().map(|thread| thread.independent_sources).collect();
    assert!(sources.contains(&1) && sources.iter().all(|count| *count == 1), "{sources:?}");
}

#[test]
fn a_saying_is_no_thread_of_its_own_beside_what_it_speaks_of() {
    let said = "Mary Cole said the balcony had been closed to guests since October.";
    let found = compared(&[said, &said.replace("said", "repeated that")]);
    let about: Vec<&str> = found.threads.iter().map(|thread| thread.about.as_str()).collect();
    assert_eq!(about, ["had been closed – the balcony"]);
}

#[test]
fn a_toll_and_what_happened_are_one_thread() {
    let found = compared(&[
        "The health ministry said at least two people were killed and nine injured when a balcony gave way.",
        "The health ministry said four people were killed when the balcony gave way.",
    ]);
    let about: Vec<&str> = found.threads.iter().map(|thread| thread.about.as_str()).collect();
    assert_eq!(about, ["people killed"]);
}

#[test]
fn who_clears_themselves_denies() {
    let locked = "Prosecutors said Tom Reed locked the door.";
    check(
        locked,
        "Tom Reed said he did not lock the door.",
        &["denies: denied by Tom Reed, said by Prosecutors: locked – the door (by Tom Reed)"],
    );
    check(
        locked,
        "Mary Cole said Tom Reed did not lock the door.",
        &["conflict: negated by Mary Cole, affirmed by Prosecutors: did not lock – the door (by Tom Reed)"],
    );
}
