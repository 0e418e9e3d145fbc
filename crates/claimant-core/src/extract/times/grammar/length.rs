//! Lengths of time, distances from a time, and what recurs.

use super::{Match, Reader};
use crate::extract::times::expression::{Count, Expression, From, Unit};
use crate::extract::times::words::Class;

/// What may stand between a count and its unit.
const BETWEEN: &[&str] = &[
    "more",
    "consecutive",
    "straight",
    "successive",
    "trading",
    "business",
    "working",
    "full",
    "additional",
    "extra",
    "long",
    "solid",
    "short",
    "calendar",
    "fiscal",
    "whole",
];

impl Reader<'_> {
    /// "two days ago", "a week later", "three hours", "30-day", "months".
    pub(super) fn counted(&self, at: usize) -> Match {
        if let Class::Unit(unit, plural) = self.class(at) {
            return self.bare_unit(at, unit, plural);
        }
        let (mut count, mut unit_at) = self.count(at)?;
        let article = self.is_any(at, &["a", "an"]) && unit_at == at + 1;
        let dash = self.word(unit_at) == "-" && self.glued(unit_at);
        if dash {
            unit_at += 1;
        } else if let Class::Key | Class::Other = self.class(unit_at)
            && self.is_any(unit_at, BETWEEN)
        {
            unit_at += 1;
        }
        let Class::Unit(mut unit, _) = self.class(unit_at) else { return None };
        if matches!(unit, Unit::Weekend | Unit::Quarter) && article
            || unit == Unit::Quarter && dash
            || self.is_titled(unit_at)
        {
            return None;
        }
        let mut end = unit_at + 1;
        // "a year and a half"
        if self.is(end, "and")
            && self.is(end + 1, "a")
            && self.is(end + 2, "half")
            && let Count::Number(whole) = count
        {
            count = Count::Number(whole + 0.5);
            end += 3;
        }
        // "a year or two", "a day or so"
        if article && self.is(end, "or") && self.is_any(end + 1, &["two", "more"]) {
            count = Count::Some;
            end += 2;
        }
        if unit == Unit::Night {
            unit = Unit::Day;
        }
        if dash {
            // "8-month-old" is an age.
            let old = self.word(end) == "-" && self.is(end + 1, "old") || self.is(end, "old");
            let long = usize::from(self.word(end) == "-" && self.is(end + 1, "long"));
            return (!old).then_some((Expression::Duration { count, unit }, end + 2 * long));
        }
        if self.is(end, "old")
            || self.is(end, "or") && self.is(end + 1, "older")
            || self.after_any(at, &["aged", "age"])
        {
            return None;
        }
        // In "a year-earlier loss" the article is the loss's.
        if article && self.word(end) == "-" {
            return None;
        }
        // "24 hours a day"
        if unit == Unit::Hour && count == Count::Number(24.0) && self.is(end, "a") && self.is(end + 1, "day")
        {
            return None;
        }
        if let Some(distance) = self.distance(count, unit, end) {
            return Some(distance);
        }
        let plural = matches!(self.class(unit_at), Class::Unit(_, true));
        if article {
            return self.one_of(at, unit, end);
        }
        // "one day": some day to come, or a length.
        if !plural && !matches!(count, Count::Number(one) if one <= 1.0) {
            // "a four year old plan": a count and a singular are an adjective with its hyphen left out.
            return Some((Expression::Duration { count, unit }, end));
        }
        let so = self.skip(end, &["or"]);
        if so == 1 && self.is_any(end + 1, &["so", "more", "less"]) {
            end += 2;
        }
        Some((Expression::Duration { count, unit }, end))
    }

    /// "… ago", "… later", "… earlier", "… from now".
    fn distance(&self, count: Count, unit: Unit, end: usize) -> Match {
        let back = match count {
            Count::Number(number) => Count::Number(-number),
            Count::Some => Count::Some,
        };
        // "a year-ago", "a year - earlier"
        let end = end + usize::from(self.word(end) == "-" && self.is_any(end + 1, &["ago", "earlier"]));
        if self.is(end, "ago") {
            return Some((Expression::Distance { count: back, unit, from: From::Now }, end + 1));
        }
        if self.is(end, "from") && self.is_any(end + 1, &["now", "today"]) {
            return Some((Expression::Distance { count, unit, from: From::Now }, end + 2));
        }
        // "a year earlier than planned" compares.
        if self.is_any(end, &["later", "earlier"]) && !self.is(end + 1, "than") {
            let later = self.is(end, "later");
            return Some((Expression::Distance { count, unit, from: From::LastTime { later } }, end + 1));
        }
        None
    }

    /// "a year": so much "a year", or a length after a preposition.
    fn one_of(&self, at: usize, unit: Unit, end: usize) -> Match {
        if unit < Unit::Day {
            let measured = self.after_any(
                at,
                &["for", "within", "than", "in", "least", "about", "nearly", "almost", "over", "half"],
            );
            return (measured && unit == Unit::Hour)
                .then_some((Expression::Duration { count: Count::Number(1.0), unit }, end));
        }
        let so = 2 * usize::from(self.is(end, "or") && self.is_any(end + 1, &["so", "more"]));
        // The hedge before the article says that it counts; so does a preposition of lengths.
        if self.after_any(
            at,
            &[
                "for", "within", "than", "least", "most", "about", "nearly", "almost", "over", "after",
                "during", "another", "around", "as", "just", "in", "to", "by", "took", "take", "takes",
                "last", "lasted", "spent", "spend", "of", "half", "once", "twice",
            ],
        ) {
            let rate = self.after_any(at, &["once", "twice"]);
            let expression = if rate {
                Expression::Set { count: 1.0, unit }
            } else {
                Expression::Duration { count: Count::Number(1.0), unit }
            };
            // "in a day of protests", "to a year of war": the unit is a noun like others.
            let bound = self.after_any(at, &["in", "to", "by", "of", "as", "just"]) && self.is(end, "of");
            let day = unit == Unit::Day && self.after_any(at, &["as", "just", "of", "by", "to", "for"]);
            return (!bound && !day).then_some((expression, end + so));
        }
        // "five times a week", "$4 million a year", "60,000 cars a month"
        let rate = at > 0
            && (matches!(self.class(at - 1), Class::Digits(..) | Class::Decimal | Class::Spelled(_))
                || self.after_any(
                    at,
                    &["times", "million", "billion", "dollars", "%", "percent", "hours", "days"],
                )
                || self.tag(at - 1) == "NNS")
            && unit != Unit::Weekend;
        rate.then_some((Expression::Set { count: 1.0, unit }, end))
    }

    /// A unit without a count: "for months", "year-ago", "day-long", "decades".
    fn bare_unit(&self, at: usize, unit: Unit, plural: bool) -> Match {
        let dash = self.word(at + 1) == "-" && self.glued(at + 1);
        if dash && self.is_any(at + 2, &["ago", "earlier"]) {
            let from = if self.is(at + 2, "ago") { From::Now } else { From::LastTime { later: false } };
            let sign = if from == From::Now { -1.0 } else { 1.0 };
            return Some((Expression::Distance { count: Count::Number(sign), unit, from }, at + 3))
                .filter(|_| !plural);
        }
        if dash && self.is(at + 2, "long") {
            let count = if plural { Count::Some } else { Count::Number(1.0) };
            return Some((Expression::Duration { count, unit }, at + 3));
        }
        // "year end", "year-end", "year's end", "month's end"
        let possessive = usize::from(matches!(self.word(at + 1), "'s" | "’s"));
        let to_end = at + 1 + possessive + usize::from(dash);
        if !plural && matches!(unit, Unit::Year | Unit::Month) && self.is(to_end, "end") && to_end <= at + 2 {
            return Some((Expression::Current { unit }, to_end + 1));
        }
        if !plural {
            return None;
        }
        if at > 0 && matches!(self.class(at - 1), Class::Digits(..) | Class::Decimal | Class::Spelled(_)) {
            // A count before it was no count of it: "aged five years", "99999999999 weeks".
            return None;
        }
        if let Some(found) = self.distance(Count::Some, unit, at + 1) {
            return Some(found);
        }
        let measured = unit > Unit::Weekend
            || self.after_any(
                at,
                &[
                    "for", "in", "within", "over", "of", "after", "take", "takes", "took", "last", "lasted",
                    "spent", "just",
                ],
            );
        let named = unit == Unit::Quarter
            || self.after_any(at, &["-"]) && self.glued(at)
            || self.is_named(at)
            || self.is_any(at + 1, &["old"])
            || self.is(at + 1, "or") && self.is(at + 2, "older");
        (measured && !named && unit > Unit::Second && unit != Unit::Weekend).then_some((
            Expression::Duration {
                count: Count::Some,
                unit: if unit == Unit::Night { Unit::Day } else { unit },
            },
            at + 1,
        ))
    }

    /// "every day", "each July", "every two weeks"; "daily".
    pub(super) fn recurring(&self, at: usize) -> Match {
        if self.is_any(at, &["each", "every"]) {
            let set = |count, unit, end| Some((Expression::Set { count, unit }, end));
            return match self.class(at + 1) {
                Class::Unit(Unit::Quarter, false) => set(1.0, Unit::Quarter, at + 2),
                Class::Unit(unit, false) => set(1.0, unit, at + 2),
                Class::Weekday(weekday) => {
                    const DAYS: [&str; 7] = [
                        "XXXX-WXX-1",
                        "XXXX-WXX-2",
                        "XXXX-WXX-3",
                        "XXXX-WXX-4",
                        "XXXX-WXX-5",
                        "XXXX-WXX-6",
                        "XXXX-WXX-7",
                    ];
                    let value = DAYS.get(weekday as usize - 1)?;
                    Some((Expression::Recurring { value }, at + 2))
                }
                Class::Month(month) => {
                    const MONTHS: [&str; 12] = [
                        "XXXX-01", "XXXX-02", "XXXX-03", "XXXX-04", "XXXX-05", "XXXX-06", "XXXX-07",
                        "XXXX-08", "XXXX-09", "XXXX-10", "XXXX-11", "XXXX-12",
                    ];
                    let value = MONTHS.get(month as usize - 1)?;
                    Some((Expression::Recurring { value }, at + 2))
                }
                Class::Season(season) => {
                    let value = match season {
                        "SP" => "XXXX-SP",
                        "SU" => "XXXX-SU",
                        "FA" => "XXXX-FA",
                        _ => "XXXX-WI",
                    };
                    Some((Expression::Recurring { value }, at + 2))
                }
                Class::Part(part) => {
                    let value = match part {
                        "TMO" => "XXXX-XX-XXTMO",
                        "TAF" => "XXXX-XX-XXTAF",
                        "TEV" => "XXXX-XX-XXTEV",
                        _ => "XXXX-XX-XXTNI",
                    };
                    Some((Expression::Recurring { value }, at + 2))
                }
                _ if self.is(at + 1, "other") => match self.class(at + 2) {
                    Class::Unit(unit, false) => set(2.0, unit, at + 3),
                    _ => None,
                },
                Class::Digits(..) | Class::Spelled(_) | Class::Key => {
                    let (count, unit_at) = self.count(at + 1)?;
                    match (count, self.class(unit_at)) {
                        (Count::Number(count), Class::Unit(unit, true)) => set(count, unit, unit_at + 1),
                        _ => None,
                    }
                }
                _ => None,
            };
        }
        let unit = match self.word(at) {
            "daily" | "Daily" | "nightly" => Unit::Day,
            "hourly" => Unit::Hour,
            "weekly" | "Weekly" => Unit::Week,
            "monthly" | "Monthly" => Unit::Month,
            "annually" | "yearly" => Unit::Year,
            _ => return None,
        };
        // "the Daily News", "a weekly": a name or a noun.
        (!self.is_named(at) && !(self.tag(at).starts_with("NN")))
            .then_some((Expression::Set { count: 1.0, unit }, at + 1))
    }
}
