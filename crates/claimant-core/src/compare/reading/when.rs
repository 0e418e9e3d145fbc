//! The days that a point speaks of.

use super::{Reading, clause};
use crate::compare::matter::When;
use crate::{Claim, Date, Spans, Time, TimexType};

/// When what is said at `token` took place, by the times of its clause, or else of the one that it only adds to.
pub(super) fn of(reading: &Reading<'_>, claim: &Claim, token: usize) -> When {
    let predicate = clause::predicate(reading, token);
    let own = of_clause(reading, claim, predicate);
    match clause::added_to(reading, predicate).filter(|_| own == When::default()) {
        Some(above) => of_clause(reading, claim, above),
        None => own,
    }
}

fn of_clause(reading: &Reading<'_>, claim: &Claim, predicate: usize) -> When {
    let mut when = When::default();
    for time in reading.in_sentence(predicate, &claim.times, |time| &time.spans) {
        let Some(top) = reading.top(&time.spans) else { continue };
        if clause::predicate(reading, top) != predicate || clause::describes_party(reading, top, predicate) {
            continue;
        }
        // "Have now died": a count as of its day, as any.
        if time.value.as_ref().is_some_and(|value| value.as_str() == "PRESENT_REF") {
            continue;
        }
        let words = time.spans.text(reading.text).to_lowercase();
        let before = reading.analysis.tokens_in(time.spans.hull()).start.checked_sub(1);
        let bound = before
            .map(|at| reading.word(at).to_lowercase())
            .filter(|word| matches!(word.as_str(), "since" | "until" | "by" | "before" | "after" | "within"));
        let (days, clock) = (days(time), clock(time));
        // "Shortly before midnight" is about midnight.
        let close = reading.analysis.tokens_in(time.spans.hull()).start.checked_sub(2).is_some_and(|at| {
            matches!(&*reading.word(at).to_lowercase(), "shortly" | "just" | "soon" | "minutes" | "moments")
        });
        let bound = bound.filter(|_| !close);
        if bound.is_none() && (days.is_some() || clock.is_some()) {
            when.days = when.days.or(days);
            when.clock = when.clock.or(clock);
            when.spans = match when.spans.take() {
                Some(spans) => {
                    Some(Spans::of_pieces(spans.pieces().iter().chain(time.spans.pieces()).copied()))
                }
                None => Some(time.spans.clone()),
            };
        } else {
            let scope = bound.map_or(words.clone(), |bound| format!("{bound} {words}"));
            when.scope = when.scope.or(Some(scope.into()));
        }
    }
    when
}

/// First and last minute of the day, of a time of day that is given by the clock: an hour that stands alone may be any minute of it.
fn clock(time: &Time) -> Option<(u16, u16)> {
    let (_, clock) =
        time.value.as_ref()?.as_str().split_once('T').filter(|_| time.kind == TimexType::Time)?;
    let hour: u16 = clock.get(..2)?.parse().ok()?;
    match clock.get(2..3) {
        Some(":") => {
            let minute: u16 = clock.get(3..5)?.parse().ok()?;
            Some((60 * hour + minute, 60 * hour + minute))
        }
        _ => Some((60 * hour, 60 * hour + 59)),
    }
}

/// First and last day of a date: a century ("18"), a decade ("199"), a year, a month or a day.
fn days(time: &Time) -> Option<(Date, Date)> {
    if !matches!(time.kind, TimexType::Date | TimexType::Time) {
        return None;
    }
    let value = time.value.as_ref()?.as_str();
    let day = value.split('T').next()?;
    let mut fields = day.split('-');
    let first = fields.next()?;
    let year: i16 = first.parse().ok()?;
    let span = match first.len() {
        2 => 100,
        3 => 10,
        4 => 1,
        _ => return None,
    };
    if span > 1 {
        return Some((Date::new(year * span, 1, 1)?, Date::new(year * span + span - 1, 12, 31)?));
    }
    let Some(month) = fields.next() else {
        return Some((Date::new(year, 1, 1)?, Date::new(year, 12, 31)?));
    };
    if let Some(week) = month.strip_prefix('W') {
        // "Last week", "at the weekend".
        let monday = jiff::civil::ISOWeekDate::new(year, week.parse().ok()?, jiff::civil::Weekday::Monday)
            .ok()?
            .date();
        let day =
            |ahead: i64| Some(Date::from_civil(monday.checked_add(jiff::Span::new().days(ahead)).ok()?));
        return Some((day(if fields.next() == Some("WE") { 5 } else { 0 })?, day(6)?));
    }
    let month: i8 = month.parse().ok()?;
    match fields.next() {
        Some(day) => Date::new(year, month, day.parse().ok()?).map(|day| (day, day)),
        None => {
            (28..=31).rev().find_map(|last| Some((Date::new(year, month, 1)?, Date::new(year, month, last)?)))
        }
    }
}
