//! Chains on GUM's news documents.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};
use xshell::Shell;

use super::metrics::{Chain, Measure, Sums, line};

/// A document as the treebank has it.
#[derive(Default)]
struct Document {
    id: String,
    text: String,
    /// Where each token begins, in code points, and the token that it depends on.
    tokens: Vec<(u64, Option<usize>)>,
    /// Heads of mentions, by the number of their chain.
    chains: BTreeMap<String, Vec<usize>>,
}

pub(super) fn run(shell: &Shell, path: &Path, part: &str) -> anyhow::Result<()> {
    let conllu = shell.read_file(path)?;
    let documents = documents(&conllu, Some("news"));
    let given: Vec<Value> =
        documents.iter().map(|document| json!({"id": document.id, "text": document.text})).collect();
    let found = super::decided(shell, &given)?;
    println!("GUM {part}, {} news documents", documents.len());
    let (mut right, mut predicted, mut owed) = (0, 0, 0);
    for alone in [false, true] {
        let mut sums = [Sums::default(); 3];
        for (document, found) in documents.iter().zip(&found) {
            let (gold, found) = (gold(document), apart(super::chains(found, false)));
            let all = |chains: &[Chain]| chains.iter().flatten().copied().collect::<Chain>();
            if alone {
                right += all(&gold).intersection(&all(&found)).count();
                predicted += all(&found).len();
                owed += all(&gold).len();
            }
            let kept = |chains: Vec<Chain>| {
                chains.into_iter().filter(|chain| alone || chain.len() > 1).collect::<Vec<_>>()
            };
            let (gold, found) = (kept(gold), kept(found));
            for ((measure, _), sums) in Measure::ALL.iter().zip(&mut sums) {
                sums.add(*measure, &gold, &found);
            }
        }
        println!("  {} chains of one mention", if alone { "with" } else { "without" });
        for ((_, name), sums) in Measure::ALL.iter().zip(&sums) {
            let (precision, recall, f1) = sums.scores();
            println!("    {name:<6} P {precision:.1} R {recall:.1} F1 {f1:.1}");
        }
        println!("    CoNLL  {:.1}", sums.iter().map(|sums| sums.scores().2).sum::<f64>() / 3.0);
    }
    println!("  mentions {}", line(right as f64, predicted as f64, owed as f64));
    speakers(shell, &conllu, part)
}

/// Third-person pronouns that speak (sources of claims and subjects of verbs of saying), in documents of all genres: how many of those that
/// are resolved share a chain with what they are joined to, of those that have anybody before them among the candidates or not.
fn speakers(shell: &Shell, conllu: &str, part: &str) -> anyhow::Result<()> {
    let documents = documents(conllu, None);
    let given: Vec<Value> =
        documents.iter().map(|document| json!({"id": document.id, "text": document.text})).collect();
    let found = super::decided(shell, &given)?;
    // All that are resolved, and those alone that a claim's source rests on.
    let (mut right, mut resolved, mut owed) = ([0, 0], [0, 0], 0);
    for (document, found) in documents.iter().zip(&found) {
        let chains: BTreeMap<u64, &str> = document
            .chains
            .iter()
            .flat_map(|(chain, heads)| heads.iter().map(|head| (document.tokens[*head].0, chain.as_str())))
            .collect();
        for pronoun in found["pronouns"].as_array().into_iter().flatten() {
            let at = pronoun["span"][0].as_u64().unwrap_or_default();
            let Some(chain) = chains.get(&at).filter(|_| pronoun["speaks"] == true) else { continue };
            owed += u32::from(chains.iter().any(|(other, of)| *other < at && of == chain));
            let chosen = pronoun["chosen"].as_u64().map(|chosen| &pronoun["candidates"][chosen as usize]);
            let Some(heads) = chosen.and_then(|chosen| chosen["heads"].as_array()) else { continue };
            let hit =
                heads.iter().any(|head| head[0].as_u64().and_then(|head| chains.get(&head)) == Some(chain));
            for (number, counts) in [true, pronoun["sure"] == true].into_iter().enumerate() {
                resolved[number] += u32::from(counts);
                right[number] += u32::from(counts && hit);
            }
        }
    }
    println!("GUM {part}, {} documents of all genres: pronouns that speak", documents.len());
    for (number, what) in ["all that are resolved", "those that are sure"].into_iter().enumerate() {
        let scores = line(right[number].into(), resolved[number].into(), owed.into());
        println!("  {what:<22} {scores} ({} of {})", right[number], resolved[number]);
    }
    Ok(())
}

fn gold(document: &Document) -> Vec<Chain> {
    let heads = |heads: &Vec<usize>| heads.iter().map(|head| document.tokens[*head].0).collect();
    apart(document.chains.values().map(heads).collect())
}

/// Chains with their mentions told apart: of several with one head ("Ann and Bo" and "Ann") the later get numbers of their own.
fn apart(chains: Vec<Vec<u64>>) -> Vec<Chain> {
    const FAR: u64 = 1 << 32;
    let mut seen = Chain::new();
    let mut own = |mut head: u64| {
        while !seen.insert(head) {
            head += FAR;
        }
        head
    };
    chains.into_iter().map(|chain| chain.into_iter().map(&mut own).collect()).collect()
}

/// The documents of a genre, or all: text as it stood, paragraphs a line each.
fn documents(conllu: &str, genre: Option<&str>) -> Vec<Document> {
    let mut documents: Vec<(Document, bool)> = Vec::new();
    let (mut paragraph, mut base, mut count) = (false, 0, 0);
    let (mut word_end, mut word_space) = (0usize, true);
    let mut open: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for line in conllu.lines() {
        if let Some(id) = line.strip_prefix("# newdoc id = ") {
            documents.push((Document { id: id.to_owned(), ..Document::default() }, false));
            (count, word_end) = (0, 0);
            open.clear();
        }
        let Some((document, wanted)) = documents.last_mut() else { continue };
        if let Some(found) = line.strip_prefix("# meta::genre = ") {
            *wanted = genre.is_none_or(|genre| found == genre);
        } else if line.starts_with("# newpar") {
            paragraph = true;
        } else if line.starts_with("# sent_id") {
            if !document.text.is_empty() {
                count -= (document.text.len() - document.text.trim_end_matches(' ').len()) as u64;
                document.text.truncate(document.text.trim_end_matches(' ').len());
                document.text.push(if paragraph { '\n' } else { ' ' });
                count += 1;
            }
            (paragraph, base, word_end) = (false, document.tokens.len(), 0);
        } else if line.starts_with(|first: char| first.is_ascii_digit()) {
            let fields: Vec<&str> = line.split('\t').collect();
            let mut space = !fields[9].contains("SpaceAfter=No");
            if let Some((_, last)) = fields[0].split_once('-') {
                (word_end, word_space) = (last.parse().unwrap_or(0), space);
                continue;
            }
            let Ok(number) = fields[0].parse::<usize>() else { continue };
            if number <= word_end {
                space = word_space && number == word_end;
            }
            let head = fields[6].parse::<usize>().ok().filter(|head| *head > 0).map(|head| base + head - 1);
            document.tokens.push((count, head));
            document.text.push_str(fields[1]);
            count += fields[1].chars().count() as u64;
            if space {
                document.text.push(' ');
                count += 1;
            }
            let entity = fields[9].split('|').find_map(|field| field.strip_prefix("Entity="));
            brackets(document, entity.unwrap_or_default(), &mut open);
        }
    }
    documents.into_iter().filter(|(_, wanted)| *wanted).map(|(document, _)| document).collect()
}

/// Opens and closes mentions at the last token: "(1-person-…(2-place-…)" opens two and closes one, "1)" closes.
fn brackets(document: &mut Document, entity: &str, open: &mut BTreeMap<String, Vec<usize>>) {
    let at = document.tokens.len() - 1;
    let close = |document: &mut Document, open: &mut BTreeMap<String, Vec<usize>>, chain: &str| {
        let Some(first) = open.get_mut(chain).and_then(Vec::pop) else { return };
        let outside =
            |token: &usize| document.tokens[*token].1.is_none_or(|head| !(first..=at).contains(&head));
        let head = (first..=at).find(outside).unwrap_or(first);
        document.chains.entry(chain.to_owned()).or_default().push(head);
    };
    let mut rest = entity;
    while !rest.is_empty() {
        if let Some(opened) = rest.strip_prefix('(') {
            let end = opened.find(['(', ')']).unwrap_or(opened.len());
            let chain =
                opened[..end].split('-').next().unwrap_or_default().split('[').next().unwrap_or_default();
            open.entry(chain.to_owned()).or_default().push(at);
            rest = &opened[end..];
            if let Some(after) = rest.strip_prefix(')') {
                close(document, open, chain);
                rest = after;
            }
        } else {
            let end = rest.find(')').unwrap_or(rest.len());
            let chain = rest[..end].split('[').next().unwrap_or_default().to_owned();
            close(document, open, &chain);
            rest = rest.get(end + 1..).unwrap_or_default();
        }
    }
}
