//! Events of one topic across documents.
//!
//! Reads documents as `training/ecbplus.py` writes them, those of a topic one after another. Prints for each topic `{"topic", "mentions"}`
//! with a mention's `lemma`, `kind`, `subtopic` and its clusters: `ours` over all of the topic, `given` within its subtopic. With `--features`
//! a row for each pair instead: topic, whether both are one event, whether both are of one subtopic, the features.

use claimant_core::measure::{FEATURES, Likeness, Telling, Told, features, same_event};
use claimant_core::{Claimant, Document, Span};
use serde_json::{Value, json};

use crate::gather::gather;
use crate::given;

/// How likely two clusters must be one, in the mean of their pairs: chosen on the train topics, each by weights from the others
/// (`training/same_event.py`).
const LEAST: f32 = 0.35;
/// The same where the subtopic is given.
const LEAST_GIVEN: f32 = 0.25;

struct Mention {
    document: usize,
    subtopic: String,
    chain: String,
    /// None where the program reads no prose: what it takes for furniture of a page.
    telling: Option<Telling>,
    word: String,
}

pub(crate) fn run(with_features: bool) -> Result<(), Box<dyn std::error::Error>> {
    let claimant = Claimant::new();
    let mut topic: Vec<Value> = Vec::new();
    for document in given() {
        let document = document?;
        if topic.last().is_some_and(|last| last["topic"] != document["topic"]) {
            tell(&claimant, &std::mem::take(&mut topic), with_features);
        }
        topic.push(document);
    }
    tell(&claimant, &topic, with_features);
    Ok(())
}

fn tell(claimant: &Claimant, documents: &[Value], with_features: bool) {
    let Some(topic) = documents.first().map(|document| &document["topic"]) else { return };
    let mut told = Vec::new();
    let mut mentions = Vec::new();
    for (number, document) in documents.iter().enumerate() {
        let text = document["text"].as_str().unwrap_or_default();
        let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let at = |value: &Value| bytes[value.as_u64().unwrap_or_default() as usize];
        let given: Vec<&Value> = document["mentions"].as_array().into_iter().flatten().collect();
        let spans: Vec<Span> = given.iter().map(|one| Span::new(at(&one[0]), at(&one[1]))).collect();
        let mut one = Told::of(claimant, &Document::new(text), Some(&spans));
        for (telling, given) in std::mem::take(&mut one.tellings).into_iter().zip(given) {
            let text_of = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let (subtopic, chain) = (text_of(&document["subtopic"]), text_of(&given[2]));
            let word = text[at(&given[0])..at(&given[1])].to_lowercase();
            mentions.push(Mention { document: number, subtopic, chain, telling, word });
        }
        told.push(one);
    }
    let likeness: Vec<Vec<Likeness>> = (0..told.len())
        .map(|a| {
            let of = |b: usize| if a == b { Likeness::HERE } else { Likeness::of(&told[a], &told[b]) };
            (0..told.len()).map(of).collect()
        })
        .collect();
    let pair = |a: usize, b: usize| -> Option<[f32; FEATURES]> {
        let (a, b) = (&mentions[a.min(b)], &mentions[a.max(b)]);
        Some(features(a.telling.as_ref()?, b.telling.as_ref()?, likeness[a.document][b.document]))
    };
    if with_features {
        for b in 0..mentions.len() {
            for a in 0..b {
                let (one, other) = (&mentions[a], &mentions[b]);
                let values = pair(a, b).unwrap_or_default();
                let values: Vec<String> = values.iter().map(|value| format!("{value:.4}")).collect();
                println!(
                    "{}\t{a}\t{b}\t{}\t{}\t{}",
                    topic.as_str().unwrap_or_default(),
                    u8::from(one.chain == other.chain),
                    u8::from(one.subtopic == other.subtopic),
                    values.join("\t")
                );
            }
        }
        return;
    }
    let likely = |a: usize, b: usize| pair(a, b).map_or(0.0, |features| same_event(&features));
    let ours = gather(mentions.len(), likely, LEAST);
    let within = |a: usize, b: usize| {
        // Nothing of another subtopic is joined, whatever the mean.
        if mentions[a].subtopic == mentions[b].subtopic { likely(a, b) } else { f32::NEG_INFINITY }
    };
    let given = gather(mentions.len(), within, LEAST_GIVEN);
    let list: Vec<Value> = mentions
        .iter()
        .zip(ours.into_iter().zip(given))
        .map(|(mention, (ours, given))| {
            json!({
                "chain": mention.chain,
                "subtopic": mention.subtopic,
                "lemma": mention.telling.as_ref().map_or(mention.word.as_str(), |telling| &telling.lemma),
                "kind": mention.telling.as_ref().map_or(mention.word.clone(), |telling| telling.kinds.join(" ")),
                "ours": ours,
                "given": given,
            })
        })
        .collect();
    println!("{}", json!({"topic": topic, "mentions": list}));
}
