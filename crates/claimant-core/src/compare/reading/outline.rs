//! The words that tell a document's story from others.

use std::collections::BTreeMap;

use super::{Reading, party};
use crate::RegionKind;
use crate::calendar;
use crate::compare::matter::Outline;
use crate::compare::words;
use crate::extract::entities::{gazetteer, kind_of_noun};

/// Sentences of the lead, whose words weigh double.
const LEAD: usize = 4;
/// Names and terms that are kept, the weightiest.
const KEPT: usize = 48;

pub(super) fn of(reading: &Reading<'_>) -> Outline {
    let analysis = reading.analysis;
    let lead = analysis.sentences.get(LEAD).map_or(usize::MAX, |sentence| sentence.start);
    let weight = |at: usize| if at < lead { 2.0 } else { 1.0 };
    let mut names: BTreeMap<String, f32> = BTreeMap::new();
    // Word by word: one paper's "Chief Godwin Tonbra" is another's "Tonbra", and the analyser misses names.
    for at in (0..analysis.tokens.len()).filter(|at| reading.upos(*at) == "PROPN") {
        let word = party::fold(reading.word(at));
        // "Fire", "Police", "Minister": what every body and office is called.
        let common = kind_of_noun(&word).is_some() || !words::events(&word).is_empty();
        // Every story has days and months.
        let bare = reading.word(at).trim_end_matches('.');
        let day = calendar::month(bare).is_some() || calendar::weekday(bare).is_some();
        if word.chars().count() > 2 && word.chars().any(char::is_alphabetic) && !common && !day {
            *names.entry(word).or_default() += weight(at);
        }
    }
    for place in dateline(reading) {
        *names.entry(place).or_default() += 2.0;
    }
    // "Bulgaria", "the Bulgarian capital".
    for at in 0..analysis.tokens.len() {
        if reading.word(at).starts_with(char::is_uppercase)
            && let Some((_, code)) = gazetteer::country(reading.word(at))
        {
            *names.entry(format!("@{code}")).or_default() += weight(at);
        }
    }
    let mut terms: BTreeMap<String, f32> = BTreeMap::new();
    for at in 0..analysis.tokens.len() {
        if !matches!(reading.upos(at), "NOUN" | "VERB" | "ADJ") {
            continue;
        }
        let lemma = reading.lemma(at);
        if lemma.chars().count() > 2 && lemma.chars().all(char::is_alphabetic) {
            *terms.entry(lemma).or_default() += weight(at);
        }
    }
    Outline { names: heaviest(names), terms: heaviest(terms) }
}

/// The words of the place in the date line: "NARYN, Kyrgyzstan, Sept. 15, 2025 (Silk Road Press) -".
fn dateline(reading: &Reading<'_>) -> Vec<String> {
    let regions = reading.draft.regions.iter().take_while(|region| region.kind != RegionKind::Body);
    let lines = regions.filter(|region| region.kind == RegionKind::Dateline);
    let place = |line: String| -> Vec<String> {
        let before = line.split(['(', '—', '–', '-']).next().unwrap_or_default().to_owned();
        if before.to_lowercase().starts_with("by ") {
            return Vec::new();
        }
        let words = before.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 2);
        let day = |word: &str| calendar::month(word).is_some() || calendar::weekday(word).is_some();
        words
            .filter(|word| word.starts_with(char::is_uppercase) && !day(word) && !PRINTED.contains(word))
            .map(party::fold)
            .collect()
    };
    lines.flat_map(|region| place(region.spans.text(reading.text))).collect()
}

/// What stands in date lines and is no place.
const PRINTED: &[&str] = &["Published", "Updated", "Posted"];

/// Counts damped by their logarithm, the heaviest kept, in the order of the words.
fn heaviest(counts: BTreeMap<String, f32>) -> Vec<(Box<str>, f32)> {
    let mut list: Vec<(Box<str>, f32)> =
        counts.into_iter().map(|(word, count)| (word.into(), 1.0 + count.ln())).collect();
    // A stable sort: among equals the alphabet decides.
    list.sort_by(|a, b| b.1.total_cmp(&a.1));
    list.truncate(KEPT);
    list.sort_by(|a, b| a.0.cmp(&b.0));
    list
}
