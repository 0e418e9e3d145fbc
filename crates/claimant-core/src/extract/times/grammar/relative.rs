//! Times named by their place: "last week", "the third quarter", "the same day", "the past three months".

use super::date::part_of;
use super::{Match, Reader};
use crate::extract::times::expression::{Count, Expression, From, Shift, Unit, YearOf};
use crate::extract::times::words::Class;

/// Verbs that take a stretch of the calendar from end to end.
const FRAMES: &[&str] = &[
    "end",
    "ends",
    "ended",
    "ending",
    "finish",
    "finishes",
    "finished",
    "finishing",
    "close",
    "closed",
    "closing",
    "start",
    "starts",
    "started",
    "starting",
    "begin",
    "begins",
    "began",
    "beginning",
];

impl Reader<'_> {
    /// Expressions that a determiner or an adjective of place opens.
    pub(super) fn determined(&self, at: usize) -> Match {
        if let Some(found) = self.recurring(at) {
            return Some(found);
        }
        let det = usize::from(self.is_any(at, &["the", "its", "their", "our", "his", "her"]));
        self.determined_by(at, at + det)
    }

    /// The same where the determiner stands at `at`, if it is before `next`.
    pub(super) fn determined_by(&self, at: usize, next: usize) -> Match {
        let the = next > at && self.is(at, "the");
        let owned = next > at && !the;
        if owned {
            // "its fourth quarter", "their last five years"
            return self.quarter(next).filter(|_| !self.is_joined(next));
        }
        if the && let Some(found) = self.definite(next) {
            return Some(found);
        }
        if let Some(found) = self.decade(at).or_else(|| self.century(next)) {
            return Some(found);
        }
        if let Some(found) = self.quarter(next) {
            return Some(found).filter(|_| !the || !self.is_joined(next));
        }
        if the && let Some(found) = self.numeric_date(at).or_else(|| self.holiday(next)) {
            return Some(found);
        }
        if let Some(found) = self.season_of_year(at) {
            return Some(found);
        }
        // "that day", "that year"
        if !the && self.is(at, "that") {
            return match self.class(at + 1) {
                Class::Unit(
                    unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year),
                    false,
                ) if !self.word(at + 2).to_ascii_lowercase().starts_with("th") => {
                    Some((Expression::Same { unit }, at + 2))
                }
                Class::Part(part) => {
                    Some((super::date::part_of(part, Expression::Same { unit: Unit::Day }), at + 2))
                }
                Class::Month(month) => {
                    Some((Expression::MonthDay { month, day: None, shift: None, weekday: None }, at + 2))
                }
                Class::Season(season) => Some((Expression::Season { season, year: YearOf::Unsaid }, at + 2)),
                _ => None,
            };
        }
        self.shifted(next, the)
    }

    /// "last week", "this summer", "next Monday", "this year's third quarter", "the last five years".
    fn shifted(&self, at: usize, the: bool) -> Match {
        let (shift, mut next) = match self.class(at) {
            Class::Shift(shift) => (shift, at + 1),
            Class::Key if self.is_any(at, &["previous", "prior"]) => (Shift::Last, at + 1),
            Class::Key if self.is(at, "coming") => (Shift::Next, at + 1),
            Class::Key if self.is(at, "past") => (Shift::Last, at + 1),
            _ => return None,
        };
        let current = self.is(at, "current");
        let past = self.is(at, "past");
        let mut shift = shift;
        // "this past Monday", "this coming week", "this last week"
        if shift == Shift::This && !current {
            if self.is_any(next, &["past", "last"]) {
                shift = Shift::Last;
                next += 1;
            } else if self.is_any(next, &["coming", "next"]) {
                shift = Shift::Next;
                next += 1;
            }
        }
        // "the past three months", "last five years", "next two weeks", "these last few days"
        if self.is_any(at, &["last", "past", "next", "coming", "previous", "prior"])
            && let Some((count, unit_at)) = self.count(next)
            && !self.is_any(next, &["a", "an", "another"])
        {
            let unit_at = unit_at
                + self.skip(unit_at, &["trading", "business", "fiscal", "consecutive", "full", "or", "more"]);
            if let Class::Unit(unit, true) = self.class(unit_at) {
                let unit = if unit == Unit::Night { Unit::Day } else { unit };
                let so =
                    2 * usize::from(self.is(unit_at + 1, "or") && self.is_any(unit_at + 2, &["so", "more"]));
                return Some((Expression::Duration { count, unit }, unit_at + 1 + so));
            }
        }
        let fiscal = next + self.skip(next, &["fiscal", "calendar", "full", "whole"]);
        match self.class(fiscal) {
            // "ABC's This Week"
            Class::Unit(..) if self.is_titled(fiscal) => None,
            Class::Unit(unit, plural) if unit > Unit::Night || unit == Unit::Day => {
                if plural {
                    // "the last weeks", "the next days"
                    return (the && unit != Unit::Weekend).then(|| (Self::some_of(unit), fiscal + 1));
                }
                if unit == Unit::Half {
                    return None;
                }
                // "this day" is rhetoric.
                if unit == Unit::Day && (shift != Shift::Next) {
                    return None;
                }
                if unit == Unit::Day {
                    return Some((
                        Expression::Distance {
                            count: Count::Number(1.0),
                            unit,
                            from: From::LastTime { later: true },
                        },
                        fiscal + 1,
                    ));
                }
                if past || (the && unit >= Unit::Decade && shift == Shift::Last) {
                    return Some((Expression::Duration { count: Count::Number(1.0), unit }, fiscal + 1))
                        .filter(|_| past || the);
                }
                let so = 2 * usize::from(self.is(fiscal + 1, "or") && self.is(fiscal + 2, "so"));
                let found = Expression::Calendar { unit, shift };
                // "next year's first quarter", "last year's quarter"
                if unit == Unit::Year
                    && matches!(self.word(fiscal + 1), "'s" | "’s")
                    && let Some(quarter) = self.quarter_in(fiscal + 2, YearOf::Shifted(shift))
                {
                    return Some(quarter);
                }
                Some((found, fiscal + 1 + so))
            }
            Class::Weekday(weekday) if self.word(fiscal).len() > 5 && !self.is_named(fiscal) => {
                let day = Expression::Weekday { weekday, shift: Some(shift) };
                Some(self.with_part(day, fiscal + 1))
            }
            Class::Month(month) if !current => {
                let end = fiscal + 1 + self.dot(fiscal);
                if let Class::Digits(day @ 1..=31, 1 | 2) = self.class(end) {
                    return Some((
                        Expression::MonthDay {
                            month,
                            day: Some(day as i8),
                            shift: Some(shift),
                            weekday: None,
                        },
                        end + 1,
                    ));
                }
                Some((Expression::MonthDay { month, day: None, shift: Some(shift), weekday: None }, end))
            }
            Class::Season(season) if !current => {
                Some((Expression::Season { season, year: YearOf::Shifted(shift) }, fiscal + 1))
            }
            Class::Part(part) if shift == Shift::This && !current => {
                Some((super::date::part_of(part, Expression::Today { offset: 0 }), fiscal + 1))
            }
            Class::Part("TNI") if shift == Shift::Last && !past => {
                Some((super::date::part_of("TNI", Expression::Today { offset: -1 }), fiscal + 1))
            }
            _ => {
                let (holiday, end) = self.holiday(fiscal)?;
                match holiday {
                    Expression::Holiday { holiday, .. } => {
                        Some((Expression::Holiday { holiday, year: YearOf::Shifted(shift) }, end))
                    }
                    _ => None,
                }
            }
        }
    }

    /// What only "the" opens; `at` is the position after it.
    fn definite(&self, at: usize) -> Match {
        // "the same day", "the very same week"
        if self.is(at, "same") {
            return match self.class(at + 1) {
                Class::Unit(
                    unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year),
                    false,
                ) => Some((Expression::Same { unit }, at + 2)),
                Class::Part(part) => {
                    Some((super::date::part_of(part, Expression::Same { unit: Unit::Day }), at + 2))
                }
                _ => self.period(at + 1),
            };
        }
        let step = |later, unit, end| {
            Some((
                Expression::Distance { count: Count::Number(1.0), unit, from: From::LastTime { later } },
                end,
            ))
        };
        if let Class::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year), false) = self.class(at)
        {
            // "the day before", "the year after" with nothing to be before or after
            if self.is_any(at + 1, &["before", "after"]) && unit <= Unit::Month && self.ends_phrase(at + 2) {
                return step(self.is(at + 1, "after"), unit, at + 2);
            }
            // "the year 2000"
            if unit == Unit::Year
                && let Some((YearOf::Given(year), end)) =
                    self.year_of(at + 1).filter(|_| !self.is_any(at + 1, &["of", "in"]))
            {
                return Some((Expression::Absolute { year, month: None, day: None }, end));
            }
        }
        if self.is_any(at, &["following", "preceding", "ensuing"]) {
            let later = !self.is(at, "preceding");
            return match self.class(at + 1) {
                Class::Unit(unit, false) if unit >= Unit::Day => step(later, unit, at + 2),
                Class::Weekday(weekday) => Some((
                    Expression::Weekday {
                        weekday,
                        shift: Some(if later { Shift::Next } else { Shift::Last }),
                    },
                    at + 2,
                )),
                _ => None,
            };
        }
        // "the first nine months", "the six months", "the final two weeks"
        let adjective = self.skip(
            at,
            &[
                "first",
                "final",
                "latest",
                "initial",
                "following",
                "entire",
                "early",
                "ensuing",
                "previous",
                "prior",
                "preceding",
            ],
        );
        if let Some((count, unit_at)) = self.count(at + adjective)
            && !self.is_any(at + adjective, &["a", "an", "another"])
        {
            let dash = usize::from(self.word(unit_at) == "-" && self.glued(unit_at));
            let unit_at = unit_at + dash;
            if let Class::Unit(unit, plural) = self.class(unit_at)
                && unit > Unit::Second
                && !self.is_any(unit_at + 1, &["old"])
                && !(self.word(unit_at + 1) == "-" && self.is(unit_at + 2, "old"))
            {
                // "the first two quarters of 1990"
                if unit == Unit::Quarter
                    && self.is(at, "first")
                    && count == Count::Number(2.0)
                    && let Some((year, end)) = self.year_of(unit_at + 1)
                {
                    return Some((Expression::Quarter { letter: 'H', number: 1, year }, end));
                }
                if plural && dash == 0 {
                    return Some((Expression::Duration { count, unit }, unit_at + 1));
                }
                // "the three-month period"; in "the 30-day rate" the article is the noun's
                if dash == 1 && self.is(unit_at + 1, "period") {
                    return Some((Expression::Duration { count, unit }, unit_at + 2));
                }
            }
        }
        if adjective == 1
            && self.is_any(at, &["early", "latest", "final", "first"])
            && let Class::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year), true) =
                self.class(at + 1)
        {
            return Some((Self::some_of(unit), at + 2));
        }
        if let Some(found) = self.period(at) {
            return Some(found);
        }
        // "the current quarter" and the like are read with "last" and "next"; here the bare unit.
        let full = at + self.skip(at, &["full", "entire", "whole", "fiscal"]);
        let full = full + self.skip(full, &["fiscal"]);
        if let Class::Unit(unit, false) = self.class(full) {
            let shown = self.after_any(
                at.saturating_sub(1),
                &[
                    "in",
                    "for",
                    "during",
                    "over",
                    "of",
                    "by",
                    "through",
                    "throughout",
                    "from",
                    "within",
                    "earlier",
                    "this",
                    "into",
                    "on",
                    "as",
                ],
            ) || full > at;
            let possessive = matches!(self.word(full + 1), "'s" | "’s");
            // "the week of May 3", "the year of the dragon", "the day that": more follows than this knows.
            let more = self.is_any(full + 1, &["that", "when", "he", "she", "they", "it", "we"])
                || (self.is(full + 1, "of") && unit != Unit::Quarter)
                // "the week 31"
                || matches!(self.class(full + 1), Class::Digits(..));
            return match unit {
                Unit::Weekend => Some((Expression::Current { unit }, full + 1)),
                // "the year ended March 31" is a length with an end of its own.
                Unit::Year | Unit::Quarter
                    if self.is_any(full + 1, &["ended", "ending"])
                        && (unit == Unit::Year || self.is(at, "fiscal")) =>
                {
                    Some((Expression::Duration { count: Count::Number(1.0), unit }, full + 1))
                }
                Unit::Quarter if !more => Some((Expression::Current { unit }, full + 1)),
                Unit::Year if shown && !more && !possessive => Some((Expression::Current { unit }, full + 1)),
                Unit::Week | Unit::Month if shown && !more && !possessive => {
                    Some((Expression::Current { unit }, full + 1))
                }
                // "ended the day higher"
                Unit::Day if full == at && self.after_any(at - 1, FRAMES) && !more => {
                    Some((Expression::Current { unit }, full + 1))
                }
                _ => None,
            };
        }
        // "over the years"
        if let Class::Unit(unit @ (Unit::Year | Unit::Decade | Unit::Century), true) = self.class(at)
            && self.after_any(at - 1, &["over", "through", "down", "across", "throughout"])
        {
            return Some((Self::some_of(unit), at + 1));
        }
        None
    }

    /// Whether the word is joined to the next by a hyphen: "third-quarter" stands before a noun, and the article is the
    /// noun's.
    pub(super) fn is_joined(&self, at: usize) -> bool {
        let at = at + self.skip(at, &["fiscal"]);
        self.word(at + 1) == "-" && self.glued(at + 1) || self.word(at) == "-"
    }

    /// Whether nothing follows that "before" or "after" could govern.
    fn ends_phrase(&self, at: usize) -> bool {
        let word = self.word(at);
        word.is_empty()
            || matches!(word, "." | "," | ";" | ")" | "”" | "\"" | "''" | "-" | "—")
            || self.is_any(at, &["and", "but", "when", "in", "at"])
    }

    /// "the latest quarter", "the year-ago period", "the 1988 second quarter", "the corresponding period last year".
    fn period(&self, at: usize) -> Match {
        let noun = |at: usize| match self.class(at) {
            Class::Unit(unit @ (Unit::Quarter | Unit::Month | Unit::Week | Unit::Year), false) => {
                Some((unit, at + 1))
            }
            _ if self.is(at, "period") => Some((Unit::Quarter, at + 1)),
            _ => None,
        };
        if let Some(year) = self.year_number(at) {
            if let Some(found) = self.quarter_in(at + 1, YearOf::Given(year)) {
                return Some(found);
            }
            if self.is_any(at + 1, &["period", "year", "season"]) {
                return Some((Expression::Absolute { year, month: None, day: None }, at + 2));
            }
            return None;
        }
        // "year-ago", "year-earlier"
        if self.class(at) == Class::Unit(Unit::Year, false)
            && self.word(at + 1) == "-"
            && self.is_any(at + 2, &["ago", "earlier"])
        {
            return match self.quarter_in(at + 3, YearOf::Shifted(Shift::Last)) {
                Some((Expression::SameQuarter { .. }, end)) => {
                    Some((Expression::SameQuarter { year: YearOf::Unsaid }, end))
                }
                Some(found) => Some(found),
                None => noun(at + 3).map(|(_, end)| (Expression::SameQuarter { year: YearOf::Unsaid }, end)),
            };
        }
        let year_before = |end: usize| {
            let (YearOf::Shifted(Shift::Last), end) = self.year_of(end)? else { return None };
            Some((Expression::SameQuarter { year: YearOf::Unsaid }, end))
        };
        if self.is_any(at, &["latest", "most"]) {
            let next = at + 1 + self.skip(at + 1, &["recent"]) + self.skip(at + 1, &["fiscal"]);
            let (unit, end) = noun(next)?;
            return Some((Expression::Latest { unit }, end));
        }
        if self.is_any(at, &["corresponding", "comparable", "same", "similar"]) {
            let (_, end) = noun(at + 1)?;
            return year_before(end);
        }
        // "the period last year", "the quarter a year ago"
        noun(at).and_then(|(unit, end)| if unit == Unit::Quarter { year_before(end) } else { None })
    }

    /// "third quarter", "third-quarter", "the fiscal first quarter of 1990", "the second half".
    fn quarter(&self, at: usize) -> Match {
        let mut next = at + self.skip(at, &["fiscal"]);
        if next > at {
            next += usize::from(self.word(next) == "-");
            // "fiscal 1989", "fiscal year 1989"
            let year = next + usize::from(self.class(next) == Class::Unit(Unit::Year, false));
            if let Some(number) = self.year_number(year) {
                if matches!(self.word(year + 1), "'s" | "’s")
                    && let Some(found) = self.quarter_in(year + 2, YearOf::Given(number))
                {
                    return Some(found);
                }
                return Some((Expression::Absolute { year: number, month: None, day: None }, year + 1));
            }
        }
        // "1989's third quarter"
        if let Some(year) = self.year_number(next)
            && matches!(self.word(next + 1), "'s" | "’s")
        {
            return self.quarter_in(next + 2, YearOf::Given(year));
        }
        self.quarter_in(next, YearOf::Unsaid)
    }

    fn quarter_in(&self, at: usize, year: YearOf) -> Match {
        let at = at + self.skip(at, &["fiscal"]);
        let number = match self.class(at) {
            Class::Ordinal(number @ 1..=4) => number as i8,
            // "last year's quarter", "the 1988 quarter"
            Class::Unit(Unit::Quarter, false) if year != YearOf::Unsaid => {
                return Some((Expression::SameQuarter { year }, at + 1));
            }
            _ => return None,
        };
        let dash = usize::from(self.word(at + 1) == "-");
        let unit = at + 1 + dash;
        let letter = match self.class(unit) {
            Class::Unit(Unit::Quarter, false) => 'Q',
            _ if number <= 2 && self.is(unit, "half") => 'H',
            _ => return None,
        };
        let end = unit + 1;
        if year != YearOf::Unsaid {
            return Some((Expression::Quarter { letter, number, year }, end));
        }
        match self.year_of(end) {
            Some((year, after)) => Some((Expression::Quarter { letter, number, year }, after)),
            // The second half of a match is no half of a year.
            None if letter == 'H' => (self.is(end, "of")
                && self.class(end + 2) == Class::Unit(Unit::Year, false))
            .then_some((Expression::Quarter { letter, number, year }, end + 3)),
            None => {
                // "the third quarter of the year"
                let of_year = self.is(end, "of")
                    && self.is(end + 1, "the")
                    && self.class(end + 2) == Class::Unit(Unit::Year, false);
                Some((Expression::Quarter { letter, number, year }, end + 3 * usize::from(of_year)))
            }
        }
    }

    /// "Q3", "Q4 2008", "H1 2009". A half needs its year, as the letters stand for much else.
    pub(super) fn short_quarter(&self, at: usize) -> Match {
        let (letter, number) = match self.word(at).as_bytes() {
            [b'Q', number @ b'1'..=b'4'] => ('Q', number - b'0'),
            [b'H', number @ b'1'..=b'2'] => ('H', number - b'0'),
            _ => return None,
        };
        let number = number as i8;
        if let Some((year, end)) = self.year_of(at + 1) {
            return Some((Expression::Quarter { letter, number, year }, end));
        }
        // The "Audi Q3" is a car.
        let named = at > 0 && self.is_titled(at - 1);
        let alone = letter == 'Q' && !named && !matches!(self.word(at + 1), "-" | "/");
        alone.then_some((Expression::Quarter { letter, number, year: YearOf::Unsaid }, at + 1))
    }

    /// "morning trading": the part of the day that the text speaks of.
    pub(super) fn part_of_trading(&self, at: usize) -> Match {
        let Class::Part(part) = self.class(at) else { return None };
        let trading =
            self.is_any(at + 1, &["trading", "trade", "dealings"]) && self.after_any(at, &["in", "during"]);
        trading.then(|| (part_of(part, Expression::Current { unit: Unit::Day }), at + 1))
    }

    /// "the 20th century", "the nineteenth century".
    fn century(&self, at: usize) -> Match {
        let (number, end) = match self.class(at) {
            Class::Ordinal(number) => (i16::from(number), at + 1),
            Class::Spelled(20) if self.word(at + 1) == "-" => match self.class(at + 2) {
                Class::Ordinal(1) => (21, at + 3),
                _ => return None,
            },
            Class::Digits(number @ 1..=30, _)
                if self.is_any(at + 1, &["st", "nd", "rd", "th"]) && self.glued(at + 1) =>
            {
                (number as i16, at + 2)
            }
            _ => return None,
        };
        let dash = usize::from(self.word(end) == "-");
        (self.class(end + dash) == Class::Unit(Unit::Century, false))
            .then_some((Expression::Century { century: number - 1 }, end + dash + 1))
    }
}
