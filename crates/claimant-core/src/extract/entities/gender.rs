//! Whether somebody can be a he, a she or an it: by title, by given name, by the ending of one.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::grammar::Grammar;
use super::{gazetteer, nouns};

/// The genders that a mention can have: a set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Gender(u8);

impl Gender {
    pub(super) const MALE: Gender = Gender(1);
    pub(super) const FEMALE: Gender = Gender(2);
    pub(super) const NEUTER: Gender = Gender(4);
    pub(super) const PERSON: Gender = Gender(3);
    pub(super) const ANY: Gender = Gender(7);

    pub(super) fn of_person(woman: Option<bool>) -> Gender {
        match woman {
            Some(true) => Gender::FEMALE,
            Some(false) => Gender::MALE,
            None => Gender::PERSON,
        }
    }

    pub(super) fn of_woman(woman: bool) -> Gender {
        Gender::of_person(Some(woman))
    }

    /// What both allow.
    pub(super) fn and(self, other: Gender) -> Gender {
        Gender(self.0 & other.0)
    }

    pub(super) fn is_none(self) -> bool {
        self.0 == 0
    }
}

/// Whether the name is a woman's, by its title or its given name; and a guess where it is one word, which is as often a surname.
pub(super) fn of_name(
    grammar: &Grammar<'_>,
    head: usize,
    name: Option<&Range<usize>>,
) -> (Option<bool>, Option<bool>) {
    let Some(name) = name else { return (None, None) };
    let before = grammar.dependents(head).filter(|at| *at < name.start);
    let titles = before.chain(name.clone()).chain(name.start.checked_sub(1));
    for at in titles {
        if let Some(woman) = nouns::title_is_womans(grammar.word(at)) {
            return (Some(woman), None);
        }
        if at < name.start
            && grammar.relation(at) != "nmod:poss"
            && let Some(woman) = nouns::noun(&grammar.lemma(at)).woman
        {
            return (Some(woman), None);
        }
    }
    let mut words = name.clone().filter(|at| !nouns::is_title(grammar.word(*at)));
    let Some(given) = words.next() else { return (None, None) };
    let woman = gazetteer::is_womans(grammar.word(given));
    // "Dr Lee" has no given name.
    if words.next().is_none() { (None, woman) } else { (woman, None) }
}

/// How far the ending of a name's first word speaks for a woman (above 0) or a man, by the given names of the gazetteer: -2 to 2.
pub(super) fn leaning(grammar: &Grammar<'_>, name: &Range<usize>) -> i8 {
    let given = name.clone().find(|at| !nouns::is_title(grammar.word(*at)));
    given.map_or(0, |given| of_ending(grammar.word(given)))
}

/// Letters of an ending at most.
const LETTERS: usize = 3;
/// Names that must have an ending before it says anything.
const LEAST: u32 = 8;

/// Women and men whose given names end so.
static ENDINGS: LazyLock<FxHashMap<&'static str, (u32, u32)>> = LazyLock::new(|| {
    let mut counts: FxHashMap<&'static str, (u32, u32)> = FxHashMap::default();
    for (name, woman) in gazetteer::given_names() {
        for ending in endings(name) {
            let (women, men) = counts.entry(ending).or_default();
            *(if woman { women } else { men }) += 1;
        }
    }
    counts.retain(|_, (women, men)| *women + *men >= LEAST);
    counts
});

/// The endings of a word that is longer than they are, the longest first.
fn endings(word: &str) -> impl Iterator<Item = &str> {
    (1..=LETTERS).rev().filter_map(|letters| {
        let (start, _) = word.char_indices().rev().nth(letters - 1)?;
        word.get(start..).filter(|_| start > 0)
    })
}

fn of_ending(word: &str) -> i8 {
    let Some((women, men)) = endings(word).find_map(|ending| ENDINGS.get(ending)) else { return 0 };
    match (women + 1, men + 1) {
        (women, men) if women >= 5 * men => 2,
        (women, men) if women >= 2 * men => 1,
        (women, men) if men >= 5 * women => -2,
        (women, men) if men >= 2 * women => -1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_of_given_names() {
        let check = |word: &str, expected: i8| assert_eq!(of_ending(word), expected, "{word}");
        check("Tatiana", 2);
        check("Fulgencio", -2);
        check("X", 0);
        check("Łucja", 2);
    }
}
