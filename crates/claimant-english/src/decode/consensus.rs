//! One sense per discourse (Gale, Church and Yarowsky 1992): what a text calls by one name is one kind of thing throughout.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::Span;
use crate::network::math::exp;

/// Kinds of names, and first that a token is in none.
const SENSES: usize = 5;
const NONE: usize = 0;

/// How likely a token is to be in no name or in one of each kind: logarithms.
type Opinion = [f32; SENSES];

/// The opinions of the tokens that may be names, in text order.
#[derive(Default)]
pub(crate) struct Opinions {
    of: Vec<(usize, Opinion)>,
}

impl Opinions {
    /// Takes note of the scores of the tags (outside, then two of each kind) of a token.
    pub(crate) fn add(&mut self, token: usize, scores: &[f32]) {
        let most = scores[super::best(scores)];
        let mut shares = [0.0; SENSES];
        for (tag, score) in scores.iter().enumerate() {
            shares[tag.div_ceil(2)] += exp(score - most);
        }
        let total: f32 = shares.iter().sum();
        self.of.push((token, shares.map(|share| ln(share / total))));
    }

    fn get(&self, token: usize) -> Option<&Opinion> {
        let at = self.of.binary_search_by_key(&token, |(token, _)| *token).ok()?;
        Some(&self.of[at].1)
    }
}

/// A logarithm that is the same everywhere: of the bits (a line between powers of two), which is enough to add up opinions.
fn ln(share: f32) -> f32 {
    const LEAST: f32 = 1e-4;
    let bits = share.max(LEAST).to_bits();
    (bits as f32 / (1 << 23) as f32 - 127.0) * std::f32::consts::LN_2
}

/// A name, or the tokens of a possible one.
pub(crate) struct Mention {
    pub tokens: Range<usize>,
    /// None for a token that was in no name.
    pub kind: Option<usize>,
}

/// Gives all mentions of one form the sense that is likeliest for them together. `names` are disjoint and in text order; so is what comes back.
pub(crate) fn agree(
    text: &str,
    spans: impl Fn(usize) -> Span,
    opinions: &Opinions,
    names: Vec<Mention>,
    person: usize,
) -> Vec<Mention> {
    let mut mentions = names;
    let mut free: Vec<Mention> = Vec::new();
    let mut next = 0;
    for (token, _) in &opinions.of {
        while next < mentions.len() && mentions[next].tokens.end <= *token {
            next += 1;
        }
        if mentions.get(next).is_none_or(|name| !name.tokens.contains(token)) {
            free.push(Mention { tokens: *token..token + 1, kind: None });
        }
    }
    mentions.append(&mut free);
    mentions.sort_by_key(|mention| mention.tokens.start);
    let form = |tokens: &Range<usize>| spans(tokens.start).to(spans(tokens.end - 1)).of(text);
    let opinion = |mention: &Mention| {
        let mut sum = [0.0; SENSES];
        for token in mention.tokens.clone() {
            if let Some(opinion) = opinions.get(token) {
                for (sum, one) in sum.iter_mut().zip(opinion) {
                    *sum += one;
                }
            }
        }
        sum
    };
    let mut votes: FxHashMap<&str, (usize, Opinion)> = FxHashMap::default();
    for mention in &mentions {
        let (count, sum) = votes.entry(form(&mention.tokens)).or_default();
        *count += 1;
        for (sum, one) in sum.iter_mut().zip(opinion(mention)) {
            *sum += one;
        }
    }
    // Persons are known by a part of their names afterwards.
    for mention in mentions.iter().filter(|mention| mention.kind == Some(person) && mention.tokens.len() > 1)
    {
        let whole = opinion(mention);
        for token in [mention.tokens.start, mention.tokens.end - 1] {
            if let Some((count, sum)) = votes.get_mut(form(&(token..token + 1))) {
                *count += 1;
                for (sum, one) in sum.iter_mut().zip(whole) {
                    *sum += one / mention.tokens.len() as f32;
                }
            }
        }
    }
    mentions.retain_mut(|mention| {
        let (count, sum) = &votes[form(&mention.tokens)];
        if *count > 1 {
            let sense = super::best(sum);
            mention.kind = (sense != NONE).then(|| sense - 1);
        }
        mention.kind.is_some()
    });
    mentions
}

#[cfg(test)]
mod tests {
    use super::*;

    const PERSON: usize = 0;
    const PLACE: usize = 2;

    /// Scores of the nine tags that favour one sense by so much.
    fn scores(sense: usize, by: f32) -> [f32; 9] {
        std::array::from_fn(|tag| if tag.div_ceil(2) == sense { by } else { 0.0 })
    }

    /// The names after a vote over words, each with its sense, its margin, and how many words its name takes (0: none).
    fn settled(words: &[(&str, usize, f32, usize)]) -> Vec<(String, usize)> {
        let (mut text, mut spans) = (String::new(), Vec::new());
        let (mut opinions, mut names) = (Opinions::default(), Vec::new());
        for (at, (word, sense, by, long)) in words.iter().enumerate() {
            spans.push(Span::new(text.len(), text.len() + word.len()));
            text.push_str(word);
            text.push(' ');
            opinions.add(at, &scores(*sense, *by));
            if *long > 0 {
                names.push(Mention { tokens: at..at + long, kind: Some(sense - 1) });
            }
        }
        agree(&text, |at| spans[at], &opinions, names, PERSON)
            .into_iter()
            .map(|name| {
                (
                    spans[name.tokens.start].to(spans[name.tokens.end - 1]).of(&text).to_owned(),
                    name.kind.unwrap(),
                )
            })
            .collect()
    }

    #[test]
    fn the_surer_sense_carries_and_finds_what_was_missed() {
        let person = ("Lee".to_owned(), PERSON);
        let words = [("Lee", 1, 6.0, 1), ("Lee", 3, 1.0, 1), ("Lee", NONE, 1.0, 0)];
        assert_eq!(settled(&words), [person.clone(), person.clone(), person]);
    }

    #[test]
    fn a_name_found_once_against_many_is_dropped() {
        assert_eq!(settled(&[("May", 1, 1.0, 1), ("May", NONE, 5.0, 0), ("May", NONE, 5.0, 0)]), []);
    }

    #[test]
    fn parts_of_a_person_s_name_are_that_person() {
        let words = [("Ann", 1, 5.0, 2), ("Lee", 1, 5.0, 0), ("Lee", 3, 2.0, 1)];
        assert_eq!(settled(&words), [("Ann Lee".to_owned(), PERSON), ("Lee".to_owned(), PERSON)]);
        let alone = [("Ann", 1, 5.0, 1), ("Lee", 3, 2.0, 1)];
        assert_eq!(settled(&alone)[1], ("Lee".to_owned(), PLACE), "nothing speaks against it");
    }
}
