//! Figures that leave unsaid what they count: "the Red Cross says 83 people died; the authority says [68]", "the union says [the number is 2,500]".

use super::Reading;
use crate::Claim;
use crate::compare::matter::{Amount, Party, Point};

/// Sentences before a figure in which what it counts is looked for.
const NEAR: usize = 1;
/// Nouns that stand for what an earlier figure counts.
const NUMBERS: &[&str] = &["count", "figure", "number", "total", "it", "that", "this"];

/// Gives such a figure what the one before it counts, of points in the order of the text.
pub(super) fn fill(reading: &Reading<'_>, claims: &[Claim], points: &mut [Point]) {
    let mut order: Vec<usize> = (0..points.len()).filter(|at| points[*at].amount.is_some()).collect();
    order.sort_by_key(|at| (points[*at].spans.start(), points[*at].claim));
    for index in 1..order.len() {
        let at = order[index];
        let point = &points[at];
        if !is_bare(reading, &claims[point.claim as usize], point) {
            continue;
        }
        let Some(own) = &point.amount else { continue };
        let sentence = reading.sentence_of(point.spans.start());
        let earlier = order[index.saturating_sub(LOOKED_AT)..index].iter().rev().map(|at| &points[*at]).find(
            |earlier| {
                let same_unit = earlier.amount.as_ref().is_some_and(|other| other.unit == own.unit);
                let near = sentence - reading.sentence_of(earlier.spans.start()) <= NEAR;
                near && same_unit && earlier.claim != point.claim && !is_told_apart(point, earlier)
            },
        );
        let Some((earlier, other)) = earlier.and_then(|earlier| Some((earlier, earlier.amount.as_ref()?)))
        else {
            continue;
        };
        let filled = Point {
            claim: point.claim,
            spans: point.spans.clone(),
            polarity: point.polarity,
            certainty: point.certainty,
            amount: Some(Amount {
                low: own.low,
                high: own.high,
                approx: own.approx,
                figure: own.figure,
                ..other.clone()
            }),
            ..earlier.clone()
        };
        points[at] = filled;
    }
}

/// Figures before one that are looked at.
const LOOKED_AT: usize = 6;

/// Whether nothing is said of what the figure counts.
fn is_bare(reading: &Reading<'_>, claim: &Claim, point: &Point) -> bool {
    let Some(amount) = &point.amount else { return false };
    let stands_for = |party: &Party| party.pronoun || NUMBERS.contains(&&*party.head);
    let told = [&point.undergoer, &amount.about].into_iter().flatten().any(|party| !stands_for(party));
    // Nothing but the figure: a word of its own says something else.
    let says_nothing = |at: usize| {
        let number = point.spans.hull().contains(reading.analysis.tokens[at].span);
        let small =
            matches!(reading.upos(at), "PRON" | "DET" | "ADP" | "AUX" | "PUNCT" | "SYM" | "SCONJ" | "NUM");
        number || small || NUMBERS.contains(&&*reading.lemma(at))
    };
    let tokens = reading.analysis.tokens_in(claim.content.hull());
    let short = tokens.len() <= SHORT && tokens.clone().all(says_nothing);
    // "It is 5,500, once you count the temporary staff".
    let figure = reading.analysis.tokens_in(point.spans.hull());
    let opening = figure.start.saturating_sub(tokens.start) <= OPENING
        && (tokens.start..figure.start).any(|at| NUMBERS.contains(&&*reading.lemma(at)))
        && (tokens.start..figure.end).all(says_nothing)
        && tokens.contains(&figure.end)
        && matches!(
            &*reading.word(figure.end).to_lowercase(),
            "," | "." | ";" | "if" | "once" | "because" | "when"
        );
    point.events.is_empty() && !told && (short || opening)
}

/// Words before a figure that begins its content: "it is nearer".
const OPENING: usize = 5;

/// Words of a content that says nothing but a figure, at most.
const SHORT: usize = 8;

/// Places or days that the two do not share.
fn is_told_apart(a: &Point, b: &Point) -> bool {
    !a.places.is_empty() && !b.places.is_empty() || a.when.days.is_some() && b.when.days.is_some()
}
