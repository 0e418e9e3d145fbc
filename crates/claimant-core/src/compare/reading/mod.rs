//! From a draft to what its claims are about, while the trees are at hand.

mod amounts;
mod answers;
mod causes;
mod clause;
mod counts;
mod ellipsis;
mod happenings;
mod naming;
mod occurrence;
mod outline;
mod party;
mod saying;
mod when;

pub(super) use party::fold;

use rustc_hash::FxHashMap;

use claimant_english::Analysis;

use super::matter::{Answer, Matter, Outline, Point, Size};
use crate::draft::Draft;
use crate::{Claim, EntityId, Polarity, Span, Spans};

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
        points.extend(causes::read(&reading, index, claim));
        sizes(&reading, &mut points[from..]);
        points[from..].sort_by_key(|point| (point.spans.start(), point.spans.end()));
    }
    ellipsis::fill(&reading, &draft.claims, &mut points);
    let answers = answers::read(&reading);
    taken_up(&reading, &answers, &mut points);
    // Last, since what a claim takes up of another tells whether it says anything of its own.
    let claims = (0..).zip(&draft.claims);
    points.extend(claims.filter_map(|(index, claim)| saying::read(&reading, index, claim)));
    saying::mark_rare(&mut points);
    points.sort_by_key(|point| point.claim);
    let main = occurrence::main_events(&reading);
    let home = occurrence::lead_names(&reading);
    let story = occurrence::of_the_story(&main);
    amounts::measured_of_the_story(&main, &mut points);
    for point in &mut points {
        if *point.events == [causes::UNNAMED.into()] && !story.is_empty() {
            point.events.clone_from(&story);
        }
        point.at_home = !point.places.is_empty()
            && point.places.iter().any(|place| {
                let name = place.name.as_deref().unwrap_or_default();
                name.split(' ').any(|word| home.contains(word))
            });
        point.main = point.events.iter().any(|event| main.contains(&**event));
    }
    let sides = has_sides(&points);
    Matter { sides, together: naming::together(&reading), points, outline: outline::of(&reading), answers }
}

/// Whether one kind of event is counted of those of two countries.
fn has_sides(points: &[Point]) -> bool {
    let counted = points.iter().filter(|point| point.amount.is_some());
    let mut of: FxHashMap<&[Box<str>], &str> = FxHashMap::default();
    for point in counted {
        let Some(country) = point.undergoer.as_ref().and_then(|party| party.country.as_deref()) else {
            continue;
        };
        if **of.entry(&point.events).or_insert(country) != *country {
            return true;
        }
    }
    false
}

/// "Lee rejected the claim": what Lee says of it is said of all that the claim says.
fn taken_up(reading: &Reading<'_>, answers: &[Answer], points: &mut Vec<Point>) {
    let of = |points: &[Point], claim: u32| {
        let from = points.partition_point(|point| point.claim < claim);
        let to = points.partition_point(|point| point.claim <= claim);
        from..to
    };
    for answer in answers {
        let claim = &reading.draft.claims[answer.claim as usize];
        let own = of(points, answer.claim);
        if !own.is_empty() || !answers::is_of_a_saying(reading, claim) {
            continue;
        }
        let said = points[of(points, answer.to)].iter().filter(|point| point.amount.is_none());
        let taken: Vec<Point> = said
            .filter(|point| point.polarity == Polarity::Positive && point.is_stated())
            .map(|point| {
                let (polarity, certainty) =
                    happenings::under_cue(reading, claim, Polarity::Positive, point.certainty);
                Point {
                    claim: answer.claim,
                    polarity,
                    certainty,
                    spans: claim.content.clone(),
                    ..point.clone()
                }
            })
            .collect();
        points.splice(own, taken);
    }
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
