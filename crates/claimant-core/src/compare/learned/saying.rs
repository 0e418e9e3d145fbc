//! Whether what two claims say as a whole is of one matter.

use std::sync::LazyLock;

use super::trees::{self, Tree};
use super::{common, shares};
use crate::compare::align::{Alignment, Pair};
use crate::compare::interval;
use crate::compare::matter::{Point, Saying, Size};
use crate::compare::{sayings, words};
use crate::{Certainty, Polarity};

/// How likely it must be that two claims are of one matter to set them beside each other. Chosen by folds of the groups they were fitted to.
const LEAST: f32 = 0.5;

static TREES: LazyLock<Vec<Tree>> =
    LazyLock::new(|| trees::load(include_str!("../../../data/same_saying.tsv"), &NAMES));

/// How what two claims say stands to each other, which the rules have aligned so, or not at all.
pub(in crate::compare) fn align(pair: &Pair<'_>, by_rule: Option<Alignment>) -> Option<Alignment> {
    if by_rule.is_some() {
        return by_rule;
    }
    let likely = trees::likely(&TREES, &features(pair, false)?);
    (likely >= LEAST).then_some(Alignment { weight: likely, sure: false, opposite: false, differs: None })
}

/// What the trees see of two points, and whether the rules align them; nothing where the trees are not asked.
pub(in crate::compare) fn seen(pair: &Pair<'_>) -> Option<(bool, Vec<f32>)> {
    let aligned = pair.sayings().is_some();
    Some((aligned, features(pair, aligned)?.to_vec()))
}

/// What the features are called, in their order.
pub const NAMES: [&str; 30] = [
    "words",
    "words of fewer",
    "words of all",
    "names",
    "others",
    "fewer",
    "more",
    "near",
    "events shared",
    "events equal",
    "events of one",
    "events of none",
    "kind shared",
    "here",
    "one holder",
    "negated",
    "polarity differs",
    "denies",
    "open",
    "headed",
    "quoted",
    "unsure",
    "days",
    "figures",
    "figures of one",
    "figure equal",
    "figure met",
    "figure apart",
    "apart in text",
    "aligned",
];

/// The features of what two claims say as a whole; nothing for other points.
fn features(pair: &Pair<'_>, aligned: bool) -> Option<[f32; NAMES.len()]> {
    let (a, b) = (pair.a, pair.b);
    let (x, y) = a.saying.as_ref().zip(b.saying.as_ref())?;
    let yes = |so: bool| f32::from(u8::from(so));
    let both = |one: bool, other: bool| f32::midpoint(yes(one), yes(other));
    let (words, others) = sayings::shared(&x.hashes, &y.hashes);
    let lengths = [x, y].map(|saying: &Saying| saying.hashes.len());
    let kind = a.events.iter().any(|event| words::is_kind(event) && b.events.contains(event));
    let each = |test: &dyn Fn(&Size, &Size) -> bool| {
        yes(a.sizes.iter().any(|one| b.sizes.iter().any(|other| one.2 == other.2 && test(one, other))))
    };
    let range = |size: &Size| (size.0, size.1);
    let days =
        pair.published[0].zip(pair.published[1]).map_or(0, |(x, y)| (x.day_number() - y.day_number()).abs());
    let negative = |point: &Point| point.polarity == Polarity::Negative;
    let unsure = |point: &Point| point.certainty != Certainty::Certain;
    let between = a.spans.start().abs_diff(b.spans.start()) as f32;
    let (fewer, all) = shares(words, lengths);
    Some([
        words as f32,
        fewer,
        all,
        (words - others) as f32,
        others as f32,
        lengths[0].min(lengths[1]) as f32,
        lengths[0].max(lengths[1]) as f32,
        sayings::shared(&x.rare, &y.rare).0 as f32,
        common(&a.events, &b.events) as f32,
        yes(!a.events.is_empty() && a.events == b.events),
        yes(a.events.is_empty() != b.events.is_empty()),
        yes(a.events.is_empty() && b.events.is_empty()),
        yes(kind),
        yes(pair.here),
        yes((pair.by_one)()),
        both(negative(a), negative(b)),
        yes(negative(a) != negative(b)),
        both(x.denies, y.denies),
        both(x.open, y.open),
        both(x.headed, y.headed),
        both(x.quoted, y.quoted),
        both(unsure(a), unsure(b)),
        days.min(30) as f32,
        yes(!a.sizes.is_empty() && !b.sizes.is_empty()),
        yes(a.sizes.is_empty() != b.sizes.is_empty()),
        each(&|one, other| range(one) == range(other)),
        each(&|one, other| interval::meet(range(one), range(other))),
        each(&|one, other| !interval::meet(range(one), range(other))),
        if pair.here { between.ln_1p() } else { -1.0 },
        yes(aligned),
    ])
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_trees_load_and_end() {
        super::trees::check(&super::TREES);
    }
}
