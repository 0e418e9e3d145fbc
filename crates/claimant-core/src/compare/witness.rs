//! How many have said it: who is a witness of their own, and who repeats another.

use std::collections::{BTreeMap, BTreeSet};

use super::comparison::Identity;
use super::identity;
use super::positions::{Entry, Held, Positions};
use super::relate::Setting;
use super::retold;
use crate::{EntityId, EntityKind};

/// Positions before one that it is compared with.
const LOOKED_AT: usize = 24;

/// Claims beside one whose words may say whom its source cites.
const NEAR: usize = 2;
/// Those who speak for a body.
const OFFICERS: &[&str] = &[
    "boss",
    "chairman",
    "chairwoman",
    "chief",
    "director",
    "executive",
    "founder",
    "head",
    "manager",
    "minister",
    "owner",
    "president",
    "secretary",
    "spokesman",
    "spokesperson",
    "spokeswoman",
];
const CITES: &[&str] = &["cite", "quote"];

/// What may make two holders one witness.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Ties {
    /// One says it citing others.
    pub(super) cites: bool,
    /// They are of one body, or one is of the other.
    pub(super) one_body: bool,
    /// What one says is of the other: "the ministry has confirmed 86 cases", says somebody.
    pub(super) tells_of: bool,
    /// One holds an office, nobody says where, and the other is a body.
    pub(super) officer: bool,
    /// They are bodies of one state.
    pub(super) one_state: bool,
    /// The one's name may be a shorter or longer form of the other's, or describe it.
    pub(super) one_name: bool,
}

/// What ties two holders who are named; nothing where one is not.
pub(super) fn ties(setting: &Setting<'_, '_>, a: &Entry<'_>, b: &Entry<'_>) -> Option<Ties> {
    let (Held::Named(x), Held::Named(y)) = (&a.holder, &b.holder) else { return None };
    let each = |test: &dyn Fn(&Identity, &Identity) -> bool| {
        let get = |id: &u32| setting.identities.get(*id);
        x.iter().any(|one| y.iter().any(|other| test(get(one), get(other))))
    };
    Some(Ties {
        cites: cites(setting, a) || cites(setting, b),
        one_body: !bodies(setting, a, x).is_disjoint(&bodies(setting, b, y)),
        tells_of: tells_of(setting, a, y) || tells_of(setting, b, x),
        officer: (is_officer(setting, a) && has_body(setting, y))
            || (is_officer(setting, b) && has_body(setting, x)),
        one_state: each(&|one, other| {
            let state = |kind| matches!(kind, Some(EntityKind::Government | EntityKind::Country));
            let body = |kind| state(kind) || kind == Some(EntityKind::Organization);
            one.country.is_some()
                && one.country == other.country
                && (state(one.kind) || state(other.kind))
                && body(one.kind)
                && body(other.kind)
        }),
        one_name: each(&|one, other| identity::may_be_one(&one.name, &other.name)),
    })
}

/// Whether two are two witnesses, as far as the articles tell: both have names, neither is a document (which has an author), and nothing ties them.
pub(super) fn are_independent(setting: &Setting<'_, '_>, a: &Entry<'_>, b: &Entry<'_>) -> bool {
    let (Held::Named(x), Held::Named(y)) = (&a.holder, &b.holder) else { return false };
    let witness = |id: &u32| {
        let one = setting.identities.get(*id);
        identity::is_name(&one.name) && !matches!(one.kind, Some(EntityKind::Document))
    };
    x.iter().chain(y).all(witness)
        && ties(setting, a, b).is_some_and(|ties| {
            let Ties { cites, one_body, tells_of, officer, one_state, one_name } = ties;
            !(cites || one_body || tells_of || officer || one_state || one_name)
        })
}

/// Whoever says it, and the bodies that they are of.
fn bodies(setting: &Setting<'_, '_>, entry: &Entry<'_>, ids: &BTreeSet<u32>) -> BTreeSet<u32> {
    let document = entry.at.document;
    let report = setting.articles[document].report;
    let held_at = |entity: EntityId| report.entities[entity.0 as usize].affiliation;
    let sources = entry.claim.sources.iter().filter_map(|source| source.entity);
    ids.iter()
        .copied()
        .chain(sources.filter_map(held_at).map(|body| setting.identities.of(document, body)))
        .collect()
}

/// "The paper reported, citing the inspectorate": nobody says that the paper knows it by itself.
fn cites(setting: &Setting<'_, '_>, entry: &Entry<'_>) -> bool {
    let claims = &setting.articles[entry.at.document].report.claims;
    let own = entry.at.claim.0 as usize;
    let near = &claims[own.saturating_sub(NEAR)..(own + NEAR + 1).min(claims.len())];
    near.iter().any(|other| {
        other.cue.as_ref().is_some_and(|cue| CITES.contains(&cue.lemma.as_str()))
            && other.sources.iter().any(|source| entry.claim.sources.contains(source))
    })
}

/// "Chief Executive Ann Lee", nobody says whose, may be the company's.
fn is_officer(setting: &Setting<'_, '_>, entry: &Entry<'_>) -> bool {
    let report = setting.articles[entry.at.document].report;
    entry.claim.sources.iter().any(|source| {
        let Some(record) = source.entity.map(|entity| &report.entities[entity.0 as usize]) else {
            return false;
        };
        let said = source.spans.text(&setting.articles[entry.at.document].document.text);
        let told = [record.role.as_deref().unwrap_or_default(), &record.name, &said];
        let office = |words: &str| {
            let low = words.to_lowercase();
            low.split([' ', ',', '-']).any(|word| OFFICERS.contains(&word))
        };
        record.affiliation.is_none()
            && record.kind == Some(EntityKind::Person)
            && told.into_iter().any(office)
    })
}

fn has_body(setting: &Setting<'_, '_>, ids: &BTreeSet<u32>) -> bool {
    ids.iter().any(|id| {
        matches!(
            setting.identities.get(*id).kind,
            None | Some(EntityKind::Organization | EntityKind::Government | EntityKind::Country)
        )
    })
}

/// Whether who does it, or what is measured, is one of those.
fn tells_of(setting: &Setting<'_, '_>, entry: &Entry<'_>, ids: &BTreeSet<u32>) -> bool {
    let amount = entry.point.amount.as_ref().and_then(|amount| amount.about.as_ref());
    let parties = entry.point.actor.iter().chain(amount);
    let mut known = parties.filter_map(|party| setting.identities.of_party(entry.at.document, party));
    known.any(|id| ids.contains(&id))
}

/// Whether the one's holder is another article's by a description of words of its name.
pub(super) fn is_described(setting: &Setting<'_, '_>, a: &Entry<'_>, b: &Entry<'_>) -> bool {
    let (Held::Named(x), Held::Named(y)) = (&a.holder, &b.holder) else { return false };
    let (Some(one), Some(other)) = (x.first(), y.first()) else { return false };
    let (one, other) = (&setting.identities.get(*one).name, &setting.identities.get(*other).name);
    a.at.document != b.at.document
        && x.len() == 1
        && y.len() == 1
        && (identity::describes(one, other) || identity::describes(other, one))
}

/// Sources that share nobody, of those who say how it is.
pub(super) fn independent(setting: &Setting<'_, '_>, positions: &Positions<'_, '_>) -> usize {
    let mut groups: Groups = Groups::default();
    let mut unnamed = false;
    let stated: Vec<&Entry<'_>> =
        positions.iter().map(|said| said[0]).filter(|first| first.stance().is_some()).collect();
    for (index, first) in stated.iter().enumerate() {
        // One saying under two names is one source's.
        let before = stated[index.saturating_sub(LOOKED_AT)..index].iter();
        let told =
            before.filter(|other| retold::is(setting, other, first)).find_map(|other| match &other.holder {
                Held::Named(ids) => Some(ids),
                _ => None,
            });
        match (&first.holder, told) {
            (Held::Named(ids), Some(others)) => groups.join(&ids.union(others).copied().collect()),
            (Held::Named(ids), None) => groups.join(ids),
            (Held::Unknown, None) => unnamed = true,
            (Held::Unknown, Some(_)) | (Held::Narrator(_), _) => {}
        }
    }
    groups.count().max(usize::from(unnamed))
}

/// Those who speak together, as a forest.
#[derive(Default)]
struct Groups {
    above: BTreeMap<u32, u32>,
}

impl Groups {
    fn root(&self, mut id: u32) -> u32 {
        while let Some(above) = self.above.get(&id).filter(|above| **above != id) {
            id = *above;
        }
        id
    }

    fn join(&mut self, ids: &BTreeSet<u32>) {
        let roots: BTreeSet<u32> = ids.iter().map(|id| self.root(*id)).collect();
        let Some(first) = roots.first().copied() else { return };
        // Everybody hangs on the root itself: the ways up stay short.
        for id in roots.into_iter().chain(ids.iter().copied()) {
            self.above.insert(id, first);
        }
    }

    fn count(&self) -> usize {
        self.above.iter().filter(|(id, above)| id == above).count()
    }
}
