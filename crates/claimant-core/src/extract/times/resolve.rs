//! From an expression to its TIMEX3 value.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::expression::{Count, Expression, From, Shift, Unit, YearOf, Zone};
use super::tense::Direction;
use crate::{TimexType, TimexValue};

/// A time on the calendar with its grain.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Point {
    /// Its first day.
    pub date: Date,
    pub grain: Unit,
}

/// What an expression is resolved against.
pub(super) struct Context<'c> {
    pub published: Option<Date>,
    /// The last time that the text spoke of.
    pub last: Option<Point>,
    /// The last day that it spoke of.
    pub last_day: Option<Date>,
    /// The last quarter that it spoke of.
    pub last_quarter: Option<Date>,
    /// Where the sentence places the expression; asked only where it matters.
    pub direction: &'c dyn Fn() -> (Direction, bool),
}

/// A resolved expression.
pub(super) struct Resolved {
    pub kind: TimexType,
    pub value: Option<TimexValue>,
    pub because: Option<String>,
    /// The time that it names, for "the same day" after it.
    pub point: Option<Point>,
}

/// A value with what it names and what it was resolved against.
struct Value {
    text: String,
    point: Option<Point>,
    anchor: Anchor,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Anchor {
    /// It says all by itself.
    None,
    Published,
    /// A time before it in the text.
    Text(Date),
}

pub(super) fn resolve(expression: &Expression, context: &Context<'_>) -> Resolved {
    let kind = match expression {
        Expression::Clock { .. } | Expression::Part { .. } => TimexType::Time,
        Expression::Distance {
            unit: Unit::Second | Unit::Minute | Unit::Hour,
            count: Count::Number(_),
            ..
        } => TimexType::Time,
        Expression::Duration { .. } => TimexType::Duration,
        Expression::Set { .. } | Expression::Recurring { .. } => TimexType::Set,
        _ => TimexType::Date,
    };
    let value = context.value(expression);
    let because = value.as_ref().and_then(|value| match value.anchor {
        Anchor::None => None,
        Anchor::Published => Some(format!("against the publication date, {}", iso(context.published?))),
        Anchor::Text(date) => Some(format!("against the time before it in the text, {}", iso(date))),
    });
    Resolved {
        kind,
        because,
        point: value.as_ref().and_then(|value| value.point),
        value: value.map(|value| TimexValue::new(value.text)),
    }
}

impl Resolved {
    /// This, at another time of the same grain.
    pub(super) fn moved_to(self, to: Point) -> Resolved {
        if self.point == Some(to) {
            return self;
        }
        match point(to.date, to.grain, Anchor::None) {
            Some(value) => Resolved {
                value: Some(TimexValue::new(value.text)),
                because: Some("against the other end of the interval".to_owned()),
                point: value.point,
                ..self
            },
            None => self,
        }
    }
}

impl Context<'_> {
    fn value(&self, expression: &Expression) -> Option<Value> {
        let plain = |text: String| Some(Value { text, point: None, anchor: Anchor::None });
        match expression {
            Expression::Absolute { year, month, day } => {
                let date = Date::new(*year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
                let grain = if day.is_some() {
                    Unit::Day
                } else if month.is_some() {
                    Unit::Month
                } else {
                    Unit::Year
                };
                point(date, grain, Anchor::None)
            }
            Expression::MonthDay { month, day: Some(day), weekday: Some(weekday), .. } => {
                let date = dated_weekday(self.published?, *month, *day, *weekday)?;
                point(date, Unit::Day, Anchor::Published)
            }
            Expression::MonthDay { month, day, shift, .. } => {
                let year = self.year_of_month(*month, *day, *shift)?;
                let date = Date::new(year, *month, day.unwrap_or(1)).ok()?;
                point(date, if day.is_some() { Unit::Day } else { Unit::Month }, Anchor::Published)
            }
            Expression::MonthOf { month, shift } => {
                let year = self.shifted_year(*shift)?;
                point(Date::new(year, *month, 1).ok()?, Unit::Month, Anchor::Published)
            }
            Expression::Weekday { weekday, shift } => {
                point(self.near_weekday(*weekday, *shift)?, Unit::Day, Anchor::Published)
            }
            Expression::Today { offset } => {
                point(self.published?.checked_add(offset.days()).ok()?, Unit::Day, Anchor::Published)
            }
            Expression::Calendar { unit, shift } => {
                point(moved(self.published?, shift.steps(), *unit)?, *unit, Anchor::Published)
            }
            Expression::Current { unit: Unit::Quarter } => {
                // The quarter that the text speaks of; where it speaks of none, nobody can tell.
                let date = self.last_quarter?;
                point(date, Unit::Quarter, Anchor::Text(date))
            }
            Expression::Current { unit: Unit::Weekend } => {
                let now = self.published?;
                // From Monday to Friday the weekend is the one that was, unless the verb looks forward.
                let ahead =
                    now.weekday().to_monday_zero_offset() >= 5 || (self.direction)().0 == Direction::Future;
                point(moved(now, if ahead { 0 } else { -1 }, Unit::Week)?, Unit::Weekend, Anchor::Published)
            }
            // "ended the day": the one that the text is about.
            Expression::Current { unit: Unit::Day } => match self.last_day {
                Some(day) => point(day, Unit::Day, Anchor::Text(day)),
                None => point(self.published?, Unit::Day, Anchor::Published),
            },
            Expression::Current { unit } => point(self.published?, *unit, Anchor::Published),
            Expression::SameQuarter { year } => {
                // "the same period last year" after "in February" is a month.
                let month = self.last.filter(|last| last.grain == Unit::Month);
                let (last, grain) = match (month, self.last_quarter) {
                    (Some(month), _) => (month.date, Unit::Month),
                    (None, quarter) => (quarter?, Unit::Quarter),
                };
                let year = match year {
                    YearOf::Given(year) => *year,
                    YearOf::Shifted(shift) => self.shifted_year(*shift)?,
                    YearOf::Unsaid => last.year().checked_sub(1)?,
                };
                point(Date::new(year, last.month(), 1).ok()?, grain, Anchor::Text(last))
            }
            Expression::Same { unit: Unit::Day } => {
                let date = self.last_day?;
                point(date, Unit::Day, Anchor::Text(date))
            }
            Expression::Same { unit } => {
                let last = self.last.filter(|last| last.grain <= *unit)?;
                point(last.date, *unit, Anchor::Text(last.date))
            }
            Expression::Latest { unit } => {
                point(moved(self.published?, -1, *unit)?, *unit, Anchor::Published)
            }
            Expression::Season { season, year } => {
                let year = match year {
                    YearOf::Given(year) => *year,
                    YearOf::Shifted(shift) => season_year(self.published?, season, Some(*shift), false),
                    YearOf::Unsaid => {
                        let future = (self.direction)() == (Direction::Future, true);
                        season_year(self.published?, season, None, future)
                    }
                };
                plain(format!("{year:04}-{season}"))
            }
            Expression::Quarter { letter, number, year } => self.quarter(*letter, *number, *year),
            Expression::Decade { decade } => {
                let date = Date::new(decade.checked_mul(10)?, 1, 1).ok()?;
                point(date, Unit::Decade, Anchor::None)
            }
            Expression::Century { century } => plain(format!("{century:02}")),
            Expression::Holiday { holiday, year } => {
                let anchor = if let YearOf::Given(_) = year { Anchor::None } else { Anchor::Published };
                let date = match year {
                    YearOf::Given(year) => holiday.day(*year)?,
                    YearOf::Shifted(shift) => {
                        let now = self.published?;
                        let of_year = holiday.day(now.year())?;
                        let year = match shift {
                            Shift::This => now.year(),
                            Shift::Last if of_year < now => now.year(),
                            Shift::Last => now.year() - 1,
                            Shift::Next if of_year > now => now.year(),
                            Shift::Next => now.year() + 1,
                        };
                        holiday.day(year)?
                    }
                    YearOf::Unsaid => {
                        let now = self.published?;
                        let of_year = holiday.day(now.year())?;
                        let year = match (self.direction)().0 {
                            Direction::Future | Direction::Present if of_year >= now => now.year(),
                            Direction::Future => now.year() + 1,
                            _ if of_year <= now => now.year(),
                            _ => now.year() - 1,
                        };
                        holiday.day(year)?
                    }
                };
                point(date, Unit::Day, anchor)
            }
            Expression::Distance { count, unit, from } => self.distance(*count, *unit, *from),
            Expression::Clock { hour, minute, zone, day } => {
                let mut hour = *hour;
                let (of, anchor) = match day {
                    Some(day) => {
                        let later = matches!(**day, Expression::Part { part: "TAF" | "TEV" | "TNI", .. });
                        // "6 o'clock this evening"
                        hour += if later && (1..12).contains(&hour) { 12 } else { 0 };
                        let day = self.value(day)?;
                        (day.point?.date, day.anchor)
                    }
                    // A time of day belongs to the day just named, or else to the day of publication.
                    None => match self.last_day {
                        Some(day) => (day, Anchor::Text(day)),
                        None => (self.published?, Anchor::Published),
                    },
                };
                let text = format!(
                    "{}T{hour:02}:{minute:02}{}",
                    iso(of),
                    zone.map_or(String::new(), |zone| offset(zone, of))
                );
                Some(Value { text, point: Some(Point { date: of, grain: Unit::Day }), anchor })
            }
            Expression::Part { part, day } => {
                let day = self.value(day)?;
                Some(Value { text: format!("{}{part}", iso(day.point?.date)), ..day })
            }
            Expression::Duration { count, unit } => plain(period(*unit, *count)),
            Expression::Set { count, unit } => plain(period(*unit, Count::Number(*count))),
            Expression::Recurring { value } => plain((*value).to_owned()),
            Expression::Vague(value) => plain((*value).to_owned()),
        }
    }

    fn shifted_year(&self, shift: Shift) -> Option<i16> {
        self.published?.year().checked_add(shift.steps() as i16)
    }

    /// The year of a month or day without one: the latest that is not after publication; the earliest that is not before
    /// it where the verb looks forward.
    fn year_of_month(&self, month: i8, day: Option<i8>, shift: Option<Shift>) -> Option<i16> {
        let now = self.published?;
        let year = now.year();
        let here = (now.month(), day.map_or(0, |_| now.day()));
        let wanted = (month, day.unwrap_or(0));
        let past = if wanted <= here { year } else { year.checked_sub(1)? };
        let future = if wanted >= here { year } else { year.checked_add(1)? };
        // How far ahead the next one lies, in months; the one before it lies so much less than twelve back.
        let ahead = (i32::from(future) - i32::from(year)) * 12 + i32::from(month) - i32::from(now.month());
        // What is clearly nearer ahead than behind is meant to come; the past is given the better of it.
        let near = if 3 * ahead <= 12 - ahead { future } else { past };
        Some(match shift {
            Some(Shift::Next) => {
                if month > now.month() {
                    year
                } else {
                    year.checked_add(1)?
                }
            }
            Some(Shift::Last) => {
                if month < now.month() {
                    year
                } else {
                    year.checked_sub(1)?
                }
            }
            Some(Shift::This) => year,
            None => match (self.direction)() {
                // Nearly a year ahead of a verb in the future is rather a few days ago.
                (Direction::Future, true) if ahead >= 11 && day.is_some() => past,
                (Direction::Future, false) if ahead >= 9 => past,
                (Direction::Future, _) => future,
                (Direction::Past, true) => past,
                _ => near,
            },
        })
    }

    /// The weekday of the last seven days, today among them; of the next seven where the verb looks forward.
    fn near_weekday(&self, weekday: i8, shift: Option<Shift>) -> Option<Date> {
        let now = self.published?;
        let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
        match shift {
            Some(Shift::Next) => now.nth_weekday(1, weekday).ok(),
            Some(Shift::Last) => now.nth_weekday(-1, weekday).ok(),
            _ if now.weekday() == weekday => Some(now),
            Some(Shift::This) => now.nth_weekday(1, weekday).ok(),
            None => match (self.direction)().0 {
                Direction::Future | Direction::Present => now.nth_weekday(1, weekday).ok(),
                _ => now.nth_weekday(-1, weekday).ok(),
            },
        }
    }

    fn quarter(&self, letter: char, number: i8, year: YearOf) -> Option<Value> {
        let months = if letter == 'Q' { 3 } else { 6 };
        let (year, anchor) = match year {
            YearOf::Given(year) => (year, Anchor::None),
            YearOf::Shifted(shift) => (self.shifted_year(shift)?, Anchor::Published),
            YearOf::Unsaid => {
                let now = self.published?;
                let current = (now.month() - 1) / months + 1;
                let year = match (self.direction)() {
                    // The quarter just over is the one that is about to be reported.
                    (Direction::Future, _) if number + 1 < current => now.year().checked_add(1)?,
                    (Direction::Future, _) => now.year(),
                    (Direction::Past, true) if number > current => now.year().checked_sub(1)?,
                    // The next one is nearer than the one that was three before.
                    _ if number > current + 1 => now.year().checked_sub(1)?,
                    _ => now.year(),
                };
                (year, Anchor::Published)
            }
        };
        let date = Date::new(year, (number - 1) * months + 1, 1).ok()?;
        point(date, if letter == 'Q' { Unit::Quarter } else { Unit::Half }, anchor)
    }

    /// The time that lies so far from now, or from the time before it in the text.
    fn distance(&self, count: Count, unit: Unit, from: From) -> Option<Value> {
        let Count::Number(count) = count else {
            // "several years ago"
            let value = if from == (From::LastTime { later: true }) { "FUTURE_REF" } else { "PAST_REF" };
            return matches!(from, From::Now | From::LastTime { later: false }).then(|| Value {
                text: value.to_owned(),
                point: None,
                anchor: Anchor::None,
            });
        };
        let (start, anchor) = match from {
            From::Now => {
                let now = self.published?;
                // "a year ago" next to a quarter means the quarter of a year ago.
                let grain = self.last.map_or(unit, |last| last.grain);
                if count == -1.0 && unit == Unit::Year && grain == Unit::Quarter {
                    (self.last?, Anchor::Text(self.last?.date))
                } else {
                    (Point { date: now, grain: unit }, Anchor::Published)
                }
            }
            From::LastTime { .. } => {
                let last = match (unit, self.last_day) {
                    (Unit::Day, Some(date)) => Point { date, grain: Unit::Day },
                    _ => self.last?,
                };
                (last, Anchor::Text(last.date))
            }
        };
        let count = if from == (From::LastTime { later: false }) { -count } else { count };
        // Beyond this every unit leaves the calendar, and some leave jiff's spans.
        if count.abs() > 1e7 {
            return None;
        }
        // "half a century ago", "one and a half years ago": in the next smaller unit that is whole.
        let (count, unit) = if count.fract() == 0.0 {
            (count as i64, unit)
        } else {
            match unit {
                Unit::Century => ((count * 100.0) as i64, Unit::Year),
                Unit::Decade => ((count * 10.0) as i64, Unit::Year),
                Unit::Year => ((count * 12.0) as i64, Unit::Month),
                Unit::Day => return None,
                _ => return None,
            }
        };
        let date = moved(start.date, count, unit)?;
        // A year after a quarter is a quarter; a year after a day is a year.
        let grain = if matches!(start.grain, Unit::Month | Unit::Quarter) && unit >= Unit::Quarter {
            start.grain
        } else {
            unit
        };
        point(date, grain, anchor).filter(|_| date.year() > 0)
    }
}

/// A point in the grain of a unit, written as TIMEX3 writes it.
fn point(date: Date, grain: Unit, anchor: Anchor) -> Option<Value> {
    let (text, date) = match grain {
        Unit::Day | Unit::Night => (iso(date), date),
        Unit::Week => (week(date), date),
        Unit::Weekend => (format!("{}-WE", week(date)), date),
        Unit::Month => (format!("{:04}-{:02}", date.year(), date.month()), date.first_of_month()),
        Unit::Quarter => {
            (format!("{:04}-Q{}", date.year(), (date.month() - 1) / 3 + 1), first_of_quarter(date))
        }
        Unit::Half => (format!("{:04}-H{}", date.year(), (date.month() - 1) / 6 + 1), date),
        Unit::Year => (format!("{:04}", date.year()), date.first_of_year()),
        Unit::Decade => ((date.year() / 10).to_string(), date),
        Unit::Century => ((date.year() / 100).to_string(), date),
        Unit::Second | Unit::Minute | Unit::Hour => return None,
    };
    Some(Value { text, point: Some(Point { date, grain }), anchor })
}

/// The day of the month that falls on that weekday, in the nearest year in which it does.
fn dated_weekday(now: Date, month: i8, day: i8, weekday: i8) -> Option<Date> {
    // Weekdays come round to a date after eleven years at the latest, leap days aside.
    let dates = (0..=11_i16).flat_map(|away| [now.year() - away, now.year() + away]);
    dates
        .filter_map(|year| Date::new(year, month, day).ok())
        .find(|date| date.weekday().to_monday_one_offset() == weekday)
}

fn iso(date: Date) -> String {
    crate::Date::from_civil(date).to_string()
}

fn first_of_quarter(date: Date) -> Date {
    Date::new(date.year(), (date.month() - 1) / 3 * 3 + 1, 1).unwrap_or(date)
}

/// The date so many units away.
fn moved(date: Date, count: i64, unit: Unit) -> Option<Date> {
    let span = jiff::Span::new();
    let span = match unit {
        Unit::Day | Unit::Night => span.try_days(count),
        Unit::Week | Unit::Weekend => span.try_weeks(count),
        Unit::Month => span.try_months(count),
        Unit::Quarter => span.try_months(count.checked_mul(3)?),
        Unit::Half => span.try_months(count.checked_mul(6)?),
        Unit::Year => span.try_years(count),
        Unit::Decade => span.try_years(count.checked_mul(10)?),
        Unit::Century => span.try_years(count.checked_mul(100)?),
        Unit::Second | Unit::Minute | Unit::Hour => return None,
    };
    date.checked_add(span.ok()?).ok()
}

fn week(date: Date) -> String {
    let week = date.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// A winter is named by the year in which it begins.
fn season_year(now: Date, season: &str, shift: Option<Shift>, future: bool) -> i16 {
    let begins = match season {
        "SP" => 3,
        "SU" => 6,
        "FA" => 9,
        _ => 12,
    };
    let (month, year) = (now.month(), now.year());
    match shift {
        Some(Shift::Next) if month < begins => year,
        Some(Shift::Next) => year.saturating_add(1),
        Some(Shift::This) => year,
        Some(Shift::Last) if month > begins + 2 => year,
        Some(Shift::Last) => year.saturating_sub(1),
        // The season that is near: one that begins within the half-year is not last year's.
        None if future && month > begins + 2 => year.saturating_add(1),
        None if future || month >= begins => year,
        None => year.saturating_sub(1),
    }
}

fn offset(zone: Zone, day: Date) -> String {
    let minutes = zone.minutes + if zone.saves_daylight && is_daylight_saved(day) { 60 } else { 0 };
    match minutes {
        0 => "Z".to_owned(),
        minutes => {
            let sign = if minutes < 0 { '-' } else { '+' };
            format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        }
    }
}

/// Whether clocks in the United States are ahead on this day, by the rule in force since 2007 (Energy Policy Act of 2005, section 110).
fn is_daylight_saved(day: Date) -> bool {
    let sunday = |month, nth| {
        Date::new(day.year(), month, 1).and_then(|first| first.nth_weekday_of_month(nth, Weekday::Sunday))
    };
    match (sunday(3, 2), sunday(11, 1)) {
        (Ok(begins), Ok(ends)) => begins <= day && day < ends,
        _ => false,
    }
}

fn period(unit: Unit, number: Count) -> String {
    let count = match number {
        Count::Some => "X".to_owned(),
        Count::Number(number) => number.to_string(),
    };
    // Halves of what has a smaller unit: "half an hour" is thirty minutes.
    match (unit, count.as_str()) {
        (Unit::Hour, "0.5") => return "PT30M".to_owned(),
        (Unit::Year, "0.5") => return "P6M".to_owned(),
        _ => {}
    }
    // "the past decade": ten years; the standard's own letters are read by few.
    let years = |each: u32| match number {
        Count::Number(number) => format!("P{}Y", number * f64::from(each)),
        Count::Some if each == 10 => "PXDE".to_owned(),
        Count::Some => "PXCE".to_owned(),
    };
    match unit {
        Unit::Second => format!("PT{count}S"),
        Unit::Minute => format!("PT{count}M"),
        Unit::Hour => format!("PT{count}H"),
        Unit::Day | Unit::Night => format!("P{count}D"),
        Unit::Week => format!("P{count}W"),
        Unit::Weekend => format!("P{count}WE"),
        Unit::Month => format!("P{count}M"),
        Unit::Quarter => format!("P{count}Q"),
        Unit::Half => format!("P{count}H"),
        Unit::Year => format!("P{count}Y"),
        Unit::Decade => years(10),
        Unit::Century => years(100),
    }
}
