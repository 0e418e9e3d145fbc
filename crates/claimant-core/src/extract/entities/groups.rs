//! Several together: whom "Lee and Kim", "both ministers", "the two leaders" and "the brothers" are.
//!
//! A description stands for people named one by one only where exactly as many as it counts fit it in the sentences before; else it keeps its
//! words, and the reason is given.

use super::chains::Chains;
use super::gender::Gender;
use super::grammar::Grammar;
use super::mention::{Form, Mention, MentionId, Mentions};
use super::{nouns, structure};
use crate::EntityKind;

/// Sentences back in which the members are looked for.
const NEAR: u32 = 6;
/// Mentions back that are looked at.
const LOOKED_AT: usize = 120;

/// The members of a mention of several, one mention for each; the reason where they cannot be told; none where it is no such mention.
pub(super) fn members(
    grammar: &Grammar<'_>,
    mentions: &Mentions,
    chains: &Chains,
    id: MentionId,
) -> Option<Result<Vec<MentionId>, &'static str>> {
    let mention = &mentions.list[id];
    if mention.coordination {
        return coordinated(grammar, mentions, mention).map(Ok);
    }
    let wanted = Wanted::of(grammar, mention)?;
    // "The two leaders" that the passes before have joined to "Lee and Kim".
    let whole = (id.saturating_sub(LOOKED_AT)..id)
        .rev()
        .find(|other| mentions.list[*other].coordination && chains.same(*other, id));
    if let Some(found) = whole.and_then(|other| coordinated(grammar, mentions, &mentions.list[other])) {
        return Some(Ok(found));
    }
    Some(described(grammar, mentions, chains, id, &wanted))
}

/// Those of "Lee and Kim", where all of them are mentions.
fn coordinated(grammar: &Grammar<'_>, mentions: &Mentions, whole: &Mention) -> Option<Vec<MentionId>> {
    let heads = std::iter::once(whole.head).chain(grammar.with(whole.head, "conj"));
    let found: Option<Vec<MentionId>> = heads.map(|at| mentions.at(at)).collect();
    found.filter(|found| found.len() > 1)
}

/// What a description asks for.
struct Wanted {
    noun: String,
    /// How many they are; none for "the brothers".
    count: Option<usize>,
}

impl Wanted {
    fn of(grammar: &Grammar<'_>, mention: &Mention) -> Option<Wanted> {
        let noun = grammar.lemma(mention.head);
        let before = || grammar.dependents(mention.head).filter(|at| *at < mention.head);
        let both = before().any(|at| grammar.low(at) == "both");
        if mention.form != Form::Definite || mention.name.is_some() {
            return None;
        }
        let number = before().find(|at| grammar.xpos(*at) == "CD").map(|at| grammar.low(at));
        let count = match number.as_deref() {
            _ if both || is_pair(&noun) => Some(2),
            Some("two" | "2") => Some(2),
            Some("three" | "3") => Some(3),
            Some("four" | "4") => Some(4),
            Some(_) => return None,
            None if is_kin(&noun) && mention.plural == Some(true) => None,
            None => return None,
        };
        // "The two officials from the bank", "the two men who fled": what says more describes others.
        let told = grammar.dependents(mention.head).any(|at| {
            matches!(grammar.relation(at), "amod" | "compound" | "nmod" | "nmod:poss" | "acl" | "acl:relcl")
                && grammar.low(at) != "both"
        });
        (!told).then_some(Wanted { noun, count })
    }
}

fn described(
    grammar: &Grammar<'_>,
    mentions: &Mentions,
    chains: &Chains,
    id: MentionId,
    wanted: &Wanted,
) -> Result<Vec<MentionId>, &'static str> {
    let sentence = grammar.sentence[mentions.list[id].head];
    // One mention of each that fits, the nearest, with its sentence.
    let mut found: Vec<(MentionId, u32)> = Vec::new();
    for other in (id.saturating_sub(LOOKED_AT)..id).rev() {
        let mention = &mentions.list[other];
        let at = grammar.sentence[mention.head];
        if sentence - at > NEAR {
            break;
        }
        let known = found.iter().any(|(one, _)| chains.same(*one, other));
        if !known && fits(grammar, mentions, chains, other, &wanted.noun) {
            found.push((other, at));
        }
    }
    let count = wanted.count.unwrap_or_else(|| {
        found = namesakes(grammar, mentions, &found);
        found.len().max(2)
    });
    if found.len() < count {
        return Err("fewer are named before it than it speaks of");
    }
    // More fit, but those asked for stand together in the nearest sentence and the others before it.
    let nearest = found[0].1;
    let together = found.iter().take_while(|(_, at)| *at == nearest).count() == count;
    if found.len() > count && !together {
        return Err("more are named before it than it speaks of");
    }
    let mut members: Vec<MentionId> = found[..count].iter().map(|(id, _)| *id).collect();
    members.sort_unstable();
    Ok(members)
}

/// Whether the chain of `other` can be called `noun`: by its kind, or by what the text calls it.
fn fits(grammar: &Grammar<'_>, mentions: &Mentions, chains: &Chains, other: MentionId, noun: &str) -> bool {
    let mention = &mentions.list[other];
    let known = chains.known(other);
    if mention.coordination
        || matches!(mention.form, Form::Pronoun(_))
        || known.plural == Some(true)
        || is_title_of_next(grammar, mention)
    {
        return false;
    }
    let person = known.kind == Some(EntityKind::Person);
    let may_be = |gender: Gender| !known.gender.and(gender).is_none();
    match noun {
        "couple" | "pair" | "duo" | "people" | "trio" => person && known.named,
        "man" | "brother" | "boy" | "son" => person && known.named && may_be(Gender::MALE),
        "woman" | "sister" | "girl" | "daughter" => person && known.named && may_be(Gender::FEMALE),
        "sibling" | "twin" | "spouse" => person && known.named,
        "country" | "nation" | "neighbour" | "neighbor" => {
            matches!(known.kind, Some(EntityKind::Country | EntityKind::Government))
        }
        "government" | "capital" => matches!(known.kind, Some(EntityKind::Country | EntityKind::Government)),
        noun if nouns::noun(noun).kind == Some(EntityKind::Organization) => {
            known.kind == Some(EntityKind::Organization) && known.named
        }
        _ => person && is_called(grammar, mentions, chains, other, noun),
    }
}

/// "Foreign Minister" of "Foreign Minister Ann Lee", where the parse makes two of them.
fn is_title_of_next(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    let names = &grammar.analysis.names;
    let next = names.partition_point(|name| name.tokens.end <= mention.head + 1);
    let follows = names.get(next).is_some_and(|name| name.tokens.start == mention.head + 1);
    follows
        && !mention.tokens.contains(&(mention.head + 1))
        && nouns::noun(&grammar.lemma(mention.head).to_lowercase()).kind == Some(EntityKind::Person)
}

/// Whether some mention near this one calls it `noun`, or an office of which `noun` is the general word.
fn is_called(
    grammar: &Grammar<'_>,
    mentions: &Mentions,
    chains: &Chains,
    other: MentionId,
    noun: &str,
) -> bool {
    const LEADERS: &[&str] =
        &["president", "premier", "chancellor", "king", "queen", "leader", "minister", "ruler"];
    let from = other.saturating_sub(LOOKED_AT);
    let mut of_chain =
        (from..=other).filter(|id| chains.same(*id, other) && !mentions.list[*id].coordination);
    of_chain.any(|id| {
        let mention = &mentions.list[id];
        let title = structure::titles(grammar, mention).map(|at| grammar.lemma(at));
        let words = mention.tokens.clone().filter(|at| grammar.xpos(*at).starts_with("NN"));
        // "President Luc Morel", where the parse parts the title from the name.
        let before = mention.tokens.start.checked_sub(1).filter(|_| mention.name.is_some());
        let mut said = title.chain(words.chain(before).map(|at| grammar.lemma(at).to_lowercase()));
        said.any(|word| {
            word == noun
                || (matches!(noun, "leader" | "statesman") && LEADERS.contains(&word.as_str()))
                || (noun == "politician" && nouns::is_title(&word) && LEADERS.contains(&word.as_str()))
        })
    })
}

/// Of those found the ones that share a family name.
fn namesakes(
    grammar: &Grammar<'_>,
    mentions: &Mentions,
    found: &[(MentionId, u32)],
) -> Vec<(MentionId, u32)> {
    let family = |id: MentionId| {
        let name = mentions.list[id].name.clone().filter(|name| name.len() > 1)?;
        Some(grammar.low(name.end - 1))
    };
    let shares = |id: MentionId| {
        let mine = family(id);
        mine.is_some() && found.iter().any(|(other, _)| *other != id && family(*other) == mine)
    };
    found.iter().copied().filter(|(id, _)| shares(*id)).collect()
}

fn is_pair(noun: &str) -> bool {
    matches!(noun, "couple" | "pair" | "duo")
}

fn is_kin(noun: &str) -> bool {
    matches!(noun, "brother" | "sister" | "sibling" | "twin" | "spouse")
}
