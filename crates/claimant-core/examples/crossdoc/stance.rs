//! How articles stand to headlines, FNC-1: unrelated, discuss, agree, disagree.
//!
//! Reads articles and pairs as `training/fnc1.py` writes them: `{"body", "text"}`, then `{"headline", "body", "stance", "held"}`. Prints for each
//! pair its body, 1 where it is held out, the stance, and the stance that is found; with `--features` what the model sees instead of that.

use std::collections::{BTreeMap, BTreeSet};

use claimant_core::measure::{Likeness, Telling, Told, features, same_event};
use claimant_core::{Act, Certainty, Claimant, Document, Polarity, Report, Voice};

use crate::given;
use crate::network::Network;

/// Read as the program runs, so that training needs no compiler in between.
const MODEL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/crossdoc/stance.tsv");
const STANCES: [&str; 4] = ["unrelated", "discuss", "agree", "disagree"];
/// Words that put what is told in doubt, or turn it, by their beginnings.
const REFUTE: &[&str] = &[
    "fake",
    "hoax",
    "false",
    "deny",
    "denie",
    "debunk",
    "refut",
    "retract",
    "bogus",
    "untrue",
    "fabricat",
    "not true",
    "satir",
    "prank",
    "mislead",
    "doubt",
    "despite",
    "wrong",
    "incorrect",
    "myth",
];
const HEDGE: &[&str] = &[
    "reported",
    "alleg",
    "claim",
    "rumor",
    "rumour",
    "unconfirm",
    "apparent",
    "suppose",
    "suggest",
    "according",
    "may",
    "might",
    "could",
    "possib",
    "unverif",
    "appear",
    "believe",
    "say",
];

struct Article {
    told: Told,
    report: Report,
    /// Beginnings of the words of each sentence, with where the sentence stands.
    sentences: Vec<(usize, usize, BTreeSet<String>, String)>,
    words: BTreeSet<String>,
    pairs: BTreeSet<(String, String)>,
}

pub(crate) fn run(with_features: bool) -> Result<(), Box<dyn std::error::Error>> {
    let claimant = Claimant::new();
    let network = Network::parse(&std::fs::read_to_string(MODEL)?)?;
    let mut articles: BTreeMap<u64, Article> = BTreeMap::new();
    let mut headlines: BTreeMap<String, Article> = BTreeMap::new();
    let mut spread: BTreeMap<String, f32> = BTreeMap::new();
    for line in given() {
        let line = line?;
        let body = line["body"].as_u64().ok_or("a line without a body")?;
        if let Some(text) = line["text"].as_str() {
            let article = read(&claimant, text);
            for word in &article.words {
                *spread.entry(word.clone()).or_default() += 1.0;
            }
            articles.insert(body, article);
            continue;
        }
        let text = line["headline"].as_str().ok_or("a pair without a headline")?;
        let headline = headlines.entry(text.to_owned()).or_insert_with(|| read(&claimant, text));
        let article = articles.get(&body).ok_or("a pair before its article")?;
        let weight = |word: &str| (articles.len() as f32 / spread.get(word).copied().unwrap_or(0.5)).ln();
        let seen = see(headline, text, article, &weight);
        let held = u8::from(line["held"].as_bool().unwrap_or(false));
        let stance = line["stance"].as_str().unwrap_or_default();
        if with_features {
            let values: Vec<String> = seen.iter().map(|value| format!("{value:.4}")).collect();
            println!("{body}\t{held}\t{stance}\t{}", values.join("\t"));
        } else {
            println!("{body}\t{held}\t{stance}\t{}", STANCES[network.choose(&seen)]);
        }
    }
    Ok(())
}

fn read(claimant: &Claimant, text: &str) -> Article {
    let document = Document::new(text);
    let mut sentences = Vec::new();
    let mut start = 0;
    for sentence in text.split_inclusive(['.', '!', '?', '\n']) {
        let words: BTreeSet<String> = words(sentence).collect();
        if words.len() > 2 || start == 0 {
            sentences.push((start, start + sentence.len(), words, sentence.to_lowercase()));
        }
        start += sentence.len();
    }
    let all: Vec<String> = words(text).collect();
    Article {
        told: Told::of(claimant, &document, None),
        report: claimant.extract(&document),
        sentences,
        pairs: all.windows(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect(),
        words: all.into_iter().collect(),
    }
}

/// Words of three letters and more by their first six, and numbers: a stem that needs no list.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| {
            word.chars().count() > 2 || word.chars().all(|c| c.is_ascii_digit()) && !word.is_empty()
        })
        .map(|word| word.to_lowercase().chars().take(6).collect())
        .filter(|word: &String| {
            !matches!(word.as_str(), "the" | "and" | "for" | "that" | "with" | "was" | "has")
        })
}

fn count(text: &str, list: &[&str]) -> f32 {
    list.iter().map(|word| text.matches(word).count()).sum::<usize>() as f32
}

/// What the model sees of a headline and an article.
fn see(headline: &Article, title: &str, article: &Article, weight: &dyn Fn(&str) -> f32) -> Vec<f32> {
    let yes = |so: bool| f32::from(u8::from(so));
    let all: f32 = headline.words.iter().map(|word| weight(word)).sum::<f32>().max(0.1);
    let cover = |words: &BTreeSet<String>| {
        headline.words.iter().filter(|word| words.contains(*word)).map(|word| weight(word)).sum::<f32>() / all
    };
    let covers: Vec<f32> = article.sentences.iter().map(|(_, _, words, _)| cover(words)).collect();
    let lead: BTreeSet<String> =
        article.sentences.iter().take(4).flat_map(|(_, _, words, _)| words.iter().cloned()).collect();
    let mut best = 0;
    for at in 1..covers.len() {
        if covers[at] > covers[best] {
            best = at;
        }
    }
    let top = covers.get(best).copied().unwrap_or_default();
    let about = |at: usize| covers[at] >= (0.6 * top).max(0.15);
    let numbers = |words: &BTreeSet<String>| -> BTreeSet<String> {
        words.iter().filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).cloned().collect()
    };
    let given = numbers(&headline.words);
    let told = given.iter().filter(|number| article.words.contains(*number)).count();
    let pairs = headline.pairs.iter().filter(|pair| article.pairs.contains(*pair)).count();
    let likeness = Likeness::of(&headline.told, &article.told);
    let mut seen = vec![
        cover(&article.words),
        cover(&lead),
        top,
        pairs as f32 / headline.pairs.len().max(1) as f32,
        yes(!given.is_empty()) * (told as f32 / given.len().max(1) as f32),
        yes(!given.is_empty() && told < given.len()),
        likeness.terms,
        likeness.names,
        best as f32 / covers.len().max(1) as f32,
        (article.sentences.len() as f32).ln_1p(),
        (0..covers.len()).filter(|at| about(*at)).count() as f32 / covers.len().max(1) as f32,
    ];
    seen.extend(events(headline, article, likeness));
    let near: Vec<&str> = article
        .sentences
        .iter()
        .enumerate()
        .filter(|(at, _)| about(*at))
        .map(|(_, (_, _, _, low))| low.as_str())
        .collect();
    let title = title.to_lowercase();
    for list in [REFUTE, HEDGE] {
        let body: f32 = article.sentences.iter().map(|(_, _, _, low)| count(low, list)).sum();
        let opening: f32 = article.sentences.iter().take(4).map(|(_, _, _, low)| count(low, list)).sum();
        let ending: f32 = article.sentences.iter().rev().take(3).map(|(_, _, _, low)| count(low, list)).sum();
        let close: f32 = near.iter().map(|low| count(low, list)).sum();
        seen.extend([
            count(&title, list).min(2.0),
            body.min(8.0) / (article.sentences.len() as f32).sqrt(),
            body.ln_1p(),
            opening.min(4.0),
            ending.min(4.0),
            close / near.len().max(1) as f32,
            close.ln_1p(),
        ]);
    }
    seen.extend([yes(title.contains('?')), yes(title.contains(['“', '"', '‘', '\'']))]);
    seen.extend(claims(article, &about));
    seen
}

/// How the article tells the headline's events.
fn events(headline: &Article, article: &Article, likeness: Likeness) -> [f32; 6] {
    let (mut most, mut sum, mut turned, mut open, mut possible) = (0.0f32, 0.0, 0.0, 0.0, 0.0);
    let own: Vec<&Telling> = headline.told.tellings.iter().flatten().collect();
    for one in &own {
        let mut best = 0.0;
        for other in article.told.tellings.iter().flatten() {
            let likely = same_event(&features(one, other, likeness));
            if likely > best {
                best = likely;
                if likely > most {
                    most = likely;
                    turned = f32::from(u8::from(one.polarity != other.polarity));
                    open = f32::from(u8::from(other.certainty == Certainty::Uncommitted));
                    possible = f32::from(u8::from(other.certainty == Certainty::Possible));
                }
            }
        }
        sum += best;
    }
    let negated = own.iter().any(|one| one.polarity == Polarity::Negative);
    [
        most,
        sum / own.len().max(1) as f32,
        turned * most,
        open * most,
        possible * most,
        f32::from(u8::from(negated)),
    ]
}

/// Who says what the headline says, by what they do in saying it.
fn claims(article: &Article, about: &dyn Fn(usize) -> bool) -> Vec<f32> {
    let mut counts = [0.0f32; 9];
    for claim in &article.report.claims {
        let at = claim.content.start();
        let sentence = article.sentences.partition_point(|(_, end, _, _)| *end <= at);
        if sentence >= article.sentences.len() || !about(sentence) {
            continue;
        }
        let kind = match (claim.voice, claim.act) {
            (Voice::Narrator, _) => 0,
            (_, Act::Deny) => 1,
            (_, Act::NotConfirm | Act::Decline) => 2,
            (_, Act::Allege | Act::Suggest | Act::Believe) => 3,
            (_, Act::Report) => 4,
            (_, Act::Confirm) => 5,
            _ => 6,
        };
        counts[kind] += 1.0;
        counts[7] += f32::from(u8::from(claim.polarity == Polarity::Negative));
        counts[8] += f32::from(u8::from(claim.certainty != Certainty::Certain));
    }
    counts.iter().map(|count| count.ln_1p()).collect()
}
