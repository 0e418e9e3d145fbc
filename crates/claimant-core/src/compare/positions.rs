//! Who holds what in a thread: each point with its holder, and what each holder says, once.

use std::collections::{BTreeMap, BTreeSet};

use super::align;
use super::comparison::{Article, At};
use super::headlines;
use super::identity::Identities;
use super::matter::{Amount, Point};
use super::relate::Setting;
use super::sayings;
use super::threads::Member;
use crate::extract::entities::names_nobody;
use crate::{Act, Claim, ClaimId, Cue, Date, Polarity, Voice};

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
    /// A headline says it.
    pub(super) headed: bool,
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
    pub(super) fn amount(&self) -> Option<&Amount> {
        self.point.amount.as_ref()
    }

    pub(super) fn leaves_open(&self) -> bool {
        matches!(self.claim.act, Act::NotConfirm | Act::Decline)
    }

    /// What it says of the matter; none where that is left open.
    pub(super) fn stance(&self) -> Option<Polarity> {
        self.point.is_stated().then_some(self.point.polarity)
    }

    pub(super) fn is_named(&self) -> bool {
        matches!(self.holder, Held::Named(_))
    }

    /// Whether both are the same holder's; of those who are not named nobody can tell.
    pub(super) fn is_by(&self, other: &Entry<'_>) -> bool {
        self.holder == other.holder && self.holder != Held::Unknown
    }

    pub(super) fn shares_holder(&self, other: &Entry<'_>) -> bool {
        match (&self.holder, &other.holder) {
            (Held::Named(a), Held::Named(b)) => !a.is_disjoint(b),
            (a, b) => a == b,
        }
    }
}

/// Who holds what a claim of a document says.
pub(super) fn holder(identities: &Identities, document: usize, claim: &Claim) -> Held {
    let named: BTreeSet<u32> = claim
        .sources
        .iter()
        .filter_map(|source| source.entity)
        .map(|entity| identities.voice(identities.of(document, entity)))
        .filter(|id| !names_nobody(&identities.get(*id).name))
        .collect();
    if claim.voice == Voice::Narrator {
        Held::Narrator(document)
    } else if named.is_empty() || named.len() < claim.sources.len() {
        Held::Unknown
    } else {
        Held::Named(named)
    }
}

pub(super) fn entry<'a>(articles: &[Article<'a>], identities: &Identities, member: Member) -> Entry<'a> {
    let report = articles[member.document].report;
    let point = &report.matter.points[member.point];
    let claim = &report.claims[point.claim as usize];
    let holder = holder(identities, member.document, claim);
    let said = claim
        .said_at
        .as_ref()
        .and_then(|time| time.value.as_ref())
        .and_then(|value| value.as_str().get(..10)?.parse().ok());
    // What somebody "had said", nobody knows when, was said before.
    let before =
        said.is_none() && claim.cue.as_ref().is_some_and(|cue| is_past_perfect(articles, member, cue));
    let date = said.or(report.published.as_ref().map(|published| published.date).filter(|_| !before));
    Entry {
        member,
        at: At { document: member.document, claim: ClaimId(point.claim) },
        claim,
        point,
        holder,
        date,
        headed: headlines::says(&report.regions, claim),
    }
}

/// "Police had spoken of at least 17 deaths".
fn is_past_perfect(articles: &[Article<'_>], member: Member, cue: &Cue) -> bool {
    let text = articles[member.document].document.text.as_str();
    let words = cue.spans.text(text);
    let had = |word: &str| word.eq_ignore_ascii_case("had");
    had(words.split_whitespace().next().unwrap_or_default())
        || text[..cue.spans.start()].split_whitespace().next_back().is_some_and(had)
}

/// The entries that speak for themselves: who relays another's claim is no second voice, and a claim of nobody's inside another's
/// words is that other's.
pub(super) fn speaking<'e, 'a>(entries: &'e [Entry<'a>]) -> Vec<&'e Entry<'a>> {
    let there: BTreeSet<At> = entries.iter().map(|entry| entry.at).collect();
    let mut silent: BTreeSet<At> = BTreeSet::new();
    for entry in entries {
        let outer = entry.claim.within.map(|claim| At { document: entry.at.document, claim });
        if let Some(outer) = outer.filter(|outer| there.contains(outer)) {
            // "They say that the firm intends to cut jobs": that the firm intends it, they say.
            let relays = entry.is_named() && (entry.stance().is_some() || entry.leaves_open());
            silent.insert(if relays { outer } else { entry.at });
        }
    }
    entries.iter().filter(|entry| !silent.contains(&entry.at)).collect()
}

/// What each holder says, each thing once: the entries that say it, the first of which stands for them.
pub(super) type Positions<'e, 'a> = Vec<Vec<&'e Entry<'a>>>;

/// A holder's positions that a further entry is compared with, the latest.
pub(super) const HELD: usize = 64;

pub(super) fn positions<'e, 'a>(entries: &[&'e Entry<'a>]) -> Positions<'e, 'a> {
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
            // An article's own words stand for it before its headline's.
            // And who denies denies by the words that say so.
            let first = positions[*at][0];
            let better = (first.headed && !entry.headed)
                || (first.headed == entry.headed
                    && first.claim.act != Act::Deny
                    && entry.claim.act == Act::Deny);
            let here = first.at.document == entry.at.document;
            let place = if better && here { 0 } else { positions[*at].len() };
            positions[*at].insert(place, entry);
        } else {
            own.push(positions.len());
            positions.push(vec![entry]);
        }
    }
    positions
}

/// Whether two entries take one position.
pub(super) fn says_the_same(a: &Entry<'_>, b: &Entry<'_>) -> bool {
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
        || a.sizes.iter().any(|one| b.sizes.iter().any(|other| sayings::is_one(one, other)))
}

/// Whether one claim is made inside the other.
pub(super) fn nested(setting: &Setting<'_, '_>, a: &Entry<'_>, b: &Entry<'_>) -> bool {
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
