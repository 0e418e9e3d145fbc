//! Names of months and weekdays, and full dates as news writes them.

use std::ops::Range;

use crate::Date;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The month, 1 to 12, that `word` names, in full or abbreviated ("Dec", "Sept"), without a full stop.
///
/// A capital is asked for: "may" and "march" are verbs more often than months.
pub(crate) fn month(word: &str) -> Option<i8> {
    named(word, &MONTHS, |short, name| short.len() == 3 || (short == "sept" && name == "september"))
        .map(|at| at + 1)
}

/// The weekday, 1 (Monday) to 7 as in ISO 8601, that `word` names, in full or abbreviated ("Mon", "Tues").
pub(crate) fn weekday(word: &str) -> Option<i8> {
    named(word, &WEEKDAYS, |short, _| short.len() == 3 || matches!(short, "tues" | "thurs" | "thur"))
        .map(|at| at + 1)
}

fn named(word: &str, names: &[&str], short: impl Fn(&str, &str) -> bool) -> Option<i8> {
    if !word.starts_with(|c: char| c.is_ascii_uppercase()) || word.len() > 9 {
        return None;
    }
    let word = word.to_ascii_lowercase();
    let at = names
        .iter()
        .position(|name| *name == word || (name.starts_with(word.as_str()) && short(&word, name)));
    at.map(|at| at as i8)
}

/// The first date with day, month and year in `text`, with the bytes that say it: "December 27, 2024",
/// "Dec. 27, 2024", "27 December 2024", "27th of December, 2024", "2024-12-27". Dates in digits and slashes are left alone: which
/// number is the month differs between countries.
pub(crate) fn full_date(text: &str) -> Option<(Range<usize>, Date)> {
    let pieces: Vec<(usize, &str)> = pieces(text).collect();
    (0..pieces.len()).find_map(|first| date_at(&pieces[first..]))
}

/// As [`full_date`], and in digits where they leave no doubt which is the month: "13.03.2025", with points, and "21/08/2025".
pub(crate) fn printed_date(text: &str) -> Option<(Range<usize>, Date)> {
    full_date(text).or_else(|| {
        let words = text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '/')));
        words.filter(|word| word.len() >= 8).find_map(|word| {
            let word = word.trim_end_matches(['.', '/']);
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            let fields: Vec<&str> = word.split(['.', '/']).collect();
            let [day, month, year] = fields[..] else { return None };
            let (day, month) = (day_number(day)?, month.parse::<i8>().ok()?);
            let sure = word.contains('.') || day > 12;
            let date = Date::new(year_number(year)?, month, day).filter(|_| sure)?;
            Some((start..start + word.len(), date))
        })
    })
}

/// Runs of letters and digits, each with the byte where it starts; ISO dates stay whole.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .filter(|piece| !piece.is_empty())
        .map(move |piece| (piece.as_ptr() as usize - text.as_ptr() as usize, piece))
}

fn date_at(pieces: &[(usize, &str)]) -> Option<(Range<usize>, Date)> {
    let (start, first) = *pieces.first()?;
    // "2024-12-27", also with a time of day after it: "2024-12-27T10:00".
    if let Some(Ok(date)) =
        first.get(..10).filter(|_| first[10..].is_empty() || first[10..].starts_with('T')).map(str::parse)
    {
        return Some((start..start + 10, date));
    }
    let second = pieces.get(1)?.1;
    let mut last = 2;
    let (day_word, month_word) = if month(first).is_some() {
        (second, first)
    } else if second == "of" {
        last = 3;
        (first, pieces.get(2)?.1)
    } else {
        (first, second)
    };
    let (end, year) = *pieces.get(last)?;
    let date = Date::new(year_number(year)?, month(month_word)?, day_number(day_word)?)?;
    // Nothing but "27 December 2024" and the like stands this close together.
    (end - start <= 28).then_some((start..end + year.len(), date))
}

/// "27", "27th".
pub(crate) fn day_number(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ordinal = &word[digits.len()..];
    (matches!(ordinal, "" | "st" | "nd" | "rd" | "th") && digits.len() <= 2).then(|| digits.parse().ok())?
}

/// A year of four digits.
pub(crate) fn year_number(word: &str) -> Option<i16> {
    let year: i16 =
        (word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok())??;
    (1000..=2999).contains(&year).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, words: &str, date: &str) {
        let (range, found) = full_date(text).expect(text);
        assert_eq!((&text[range], found.to_string().as_str()), (words, date));
    }

    #[test]
    fn full_dates() {
        check("— Ann (@ann) December 27, 2024", "December 27, 2024", "2024-12-27");
        check("SEOUL, Dec. 27, 2024 (Agency) - It", "Dec. 27, 2024", "2024-12-27");
        check("Published 3rd of March 2021 at noon", "3rd of March 2021", "2021-03-03");
        check("Updated: 2024-02-29T10:00", "2024-02-29", "2024-02-29");
        assert_eq!(full_date("12/11/2024, 31 February 2024, May 2024"), None);
    }

    #[test]
    fn months_need_a_capital() {
        assert_eq!(
            (month("May"), month("may"), month("Sept"), month("Marching")),
            (Some(5), None, Some(9), None)
        );
        assert_eq!((weekday("Sun"), weekday("Thurs"), weekday("sun")), (Some(7), Some(4), None));
    }
}
