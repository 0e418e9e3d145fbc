//! Countries with their capitals and demonyms, places with their country, seats of government, given names.
//!
//! The lists are sorted text in the binary (`data/gazetteer/`, made by the script there) and are searched where they stand.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::EntityKind;

static COUNTRIES: &str = include_str!("../../../data/gazetteer/countries.tsv");
static PLACES: &str = include_str!("../../../data/gazetteer/places.tsv");
static SEATS: &str = include_str!("../../../data/gazetteer/seats.tsv");
static GIVEN_NAMES: &str = include_str!("../../../data/gazetteer/given_names.tsv");

/// What a word says about a country.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum About {
    /// Its name.
    Name,
    /// Its capital.
    Capital,
    /// "Ukrainian", "Ukrainians".
    Demonym,
}

/// A seat that speaks for a body: "the Kremlin".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Seat {
    pub(crate) body: &'static str,
    pub(crate) kind: EntityKind,
    pub(crate) country: Option<&'static str>,
}

static BY_WORD: LazyLock<FxHashMap<&'static str, (About, &'static str)>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    for line in COUNTRIES.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let code = fields.next().unwrap_or_default();
        for about in [About::Name, About::Capital, About::Demonym] {
            for word in fields.next().unwrap_or_default().split('|').filter(|word| !word.is_empty()) {
                words.entry(word).or_insert((about, code));
            }
        }
    }
    words
});

static BY_SEAT: LazyLock<FxHashMap<&'static str, Seat>> = LazyLock::new(|| {
    let seats = SEATS.lines().filter(|line| !line.starts_with('#'));
    seats
        .filter_map(|line| {
            let mut fields = line.split('\t');
            let (name, body, kind) = (fields.next()?, fields.next()?, fields.next()?.parse().ok()?);
            let country = fields.next().filter(|code| !code.is_empty());
            Some((name, Seat { body, kind, country }))
        })
        .collect()
});

/// What `words` say about a country, and its ISO 3166-1 code: "Ukraine", "the United States", "Kyiv", "Ukrainian".
pub(crate) fn country(words: &str) -> Option<(About, &'static str)> {
    let bare = bare(words);
    BY_WORD.get(bare).copied().or_else(|| BY_WORD.get(bare.replace('’', "'").as_str()).copied())
}

/// The name by which English knows a country.
pub(crate) fn country_name(code: &str) -> Option<&'static str> {
    let line =
        COUNTRIES.lines().find(|line| line.strip_prefix(code).is_some_and(|rest| rest.starts_with('\t')))?;
    line.split('\t').nth(1)?.split('|').next()
}

/// The body that a seat other than a capital speaks for.
pub(crate) fn seat(words: &str) -> Option<Seat> {
    BY_SEAT.get(bare(words)).copied()
}

/// The country that a place lies in, where all places of that name do.
pub(crate) fn country_of_place(name: &str) -> Option<&'static str> {
    search(PLACES, bare(name))
}

/// Whether a given name is a woman's.
pub(crate) fn is_womans(given: &str) -> Option<bool> {
    search(GIVEN_NAMES, given).map(|gender| gender == "f")
}

/// Given names, and whether each is a woman's.
pub(crate) fn given_names() -> impl Iterator<Item = (&'static str, bool)> {
    let lines = GIVEN_NAMES.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).map(|(name, gender)| (name, gender == "f"))
}

fn bare(words: &str) -> &str {
    words.strip_prefix("the ").or_else(|| words.strip_prefix("The ")).unwrap_or(words)
}

/// The second field of the line that begins with `key`, in lines sorted by their bytes.
fn search(lines: &'static str, key: &str) -> Option<&'static str> {
    let bytes = lines.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        let start = bytes[..middle].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let end =
            bytes[middle..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| middle + at);
        let (name, value) = lines[start..end].split_once('\t').unwrap_or((&lines[start..end], ""));
        match name.as_bytes().cmp(key.as_bytes()) {
            std::cmp::Ordering::Equal => return Some(value),
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_about_countries() {
        assert_eq!(country("the United States"), Some((About::Name, "US")));
        assert_eq!(country("Seoul"), Some((About::Capital, "KR")));
        assert_eq!(country("North Korean"), Some((About::Demonym, "KP")));
        assert_eq!(country("Atlantis"), None);
        assert_eq!(country_name("KR"), Some("South Korea"));
    }

    #[test]
    fn every_line_is_found() {
        for (lines, least) in [(PLACES, 30_000), (GIVEN_NAMES, 7_000)] {
            let mut count = 0;
            for line in lines.lines().filter(|line| !line.starts_with('#')) {
                let (name, value) = line.split_once('\t').unwrap();
                assert_eq!(search(lines, name), Some(value), "{name}");
                count += 1;
            }
            assert!(count > least, "{count}");
        }
        assert_eq!(search(PLACES, "Zzyzx Nowhere"), None);
        assert_eq!(search(PLACES, ""), None);
    }

    #[test]
    fn places_and_seats() {
        assert_eq!(country_of_place("Kursk"), Some("RU"));
        assert_eq!(is_womans("Kathleen"), Some(true));
        assert_eq!(seat("the Kremlin").unwrap().country, Some("RU"));
        assert_eq!(BY_SEAT.len(), SEATS.lines().filter(|line| !line.starts_with('#')).count());
    }
}
