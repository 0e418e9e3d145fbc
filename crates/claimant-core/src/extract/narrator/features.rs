//! What the check-worthiness model sees of a statement.
//!
//! Everything is read off the statement's own analysis: the score of a sentence does not depend on its neighbours, nor on which other
//! extractors run.

use std::ops::Range;

use claimant_english::{Analysis, NameKind};

/// Features are hashed to this many; the model has one weight for each.
pub(crate) const BUCKETS: usize = 1 << 16;

/// The features of the tokens `range`, each once, in order.
///
/// Names are seen by their kind and numbers by their shape, so that the model learns what is said rather than of whom.
pub(crate) fn features(analysis: &Analysis, text: &str, range: Range<usize>) -> Vec<u16> {
    let mut found = Found(Vec::with_capacity(range.len() * 6));
    let words: Vec<String> = words(analysis, text, range.clone());
    for word in &words {
        found.add("word", &[word]);
    }
    for pair in words.windows(2) {
        found.add("pair", &[&pair[0], &pair[1]]);
    }
    let tags: Vec<&str> = range.clone().map(|at| analysis.tokens[at].xpos.as_str()).collect();
    for tag in &tags {
        found.add("tag", &[tag]);
    }
    for pair in tags.windows(2) {
        found.add("tags", &[pair[0], pair[1]]);
    }
    for at in range.clone() {
        found.add("relation", &[analysis.tokens[at].relation.as_str()]);
        if analysis.tokens[at].head.is_none_or(|head| !range.contains(&(head as usize))) {
            predicate(analysis, &range, at, &mut found);
        }
    }
    let count = |wanted: &dyn Fn(usize) -> bool| range.clone().filter(|at| wanted(*at)).count();
    let upos = |at: usize| analysis.tokens[at].upos.as_str();
    found.count("length", bucket(range.len()));
    found.count("numbers", count(&|at| upos(at) == "NUM").min(4));
    found.count("names", names(analysis, &range).map(|_| 1).sum::<usize>().min(5));
    found.count("verbs", count(&|at| upos(at) == "VERB").min(5));
    found.count("nouns", bucket(count(&|at| upos(at) == "NOUN")));
    found.count("years", count(&|at| is_year(analysis.tokens[at].span.of(text))).min(2));
    let person = |at: usize| upos(at) == "PRON" && matches!(analysis.lemma(at), "i" | "we" | "my" | "our");
    found.count("first person", count(&person).min(3));
    found.0.sort_unstable();
    found.0.dedup();
    found.0
}

struct Found(Vec<u16>);

impl Found {
    fn add(&mut self, kind: &str, parts: &[&str]) {
        self.0.push(hash(kind, parts));
    }

    fn count(&mut self, kind: &str, count: usize) {
        self.add(kind, &[&count.to_string()]);
    }
}

/// FNV-1a over the parts with a mark between them, folded to [`BUCKETS`].
fn hash(kind: &str, parts: &[&str]) -> u16 {
    let mut hash: u32 = 0x811c_9dc5;
    let mut byte = |byte: u8| hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    kind.bytes().for_each(&mut byte);
    for part in parts {
        byte(0xff);
        part.bytes().for_each(&mut byte);
    }
    (hash ^ (hash >> 16)) as u16
}

/// The words as the model sees them: lemmas, shapes of numbers, kinds of names (once for each name).
fn words(analysis: &Analysis, text: &str, range: Range<usize>) -> Vec<String> {
    let mut words = Vec::with_capacity(range.len());
    let mut names = names(analysis, &range).peekable();
    let mut at = range.start;
    while at < range.end {
        while names.next_if(|name| name.tokens.end <= at).is_some() {}
        if let Some(name) = names.peek().filter(|name| name.tokens.contains(&at)) {
            words.push(kind(name.kind).to_owned());
            at = name.tokens.end;
            continue;
        }
        let token = &analysis.tokens[at];
        let word = token.span.of(text);
        words.push(if is_year(word) {
            "<year>".to_owned()
        } else if word.bytes().any(|byte| byte.is_ascii_digit()) {
            shape(word)
        } else if token.upos.as_str() == "PROPN" {
            // A name that the analyser gave no kind.
            "<name>".to_owned()
        } else {
            analysis.lemma(at).to_lowercase()
        });
        at += 1;
    }
    words
}

fn names<'a>(
    analysis: &'a Analysis,
    range: &Range<usize>,
) -> impl Iterator<Item = &'a claimant_english::Name> {
    let first = analysis.names.partition_point(|name| name.tokens.end <= range.start);
    let end = range.end;
    analysis.names[first..].iter().take_while(move |name| name.tokens.start < end)
}

fn kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "<person>",
        NameKind::Organization => "<organization>",
        NameKind::Place => "<place>",
        NameKind::Other => "<other>",
    }
}

/// "1998", "2024"; sums of four digits are written with a comma as a rule.
fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// "12,000" as "0,0": runs of digits as one, all else as it is.
fn shape(word: &str) -> String {
    let mut shape = String::with_capacity(word.len());
    for c in word.chars() {
        let c = if c.is_ascii_digit() { '0' } else { c };
        if c != '0' || !shape.ends_with('0') {
            shape.extend(c.to_lowercase());
        }
    }
    shape
}

/// 0 to 4 as they are, then by steps that grow.
fn bucket(count: usize) -> usize {
    match count {
        0..=4 => count,
        5..=20 => 5 + (count - 5) / 4,
        21..=40 => 10,
        _ => 11,
    }
}

/// The head of a clause that nothing in the statement governs: its verb, tense, voice and subject.
fn predicate(analysis: &Analysis, range: &Range<usize>, at: usize, found: &mut Found) {
    let token = &analysis.tokens[at];
    found.add("predicate", &[analysis.lemma(at)]);
    found.add("predicate tag", &[token.xpos.as_str()]);
    for other in analysis.dependents(at).filter(|other| range.contains(other)) {
        let dependent = &analysis.tokens[other];
        let relation = dependent.relation.as_str();
        match dependent.relation.universal() {
            "aux" | "cop" => {
                found.add(relation, &[analysis.lemma(other)]);
                found.add("auxiliary tag", &[dependent.xpos.as_str()]);
            }
            "nsubj" | "csubj" | "expl" => {
                found.add("subject", &[relation, dependent.upos.as_str()]);
                if matches!(dependent.upos.as_str(), "PRON" | "DET") {
                    found.add("subject word", &[analysis.lemma(other)]);
                }
            }
            "advmod" | "mark" => found.add(relation, &[analysis.lemma(other)]),
            _ => found.add("has", &[relation]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_by_shape() {
        assert_eq!(shape("12,000"), "0,0");
        assert_eq!(shape("F-16A"), "f-0a");
        assert!(is_year("1998") && !is_year("3000") && !is_year("19th"));
    }

    #[test]
    fn a_hash_that_every_machine_shares() {
        assert_eq!(hash("", &[]), (0x811c_9dc5_u32 ^ (0x811c_9dc5_u32 >> 16)) as u16);
        assert_ne!(hash("word", &["ab"]), hash("word", &["a", "b"]));
    }
}
