//! A day of the calendar.

use std::fmt;
use std::str::FromStr;

use crate::Error;

/// A civil date (proleptic Gregorian), without time of day or zone, written `YYYY-MM-DD`.
///
/// ```
/// use claimant_core::Date;
///
/// let date: Date = "2024-12-27".parse()?;
/// assert_eq!((date.year(), date.month(), date.day()), (2024, 12, 27));
/// assert_eq!(date.to_string(), "2024-12-27");
/// # Ok::<(), claimant_core::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// The day, if the calendar has it.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Date> {
        jiff::civil::Date::new(year, month, day).ok().map(Date)
    }

    /// The first full date in a line of English: "Dec 27, 2024", "Friday 27 December 2024".
    ///
    /// ```
    /// assert_eq!(claimant_core::Date::in_words("Posted on Dec. 27, 2024 by Ann").unwrap().to_string(), "2024-12-27");
    /// ```
    pub fn in_words(line: &str) -> Option<Date> {
        crate::calendar::full_date(line).map(|(_, date)| date)
    }

    /// Year, -9999 to 9999.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// Month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// Day of the month, 1 to 31.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// For calendar arithmetic inside the crate: jiff's type stays out of our public signatures.
    pub(crate) fn civil(self) -> jiff::civil::Date {
        self.0
    }

    /// Days since the year 0 of the calendar, to measure distances.
    pub(crate) fn day_number(self) -> i32 {
        (self.0 - jiff::civil::date(0, 1, 1)).get_days()
    }

    /// The way back from calendar arithmetic.
    pub(crate) fn from_civil(date: jiff::civil::Date) -> Date {
        Date(date)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl FromStr for Date {
    type Err = Error;

    fn from_str(text: &str) -> Result<Date, Error> {
        // Only the plain form: "20241227" or a date-time would hide a mistake in a command line.
        let plain = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !plain {
            return Err(Error::date(text, "it has another shape"));
        }
        let number = |range: std::ops::Range<usize>| text[range].parse::<i16>().unwrap_or(0);
        Date::new(number(0..4), number(5..7) as i8, number(8..10) as i8)
            .ok_or_else(|| Error::date(text, "the calendar has no such day"))
    }
}
