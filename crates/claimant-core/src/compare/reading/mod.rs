//! From a draft to what its claims are about, while the trees are at hand.

mod amounts;
mod answers;
mod clause;
mod ellipsis;
mod happenings;
mod occurrence;
mod outline;
mod party;
mod when;

pub(super) use party::fold;

use rustc_hash::FxHashMap;

use claimant_english::Analysis;

use super::matter::{Matter, Outline, Point, Size};
use crate::draft::Draft;
use crate::{Claim, EntityId, Span, Spans};

/// What the reading of every part needs.
pub(super) struct Reading<'a> {
    pub(super) draft: &'a Draft<'a>,
    pub(super) analysis: &'a Analysis,
    pub(super) text: &'a str,
    /// The entity whose mention has this head.
    entities: FxHashMap<usize, EntityId>,
}

/// What the draft's claims are about.
pub(crate) fn matter(draft: &Draft<'_>) -> Matter {
    let reading = Reading::new(draft);
    let mut points = Vec::new();
    for (index, claim) in (0..).zip(&draft.claims) {
        let from = points.len();
        happenings::read(&reading, index, claim, &mut points);
        amounts::read(&reading, index, claim, &mut points);
        sizes(&reading, &mut points[from..]);
        points[from..].sort_by_key(|point| (point.spans.start(), point.spans.end()));
    }
    ellipsis::fill(&reading, &draft.claims, &mut points);
    let main = occurrence::main_events(&reading);
    let home = occurrence::lead_names(&reading);
    for point in &mut points {
        point.at_home = !point.places.is_empty()
            && point.places.iter().any(|place| {
                let name = place.name.as_deref().unwrap_or_default();
                name.split(' ').any(|word| home.contains(word))
            });
        point.main = point.events.iter().any(|event| main.contains(&**event));
    }
    Matter { points, outline: outline::of(&reading), answers: answers::read(&reading) }
}

/// Gives what happens the figures of its clause: whoever gives others does not say the same.
fn sizes(reading: &Reading<'_>, points: &mut [Point]) {
    let clause = |point: &Point| reading.top(&point.spans).map(|top| clause::predicate(reading, top));
    let mut by_clause: FxHashMap<Option<usize>, Vec<Size>> = FxHashMap::default();
    for point in points.iter() {
        if let Some(amount) = &point.amount {
            let size = (amount.low, amount.high, amount.unit.clone());
            by_clause.entry(clause(point)).or_default().push(size);
        }
    }
    for point in points.iter_mut().filter(|point| point.amount.is_none()) {
        point.sizes = by_clause.get(&clause(point)).cloned().unwrap_or_default();
    }
}

impl<'a> Reading<'a> {
    pub(super) fn new(draft: &'a Draft<'a>) -> Reading<'a> {
        let mut entities = FxHashMap::default();
        for (id, entity) in (0..).zip(&draft.entities) {
            for mention in &entity.mentions {
                if let Some(head) = top(&draft.analysis, mention.hull()) {
                    entities.entry(head).or_insert(EntityId(id));
                }
            }
        }
        Reading { draft, analysis: &draft.analysis, text: draft.text, entities }
    }

    /// What the document is about.
    pub(super) fn outline(&self) -> Outline {
        outline::of(self)
    }

    pub(super) fn entity(&self, head: usize) -> Option<EntityId> {
        self.entities.get(&head).copied()
    }

    fn word(&self, token: usize) -> &str {
        self.analysis.tokens[token].span.of(self.text)
    }

    fn upos(&self, token: usize) -> &'static str {
        self.analysis.tokens[token].upos.as_str()
    }

    fn universal(&self, token: usize) -> &'static str {
        self.analysis.tokens[token].relation.universal()
    }

    fn relation(&self, token: usize) -> &'static str {
        self.analysis.tokens[token].relation.as_str()
    }

    fn head(&self, token: usize) -> Option<usize> {
        self.analysis.tokens[token].head.map(|head| head as usize)
    }

    /// The base form in lower case.
    fn lemma(&self, token: usize) -> String {
        self.analysis.lemma(token).to_lowercase()
    }

    /// Those of a claim's parts, which are in text order, that begin in the sentence of `token`.
    fn in_sentence<'p, T>(&self, token: usize, parts: &'p [T], spans: impl Fn(&T) -> &Spans) -> &'p [T] {
        let sentence = self.analysis.span(&self.analysis.sentence(token));
        let from = parts.partition_point(|part| spans(part).start() < sentence.start());
        let to = parts.partition_point(|part| spans(part).start() < sentence.end());
        &parts[from..to]
    }

    /// The token of `spans` on which its others depend.
    fn top(&self, spans: &Spans) -> Option<usize> {
        top(self.analysis, spans.hull())
    }

    /// Whether the noun is one that the reader knows: with "the", "this" or a possessor.
    fn is_definite(&self, head: usize) -> bool {
        self.analysis.dependents(head).any(|at| match self.analysis.tokens[at].relation.as_str() {
            "det" => matches!(&*self.word(at).to_lowercase(), "the" | "this" | "that" | "these" | "those"),
            relation => relation == "nmod:poss",
        })
    }

    /// The place of the sentence that a byte stands in.
    fn sentence_of(&self, at: usize) -> usize {
        self.draft.sentence_at(at)
    }

    /// Whether the token lies in the claim's content.
    fn inside(&self, claim: &Claim, token: usize) -> bool {
        let at = self.analysis.tokens[token].span.start();
        claim.content.pieces().iter().any(|piece| piece.has(at))
    }
}

/// The first token in `span` whose head lies outside.
pub(super) fn top(analysis: &Analysis, span: Span) -> Option<usize> {
    let tokens = analysis.tokens_in(span);
    tokens.clone().find(|at| analysis.tokens[*at].head.is_none_or(|head| !tokens.contains(&(head as usize))))
}
