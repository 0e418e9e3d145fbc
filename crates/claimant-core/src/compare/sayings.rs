//! Whether two claims are one saying, by the words that carry them.

use super::align::Alignment;
use super::matter::{Point, Size};
use super::words;

/// How much two claims have in common that are one saying: words that both have, and their share of the shorter one's. Chosen on `tests/groups/dev`
/// and `later`.
struct Common {
    words: usize,
    share: f32,
}

/// Of two whoever says them.
const ANYBODY: Common = Common { words: 3, share: 0.6 };
/// Of one source's.
const ONE: Common = Common { words: 2, share: 0.4 };

/// The share from which on it does not matter which verbs they have at their top.
const NEARLY_ALL: f32 = 0.6;

/// Claims with fewer words are set beside such only.
const FEW: usize = 3;

/// Counts from which on a number tells one thing from others: there are two of much.
const TELLING: f64 = 10.0;

/// How what two claims say as a whole stands to each other: nothing where only one of them is looked at as a whole, where too few words are the
/// same, or where their figures are others.
pub(super) fn align(a: &Point, b: &Point, by_one: &dyn Fn() -> bool) -> Option<Alignment> {
    let (x, y) = a.saying.as_ref().zip(b.saying.as_ref())?;
    let (common, said) = shared(&x.hashes, &y.hashes);
    // Most that are looked at share nothing.
    if said == 0 {
        return None;
    }
    // A number that tells is as good as a word.
    let numbers = a
        .sizes
        .iter()
        .filter(|one| is_telling(one) && b.sizes.iter().any(|other| is_one(one, other)))
        .count();
    let common = common + numbers;
    // "The capture of Lokana" and "a photograph of Lokana" are two: words that are no names have to be the same.
    let lengths = (x.hashes.len(), y.hashes.len());
    let shorter = lengths.0.min(lengths.1) + numbers;
    let share = common as f32 / shorter as f32;
    // "Armed men" are in much that is said of them.
    let whole = shorter >= FEW || lengths.0.max(lengths.1) < FEW;
    // "Was detained" is not "was released", whatever else is the same.
    let meet = a.events.iter().any(|event| b.events.contains(event));
    let kinds = |point: &Point| point.events.iter().any(|event| words::is_kind(event));
    let apart = !meet && kinds(a) && kinds(b);
    let heads = meet || a.events.is_empty() || b.events.is_empty() || share >= NEARLY_ALL;
    let whole = whole && heads && !apart;
    let enough = |least: &Common| common >= least.words && share >= least.share && whole;
    let meet = figures_agree(&a.sizes, &b.sizes) && (enough(&ANYBODY) || (enough(&ONE) && by_one()));
    meet.then_some(Alignment { weight: 1.0 + share, sure: false, opposite: false, differs: None })
}

/// How many numbers two sorted lists share, and how many of these are no names'.
pub(super) fn shared(a: &[u64], b: &[u64]) -> (usize, usize) {
    let (mut all, mut words) = (0, 0);
    let mut rest = b.iter().peekable();
    for one in a {
        while rest.next_if(|other| *other < one).is_some() {}
        if rest.next_if_eq(&one).is_some() {
            all += 1;
            words += usize::from(one % 2 == 0);
        }
    }
    (all, words)
}

/// Whether neither gives a figure, or one that tells is the same and no more of those of the one that gives fewer are others.
fn figures_agree(a: &[Size], b: &[Size]) -> bool {
    let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let met: Vec<&Size> = few.iter().filter(|one| many.iter().any(|other| is_one(one, other))).collect();
    let alone = met.len() == few.len() && few.len() == many.len();
    few.is_empty() && many.is_empty()
        || !met.is_empty() && 2 * met.len() >= few.len() && (alone || met.into_iter().any(is_telling))
}

fn is_telling((low, high, unit): &Size) -> bool {
    !unit.is_empty() || low.min(*high) >= TELLING
}

/// Whether two figures are one: "at least eight" is not fifteen, though it leaves room for it.
pub(super) fn is_one((low, high, unit): &Size, (least, most, other): &Size) -> bool {
    let open = |a: f64, b: f64| !a.is_finite() || !b.is_finite();
    unit == other
        && if open(*low, *least) || open(*high, *most) {
            (low, high) == (least, most)
        } else {
            low <= most && least <= high
        }
}
