//! What a time expression looks like.

mod clock;
mod count;
mod date;
mod length;
mod relative;
mod vague;

use claimant_english::{Analysis, NameKind};

use super::expression::{Count, Expression, From, Shift, Unit};
use super::words::{Class, Item};
use crate::Span;

/// A sentence's items, read for times. Positions count from 0; no rule looks further than some twenty items ahead.
pub(super) struct Reader<'r> {
    pub text: &'r str,
    pub items: &'r [Item],
    pub analysis: &'r Analysis,
}

/// What was read, and the position after it.
pub(super) type Match = Option<(Expression, usize)>;

impl<'r> Reader<'r> {
    pub(super) fn len(&self) -> usize {
        self.items.len()
    }

    pub(super) fn class(&self, at: usize) -> Class {
        self.items.get(at).map_or(Class::Other, |item| item.class)
    }

    /// The word as it stands; empty beyond the ends.
    pub(super) fn word(&self, at: usize) -> &'r str {
        self.items.get(at).map_or("", |item| item.span.of(self.text))
    }

    /// Whether the word is this one, capitals aside.
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        words.iter().any(|one| word.eq_ignore_ascii_case(one))
    }

    /// 1 if the word is one of these, else 0: how far an optional word takes the reader.
    pub(super) fn skip(&self, at: usize, words: &[&str]) -> usize {
        usize::from(self.is_any(at, words))
    }

    /// Whether the word before is one of these.
    pub(super) fn after_any(&self, at: usize, words: &[&str]) -> bool {
        at > 0 && self.is_any(at - 1, words)
    }

    /// Whether nothing lies between the item and the one before it.
    pub(super) fn glued(&self, at: usize) -> bool {
        at > 0 && at < self.len() && self.items[at - 1].span.end() == self.items[at].span.start()
    }

    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        self.items[from].span.to(self.items[to - 1].span)
    }

    /// Whether the item is part of a longer name of somebody or something: "Theresa May", "the Sunday Times".
    pub(super) fn is_named(&self, at: usize) -> bool {
        let Some(item) = self.items.get(at) else { return false };
        let names = &self.analysis.names;
        let after = names.partition_point(|name| self.analysis.span(&name.tokens).end() <= item.span.start());
        names.get(after).is_some_and(|name| {
            name.tokens.len() > 1
                && matches!(name.kind, NameKind::Person | NameKind::Organization)
                && self.analysis.span(&name.tokens).contains(item.span)
        })
    }

    /// Whether the word has a capital that its place does not give it: "60 Minutes".
    pub(super) fn is_titled(&self, at: usize) -> bool {
        let word = self.word(at);
        at > 0
            && word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.len() > 1
            && word[1..].bytes().all(|byte| byte.is_ascii_lowercase())
            && self.word(at - 1) != "."
    }

    /// The Penn tag that the analyser gives to the item; empty where there is none.
    pub(super) fn tag(&self, at: usize) -> &'r str {
        let Some(item) = self.items.get(at) else { return "" };
        let tokens = self.analysis.tokens_in(item.span);
        self.analysis
            .tokens
            .get(tokens.start)
            .filter(|_| !tokens.is_empty())
            .map_or("", |token| token.xpos.as_str())
    }

    /// The longest expression at `at`.
    pub(super) fn expression(&self, at: usize) -> Match {
        // "'90s" opens with a mark.
        if self.class(at) == Class::Other && !matches!(self.word(at), "'" | "’" | "‘") {
            return None;
        }
        self.modified(at).or_else(|| self.plain(at))
    }

    /// An expression without a modifier before it.
    fn plain(&self, at: usize) -> Match {
        self.vague(at)
            .or_else(|| self.determined(at))
            .or_else(|| self.today(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.month(at))
            .or_else(|| self.clock(at))
            .or_else(|| self.numeric_date(at))
            .or_else(|| self.holiday(at))
            .or_else(|| self.short_quarter(at))
            .or_else(|| self.part_of_trading(at))
            .or_else(|| self.counted(at))
            .or_else(|| self.year(at))
    }

    /// "early next week", "the end of 1990", "earlier Sunday", "nearly two years": the modifier widens the words and
    /// leaves the value as it is.
    fn modified(&self, at: usize) -> Match {
        let the = self.skip(at, &["the"]);
        let next = at + the;
        // "early", "late", "mid-": a part of what follows.
        if self.is_any(next, &["early", "late", "mid", "mid-to-late"]) {
            let mut inner = next + 1;
            inner += usize::from(self.word(inner) == "-");
            if self.is(inner, "in") && self.is(inner + 1, "the") {
                if let Class::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month), false) =
                    self.class(inner + 2)
                {
                    return Some((Expression::Current { unit }, inner + 3));
                }
                inner += 1;
            }
            // In "the late-November trip" the article is the trip's.
            if the == 1
                && self.word(next + 1) == "-"
                && self.glued(next + 1)
                && !matches!(self.class(inner), Class::Digits(..) | Class::Decade(_))
            {
                return None;
            }
            if let Some(found) = self.part_of(inner) {
                return Some(found);
            }
            // "the early summer", "the early 1990s"
            if the == 1
                && let Some(found) = self.determined_by(at, inner).filter(|(found, _)| found.is_point())
            {
                return Some(found);
            }
            // "mid-afternoon yesterday"
            if let Class::Part(part) = self.class(inner)
                && let Some((day, end)) = self.today(inner + 1).or_else(|| self.weekday(inner + 1))
                && day.names_a_day()
            {
                return Some((Expression::Part { part, day: Box::new(day) }, end));
            }
            return None;
        }
        const EDGES: &[&str] =
            &["end", "beginning", "start", "middle", "close", "rest", "remainder", "turn", "eve"];
        // "the last week of May" is in May, which says less than it could and nothing wrong.
        const PARTS: &[&str] = &["first", "second", "third", "last", "final", "latter", "early"];
        let edge = self.is_any(next, EDGES);
        let part = self.is_any(next, PARTS)
            && (self
                .is_any(next + 1, &["days", "day", "weeks", "week", "weekend", "months", "part", "years"])
                || self.is(next, "latter") && self.is(next + 1, "half"));
        if edge || part {
            let of = next + 1 + usize::from(part);
            if self.is(of, "of") {
                if let Some(found) = self.part_of(of + 1) {
                    return Some(found);
                }
                // "At the end of the day, …" sums up.
                let idiom = self.is(next, "end")
                    && (self.after_any(at, &["at"])
                        || self.after_any(at, &["the"]) && self.is(at.saturating_sub(2), "at"))
                    && self.is(of + 2, "day")
                    && self.word(of + 3) == ",";
                if self.is(of + 1, "the")
                    && !idiom
                    && let Class::Unit(
                        unit @ (Unit::Day
                        | Unit::Week
                        | Unit::Month
                        | Unit::Quarter
                        | Unit::Year
                        | Unit::Decade
                        | Unit::Century),
                        false,
                    ) = self.class(of + 2)
                {
                    return Some((Expression::Current { unit }, of + 3));
                }
            }
        }
        // "earlier this month", "later yesterday", "earlier in the day"
        if self.is_any(at, &["earlier", "later"]) {
            let inner = at + 1;
            if self.is(inner, "in")
                && self.is(inner + 1, "the")
                && let Class::Unit(
                    unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Quarter),
                    false,
                ) = self.class(inner + 2)
            {
                return Some((Expression::Current { unit }, inner + 3));
            }
            let opens = matches!(
                self.class(inner),
                Class::Shift(Shift::This | Shift::Last | Shift::Next) | Class::Day(_) | Class::Weekday(_)
            ) || self.is_any(inner, &["that", "in", "on", "the"]);
            let inner = inner + usize::from(self.is_any(inner, &["in", "on"]));
            let found = if opens { self.part_of(inner) } else { None };
            // "later on Monday" has two tags: only what follows without a preposition, or a unit in one's own year.
            return found.filter(|_| inner == at + 1);
        }
        // "nearly two years", "more than four hours ago", "around Nov. 1"
        let inner = self.hedge(at)?;
        // "over several years": the preposition.
        let spans =
            self.is_any(at, &["over", "under"]) && matches!(self.count(inner), Some((Count::Some, _)) | None);
        // "earned more than a year earlier" compares with the year, not with its length.
        let compared = self.is(inner.saturating_sub(1), "than");
        if !spans
            && let Some((found, end)) = self.counted(inner)
            && match found {
                Expression::Duration { .. } => true,
                Expression::Distance { from, .. } => !compared || from == From::Now,
                _ => false,
            }
        {
            return Some((found, end));
        }
        if self.is_any(at, &["about", "around", "approximately", "roughly"]) {
            let found = self.clock(inner).or_else(|| self.month(inner));
            return found.filter(|(found, _)| {
                matches!(found, Expression::Clock { .. } | Expression::MonthDay { day: Some(_), .. })
            });
        }
        None
    }

    /// The position after a hedge before a number: "about", "more than", "at least", "up to".
    fn hedge(&self, at: usize) -> Option<usize> {
        if self
            .is_any(at, &["about", "around", "approximately", "roughly", "nearly", "almost", "over", "under"])
        {
            return Some(at + 1);
        }
        let no = usize::from(
            self.is(at, "no")
                || self.is_any(at, &["just", "only"]) && self.is_any(at + 1, &["over", "under", "about"]),
        );
        if no == 1 && self.is_any(at + 1, &["over", "under", "about"]) {
            return Some(at + 2);
        }
        if self.is_any(at + no, &["more", "less", "fewer", "longer"]) && self.is(at + no + 1, "than") {
            return Some(at + no + 2);
        }
        let two = self.is(at, "at") && self.is_any(at + 1, &["least", "most"])
            || self.is(at, "up") && self.is(at + 1, "to");
        two.then_some(at + 2)
    }

    /// What "early" and "the end of" can be a part of: a day, week, month, season, quarter, year or decade.
    fn part_of(&self, at: usize) -> Match {
        let found = self
            .determined(at)
            .or_else(|| self.today(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.month_as_part(at))
            .or_else(|| self.season_of_year(at))
            .or_else(|| self.plain_year(at))?;
        found.0.is_point().then_some(found)
    }
}
