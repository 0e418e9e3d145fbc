//! From threads to positions and relations.

use std::collections::{BTreeMap, BTreeSet};

use super::align;
use super::comparison::{Article, At, CrossRelation, Holder, Part, PartRole, Position, Reading, Thread};
use super::identity::{self, Identities};
use super::matter::{Amount, Party};
use super::positions::{Entry, HELD, Held, Positions, entry, nested, positions, says_the_same, speaking};
use super::threads::{Member, align as align_members};
use super::witness::{are_independent, independent, is_described};
use super::{retold, witness, wording, words};
use crate::{Act, Polarity, RelationKind, RelationOn, Voice};

/// Positions that are set against each other pair by pair; further ones only against the one before.
const PAIRWISE: usize = 24;

/// Threads with their positions, and the relations between their claims.
pub(super) fn all(
    articles: &[Article<'_>],
    identities: &Identities,
    gathered: &[Vec<Member>],
    stop: &dyn Fn() -> bool,
) -> Option<(Vec<Thread>, Vec<CrossRelation>)> {
    let mut threads: Vec<Thread> = Vec::new();
    let mut told = Vec::new();
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
        told.push(Told::of(&entries));
    }
    told_elsewhere(&mut threads, &told);
    let mut seen = BTreeSet::new();
    relations.retain(|relation: &CrossRelation| seen.insert((relation.kind, relation.claims.clone())));
    relations.sort_by(|a, b| (&a.claims, a.kind).cmp(&(&b.claims, b.kind)));
    Some((threads, relations))
}

/// What a thread tells: what its claims say as a whole, that something happens, or how many it befell.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Sort {
    Sayings,
    Happenings,
    Counts,
}

/// What a thread tells, and of which kinds of event.
struct Told<'a> {
    sort: Sort,
    events: BTreeSet<&'a str>,
}

impl<'a> Told<'a> {
    fn of(entries: &[Entry<'a>]) -> Told<'a> {
        let sort = if entries.iter().all(|entry| entry.point.is_whole()) {
            Sort::Sayings
        } else if entries.iter().all(|entry| entry.amount().is_some()) {
            Sort::Counts
        } else {
            Sort::Happenings
        };
        let points = entries.iter().map(|entry| entry.point);
        let events = points.flat_map(|point| point.events.iter().map(|event| &**event)).collect();
        Told { sort, events }
    }

    /// Whether the other tells all that this one tells, and more.
    fn is_told_by(&self, other: &Told<'_>) -> bool {
        match self.sort {
            Sort::Sayings => other.sort > Sort::Sayings,
            // "Were killed" beside "12 people were killed".
            Sort::Happenings => other.sort == Sort::Counts && self.events.is_subset(&other.events),
            Sort::Counts => false,
        }
    }
}

/// Leaves out threads whose claims lie together in a thread that tells more of them: they would tell the same relations again.
fn told_elsewhere(threads: &mut Vec<Thread>, told: &[Told<'_>]) {
    let mut known: BTreeMap<At, BTreeSet<usize>> = BTreeMap::new();
    let about = threads.iter().enumerate().filter(|(index, _)| told[*index].sort > Sort::Sayings);
    for (index, at) in about.flat_map(|(index, thread)| thread.claims.iter().map(move |at| (index, *at))) {
        known.entry(at).or_default().insert(index);
    }
    let together = |own: &Told<'_>, thread: &Thread| {
        let mut places = thread.claims.iter().map(|at| known.get(at).cloned().unwrap_or_default());
        let first = places.next().unwrap_or_default();
        let shared = places.fold(first, |shared, own| &shared & &own);
        shared.into_iter().any(|index| own.is_told_by(&told[index]))
    };
    let kept: Vec<bool> = threads.iter().zip(told).map(|(thread, own)| !together(own, thread)).collect();
    let mut kept = kept.into_iter();
    threads.retain(|_| kept.next() == Some(true));
}

/// What relations and threads are told from.
pub(super) struct Setting<'s, 'a> {
    pub(super) articles: &'s [Article<'a>],
    pub(super) identities: &'s Identities,
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
        let mut again_said = false;
        for other in positions[from..index].iter().map(|said| said[0]) {
            if other.at == entry.at || nested(setting, other, entry) || overlap(other, entry) {
                continue;
            }
            if retold::is(setting, other, entry) {
                relations.extend((!again_said).then(|| told_again(setting, other, entry)).flatten());
                again_said = true;
                continue;
            }
            // A headline sums its article up, and does not dispute it.
            if other.at.document == entry.at.document && other.headed != entry.headed {
                continue;
            }
            let found = between(setting, other, entry);
            relations.extend(found.and_then(|found| settled(setting, positions, found, [other, entry])));
        }
        // The first who says the same.
        let mut before = positions[..index.min(HELD)].iter().map(|said| said[0]);
        let borne =
            before.find(|other| other.is_named() && says_the_same(other, entry) && !overlap(other, entry));
        if let Some(other) = borne.filter(|_| !again_said) {
            if are_independent(setting, entry, other) {
                relations.extend(corroboration(setting, other, entry));
            } else if is_described(setting, entry, other) {
                relations.extend(again(setting, other, entry));
            }
        }
    }
}

/// Whether the words of one are words of the other.
fn overlap(a: &Entry<'_>, b: &Entry<'_>) -> bool {
    a.at.document == b.at.document && a.claim.content.overlaps(b.claim.content.hull())
}

/// How likely what one source says in two articles must be of one matter to be said again; the rules' weights are higher.
const SAID_AGAIN: f32 = 0.7;

/// What is said once more by one source, or by one who speaks for it.
fn again(setting: &Setting<'_, '_>, first: &Entry<'_>, entry: &Entry<'_>) -> Option<CrossRelation> {
    if first.at.document == entry.at.document && first.headed != entry.headed {
        return None;
    }
    // One source that says a thing of the kind again in another article of the story speaks of the same.
    let elsewhere = first.at.document != entry.at.document && first.is_by(entry);
    align_members(setting.articles, setting.identities, first.member, entry.member).filter(|found| {
        (found.sure || (elsewhere && found.weight >= SAID_AGAIN)) && found.differs.is_none()
    })?;
    entry.stance()?;
    let why = wording::same_source(setting, first, entry);
    Some(relation(RelationKind::SameSource, [first, entry], why))
}

/// One saying under two names: "Insp Taylor" here, "the inspector" there.
fn told_again(setting: &Setting<'_, '_>, first: &Entry<'_>, entry: &Entry<'_>) -> Option<CrossRelation> {
    let narrated = |entry: &Entry<'_>| matches!(entry.holder, Held::Narrator(_));
    if narrated(first) || narrated(entry) {
        return None;
    }
    let why = wording::retold(setting, first, entry);
    Some(relation(RelationKind::SameSource, [first, entry], why))
}

fn corroboration(setting: &Setting<'_, '_>, first: &Entry<'_>, entry: &Entry<'_>) -> Option<CrossRelation> {
    let found = align_members(setting.articles, setting.identities, first.member, entry.member)?;
    entry.stance()?;
    // A headline sums its article up and is no witness beside it.
    if first.at.document == entry.at.document && first.headed != entry.headed {
        return None;
    }
    // "It counted 83 dead" and "it counted some twice" are no one statement.
    let sized = is_sized(first) == is_sized(entry);
    let bounded = entry.amount().is_none_or(|amount| amount.low.is_finite() && amount.high.is_finite());
    (found.sure && !found.opposite && found.differs.is_none() && bounded && sized).then(|| {
        let why = wording::corroborate(setting, first, entry);
        relation(RelationKind::Corroborate, [entry, first], why)
    })
}

/// Whether what it befalls is given with its number.
fn is_sized(entry: &Entry<'_>) -> bool {
    entry.point.undergoer.as_ref().is_some_and(|party| {
        entry.claim.figures.iter().any(|figure| figure.spans.overlaps(party.spans.hull()))
    })
}

/// What stands between two positions, the earlier in order first.
fn between(setting: &Setting<'_, '_>, a: &Entry<'_>, b: &Entry<'_>) -> Option<CrossRelation> {
    let found =
        align_members(setting.articles, setting.identities, a.member, b.member).filter(|found| found.sure)?;
    if let Some(on) = found.differs {
        let rival = a.is_named() && b.is_named() && !a.shares_holder(b);
        return rival.then(|| {
            let why = wording::disputed(setting, a, b, on);
            let parts = [a, b]
                .into_iter()
                .flat_map(|entry| parts(entry).into_iter().chain(part(entry, on)))
                .collect();
            let claims = vec![a.at, b.at];
            CrossRelation { kind: RelationKind::Conflict, claims, on, why, parts }
        });
    }
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
    // Who has neither resigned nor been dismissed is still there.
    let against = if found.opposite { x == y && x == Polarity::Positive } else { x != y };
    if against && a.is_by(b) && has_come(a, b) {
        // "I have not resigned", and two days later "I resigned".
        let (earlier, later) = if x == Polarity::Negative { (a, b) } else { (b, a) };
        let why = wording::changed(setting, later, earlier);
        return (later.is_named() && !later.headed)
            .then(|| relation(RelationKind::Update, [later, earlier], why));
    }
    if !against || a.shares_holder(b) || has_come(a, b) {
        return None;
    }
    // The narrator sums up what others say.
    if matches!(a.holder, Held::Narrator(_)) || matches!(b.holder, Held::Narrator(_)) {
        return None;
    }
    let denial = |entry: &Entry<'_>| entry.claim.act == Act::Deny || clears_itself(setting, entry);
    if denial(a) != denial(b) {
        let (denying, other) = if denial(a) { (a, b) } else { (b, a) };
        // What is to come may come after it was denied.
        let later = other.date > denying.date && denying.date.is_some() && denying.point.future;
        if !denying.is_named() || later {
            return None;
        }
        let why = wording::denies(setting, denying, other);
        return Some(relation(RelationKind::Denies, [denying, other], why));
    }
    if !a.is_named() || !b.is_named() {
        return None;
    }
    let why = wording::affirmed_and_negated(setting, a, b);
    Some(relation(RelationKind::Conflict, [a, b], why))
}

/// Whether it is of themselves that they say that it is not so: "I did not lock that door", "the bank has not been sold", says the bank.
fn clears_itself(setting: &Setting<'_, '_>, entry: &Entry<'_>) -> bool {
    let Held::Named(ids) = &entry.holder else { return false };
    let text = &setting.articles[entry.at.document].document.text;
    let of_holder = |party: &Party| {
        let own = setting.identities.of_party(entry.at.document, party);
        let speaker = |word: &str| matches!(word, "i" | "we" | "us" | "me");
        own.is_some_and(|id| ids.contains(&setting.identities.voice(id)))
            || (party.pronoun && speaker(&party.spans.text(text).to_lowercase()))
    };
    entry.stance() == Some(Polarity::Negative)
        && entry.point.actor.iter().chain(&entry.point.undergoer).any(of_holder)
}

/// Whether one said that it is not so, and another some day later that it is, of what may have come about in between.
fn has_come(a: &Entry<'_>, b: &Entry<'_>) -> bool {
    let (no, yes) = if a.stance() == Some(Polarity::Negative) { (a, b) } else { (b, a) };
    let comes = |entry: &Entry<'_>| entry.point.events.iter().any(|event| words::comes(event));
    let dated = |entry: &Entry<'_>| entry.point.when.days.is_some();
    no.stance() == Some(Polarity::Negative)
        && yes.stance() == Some(Polarity::Positive)
        && no.date.is_some()
        && yes.date > no.date
        && comes(yes)
        // Whoever says what is planned may know better than who said that it is not.
        && (a.is_by(b) || !(no.point.future && yes.point.future))
        && !dated(no)
}

/// Whether the words themselves say that a count goes on: "has risen to 27", "are now known to have died", "the toll". Another's number without
/// them is another's: a rival's, or of others.
fn tells_growth(entry: &Entry<'_>) -> bool {
    let Some(amount) = entry.amount() else { return false };
    let kinds = words::events_of_verb(&amount.verb).iter().chain(words::events(&amount.verb));
    let number = amount.about.as_ref().is_some_and(|party| {
        let mut told = std::iter::once(&party.head).chain(&party.told_by);
        told.any(|word| matches!(&**word, "toll" | "number" | "count" | "tally"))
    });
    kinds.copied().any(|kind| matches!(kind, "rise" | "fall")) || number || entry.point.known
}

/// Cues of who changes a count.
const REVISE: &[&str] = &["correct", "cut", "increase", "lift", "lower", "raise", "reduce", "revise"];

fn revises(entry: &Entry<'_>) -> bool {
    entry.claim.cue.as_ref().is_some_and(|cue| REVISE.contains(&cue.lemma.as_str()))
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
    // What the text itself counts without a source is one count only where it is of what news counts: the dead, the missing, the arrested.
    let counted = |entry: &Entry<'_>| {
        entry.point.undergoer.as_ref().is_none_or(|party| words::counted(&party.head).is_some())
    };
    let tolls = a.point.events.iter().any(|event| words::is_kind(event)) && counted(a) && counted(b);
    if narrated && (here || !tolls) {
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
    // A number of nobody's in particular may be a rival's.
    if narrated && !matches!((&a.holder, &b.holder), (Held::Narrator(_), Held::Narrator(_))) && !here {
        let later_narrated = matches!(later.holder, Held::Narrator(_));
        if later_narrated && !a.is_by(b) {
            return None;
        }
    }
    let update = |later: &Entry<'_>, earlier: &Entry<'_>| {
        let why = wording::update(setting, later, earlier);
        relation(RelationKind::Update, [later, earlier], why)
    };
    // What happened once has one measure, whichever day it is told.
    let steady = |entry: &Entry<'_>| entry.point.events.iter().any(|event| words::steady(event));
    let once = (!count && a.point.once && b.point.once) || (count && steady(a) && steady(b));
    if order.is_eq() || (once && !a.is_by(b)) {
        if a.is_by(b) || narrated {
            // Within a day a count grows; what else changes, nobody can order.
            return (count && !here && a.date.is_some())
                .then(|| if grows { update(later, earlier) } else { update(earlier, later) });
        }
        let why = wording::figures(setting, a, b);
        // "Chile’s inspectorate" and "the inspectorate" may be one that corrects itself.
        return (a.is_named() && b.is_named() && !a.shares_holder(b) && !may_be_one(setting, a, b))
            .then(|| relation(RelationKind::Conflict, [a, b], why));
    }
    // "Officials lowered the toll to 13": they say themselves that it replaces another.
    let replaces = count && revises(later);
    if replaces && !rivals(setting, a, b) {
        return Some(update(later, earlier));
    }
    let lasting = a.point.events.iter().any(|event| words::lasts(event));
    // "The health department", and "the state's health department" two days later.
    let one_line =
        count && grows && witness::ties(setting, a, b).is_some_and(|ties| ties.one_body || ties.one_name);
    if a.is_by(b) || (one_line && !rivals(setting, a, b)) {
        return Some(update(later, earlier));
    }
    if count && (grows || !lasting) && !rivals(setting, a, b) {
        return tells_growth(later).then(|| update(later, earlier));
    }
    // A toll does not shrink by itself, and two sides count apart; the missing are found again. What is told days later may have been counted anew.
    let near = later.date.zip(earlier.date).is_some_and(|(x, y)| x.day_number() - y.day_number() <= 1);
    let why = wording::figures(setting, earlier, later);
    (count && near && lasting && a.is_named() && b.is_named() && !a.shares_holder(b))
        .then(|| relation(RelationKind::Conflict, [earlier, later], why))
}

/// An update, unless the figures were both about at one time: then they are two accounts, whichever is told later.
fn settled(
    setting: &Setting<'_, '_>,
    positions: &Positions<'_, '_>,
    found: CrossRelation,
    pair: [&Entry<'_>; 2],
) -> Option<CrossRelation> {
    let agree = pair[0].amount().zip(pair[1].amount()).is_some_and(|(one, other)| align::agree(one, other));
    if found.kind != RelationKind::Update || pair[0].is_by(pair[1]) || agree {
        return Some(found);
    }
    let (later, earlier) =
        if found.claims[0] == pair[0].at { (pair[0], pair[1]) } else { (pair[1], pair[0]) };
    let said = || {
        let all = positions.iter().take(HELD).flat_map(|said| said.iter().take(HELD));
        // What the text tells of what was once said is no account of its own.
        all.filter(|entry| entry.is_named())
    };
    let known_before =
        said().any(|entry| says_the_same(entry, later) && entry.date.is_some() && entry.date <= earlier.date);
    let held_after =
        said().any(|entry| says_the_same(entry, earlier) && entry.date.is_some() && entry.date > later.date);
    // Or those who gave the earlier figure have still not come to the later one.
    let short = |entry: &Entry<'_>| match (entry.amount(), later.amount()) {
        (Some(own), Some(more)) => own.high < more.low && own.unit == more.unit,
        _ => false,
    };
    let stands = said()
        .any(|entry| entry.is_by(earlier) && entry.date.is_some() && entry.date > later.date && short(entry));
    if !known_before && !held_after && !stands {
        return Some(found);
    }
    let rival = later.is_named() && earlier.is_named() && !later.shares_holder(earlier);
    rival.then(|| {
        let why = wording::figures(setting, earlier, later);
        relation(RelationKind::Conflict, [earlier, later], why)
    })
}

fn is_verified(entry: &Entry<'_>) -> bool {
    let cue = entry.claim.cue.as_ref().is_some_and(|cue| words::verifies(&cue.lemma));
    cue || entry.amount().is_some_and(|amount| words::verifies(&amount.verb))
}

/// "At least 12" on Monday, 19 on Tuesday: both may hold, and the later tells more.
fn outgrown<'e, 'a>(a: &'e Entry<'a>, b: &'e Entry<'a>) -> Option<(&'e Entry<'a>, &'e Entry<'a>)> {
    let (later, earlier) = if a.date? > b.date? { (a, b) } else { (b, a) };
    let (more, less) = (later.amount()?, earlier.amount()?);
    // Who has verified so many says that they know of no more.
    let grows =
        !is_verified(earlier) && less.high.is_infinite() && more.low > less.low + 0.5 && less.unit.is_empty();
    let lasting = earlier.point.events.iter().any(|event| words::lasts(event));
    (a.date != b.date && grows && lasting).then_some((later, earlier))
}

/// Whether one's name may be the other's in short.
fn may_be_one(setting: &Setting<'_, '_>, a: &Entry<'_>, b: &Entry<'_>) -> bool {
    let (Held::Named(x), Held::Named(y)) = (&a.holder, &b.holder) else { return false };
    let name = |id: &u32| setting.identities.get(*id).name.as_str();
    !rivals(setting, a, b)
        && a.at.document != b.at.document
        && x.iter().any(|one| y.iter().any(|other| identity::is_short_for(name(one), name(other))))
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
    let said = match entry.amount() {
        Some(_) => PartRole::Figure,
        None if entry.point.is_whole() => PartRole::Content,
        None => PartRole::Predicate,
    };
    let mut list = vec![(said, entry.point.spans.clone())];
    list.extend(entry.point.actor.as_ref().map(|party| (PartRole::Actor, party.spans.clone())));
    list.extend(entry.point.undergoer.as_ref().map(|party| (PartRole::Undergoer, party.spans.clone())));
    list.into_iter().map(|(role, spans)| (entry.at, Part { claim: entry.at.claim, role, spans })).collect()
}

/// Where an entry's event took place, or when; its actor is among the parts of every relation.
fn part(entry: &Entry<'_>, on: RelationOn) -> Option<(At, Part)> {
    let (role, spans) = match on {
        RelationOn::Time => (PartRole::Time, entry.point.when.spans.clone()?),
        RelationOn::Place => (PartRole::Place, entry.point.places.first()?.spans.clone()),
        _ => return None,
    };
    Some((entry.at, Part { claim: entry.at.claim, role, spans }))
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
        independent_sources: independent(setting, positions),
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
    // Who says it, whomever they speak for.
    let own = entry.claim.sources.iter().filter_map(|source| source.entity);
    let own: BTreeSet<u32> = own.map(|id| setting.identities.of(entry.at.document, id)).collect();
    let identities = match &entry.holder {
        Held::Named(_) => own.iter().filter_map(|id| setting.identities.place(*id)).collect(),
        _ => Vec::new(),
    };
    Holder {
        names: wording::names(setting, entry),
        identities,
        narrator: matches!(entry.holder, Held::Narrator(_)),
    }
}
