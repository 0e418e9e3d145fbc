//! What a time expression looks like.

use std::ops::Range;

use super::expression::{Expression, From, Shift, Unit};
use crate::Span;
use crate::calendar;
use crate::draft::Draft;
use crate::token::TokenKind;

/// A sentence's tokens, read for times. Indexes count from 0.
pub(super) struct Reader<'d, 'a> {
    draft: &'d Draft<'a>,
    tokens: Range<usize>,
}

type Match = Option<(Expression, usize)>;

impl<'d, 'a> Reader<'d, 'a> {
    pub(super) fn new(draft: &'d Draft<'a>, tokens: Range<usize>) -> Reader<'d, 'a> {
        Reader { draft, tokens }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The token as it stands; empty beyond the ends.
    pub(super) fn word(&self, at: usize) -> &'a str {
        if at < self.len() { self.draft.tokens[self.tokens.start + at].of(self.draft.text) } else { "" }
    }

    /// In lower case.
    pub(super) fn low(&self, at: usize) -> String {
        let word = self.word(at);
        // No word of the grammar is longer; a line of 10 MB without a space is one token.
        if word.len() > 24 { String::new() } else { word.to_lowercase() }
    }

    fn before(&self, at: usize) -> String {
        at.checked_sub(1).map(|at| self.low(at)).unwrap_or_default()
    }

    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let token = |at: usize| self.draft.tokens[self.tokens.start + at].span;
        token(from).to(token(to - 1))
    }

    fn is_number(&self, at: usize) -> bool {
        at < self.len() && self.draft.tokens[self.tokens.start + at].kind == TokenKind::Number
    }

    /// The longest expression at `at`, with its length in tokens.
    pub(super) fn expression(&self, at: usize) -> Match {
        self.determined(at)
            .or_else(|| self.day_word(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.month(at))
            .or_else(|| self.numeric_date(at))
            .or_else(|| self.clock(at))
            .or_else(|| self.counted(at))
            .or_else(|| self.year(at))
    }

    fn part(&self, at: usize) -> Option<&'static str> {
        Some(match self.low(at).as_str() {
            "morning" => "TMO",
            "afternoon" => "TAF",
            "evening" => "TEV",
            "night" => "TNI",
            _ => return None,
        })
    }

    fn shift(&self, at: usize) -> Option<Shift> {
        Some(match self.low(at).as_str() {
            "last" | "previous" => Shift::Last,
            "this" | "current" => Shift::This,
            "next" | "coming" => Shift::Next,
            _ => return None,
        })
    }

    fn unit(&self, at: usize) -> Option<(Unit, bool)> {
        let word = self.low(at);
        let (stem, plural) = match word.strip_suffix('s') {
            Some(stem) if stem.len() > 2 => (stem.to_owned(), true),
            _ => (word, false),
        };
        let unit = match stem.as_str() {
            "second" => Unit::Second,
            "minute" => Unit::Minute,
            "hour" => Unit::Hour,
            "day" => Unit::Day,
            "week" => Unit::Week,
            "weekend" => Unit::Weekend,
            "month" => Unit::Month,
            "year" => Unit::Year,
            "decade" => Unit::Decade,
            "century" => Unit::Century,
            _ => return None,
        };
        Some((unit, plural))
    }

    /// Expressions that a determiner opens: "the same day", "last week", "the 1990s", "every day".
    fn determined(&self, at: usize) -> Match {
        let first = self.low(at);
        let the = usize::from(first == "the");
        let next = at + the;
        let word = self.low(next);
        if word == "same" && self.low(next + 1) == "day"
            || (first == "that" && self.low(at + 1) == "day" && !self.low(at + 2).starts_with("th"))
        {
            return Some((Expression::SameDay, if first == "that" { 2 } else { the + 2 }));
        }
        if the == 1 && word == "day" && matches!(self.low(next + 1).as_str(), "before" | "after") {
            let later = self.low(next + 1) == "after";
            return Some((
                Expression::Distance { count: 1, unit: Unit::Day, from: From::LastTime { later } },
                3,
            ));
        }
        if the == 1 && matches!(word.as_str(), "following" | "next") && self.low(next + 1) == "day" {
            return Some((
                Expression::Distance { count: 1, unit: Unit::Day, from: From::LastTime { later: true } },
                3,
            ));
        }
        if matches!(first.as_str(), "every" | "each")
            && let Some((unit, false)) = self.unit(at + 1)
        {
            return Some((Expression::Set { unit }, 2));
        }
        if word == "recent" || word == "coming" && the == 1 {
            let vague = if word == "recent" { "PAST_REF" } else { "FUTURE_REF" };
            return self
                .unit(next + 1)
                .filter(|(_, plural)| *plural)
                .map(|_| (Expression::Vague(vague), the + 2));
        }
        if matches!(word.as_str(), "past" | "last") && the == 1 {
            if let Some((count, number)) = self.count(next + 1)
                && let Some((unit, _)) = self.unit(next + 1 + number)
            {
                return Some((Expression::Duration { count: Some(count), unit }, number + 3));
            }
            if word == "past"
                && let Some((unit, plural)) = self.unit(next + 1)
            {
                return Some((Expression::Duration { count: (!plural).then_some(1), unit }, 3));
            }
        }
        if let Some((quarter, len)) = self.quarter(next) {
            return Some((quarter, the + len));
        }
        if self.is_number(next)
            && self.low(next + 1) == "s"
            && self.word(next).len() == 4
            && self.word(next).ends_with('0')
        {
            let decade = calendar::year_number(self.word(next))? / 10;
            return Some((Expression::Decade { decade }, the + 2));
        }
        if the == 1 && word == "weekend" {
            return Some((Expression::Calendar { unit: Unit::Weekend, shift: Shift::Last }, 2));
        }
        let earlier =
            usize::from(matches!(first.as_str(), "earlier" | "later") && self.low(at + 1) == "this");
        let shift = self.shift(at + earlier + the)?;
        let word_at = at + earlier + the + 1;
        let len = word_at + 1 - at;
        if let Some((unit, false)) =
            self.unit(word_at).filter(|(unit, _)| !matches!(unit, Unit::Second | Unit::Minute | Unit::Hour))
        {
            return Some((Expression::Calendar { unit, shift }, len));
        }
        if let Some(weekday) = calendar::weekday(self.word(word_at)).filter(|_| self.word(word_at).len() > 3)
        {
            let part = self.part(word_at + 1);
            return Some((
                Expression::Weekday { weekday, shift: Some(shift), part },
                len + usize::from(part.is_some()),
            ));
        }
        if let Some(month) = calendar::month(self.word(word_at)) {
            return Some((Expression::MonthDay { month, day: None, shift: Some(shift) }, len));
        }
        if let Some(season) = self.season(word_at) {
            return Some((Expression::Season { season, shift: Some(shift), year: None }, len));
        }
        match (shift, self.part(word_at)) {
            (Shift::This, Some(part)) => Some((Expression::Day { offset: 0, part: Some(part) }, len)),
            (Shift::Last, Some("TNI")) => Some((Expression::Day { offset: -1, part: Some("TNI") }, len)),
            _ => None,
        }
    }

    fn season(&self, at: usize) -> Option<&'static str> {
        Some(match self.low(at).as_str() {
            "spring" => "SP",
            "summer" => "SU",
            "autumn" | "fall" => "FA",
            "winter" => "WI",
            _ => return None,
        })
    }

    fn quarter(&self, at: usize) -> Match {
        let quarter = match self.low(at).as_str() {
            "first" => 1,
            "second" => 2,
            "third" => 3,
            "fourth" => 4,
            _ => return None,
        };
        if self.low(at + 1) != "quarter" {
            return None;
        }
        let of = usize::from(self.low(at + 2) == "of");
        match calendar::year_number(self.word(at + 2 + of)) {
            Some(year) => Some((Expression::Quarter { quarter, year: Some(year) }, 3 + of)),
            None => Some((Expression::Quarter { quarter, year: None }, 2)),
        }
    }

    fn day_word(&self, at: usize) -> Match {
        let (offset, part) = match self.low(at).as_str() {
            "today" => (0, None),
            "tonight" => (0, Some("TNI")),
            "yesterday" => (-1, None),
            "tomorrow" => (1, None),
            "overnight" => {
                return Some((Expression::Day { offset: 0, part: Some("TNI") }, 1)).filter(|_| false);
            }
            _ => return None,
        };
        let later = self.part(at + 1);
        Some((
            Expression::Day { offset, part: part.or(later) },
            1 + usize::from(part.is_none() && later.is_some()),
        ))
    }

    fn weekday(&self, at: usize) -> Match {
        let word = self.word(at);
        let weekday = calendar::weekday(word)?;
        // "Sun" is a paper and "Wed" a verb at a sentence's start: short forms need a date beside them.
        if word.len() <= 5 && !matches!(word, "Sunday") {
            return None;
        }
        // "Friday, December 27, 2024"
        let comma = usize::from(self.word(at + 1) == ",");
        if let Some((
            date @ (Expression::Absolute { day: Some(_), .. } | Expression::MonthDay { day: Some(_), .. }),
            len,
        )) = self.month(at + 1 + comma).or_else(|| self.numeric_date(at + 1 + comma))
        {
            return Some((date, 1 + comma + len));
        }
        let part = self.part(at + 1);
        Some((Expression::Weekday { weekday, shift: None, part }, 1 + usize::from(part.is_some())))
    }

    /// "December 27, 2024", "Dec. 27", "August 2023", "early May", "August".
    fn month(&self, at: usize) -> Match {
        let modifier = usize::from(matches!(self.low(at).as_str(), "early" | "mid" | "late"))
            + usize::from(self.low(at) == "mid" && self.word(at + 1) == "-");
        let name = at + modifier;
        let month = match self.word(name).split_once('-') {
            Some(("mid" | "Mid", month)) => calendar::month(month),
            _ => calendar::month(self.word(name)),
        }?;
        let short = self.word(name).len() <= 4;
        let dot = usize::from(short && self.word(name + 1) == ".");
        let next = name + 1 + dot;
        let len = next - at;
        if self.is_number(next)
            && let Some(day) = self.day(next)
        {
            let ordinal = usize::from(matches!(self.word(next + 1), "st" | "nd" | "rd" | "th"));
            let comma = usize::from(self.word(next + 1 + ordinal) == ",");
            let year_at = next + 1 + ordinal + comma;
            return Some(
                match calendar::year_number(self.word(year_at)).filter(|_| self.is_number(year_at)) {
                    Some(year) => (
                        Expression::Absolute { year, month: Some(month), day: Some(day) },
                        len + 2 + ordinal + comma,
                    ),
                    None => (Expression::MonthDay { month, day: Some(day), shift: None }, len + 1 + ordinal),
                },
            );
        }
        let comma = usize::from(self.word(next) == ",");
        let of = usize::from(self.low(next) == "of");
        let year_at = next + comma.max(of);
        if let Some(year) = calendar::year_number(self.word(year_at)).filter(|_| self.is_number(year_at)) {
            return Some((
                Expression::Absolute { year, month: Some(month), day: None },
                len + 1 + comma.max(of),
            ));
        }
        // Alone, "May" and "March" are names and verbs too: a preposition or a modifier must show the month.
        let shown = modifier > 0
            || matches!(
                self.before(at).as_str(),
                "in" | "since"
                    | "until"
                    | "by"
                    | "from"
                    | "during"
                    | "to"
                    | "of"
                    | "last"
                    | "through"
                    | "and"
                    | "for"
                    | "before"
                    | "after"
                    | "between"
                    | "till"
            );
        let name_after = next < self.len()
            && self.word(next).starts_with(char::is_uppercase)
            && matches!(self.word(name), "May" | "April" | "June" | "August");
        let clear = shown
            && !(short
                && dot == 0
                && self.word(name) != "May"
                && !matches!(self.word(name), "June" | "July"));
        (clear && !name_after).then_some((Expression::MonthDay { month, day: None, shift: None }, len))
    }

    fn day(&self, at: usize) -> Option<i8> {
        calendar::day_number(self.word(at)).filter(|day| (1..=31).contains(day))
    }

    /// "27 December 2024", "27th of December", "2024-12-27".
    fn numeric_date(&self, at: usize) -> Match {
        if !self.is_number(at) {
            return None;
        }
        if let (Some(year), "-", "-") =
            (calendar::year_number(self.word(at)), self.word(at + 1), self.word(at + 3))
        {
            let (month, day) = (self.day(at + 2)?, self.day(at + 4)?);
            return crate::Date::new(year, month, day)
                .map(|_| (Expression::Absolute { year, month: Some(month), day: Some(day) }, 5));
        }
        let day = self.day(at)?;
        let ordinal = usize::from(matches!(self.word(at + 1), "st" | "nd" | "rd" | "th"));
        let of = usize::from(self.low(at + 1 + ordinal) == "of");
        let month_at = at + 1 + ordinal + of;
        let month = calendar::month(self.word(month_at))?;
        let dot = usize::from(self.word(month_at).len() <= 4 && self.word(month_at + 1) == ".");
        let comma = usize::from(self.word(month_at + 1 + dot) == ",");
        let year_at = month_at + 1 + dot + comma;
        let len = month_at + 1 - at;
        Some(match calendar::year_number(self.word(year_at)).filter(|_| self.is_number(year_at)) {
            Some(year) => {
                (Expression::Absolute { year, month: Some(month), day: Some(day) }, len + dot + comma + 1)
            }
            None => (
                Expression::MonthDay { month, day: Some(day), shift: None },
                len + usize::from(dot == 1 && year_at < self.len()),
            ),
        })
    }

    /// "6 p.m.", "6:30 pm", "18:00", "noon", "midnight".
    fn clock(&self, at: usize) -> Match {
        match self.low(at).as_str() {
            "noon" | "midday" => return Some((Expression::Clock { hour: 12, minute: 0 }, 1)),
            "midnight" => return Some((Expression::Clock { hour: 24, minute: 0 }, 1)),
            _ => {}
        }
        if !self.is_number(at) {
            return None;
        }
        let (mut hour, mut minute) = match self.word(at).split_once('.') {
            Some((hour, minute)) if minute.len() == 2 => {
                (hour.parse::<i8>().ok()?, minute.parse::<i8>().ok()?)
            }
            _ => (self.word(at).parse().ok()?, 0),
        };
        let mut len = 1;
        let colon = self.word(at + 1) == ":" && self.is_number(at + 2) && self.word(at + 2).len() == 2;
        if colon {
            minute = self.word(at + 2).parse().ok()?;
            len = 3;
        }
        let half = self.low(at + len);
        let noon = match half.trim_end_matches('.') {
            "a.m" | "am" => Some(0),
            "p.m" | "pm" => Some(12),
            _ => None,
        };
        if noon.is_none() && !colon {
            return None;
        }
        if let Some(noon) = noon {
            if !(1..=12).contains(&hour) {
                return None;
            }
            hour = hour % 12 + noon;
            len += 1;
        }
        ((0..24).contains(&hour) && (0..60).contains(&minute))
            .then_some((Expression::Clock { hour, minute }, len))
    }

    /// A count in words or digits, with its length in tokens.
    fn count(&self, at: usize) -> Option<(i64, usize)> {
        const WORDS: [&str; 13] = [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve",
        ];
        let word = self.low(at);
        if self.is_number(at) {
            let digits = self.word(at).replace(',', "");
            return digits.parse().ok().map(|count| (count, 1));
        }
        if matches!(word.as_str(), "a" | "an") {
            return Some((1, 1));
        }
        WORDS.iter().position(|one| *one == word).map(|count| (count as i64, 1))
    }

    /// "two days ago", "a week later", "three hours".
    fn counted(&self, at: usize) -> Match {
        let Some((count, number)) = self.count(at) else {
            // "for months", "for years"
            let (unit, plural) = self.unit(at)?;
            let open = plural && self.before(at) == "for" && unit != Unit::Second;
            return open.then_some((Expression::Duration { count: None, unit }, 1));
        };
        let (unit, plural) = self.unit(at + number)?;
        let article = matches!(self.low(at).as_str(), "a" | "an");
        let len = number + 1;
        match self.low(at + len).as_str() {
            "ago" => return Some((Expression::Distance { count: -count, unit, from: From::Now }, len + 1)),
            "later" => {
                return Some((
                    Expression::Distance { count, unit, from: From::LastTime { later: true } },
                    len + 1,
                ));
            }
            "earlier" => {
                return Some((
                    Expression::Distance { count, unit, from: From::LastTime { later: false } },
                    len + 1,
                ));
            }
            "old" => return None,
            _ => {}
        }
        // "a day", "a second", "one day": too often no measure; "3 days a week" and ages neither.
        let measure = plural
            || (matches!(
                unit,
                Unit::Decade | Unit::Century | Unit::Hour | Unit::Week | Unit::Month | Unit::Year
            ) && self.before(at) == "for");
        let aged = matches!(self.before(at).as_str(), "aged" | "age");
        (measure && !aged && !(article && unit == Unit::Second))
            .then_some((Expression::Duration { count: Some(count), unit }, len))
    }

    /// "in 2022": a year needs a word that shows it.
    fn year(&self, at: usize) -> Match {
        if !self.is_number(at) {
            return None;
        }
        let year = calendar::year_number(self.word(at))?;
        let shown = matches!(
            self.before(at).as_str(),
            "in" | "since"
                | "by"
                | "during"
                | "until"
                | "from"
                | "before"
                | "after"
                | "early"
                | "late"
                | "mid"
                | "spring"
                | "summer"
                | "autumn"
                | "winter"
                | "through"
                | "year"
        );
        // "in 2,000 homes" has a separator; "from 1999 people" counts.
        let next = self.low(at + 1);
        let counts = at + 1 < self.len()
            && next.chars().all(char::is_alphabetic)
            && next.ends_with('s')
            && next != "as"
            && next != "was"
            && next != "has"
            && next != "is";
        (shown
            && (1500..=2100).contains(&year)
            && !counts
            && !matches!(next.as_str(), "people" | "men" | "women" | "percent" | "per"))
        .then_some((Expression::Absolute { year, month: None, day: None }, 1))
    }
}
