//! A time expression as it was read, before it is resolved.

/// A unit of the calendar or the clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Month,
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

/// What was read, before it is resolved.
#[derive(Clone, PartialEq, Eq, Debug)]
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
    },
    /// "Monday", with a part of the day in TIMEX3 notation.
    Weekday {
        weekday: i8,
        shift: Option<Shift>,
        part: Option<&'static str>,
    },
    /// Days from today, with a part of the day.
    Day {
        offset: i64,
        part: Option<&'static str>,
    },
    /// "last week", "this year".
    Calendar {
        unit: Unit,
        shift: Shift,
    },
    /// "the weekend" and the like come as [`Expression::Calendar`]; seasons here.
    Season {
        season: &'static str,
        shift: Option<Shift>,
        year: Option<i16>,
    },
    Quarter {
        quarter: i8,
        year: Option<i16>,
    },
    Decade {
        decade: i16,
    },
    /// "two days ago", "three weeks later".
    Distance {
        count: i64,
        unit: Unit,
        from: From,
    },
    SameDay,
    /// Hour and minute of the day.
    Clock {
        hour: i8,
        minute: i8,
    },
    Duration {
        count: Option<i64>,
        unit: Unit,
    },
    Set {
        unit: Unit,
    },
    /// `PAST_REF` or `FUTURE_REF`.
    Vague(&'static str),
}

/// What a distance is counted from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum From {
    Now,
    LastTime { later: bool },
}
