//! Whether two phrases speak of the same party.

use super::matter::Party;
use super::words;

/// How two parties stand to each other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Meet {
    /// They cannot be the same.
    Unlike,
    /// Nothing speaks against it.
    Alike,
    /// The same kind of thing, which nothing tells apart ("twelve people", "12 dead").
    Kind,
    /// The same.
    Same,
}

/// A party, and who its document's entity is across documents.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) party: &'a Party,
    /// The entity across documents; unequal ones may still be one that is described, not named.
    pub(super) shared: Option<u32>,
    /// It stands in the same document as the other.
    pub(super) here: bool,
    /// The words of its role: "energy", "minister".
    pub(super) role: &'a [Box<str>],
    /// It does what happens: whether "a power line" or "its lines" did, the kind is the same.
    pub(super) acts: bool,
}

pub(super) fn meet(a: Known<'_>, b: Known<'_>) -> Meet {
    let (x, y) = (a.party, b.party);
    if a.shared.is_some() && a.shared == b.shared {
        return Meet::Same;
    }
    if let Some(met) = by_role(a, b).or_else(|| by_role(b, a)) {
        return met;
    }
    if x.pronoun || y.pronoun {
        return Meet::Alike;
    }
    let one = x.count == Some((1.0, 1.0)) || y.count == Some((1.0, 1.0));
    if apart(x.count, y.count) && one && !(a.acts && x.head == y.head) {
        return Meet::Unlike;
    }
    let countries = match (&x.country, &y.country) {
        (Some(one), Some(other)) if one != other => return Meet::Unlike,
        (Some(_), Some(_)) => true,
        _ => false,
    };
    match (&x.name, &y.name) {
        (Some(one), Some(other)) => {
            if one == other {
                return Meet::Same;
            }
            // A state and its forces act as one.
            return if countries { Meet::Alike } else { Meet::Unlike };
        }
        (Some(_), None) | (None, Some(_)) => {
            return if countries || a.here { Meet::Alike } else { described(x, y) };
        }
        (None, None) => {}
    }
    let kind = |party: &Party| words::counted(&party.head);
    let elliptical = |party: &Party| kind(party) == Some("people") || is_demonym(party);
    let same_head = x.head == y.head || (kind(x).is_some() && kind(x) == kind(y));
    let shared_words = x.told_by.iter().any(|word| y.told_by.contains(word));
    // Suspected cases are not confirmed ones.
    let doubted = |party: &Party| {
        party.told_by.iter().any(|word| matches!(&**word, "suspect" | "suspected" | "probable" | "possible"))
    };
    if doubted(x) != doubted(y) {
        return Meet::Unlike;
    }
    let contrary = !x.told_by.is_empty() && !y.told_by.is_empty() && !shared_words;
    if same_head {
        return match (countries || shared_words, contrary) {
            (true, _) => Meet::Same,
            (false, true) => Meet::Alike,
            (false, false) => Meet::Kind,
        };
    }
    if elliptical(x) || elliptical(y) {
        let people = |party: &Party| elliptical(party) || kind(party).is_some_and(words::is_human);
        if countries && (is_demonym(x) || is_demonym(y)) && people(x) && people(y) {
            return Meet::Same;
        }
        return Meet::Alike;
    }
    Meet::Unlike
}

/// "The energy minister, Ann Lee" in one article, "his energy minister" in another.
fn by_role(a: Known<'_>, b: Known<'_>) -> Option<Meet> {
    let (somebody, other) = (a.party, b.party);
    let known = (somebody.name.is_some() || somebody.pronoun) && other.name.is_none() && !other.pronoun;
    let countries = match (&somebody.country, &other.country) {
        (Some(x), Some(y)) => x == y,
        _ => true,
    };
    if !known || !other.definite || !countries || a.role.last() != Some(&other.head) {
        return None;
    }
    let shared = a.role.iter().any(|word| other.told_by.contains(word));
    if shared || a.role.len() == 1 {
        Some(Meet::Same)
    } else {
        other.told_by.is_empty().then_some(Meet::Kind)
    }
}

/// One is named, the other described: "the president" may be Lee, "the bridge" cannot.
fn described(x: &Party, y: &Party) -> Meet {
    let (name, other) = if x.name.is_some() { (x, y) } else { (y, x) };
    let words = name.name.as_deref().unwrap_or_default();
    // "Turnout" at the head of a sentence is no name.
    if words == &*other.head {
        return Meet::Kind;
    }
    if words.split(' ').any(|word| word == &*other.head) { Meet::Alike } else { Meet::Unlike }
}

/// "1,100 North Koreans": the head says where from, and nothing else.
fn is_demonym(party: &Party) -> bool {
    party.country.is_some()
        && party.told_by.is_empty()
        && words::counted(&party.head).is_none()
        && party.head.ends_with('n')
}

fn apart(a: Option<(f64, f64)>, b: Option<(f64, f64)>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if !super::interval::meet(a, b))
}
