//! From threads to positions and relations.

use std::collections::{BTreeMap, BTreeSet};

use super::align;
use super::comparison::{Article, At, CrossRelation, Holder, Part, PartRole, Position, Reading, Thread};
use super::identity::{self, Identities};
use super::matter::{Amount, Point};
use super::threads::{Member, align as align_members};
use super::{wording, words};
use crate::extract::entities::names_nobody;
use crate::{
    Act, Claim, ClaimId, Date, EntityId, EntityKind, Polarity, RelationKind, RelationOn, Report, Voice,
};

/// Positions that are set against each other pair by pair; further ones only against the one before.
const PAIRWISE: usize = 24;

/// A claim's point in a thread, with who holds it.
#[derive(Clone, Debug)]
pub(super) struct Entry<'a> {
    pub(super) member: Member,
    pub(super) at: At,
    pub(super) claim: &'a Claim,
    pub(super) point: &'a Point,
    pub(super) holder: Held,
    /// When it was said, or else published.
    pub(super) date: Option<Date>,
}

/// Who holds a point, as it is compared.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Held {
    /// Everybody who says it, by who they are across documents.
    Named(BTreeSet<u32>),
    /// Somebody whom the text does not name or who cannot be told.
    Unknown,
    /// The text's own voice.
    Narrator(usize),
}

impl Entry<'_> {
    fn amount(&self) -> Option<&Amount> {
        self.point.amount.as_ref()
    }

    fn leaves_open(&self) -> bool {
        matches!(self.claim.act, Act::NotConfirm | Act::Decline)
    }

    /// What it says of the matter; none where that is left open.
    fn stance(&self) -> Option<Polarity> {
        self.point.is_stated().then_some(self.point.polarity)
    }

    fn is_named(&self) -> bool {
        matches!(self.holder, Held::Named(_))
    }

    /// Whether both are the same holder's; of those who are not named nobody can tell.
    fn is_by(&self, other: &Entry<'_>) -> bool {
        self.holder == other.holder && self.holder != Held::Unknown
    }

    fn shares_holder(&self, other: &Entry<'_>) -> bool {
        match (&self.holder, &other.holder) {
            (Held::Named(a), Held::Named(b)) => !a.is_disjoint(b),
            (a, b) => a == b,
        }
    }
}

/// Threads with their positions, and the relations between their claims.
pub(super) fn all(
    articles: &[Article<'_>],
    identities: &Identities,
    gathered: &[Vec<Member>],
    stop: &dyn Fn() -> bool,
) -> Option<(Vec<Thread>, Vec<CrossRelation>)> {
    let mut threads = Vec::new();
    let mut relations = Vec::new();
    for members in gathered {
        if stop() {
            return None;
        }
        let entries: Vec<Entry<'_>> =
            members.iter().map(|member| entry(articles, identities, *member)).collect();
        let positions = positions(&speaking(&entries));
        let setting = Setting { articles, identities };
        relate(&setting, &positions, &mut relations);
        threads.push(thread(&setting, &entries, &positions));
    }
    let mut seen = BTreeSet::new();
    relations.retain(|relation: &CrossRelation| seen.insert((relation.kind, relation.claims.clone())));
    relations.sort_by(|a, b| (&a.claims, a.kind).cmp(&(&b.claims, b.kind)));
    Some((threads, relations))
}

/// What relations and threads are told from.
pub(super) struct Setting<'s, 'a> {
    pub(super) articles: &'s [Article<'a>],
    pub(super) identities: &'s Identities,
}

fn entry<'a>(articles: &[Article<'a>], identities: &Identities, member: Member) -> Entry<'a> {
    let report = articles[member.document].report;
    let point = &report.matter.points[member.point];
    let claim = &report.claims[point.claim as usize];
    let named: BTreeSet<u32> = claim
        .sources
        .iter()
        .filter_map(|source| source.entity)
        .map(|entity| identities.of(member.document, spoken_for(report, entity).unwrap_or(entity)))
        .filter(|id| !names_nobody(&identities.get(*id).name))
        .collect();
    let holder = if claim.voice == Voice::Narrator {
        Held::Narrator(member.document)
    } else if named.is_empty() || named.len() < claim.sources.len() {
        Held::Unknown
    } else {
        Held::Named(named)
    };
    let said = claim
        .said_at
        .as_ref()
        .and_then(|time| time.value.as_ref())
        .and_then(|value| value.as_str().get(..10)?.parse().ok());
    let date = said.or(report.published.as_ref().map(|published| published.date));
    Entry {
        member,
        at: At { document: member.document, claim: ClaimId(point.claim) },
        claim,
        point,
        holder,
        date,
    }
}

/// Whom a source speaks for: a spokesman for the body, whoever it sends, and a document for who made it.
fn spoken_for(report: &Report, entity: EntityId) -> Option<EntityId> {
    let record = &report.entities[entity.0 as usize];
    let role = record.role.as_deref().unwrap_or(&record.name).to_lowercase();
    let speaks =
        role.contains("spokes") || role.contains("press secretary") || role.contains("press officer");
    record.affiliation.filter(|_| speaks || record.kind == Some(EntityKind::Document))
}

/// The entries that speak for themselves: who relays another's claim is no second voice, and a claim of nobody's inside another's
/// words is that other's.
fn speaking<'e, 'a>(entries: &'e [Entry<'a>]) -> Vec<&'e Entry<'a>> {
    let there: BTreeSet<At> = entries.iter().map(|entry| entry.at).collect();
    let mut silent: BTreeSet<At> = BTreeSet::new();
    for entry in entries {
        let outer = entry.claim.within.map(|claim| At { document: entry.at.document, claim });
        if let Some(outer) = outer.filter(|outer| there.contains(outer)) {
            silent.insert(if entry.is_named() { outer } else { entry.at });
        }
    }
    entries.iter().filter(|entry| !silent.contains(&entry.at)).collect()
}

/// What each holder says, each thing once: the entries that say it, the first of which stands for them.
type Positions<'e, 'a> = Vec<Vec<&'e Entry<'a>>>;

/// A holder's positions that a further entry is compared with, the latest.
const HELD: usize = 64;

fn positions<'e, 'a>(entries: &[&'e Entry<'a>]) -> Positions<'e, 'a> {
    let mut positions: Positions<'e, 'a> = Vec::new();
    let mut of: BTreeMap<&Held, Vec<usize>> = BTreeMap::new();
    for entry in entries.iter().copied() {
        let own = of.entry(&entry.holder).or_default();
        // Two who are not known may be two.
        let known = own
            .iter()
            .rev()
            .take(HELD)
            .find(|at| entry.holder != Held::Unknown && says_the_same(positions[**at][0], entry));
        if let Some(at) = known {
            positions[*at].push(entry);
        } else {
            own.push(positions.len());
            positions.push(vec![entry]);
        }
    }
    positions
}

fn relate(setting: &Setting<'_, '_>, positions: &Positions<'_, '_>, relations: &mut Vec<CrossRelation>) {
    for said in positions.iter().filter(|said| said[0].is_named()) {
        for entry in said.iter().filter(|entry| entry.at != said[0].at) {
            relations.extend(again(setting, said[0], entry));
        }
    }
    for (index, said) in positions.iter().enumerate() {
        let entry = said[0];
        let from = if index < PAIRWISE { 0 } else { index - 1 };
        for other in positions[from..index].iter().map(|said| said[0]) {
            if other.at != entry.at && !nested(setting, other, entry) {
                let found = between(setting, other, entry);
                relations.extend(found.and_then(|found| settled(setting, positions, found, [other, entry])));
            }
        }
        // The first who says the same.
        let mut before = positions[..index.min(HELD)].iter().map(|said| said[0]);
        let borne = before.find(|other| other.is_named() && says_the_same(other, entry));
        if let Some(other) = borne {
            if are_independent(setting, entry, other) {
                relations.extend(corroboration(setting, other, entry));
            } else if is_described(setting, entry, other) {
                relations.extend(again(setting, other, entry));
            }
        }
    }
}

/// Whether two entries take one position.
fn says_the_same(a: &Entry<'_>, b: &Entry<'_>) -> bool {
    let amounts = match (a.amount(), b.amount()) {
        (Some(x), Some(y)) => {
            align::agree(x, y)
                && (x.low.is_finite() == y.low.is_finite())
                && (x.high.is_finite() == y.high.is_finite())
        }
        (None, None) => sizes_agree(a.point, b.point),
        _ => false,
    };
    amounts && a.stance() == b.stance() && a.leaves_open() == b.leaves_open()
}

/// Whether two that tell of one event give it the same figures, where both give any.
fn sizes_agree(a: &Point, b: &Point) -> bool {
    a.sizes.is_empty()
        || b.sizes.is_empty()
        || a.sizes.iter().any(|(low, high, unit)| {
            b.sizes.iter().any(|other| *unit == other.2 && *low <= other.1 && other.0 <= *high)
        })
}

/// Whether one claim is made inside the other.
fn nested(setting: &Setting<'_, '_>, a: &Entry<'_>, b: &Entry<'_>) -> bool {
    let inside = |inner: &Entry<'_>, outer: &Entry<'_>| {
        let claims = &setting.articles[inner.at.document].report.claims;
        let mut within = inner.claim.within;
        // A chain is no longer than the claims are many, and in practice a few.
        for _ in 0..16 {
            match within {
                Some(id) if id == outer.at.claim => return true,
                Some(id) => within = claims[id.0 as usize].within,
                None => return false,
            }
        }
        false
    };
    a.at.document == b.at.document && (inside(a, b) || inside(b, a))
}

fn again(setting: &Setting<'_, '_>, first: &Entry<'_>, entry: &Entry<'_>) -> Option<CrossRelation> {
    align_members(setting.articles, setting.identities, first.member, entry.member)
        .filter(|found| found.sure)?;
    entry.stance()?;
    let why = wording::same_source(setting, first, entry);
    Some(relation(RelationKind::SameSource, [first, entry], why))
}

fn corroboration(setting: &Setting<'_, '_>, first: &Entry<'_>, entry: &Entry<'_>) -> Option<CrossRelation> {
    let found = align_members(setting.articles, setting.identities, first.member, entry.member)?;
    entry.stance()?;
    let bounded = entry.amount().is_none_or(|amount| amount.low.is_finite() && amount.high.is_finite());
    (found.sure && !found.opposite && bounded).then(|| {
        let why = wording::corroborate(setting, first, entry);
        relation(RelationKind::Corroborate, [entry, first], why)
    })
}

/// What stands between two positions, the earlier in order first.
fn between(setting: &Setting<'_, '_>, a: &Entry<'_>, b: &Entry<'_>) -> Option<CrossRelation> {
    let found =
        align_members(setting.articles, setting.identities, a.member, b.member).filter(|found| found.sure)?;
    for (open, other) in [(a, b), (b, a)] {
        if open.leaves_open() && open.is_named() && !other.leaves_open() && !open.shares_holder(other) {
            let told = other.stance() == Some(Polarity::Positive) && other.claim.voice == Voice::Attributed;
            return told.then(|| {
                let why = wording::unconfirmed(setting, open, other);
                relation(RelationKind::LeavesUnconfirmed, [open, other], why)
            });
        }
    }
    let (x, y) = (a.stance()?, b.stance()?);
    if let (Some(one), Some(other)) = (a.amount(), b.amount()) {
        if x == Polarity::Negative || y == Polarity::Negative {
            return None;
        }
        if align::agree(one, other) {
            return outgrown(a, b).map(|(later, earlier)| {
                let why = wording::update(setting, later, earlier);
                relation(RelationKind::Update, [later, earlier], why)
            });
        }
        return figures(setting, a, b, one, other);
    }
    let against = (x != y) != found.opposite;
    if !against || a.shares_holder(b) {
        return None;
    }
    // The narrator sums up what others say.
    if matches!(a.holder, Held::Narrator(_)) || matches!(b.holder, Held::Narrator(_)) {
        return None;
    }
    let denial = |entry: &Entry<'_>| entry.claim.act == Act::Deny;
    if denial(a) != denial(b) {
        let (denying, other) = if denial(a) { (a, b) } else { (b, a) };
        let why = wording::denies(setting, denying, other);
        return Some(relation(RelationKind::Denies, [denying, other], why));
    }
    let why = wording::affirmed_and_negated(setting, a, b);
    Some(relation(RelationKind::Conflict, [a, b], why))
}

/// Figures that do not meet: one replaces the other, or they cannot both hold.
fn figures(
    setting: &Setting<'_, '_>,
    a: &Entry<'_>,
    b: &Entry<'_>,
    one: &Amount,
    other: &Amount,
) -> Option<CrossRelation> {
    let count = one.unit.is_empty();
    let narrated = matches!(a.holder, Held::Narrator(_)) || matches!(b.holder, Held::Narrator(_));
    let here = a.at.document == b.at.document;
    if narrated && here {
        return None;
    }
    let order = match (a.date, b.date) {
        (Some(x), Some(y)) => x.cmp(&y),
        (None, None) => std::cmp::Ordering::Equal,
        _ => return None,
    };
    let ((earlier, less), (later, more)) =
        if order.is_le() { ((a, one), (b, other)) } else { ((b, other), (a, one)) };
    let grows = less.high < more.low;
    let update = |later: &Entry<'_>, earlier: &Entry<'_>| {
        let why = wording::update(setting, later, earlier);
        relation(RelationKind::Update, [later, earlier], why)
    };
    if order.is_eq() {
        if a.is_by(b) || narrated {
            // Within a day a count grows; what else changes, nobody can order.
            return (count && !here)
                .then(|| if grows { update(later, earlier) } else { update(earlier, later) });
        }
        let why = wording::figures(setting, a, b);
        return (a.is_named() && b.is_named() && !a.shares_holder(b))
            .then(|| relation(RelationKind::Conflict, [a, b], why));
    }
    let lasting = a.point.events.iter().any(|event| words::lasts(event));
    if a.is_by(b) || (count && (grows || !lasting) && !rivals(setting, a, b)) {
        return Some(update(later, earlier));
    }
    // A toll does not shrink by itself, and two sides count apart; the missing are found again.
    let why = wording::figures(setting, earlier, later);
    (count && lasting && a.is_named() && b.is_named() && !a.shares_holder(b))
        .then(|| relation(RelationKind::Conflict, [earlier, later], why))
}

/// An update, unless the figures were both about at one time: then they are two accounts, whichever is told later.
fn settled(
    setting: &Setting<'_, '_>,
    positions: &Positions<'_, '_>,
    found: CrossRelation,
    pair: [&Entry<'_>; 2],
) -> Option<CrossRelation> {
    if found.kind != RelationKind::Update || pair[0].is_by(pair[1]) {
        return Some(found);
    }
    let (later, earlier) =
        if found.claims[0] == pair[0].at { (pair[0], pair[1]) } else { (pair[1], pair[0]) };
    let said = || positions.iter().take(HELD).flat_map(|said| said.iter());
    let known_before =
        said().any(|entry| says_the_same(entry, later) && entry.date.is_some() && entry.date <= earlier.date);
    let held_after =
        said().any(|entry| says_the_same(entry, earlier) && entry.date.is_some() && entry.date > later.date);
    if !known_before && !held_after {
        return Some(found);
    }
    let rival = later.is_named() && earlier.is_named() && !later.shares_holder(earlier);
    rival.then(|| {
        let why = wording::figures(setting, earlier, later);
        relation(RelationKind::Conflict, [earlier, later], why)
    })
}

/// "At least 12" on Monday, 19 on Tuesday: both may hold, and the later tells more.
fn outgrown<'e, 'a>(a: &'e Entry<'a>, b: &'e Entry<'a>) -> Option<(&'e Entry<'a>, &'e Entry<'a>)> {
    let (later, earlier) = if a.date? > b.date? { (a, b) } else { (b, a) };
    let (more, less) = (later.amount()?, earlier.amount()?);
    let grows = less.high.is_infinite() && more.low > less.low + 0.5 && less.unit.is_empty();
    let lasting = earlier.point.events.iter().any(|event| words::lasts(event));
    (a.date != b.date && grows && lasting).then_some((later, earlier))
}

/// Whether two are two witnesses, as far as the articles tell: both have names, neither is a document (which has an author) nor of the other's
/// body or state, and neither's name may be a shorter or longer form of the other's.
fn are_independent(setting: &Setting<'_, '_>, a: &Entry<'_>, b: &Entry<'_>) -> bool {
    let (Held::Named(x), Held::Named(y)) = (&a.holder, &b.holder) else { return false };
    let bodies = |entry: &Entry<'_>, ids: &BTreeSet<u32>| -> BTreeSet<u32> {
        let document = entry.at.document;
        let report = setting.articles[document].report;
        let held_at = |entity: EntityId| report.entities[entity.0 as usize].affiliation;
        let sources = entry.claim.sources.iter().filter_map(|source| source.entity);
        ids.iter()
            .copied()
            .chain(sources.filter_map(held_at).map(|body| setting.identities.of(document, body)))
            .collect()
    };
    let witness = |id: &u32| {
        let one = setting.identities.get(*id);
        identity::is_name(&one.name) && !matches!(one.kind, Some(EntityKind::Document))
    };
    bodies(a, x).is_disjoint(&bodies(b, y))
        && x.iter().chain(y).all(witness)
        && !x.iter().any(|one| {
            y.iter().any(|other| {
                let (one, other) = (setting.identities.get(*one), setting.identities.get(*other));
                let state = |kind| matches!(kind, Some(EntityKind::Government | EntityKind::Country));
                let body = |kind| state(kind) || kind == Some(EntityKind::Organization);
                let one_state = one.country.is_some()
                    && one.country == other.country
                    && (state(one.kind) || state(other.kind))
                    && body(one.kind)
                    && body(other.kind);
                one_state || identity::may_be_one(&one.name, &other.name)
            })
        })
}

/// Whether the one's holder is another article's by a description of words of its name.
fn is_described(setting: &Setting<'_, '_>, a: &Entry<'_>, b: &Entry<'_>) -> bool {
    let (Held::Named(x), Held::Named(y)) = (&a.holder, &b.holder) else { return false };
    let (Some(one), Some(other)) = (x.first(), y.first()) else { return false };
    let (one, other) = (&setting.identities.get(*one).name, &setting.identities.get(*other).name);
    a.at.document != b.at.document
        && x.len() == 1
        && y.len() == 1
        && (identity::describes(one, other) || identity::describes(other, one))
}

/// Whether two hold with different states.
fn rivals(setting: &Setting<'_, '_>, a: &Entry<'_>, b: &Entry<'_>) -> bool {
    let countries = |entry: &Entry<'_>| -> BTreeSet<String> {
        match &entry.holder {
            Held::Named(ids) => {
                ids.iter().filter_map(|id| setting.identities.get(*id).country.clone()).collect()
            }
            _ => BTreeSet::new(),
        }
    };
    let (x, y) = (countries(a), countries(b));
    !x.is_empty() && !y.is_empty() && x.is_disjoint(&y)
}

fn relation(kind: RelationKind, pair: [&Entry<'_>; 2], why: String) -> CrossRelation {
    let on = if pair[0].amount().is_some() { RelationOn::Figure } else { RelationOn::Proposition };
    let parts = pair.iter().flat_map(|entry| parts(entry)).collect();
    CrossRelation { kind, claims: pair.iter().map(|entry| entry.at).collect(), on, why, parts }
}

/// The words of an entry that a relation rests on.
fn parts(entry: &Entry<'_>) -> Vec<(At, Part)> {
    let said = if entry.amount().is_some() { PartRole::Figure } else { PartRole::Predicate };
    let mut list = vec![(said, entry.point.spans.clone())];
    list.extend(entry.point.actor.as_ref().map(|party| (PartRole::Actor, party.spans.clone())));
    list.extend(entry.point.undergoer.as_ref().map(|party| (PartRole::Undergoer, party.spans.clone())));
    list.into_iter().map(|(role, spans)| (entry.at, Part { claim: entry.at.claim, role, spans })).collect()
}

fn thread(setting: &Setting<'_, '_>, entries: &[Entry<'_>], positions: &Positions<'_, '_>) -> Thread {
    let claims: BTreeSet<At> = entries.iter().map(|entry| entry.at).collect();
    let mut figures: Vec<Reading> = Vec::new();
    for (index, said) in positions.iter().enumerate() {
        figures.extend(said.iter().filter_map(|entry| reading(entry, index)));
    }
    figures.sort_by_key(|figure| (figure.date.is_none(), figure.date, figure.at, figure.figure));
    Thread {
        about: wording::about(setting, &entries[0]),
        claims: claims.into_iter().collect(),
        positions: positions.iter().map(|said| position(setting, said)).collect(),
        figures,
        independent_sources: independent(positions),
    }
}

fn position(setting: &Setting<'_, '_>, said: &[&Entry<'_>]) -> Position {
    let first = said[0];
    let mut claims: Vec<At> = said.iter().map(|entry| entry.at).collect();
    // The points of one claim stand side by side.
    claims.dedup();
    Position {
        holder: holder(setting, first),
        polarity: first.stance(),
        since: said.iter().filter_map(|entry| entry.date).min(),
        claims,
        figure: first.amount().map(|amount| (first.at, amount.figure as usize)),
    }
}

/// The entry's figure, where it gives one.
fn reading(entry: &Entry<'_>, position: usize) -> Option<Reading> {
    let amount = entry.amount()?;
    let bound = |value: f64| value.is_finite().then_some(value);
    Some(Reading {
        at: entry.at,
        figure: amount.figure as usize,
        low: bound(amount.low),
        high: bound(amount.high),
        unit: Some(amount.unit.to_string()).filter(|unit| !unit.is_empty()),
        position,
        date: entry.date,
    })
}

fn holder(setting: &Setting<'_, '_>, entry: &Entry<'_>) -> Holder {
    let identities = match &entry.holder {
        Held::Named(ids) => ids.iter().filter_map(|id| setting.identities.place(*id)).collect(),
        _ => Vec::new(),
    };
    Holder {
        names: wording::names(setting, entry),
        identities,
        narrator: matches!(entry.holder, Held::Narrator(_)),
    }
}

/// Sources that share nobody, of those who say how it is.
fn independent(positions: &Positions<'_, '_>) -> usize {
    let mut groups: Groups = Groups::default();
    let mut unnamed = false;
    for first in positions.iter().map(|said| said[0]).filter(|first| first.stance().is_some()) {
        match &first.holder {
            Held::Named(ids) => groups.join(ids),
            Held::Unknown => unnamed = true,
            Held::Narrator(_) => {}
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
