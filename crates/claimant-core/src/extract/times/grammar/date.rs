//! Dates that say their month, day, weekday or year.

use super::{Match, Reader};
use crate::extract::times::expression::{Expression, Shift, Unit, YearOf};
use crate::extract::times::holiday::Holiday;
use crate::extract::times::words::Class;

/// Words before a year or a month that show it for what it is.
const SHOWS: &[&str] = &[
    "in",
    "since",
    "until",
    "till",
    "by",
    "from",
    "during",
    "to",
    "of",
    "through",
    "before",
    "after",
    "between",
    "early",
    "late",
    "mid",
    "for",
    "last",
    "year",
    "and",
    "around",
    "about",
    "throughout",
    "fiscal",
    "circa",
    "or",
    "than",
    "over",
    "into",
    "at",
    "as",
    "with",
    "on",
];

impl Reader<'_> {
    /// "today", "yesterday morning", "tonight".
    pub(super) fn today(&self, at: usize) -> Match {
        if self.class(at) == Class::Key && self.is(at, "tonight") {
            return Some((part_of("TNI", Expression::Today { offset: 0 }), at + 1));
        }
        let Class::Day(offset) = self.class(at) else { return None };
        // "USA Today", "VOA Today"
        let capital = self.word(at).starts_with(char::is_uppercase);
        if capital && at > 0 && self.word(at - 1).starts_with(char::is_uppercase) {
            return None;
        }
        Some(self.with_part(Expression::Today { offset }, at + 1))
    }

    /// The day with a part of it, if one follows: "Monday" and "morning".
    pub(super) fn with_part(&self, day: Expression, at: usize) -> (Expression, usize) {
        match self.class(at) {
            Class::Part(part) => (part_of(part, day), at + 1),
            _ => (day, at),
        }
    }

    /// "Monday", "Friday night", "Friday, December 27, 2024".
    pub(super) fn weekday(&self, at: usize) -> Match {
        let Class::Weekday(weekday) = self.class(at) else { return None };
        let word = self.word(at);
        let short = word.len() <= 5 && word != "Sunday" || !matches!(word.len(), 6..=9);
        let dot = usize::from(short && self.word(at + 1) == "." && self.glued(at + 1));
        let comma = at + 1 + dot + usize::from(self.word(at + 1 + dot) == ",");
        let comma = comma + self.skip(comma, &["the"]);
        // "Friday, December 27, 2024"
        let date = self.month(comma).or_else(|| self.numeric_date(comma)).filter(|(date, _)| {
            matches!(
                date,
                Expression::Absolute { day: Some(_), .. } | Expression::MonthDay { day: Some(_), .. }
            )
        });
        if let Some((date, end)) = date {
            let date = match date {
                Expression::MonthDay { month, day, shift, .. } => {
                    Expression::MonthDay { month, day, shift, weekday: Some(weekday) }
                }
                date => date,
            };
            return Some((date, end));
        }
        // "Sun" is a paper and "Wed" a verb at a sentence's start: short forms need a date beside them.
        if short || word.chars().skip(1).any(char::is_uppercase) || self.is_named(at) {
            return None;
        }
        Some(self.with_part(Expression::Weekday { weekday, shift: None }, at + 1))
    }

    /// "December 27, 2024", "Dec. 27", "August 2023", "August".
    pub(super) fn month(&self, at: usize) -> Match {
        let Class::Month(month) = self.class(at) else { return None };
        let word = self.word(at);
        let short = word.len() <= 4 && !matches!(word, "May" | "June" | "July");
        let dot = self.dot(at);
        let next = at + 1 + dot;
        if let Some((day, day_end)) = self.day_of_month(next, false) {
            let comma = day_end + usize::from(self.word(day_end) == ",");
            if let Some(year) = self.year_number(comma) {
                return Some((Expression::Absolute { year, month: Some(month), day: Some(day) }, comma + 1));
            }
            let day = Expression::MonthDay { month, day: Some(day), shift: None, weekday: None };
            return Some(self.with_part(day, day_end));
        }
        let year_at = next + usize::from(self.word(next) == ",").max(self.skip(next, &["of"]));
        if let Some(year) = self.year_number(year_at) {
            return Some((Expression::Absolute { year, month: Some(month), day: None }, year_at + 1));
        }
        if let Some((year, end)) = self.spelled_year(year_at) {
            return Some((Expression::Absolute { year, month: Some(month), day: None }, end));
        }
        // "March of last year"
        if let Some((YearOf::Shifted(shift), end)) = self.year_of(next) {
            // The month of last year is not last month: the shift says which year.
            return self.shown_month(at, next).then_some((Expression::MonthOf { month, shift }, end));
        }
        // Alone, "May" and "March" are names and verbs too: a preposition must show the month.
        let clear = self.shown_month(at, next) && !(short && dot == 0 && !matches!(word, "Sept"));
        clear.then_some((Expression::MonthDay { month, day: None, shift: None, weekday: None }, next))
    }

    /// 1 where a full stop shortens the month at `at`: "Dec.".
    pub(super) fn dot(&self, at: usize) -> usize {
        let word = self.word(at);
        let short = word.len() <= 4 && !matches!(word, "May" | "June" | "July");
        usize::from(short && self.word(at + 1) == "." && self.glued(at + 1))
    }

    fn shown_month(&self, at: usize, next: usize) -> bool {
        let word = self.word(at);
        // "the March accession"
        if self.after_any(at, &["the", "its", "their"])
            && self.tag(next).starts_with("NN")
            && !self.is_named(at)
        {
            return !self.word(next).starts_with(char::is_uppercase);
        }
        let ambiguous = matches!(word, "May" | "April" | "June" | "August" | "March");
        let before = self.after_any(at, SHOWS)
            || self.after_any(at, &["'s", "’s", "-", "until", "this"])
            || at >= 1 && self.word(at - 1) == ",";
        let name_after = self.word(next).starts_with(char::is_uppercase) && self.tag(next) == "NNP";
        if self.is_named(at) {
            return false;
        }
        if ambiguous {
            return self.after_any(at, SHOWS) && !name_after;
        }
        before || !self.word(at).starts_with(char::is_lowercase) && !name_after
    }

    /// A month after "early", "mid-", "the end of".
    pub(super) fn month_as_part(&self, at: usize) -> Match {
        let Class::Month(month) = self.class(at) else { return None };
        self.month(at).or_else(|| {
            let dot = self.dot(at);
            Some((Expression::MonthDay { month, day: None, shift: None, weekday: None }, at + 1 + dot))
        })
    }

    /// "27", "27th", "the 4th" where `the` is allowed.
    fn day_of_month(&self, at: usize, the: bool) -> Option<(i8, usize)> {
        let at = at + usize::from(the && self.is(at, "the"));
        match self.class(at) {
            Class::Digits(day @ 1..=31, 1 | 2) => {
                let ordinal =
                    usize::from(self.glued(at + 1) && self.is_any(at + 1, &["st", "nd", "rd", "th"]));
                // "June 3.5", "May 10 percent": not a day.
                let share = self.is_any(at + 1, &["percent", "%", "million", "billion"]);
                // "April 10:30"
                let clock = self.word(at + 1) == ":" && self.glued(at + 2);
                (!share && !clock).then_some((day as i8, at + 1 + ordinal))
            }
            Class::Ordinal(day) if the => Some((day as i8, at + 1)),
            _ => None,
        }
    }

    /// "25" in "April 24 and 25": another day of the month of `date`, which ended at `end`.
    pub(in crate::extract::times) fn second_day(
        &self,
        at: usize,
        end: usize,
        date: jiff::civil::Date,
    ) -> Match {
        let linked = at == end + 1 && self.is_any(end, &["and", "or", "to", "-", "–", "through"]);
        let Class::Digits(day @ 1..=31, 1 | 2) = self.class(at) else { return None };
        let next = self.tag(at + 1);
        let counts = next.starts_with("NN")
            || next.starts_with("JJ")
            || self.is_any(at + 1, &["percent", "%", "million", ":"]);
        let date = crate::Date::new(date.year(), date.month(), day as i8)?;
        (linked && !counts).then_some((
            Expression::Absolute { year: date.year(), month: Some(date.month()), day: Some(date.day()) },
            at + 1,
        ))
    }

    /// "3" of "between 3 and 5 May": a day that only what stands beside it shows.
    pub(in crate::extract::times) fn first_day(&self, at: usize) -> Match {
        let Class::Digits(day @ 1..=31, 1 | 2) = self.class(at) else { return None };
        if !self.is_any(at + 1, &["and", "or", "to", "-", "–"]) {
            return None;
        }
        let Class::Digits(last, 1 | 2) = self.class(at + 2) else { return None };
        let day = day as i8;
        match self.expression(at + 2)?.0 {
            Expression::Absolute { year, month: Some(month), day: Some(_) }
                if u32::from(day as u8) < last =>
            {
                crate::Date::new(year, month, day)?;
                Some((Expression::Absolute { year, month: Some(month), day: Some(day) }, at + 1))
            }
            Expression::MonthDay { month, day: Some(_), shift, weekday: None }
                if u32::from(day as u8) < last =>
            {
                Some((Expression::MonthDay { month, day: Some(day), shift, weekday: None }, at + 1))
            }
            _ => None,
        }
    }

    /// "18" of "2014–18".
    pub(in crate::extract::times) fn second_year(&self, at: usize, end: usize, year: i16) -> Match {
        let linked =
            at == end + 1 && matches!(self.word(end), "-" | "–") && self.glued(end) && self.glued(at);
        let Class::Digits(last, 2) = self.class(at) else { return None };
        let last = year / 100 * 100 + last as i16;
        let free = !(self.glued(at + 1) && matches!(self.word(at + 1), "-" | "–" | "/" | "."));
        (linked && free && last > year)
            .then_some((Expression::Absolute { year: last, month: None, day: None }, at + 1))
    }

    pub(super) fn year_number(&self, at: usize) -> Option<i16> {
        let Class::Digits(year @ 1000..=2999, 4) = self.class(at) else { return None };
        Some(year as i16)
    }

    /// "nineteen ninety-seven", "two thousand", "two thousand and five".
    fn spelled_year(&self, at: usize) -> Option<(i16, usize)> {
        let Class::Spelled(first) = self.class(at) else { return None };
        if first == 2 && self.is(at + 1, "thousand") {
            let and = at + 2 + self.skip(at + 2, &["and"]);
            return Some(match self.below_hundred(and) {
                Some((rest, end)) => (2000 + i16::from(rest), end),
                None => (2000, at + 2),
            });
        }
        if !matches!(first, 17..=20) {
            return None;
        }
        let (rest, end) = self.below_hundred(at + 1)?;
        (rest >= 10).then_some((i16::from(first) * 100 + i16::from(rest), end))
    }

    /// "27 December 2024", "the 27th of December", "2024-12-27", "12/27/2024".
    pub(super) fn numeric_date(&self, at: usize) -> Match {
        if let Some(year) = self.year_number(at)
            && self.word(at + 1) == "-"
            && self.word(at + 3) == "-"
            && self.glued(at + 1)
            && self.glued(at + 4)
        {
            let (Class::Digits(month, 2), Class::Digits(day, 2)) = (self.class(at + 2), self.class(at + 4))
            else {
                return None;
            };
            return crate::Date::new(year, month as i8, day as i8).map(|_| {
                (Expression::Absolute { year, month: Some(month as i8), day: Some(day as i8) }, at + 5)
            });
        }
        // "12/27/2024": only where the order shows itself.
        if let (Class::Digits(first, 1 | 2), "/", Class::Digits(second, 1 | 2), "/") =
            (self.class(at), self.word(at + 1), self.class(at + 2), self.word(at + 3))
            && let Some(year) = self.year_number(at + 4)
        {
            let (month, day) = match (first, second) {
                (1..=12, 13..=31) => (first, second),
                (13..=31, 1..=12) => (second, first),
                (both, other) if both == other => (both, other),
                _ => return None,
            };
            return crate::Date::new(year, month as i8, day as i8).map(|_| {
                (Expression::Absolute { year, month: Some(month as i8), day: Some(day as i8) }, at + 5)
            });
        }
        let the = usize::from(self.is(at, "the"));
        if the == 0 && !matches!(self.class(at), Class::Digits(..)) {
            return None;
        }
        let (day, end) = self.day_of_month(at, true)?;
        let of = self.skip(end, &["of"]);
        if of == 0 && the == 1 && matches!(self.class(at + 1), Class::Ordinal(_)) {
            return None;
        }
        let Class::Month(month) = self.class(end + of) else { return None };
        let name = end + of + 1;
        let dot = self.dot(name - 1);
        let comma = name + dot + usize::from(self.word(name + dot) == ",");
        Some(match self.year_number(comma) {
            Some(year) => (Expression::Absolute { year, month: Some(month), day: Some(day) }, comma + 1),
            None => (
                Expression::MonthDay { month, day: Some(day), shift: None, weekday: None },
                name + usize::from(dot == 1 && name + 1 < self.len()),
            ),
        })
    }

    /// A year that is shown to be one: "in 2022", "nineteen ninety-seven", "1996-97", "the 1990s".
    pub(super) fn year(&self, at: usize) -> Match {
        if let Some((year, end)) = self.spelled_year(at) {
            // "twenty twenty" needs a witness; "nineteen ninety-six" is its own.
            let clear = self.after_any(at, SHOWS) || (1700..2000).contains(&year);
            return clear.then_some((Expression::Absolute { year, month: None, day: None }, end));
        }
        if let Some(decade) = self.decade(at) {
            return Some(decade);
        }
        let (year, end) = self.plain_year(at)?;
        let Expression::Absolute { year: number, .. } = year else { return None };
        let listed = at >= 2
            && (self.word(at - 1) == "," || self.is_any(at - 1, &["and", "or", "-", "to"]))
            && self.year_number(at - 2).is_some();
        // "the 1987 crash", "his 1996 campaign"; "room 2012" is none.
        let determined = at > 0
            && matches!(self.tag(at - 1), "DT" | "PRP$" | "JJ" | "POS" | "IN" | "VBN" | "TO")
            && self.tag(at + 1).starts_with("NN");
        let shown = self.after_any(at, SHOWS)
            || determined
            || listed
            || at > 0 && matches!(self.class(at - 1), Class::Season(_))
            || self.word(at.wrapping_sub(1)) == "(" && matches!(self.word(at + 1), ")" | "-" | ",");
        let plain = shown && (1500..=2100).contains(&number) && !self.counts(at);
        plain.then_some((year, end))
    }

    /// "1998", with nothing to show it.
    pub(super) fn plain_year(&self, at: usize) -> Match {
        let year = self.year_number(at)?;
        // "$1998", "No. 1998", "1998%"
        let money = at > 0 && matches!(self.word(at - 1), "$" | "£" | "€" | "#");
        let share = matches!(self.word(at + 1), "%" | "percent");
        (!money && !share).then_some((Expression::Absolute { year, month: None, day: None }, at + 1))
    }

    /// Whether the number counts what follows: "in 2,000 homes", "from 1999 people".
    fn counts(&self, at: usize) -> bool {
        let next = at + 1;
        if self.is_any(next, &["people", "men", "women", "percent", "per", "million", "billion"]) {
            return true;
        }
        // "2000 - 2500 calories", "from 1000 to 2000 hires": the other end is no year.
        let no_year = |at: usize| matches!(self.class(at), Class::Digits(number, 3..) if !(1500..=2100).contains(&number));
        let linked = |at: usize| self.is_any(at, &["-", "–", "to"]);
        if (linked(next) && no_year(next + 1)) || (at >= 2 && linked(at - 1) && no_year(at - 2)) {
            return true;
        }
        // "by an average of 1500".
        if at >= 2
            && self.is(at - 1, "of")
            && self.is_any(at - 2, &["average", "maximum", "minimum", "total"])
        {
            return true;
        }
        let plural = self.tag(next) == "NNS";
        plural && !(at > 0 && matches!(self.tag(at - 1), "DT" | "PRP$" | "POS"))
    }

    /// "the 1990s", "the '90s", "the nineties".
    pub(super) fn decade(&self, at: usize) -> Match {
        let the = self.skip(at, &["the"]);
        let next = at + the;
        let suffix = |at: usize| self.is(at, "s") && self.glued(at) || matches!(self.word(at), "'s" | "’s");
        if let Some(year) = self.year_number(next)
            && year % 10 == 0
            && suffix(next + 1)
        {
            return Some((Expression::Decade { decade: year / 10 }, next + 2));
        }
        // "A man in his mid-forties", "her 40s": an age, where no century tells otherwise ("their 1990s heyday").
        let mut first = at;
        while at - first < 2 && first > 0 && self.is_any(first - 1, &["-", "early", "late", "mid"]) {
            first -= 1;
        }
        if self.after_any(first, &["his", "her", "their", "my", "your", "our"]) {
            return None;
        }
        let quote = usize::from(matches!(self.word(next), "'" | "’" | "‘"));
        if let Class::Digits(tens @ 20..=90, 2) = self.class(next + quote)
            && tens % 10 == 0
            && suffix(next + quote + 1)
            && (quote + the > 0 || self.after_any(at, &["early", "mid", "late"]))
        {
            return Some((Expression::Decade { decade: 190 + tens as i16 / 10 }, next + quote + 2));
        }
        match self.class(next) {
            Class::Decade(tens) if the == 1 || self.after_any(at, &["early", "mid", "late", "-"]) => {
                Some((Expression::Decade { decade: 190 + i16::from(tens) }, next + 1))
            }
            _ => None,
        }
    }

    /// "summer 1995", "the spring of 1995", "spring of last year" after an opening word.
    pub(super) fn season_of_year(&self, at: usize) -> Match {
        let the = self.skip(at, &["the"]);
        let Class::Season(season) = self.class(at + the) else { return None };
        let next = at + the + 1;
        let (year, end) = self.year_of(next).unwrap_or((YearOf::Unsaid, next));
        // "the fall of Baghdad", "prices fall", "spring from": without a year only "the" shows a noun.
        let noun = the == 1
            && !self.is(next, "of")
            && self.tag(at + the) == "NN"
            && !self.tag(next).starts_with("NN");
        let early = self.after_any(at, &["early", "late", "mid", "-"]);
        (year != YearOf::Unsaid || noun || early).then_some((Expression::Season { season, year }, end))
    }

    pub(super) fn holiday(&self, at: usize) -> Match {
        let (holiday, len) = Holiday::read(|ahead| self.word(at + ahead))?;
        if self.is_named(at)
            && matches!(holiday, Holiday::Easter | Holiday::Christmas | Holiday::MayDay)
            && !self.is_any(at + 1, &["day", "eve"])
        {
            return None;
        }
        let (year, end) = self.year_of(at + len).unwrap_or((YearOf::Unsaid, at + len));
        Some((Expression::Holiday { holiday, year }, end))
    }

    /// The year that a quarter, season or holiday is given: "1990", "of 1990", "of fiscal 1990", "last year", "of this year",
    /// "a year ago".
    pub(super) fn year_of(&self, at: usize) -> Option<(YearOf, usize)> {
        let of = at + self.skip(at, &["of", "in"]);
        let fiscal = of + self.skip(of, &["fiscal"]);
        if let Some(year) = self.year_number(fiscal) {
            return (!self.counts(fiscal)).then_some((YearOf::Given(year), fiscal + 1));
        }
        if let Some((year, end)) = self.spelled_year(of) {
            return Some((YearOf::Given(year), end));
        }
        let the = of + self.skip(of, &["the"]);
        let shift = match self.class(the) {
            Class::Shift(shift) => shift,
            Class::Key if self.is_any(the, &["previous", "prior"]) => Shift::Last,
            Class::Key if self.is(the, "following") => Shift::Next,
            Class::Key if self.is(of, "a") => {
                let ago = self.class(of + 1) == Class::Unit(Unit::Year, false)
                    && self.is_any(of + 2, &["ago", "earlier"]);
                return ago.then_some((YearOf::Shifted(Shift::Last), of + 3));
            }
            _ => return None,
        };
        let fiscal = the + 1 + self.skip(the + 1, &["fiscal"]);
        (self.class(fiscal) == Class::Unit(Unit::Year, false)).then_some((YearOf::Shifted(shift), fiscal + 1))
    }
}

pub(super) fn part_of(part: &'static str, day: Expression) -> Expression {
    Expression::Part { part, day: Box::new(day) }
}
