//! What a claim says as a whole: its words, by which one source's saying is known again where no clause can be set beside another.

use std::collections::BTreeSet;
use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use super::{Reading, clause, party};
use crate::compare::matter::{Point, Saying, states};
use crate::compare::words;
use crate::compare::{headlines, interval};
use crate::extract::entities::gazetteer;
use crate::{Act, Certainty, Claim, Quotation, Voice};

/// Fewer words say nothing that could be known again.
const LEAST: usize = 2;
/// Words of a claim that are looked at.
const LOOKED_AT: usize = 60;

/// Marks a name's word.
const NAME: char = '=';

/// Verbs that stand with any noun.
const EMPTY: &[&str] = &["be", "have", "do", "make", "take", "give", "get", "go", "come", "say", "tell"];

pub(super) fn read(reading: &Reading<'_>, index: u32, claim: &Claim) -> Option<Point> {
    if claim.voice != Voice::Attributed {
        return None;
    }
    let words = terms(reading, claim);
    (words.len() >= LEAST).then_some(())?;
    let hashes = hashes(&words);
    let sizes = claim.figures.iter().filter_map(|figure| {
        let (low, high, unit) = interval::read(figure, false, reading.text)?;
        Some((low, high, unit.into()))
    });
    let events = heads(reading, claim);
    let certainty = if states(claim.act) { claim.certainty } else { Certainty::Uncommitted };
    Some(Point {
        polarity: claim.polarity,
        certainty,
        sizes: sizes.collect(),
        events,
        saying: Some(Saying {
            hashes,
            rare: [].into(),
            denies: claim.act == Act::Deny,
            open: matches!(claim.act, Act::NotConfirm | Act::Decline),
            headed: headlines::says(&reading.draft.regions, claim),
            quoted: claim.quotation == Quotation::Direct,
        }),
        ..Point::new(index, claim.content.clone())
    })
}

/// Words that no more claims of a document have tell one of its matters from the others.
const RARE: usize = 2;

/// Tells the words of claims that few claims of the document have.
pub(super) fn mark_rare(points: &mut [Point]) {
    let mut counts: FxHashMap<u64, usize> = FxHashMap::default();
    for hash in points.iter().filter_map(|point| point.saying.as_ref()).flat_map(|saying| &*saying.hashes) {
        *counts.entry(*hash).or_default() += 1;
    }
    for saying in points.iter_mut().filter_map(|point| point.saying.as_mut()) {
        saying.rare = saying.hashes.iter().copied().filter(|hash| counts[hash] <= RARE).collect();
    }
}

/// Words as numbers, those of names odd.
fn hashes(words: &[Box<str>]) -> Box<[u64]> {
    let number = |word: &str| {
        let mut hasher = FxHasher::default();
        hasher.write(word.as_bytes());
        hasher.finish() & !1 | u64::from(word.starts_with(NAME))
    };
    let mut hashes: Vec<u64> = words.iter().map(|word| number(word)).collect();
    hashes.sort_unstable();
    hashes.into()
}

/// What the claim says at its top: the kinds of event of its propositions, those that say only that something takes place left out.
fn heads(reading: &Reading<'_>, claim: &Claim) -> Vec<Box<str>> {
    let mut found: Vec<Box<str>> = Vec::new();
    for one in &claim.propositions {
        let Some(at) = reading.top(&one.predicate) else { continue };
        if !clause::is_stated(reading, claim, at) {
            continue;
        }
        let lemma = reading.lemma(at);
        let joined = clause::verb(reading, at);
        if words::happens(&lemma) || words::brings(&lemma) || EMPTY.contains(&&*lemma) {
            continue;
        }
        let kinds = words::events_of_verb(&joined);
        found.extend(kinds.iter().map(|kind| Box::from(*kind)));
        found.extend(kinds.is_empty().then(|| lemma.into()));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The words that carry what is said, each in the form in which others can be set beside it: a kind of event or of what is counted, a country's
/// code, a name's word, or else the lemma.
fn terms(reading: &Reading<'_>, claim: &Claim) -> Vec<Box<str>> {
    let tokens = claim.content.pieces().iter().flat_map(|piece| reading.analysis.tokens_in(*piece));
    let mut found: BTreeSet<Box<str>> = BTreeSet::new();
    for at in tokens.take(LOOKED_AT) {
        let word = reading.word(at);
        if word.starts_with(char::is_uppercase)
            && let Some((_, code)) = gazetteer::country(word)
        {
            found.insert(format!("{NAME}@{code}").into());
            continue;
        }
        let lemma = reading.lemma(at);
        let term = match reading.upos(at) {
            "PROPN" => format!("{NAME}{}", party::fold(word)),
            "VERB" | "ADJ" if EMPTY.contains(&&*lemma) => continue,
            "VERB" => words::events_of_verb(&lemma).first().map_or(lemma, |class| (*class).to_owned()),
            "NOUN" => match (words::events_of_noun(&lemma).first(), words::counted(&lemma)) {
                (Some(class), _) => (*class).to_owned(),
                (None, Some(kind)) => kind.to_owned(),
                (None, None) => lemma,
            },
            "ADJ" => lemma,
            _ => continue,
        };
        if term.chars().count() > 2 {
            found.insert(term.into());
        }
    }
    found.into_iter().collect()
}
