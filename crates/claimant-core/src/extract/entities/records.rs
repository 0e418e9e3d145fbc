//! From chains to entities: one record for each chain that names or describes somebody.

use std::collections::BTreeMap;
use std::ops::Range;

use super::chains::Chains;
use super::grammar::Grammar;
use super::mention::{Form, Mention, MentionId, Mentions, Pronoun};
use super::{gazetteer, name_parts, nouns, roles, sources};
use crate::{Entity, EntityId, EntityKind, Span};

/// The records, and which of them each chain's root became.
pub(super) struct Records {
    pub(super) entities: Vec<Entity>,
    of_root: Vec<Option<EntityId>>,
}

impl Records {
    /// Records of the chains with a name or of a known kind that are mentioned twice, and of those that `wanted` asks for, which has where the
    /// words of the source end. `groups` has mentions of several with their members.
    pub(super) fn new(
        grammar: &Grammar<'_>,
        mentions: &Mentions,
        chains: &Chains,
        wanted: &[Option<usize>],
        groups: &[(MentionId, Vec<MentionId>)],
    ) -> Records {
        let count = mentions.list.len();
        let mut members: Vec<Vec<MentionId>> = vec![Vec::new(); count];
        for id in 0..count {
            members[chains.root(id)].push(id);
        }
        let mut keep: Vec<bool> =
            (0..count).map(|root| keeps(mentions, chains, root, &members[root])).collect();
        for id in (0..count).filter(|id| wanted[*id].is_some()) {
            keep[chains.root(id)] = true;
        }
        let roles: Vec<Option<roles::Role>> = (0..count)
            .map(|root| {
                let told = members[root]
                    .iter()
                    .filter(|_| keep[root])
                    .filter_map(|id| roles::of(grammar, mentions, chains, *id));
                told.max_by_key(|role| {
                    (role.affiliation.is_some(), role.span.len(), std::cmp::Reverse(role.span))
                })
            })
            .collect();
        // Sources without a name and without a role have a body all the same: "officials at the bank".
        let mut affiliation: Vec<Option<MentionId>> =
            roles.iter().map(|role| role.as_ref().and_then(|role| role.affiliation)).collect();
        for id in (0..count).filter(|id| wanted[*id].is_some()) {
            let root = chains.root(id);
            let mention = &mentions.list[id];
            let nominal = mention.form != Form::Name && !matches!(mention.form, Form::Pronoun(_));
            let known = chains.known(root);
            let people =
                matches!(known.kind, None | Some(EntityKind::Group | EntityKind::Person)) && !known.named;
            if affiliation[root].is_none() && nominal && people && !mention.coordination {
                let end = wanted[id].unwrap_or_default();
                affiliation[root] = roles::affiliation(grammar, mentions, chains, mention.head)
                    .or_else(|| roles::affiliation_by_order(grammar, mentions, chains, mention.head, end));
            }
            // A document has its author's name in its own words: "a survey by the Instituto Tejo".
            if affiliation[root].is_none() && nominal && known.kind == Some(EntityKind::Document) {
                affiliation[root] = roles::author(grammar, mentions, chains, mention.head);
            }
        }
        for id in affiliation.iter().flatten() {
            keep[chains.root(*id)] = true;
        }
        let mut members_of: BTreeMap<usize, &[MentionId]> = BTreeMap::new();
        for (id, members) in groups.iter().filter(|(id, _)| keep[chains.root(*id)]) {
            members_of.entry(chains.root(*id)).or_insert(members);
        }
        for id in members_of.values().copied().flatten() {
            keep[chains.root(*id)] = true;
        }
        // Chains in the order of their first mention.
        let mut order: Vec<usize> =
            (0..count).filter(|root| keep[*root] && !members[*root].is_empty()).collect();
        order.sort_by_key(|root| members[*root][0]);
        let mut of_root = vec![None; count];
        for (number, root) in (0..).zip(&order) {
            of_root[*root] = Some(EntityId(number));
        }
        let entities = order
            .iter()
            .map(|root| {
                let known = chains.known(*root);
                let role = roles[*root].as_ref();
                let members_here = members_of.get(root).copied().unwrap_or_default();
                let mut group: Vec<EntityId> =
                    members_here.iter().filter_map(|id| of_root[chains.root(*id)]).collect();
                group.sort_unstable();
                group.dedup();
                // One alone is no group: a name that was taken apart.
                group.retain(|_| members_here.len() > 1);
                let mut spans: Vec<Span> =
                    members[*root].iter().map(|id| grammar.span(&mentions.list[*id].tokens)).collect();
                spans.sort_unstable();
                spans.dedup();
                Entity {
                    name: name(grammar, mentions, chains, &members[*root]),
                    kind: known.kind,
                    country: known.country.or(role.and_then(|role| role.country)).map(str::to_owned),
                    role: role.map(|role| one_line(role.span.of(grammar.text))),
                    affiliation: affiliation[*root].and_then(|id| of_root[chains.root(id)]),
                    members: group,
                    mentions: spans.into_iter().map(Into::into).collect(),
                }
            })
            .collect();
        Records { entities, of_root }
    }

    /// The record of a mention's chain.
    pub(super) fn of(&self, chains: &Chains, id: MentionId) -> Option<EntityId> {
        self.of_root[chains.root(id)]
    }
}

/// Whether a chain is worth a record although no claim asks for it.
fn keeps(mentions: &Mentions, chains: &Chains, root: MentionId, members: &[MentionId]) -> bool {
    let known = chains.known(root);
    let named =
        members.iter().any(|id| mentions.list[*id].form == Form::Name && mentions.list[*id].name.is_some());
    let nominal = members.iter().filter(|id| !matches!(mentions.list[**id].form, Form::Pronoun(_))).count();
    let party = known.kind.is_some_and(EntityKind::is_party);
    (named && known.kind.is_some()) || (party && nominal > 0 && members.len() > 1)
}

/// The fullest name, or else the first description.
fn name(grammar: &Grammar<'_>, mentions: &Mentions, chains: &Chains, members: &[MentionId]) -> String {
    let known = chains.known(members[0]);
    let names = members.iter().filter_map(|id| {
        let mention = &mentions.list[*id];
        let mut tokens = mention.name.clone().filter(|_| mention.form == Form::Name)?;
        while known.kind == Some(EntityKind::Person)
            && tokens.len() > 1
            && is_no_part(grammar, tokens.clone())
        {
            tokens.start += 1;
        }
        if let Some(noun) =
            name_parts::office(grammar, &tokens).filter(|_| known.kind == Some(EntityKind::Person))
        {
            tokens.start = noun + 1;
        }
        Some(one_line(grammar.span(&tokens).of(grammar.text)))
    });
    let words = |name: &String| name.split(' ').count();
    let fullest = names
        .enumerate()
        .max_by_key(|(index, name)| (words(name), name.chars().count(), std::cmp::Reverse(*index)));
    // A seat that speaks has the body's name.
    if known.kind == Some(EntityKind::Government)
        && let Some(code) = known.country
        && fullest
            .as_ref()
            .is_none_or(|(_, name)| gazetteer::country(name).is_some() || gazetteer::seat(name).is_some())
        && members.iter().any(|id| mentions.list[*id].form == Form::Name)
        && let Some(name) = roles::government_of(code)
    {
        return name;
    }
    if let Some(seat) = fullest
        .as_ref()
        .and_then(|(_, name)| gazetteer::seat(name))
        .filter(|seat| known.kind == Some(seat.kind))
    {
        return seat.body.to_owned();
    }
    if let Some((_, name)) = fullest {
        return name;
    }
    let described = members.iter().find(|id| !matches!(mentions.list[**id].form, Form::Pronoun(_)));
    let first = described.copied().unwrap_or(members[0]);
    one_line(grammar.span(&without_clause(grammar, &mentions.list[first])).of(grammar.text))
}

/// A description's words up to a relative clause that commas set off: "the force" of "the force, which holds the town". It adds to what is known and
/// tells nobody from others.
fn without_clause(grammar: &Grammar<'_>, mention: &Mention) -> Range<usize> {
    let tokens = mention.tokens.clone();
    let comma = (mention.head + 1..tokens.end.saturating_sub(1)).find(|at| {
        grammar.word(*at) == "," && matches!(&*grammar.low(*at + 1), "which" | "who" | "whose" | "whom")
    });
    tokens.start..comma.unwrap_or(tokens.end)
}

/// Whether a person's name begins with a title, or with what they are: "Dr Lee", "Farmer Neville Kuhn", not "Hunter Lee".
fn is_no_part(grammar: &Grammar<'_>, name: Range<usize>) -> bool {
    let first = grammar.word(name.start);
    let lemma = grammar.lemma(name.start);
    let of = name.start > 0 && grammar.low(name.start - 1) == "of";
    nouns::is_title(first)
        || (name.len() > 2 && of && sources::is_office(grammar, name.start))
        || (name.len() > 2
            && nouns::noun(&lemma).kind == Some(EntityKind::Person)
            && gazetteer::is_womans(first).is_none())
}

/// Whether a chain says more than pronouns do.
pub(super) fn is_told(mentions: &Mentions, chains: &Chains, id: MentionId) -> bool {
    let root = chains.root(id);
    let first = chains.known(root).first as usize;
    !matches!(mentions.list[first].form, Form::Pronoun(_))
        || chains.known(root).named
        || mentions.list[root].form == Form::Pronoun(Pronoun::I) && chains.known(root).size > 1
}

pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
