//! Mentions: the noun phrases, names and pronouns of a text, each with what its own words tell.

use std::ops::Range;

use claimant_english::NameKind;
use rustc_hash::FxHashSet;

use super::gazetteer::{self, About};
use super::gender::{self, Gender};
use super::grammar::Grammar;
use super::name_parts::{goes_before_names, is_bodys, is_second_subject, proper, whole_name, within_name};
use super::provenance::outlets;
use super::{attributive, beside, nouns, seats};
use crate::EntityKind;

/// A mention by its place in text order of heads.
pub(super) type MentionId = usize;

/// One noun phrase, name or pronoun.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Its head token.
    pub(super) head: usize,
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    pub(super) form: Form,
    /// The tokens of the name in it that its head belongs to.
    pub(super) name: Option<Range<usize>>,
    pub(super) kind: Option<EntityKind>,
    pub(super) gender: Gender,
    /// Whether a name of one word is a woman's, were it a given name.
    pub(super) hint: Option<bool>,
    /// How far the ending of its name speaks for a woman.
    pub(super) leaning: i8,
    /// None where its words do not tell.
    pub(super) plural: Option<bool>,
    /// ISO 3166-1 code, as its own words tell.
    pub(super) country: Option<&'static str>,
    /// Several together: "Ann and Bo Lee".
    pub(super) coordination: bool,
    /// A noun before another: "asylum" of "asylum seekers".
    pub(super) attributive: bool,
}

/// How a mention mentions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    Name,
    /// "the agency", "its agency", "South Korea's agency".
    Definite,
    /// "an agency", "some agencies".
    Indefinite,
    /// "agencies".
    Bare,
    Pronoun(Pronoun),
}

/// Personal pronouns, whatever their case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Pronoun {
    He,
    She,
    It,
    They,
    I,
    We,
    You,
}

impl Pronoun {
    /// The pronoun of a lower-case word, and whether it is reflexive.
    pub(super) fn of(word: &str) -> Option<(Pronoun, bool)> {
        Some(match word {
            "he" | "him" | "his" => (Pronoun::He, false),
            "she" | "her" | "hers" => (Pronoun::She, false),
            "it" | "its" => (Pronoun::It, false),
            "they" | "them" | "their" | "theirs" => (Pronoun::They, false),
            "himself" => (Pronoun::He, true),
            "herself" => (Pronoun::She, true),
            "itself" => (Pronoun::It, true),
            "themselves" => (Pronoun::They, true),
            "i" | "me" | "my" | "mine" => (Pronoun::I, false),
            "myself" => (Pronoun::I, true),
            "we" | "us" | "our" | "ours" => (Pronoun::We, false),
            "ourselves" => (Pronoun::We, true),
            "you" | "your" | "yours" => (Pronoun::You, false),
            "yourself" | "yourselves" => (Pronoun::You, true),
            _ => return None,
        })
    }

    pub(super) fn is_third(self) -> bool {
        matches!(self, Pronoun::He | Pronoun::She | Pronoun::It | Pronoun::They)
    }
}

/// The mentions of a text in the order of their heads, and which token is whose head.
pub(super) struct Mentions {
    pub(super) list: Vec<Mention>,
    by_head: Vec<Option<u32>>,
}

impl Mentions {
    pub(super) fn find(grammar: &Grammar<'_>) -> Mentions {
        let analysis = grammar.analysis;
        let mut name_of: Vec<Option<u32>> = vec![None; analysis.tokens.len()];
        let mut name_head: Vec<usize> = Vec::with_capacity(analysis.names.len());
        for (number, name) in (0..).zip(&analysis.names) {
            name_of[name.tokens.clone()].fill(Some(number));
            let outside = |at: &usize| grammar.head(*at).is_none_or(|head| !name.tokens.contains(&head));
            // Where the parse does not join a name, its last word stands for it.
            name_head.push(name.tokens.clone().rev().find(outside).unwrap_or(name.tokens.start));
        }
        // Words of full names: "Paris" may be Lee's.
        let full =
            analysis.names.iter().filter(|name| name.kind == NameKind::Person && name.tokens.len() > 1);
        let borne: FxHashSet<&str> =
            full.flat_map(|name| name.tokens.clone()).map(|at| grammar.word(at)).collect();
        let attributive = attributive::taken_up(grammar, &name_of);
        let mut list = Vec::new();
        let mut by_head = vec![None; analysis.tokens.len()];
        for at in 0..analysis.tokens.len() {
            // "Mr Lee", "homeowner Ann Lee" where the parse hangs the name on its title or both on one verb: the title's token stands for
            // both.
            let person = |token: usize| {
                let number = name_of.get(token).copied().flatten()? as usize;
                let adjacent = grammar.analysis.names[number].tokens.start == token;
                (adjacent && analysis.names[number].kind == NameKind::Person).then_some(number)
            };
            let titled = |token: usize| {
                // The analyser may take the title for a name of its own.
                let alone =
                    name_of[token].is_none_or(|number| analysis.names[number as usize].tokens.len() == 1);
                let number = person(token + 1).filter(|_| alone)?;
                let bearer = name_head[number];
                let sibling = grammar.head(bearer) == grammar.head(token)
                    && grammar.relation(bearer) == grammar.relation(token);
                let joined = grammar.head(bearer) == Some(token) || sibling;
                (joined && goes_before_names(grammar, token)).then_some(number)
            };
            let name = titled(at).or(name_of[at].map(|number| number as usize));
            let is_name_head = name.is_some_and(|number| name_head[number] == at || titled(at).is_some());
            let start = name.map_or(0, |number| analysis.names[number].tokens.start);
            if start > 0 && titled(at).is_none() && titled(start - 1).is_some() {
                continue;
            }
            let found = mention(grammar, at, name, is_name_head, &borne)
                .or_else(|| attributive[at].then(|| attributive::mention(grammar, at)));
            if let Some(mention) = found {
                by_head[at] = Some(list.len() as u32);
                let together = coordination(grammar, &mention);
                list.push(mention);
                list.extend(together);
            }
        }
        let mut mentions = Mentions { list, by_head };
        beside::settle_kinds(grammar, &mut mentions);
        mentions
    }

    /// The mention with this head.
    pub(super) fn at(&self, token: usize) -> Option<MentionId> {
        self.by_head.get(token).copied().flatten().map(|id| id as usize)
    }

    /// The mention of a noun phrase's possessor: "South Korea" of "South Korea's agency".
    pub(super) fn possessor(&self, grammar: &Grammar<'_>, id: MentionId) -> Option<MentionId> {
        let head = self.list[id].head;
        grammar.dependents(head).filter(|at| grammar.is_possessor(*at)).find_map(|at| self.at(at))
    }
}

fn mention(
    grammar: &Grammar<'_>,
    at: usize,
    name: Option<usize>,
    is_name_head: bool,
    borne: &FxHashSet<&str>,
) -> Option<Mention> {
    let word = grammar.low(at);
    let (upos, relation) = (grammar.upos(at), grammar.relation(at));
    if let Some((pronoun, _)) = Pronoun::of(&word)
        && matches!(grammar.xpos(at), "PRP" | "PRP$")
    {
        return (relation != "expl").then(|| of_pronoun(at, pronoun));
    }
    let mut kind = name.map(|number| grammar.analysis.names[number].kind);
    // The analyser takes capitals that speak for people, though nobody here is called so.
    if kind == Some(NameKind::Person)
        && name.is_some_and(|number| grammar.analysis.names[number].tokens.len() == 1)
        && matches!(gazetteer::country(grammar.word(at)), Some((About::Capital | About::Name, _)))
        && gazetteer::is_womans(grammar.word(at)).is_none()
        && !borne.contains(grammar.word(at))
    {
        kind = Some(NameKind::Place);
    }
    // Nor is "Al Jazeera", whatever the analyser takes it for.
    if kind == Some(NameKind::Person)
        && let Some(number) = name
        && outlets::is_long_name(grammar.span(&grammar.analysis.names[number].tokens).of(grammar.text))
    {
        kind = Some(NameKind::Organization);
    }
    // "Nordvik Bank" is nobody's, "Jenna Church" may be.
    if kind == Some(NameKind::Person)
        && let Some(number) = name
        && is_bodys(grammar, &grammar.analysis.names[number].tokens)
    {
        kind = Some(NameKind::Organization);
    }
    // "Qeshm Governor Ann Lee": what a role is held at.
    if kind == Some(NameKind::Person)
        && matches!(relation, "compound" | "nmod" | "nmod:desc")
        && name.is_some_and(|number| grammar.analysis.names[number].tokens == (at..at + 1))
        && grammar.head(at) == Some(at + 1)
        && grammar.is_capitalized(at + 1)
        && nouns::noun(&grammar.lemma(at + 1)).kind == Some(EntityKind::Person)
        && gazetteer::is_womans(grammar.word(at)).is_none()
    {
        kind = Some(NameKind::Place);
    }
    // "The Kremlin" is nobody's name.
    if kind == Some(NameKind::Person)
        && gazetteer::seat(grammar.word(at)).is_some()
        && grammar.with(at, "det").any(|other| grammar.low(other) == "the")
    {
        kind = Some(NameKind::Place);
    }
    // The two tags disagree at times: "Activists" as a pronoun that is a plural noun.
    let nominal =
        matches!(upos, "NOUN" | "PROPN") || (upos == "PRON" && matches!(grammar.xpos(at), "NN" | "NNS"));
    // "North Korean soldiers": an adjective names nobody.
    let names = is_name_head && (kind != Some(NameKind::Other) || upos == "PROPN") && upos != "ADJ";
    let inner =
        matches!(relation, "compound" | "flat" | "fixed" | "goeswith" | "nmod:desc" | "nmod:unmarked");
    // "Ukrainian President": a demonym before a noun is no mention, however it is tagged.
    let modifies = matches!(relation, "amod" | "compound" | "nmod:desc" | "nmod" | "flat")
        && grammar.head(at).is_some_and(|head| head > at);
    if modifies
        && grammar.preposition(at).is_none()
        && matches!(gazetteer::country(grammar.word(at)), Some((About::Demonym, _)))
        && !grammar.is_possessor(at)
    {
        return None;
    }
    // Of "Lindqvist Pumps" the analyser takes half, for somebody's surname.
    if kind == Some(NameKind::Person)
        && let Some(number) = name
        && grammar.analysis.names[number].tokens.len() == 1
        && whole_name(grammar, number).len() > 1
        && is_second_subject(grammar, grammar.analysis.names[number].tokens.end)
        && gazetteer::is_womans(grammar.word(at)).is_none()
    {
        kind = Some(NameKind::Organization);
    }
    // What belongs to the name before it is no mention of its own.
    if is_second_subject(grammar, at) && name.is_none() {
        return None;
    }
    // A person's name is one mention, whatever the parse makes of its parts, and so are two words ("Port Amsel").
    let part = |number: usize| {
        let tokens = &grammar.analysis.names[number];
        let whole = tokens.kind == NameKind::Person || tokens.tokens.len() == 2;
        is_name_head || (!whole && !within_name(grammar, at, name))
    };
    let heads = nominal && !inner && name.is_none_or(part);
    if !heads && !(names && kind != Some(NameKind::Other)) {
        return None;
    }
    // The adverbial noun ("last week", "a lot") and the counted unit are no parties to anything.
    if relation == "obl:unmarked" && !names {
        return None;
    }
    let name_tokens = name.filter(|_| is_name_head).map(|number| whole_name(grammar, number));
    let mut tokens = if heads { grammar.phrase(at) } else { name_tokens.clone()? };
    if let Some(name) = &name_tokens {
        tokens = tokens.start.min(name.start)..tokens.end.max(name.end);
    }
    let name_tokens = name_tokens.or_else(|| (upos == "PROPN").then(|| proper(grammar, at)));
    Some(of_noun(grammar, at, tokens, name_tokens, kind.filter(|_| is_name_head), heads))
}

/// The mention that a noun makes together with those coordinated with it by "and".
fn coordination(grammar: &Grammar<'_>, first: &Mention) -> Option<Mention> {
    let and = |at: usize| grammar.with(at, "cc").any(|cc| matches!(grammar.low(cc).as_str(), "and" | "&"));
    let conjuncts =
        grammar.with(first.head, "conj").filter(|at| matches!(grammar.upos(*at), "NOUN" | "PROPN" | "PRON"));
    let last = conjuncts.last().filter(|last| and(*last))?;
    // "West Yorkshire Fire and Rescue" is one name.
    if first.tokens.contains(&last) {
        return None;
    }
    if matches!(first.form, Form::Pronoun(_)) && grammar.xpos(first.head) == "PRP$" {
        return None;
    }
    let tokens = first.tokens.start..grammar.phrase(last).end.max(first.tokens.end);
    let kind =
        matches!(first.kind, Some(EntityKind::Person | EntityKind::Group)).then_some(EntityKind::Group);
    Some(Mention {
        tokens,
        form: Form::Bare,
        name: None,
        kind,
        gender: Gender::ANY,
        hint: None,
        leaning: 0,
        plural: Some(true),
        country: None,
        coordination: true,
        attributive: false,
        head: first.head,
    })
}

fn of_pronoun(at: usize, pronoun: Pronoun) -> Mention {
    let (gender, plural) = match pronoun {
        Pronoun::He => (Gender::MALE, Some(false)),
        Pronoun::She => (Gender::FEMALE, Some(false)),
        Pronoun::It => (Gender::NEUTER, Some(false)),
        Pronoun::They => (Gender::ANY, None),
        Pronoun::I => (Gender::PERSON, Some(false)),
        Pronoun::We => (Gender::ANY, Some(true)),
        Pronoun::You => (Gender::PERSON, None),
    };
    let kind = matches!(pronoun, Pronoun::He | Pronoun::She | Pronoun::I).then_some(EntityKind::Person);
    Mention {
        head: at,
        tokens: at..at + 1,
        form: Form::Pronoun(pronoun),
        name: None,
        kind,
        gender,
        hint: None,
        leaning: 0,
        plural,
        country: None,
        coordination: false,
        attributive: false,
    }
}

pub(super) fn of_noun(
    grammar: &Grammar<'_>,
    at: usize,
    tokens: Range<usize>,
    name: Option<Range<usize>>,
    label: Option<NameKind>,
    heads: bool,
) -> Mention {
    let lemma = grammar.lemma(at);
    // "The coast guard" is a body, "a prison guard" a person.
    let force = lemma == "guard"
        && grammar.dependents(at).any(|other| nouns::is_guarded_by_a_force(&grammar.low(other)))
        && grammar.xpos(at) != "NNS";
    let noun = if force { nouns::noun("force") } else { nouns::noun(&lemma) };
    // "Police" are and "police" is.
    let plural = grammar.analysis.is_plural(at).filter(|_| !nouns::is_of_either_number(&lemma));
    let words = name.as_ref().map(|name| grammar.span(name).of(grammar.text).to_owned());
    let about = words.as_deref().and_then(gazetteer::country);
    let mut country = about.map(|(_, code)| code);
    let kind = match label {
        _ if matches!(about, Some((About::Demonym, _))) => {
            let many = plural == Some(true) || word_is_plural(grammar, at);
            Some(if many { EntityKind::Group } else { EntityKind::Person })
        }
        Some(NameKind::Person) => Some(EntityKind::Person),
        Some(NameKind::Organization) => match about {
            Some((About::Name, _)) => Some(EntityKind::Country),
            _ => Some(EntityKind::Organization),
        },
        Some(NameKind::Place) => match about {
            Some((About::Name, _)) => Some(EntityKind::Country),
            _ => Some(EntityKind::Place),
        },
        Some(NameKind::Other) | None => match about {
            Some((About::Name, _)) => Some(EntityKind::Country),
            _ if noun.kind.is_none() && is_known_place(grammar, at, words.as_deref()) => {
                Some(EntityKind::Place)
            }
            _ => noun.kind,
        },
    };
    // "The army's account on X", "a Telegram channel".
    let network = |part: usize| grammar.is_capitalized(part) && nouns::is_network(&grammar.low(part));
    let kind = if matches!(lemma.as_str(), "account" | "channel" | "page" | "profile" | "feed")
        && label.is_none()
        && grammar.dependents(at).any(network)
    {
        Some(EntityKind::Account)
    } else {
        kind
    };
    if heads && country.is_none() {
        country = country_of_modifiers(grammar, at, kind);
    }
    if kind == Some(EntityKind::Place) && country.is_none() {
        country = words.as_deref().and_then(gazetteer::country_of_place);
    }
    // "officials" are a group, "the official" is a person.
    let kind = match kind {
        Some(EntityKind::Person) if plural == Some(true) && label != Some(NameKind::Person) => {
            Some(EntityKind::Group)
        }
        other => other,
    };
    let named = (kind == Some(EntityKind::Person) && label == Some(NameKind::Person))
        .then(|| gender::of_name(grammar, at, name.as_ref()));
    let (woman, hint) = named.unwrap_or_default();
    let leaning = named.and(name.as_ref()).map_or(0, |name| gender::leaning(grammar, name));
    let gender = match (kind, label) {
        (Some(EntityKind::Person), Some(NameKind::Person)) => Gender::of_person(woman),
        (Some(EntityKind::Person), _) => Gender::of_person(noun.woman),
        (Some(EntityKind::Group), _) => Gender::ANY,
        (Some(EntityKind::Organization | EntityKind::Place), Some(_))
            if country.is_none() && name.as_ref().is_some_and(|name| may_be_surname(grammar, at, name)) =>
        {
            Gender::ANY
        }
        (Some(_), _) => Gender::NEUTER,
        // A name of no known kind may be a person's; an unknown common noun is a thing.
        (None, _) if name.is_some() => Gender::ANY,
        (None, _) => Gender::NEUTER,
    };
    // A name of people is one, whatever its ending.
    let plural = match label {
        _ if kind == Some(EntityKind::Group) && matches!(about, Some((About::Demonym, _))) => Some(true),
        Some(NameKind::Person | NameKind::Organization | NameKind::Place) => Some(false),
        _ if kind == Some(EntityKind::Country) => Some(false),
        _ => plural,
    };
    // "The Soldier": a common noun in capitals stays one, and so does one without any.
    let common = label.is_none()
        && noun.kind.is_some()
        && (grammar.dependents(at).any(|other| grammar.is(other, "det")) || !grammar.is_capitalized(at));
    let name = name.filter(|_| !common);
    let form = if name.is_some() && (label.is_some() || grammar.upos(at) == "PROPN") {
        Form::Name
    } else {
        form(grammar, at)
    };
    Mention {
        head: at,
        tokens,
        form,
        name,
        kind,
        gender,
        hint,
        leaning,
        plural,
        country,
        coordination: false,
        attributive: false,
    }
}

/// "In Kharkiv and Sumy", where the analyser sees no name: a proper noun of the gazetteer where places stand.
fn is_known_place(grammar: &Grammar<'_>, at: usize, words: Option<&str>) -> bool {
    let case = grammar.preposition(seats::first_of_all(grammar, at));
    grammar.upos(at) == "PROPN"
        && case.is_some_and(|case| seats::is_locative(&grammar.low(case)))
        && words.is_some_and(|words| gazetteer::country_of_place(words).is_some())
}

fn word_is_plural(grammar: &Grammar<'_>, at: usize) -> bool {
    matches!(grammar.xpos(at), "NNS" | "NNPS") || grammar.word(at).ends_with('s')
}

fn form(grammar: &Grammar<'_>, at: usize) -> Form {
    for dependent in grammar.dependents(at).filter(|other| *other < at) {
        match grammar.relation(dependent) {
            _ if grammar.is_possessor(dependent) => return Form::Definite,
            "det" => {
                return match grammar.low(dependent).as_str() {
                    "the" | "this" | "that" | "these" | "those" | "both" => Form::Definite,
                    _ => Form::Indefinite,
                };
            }
            "nummod" => return Form::Indefinite,
            _ => {}
        }
    }
    Form::Bare
}

/// The country that adjectives, possessors and "of" phrases of a noun name: "Ukrainian", "South Korea's", "of Iran".
fn country_of_modifiers(
    grammar: &Grammar<'_>,
    head: usize,
    kind: Option<EntityKind>,
) -> Option<&'static str> {
    // "critics of Israel" are of no country, "the parliament of Israel" and "the king of Spain" are.
    let belongs = match kind {
        Some(EntityKind::Organization | EntityKind::Government | EntityKind::Place) => true,
        _ => matches!(
            grammar.lemma(head).as_str(),
            "president" | "king" | "queen" | "premier" | "chancellor" | "minister" | "citizen" | "people"
        ),
    };
    // "French President Martin": the title's country is the bearer's.
    let titles = grammar
        .dependents(head)
        .filter(|at| *at < head && matches!(grammar.relation(*at), "nmod:desc" | "compound"));
    let of_titles = titles.flat_map(|title| grammar.dependents(title));
    grammar.dependents(head).chain(of_titles).find_map(|at| {
        let relation = grammar.relation(at);
        let possessive = grammar.is_possessor(at);
        let of = belongs
            && relation == "nmod"
            && grammar.preposition(at).is_some_and(|case| grammar.low(case) == "of");
        if !possessive && !of && !matches!(relation, "amod" | "compound" | "nmod:desc") {
            return None;
        }
        // "The ministers of Spain, Italy and Greece" are of no one country.
        if !grammar.is_capitalized(at) || grammar.with(at, "conj").next().is_some() {
            return None;
        }
        // "North Korean" is two tokens, of which either may be the head.
        let low = [at.saturating_sub(2), at.saturating_sub(1), at];
        low.into_iter().filter(|from| grammar.sentence[*from] == grammar.sentence[at]).find_map(|from| {
            let words = grammar.span(&(from..at + 1));
            let words = words.of(grammar.text);
            let (about, code) = gazetteer::country(words)?;
            let fits = match about {
                About::Demonym => relation == "amod" || relation == "compound" || relation == "nmod:desc",
                About::Name => true,
                About::Capital => false,
            };
            fits.then_some(code)
        })
    })
}

/// Whether a name that the analyser takes for a body's or a place's may be a surname: one word without article that is not all capitals.
fn may_be_surname(grammar: &Grammar<'_>, head: usize, name: &Range<usize>) -> bool {
    let word = grammar.word(name.start);
    name.len() == 1
        && grammar.with(head, "det").next().is_none()
        && word.chars().skip(1).all(|c| c.is_lowercase() || matches!(c, '-' | '\'' | '’'))
        && word.chars().count() > 2
        && gazetteer::country(word).is_none()
        && gazetteer::country_of_place(word).is_none()
        && gazetteer::seat(word).is_none()
}
