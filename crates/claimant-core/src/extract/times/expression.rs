//! A time expression as it was read, before it is resolved.

use super::holiday::Holiday;

/// A unit of the calendar or the clock.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// Which one: "last", "this", "next".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shift {
    Last,
    This,
    Next,
}

impl Shift {
    /// Units away from the present one.
    pub(super) fn steps(self) -> i64 {
        match self {
            Shift::Last => -1,
            Shift::This => 0,
            Shift::Next => 1,
        }
    }
}

/// How many.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Count {
    Number(f64),
    /// "several", "a few", a bare plural: `X` in TIMEX3.
    Some,
}

/// The year that a season, quarter or holiday belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum YearOf {
    Given(i16),
    Shifted(Shift),
    Unsaid,
}

/// A zone of the clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Zone {
    /// Minutes east of Greenwich, in winter.
    pub minutes: i16,
    /// The clock is an hour ahead from the second Sunday of March to the first of November, as in the United States: "ET".
    pub saves_daylight: bool,
}

impl Zone {
    /// A zone that stays as it is.
    pub(super) fn fixed(minutes: i16) -> Zone {
        Zone { minutes, saves_daylight: false }
    }
}

/// What was read, before it is resolved.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Expression {
    /// Year, month, day: all, or from the left.
    Absolute {
        year: i16,
        month: Option<i8>,
        day: Option<i8>,
    },
    /// "December 27", "August".
    MonthDay {
        month: i8,
        day: Option<i8>,
        shift: Option<Shift>,
        /// "Friday, December 27": tells the year where none is given.
        weekday: Option<i8>,
    },
    /// "March of last year".
    MonthOf {
        month: i8,
        shift: Shift,
    },
    Weekday {
        weekday: i8,
        shift: Option<Shift>,
    },
    /// Days from today.
    Today {
        offset: i64,
    },
    /// "last week", "this year".
    Calendar {
        unit: Unit,
        shift: Shift,
    },
    /// "the quarter", "the year": the one that the text speaks of, or else the present one.
    Current {
        unit: Unit,
    },
    /// "that year", "the same day": the one just named.
    Same {
        unit: Unit,
    },
    /// "the latest quarter", "the latest period": the last one that is complete.
    Latest {
        unit: Unit,
    },
    Season {
        season: &'static str,
        year: YearOf,
    },
    /// A quarter (`Q1` to `Q4`) or half (`H1`, `H2`) of a year.
    Quarter {
        letter: char,
        number: i8,
        year: YearOf,
    },
    /// "the year-ago quarter", "the 1988 quarter": the quarter that the text speaks of, in another year.
    SameQuarter {
        year: YearOf,
    },
    Decade {
        decade: i16,
    },
    /// Its first two digits: 19 for the twentieth.
    Century {
        century: i16,
    },
    Holiday {
        holiday: Holiday,
        year: YearOf,
    },
    /// "two days ago", "three weeks later".
    Distance {
        count: Count,
        unit: Unit,
        from: From,
    },
    /// Hour and minute of the day, with the day where the expression names it.
    Clock {
        hour: i8,
        minute: i8,
        zone: Option<Zone>,
        day: Option<Box<Expression>>,
    },
    /// "Monday morning": a part of the day in TIMEX3 notation.
    Part {
        part: &'static str,
        day: Box<Expression>,
    },
    Duration {
        count: Count,
        unit: Unit,
    },
    Set {
        count: f64,
        unit: Unit,
    },
    /// "every Monday", "each July": the value is ready.
    Recurring {
        value: &'static str,
    },
    /// `PAST_REF`, `PRESENT_REF` or `FUTURE_REF`.
    Vague(&'static str),
}

impl Expression {
    /// Whether it names a day, so that a time of day can belong to it.
    pub(super) fn names_a_day(&self) -> bool {
        matches!(
            self,
            Expression::Absolute { day: Some(_), .. }
                | Expression::MonthDay { day: Some(_), .. }
                | Expression::Weekday { .. }
                | Expression::Today { .. }
                | Expression::Same { unit: Unit::Day }
                | Expression::Distance { unit: Unit::Day, .. }
                | Expression::Holiday { .. }
                | Expression::Part { .. }
        )
    }

    /// Whether it names a time a year back, as results are compared with.
    pub(super) fn compares(&self) -> bool {
        match self {
            Expression::SameQuarter { .. } => true,
            Expression::Quarter { year: YearOf::Shifted(Shift::Last), .. } => true,
            Expression::Distance { unit: Unit::Year, from, .. } => *from != (From::LastTime { later: true }),
            _ => false,
        }
    }

    /// Whether it lies on the calendar, so that it has an end and a beginning.
    pub(super) fn is_point(&self) -> bool {
        !matches!(
            self,
            Expression::Duration { .. }
                | Expression::Set { .. }
                | Expression::Recurring { .. }
                | Expression::Vague(_)
        )
    }
}

/// What a distance is counted from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum From {
    Now,
    LastTime { later: bool },
}
