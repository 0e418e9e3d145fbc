//! Times resolved to the calendar.

use std::fmt;

use crate::Spans;
use crate::names::named_enum;

/// A time expression with its TIMEX3 type and value (ISO-TimeML, ISO 24617-1).
///
/// ```
/// use claimant_core::{Claimant, Document};
///
/// let document = Document::new("The mayor resigned in August, she said on Monday.")
///     .with_published("2024-12-27".parse()?);
/// let report = Claimant::new().extract(&document);
/// let claim = &report.claims[0];
/// assert_eq!(claim.times[0].value.as_ref().unwrap().as_str(), "2024-08");
/// assert_eq!(claim.said_at.as_ref().unwrap().value.as_ref().unwrap().as_str(), "2024-12-23");
/// # Ok::<(), claimant_core::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Time {
    /// The expression, with its preposition only where it is part of a name for the time; a
    /// claim's `said_at` is widened to the preposition ("On Monday").
    pub spans: Spans,
    /// Its TIMEX3 type.
    pub kind: TimexType,
    /// Its TIMEX3 value; absent where the text gives nothing to resolve it against.
    pub value: Option<TimexValue>,
    /// The whole of which it is one end, both ends as ISO 8601 puts them: `2014/2018`, `2024-12-23/2024-12-25`. The beginning and the end are
    /// times of their own, since TIMEX3 has no value for both.
    pub interval: Option<TimexValue>,
    /// What it was resolved against: "publication date 2024-12-27", "the time before it".
    pub because: Option<String>,
}

named_enum! {
    /// The four types of TIMEX3.
    pub enum TimexType {
        /// A day, week, month, season, year, decade or century.
        Date = "DATE",
        /// A time of day.
        Time = "TIME",
        /// A length of time.
        Duration = "DURATION",
        /// Times that recur.
        Set = "SET",
    }
}

/// A TIMEX3 value: `2024-12-23`, `2024-08`, `2024-W51`, `2024-12-23T18:00`, `2024-12-23TMO`, `P3D`,
/// `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`. Grain is kept: a month stays a month.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TimexValue(String);

impl TimexValue {
    /// A value in TIMEX3's notation.
    pub(crate) fn new(value: impl Into<String>) -> TimexValue {
        TimexValue(value.into())
    }

    /// The notation.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TimexValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
