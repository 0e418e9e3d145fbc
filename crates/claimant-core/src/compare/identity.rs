//! Entities that are one across documents.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::comparison::{Article, Identity};
use super::matter::Party;
use super::positions::{self, Held};
use super::reading::fold;
use super::story::Stories;
use super::{roles, voices};
use crate::extract::entities::{gazetteer, kind_of_noun, names_nobody};
use crate::{Claim, Entity, EntityId, EntityKind};

/// Who each document's entities are.
pub(super) struct Identities {
    of: Vec<Vec<u32>>,
    list: Vec<Identity>,
    /// Where each stands among those in several documents.
    places: Vec<Option<usize>>,
    /// The words of each one's role, where a document tells it.
    roles: Vec<Box<[Box<str>]>>,
    /// Whom each one speaks for, where a document tells it.
    voices: Vec<Option<u32>>,
    /// A number for those who make each document's claims, the same wherever they are the same; none where the text does not name them.
    speakers: Vec<Vec<Option<u32>>>,
}

impl Identities {
    /// Who an entity of a document is.
    pub(super) fn of(&self, document: usize, entity: EntityId) -> u32 {
        self.of[document][entity.0 as usize]
    }

    /// Who a party of a document is.
    pub(super) fn of_party(&self, document: usize, party: &Party) -> Option<u32> {
        party.entity.map(|entity| self.of(document, entity))
    }

    /// Whose voice somebody's is: a spokesman's the body's, in every document, whichever tells it.
    pub(super) fn voice(&self, id: u32) -> u32 {
        self.voices[id as usize].unwrap_or(id)
    }

    /// The words of somebody's role, as far as any document tells it: "energy", "minister".
    pub(super) fn role(&self, id: u32) -> &[Box<str>] {
        &self.roles[id as usize]
    }

    /// Whether one and the same makes both claims, each given by its document and place.
    pub(super) fn by_one(&self, a: (usize, u32), b: (usize, u32)) -> bool {
        let speaker = |(document, claim): (usize, u32)| self.speakers[document][claim as usize];
        speaker(a).is_some() && speaker(a) == speaker(b)
    }

    pub(super) fn get(&self, id: u32) -> &Identity {
        &self.list[id as usize]
    }

    /// Those in several documents keep their place by their first document; the others are left out.
    pub(super) fn into_list(self) -> Vec<Identity> {
        self.list.into_iter().filter(|identity| identity.entities.len() > 1).collect()
    }

    /// The place of an identity in the list of those in several documents.
    pub(super) fn place(&self, id: u32) -> Option<usize> {
        self.places[id as usize]
    }
}

/// A person by surname: the given name as far as it is known, and who it is.
struct Bearer {
    given: Option<String>,
    country: Option<String>,
    id: u32,
}

pub(super) fn find(articles: &[Article<'_>], stories: &Stories<'_>) -> Identities {
    let mut by_key: BTreeMap<String, u32> = BTreeMap::new();
    let mut by_word: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    let mut bearers: BTreeMap<String, Vec<Bearer>> = BTreeMap::new();
    // Names of several words with the document that has them last.
    let mut by_name: BTreeMap<String, (usize, u32)> = BTreeMap::new();
    let mut identities = Identities {
        of: Vec::new(),
        list: Vec::new(),
        places: Vec::new(),
        roles: Vec::new(),
        voices: Vec::new(),
        speakers: Vec::new(),
    };
    for (document, article) in articles.iter().enumerate() {
        let mut of = Vec::new();
        for (index, entity) in (0..).zip(&article.report.entities) {
            let keys = keys(entity, &article.document.text);
            let known = if entity.kind == Some(EntityKind::Person) && is_name(&entity.name) {
                person(entity, &bearers)
            } else {
                let shorter = || name_within(entity, &by_word, &identities.list);
                keys.iter().find_map(|key| by_key.get(key).copied()).or_else(shorter)
            };
            let whole = Some(fold(&entity.name)).filter(|name| is_name(&entity.name) && name.contains(' '));
            // What one article's words make a person ("The owner, Nordline Freight") is a body in another of the story.
            let named = || whole.as_ref().and_then(|name| by_name.get(name));
            let known = known.or_else(|| {
                let countries = |id: u32| match (&identities.list[id as usize].country, &entity.country) {
                    (Some(one), Some(other)) => one == other,
                    _ => true,
                };
                let one = named().filter(|(other, id)| countries(*id) && stories.same(*other, document));
                one.map(|(_, id)| *id)
            });
            let id = known.unwrap_or_else(|| {
                let (name, kind, country) = (entity.name.clone(), entity.kind, entity.country.clone());
                identities.list.push(Identity { name, kind, country, entities: Vec::new() });
                identities.list.len() as u32 - 1
            });
            let identity = &mut identities.list[id as usize];
            if entity.name.chars().count() > identity.name.chars().count() && is_name(&entity.name) {
                identity.name.clone_from(&entity.name);
            }
            identity.country = identity.country.take().or_else(|| entity.country.clone());
            // Two records of one document may be one after all, by what another document says.
            identity.entities.push((document, EntityId(index)));
            for key in keys {
                by_key.entry(key).or_insert(id);
            }
            if entity.kind != Some(EntityKind::Person) && is_name(&entity.name) {
                for word in fold(&entity.name).split(' ').map(skeleton) {
                    let known = by_word.entry(word).or_default();
                    if !known.contains(&id) && known.len() <= COMMON {
                        known.push(id);
                    }
                }
            }
            if entity.kind == Some(EntityKind::Person)
                && let Some((given, surname)) = parted(&entity.name)
            {
                let bearers = bearers.entry(surname).or_default();
                match bearers.iter_mut().find(|bearer| bearer.id == id) {
                    Some(bearer) => bearer.given = bearer.given.take().or(given),
                    None => bearers.push(Bearer { given, country: entity.country.clone(), id }),
                }
            }
            if let Some(name) = whole {
                by_name.insert(name, (document, id));
            }
            of.push(id);
        }
        identities.of.push(of);
    }
    let named = |entity: &Entity| !is_description(&entity.name);
    let id = |(document, entity): (usize, EntityId)| identities.of[document][entity.0 as usize];
    let joined = roles::described(articles, stories, named, |a, b| id(a) == id(b));
    let joined: Vec<_> = joined.into_iter().map(|(one, other)| (one, id(other))).collect();
    for ((document, entity), to) in joined {
        identities.of[document][entity.0 as usize] = to;
    }
    // Made again as a whole: to move each by itself would cost the square of what "the police" of many articles are.
    identities.list.iter_mut().for_each(|identity| identity.entities.clear());
    for (document, of) in identities.of.iter().enumerate() {
        for (entity, id) in (0..).map(EntityId).zip(of) {
            identities.list[*id as usize].entities.push((document, entity));
        }
    }
    identities.roles = identities.list.iter().map(|identity| role(articles, identity)).collect();
    identities.voices = vec![None; identities.list.len()];
    for (document, article) in articles.iter().enumerate() {
        for entity in (0..article.report.entities.len() as u32).map(EntityId) {
            let Some(body) = voices::spoken_for(article.report, entity) else { continue };
            let (own, body) = (identities.of(document, entity), identities.of(document, body));
            let voice = &mut identities.voices[own as usize];
            *voice = voice.or(Some(body).filter(|body| *body != own));
        }
    }
    identities.speakers = speakers(articles, &identities);
    let mut shared = 0..;
    identities.places = identities
        .list
        .iter()
        .map(|identity| if identity.entities.len() > 1 { shared.next() } else { None })
        .collect();
    identities
}

fn speakers(articles: &[Article<'_>], identities: &Identities) -> Vec<Vec<Option<u32>>> {
    let mut numbers: BTreeMap<BTreeSet<u32>, u32> = BTreeMap::new();
    let mut number = |document: usize, claim: &Claim| match positions::holder(identities, document, claim) {
        Held::Named(ids) => {
            let next = numbers.len() as u32;
            Some(*numbers.entry(ids).or_insert(next))
        }
        Held::Unknown | Held::Narrator(_) => None,
    };
    articles
        .iter()
        .enumerate()
        .map(|(document, article)| {
            article.report.claims.iter().map(|claim| number(document, claim)).collect()
        })
        .collect()
}

/// The words of the first role that is told of somebody.
fn role(articles: &[Article<'_>], identity: &Identity) -> Box<[Box<str>]> {
    let person = matches!(identity.kind, Some(EntityKind::Person) | None);
    let records = identity.entities.iter().take(COMMON).filter(|_| person);
    let roles = records.filter_map(|(document, entity)| {
        articles[*document].report.entities[entity.0 as usize].role.as_deref()
    });
    let told = roles.map(roles::told).find(|words| !words.is_empty());
    told.unwrap_or_default().into_iter().map(Into::into).collect()
}

/// Initials that are enough to tell a body by.
const INITIALS: usize = 3;

/// A word that stands in the names of more than so many tells none of them.
const COMMON: usize = 8;

/// The only body whose longer or shorter name this is: "Lindqvist" for "Lindqvist Pumps", "the public health unit" for "Grey Valley Public
/// Health Unit".
fn name_within(entity: &Entity, by_word: &BTreeMap<String, Vec<u32>>, list: &[Identity]) -> Option<u32> {
    let body = matches!(entity.kind, None | Some(EntityKind::Organization | EntityKind::Government));
    let own: Vec<String> = fold(&entity.name).split(' ').map(skeleton).collect();
    // A description of one word may be anybody.
    if !body || (!is_name(&entity.name) && own.len() < 2) || own.iter().any(|word| word.len() < 2) {
        return None;
    }
    let holds = |id: &u32| {
        let other = &list[*id as usize];
        let words: Vec<String> = fold(&other.name).split(' ').map(skeleton).collect();
        let countries = match (&other.country, &entity.country) {
            (Some(one), Some(another)) => one == another,
            _ => true,
        };
        let within = |inner: &[String], outer: &[String]| outer.windows(inner.len()).any(|run| run == inner);
        countries
            && matches!(other.kind, Some(EntityKind::Organization | EntityKind::Government))
            && (within(&own, &words) || (is_name(&entity.name) && within(&words, &own)))
    };
    let mut fitting: Vec<u32> =
        own.iter().filter_map(|word| by_word.get(word)).flatten().copied().filter(|id| holds(id)).collect();
    fitting.sort_unstable();
    fitting.dedup();
    (fitting.len() == 1).then(|| fitting[0])
}

/// By what an entity that is no person is known in other documents.
fn keys(entity: &Entity, text: &str) -> Vec<String> {
    let country = entity.country.as_deref().unwrap_or_default();
    match entity.kind {
        Some(EntityKind::Person) if is_name(&entity.name) => return Vec::new(),
        Some(EntityKind::Country) if !country.is_empty() => return vec![format!("country {country}")],
        Some(EntityKind::Government) if entity.name.starts_with("Government of") => {
            return vec![format!("government {country}")];
        }
        _ => {}
    }
    if !is_name(&entity.name) {
        return described(entity).into_iter().collect();
    }
    // Another country's ministry of the same name is another ministry.
    let mut keys = Vec::new();
    let mentions = entity.mentions.iter().map(|mention| mention.text(text));
    for name in std::iter::once(entity.name.clone()).chain(mentions).filter(|name| is_name(name)) {
        for key in [skeleton(&fold(&name)), in_any_order(&name)] {
            let key = format!("{country} {key}");
            if !key.ends_with(' ') && !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    if matches!(entity.kind, Some(EntityKind::Organization | EntityKind::Government | EntityKind::Group)) {
        keys.extend(initials(&entity.name));
    }
    keys
}

/// The initials of a body's name, which another paper may call it by: "UNHCR" for "United Nations High Commissioner for Refugees"; with and
/// without those of small words. A name that is initials stands for itself.
fn initials(name: &str) -> Vec<String> {
    let name = name.strip_prefix("The ").or_else(|| name.strip_prefix("the ")).unwrap_or(name);
    let words: Vec<&str> = name.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    let letters = |every: bool| -> String {
        let capital = |word: &&&str| every || word.starts_with(char::is_uppercase);
        words
            .iter()
            .filter(capital)
            .filter_map(|word| word.chars().next())
            .flat_map(char::to_uppercase)
            .collect()
    };
    let found = match words.as_slice() {
        [one] if one.chars().all(|c| c.is_uppercase() || c == '.') => vec![one.replace('.', "")],
        [_] => Vec::new(),
        _ => vec![letters(true), letters(false)],
    };
    let mut keys: Vec<String> = found
        .into_iter()
        .filter(|key| key.chars().count() >= INITIALS)
        .map(|key| format!("initials {key}"))
        .collect();
    keys.dedup();
    keys
}

/// Who is only described is taken for one wherever the same words describe somebody: nobody can say that "a union spokesman" here and "a union
/// spokesman" there are two witnesses. Threads set together only what tells one story.
fn described(entity: &Entity) -> Option<String> {
    let words = fold(&entity.name);
    // "The country's fire service" is the fire service.
    let generic =
        ["country's", "nation's", "state's", "region's", "city's", "town's", "province's", "kingdom's"];
    let bare: Vec<&str> = without_kind(&words)
        .filter(|word| !matches!(*word, "the" | "a" | "an") && !generic.contains(word))
        .collect();
    let bare = bare.join(" ");
    (bare.len() > 2).then(|| format!("described {bare}"))
}

/// "The state of Bavaria" is Bavaria: words without those that only say what sort of place a name is.
fn without_kind(words: &str) -> impl Iterator<Item = &str> {
    const KINDS: &[&str] = &[
        "city", "county", "district", "island", "port", "province", "region", "republic", "state", "town",
        "village",
    ];
    let list: Vec<&str> = words.split(' ').collect();
    let mut kept = Vec::with_capacity(list.len());
    let mut at = 0;
    while at < list.len() {
        let sort = list.get(at + 1).is_some_and(|word| KINDS.contains(word));
        if list[at] == "the" && sort && list.get(at + 2) == Some(&"of") {
            at += 3;
        } else {
            kept.push(list[at]);
            at += 1;
        }
    }
    kept.into_iter()
}

/// The words of a body's name in any order, without those for its country, which stands beside them: "Russian Ministry of Defence" and
/// "Russia’s defence ministry". Nothing where fewer than two are left.
fn in_any_order(name: &str) -> String {
    let low = fold(name);
    let mut words: Vec<String> = name
        .split_whitespace()
        .map(|word| word.trim_end_matches("'s").trim_end_matches("’s"))
        .filter(|word| gazetteer::country(word).is_none())
        .map(str::to_lowercase)
        .filter(|word| {
            low.contains(word.as_str()) && !matches!(word.as_str(), "the" | "of" | "for" | "and" | "a")
        })
        .map(|word| skeleton(&word))
        .collect();
    words.sort_unstable();
    if words.len() < 2 { String::new() } else { words.join(" ") }
}

/// Whether two names may be one's: one's words are among the other's ("Lindqvist", "Lindqvist Pumps"), or one of them is only described and by
/// words of the other.
pub(super) fn may_be_one(a: &str, b: &str) -> bool {
    let (x, y) = (long_words(a), long_words(b));
    is_short_for(a, b) || ((is_description(a) || is_description(b)) && x.iter().any(|word| y.contains(word)))
}

/// Whether all words of one name are among the other's: "the environmental inspectorate" and "Chile’s environmental inspectorate".
pub(super) fn is_short_for(a: &str, b: &str) -> bool {
    let (x, y) = (long_words(a), long_words(b));
    let within = |inner: &[String], outer: &[String]| {
        !inner.is_empty() && inner.iter().all(|word| outer.contains(word))
    };
    within(&x, &y) || within(&y, &x)
}

/// The words of a name without small ones.
fn long_words(name: &str) -> Vec<String> {
    fold(name).split(' ').filter(|word| word.chars().count() > 3).map(skeleton).collect()
}

/// Whether it tells what somebody is, be it with a name in it: "Australia’s weather bureau".
fn is_description(words: &str) -> bool {
    let head = words.split(" of ").next().unwrap_or(words).rsplit(' ').next();
    !is_name(words) || head.is_some_and(|word| word.starts_with(char::is_lowercase))
}

/// Whether the one is described by nothing but the other's words: "a health unit in Ontario" and the "Grey Valley Public Health Unit".
pub(super) fn describes(description: &str, name: &str) -> bool {
    if is_name(description) || !is_name(name) {
        return false;
    }
    let low = fold(description);
    let bare = low.strip_prefix("a ").or_else(|| low.strip_prefix("an ")).unwrap_or(&low);
    let own: Vec<String> =
        bare.split(' ').take_while(|word| !PREPOSITIONS.contains(word)).map(skeleton).collect();
    let known: Vec<String> = fold(name).split(' ').map(skeleton).collect();
    own.len() > 1 && known.windows(own.len()).any(|run| run == own)
}

const PREPOSITIONS: &[&str] =
    &["in", "of", "for", "at", "from", "on", "near", "with", "to", "who", "that", "which"];

/// Whether it begins as a name does, its article aside: "A health unit in Ontario" opens its sentence, and names nobody.
pub(super) fn is_name(words: &str) -> bool {
    let indefinite = ["A ", "An ", "One ", "Two ", "Some "];
    if indefinite.iter().any(|article| words.starts_with(article)) {
        return false;
    }
    let (bare, article) = match words.strip_prefix("the ").or_else(|| words.strip_prefix("The ")) {
        Some(bare) => (bare, true),
        None => (words, false),
    };
    let mut rest = bare.split(' ');
    let first = rest.next().is_some_and(|word| word.starts_with(char::is_uppercase));
    // "Residents of the town", "Police in Leeds": a plural in front of a small word begins its sentence.
    let plural = bare.split(' ').next().is_some_and(|word| {
        (word.ends_with('s') && !word.ends_with("'s") && !word.ends_with("’s")) || word == "Police"
    });
    let sentence = !article && plural && rest.next().is_some_and(|word| word.starts_with(char::is_lowercase));
    first && !sentence && bare.chars().count() > 1 && !names_nobody(words)
}

/// The person of that name, where only one can be meant.
fn person(entity: &Entity, bearers: &BTreeMap<String, Vec<Bearer>>) -> Option<u32> {
    let (given, surname) = parted(&entity.name)?;
    let fits = |bearer: &&Bearer| {
        let countries = match (&bearer.country, &entity.country) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        let givens = match (&bearer.given, &given) {
            (Some(one), Some(other)) => {
                let initial = |name: &str| name.chars().count() == 1;
                one == other
                    || ((initial(one) || initial(other)) && one.chars().next() == other.chars().next())
            }
            _ => true,
        };
        countries && givens
    };
    let bearers = bearers.get(&surname)?;
    // Whoever has the same given name, before those of whom only the surname is known.
    if let Some(one) = bearers.iter().filter(fits).find(|bearer| given.is_some() && bearer.given == given) {
        return Some(one.id);
    }
    let mut fitting = bearers.iter().filter(fits);
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first.id)
}

/// Given name and surname as they are compared; none for what is no name.
fn parted(name: &str) -> Option<(Option<String>, String)> {
    if !is_name(name) {
        return None;
    }
    let low = fold(name);
    let words: Vec<&str> = low.split(' ').filter(|word| !word.is_empty()).collect();
    // "Prime Minister Ann Lee": the name follows the last word for an office.
    let offices = &words[..words.len().saturating_sub(1)];
    let office = offices.iter().rposition(|word| kind_of_noun(word) == Some(EntityKind::Person));
    let words: Vec<String> = words[office.map_or(0, |at| at + 1)..]
        .iter()
        .map(|word| skeleton(word))
        .filter(|word| !word.is_empty())
        .collect();
    let surname = words.last()?.clone();
    let given = (words.len() > 1).then(|| words[0].clone());
    Some((given, surname))
}

/// A name without what spellings differ in: accents, doubled letters, the ends and sounds that transliteration writes in several ways
/// ("Zelensky", "Zelenskyy", "Zelenskiy"; "Kharkiv" keeps apart from "Kharkov", which another language calls it).
fn skeleton(name: &str) -> String {
    let plain: String = name.nfkd().filter(|c| !is_combining_mark(*c)).collect();
    let mut text = plain
        .replace('ß', "ss")
        .replace('ł', "l")
        .replace('ø', "o")
        .replace('đ', "d")
        .replace(['-', '.'], "");
    for (from, to) in [
        ("kh", "h"),
        ("ph", "f"),
        ("ck", "k"),
        ("iy", "i"),
        ("yi", "i"),
        ("yy", "i"),
        ("ii", "i"),
        ("ij", "i"),
    ] {
        text = text.replace(from, to);
    }
    let mut folded = String::new();
    for c in text.chars() {
        let c = match c {
            'y' | 'j' => 'i',
            'w' => 'v',
            other => other,
        };
        if !folded.ends_with(c) {
            folded.push(c);
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Entity {
        Entity {
            name: name.to_owned(),
            kind: Some(EntityKind::Person),
            country: None,
            role: None,
            affiliation: None,
            members: Vec::new(),
            mentions: Vec::new(),
        }
    }

    #[test]
    fn initials_of_any_script() {
        let bearers = |given: &str| {
            let bearer = Bearer { given: Some(skeleton(given)), country: None, id: 7 };
            BTreeMap::from([(skeleton("müller"), vec![bearer])])
        };
        assert_eq!(person(&named("A. Müller"), &bearers("anna")), Some(7));
        assert_eq!(person(&named("A. Müller"), &bearers("æthel")), None);
        assert_eq!(person(&named("Ж Müller"), &bearers("жанна")), Some(7));
        assert_eq!(person(&named("Müller"), &bearers("æthel")), Some(7));
    }

    #[test]
    fn what_is_a_name() {
        for name in [
            "Lee",
            "the Kremlin",
            "The Grey Valley Public Health Unit",
            "Bureau of Meteorology",
            "Russia’s defence ministry",
            "Ärzte ohne Grenzen",
        ] {
            assert!(is_name(name), "{name}");
        }
        for other in
            ["A health unit in Ontario", "the company", "Residents near the harbour", "He", "an analyst", ""]
        {
            assert!(!is_name(other), "{other}");
        }
    }

    #[test]
    fn bodies_by_their_initials() {
        let check = |name: &str, expected: &[&str]| {
            let keys: Vec<String> = expected.iter().map(|key| format!("initials {key}")).collect();
            assert_eq!(initials(name), keys, "{name}");
        };
        check("the World Health Organization", &["WHO"]);
        check("Organization for the Prohibition of Chemical Weapons", &["OFTPOCW", "OPCW"]);
        check("O.P.C.W.", &["OPCW"]);
        check("United Nations", &[]);
        check("Reuters", &[]);
    }

    #[test]
    fn who_may_be_one() {
        assert!(may_be_one("Lindqvist", "Lindqvist Pumps"));
        assert!(may_be_one("a union spokesman", "Harbour Union"));
        assert!(!may_be_one("Port of Antwerp", "Harbour Union"));
        assert!(describes("A health unit in Ontario", "Grey Valley Public Health Unit"));
        assert!(!describes("A unit in Ontario", "Grey Valley Public Health Unit"));
    }

    #[test]
    fn spellings_of_one_name() {
        for (one, other) in [
            ("zelensky", "zelenskyy"),
            ("zelenskiy", "zelensky"),
            ("müller", "muller"),
            ("kadyrov", "kadirov"),
        ] {
            assert_eq!(skeleton(one), skeleton(other));
        }
        assert_ne!(skeleton("kharkiv"), skeleton("kherson"));
    }
}
