//! Names of one entity: the same, shorter, without title, in brackets as initials, and seats that speak for a body.

use rustc_hash::FxHashMap;

use super::chains::Chains;
use super::gazetteer::{self, About};
use super::gender::Gender;
use super::grammar::Grammar;
use super::mention::{Form, Mention, MentionId, Mentions};
use super::{nouns, seats};
use crate::EntityKind;

/// Joins names; what it returns says of each mention whether its name is shared by several, so that it stays alone.
pub(super) fn join(
    grammar: &Grammar<'_>,
    mentions: &Mentions,
    chains: &mut Chains,
    speaks: &[bool],
) -> Vec<bool> {
    let names: Vec<(MentionId, Name)> = (0..mentions.list.len())
        .filter_map(|id| Some((id, Name::of(grammar, &mentions.list[id], speaks[id])?)))
        .collect();
    let mut ambiguous = vec![false; mentions.list.len()];
    let mut full: FxHashMap<&str, MentionId> = FxHashMap::default();
    for (id, name) in &names {
        if let Some(seat) = name.seat {
            let known = chains.known_mut(*id);
            known.kind = Some(seat.kind);
            known.country = seat.country;
            known.gender = Gender::NEUTER;
        }
        match full.get(name.key.as_str()) {
            Some(other) if name.seat.is_some() || chains.agree(*other, *id) => chains.join(*other, *id),
            Some(_) => {}
            None => {
                full.insert(&name.key, *id);
            }
        }
    }
    whatever_kind(&names, mentions, chains);
    persons(&names, mentions, chains, &mut ambiguous);
    acronyms(grammar, mentions, &names, chains);
    shorter_bodies(&names, mentions, chains);
    ambiguous
}

/// A name on its way to its namesakes.
struct Name {
    /// What is looked up: words in lower case without article, title and corporate form, or a code.
    key: String,
    /// The same in words.
    words: Vec<String>,
    /// The words as they are written.
    written: Vec<String>,
    seat: Option<gazetteer::Seat>,
}

/// Legal forms and generations at a name's end.
const ENDINGS: &[&str] = &["inc", "corp", "corporation", "ltd", "llc", "plc", "co", "ag", "sa", "gmbh", "nv"];

impl Name {
    fn of(grammar: &Grammar<'_>, mention: &Mention, speaks: bool) -> Option<Name> {
        // "the Ukrainian government" is a name of it, too.
        if mention.form != Form::Name {
            let government =
                mention.kind == Some(EntityKind::Government) && grammar.lemma(mention.head) == "government";
            let plain = government && mention.plural == Some(false) && mention.form == Form::Definite;
            let code = mention.country.filter(|_| plain && !is_of_the_past(grammar, mention.head))?;
            let seat = gazetteer::Seat { body: "", kind: EntityKind::Government, country: Some(code) };
            return Some(Name {
                key: format!("gov={code}"),
                words: Vec::new(),
                written: Vec::new(),
                seat: Some(seat),
            });
        }
        let tokens = mention.name.clone()?;
        let text = grammar.span(&tokens).of(grammar.text);
        if let Some(seat) = seats::of(grammar, mention, text, speaks) {
            let key = match (seat.kind, seat.country) {
                (EntityKind::Government, Some(code)) => format!("gov={code}"),
                _ => format!("seat={}", seat.body),
            };
            return Some(Name { key, words: Vec::new(), written: Vec::new(), seat: Some(seat) });
        }
        if mention.kind == Some(EntityKind::Country)
            && let Some((About::Name, code)) = gazetteer::country(text)
        {
            return Some(Name {
                key: format!("country={code}"),
                words: Vec::new(),
                written: Vec::new(),
                seat: None,
            });
        }
        let mut written: Vec<String> = tokens
            .filter(|at| grammar.upos(*at) != "PUNCT" && grammar.xpos(*at) != "POS")
            .map(|at| grammar.word(at).trim_end_matches('.').replace('’', "'"))
            .filter(|word| !word.is_empty())
            .collect();
        let mut first = 0;
        while first + 1 < written.len()
            && (is_article(&written[first])
                || (mention.kind == Some(EntityKind::Person) && nouns::is_title(&written[first])))
        {
            first += 1;
        }
        written.drain(..first);
        while written.len() > 1
            && written.last().is_some_and(|last| ENDINGS.contains(&last.to_lowercase().as_str()))
        {
            written.pop();
        }
        let words: Vec<String> = written.iter().map(|word| word.to_lowercase()).collect();
        // Person, body and place of one name are three; what the analyser takes for a name of something else may be any.
        let class = match mention.kind {
            Some(EntityKind::Person) => "p",
            Some(EntityKind::Place) => "l",
            _ => "o",
        };
        (!words.is_empty()).then(|| Name {
            key: format!("{class}:{}", words.join(" ")),
            words,
            written,
            seat: None,
        })
    }
}

fn is_of_the_past(grammar: &Grammar<'_>, head: usize) -> bool {
    grammar.with(head, "amod").any(|at| {
        matches!(grammar.lemma(at).as_str(), "former" | "previous" | "next" | "new" | "local" | "regional")
    })
}

fn is_article(word: &str) -> bool {
    word.eq_ignore_ascii_case("the")
}

fn is_person(mention: &Mention) -> bool {
    mention.kind == Some(EntityKind::Person)
}

/// Names of several words that the analyser takes for a body's here and a place's there: one all the same.
fn whatever_kind(names: &[(MentionId, Name)], mentions: &Mentions, chains: &mut Chains) {
    let mut first: FxHashMap<String, MentionId> = FxHashMap::default();
    for (id, name) in
        names.iter().filter(|(id, name)| name.words.len() > 1 && !is_person(&mentions.list[*id]))
    {
        match first.get(&name.words.join(" ")) {
            Some(other) => chains.join(*other, *id),
            None => {
                first.insert(name.words.join(" "), *id);
            }
        }
    }
}

/// "Lee", "Ann" and "Ann B. Lee" for "Ann Lee".
fn persons(names: &[(MentionId, Name)], mentions: &Mentions, chains: &mut Chains, ambiguous: &mut [bool]) {
    /// Longer names that a part may stand for.
    type Parts<'n> = FxHashMap<&'n str, Vec<MentionId>>;
    const MANY: usize = 8;
    let (mut last, mut given, mut outer): (Parts<'_>, Parts<'_>, FxHashMap<(&str, &str), MentionId>) =
        Default::default();
    let generation = |word: &str| matches!(word, "jr" | "sr" | "ii" | "iii" | "iv");
    for (id, name) in names.iter().filter(|(id, name)| is_person(&mentions.list[*id]) && name.words.len() > 1)
    {
        let words = name.words.as_slice();
        let end = words.len() - usize::from(words.len() > 2 && generation(&words[words.len() - 1]));
        let (front, back) = (words[0].as_str(), words[end - 1].as_str());
        // A middle name more or less.
        if end == words.len() {
            match outer.get(&(front, back)) {
                Some(other) if chains.agree(*other, *id) => {
                    let middle =
                        |id: MentionId| mentions.list[id].name.as_ref().map_or(0, ExactSizeIterator::len);
                    if middle(*other) == 2 || middle(*id) == 2 {
                        chains.join(*other, *id);
                    }
                }
                Some(_) => {}
                None => {
                    outer.insert((front, back), *id);
                }
            }
        }
        for (map, part) in [(&mut last, back), (&mut given, front)] {
            let known = map.entry(part).or_default();
            if known.len() < MANY && !known.iter().any(|other| chains.same(*other, *id)) {
                known.push(*id);
            }
        }
    }
    for (id, name) in names.iter().filter(|(_, name)| name.words.len() == 1) {
        let mention = &mentions.list[*id];
        // What the analyser takes for a body or a place may be a surname.
        let unknown = name.written[0].chars().count() > 2 && mention.gender == Gender::ANY;
        let body = unknown && mention.kind.is_some();
        if !is_person(mention) && !unknown {
            continue;
        }
        for map in [&last, &given] {
            let Some(longer) = map.get(name.words[0].as_str()) else { continue };
            if body && chains.known(*id).size == 1 {
                let known = chains.known_mut(*id);
                (known.kind, known.gender) = (Some(EntityKind::Person), Gender::PERSON);
            }
            let mut fitting: Vec<MentionId> =
                longer.iter().copied().filter(|other| chains.agree(*other, *id)).collect();
            fitting.dedup_by(|a, b| chains.same(*a, *b));
            match fitting.as_slice() {
                [] => continue,
                [one] => chains.join(*one, *id),
                _ => ambiguous[*id] = true,
            }
            break;
        }
    }
}

/// "National Intelligence Service (NIS)", and "UN" for "United Nations" anywhere.
fn acronyms(grammar: &Grammar<'_>, mentions: &Mentions, names: &[(MentionId, Name)], chains: &mut Chains) {
    let mut initials: FxHashMap<String, Option<MentionId>> = FxHashMap::default();
    for (id, name) in
        names.iter().filter(|(id, name)| name.words.len() > 1 && !is_person(&mentions.list[*id]))
    {
        for small in [true, false] {
            let letters: String = name
                .written
                .iter()
                .flat_map(|word| word.split('-'))
                .filter(|word| small || word.starts_with(char::is_uppercase))
                .filter_map(|word| word.chars().next())
                .flat_map(char::to_uppercase)
                .collect();
            initials
                .entry(letters)
                .and_modify(|known| *known = known.filter(|known| chains.same(*known, *id)))
                .or_insert(Some(*id));
        }
    }
    for (id, name) in names.iter().filter(|(_, name)| name.words.len() == 1) {
        let mention = &mentions.list[*id];
        let letters: String = name.written[0].chars().filter(|c| *c != '.').collect();
        let count = letters.chars().count();
        if !(2..=10).contains(&count) || letters.chars().any(|c| c.is_lowercase() || c.is_numeric()) {
            continue;
        }
        let known = initials.get(&letters).copied().flatten();
        let other = in_brackets(grammar, mentions, mention, known).or(known);
        if let Some(other) = other.filter(|other| !is_person(&mentions.list[*other])) {
            // The analyser may take initials for anything.
            chains.join(other, *id);
        }
    }
}

/// The noun phrase before the brackets that hold this name and nothing else.
fn in_brackets(
    grammar: &Grammar<'_>,
    mentions: &Mentions,
    mention: &Mention,
    known: Option<MentionId>,
) -> Option<MentionId> {
    let name = mention.name.clone()?;
    let open = name.start.checked_sub(1).filter(|at| matches!(grammar.word(*at), "(" | "["))?;
    let close = (name.end < grammar.sentence.len()).then(|| grammar.word(name.end))?;
    if !matches!(close, ")" | "]") || grammar.sentence[open] != grammar.sentence[mention.head] {
        return None;
    }
    let sentence = grammar.sentence[open];
    let near = (open.saturating_sub(8)..open).rev().filter(|at| grammar.sentence[*at] == sentence);
    let mut before = near.filter_map(|at| mentions.at(at)).filter(|id| {
        let other = &mentions.list[*id];
        let ends = other.tokens.end == open
            || other.tokens.end == name.end + 1
            || other.tokens.end == name.end
            || other.name.as_ref().is_some_and(|name| name.end == open);
        ends && !is_person(other) && other.plural != Some(true)
    });
    match known {
        Some(known) => before.find(|id| *id == known).or(Some(known)),
        None => before.find(|id| {
            matches!(
                mentions.list[*id].kind,
                Some(EntityKind::Organization | EntityKind::Government | EntityKind::Document) | None
            )
        }),
    }
}

/// "Harvard" for "Harvard University": the first words of one body's name, where what follows is a common noun for bodies.
fn shorter_bodies(names: &[(MentionId, Name)], mentions: &Mentions, chains: &mut Chains) {
    let mut longer: FxHashMap<String, Option<MentionId>> = FxHashMap::default();
    let body = |id: &MentionId| mentions.list[*id].kind == Some(EntityKind::Organization);
    for (id, name) in names.iter().filter(|(id, name)| name.words.len() > 1 && body(id)) {
        let kept =
            name.words.iter().rposition(|word| nouns::noun(word).kind != Some(EntityKind::Organization));
        let Some(kept) = kept.map(|at| at + 1).filter(|kept| *kept < name.words.len()) else { continue };
        longer
            .entry(name.words[..kept].join(" "))
            .and_modify(|known| *known = known.filter(|known| chains.same(*known, *id)))
            .or_insert(Some(*id));
    }
    for (id, name) in names.iter().filter(|(id, _)| body(id)) {
        if let Some(Some(other)) = longer.get(&name.words.join(" "))
            && chains.agree(*other, *id)
        {
            chains.join(*other, *id);
        }
    }
}
