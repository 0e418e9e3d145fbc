//! Whether two figures measure one quantity.

use std::sync::LazyLock;

use super::trees::{self, Tree};
use super::{common, shares};
use crate::compare::align::{Alignment, Pair, Places};
use crate::compare::dispute;
use crate::compare::interval;
use crate::compare::matter::{Amount, Party, Point};
use crate::compare::meet::Meet;
use crate::compare::words;

/// How likely it must be that two figures measure one quantity to set them beside each other: where the rules do too, and where they do not.
/// Chosen by folds of the groups they were fitted to.
const WITH_RULES: f32 = 0.35;
const WITHOUT_RULES: f32 = 0.6;
/// From which on relations are told of what the rules do not set beside each other.
const SURELY: f32 = 0.7;

static TREES: LazyLock<Vec<Tree>> =
    LazyLock::new(|| trees::load(include_str!("../../../data/same_quantity.tsv"), &NAMES));

/// How two amounts stand to each other, which the rules have aligned so, or not at all.
pub(in crate::compare) fn align(
    pair: &Pair<'_>,
    x: &Amount,
    y: &Amount,
    by_rule: Option<&Alignment>,
) -> Option<Alignment> {
    if !may_be_one(x, y) || (by_rule.is_none() && are_apart(pair, x, y)) {
        return None;
    }
    let likely = trees::likely(&TREES, &features(pair, x, y, by_rule));
    let least = if by_rule.is_some() { WITH_RULES } else { WITHOUT_RULES };
    (likely >= least).then_some(Alignment {
        weight: 1.0 + 3.0 * likely,
        sure: likely >= SURELY || by_rule.is_some_and(|found| found.sure),
        opposite: false,
        differs: None,
    })
}

/// What the trees see of two points, and whether the rules align them; nothing where the trees are not asked.
pub(in crate::compare) fn seen(pair: &Pair<'_>) -> Option<(bool, Vec<f32>)> {
    let (x, y) = pair.a.amount.as_ref().zip(pair.b.amount.as_ref()).filter(|(x, y)| may_be_one(x, y))?;
    let by_rule = pair.amounts(x, y);
    Some((by_rule.is_some(), features(pair, x, y, by_rule.as_ref()).to_vec()))
}

/// Whether two amounts can be set beside each other at all: both count, or both have one unit.
fn may_be_one(x: &Amount, y: &Amount) -> bool {
    x.counts == y.counts && (x.counts || x.unit == y.unit)
}

/// Whether something tells two quantities apart, whatever else they share: another place, day or stretch of time, a change beside a state, a part
/// beside the whole.
fn are_apart(pair: &Pair<'_>, x: &Amount, y: &Amount) -> bool {
    x.level != y.level
        || x.part != y.part
        || pair.a.when.scope != pair.b.when.scope
        || !pair.settings_agree()
        || pair.are_of_two()
        || pair.of_the_past()
}

/// What the features are called, in their order.
pub const NAMES: [&str; 53] = [
    "near of fewer",
    "near of all",
    "said of fewer",
    "said of all",
    "about of fewer",
    "about of all",
    "about of one",
    "about of none",
    "near about",
    "events equal",
    "events shared",
    "events of one",
    "events of none",
    "verb",
    "kind",
    "head",
    "undergoers",
    "undergoer same",
    "undergoer of a kind",
    "undergoer unlike",
    "about meet",
    "countries differ",
    "equal",
    "meet",
    "ratio",
    "least",
    "most",
    "open",
    "counts",
    "share",
    "money",
    "level",
    "part",
    "stretch",
    "here",
    "one holder",
    "narrated",
    "figures",
    "place",
    "days",
    "places shared",
    "places apart",
    "one placed",
    "apart",
    "names shared",
    "names apart",
    "of two",
    "of the past",
    "main",
    "once",
    "future",
    "aligned",
    "sure",
];

/// The features of two amounts that the rules have aligned so, or not at all; the same whichever comes first.
fn features(pair: &Pair<'_>, x: &Amount, y: &Amount, alignment: Option<&Alignment>) -> [f32; NAMES.len()] {
    let (a, b) = (pair.a, pair.b);
    let yes = |so: bool| f32::from(u8::from(so));
    let both = |one: bool, other: bool| f32::midpoint(yes(one), yes(other));
    let near = shared(&x.near, &y.near);
    let said = shared(&x.said, &y.said);
    let (one, other) = (told(a, x), told(b, y));
    let about = shared(&one, &other);
    let empty = [&one, &other].map(Vec::is_empty);
    let (first, second) = (&a.events, &b.events);
    let undergoers = pair.both(a.undergoer.as_ref(), b.undergoer.as_ref());
    let abouts = pair.both(x.about.as_ref(), y.about.as_ref());
    let kind = |party: &Option<Party>| party.as_ref().and_then(|party| words::counted(&party.head));
    let heads = [head(a, x), head(b, y)];
    let countries = country(a).zip(country(b));
    let typical = |amount: &Amount| if amount.low.is_finite() { amount.low } else { amount.high };
    let (low, high) = (typical(x).min(typical(y)), typical(x).max(typical(y)));
    let log = |value: f64| value.abs().ln_1p() as f32;
    let open = |amount: &Amount| !amount.low.is_finite() || !amount.high.is_finite();
    let days =
        pair.published[0].zip(pair.published[1]).map_or(0, |(x, y)| (x.day_number() - y.day_number()).abs());
    let places = pair.places();
    [
        near.0,
        near.1,
        said.0,
        said.1,
        about.0,
        about.1,
        yes(empty[0] != empty[1]),
        yes(empty[0] && empty[1]),
        near.0 * about.0,
        yes(!first.is_empty() && first == second),
        yes(first.iter().any(|event| second.contains(event))),
        yes(first.is_empty() != second.is_empty()),
        yes(first.is_empty() && second.is_empty()),
        yes(x.verb == y.verb),
        yes(kind(&a.undergoer).is_some() && kind(&a.undergoer) == kind(&b.undergoer)),
        yes(heads[0].is_some() && heads[0] == heads[1]),
        both(a.undergoer.is_some(), b.undergoer.is_some()),
        yes(undergoers == Some(Meet::Same)),
        yes(undergoers == Some(Meet::Kind)),
        yes(undergoers == Some(Meet::Unlike)),
        abouts.map_or(0.0, |meet| f32::from(meet as u8)),
        yes(countries.is_some_and(|(x, y)| x != y)),
        yes((x.low, x.high) == (y.low, y.high)),
        yes(interval::meet((x.low, x.high), (y.low, y.high))),
        log(high) - log(low),
        log(low),
        log(high),
        both(open(x), open(y)),
        yes(x.counts),
        yes(&*x.unit == "%"),
        yes(x.unit.len() == 3 && x.unit.chars().all(|c| c.is_ascii_uppercase())),
        yes(x.level == y.level),
        yes(x.part == y.part),
        yes(a.when.scope == b.when.scope),
        yes(pair.here),
        yes((pair.by_one)()),
        both(x.narrated, y.narrated),
        f32::from(x.figures) + f32::from(y.figures),
        (x.figure + y.figure).min(20) as f32,
        days.min(30) as f32,
        yes(places == Places::Shared),
        yes(places == Places::Apart),
        yes(places == Places::OneSided),
        yes(dispute::apart(&a.when, &b.when)),
        yes(a.names.iter().any(|name| b.names.contains(name))),
        yes(!a.names.is_empty() && !b.names.is_empty() && !a.names.iter().any(|name| b.names.contains(name))),
        yes(pair.are_of_two()),
        yes(pair.of_the_past()),
        both(a.main, b.main),
        both(a.once, b.once),
        yes(a.future == b.future),
        yes(alignment.is_some()),
        yes(alignment.is_some_and(|found| found.sure)),
    ]
}

/// Words in common, of the list with the fewer and of both; they are sorted.
fn shared<T: Ord>(a: &[T], b: &[T]) -> (f32, f32) {
    shares(common(a, b), [a.len(), b.len()])
}

/// The noun of what is counted or measured.
fn head<'p>(point: &'p Point, amount: &'p Amount) -> Option<&'p str> {
    point.undergoer.as_ref().or(amount.about.as_ref()).map(|party| &*party.head)
}

fn country(point: &Point) -> Option<&str> {
    point.undergoer.as_ref()?.country.as_deref()
}

/// What the amount is of, in words.
fn told<'p>(point: &'p Point, amount: &'p Amount) -> Vec<&'p str> {
    let parties = point.undergoer.iter().chain(&amount.about);
    let mut list: Vec<&str> = parties
        .flat_map(|party| std::iter::once(&*party.head).chain(party.told_by.iter().map(|word| &**word)))
        .collect();
    list.sort_unstable();
    list.dedup();
    list
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_trees_load_and_end() {
        super::trees::check(&super::TREES);
    }
}
