//! From an expression to its TIMEX3 value.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::expression::{Expression, From, Shift, Unit};
use super::grammar::Reader;
use crate::{TimexType, TimexValue};

/// What an expression is resolved against.
pub(super) struct Context {
    pub published: Option<Date>,
    /// The last day that the text spoke of.
    pub last_day: Option<Date>,
    /// The sentence speaks of the future before the expression.
    pub future: bool,
}

/// A resolved expression.
pub(super) struct Resolved {
    pub kind: TimexType,
    pub value: Option<TimexValue>,
    pub because: Option<String>,
    /// The day that it names, for "the same day" after it.
    pub day: Option<Date>,
}

/// Whether a modal or a verb of planning stands shortly before `at`, with no verb of the past between.
pub(super) fn looks_forward(reader: &Reader<'_, '_>, at: usize) -> bool {
    const REACH: usize = 14;
    for index in (at.saturating_sub(REACH)..at).rev() {
        match reader.low(index).as_str() {
            "will" | "would" | "shall" | "due" | "scheduled" | "expected" | "upcoming" | "tomorrow"
            | "won't" | "won’t" | "plans" | "set" => return true,
            "was" | "were" | "had" | "said" | "did" | "told" | "announced" | "has" | "have" | "." => {
                return false;
            }
            _ => {}
        }
    }
    false
}

pub(super) fn resolve(expression: &Expression, context: &Context) -> Resolved {
    let mut kind = TimexType::Date;
    let mut day = None;
    let mut relative = true;
    let mut anchor = "publication date";
    let value = match expression {
        Expression::Absolute { year, month, day: number } => {
            relative = false;
            match (month, number) {
                (Some(month), Some(number)) => {
                    day = Date::new(*year, *month, *number).ok();
                    day.map(iso)
                }
                (Some(month), None) => Some(format!("{year:04}-{month:02}")),
                _ => Some(format!("{year:04}")),
            }
        }
        Expression::MonthDay { month, day: number, shift } => context.published.and_then(|now| {
            let year = year_of(now, *month, number.unwrap_or(1), number.is_some(), *shift, context.future)?;
            match number {
                Some(number) => {
                    day = Date::new(year, *month, *number).ok();
                    day.map(iso)
                }
                None => Some(format!("{year:04}-{month:02}")),
            }
        }),
        Expression::Weekday { weekday, shift, part } => context.published.and_then(|now| {
            day = near_weekday(now, *weekday, *shift, context.future);
            day.map(|day| format!("{}{}", iso(day), part.unwrap_or("")))
        }),
        Expression::Day { offset, part } => context.published.and_then(|now| {
            day = now.checked_add(offset.days()).ok();
            if part.is_some() {
                kind = TimexType::Time;
            }
            day.map(|day| format!("{}{}", iso(day), part.unwrap_or("")))
        }),
        Expression::Calendar { unit, shift } => {
            context.published.and_then(|now| calendar(now, *unit, *shift))
        }
        Expression::Season { season, shift, year } => match (year, context.published) {
            (Some(year), _) => Some(format!("{year:04}-{season}")),
            (None, Some(now)) => Some(season_value(now, season, *shift)),
            _ => None,
        },
        Expression::Quarter { quarter, year } => match (year, context.published) {
            (Some(year), _) => {
                relative = false;
                Some(format!("{year:04}-Q{quarter}"))
            }
            (None, Some(now)) => {
                let current = (now.month() - 1) / 3 + 1;
                let year = if *quarter > current { now.year() - 1 } else { now.year() };
                Some(format!("{year:04}-Q{quarter}"))
            }
            _ => None,
        },
        Expression::Decade { decade } => {
            relative = false;
            Some(decade.to_string())
        }
        Expression::Distance { count, unit, from } => {
            let start = match from {
                From::Now => context.published,
                From::LastTime { .. } => {
                    anchor = "day before it in the text";
                    context.last_day
                }
            };
            let count = match from {
                From::LastTime { later: false } => -count,
                _ => *count,
            };
            start.and_then(|start| distance(start, count, *unit, &mut day))
        }
        Expression::SameDay => {
            anchor = "day before it in the text";
            day = context.last_day;
            day.map(iso)
        }
        Expression::Clock { hour, minute } => {
            kind = TimexType::Time;
            // A time of day belongs to the day just named, or else to the day of publication.
            let of = context.last_day.or(context.published).map_or("XXXX-XX-XX".to_owned(), iso);
            Some(format!("{of}T{hour:02}:{minute:02}"))
        }
        Expression::Duration { count, unit } => {
            kind = TimexType::Duration;
            relative = false;
            Some(period(*unit, &count.map_or("X".to_owned(), |count| count.to_string())))
        }
        Expression::Set { unit } => {
            kind = TimexType::Set;
            relative = false;
            Some(period(*unit, "1"))
        }
        Expression::Vague(value) => {
            relative = false;
            Some((*value).to_owned())
        }
    };
    let against = match anchor {
        "publication date" => context.published,
        _ => context.last_day,
    };
    let because = match (&value, against) {
        (Some(_), Some(date)) if relative => Some(format!("against the {anchor}, {}", iso(date))),
        _ => None,
    };
    Resolved { kind, value: value.map(TimexValue::new), because, day }
}

fn iso(date: Date) -> String {
    crate::Date::from_civil(date).to_string()
}

/// The year of a month or day without one: the latest that is not after publication; the earliest that is
/// not before it where the text looks forward.
fn year_of(now: Date, month: i8, day: i8, exact: bool, shift: Option<Shift>, future: bool) -> Option<i16> {
    let passed = if exact { (month, day) <= (now.month(), now.day()) } else { month <= now.month() };
    let year = now.year();
    match shift {
        Some(Shift::Next) => Some(if month > now.month() { year } else { year.checked_add(1)? }),
        Some(Shift::Last) => Some(if month < now.month() { year } else { year.checked_sub(1)? }),
        Some(Shift::This) => Some(year),
        None if future => {
            let ahead = if exact { (month, day) >= (now.month(), now.day()) } else { month >= now.month() };
            Some(if ahead { year } else { year.checked_add(1)? })
        }
        None => Some(if passed { year } else { year.checked_sub(1)? }),
    }
}

/// The weekday of the last seven days, today among them; of the next seven where the text looks forward.
fn near_weekday(now: Date, weekday: i8, shift: Option<Shift>, future: bool) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    let today = now.weekday() == weekday;
    match shift {
        Some(Shift::Next) => now.nth_weekday(1, weekday).ok(),
        Some(Shift::Last) => now.nth_weekday(-1, weekday).ok(),
        _ if today => Some(now),
        None if !future => now.nth_weekday(-1, weekday).ok(),
        _ => now.nth_weekday(1, weekday).ok(),
    }
}

fn calendar(now: Date, unit: Unit, shift: Shift) -> Option<String> {
    let step: i64 = match shift {
        Shift::Last => -1,
        Shift::This => 0,
        Shift::Next => 1,
    };
    Some(match unit {
        Unit::Day => iso(now.checked_add(step.days()).ok()?),
        Unit::Week => week(now.checked_add(step.weeks()).ok()?),
        Unit::Weekend => format!("{}-WE", week(now.checked_add(step.weeks()).ok()?)),
        Unit::Month => month(now.checked_add(step.months()).ok()?),
        Unit::Year => format!("{:04}", now.year().checked_add(step as i16)?),
        Unit::Decade => (now.year() / 10 + step as i16).to_string(),
        Unit::Century => (now.year() / 100 + step as i16).to_string(),
        Unit::Second | Unit::Minute | Unit::Hour => return None,
    })
}

fn week(date: Date) -> String {
    let week = date.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

fn month(date: Date) -> String {
    format!("{:04}-{:02}", date.year(), date.month())
}

/// A winter is named by the year in which it begins.
fn season_value(now: Date, season: &str, shift: Option<Shift>) -> String {
    let begins = match season {
        "SP" => 3,
        "SU" => 6,
        "FA" => 9,
        _ => 12,
    };
    let past = now.month() > begins || (now.month() == begins && shift != Some(Shift::Last));
    let year = match shift {
        Some(Shift::Next) if now.month() < begins => now.year(),
        Some(Shift::Next) => now.year().saturating_add(1),
        Some(Shift::This) => now.year(),
        _ if past => now.year(),
        _ => now.year().saturating_sub(1),
    };
    format!("{year:04}-{season}")
}

/// The time that lies `count` units from `start`, in the grain of the unit.
fn distance(start: Date, count: i64, unit: Unit, day: &mut Option<Date>) -> Option<String> {
    // Beyond this every unit leaves the calendar, and some leave jiff's spans.
    if count.abs() > 10_000_000 {
        return None;
    }
    let add = |span: jiff::Span| start.checked_add(span).ok();
    match unit {
        Unit::Day => {
            *day = add(jiff::Span::new().try_days(count).ok()?);
            day.map(iso)
        }
        Unit::Week => add(jiff::Span::new().try_weeks(count).ok()?).map(week),
        Unit::Month => add(jiff::Span::new().try_months(count).ok()?).map(month),
        Unit::Year => add(jiff::Span::new().try_years(count).ok()?)
            .map(|date| format!("{:04}", date.year()))
            .filter(|_| i64::from(start.year()) + count > 0),
        Unit::Decade => add(jiff::Span::new().try_years(count.checked_mul(10)?).ok()?)
            .map(|date| (date.year() / 10).to_string()),
        Unit::Century => add(jiff::Span::new().try_years(count.checked_mul(100)?).ok()?)
            .map(|date| (date.year() / 100).to_string()),
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Weekend => None,
    }
}

fn period(unit: Unit, count: &str) -> String {
    match unit {
        Unit::Second => format!("PT{count}S"),
        Unit::Minute => format!("PT{count}M"),
        Unit::Hour => format!("PT{count}H"),
        Unit::Day => format!("P{count}D"),
        Unit::Week => format!("P{count}W"),
        Unit::Weekend => format!("P{count}WE"),
        Unit::Month => format!("P{count}M"),
        Unit::Year => format!("P{count}Y"),
        Unit::Decade => format!("P{count}DE"),
        Unit::Century => format!("P{count}CE"),
    }
}
