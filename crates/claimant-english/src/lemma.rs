//! Lemmas: suffix rules by tag with their exceptions, learned from the treebanks (training/lemmas.py).

use std::collections::BTreeMap;

use crate::network::model::{self, Result, wrong};
use crate::tagset::Xpos;

#[derive(Debug)]
pub(crate) struct Lemmas {
    /// By tag and ending: characters to cut, characters to add.
    rules: BTreeMap<(Xpos, String), (usize, String)>,
    exceptions: BTreeMap<(Xpos, String), String>,
}

/// Endings are at most this many characters long.
const LONGEST: usize = 5;

impl Lemmas {
    pub(crate) fn new(lemmas: &model::Lemmas) -> Result<Lemmas> {
        let tag = |name: &str| match Xpos::named(name) {
            Some(tag) => Ok(tag),
            None => wrong(format!("its lemma rules have the unknown tag {name:?}")),
        };
        let mut found = Lemmas { rules: BTreeMap::new(), exceptions: BTreeMap::new() };
        for (xpos, ending, cut, add) in &lemmas.rules {
            found.rules.insert((tag(xpos)?, ending.clone()), (*cut, add.clone()));
        }
        for (xpos, form, lemma) in &lemmas.exceptions {
            found.exceptions.insert((tag(xpos)?, form.clone()), lemma.clone());
        }
        Ok(found)
    }

    /// The lemma of `form` with this tag. Names keep their case.
    pub(crate) fn of(&self, form: &str, xpos: Xpos) -> String {
        if xpos == "NNP" || xpos == "NNPS" || form.len() > 64 {
            return form.to_owned();
        }
        let lower: String = form.to_lowercase().replace('’', "'");
        let key = (xpos, lower);
        if let Some(lemma) = self.exceptions.get(&key) {
            return lemma.clone();
        }
        let (xpos, lower) = key;
        let starts: Vec<usize> = lower.char_indices().map(|(at, _)| at).chain([lower.len()]).collect();
        for from in starts.len().saturating_sub(LONGEST + 1)..starts.len() {
            if let Some((cut, add)) = self.rules.get(&(xpos, lower[starts[from]..].to_owned())) {
                let keep = starts[(starts.len() - 1).saturating_sub(*cut)];
                let lemma = format!("{}{add}", &lower[..keep]);
                if let Some(whole) = without_ending(&lower, &lemma) {
                    return whole.to_owned();
                }
                // A rule for words of some length can leave nothing of a short one.
                return if lemma.is_empty() { lower } else { lemma };
            }
        }
        lower
    }
}

/// A form without its ending where a rule has taken more than that: a verb's "ed" or "ing" where a rule for doubled letters ("grabbed") has taken
/// one that is not doubled ("climbed"), the "d" after "ee" ("freed"), the "s" after a consonant ("costs").
fn without_ending<'f>(form: &'f str, lemma: &str) -> Option<&'f str> {
    if form.ends_with("eed") && form.strip_suffix("ed") == Some(lemma) {
        return form.strip_suffix('d');
    }
    if let Some(stem) = form.strip_suffix('s') {
        let taken = stem.strip_prefix(lemma)?;
        let consonant = taken.len() == 1 && !taken.ends_with(['a', 'e', 'i', 'o', 'u', 's', 'z']);
        return consonant.then_some(stem);
    }
    let stem = form.strip_suffix("ed").or_else(|| form.strip_suffix("ing"))?;
    let taken = stem.strip_prefix(lemma)?;
    let single = taken.chars().count() == 1 && !lemma.ends_with(taken);
    single.then_some(stem)
}
