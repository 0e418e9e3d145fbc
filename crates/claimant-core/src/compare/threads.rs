//! Points that speak of one matter, gathered.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::align::{Pair, Side};
use super::comparison::Article;
use super::headlines;
use super::identity::Identities;
use super::matter::Point;
use super::positions::{self, Held};
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
/// Threads of one kind of event and one name that a new point is compared with: the latest.
const CANDIDATES: usize = 24;
/// Words by which what a claim says as a whole is found: the longest.
const TELLING: usize = 4;
/// Names that a story is told with by which they are found.
const STORY: usize = 8;

/// Threads of at least two points, in the order of their first.
pub(super) fn gather(
    articles: &[Article<'_>],
    folded: &[bool],
    identities: &Identities,
    stories: &Stories<'_>,
    stop: &dyn Fn() -> bool,
) -> Option<Vec<Vec<Member>>> {
    let mut threads: Vec<Vec<Member>> = Vec::new();
    // By kind of event and by a name that the story is told with.
    let mut index: FxHashMap<(&str, &str), Vec<usize>> = FxHashMap::default();
    for (document, article) in articles.iter().enumerate().filter(|(document, _)| !folded[*document]) {
        let all: Vec<&str> = stories.keys(document).chain(std::iter::once("")).collect();
        // What a headline says comes last: the article's own words say it in full.
        let report = article.report;
        let headed = |number: &usize| {
            let claim = report.matter.points[*number].claim;
            headlines::says(report, &report.claims[claim as usize])
        };
        let (last, first): (Vec<usize>, Vec<usize>) = (0..report.matter.points.len()).partition(headed);
        for number in first.into_iter().chain(last) {
            let point = &report.matter.points[number];
            if stop() {
                return None;
            }
            let member = Member { document, point: number };
            // Whole claims are found by several words each: the story's heaviest names are enough for them, and they never meet in one article.
            let names = if point.is_whole() { &all[..STORY.min(all.len() - 1)] } else { &all[..] };
            let mut candidates: Vec<usize> = Vec::new();
            let own: Vec<&str> = kinds(point).collect();
            let mut sought = own.clone();
            for kind in &own {
                sought.extend(words::opposites(kind));
            }
            for kind in sought {
                for name in names {
                    // The nameless key finds threads of the same document: documents come one after another, so the last member tells.
                    let found = index.get(&(kind, *name)).map_or(&[][..], Vec::as_slice);
                    candidates.extend(found.iter().rev().take(CANDIDATES).filter(|thread| {
                        !name.is_empty()
                            || threads[**thread].last().is_some_and(|one| one.document == document)
                    }));
                }
            }
            candidates.sort_unstable();
            candidates.dedup();
            let mut best: Option<(f32, usize)> = None;
            for thread in candidates {
                let members = &threads[thread];
                let shown =
                    members.iter().take(EXEMPLARS).chain(members[EXEMPLARS.min(members.len())..].last());
                let weight = shown
                    .filter_map(|one| {
                        // Of what claims say as a whole the words tell sooner than the documents.
                        let same = || stories.same(one.document, document);
                        if !point.is_whole() && !same() {
                            return None;
                        }
                        let found = align(articles, identities, *one, member)?;
                        (!point.is_whole() || same()).then_some(found.weight)
                    })
                    .fold(0.0f32, f32::max);
                if weight > best.map_or(0.0, |(weight, _)| weight) {
                    best = Some((weight, thread));
                }
            }
            let thread = best.map_or_else(
                || {
                    threads.push(Vec::new());
                    threads.len() - 1
                },
                |(_, thread)| thread,
            );
            threads[thread].push(member);
            for kind in own {
                for name in names {
                    let known = index.entry((kind, *name)).or_default();
                    if known.last() != Some(&thread) {
                        known.push(thread);
                    }
                }
            }
        }
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

/// What a point is found by: its kinds of event, or the unit of its amount.
fn kinds(point: &Point) -> impl Iterator<Item = &str> {
    let unit = point.amount.as_ref().map(|amount| &*amount.unit).filter(|unit| !unit.is_empty());
    let counted = point.undergoer.as_ref().filter(|_| point.events.is_empty() && unit.is_none());
    let mut telling: Vec<&str> = point.words.iter().map(|word| &**word).collect();
    telling.sort_by_key(|word| std::cmp::Reverse(word.len()));
    telling.truncate(TELLING);
    unit.into_iter()
        .chain(telling)
        .chain(point.events.iter().map(|event| &**event).filter(move |_| unit.is_none() && !point.is_whole()))
        .chain(counted.map(|party| &*party.head))
}

/// How two points of any documents stand to each other.
pub(super) fn align(
    articles: &[Article<'_>],
    identities: &Identities,
    a: Member,
    b: Member,
) -> Option<super::align::Alignment> {
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
    Pair {
        a: point(a),
        b: point(b),
        shared: &shared,
        roles: &roles,
        here,
        by_one: &|| {
            let holder = |one: Member| positions::holder(articles, identities, one);
            let held = holder(a);
            matches!(held, Held::Named(_)) && held == holder(b)
        },
        together,
        sides,
        published,
        names: &names,
    }
    .align()
}
