//! Holidays that news dates things by, each with a rule for its day.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// A holiday whose day follows from the year alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Holiday {
    NewYearsDay,
    ValentinesDay,
    GoodFriday,
    Easter,
    MayDay,
    MemorialDay,
    IndependenceDay,
    LaborDay,
    Halloween,
    ElectionDay,
    Thanksgiving,
    ChristmasEve,
    Christmas,
    NewYearsEve,
}

impl Holiday {
    /// The holiday that the words name, with how many of them: `word` gives each in lower case, apostrophes and
    /// possessives being words.
    pub(super) fn read<'t>(word: impl Fn(usize) -> &'t str) -> Option<(Holiday, usize)> {
        let is = |at: usize, wanted: &str| word(at).eq_ignore_ascii_case(wanted);
        let possessive = |at: usize| usize::from(matches!(word(at), "'s" | "’s" | "'" | "’"));
        let day = |at: usize, holiday| is(at, "day").then_some((holiday, at + 1));
        match word(0) {
            "Christmas" if is(1, "eve") => Some((Holiday::ChristmasEve, 2)),
            "Christmas" => Some((Holiday::Christmas, 1 + usize::from(is(1, "day")))),
            "Thanksgiving" => Some((Holiday::Thanksgiving, 1 + usize::from(is(1, "day")))),
            "Halloween" => Some((Holiday::Halloween, 1)),
            "Easter" => Some((Holiday::Easter, 1 + usize::from(is(1, "sunday")))),
            "Good" if is(1, "friday") => Some((Holiday::GoodFriday, 2)),
            "New" if matches!(word(1), "Year" | "Years") => {
                let at = 2 + possessive(2);
                if is(at, "eve") {
                    Some((Holiday::NewYearsEve, at + 1))
                } else {
                    day(at, Holiday::NewYearsDay)
                }
            }
            "Valentine" | "Valentines" => day(1 + possessive(1), Holiday::ValentinesDay),
            "Memorial" => day(1, Holiday::MemorialDay),
            "Independence" => day(1, Holiday::IndependenceDay),
            "Labor" | "Labour" => day(1, Holiday::LaborDay),
            "Election" => day(1, Holiday::ElectionDay),
            "May" => day(1, Holiday::MayDay),
            _ => None,
        }
    }

    /// Its day in a year; the rules are those of the United States where countries differ.
    pub(super) fn day(self, year: i16) -> Option<Date> {
        let on = |month, day| Date::new(year, month, day).ok();
        let nth = |month, nth, weekday| on(month, 1)?.nth_weekday_of_month(nth, weekday).ok();
        match self {
            Holiday::NewYearsDay => on(1, 1),
            Holiday::ValentinesDay => on(2, 14),
            Holiday::GoodFriday => easter(year)?.checked_sub(2.days()).ok(),
            Holiday::Easter => easter(year),
            Holiday::MayDay => on(5, 1),
            Holiday::MemorialDay => nth(5, -1, Weekday::Monday),
            Holiday::IndependenceDay => on(7, 4),
            Holiday::LaborDay => nth(9, 1, Weekday::Monday),
            Holiday::Halloween => on(10, 31),
            // The Tuesday after the first Monday.
            Holiday::ElectionDay => nth(11, 1, Weekday::Monday)?.checked_add(1.day()).ok(),
            Holiday::Thanksgiving => nth(11, 4, Weekday::Thursday),
            Holiday::ChristmasEve => on(12, 24),
            Holiday::Christmas => on(12, 25),
            Holiday::NewYearsEve => on(12, 31),
        }
    }
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's algorithm).
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let golden = year % 19;
    let (century, of_century) = (year / 100, year % 100);
    let skipped = (8 * century + 13) / 25;
    // The paschal full moon, in days after 21 March, and the days from it to Sunday.
    let moon = (19 * golden + century - century / 4 - skipped + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let days = moon + sunday - 7 * late + 114;
    Date::new(year as i16, (days / 31) as i8, (days % 31 + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_holidays() {
        let day = |holiday: Holiday, year| holiday.day(year).map(|date| date.to_string());
        assert_eq!(day(Holiday::Easter, 2024).as_deref(), Some("2024-03-31"));
        assert_eq!(day(Holiday::Easter, 2000).as_deref(), Some("2000-04-23"));
        assert_eq!(day(Holiday::Thanksgiving, 2024).as_deref(), Some("2024-11-28"));
        assert_eq!(day(Holiday::ElectionDay, 2024).as_deref(), Some("2024-11-05"));
        assert_eq!(day(Holiday::MemorialDay, 2023).as_deref(), Some("2023-05-29"));
    }
}
