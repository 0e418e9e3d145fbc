//! What is said of a source that is described and nowhere named.

use super::super::gazetteer::{self, About};
use super::super::grammar::Grammar;
use super::super::mention::{Form, Mention, MentionId, Mentions};
use super::{Members, kind, sources};
use crate::draft::Draft;
use crate::{EntityKind, Source, Unnamed, UnnamedKind};

/// What the words say, and why in words; nothing for those who are named or whom an office tells.
pub(super) fn of(
    draft: &Draft<'_>,
    grammar: &Grammar<'_>,
    mentions: &Mentions,
    members: &Members,
    withheld: &[bool],
    source: &Source,
) -> Option<(Unnamed, String)> {
    let id = source.entity?;
    let entity = &draft.entities[id.0 as usize];
    if !entity.members.is_empty() {
        return None;
    }
    let chain = members.chain(id, |mentioned| Chain::of(grammar, mentions, mentioned));
    if chain.named {
        return None;
    }
    let own = sources::mention_of(grammar, mentions, source).filter(|id| is_described(mentions, *id));
    let first = own.or(chain.described)?;
    let mention = &mentions.list[first];
    if mention.coordination {
        return None;
    }
    let words = grammar.analysis.tokens_in(source.spans.hull());
    let end = words.end;
    // "An official, Ann Lee", where the parse does not join the two.
    let named_beside = |at: usize| {
        mentions.at(at).map(|id| &mentions.list[id]).is_some_and(|other| {
            other.kind == Some(EntityKind::Person)
                && is_named(grammar, other)
                && !mention.tokens.contains(&at)
        })
    };
    // "State broadcaster NHK".
    let name_follows = words.contains(&(mention.head + 1)) && grammar.upos(mention.head + 1) == "PROPN";
    if own.is_some() && (name_follows || words.clone().any(named_beside)) {
        return None;
    }
    let told = kind::of(grammar, mention, if own.is_some() { end } else { 0 });
    let found = told.kind.or(chain.kind);
    let anonymous = withheld[id.0 as usize] || told.withheld || chain.withheld;
    let people = matches!(entity.kind, Some(EntityKind::Person | EntityKind::Group));
    let body = matches!(
        entity.kind,
        Some(EntityKind::Organization | EntityKind::Government | EntityKind::Country | EntityKind::Place)
    );
    if !people && !anonymous && found.is_none() {
        return None;
    }
    // "The newspaper" and "the crew" are bodies that the text has spoken of; "local media" are not.
    if body && (mention.form == Form::Definite || found != Some(UnnamedKind::Media)) {
        return None;
    }
    // "The ministers of Spain, Italy and Greece" are of no one country.
    let mut countries: Vec<&str> = if own.is_some() {
        let after = mention.head + 1..end;
        after.filter_map(|at| mentions.at(at)).filter_map(|id| mentions.list[id].country).collect()
    } else {
        Vec::new()
    };
    countries.dedup();
    let of_several = countries.len() > 1;
    let plural = mention.plural == Some(true)
        || entity.kind == Some(EntityKind::Group)
        || matches!(grammar.lemma(mention.head).as_str(), "media" | "press");
    if mention.form == Form::Definite
        && !plural
        && !chain.introduced
        && !anonymous
        && !is_one_of_many(grammar, mention, found)
    {
        return None;
    }
    let count = count(grammar, mention).or(chain.count);
    let unnamed = Unnamed {
        kind: found,
        plural,
        count: count.filter(|_| plural),
        former: is_former(grammar, mention),
        anonymous,
        affiliation: entity.affiliation.filter(|_| !of_several),
        country: mention
            .country
            .map(str::to_owned)
            .or_else(|| entity.country.clone())
            .filter(|_| !of_several),
    };
    let head = grammar.word(mention.head);
    let because = match (found, anonymous) {
        (Some(kind), true) => format!("“{head}” without a name: {kind}, and the name is withheld"),
        (Some(kind), false) => format!("“{head}” without a name: {kind}"),
        (None, true) => format!("“{head}” without a name, which is withheld"),
        (None, false) => format!("“{head}” without a name"),
    };
    Some((unnamed, because))
}

/// What all mentions of one entity tell together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chain {
    /// Some mention is a name.
    named: bool,
    /// The first that is no pronoun.
    described: Option<MentionId>,
    /// Some mention is indefinite: "an official".
    introduced: bool,
    kind: Option<UnnamedKind>,
    withheld: bool,
    count: Option<u32>,
}

impl Chain {
    fn of(grammar: &Grammar<'_>, mentions: &Mentions, mentioned: &[MentionId]) -> Chain {
        let list = || mentioned.iter().map(|id| &mentions.list[*id]);
        let described = || mentioned.iter().copied().filter(|id| is_described(mentions, *id));
        let told: Vec<kind::Told> = described().map(|id| kind::of(grammar, &mentions.list[id], 0)).collect();
        Chain {
            named: list().any(|mention| is_named(grammar, mention)),
            described: described().next(),
            introduced: list().any(|mention| mention.form == Form::Indefinite),
            kind: told.iter().find_map(|told| told.kind),
            withheld: told.iter().any(|told| told.withheld),
            count: list().find_map(|mention| count(grammar, mention)),
        }
    }
}

fn is_described(mentions: &Mentions, id: MentionId) -> bool {
    !matches!(mentions.list[id].form, Form::Pronoun(_))
}

/// Whether it is a name; that of a people ("Ukrainians") is nobody's.
fn is_named(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    let Some(name) = mention.name.as_ref().filter(|_| mention.form == Form::Name) else { return false };
    !matches!(gazetteer::country(grammar.span(name).of(grammar.text)), Some((About::Demonym, _)))
}

/// Whether "the …" does not tell who: "the spokesman", not "the mayor".
fn is_one_of_many(grammar: &Grammar<'_>, mention: &Mention, found: Option<UnnamedKind>) -> bool {
    match found {
        Some(UnnamedKind::Official) => matches!(
            grammar.lemma(mention.head).as_str(),
            "official"
                | "officer"
                | "diplomat"
                | "lawmaker"
                | "detective"
                | "investigator"
                | "prosecutor"
                | "source"
        ),
        Some(_) => true,
        None => false,
    }
}

fn is_former(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    let said = |at: usize| {
        matches!(grammar.lemma(at).as_str(), "former" | "ex" | "one-time" | "onetime" | "retired")
    };
    grammar.lemma(mention.head).starts_with("ex-")
        || grammar.dependents(mention.head).filter(|at| *at < mention.head).any(said)
}

/// The number before a noun, where it says exactly how many.
fn count(grammar: &Grammar<'_>, mention: &Mention) -> Option<u32> {
    const WORDS: &[&str] =
        &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let number =
        grammar.dependents(mention.head).find(|at| *at < mention.head && grammar.xpos(*at) == "CD")?;
    // "at least two", "about 20".
    if grammar.dependents(number).any(|at| at < number) {
        return None;
    }
    let word = grammar.low(number);
    let spelled = (2..).zip(WORDS).find(|(_, known)| **known == word).map(|(value, _)| value);
    spelled.or_else(|| word.replace(',', "").parse().ok()).filter(|count| *count > 1)
}

#[cfg(test)]
mod tests {
    use crate::{Claimant, Document};

    /// What is said of the first source of each claim, as in the layer's lines; `-` is nothing.
    fn check(text: &str, expected: &[&str]) {
        let report = Claimant::new().extract(&Document::new(text));
        let said = report.claims.iter().filter_map(|claim| claim.sources.first()).map(|source| {
            let Some(unnamed) = &source.unnamed else { return "-".to_owned() };
            let mut words: Vec<String> = unnamed.kind.iter().map(ToString::to_string).collect();
            words.extend(unnamed.count.map(|count| count.to_string()));
            words.extend(unnamed.plural.then(|| "plural".to_owned()));
            words.extend(unnamed.former.then(|| "former".to_owned()));
            words.extend(unnamed.anonymous.then(|| "anonymous".to_owned()));
            words.extend(unnamed.country.clone());
            words.join(" ")
        });
        assert_eq!(said.collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn kinds() {
        check("Witnesses said the building shook for several seconds.", &["witness plural"]);
        check("Two Ukrainian officials said the troops had left.", &["official 2 plural UA"]);
        check("Former officials said the plan was dropped in May.", &["official plural former"]);
        check("Local media reported that 12 people died.", &["media plural"]);
        check("The victim’s family said he was unarmed.", &["relative plural"]);
        check("A law enforcement source said the suspect had a rifle.", &["official anonymous"]);
        check(
            "Sources close to the club said the striker will leave in January.",
            &["insider plural anonymous"],
        );
    }

    #[test]
    fn names_that_are_withheld() {
        check("“We saw smoke,” said a resident, who declined to be named.", &["resident anonymous"; 2]);
        check("An unnamed minister said that the vote would be delayed.", &["official anonymous"]);
        check(
            "The official spoke on condition of anonymity. He said the talks had failed.",
            &["official anonymous"],
        );
    }

    #[test]
    fn those_who_are_named_or_whom_an_office_tells() {
        check("The mayor said taxes will rise.", &["-"]);
        check("The president, Ann Lee, said taxes will rise.", &["-"]);
        check("The ministry said taxes will rise.", &["-"]);
        check("“No,” said an official, Ann Lee.", &["-"]);
        check("State broadcaster NHK said the wave was three metres high.", &["-"]);
        check("The ministers of Spain, Italy and Greece said it was unfair.", &["official plural"]);
    }

    #[test]
    fn two_mentions_of_officials_are_two() {
        let report = Claimant::new().extract(&Document::new(
            "Officials said the road was closed. Officials said that two bridges had collapsed.",
        ));
        assert_ne!(report.claims[0].sources[0].entity, report.claims[1].sources[0].entity);
    }
}
