//! Points that speak of one matter, gathered.

use std::collections::BTreeSet;
use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use super::align::{Pair, Side};
use super::comparison::Article;
use super::headlines;
use super::identity::Identities;
use super::matter::Point;
use super::shelf::{self, Shelf};
use super::story::Stories;
use super::words;

/// A point of a document.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Member {
    pub(super) document: usize,
    pub(super) point: usize,
}

/// Points that a new one is compared with in a thread: the first ones, and the last.
const EXEMPLARS: usize = 6;
/// Threads that are looked at for one of the things that a point is found by: the latest.
const WITH_A_KEY: usize = 128;
/// Of so many points of a thread a new one meets at least one.
const OF_MANY: usize = 2;
/// Threads that a new point is compared with: those that share most of what it is found by, and of these the latest.
const CANDIDATES: usize = 24;

/// Threads of at least two points, in the order of their first.
pub(super) fn gather(
    articles: &[Article<'_>],
    folded: &[bool],
    identities: &Identities,
    stories: &Stories<'_>,
    stop: &dyn Fn() -> bool,
) -> Option<Vec<Vec<Member>>> {
    let mut threads: Vec<Vec<Member>> = Vec::new();
    let mut shelf = Shelf::default();
    // What each document's points are found by, with their threads.
    let mut found_by: Vec<Vec<(u64, u32)>> = vec![Vec::new(); articles.len()];
    for (document, article) in articles.iter().enumerate().filter(|(document, _)| !folded[*document]) {
        let mut near: FxHashMap<u64, Vec<u32>> = FxHashMap::default();
        for (key, thread) in
            shelf.neighbours(stories, document).into_iter().flat_map(|other| &found_by[other])
        {
            near.entry(*key).or_default().push(*thread);
        }
        // What a headline says comes last: the article's own words say it in full.
        let report = article.report;
        let points = &report.matter.points;
        let headed =
            |number: &usize| headlines::says(&report.regions, &report.claims[points[*number].claim as usize]);
        let (last, first): (Vec<usize>, Vec<usize>) = (0..points.len()).partition(headed);
        for number in first.into_iter().chain(last) {
            if stop() {
                return None;
            }
            let point = &points[number];
            let member = Member { document, point: number };
            let own = keys(point);
            let opposites = point.events.iter().flat_map(|event| words::opposites(event)).map(key);
            let sought = own.iter().copied().chain(opposites.filter(|_| !point.is_whole()));
            let with = |key| near.get(&key).into_iter().flat_map(|list| list.iter().rev().take(WITH_A_KEY));
            let found = sought.flat_map(with).copied().collect();
            let mut candidates: Vec<u32> = shelf::most_found(found).take(CANDIDATES).collect();
            candidates.sort_unstable();
            let mut best: Option<(f32, u32)> = None;
            for thread in candidates {
                let members = &threads[thread as usize];
                let shown =
                    members.iter().take(EXEMPLARS).chain(members[EXEMPLARS.min(members.len())..].last());
                let (mut asked, mut met, mut weight) = (0, 0, 0.0f32);
                for one in shown.filter(|one| stories.same(one.document, document)) {
                    asked += 1;
                    if let Some(found) = align(articles, identities, *one, member) {
                        met += 1;
                        weight = weight.max(found.weight);
                    }
                }
                // One of many that it meets is one step of a chain that leads elsewhere.
                if OF_MANY * met < asked {
                    continue;
                }
                if weight > best.map_or(0.0, |(weight, _)| weight) {
                    best = Some((weight, thread));
                }
            }
            let thread = best.map_or_else(
                || {
                    threads.push(Vec::new());
                    threads.len() as u32 - 1
                },
                |(_, thread)| thread,
            );
            threads[thread as usize].push(member);
            for key in own {
                let known = near.entry(key).or_default();
                if known.last() != Some(&thread) {
                    known.push(thread);
                }
                found_by[document].push((key, thread));
            }
        }
        found_by[document].sort_unstable();
        found_by[document].dedup();
        shelf.put(stories, document);
    }
    threads.retain(|members| {
        let claims: BTreeSet<(usize, u32)> = members
            .iter()
            .map(|one| (one.document, articles[one.document].report.matter.points[one.point].claim))
            .collect();
        claims.len() > 1
    });
    Some(threads)
}

/// What a point is found by: its words where it is what a claim says as a whole, else its kinds of event, its unit, and what it counts.
fn keys(point: &Point) -> Vec<u64> {
    if let Some(saying) = &point.saying {
        return saying.hashes.iter().map(|hash| hash ^ SAYING).collect();
    }
    let Some(amount) = &point.amount else {
        let counted =
            point.undergoer.iter().filter(|_| point.events.is_empty()).map(|party| key(&party.head));
        return point.events.iter().map(|event| key(event)).chain(counted).collect();
    };
    // What the words for a thing are, two accounts do not agree on: all counts are looked at, those with words in common first.
    let unit = key(if amount.counts { "#" } else { &amount.unit });
    let parties = point.undergoer.iter().chain(&amount.about).map(|party| key(&party.head));
    let events = point.events.iter().map(|event| key(event) ^ AMOUNT);
    std::iter::once(unit)
        .chain(parties.chain(events))
        .chain(amount.near.iter().map(|word| u64::from(*word) ^ AMOUNT))
        .collect()
}

/// Keep apart what points of different sorts are found by.
const SAYING: u64 = 0x5341_5949_4E47_0000;
const AMOUNT: u64 = 0x414D_4F55_4E54_0000;

fn key(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// How two points of any documents stand to each other.
#[expect(clippy::redundant_closure_for_method_calls, reason = "the method is of one lifetime only")]
pub(super) fn align(
    articles: &[Article<'_>],
    identities: &Identities,
    a: Member,
    b: Member,
) -> Option<super::align::Alignment> {
    with_pair(articles, identities, a, b, |pair| pair.align())
}

/// What is made of two points of any documents.
pub(super) fn with_pair<T>(
    articles: &[Article<'_>],
    identities: &Identities,
    a: Member,
    b: Member,
    make: impl FnOnce(&Pair<'_>) -> T,
) -> T {
    let point = |one: Member| &articles[one.document].report.matter.points[one.point];
    let shared = |side: Side, party: &super::matter::Party| {
        let document = if side == Side::A { a.document } else { b.document };
        identities.of_party(document, party)
    };
    let published = [a, b].map(|one| articles[one.document].report.published.as_ref().map(|day| day.date));
    let names = |side: Side, word: &str| {
        let document = if side == Side::A { a.document } else { b.document };
        let names = &articles[document].report.matter.outline.names;
        names.binary_search_by(|(name, _)| (**name).cmp(word)).is_ok()
    };
    let here = a.document == b.document;
    let roles = |id: u32| identities.role(id);
    let sides = [a, b].iter().any(|one| articles[one.document].report.matter.sides);
    let together = [a, b].map(|one| articles[one.document].report.matter.together.as_slice());
    make(&Pair {
        a: point(a),
        b: point(b),
        shared: &shared,
        roles: &roles,
        here,
        by_one: &|| {
            let claim = |one: Member| (one.document, point(one).claim);
            identities.by_one(claim(a), claim(b))
        },
        together,
        sides,
        published,
        names: &names,
    })
}
