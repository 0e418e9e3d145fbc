//! How predicates stand, word by word.

use claimant_english::Analyser;

use super::Factuality;
use super::tree::Tree;

/// The stance of the first token that reads `word`, and what carries it.
fn check(text: &str, word: &str, expected: &str) {
    let analysis = Analyser::embedded().analyse(text);
    let at = analysis.tokens.iter().position(|token| token.span.of(text) == word).expect("the word is there");
    let found = Factuality::of(&Tree::of(&analysis, text, at), at, |_| true);
    let by: Vec<&str> = found.carried_by.iter().map(|at| analysis.tokens[*at].span.of(text)).collect();
    assert_eq!(
        format!("{} {} {}", found.polarity, found.certainty, by.join(" ")).trim(),
        expected,
        "{word} in {text:?}"
    );
}

#[test]
fn negation() {
    check("The troops did not cross the river.", "cross", "negative certain not");
    check("No troops crossed the river.", "crossed", "negative certain No");
    check("Nobody was hurt in the fire.", "hurt", "negative certain Nobody");
    check("There was no evidence of fraud.", "was", "negative certain no");
    check("The bridge no longer stands.", "stands", "negative certain no");
    check("The vote was far from fair.", "far", "negative certain far");
    check("He not only lied but also stole.", "lied", "positive certain");
    check("The road, which was not repaired, is safe.", "safe", "positive certain");
    check("He left without paying the bill.", "paying", "negative certain without");
}

#[test]
fn modals_and_hedges() {
    check("The dam may fail.", "fail", "positive possible may");
    check("The troops could not cross the river.", "cross", "negative certain not");
    check("He probably left on Monday.", "left", "positive probable probably");
    check("The ministry is expected to announce a decision.", "announce", "positive probable expected");
    check("He is unlikely to win.", "win", "negative probable unlikely");
}

#[test]
fn embedding_words() {
    check("The army failed to stop the attack.", "stop", "negative certain failed");
    check("The army did not fail to stop the attack.", "stop", "positive certain not fail");
    check("The army managed to stop the attack.", "stop", "positive certain");
    check("The army did not manage to stop the attack.", "stop", "negative certain not");
    check("The minister refused to resign.", "resign", "negative certain refused");
    check("He pretended that he was a doctor.", "doctor", "negative certain pretended");
    check("She did not know that the bridge had collapsed.", "collapsed", "positive certain");
    check("They were prevented from leaving the city.", "leaving", "negative certain prevented");
    check("The governor wants to close the school.", "close", "positive uncommitted wants");
    check("It is not true that he left.", "left", "negative certain not");
}

#[test]
fn questions_that_are_left_open() {
    check("It is unclear whether the ship was carrying weapons.", "carrying", "positive uncommitted whether");
    check("It was not clear who had fired the shots.", "fired", "positive uncommitted not clear");
    check("It is not known how many people died.", "died", "positive uncommitted not known");
    check("It is not clear that the law was broken.", "broken", "positive uncommitted not clear");
    check("She knows who stole the money.", "stole", "positive certain");
    check("It is clear that the dam will hold.", "hold", "positive certain");
}

#[test]
fn what_asserts_nothing() {
    check("If the dam breaks, the town will flood.", "breaks", "positive uncommitted If");
    check("If the dam breaks, the town will flood.", "flood", "positive uncommitted If");
    check("They would give the rebels an amnesty if they surrendered.", "give", "positive uncommitted if");
    check(
        "They would give the rebels an amnesty if they surrendered.",
        "surrendered",
        "positive uncommitted if",
    );
    check("Did the minister resign?", "resign", "positive uncommitted ?");
    check("He asked whether the bridge was safe.", "safe", "positive uncommitted whether");
    check("Stay at home.", "Stay", "positive uncommitted Stay");
}
