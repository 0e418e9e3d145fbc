//! Tokens, sentences, tags, lemmas and trees from raw text, by the rules of the `CoNLL` 2018 shared task: a token or sentence is right
//! with exactly its characters; a tag, lemma or arc counts over right tokens, an arc when its head is right too; relations without subtypes
//! (and with them, beside). F1 over all tokens.

use std::collections::{BTreeMap, BTreeSet};

use claimant_english::{Analyser, Analysis, Span};

use super::conllu;
use super::prf;

pub(crate) fn score(
    analyser: &Analyser,
    path: &str,
    genre: Option<&str>,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut documents = conllu::read(path)?;
    documents.retain(|document| genre.is_none_or(|genre| document.genre == genre));
    let mut counts: [[usize; 3]; 9] = [[0; 3]; 9];
    for document in &documents {
        let analysis = analyser.analyse(&document.text);
        count(document, &analysis, &mut counts);
    }
    let of_gold = {
        let mut counts: [[usize; 3]; 9] = [[0; 3]; 9];
        for document in &documents {
            // On the treebank's own tokens: what the tokenizer costs is the difference.
            let tokens = document.sentences.iter().flatten().map(|word| word.span);
            let paragraphs = split_at_blank_lines(&document.text, tokens);
            let analysis = analyser.analyse_tokens(&document.text, paragraphs.into_iter());
            count(document, &analysis, &mut counts);
        }
        counts
    };
    println!(
        "{path}{}: {} documents",
        genre.map(|genre| format!(", {genre}")).unwrap_or_default(),
        documents.len()
    );
    let names =
        ["tokens", "sentences", "UPOS", "XPOS", "lemmas", "UAS", "LAS", "LAS with subtypes", "UPOS+LAS"];
    for ((name, [right, found, gold]), given) in names.iter().zip(counts).zip(of_gold) {
        println!(
            "  {name:<18} {}   (F1 {:.2} on gold tokens)",
            prf(right, found, gold),
            200.0 * given[0] as f64 / (given[1] + given[2]) as f64
        );
    }
    Ok(())
}

fn split_at_blank_lines(text: &str, tokens: impl Iterator<Item = Span>) -> Vec<Vec<Span>> {
    let mut paragraphs: Vec<Vec<Span>> = vec![Vec::new()];
    let mut end = 0;
    for token in tokens {
        if text[end.min(token.start())..token.start()].contains("\n\n") {
            paragraphs.push(Vec::new());
        }
        end = token.end();
        if let Some(last) = paragraphs.last_mut() {
            last.push(token);
        }
    }
    paragraphs
}

fn count(document: &conllu::Document, analysis: &Analysis, counts: &mut [[usize; 3]; 9]) {
    // Gold tokens by their characters; a token without characters of its own cannot be found.
    let mut gold: BTreeMap<Span, (usize, usize)> = BTreeMap::new();
    for (s, sentence) in document.sentences.iter().enumerate() {
        for (w, word) in sentence.iter().enumerate() {
            gold.insert(word.span, (s, w));
        }
    }
    let total: usize = document.sentences.iter().map(Vec::len).sum();
    let word =
        |span: Span| gold.get(&span).map(|(s, w)| (&document.sentences[*s], &document.sentences[*s][*w]));
    let mut right = [0_usize; 9];
    for token in &analysis.tokens {
        let Some((sentence, word)) = word(token.span) else { continue };
        right[0] += 1;
        let upos = token.upos.as_str() == word.upos;
        right[2] += usize::from(upos);
        right[3] += usize::from(token.xpos.as_str() == word.xpos);
        let index = analysis.tokens.partition_point(|other| other.span < token.span);
        right[4] += usize::from(word.lemma == "_" || analysis.lemma(index) == word.lemma);
        let head = token.head.map(|head| analysis.tokens[head as usize].span);
        if head == word.head.map(|head| sentence[head].span) {
            right[5] += 1;
            let universal = |relation: &str| relation.split(':').next().unwrap_or(relation).to_owned();
            let labelled = token.relation.universal() == universal(&word.relation);
            right[6] += usize::from(labelled);
            right[7] += usize::from(token.relation.as_str() == word.relation);
            right[8] += usize::from(labelled && upos);
        }
    }
    let ends =
        |sentence: &Vec<conllu::Word>| Some((sentence.first()?.span.start(), sentence.last()?.span.end()));
    let spans: BTreeSet<(usize, usize)> = document.sentences.iter().filter_map(ends).collect();
    let found = analysis
        .sentences
        .iter()
        .map(|range| analysis.span(range))
        .filter(|span| spans.contains(&(span.start(), span.end())));
    right[1] = found.count();
    for (at, right) in right.into_iter().enumerate() {
        let (found, gold) = if at == 1 {
            (analysis.sentences.len(), document.sentences.len())
        } else {
            (analysis.tokens.len(), total)
        };
        for (count, more) in counts[at].iter_mut().zip([right, found, gold]) {
            *count += more;
        }
    }
}
