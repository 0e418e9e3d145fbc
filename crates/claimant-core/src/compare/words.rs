//! Which words say one thing: kinds of event and of what is counted (`data/events.toml`).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    events: BTreeMap<String, Class>,
    opposites: Vec<Opposites>,
    light: Light,
    counts: Vec<Counts>,
    places: Places,
    people: BTreeMap<String, Vec<String>>,
    things: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Places {
    regions: Vec<String>,
    sites: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Class {
    #[serde(default)]
    acts: Vec<String>,
    #[serde(default)]
    befalls: Vec<String>,
    words: Vec<String>,
    #[serde(default)]
    lasts: bool,
    #[serde(default)]
    once: bool,
    #[serde(default)]
    steady: bool,
    #[serde(default)]
    comes: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Light {
    happens: Vec<String>,
    brings: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Counts {
    nouns: Vec<String>,
    verbs: Vec<String>,
    event: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Opposites {
    pair: [String; 2],
}

/// What a predicate says of its subject.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Voice {
    /// The subject does it.
    Acts,
    /// It befalls the subject: "twelve people died".
    Befalls,
}

struct Words {
    events: FxHashMap<String, Vec<&'static str>>,
    /// Those that a word says as a verb.
    verbs: FxHashMap<String, Vec<&'static str>>,
    befalls: FxHashSet<String>,
    /// Words that say an event as verbs only.
    verbs_only: FxHashSet<String>,
    nouns: FxHashMap<String, &'static str>,
    /// The kinds of what is counted that are people.
    people: Vec<&'static str>,
    kinds: FxHashSet<&'static str>,
    lasting: Vec<&'static str>,
    once: Vec<&'static str>,
    steady: Vec<&'static str>,
    comes: Vec<&'static str>,
    light: Light,
    counts: Vec<Counts>,
    places: Places,
    opposites: Vec<[String; 2]>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../data/events.toml"))
        .expect("the list in the crate is valid: a test loads it");
    let mut words = Words {
        events: FxHashMap::default(),
        verbs: FxHashMap::default(),
        befalls: FxHashSet::default(),
        verbs_only: FxHashSet::default(),
        nouns: FxHashMap::default(),
        people: Vec::new(),
        kinds: FxHashSet::default(),
        lasting: Vec::new(),
        once: Vec::new(),
        steady: Vec::new(),
        comes: Vec::new(),
        light: file.light,
        counts: file.counts,
        places: file.places,
        opposites: file.opposites.into_iter().map(|one| one.pair).collect(),
    };
    let mut nominal: FxHashSet<String> = FxHashSet::default();
    for (class, members) in file.events {
        // The names live as long as the program: they are what points are compared by.
        let class: &'static str = Box::leak(class.into_boxed_str());
        words.kinds.insert(class);
        if members.lasts {
            words.lasting.push(class);
        }
        if members.once {
            words.once.push(class);
        }
        if members.comes {
            words.comes.push(class);
        }
        if members.steady {
            words.steady.push(class);
        }
        for word in members.acts.iter().chain(&members.befalls).chain(&members.words) {
            let classes: &mut Vec<&'static str> = words.events.entry(word.clone()).or_default();
            if !classes.contains(&class) {
                classes.push(class);
            }
        }
        for verb in members.acts.iter().chain(&members.befalls) {
            words.verbs.entry(verb.clone()).or_default().push(class);
        }
        nominal.extend(members.words);
        words.verbs_only.extend(members.acts);
        words.verbs_only.extend(members.befalls.iter().cloned());
        words.befalls.extend(members.befalls);
    }
    words.verbs_only.retain(|word| !nominal.contains(word));
    let people = file.people.into_iter().map(|kind| (true, kind));
    for (people, (class, members)) in people.chain(file.things.into_iter().map(|kind| (false, kind))) {
        let class: &'static str = Box::leak(class.into_boxed_str());
        words.people.extend(Some(class).filter(|_| people));
        words.nouns.extend(members.into_iter().map(|noun| (noun, class)));
    }
    words
});

/// The kinds of event that a lemma says, in the order of their names; nothing where it is a kind of its own.
pub(crate) fn events(lemma: &str) -> &'static [&'static str] {
    WORDS.events.get(lemma).map_or(&[], Vec::as_slice)
}

/// Likewise of a verb, whatever it says as a noun: "fired" is of shots, "the fire" of flames.
pub(crate) fn events_of_verb(lemma: &str) -> &'static [&'static str] {
    WORDS.verbs.get(lemma).map_or_else(|| events(lemma), Vec::as_slice)
}

/// Likewise of a noun: "passes" are no approval.
pub(crate) fn events_of_noun(lemma: &str) -> &'static [&'static str] {
    if WORDS.verbs_only.contains(lemma) { &[] } else { events(lemma) }
}

/// What an active verb says of its subject.
pub(crate) fn voice(lemma: &str) -> Voice {
    if WORDS.befalls.contains(lemma) { Voice::Befalls } else { Voice::Acts }
}

/// The kind of thing that a noun counts.
pub(crate) fn counted(lemma: &str) -> Option<&'static str> {
    WORDS.nouns.get(lemma).copied()
}

/// Whether a kind of thing that is counted is people.
pub(crate) fn is_human(kind: &str) -> bool {
    WORDS.people.contains(&kind)
}

/// Whether the name is that of a kind, not a lemma of its own.
pub(crate) fn is_kind(event: &str) -> bool {
    WORDS.kinds.contains(&event)
}

/// Whether what an event befell stays so: a count of it does not shrink.
pub(crate) fn lasts(event: &str) -> bool {
    WORDS.lasting.contains(&event)
}

/// Whether an event of the kind befalls one party once in a story.
pub(crate) fn once(event: &str) -> bool {
    WORDS.once.contains(&event)
}

/// Whether a count of an event of the kind is of one occasion, so that it does not grow from day to day.
pub(crate) fn steady(event: &str) -> bool {
    WORDS.steady.contains(&event)
}

/// What a count of such nouns is of under such a verb: "400 posts will go".
pub(crate) fn counted_under(noun: &str, verb: &str) -> Option<&'static str> {
    let has = |list: &[String], word: &str| list.iter().any(|one| one == word);
    let found = WORDS.counts.iter().find(|one| has(&one.nouns, noun) && has(&one.verbs, verb));
    found.map(|one| one.event.as_str())
}

/// Whether those whom an event of the kind counts are the same people whatever they are called: 42 passengers aboard and 42 people; 400 posts
/// that go and 400 people who lose theirs.
pub(crate) fn counts_anybody(event: &str) -> bool {
    matches!(event, "aboard" | "layoff")
}

/// Whether a sum of money is told by an event of the kind: what was stolen, the damage, the bribes.
pub(crate) fn has_a_sum(event: &str) -> bool {
    matches!(event, "bribery" | "damage" | "fraud" | "penalty" | "robbery")
}

/// Whether a verb says of its subject only that it took place: "the explosion happened at noon".
pub(crate) fn happens(verb: &str) -> bool {
    WORDS.light.happens.iter().any(|one| one == verb)
}

/// Whether a verb says of its object only who or what brought it about: "negligence caused the explosion".
pub(crate) fn brings(verb: &str) -> bool {
    WORDS.light.brings.iter().any(|one| one == verb)
}

/// How much a place holds, as its noun tells.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Extent {
    /// Somewhere in a town: a school, a square.
    Site,
    /// A town, or what its noun does not tell.
    Town,
    /// What holds towns.
    Region,
}

/// The extent of a place with this noun in it, in lower case.
pub(crate) fn extent(noun: &str) -> Extent {
    let has = |list: &[String]| list.iter().any(|one| one == noun);
    if has(&WORDS.places.regions) {
        Extent::Region
    } else if has(&WORDS.places.sites) {
        Extent::Site
    } else {
        Extent::Town
    }
}

/// Whether a verb counts those who are known so far: "has verified 19 deaths".
pub(crate) fn verifies(verb: &str) -> bool {
    matches!(verb, "document" | "identify" | "verify")
}

/// The kinds of event that cannot befall what this one befalls.
pub(crate) fn opposites(event: &str) -> Vec<&'static str> {
    let pairs = WORDS.opposites.iter().filter_map(|[x, y]| match () {
        () if x == event => Some(y.as_str()),
        () if y == event => Some(x.as_str()),
        () => None,
    });
    pairs.collect()
}

/// Whether what has not come about today may tomorrow: who has not resigned may still do.
pub(crate) fn comes(event: &str) -> bool {
    WORDS.comes.contains(&event)
}

/// Whether two kinds of event cannot both befall the same.
pub(crate) fn are_opposites(a: &str, b: &str) -> bool {
    WORDS.opposites.iter().any(|[x, y]| (x == a && y == b) || (x == b && y == a))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_kind() {
        assert_eq!(events("kill"), ["death"]);
        assert_eq!(events("casualty"), ["death", "injury"]);
        assert!(events("yodel").is_empty());
        assert_eq!(voice("die"), Voice::Befalls);
        assert_eq!(voice("kill"), Voice::Acts);
        assert_eq!(counted("troop"), counted("soldier"));
        assert!(are_opposites("fall", "rise"));
    }

    #[test]
    fn opposites_are_known_kinds() {
        let known: Vec<&str> = WORDS.events.values().flatten().copied().collect();
        for pair in &WORDS.opposites {
            assert!(pair.iter().all(|one| known.contains(&one.as_str())), "{pair:?}");
        }
        for counts in &WORDS.counts {
            assert!(known.contains(&counts.event.as_str()), "{}", counts.event);
        }
    }
}
