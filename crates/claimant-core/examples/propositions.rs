//! Propositions against the tuples of `CaRB` (Bhardwaj et al. 2019): `cargo xtask eval propositions` calls this.
//!
//! `propositions FILE.tsv…`: sentence, predicate, first argument, further arguments. Found are the propositions of the whole sentence: subject,
//! predicate, object with modifiers. The rule is that of `CaRB`'s `binary_linient_tuple_match`: words are matched slot by slot, as bags and as
//! they are written: predicate with predicate, first argument with subject, the further ones together with object and modifiers; where the gold
//! predicate is one of saying, subject and the rest may also be exchanged. A pair's precision is the share of the found tuple's words that are
//! matched, its recall that of the gold tuple's; without a word of the predicate in common both are nothing. Each found tuple takes one gold
//! tuple, the best pairs first; each gold tuple takes the found one that recalls it best; both are means over tuples. What is left out is the
//! curve over confidences, which we do not have.
#![allow(clippy::print_stdout, missing_docs, reason = "a program that prints")]

use std::collections::BTreeMap;

use claimant_core::{Span, Spans, measure};
use claimant_english::Analyser;

type Slots = [Vec<String>; 3];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let show = std::env::args().any(|argument| argument == "--show");
    for path in std::env::args().skip(1).filter(|argument| argument != "--show") {
        let mut gold: BTreeMap<String, Vec<Slots>> = BTreeMap::new();
        for line in std::fs::read_to_string(&path)?.lines() {
            let mut cells = line.trim_start_matches('\u{feff}').split('\t');
            let (Some(sentence), Some(predicate), Some(first)) = (cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            // Said-sentences name who says so in a field of its own: not part of the tuple.
            let rest: Vec<&str> = cells.filter(|cell| !cell.starts_with("C: ")).collect();
            let tuple = [words(predicate), words(first), words(&rest.join(" "))];
            gold.entry(sentence.to_owned()).or_default().push(tuple);
        }
        let (mut precision, mut found_count, mut recall, mut gold_count) = (0.0, 0, 0.0, 0);
        for (sentence, gold) in &gold {
            let found = propositions(sentence);
            if show {
                println!("{sentence}\n  gold {gold:?}\n  found {found:?}");
            }
            let pairs: Vec<Vec<(f64, f64)>> =
                found.iter().map(|one| gold.iter().map(|other| matched(one, other)).collect()).collect();
            precision += one_to_one(&pairs);
            recall +=
                (0..gold.len()).map(|at| pairs.iter().map(|row| row[at].1).fold(0.0, f64::max)).sum::<f64>();
            found_count += found.len();
            gold_count += gold.len();
        }
        let (p, r) = (precision / found_count.max(1) as f64, recall / gold_count.max(1) as f64);
        println!(
            "{path}: P {:.1}  R {:.1}  F1 {:.1}   ({found_count} found, {gold_count} gold)",
            100.0 * p,
            100.0 * r,
            if p + r > 0.0 { 200.0 * p * r / (p + r) } else { 0.0 }
        );
    }
    Ok(())
}

fn propositions(text: &str) -> Vec<Slots> {
    let analysis = Analyser::embedded().analyse_tokens(text, std::iter::once(tokens(text)));
    let of = |spans: &Spans| words(&spans.text(text).replace('…', " "));
    let found = measure::propositions(&analysis, text).into_iter().map(|one| {
        let rest = one.object.iter().chain(&one.modifiers).flat_map(of).collect();
        [of(&one.predicate), one.subject.as_ref().map(of).unwrap_or_default(), rest]
    });
    // A tuple has two arguments at least in the corpus' own sense.
    found.filter(|[_, subject, rest]| !subject.is_empty() && !rest.is_empty()).collect()
}

/// The corpus' own tokens, parted by blanks.
fn tokens(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut spans = Vec::new();
    for word in text.split(' ') {
        if !word.is_empty() {
            spans.push(Span::new(start, start + word.len()));
        }
        start += word.len() + 1;
    }
    spans
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// Predicates that the corpus takes for those of saying, anywhere in the words.
const SAYING: &[&str] = &["said", "told", "added", "adds", "says"];

/// Precision and recall of one pair: what a verb of saying relates may stand on either side.
fn matched(found: &Slots, gold: &Slots) -> (f64, f64) {
    let straight = in_order(found, gold);
    let predicate = gold[0].join(" ");
    if !SAYING.iter().any(|verb| predicate.contains(verb)) {
        return straight;
    }
    let [verb, first, rest] = found;
    let turned = in_order(&[verb.clone(), rest.clone(), first.clone()], gold);
    if turned > straight { turned } else { straight }
}

fn in_order(found: &Slots, gold: &Slots) -> (f64, f64) {
    let common: Vec<usize> = found.iter().zip(gold).map(|(a, b)| shared(a, b)).collect();
    if common[0] == 0 {
        return (0.0, 0.0);
    }
    let size = |slots: &Slots| slots.iter().map(Vec::len).sum::<usize>().max(1) as f64;
    let all = common.iter().sum::<usize>() as f64;
    (all / size(found), all / size(gold))
}

/// Words in both, as bags.
fn shared(a: &[String], b: &[String]) -> usize {
    let mut left: Vec<&String> = b.iter().collect();
    a.iter()
        .filter(|word| match left.iter().position(|other| other == word) {
            Some(at) => {
                left.swap_remove(at);
                true
            }
            None => false,
        })
        .count()
}

/// The sum of precisions where each found tuple takes one gold tuple, best pairs first, earlier ones on a tie.
fn one_to_one(pairs: &[Vec<(f64, f64)>]) -> f64 {
    let mut order: Vec<(usize, usize)> =
        (0..pairs.len()).flat_map(|a| (0..pairs[a].len()).map(move |b| (a, b))).collect();
    order.sort_by(|x, y| pairs[y.0][y.1].0.total_cmp(&pairs[x.0][x.1].0));
    let (mut rows, mut columns) = (vec![true; pairs.len()], vec![true; pairs.first().map_or(0, Vec::len)]);
    let mut sum = 0.0;
    for (a, b) in order {
        if rows[a] && columns[b] && pairs[a][b].0 > 0.0 {
            (rows[a], columns[b]) = (false, false);
            sum += pairs[a][b].0;
        }
    }
    sum
}
