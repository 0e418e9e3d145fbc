//! Intervals: "between Monday and Wednesday", "from May to June 2023", "2014–18".

use jiff::ToSpan;

use super::expression::{Expression, Unit};
use super::grammar::Reader;
use super::resolve::Point;

/// Whether the expression that begins at `second` is the other end of what stands at `first..end`.
pub(super) fn links(reader: &Reader<'_>, first: usize, end: usize, second: usize) -> bool {
    if second != end + 1 {
        return false;
    }
    match reader.word(end) {
        // "He resigned on Monday — Sunday's vote was lost" parts what it does not touch.
        "-" | "–" | "—" => reader.glued(end) && reader.glued(second),
        "and" => reader.after_any(first, &["between"]),
        "to" | "until" | "till" | "through" => {
            reader.is(end, "through") || reader.after_any(first, &["from"])
        }
        _ => false,
    }
}

/// The first end with what only the second says: zone and day of a time of day ("between 10:00 and 12:00 GMT on Monday").
pub(super) fn completed(first: &Expression, second: &Expression) -> Option<Expression> {
    let (Expression::Clock { hour, minute, zone: None, day: None }, Expression::Clock { zone, day, .. }) =
        (first, second)
    else {
        return None;
    };
    let adds = zone.is_some() || day.is_some();
    adds.then(|| Expression::Clock { hour: *hour, minute: *minute, zone: *zone, day: day.clone() })
}

/// Both ends, in order: a year that only one of them names is the other's, and of two days or months of which the later one comes first, one
/// moves by a week or a year. None where they cannot be put in order.
pub(super) fn ordered(
    (first, from): (&Expression, Point),
    (second, to): (&Expression, Point),
    future: bool,
) -> Option<(Point, Point)> {
    let (mut from, mut to) = (from, to);
    let year = |point: Point, year: i16| {
        let date = jiff::civil::Date::new(year, point.date.month(), point.date.day()).ok()?;
        Some(Point { date, ..point })
    };
    match (first, second) {
        (Expression::MonthDay { .. }, Expression::Absolute { month: Some(_), .. }) => {
            from = year(from, to.date.year())?;
            if from.date > to.date {
                from = year(from, to.date.year().checked_sub(1)?)?;
            }
        }
        (Expression::Absolute { month: Some(_), .. }, Expression::MonthDay { .. }) => {
            to = year(to, from.date.year())?;
            if from.date > to.date {
                to = year(to, from.date.year().checked_add(1)?)?;
            }
        }
        (Expression::MonthDay { .. }, Expression::MonthDay { .. }) => {
            from = year(from, to.date.year())?;
            if from.date > to.date {
                from = year(from, to.date.year().checked_sub(1)?)?;
            }
        }
        // "From 10 p.m. to 6 a.m." runs past midnight, of which day nobody says.
        (
            Expression::Clock { hour, minute, .. },
            Expression::Clock { hour: last_hour, minute: last_minute, .. },
        ) if from.date == to.date && (hour, minute) > (last_hour, last_minute) => return None,
        (Expression::Weekday { .. }, Expression::Weekday { .. }) if from.date > to.date => {
            if future {
                to.date = to.date.checked_add(7.days()).ok()?;
            } else {
                from.date = from.date.checked_sub(7.days()).ok()?;
            }
        }
        _ => {}
    }
    // Ends of one grain, or of two where the later is told to the day: "from 2014 to Monday" runs from somewhere in 2014.
    let alike = from.grain == to.grain || from.grain.min(to.grain) >= Unit::Month || to.grain == Unit::Day;
    (from.date <= to.date && alike).then_some((from, to))
}
