//! Who the sources are, as far as names tell.

use rustc_hash::FxHashMap;

use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};
use crate::{Entity, EntityId, EntityKind, Spans};

/// Gathers mentions of the same source.
pub(crate) struct Sources;

static INFO: Info = Info {
    name: "sources",
    summary: "one entity for each source, by name",
    finds: "sources of the same name; a surname after the full name (“Ann Lee … Lee”); acronyms introduced in brackets \
            (“National Grid (NG) … NG”); a definite description repeated in the same words (“the ministry”); accounts of posts",
    leaves_alone: "pronouns, which keep their words and have no entity, with the reason in `because`; surnames that two \
                   people share",
    known_misses: "capitals that speak for governments; descriptions of somebody named (“the spokesman”); kinds, roles, \
                   countries and affiliations, which need an analyser",
    origin: "our own reading of news",
    examples: &[Example {
        text: "“No,” said Ann Lee, a nurse. “Never,” Lee added. The Central Bank (CB) said it was wrong. The CB said it was right.",
        published: None,
        found: &["Ann Lee: Ann Lee, a nurse | Lee", "The Central Bank: The Central Bank (CB) | The CB"],
    }],
    reads: &[Layer::Claims],
    writes: &[Layer::Entities],
    switch: Switch::On,
};

impl Extractor for Sources {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        let text = draft.text;
        let mut book = Book::default();
        let mut claims = std::mem::take(&mut draft.claims);
        for claim in &mut claims {
            for source in &mut claim.sources {
                let words = source.spans.text(text);
                match book.entity(&words, source.spans.clone(), claim.post) {
                    Ok(id) => source.entity = Some(id),
                    Err(reason) => claim
                        .because
                        .push(format!("sources: “{}” is left unresolved: {reason}", one_line(&words))),
                }
            }
        }
        for entity in &mut book.entities {
            entity.mentions.sort();
            entity.mentions.dedup();
        }
        draft.claims = claims;
        draft.entities = book.entities;
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The entities so far, by the names that lead to them.
#[derive(Default)]
struct Book {
    entities: Vec<Entity>,
    by_name: FxHashMap<String, EntityId>,
    /// None where several share it.
    by_surname: FxHashMap<String, Option<EntityId>>,
}

impl Book {
    fn entity(&mut self, words: &str, mention: Spans, account: bool) -> Result<EntityId, &'static str> {
        let name = Name::of(words, account);
        if name.is_pronoun() {
            return Err("a pronoun");
        }
        let key = name.key();
        let known = match self.by_name.get(&key) {
            Some(id) => Some(*id),
            None if name.is_bare_surname() => match self.by_surname.get(&key) {
                Some(Some(id)) => Some(*id),
                Some(None) => return Err("several people here have this name"),
                None => None,
            },
            None => None,
        };
        let id = known.filter(|_| !name.indefinite).unwrap_or_else(|| {
            let kind = account.then_some(EntityKind::Account);
            self.entities.push(Entity {
                name: name.full.clone(),
                kind,
                country: None,
                role: None,
                affiliation: None,
                mentions: Vec::new(),
            });
            EntityId(self.entities.len() as u32 - 1)
        });
        self.entities[id.0 as usize].mentions.push(mention);
        if !name.indefinite {
            self.by_name.entry(key).or_insert(id);
        }
        if let Some(acronym) = &name.acronym {
            self.by_name.entry(acronym.to_lowercase()).or_insert(id);
        }
        if let Some(surname) = name.surname() {
            self.by_surname
                .entry(surname)
                .and_modify(|known| *known = known.filter(|known| *known == id))
                .or_insert(Some(id));
        }
        Ok(id)
    }
}

/// The words of a source, with what they tell about its name.
struct Name {
    full: String,
    acronym: Option<String>,
    /// "a spokesman": the next one may be another.
    indefinite: bool,
    /// All words but articles begin with a capital.
    proper: bool,
}

impl Name {
    fn of(words: &str, account: bool) -> Name {
        let line = one_line(words);
        let mut acronym = None;
        // The name ends where brackets or an apposition begin.
        let mut full = line.as_str();
        if let Some((before, after)) = line.split_once(" (") {
            let inside = after.split(')').next().unwrap_or_default();
            let handle = inside.starts_with('@');
            let letters = inside.len() >= 2
                && inside.len() <= 10
                && inside.chars().all(|c| c.is_uppercase() || c == '&' || c == '-');
            acronym = (letters || handle).then(|| inside.to_owned());
            full = before;
        }
        if !account && let Some((before, _)) = full.split_once(", ") {
            full = before;
        }
        let first = full.split(' ').next().unwrap_or_default().to_lowercase();
        let indefinite = matches!(
            first.as_str(),
            "a" | "an" | "one" | "another" | "some" | "several" | "two" | "many" | "other"
        );
        let proper =
            full.split(' ').filter(|word| !is_article(word)).all(|word| word.starts_with(char::is_uppercase));
        Name { full: full.to_owned(), acronym, indefinite, proper }
    }

    /// The name without article, title, letter case and kind of apostrophe.
    fn key(&self) -> String {
        let words = self.full.split(' ').filter(|word| !is_article(word) && !is_title(word));
        words.map(|word| word.to_lowercase().replace('’', "'")).collect::<Vec<_>>().join(" ")
    }

    fn is_pronoun(&self) -> bool {
        const PRONOUNS: &[&str] = &[
            "both", "everyone", "he", "her", "him", "his", "i", "it", "its", "many", "me", "most", "one",
            "others", "she", "some", "somebody", "someone", "their", "them", "they", "us", "we", "who",
            "you",
        ];
        PRONOUNS.contains(&self.full.to_lowercase().as_str())
    }

    /// "Lee", "Mr Lee": one capitalised word, which may be the last of a name before it.
    fn is_bare_surname(&self) -> bool {
        self.proper && !self.full.to_lowercase().starts_with("the ") && self.key().split(' ').count() == 1
    }

    /// The last word of a proper name of several.
    fn surname(&self) -> Option<String> {
        let named = self.full.split(' ').rev().take(2).all(|word| word.starts_with(char::is_uppercase));
        let key = self.key();
        let (_, last) = key.rsplit_once(' ')?;
        (named && !self.indefinite).then(|| last.to_owned())
    }
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "The" | "a" | "A" | "an" | "An")
}

fn is_title(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "Mr" | "Mrs" | "Ms" | "Miss" | "Dr" | "Sir" | "Dame" | "Lord" | "Lady" | "Prof" | "Professor"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Claimant, Document};

    fn check(text: &str, names: &[&str]) {
        let document = Document::new(text);
        let report = Claimant::new().extract(&document);
        let found: Vec<&str> = report
            .claims
            .iter()
            .flat_map(|claim| &claim.sources)
            .map(|source| source.entity.map_or("?", |id| report.entities[id.0 as usize].name.as_str()))
            .collect();
        assert_eq!(found, names, "{text}");
    }

    #[test]
    fn names_pronouns_and_descriptions() {
        check(
            "“No,” said Ann Lee. “Never,” Mr Lee added. “Not once,” she said.",
            &["Ann Lee", "Ann Lee", "?"],
        );
        check("“No,” said Ann Lee. “Yes,” said Bo Lee. “No,” said Lee.", &["Ann Lee", "Bo Lee", "?"]);
        check(
            "“No,” the mayor said. “Yes,” a guest said. “No,” a guest said. “Ah,” said the mayor.",
            &["the mayor", "a guest", "a guest", "the mayor"],
        );
    }

    #[test]
    fn a_guest_is_each_time_another() {
        let mut book = Book::default();
        let mention = || Spans::from(crate::Span::new(0, 1));
        assert_ne!(book.entity("a guest", mention(), false), book.entity("a guest", mention(), false));
        assert_eq!(book.entity("the guest", mention(), false), book.entity("The guest", mention(), false));
    }
}
