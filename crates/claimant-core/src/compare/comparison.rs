//! Many articles set against each other: what goes in and what comes out.

use std::collections::BTreeSet;

use super::relate::Setting;
use super::{answers, copied, copies, headlines, identity, relate, story, threads};
use crate::names::named_enum;
use crate::{
    ClaimId, Date, Document, EntityId, EntityKind, Polarity, Relation, RelationKind, RelationOn, Report,
    Spans,
};

/// A document with what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its report, by a [`Claimant`](crate::Claimant) with the extractor `relations` on.
    pub report: &'a Report,
}

/// A claim of one of several documents.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct At {
    /// Index into [`Comparison::order`].
    pub document: usize,
    /// The claim in that document's report.
    pub claim: ClaimId,
}

/// What [`compare`] finds. Documents are known by their place in [`Comparison::order`].
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Comparison {
    /// The articles by their index in what was given, sorted by date of publication, path, identifier and text, so that the order in which
    /// they were given changes nothing.
    pub order: Vec<usize>,
    /// Copies of one article; only the first's claims are compared.
    pub copies: Vec<Copies>,
    /// Who appears in several documents.
    pub identities: Vec<Identity>,
    /// Claims that speak of the same matter.
    pub threads: Vec<Thread>,
    /// How they stand to each other.
    pub relations: Vec<CrossRelation>,
}

/// Articles that are one text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Copies {
    /// The one that is kept.
    pub of: usize,
    /// The others, with whether each is the same to the letter, white space aside.
    pub documents: Vec<(usize, bool)>,
}

/// Somebody who appears in several documents.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Identity {
    /// The fullest name.
    pub name: String,
    /// What it is.
    pub kind: Option<EntityKind>,
    /// ISO 3166-1 alpha-2 code of its country.
    pub country: Option<String>,
    /// Where: document and entity of its report.
    pub entities: Vec<(usize, EntityId)>,
}

/// Claims that speak of the same matter.
#[derive(Clone, PartialEq, Debug)]
pub struct Thread {
    /// What about, in words of the articles.
    pub about: String,
    /// The claims, by document and place.
    pub claims: Vec<At>,
    /// Who holds what.
    pub positions: Vec<Position>,
    /// Figures on one scale, by date.
    pub figures: Vec<Reading>,
    /// Sources that are independent of each other as far as the articles tell: relays are folded, and sources without a name count as one
    /// at most.
    pub independent_sources: usize,
}

/// What somebody holds in a thread.
#[derive(Clone, PartialEq, Debug)]
pub struct Position {
    /// Who.
    pub holder: Holder,
    /// Whether they say that it is so or that it is not; none where they leave it open.
    pub polarity: Option<Polarity>,
    /// Since when, as far as the articles tell.
    pub since: Option<Date>,
    /// The claims that say it, the first first.
    pub claims: Vec<At>,
    /// The figure that they give: its claim and its place among the claim's figures.
    pub figure: Option<(At, usize)>,
}

/// Who holds a position.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Holder {
    /// Names for people; empty where the text names none.
    pub names: Vec<String>,
    /// Indexes into [`Comparison::identities`], for those who appear in several documents.
    pub identities: Vec<usize>,
    /// It is the text's own voice.
    pub narrator: bool,
}

/// A figure of a thread.
#[derive(Clone, PartialEq, Debug)]
pub struct Reading {
    /// Its claim.
    pub at: At,
    /// Its place among the claim's figures.
    pub figure: usize,
    /// The least that a reader takes its words for, in `unit`; none is open.
    pub low: Option<f64>,
    /// The most.
    pub high: Option<f64>,
    /// UCUM code of the base unit, ISO 4217 code or `%`; none for counts.
    pub unit: Option<String>,
    /// The holder, by the position's place in [`Thread::positions`].
    pub position: usize,
    /// The day that it is as of: when it was said, or else published.
    pub date: Option<Date>,
}

/// A relation between claims of several documents.
#[derive(Clone, PartialEq, Debug)]
pub struct CrossRelation {
    /// What stands between them.
    pub kind: RelationKind,
    /// The claims, the one that relates first.
    pub claims: Vec<At>,
    /// What they meet on.
    pub on: RelationOn,
    /// The reason, in a sentence for people.
    pub why: String,
    /// The words that it rests on.
    pub parts: Vec<(At, Part)>,
}

/// Words of a claim that a relation rests on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// The claim.
    pub claim: ClaimId,
    /// What they are in it.
    pub role: PartRole,
    /// Where they stand in the document.
    pub spans: Spans,
}

named_enum! {
    /// What words are in the claim that a relation rests on.
    pub enum PartRole {
        /// The predicate, or the noun for the event.
        Predicate = "predicate",
        /// Who does it.
        Actor = "actor",
        /// Whom or what it befalls, or what is counted.
        Undergoer = "undergoer",
        /// The number with its hedge.
        Figure = "figure",
        /// Who says it.
        Source = "source",
        /// All that is said.
        Content = "content",
        /// The words that attribute it, or that make it an answer.
        Cue = "cue",
        /// When it happened.
        Time = "time",
        /// Where it happened.
        Place = "place",
    }
}

/// Sets the claims of several articles against each other.
///
/// The order of `articles` changes nothing. Time and memory grow about linearly with their number.
///
/// ```
/// use claimant_core::{Article, Claimant, Document, compare};
///
/// let claimant = Claimant::new();
/// let texts = ["Police said 12 people were killed in the fire in Lisbon.", "Rescuers said 19 people were killed in the fire in Lisbon."];
/// let documents: Vec<Document> = texts.iter().map(|text| Document::new(*text)).collect();
/// let reports: Vec<_> = documents.iter().map(|document| claimant.extract(document)).collect();
/// let articles: Vec<Article> =
///     documents.iter().zip(&reports).map(|(document, report)| Article { document, report }).collect();
/// let comparison = compare(&articles);
/// let conflict = &comparison.relations[0];
/// assert_eq!(conflict.kind.to_string(), "conflict");
/// assert_eq!(conflict.why, "12 (Police) against 19 (Rescuers): people killed");
/// ```
pub fn compare(articles: &[Article<'_>]) -> Comparison {
    compare_until(articles, &|| false).expect("nothing stops it")
}

/// As [`compare`], but gives up with None once `stop` answers true, as [`Claimant::extract_until`](crate::Claimant::extract_until) does: it
/// is asked between the steps, and in the long ones for each point and each thread.
pub fn compare_until(articles: &[Article<'_>], stop: &dyn Fn() -> bool) -> Option<Comparison> {
    let mut order: Vec<usize> = (0..articles.len()).collect();
    let key = |index: &usize| {
        let article = &articles[*index];
        let published = article.report.published.as_ref().map(|published| published.date);
        (published.is_none(), published, &article.document.path, &article.document.id, &article.document.text)
    };
    order.sort_by(|a, b| key(a).cmp(&key(b)));
    let sorted: Vec<Article<'_>> = order.iter().map(|index| articles[*index]).collect();
    let copies = copies::find(&sorted);
    let mut folded = vec![false; sorted.len()];
    for (copy, _) in copies.iter().flat_map(|copies| &copies.documents) {
        folded[*copy] = true;
    }
    if stop() {
        return None;
    }
    let stories = story::Stories::new(&sorted);
    let identities = identity::find(&sorted, &stories);
    if stop() {
        return None;
    }
    let gathered = threads::gather(&sorted, &folded, &identities, &stories, stop)?;
    let (threads, mut relations) = relate::all(&sorted, &identities, &gathered, stop)?;
    headlines::fold(&sorted, &mut relations);
    relations.extend(copied::again(&sorted, &copies));
    relations.extend(answers::all(&Setting { articles: &sorted, identities: &identities }, &folded));
    relations.sort_by(|a, b| (&a.claims, a.kind).cmp(&(&b.claims, b.kind)));
    Some(Comparison { order, copies, identities: identities.into_list(), threads, relations })
}

/// The relations between the claims of one article.
pub(crate) fn within(document: &Document, report: &Report) -> Vec<Relation> {
    let articles = [Article { document, report }];
    let stories = story::Stories::new(&articles);
    let identities = identity::find(&articles, &stories);
    let go_on = || false;
    let gathered = threads::gather(&articles, &[false], &identities, &stories, &go_on).unwrap_or_default();
    let (_, mut relations) = relate::all(&articles, &identities, &gathered, &go_on).unwrap_or_default();
    headlines::fold(&articles, &mut relations);
    relations.extend(answers::all(&Setting { articles: &articles, identities: &identities }, &[false]));
    relations.sort_by(|a, b| (&a.claims, a.kind).cmp(&(&b.claims, b.kind)));
    let mut seen = BTreeSet::new();
    let mut list = Vec::new();
    for relation in relations {
        let claims: Vec<ClaimId> = relation.claims.iter().map(|at| at.claim).collect();
        // A pair that meets in several points meets once.
        if seen.insert((relation.kind, claims.clone())) {
            let parts = relation.parts.into_iter().map(|(_, part)| part).collect();
            list.push(Relation { kind: relation.kind, claims, on: relation.on, why: relation.why, parts });
        }
    }
    list
}
