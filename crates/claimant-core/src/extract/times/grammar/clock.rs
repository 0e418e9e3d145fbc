//! Times of day.

use super::{Match, Reader};
use crate::extract::times::expression::{Expression, Zone};
use crate::extract::times::words::Class;

impl Reader<'_> {
    /// "6 p.m.", "6:30 pm EST Tuesday", "18:00 GMT", "noon Thursday", "midnight".
    pub(super) fn clock(&self, at: usize) -> Match {
        let (hour, minute, end) = self.hour(at)?;
        let (zone, end) = self.zone(end);
        let (day, end) = self.day_of_clock(end);
        Some((Expression::Clock { hour, minute, zone, day }, end))
    }

    fn hour(&self, at: usize) -> Option<(i8, i8, usize)> {
        match self.class(at) {
            Class::Key if self.is_any(at, &["noon", "midday"]) => return Some((12, 0, at + 1)),
            Class::Key if self.is(at, "midnight") => return Some((24, 0, at + 1)),
            Class::Digits(..) | Class::Decimal => {}
            Class::Spelled(hour @ 1..=12) if self.is_any(at + 1, &["o'clock", "o’clock"]) => {
                return Some((hour as i8, 0, at + 2));
            }
            _ => return None,
        }
        let word = self.word(at);
        let (hour, mut minute) = match word.split_once('.') {
            // "6.30 p.m.", as Britain writes it.
            Some((hour, minute)) if minute.len() == 2 => (hour.parse().ok()?, minute.parse().ok()?),
            Some(_) => return None,
            // "1430 GMT"
            None if word.len() == 4 && matches!(self.class(at + 1), Class::Zone(_)) => {
                (word[..2].parse().ok()?, word[2..].parse().ok()?)
            }
            None => (word.parse::<i8>().ok()?, 0_i8),
        };
        let mut end = at + 1;
        let colon = self.word(end) == ":" && self.glued(end) && self.glued(end + 1);
        if colon {
            let Class::Digits(value @ 0..60, 2) = self.class(end + 1) else { return None };
            minute = value as i8;
            end += 2;
            // Seconds are read and left out.
            if self.word(end) == ":" && matches!(self.class(end + 1), Class::Digits(0..60, 2)) {
                end += 2;
            }
        }
        let dash = end + usize::from(self.word(end) == "-");
        let noon = match self.word(dash) {
            "a.m." | "a.m" | "am" | "AM" | "A.M." | "A.M" => Some(0),
            "p.m." | "p.m" | "pm" | "PM" | "P.M." | "P.M" => Some(12),
            _ => None,
        };
        let zoned = matches!(self.class(end), Class::Zone(_));
        let oclock = self.is_any(end, &["o'clock", "o’clock"]);
        if noon.is_none() && !colon && !oclock && !zoned {
            return None;
        }
        let hour = match noon {
            Some(noon) if (1..=12).contains(&hour) => hour % 12 + noon,
            Some(_) => return None,
            None => hour,
        };
        end = if noon.is_some() { dash + 1 } else { end + usize::from(oclock) };
        // A score, "3:2", has one digit behind the colon; "John 3:16" no half of the day: a colon alone asks for a
        // preposition, a zone, or two digits before it.
        let bare = noon.is_none() && !zoned && !oclock;
        let shown = word.len() == 2
            || self.after_any(
                at,
                &["at", "by", "until", "till", "from", "after", "before", "around", "about", "to", "since"],
            );
        if bare && !shown {
            return None;
        }
        ((0..=24).contains(&hour) && (0..60).contains(&minute)).then_some((hour, minute, end))
    }

    /// "EST", "(GMT)", "UTC+2" and the position after it.
    fn zone(&self, at: usize) -> (Option<Zone>, usize) {
        let bracket = usize::from(self.word(at) == "(");
        if let Class::Zone(zone) = self.class(at + bracket) {
            let mut end = at + bracket + 1;
            let mut zone = zone;
            // "GMT+8"
            if let "+" | "-" = self.word(end)
                && let Class::Digits(hours @ 0..=14, _) = self.class(end + 1)
            {
                let sign = if self.word(end) == "+" { 60 } else { -60 };
                zone.minutes += sign * hours as i16;
                end += 2;
            }
            if bracket == 0 || self.word(end) == ")" {
                return (Some(zone), end + bracket);
            }
        }
        if let Some((zone, end)) = self.zone_by_name(at + bracket)
            && (bracket == 0 || self.word(end) == ")")
        {
            return (Some(zone), end + bracket);
        }
        // "10 a.m. local time" names no zone.
        if self.is(at, "local") && self.is(at + 1, "time") {
            return (None, at + 2);
        }
        (None, at)
    }

    /// "ET", "Eastern", "Pacific Daylight Time", "Moscow time" and the position after it: words that are a zone only after a time of day.
    fn zone_by_name(&self, at: usize) -> Option<(Zone, usize)> {
        let american = |minutes| Zone { minutes, saves_daylight: true };
        let short = match self.word(at) {
            "ET" => -300,
            "CT" => -360,
            "MT" => -420,
            "PT" => -480,
            _ => 0,
        };
        if short != 0 {
            return Some((american(short), at + 1));
        }
        let winter = match self.word(at) {
            "Eastern" => -300,
            "Central" => -360,
            "Mountain" => -420,
            "Pacific" => -480,
            "Moscow" if self.is(at + 1, "time") => return Some((Zone::fixed(180), at + 2)),
            _ => return None,
        };
        let said = self.is_any(at + 1, &["standard", "daylight"]);
        let time = at + 1 + usize::from(said);
        let zone = match self.word(at + 1) {
            "Standard" | "standard" => Zone::fixed(winter),
            "Daylight" | "daylight" => Zone::fixed(winter + 60),
            _ => american(winter),
        };
        // "9 a.m. Central European Time" is another.
        let alone = !self.word(time).starts_with(char::is_uppercase) || self.is(time, "time");
        (said || alone).then(|| (zone, time + self.skip(time, &["time"])))
    }

    /// "9 a.m. Tuesday", "5 p.m., Nov. 6": the day is part of the expression. "6 p.m. on Monday": it is not, and gives its
    /// day all the same.
    fn day_of_clock(&self, at: usize) -> (Option<Box<Expression>>, usize) {
        let comma = at + usize::from(self.word(at) == ",");
        let near = |at| {
            let day = self
                .today(at)
                .or_else(|| self.weekday(at))
                .or_else(|| self.month(at))
                .or_else(|| self.counted(at));
            day.or_else(|| self.determined(at).filter(|(found, _)| matches!(found, Expression::Part { .. })))
        };
        if let Some((day, end)) = near(comma).filter(|(day, _)| day.names_a_day()) {
            return (Some(Box::new(day)), end);
        }
        if self.is(at, "on")
            && let Some((day, _)) = near(at + 1).filter(|(day, _)| day.names_a_day())
        {
            return (Some(Box::new(day)), at);
        }
        (None, at)
    }
}
