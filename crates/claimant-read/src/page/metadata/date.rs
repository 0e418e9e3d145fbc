//! Days as pages write them.

use claimant_core::Date;

/// Reads the day that a page's metadata give, as written there: the day of the place where it was published,
/// since no zone is applied.
///
/// ISO 8601 in its long and short form (RFC 3339 with it), RFC 2822, and English words. Days in digits and
/// slashes are left alone, because their order differs between countries.
pub(crate) fn read(text: &str) -> Option<Date> {
    let text = text.trim();
    let date = iso(text).or_else(|| rfc_2822(text)).or_else(|| Date::in_words(text));
    date.filter(|date| is_likely(*date))
}

fn is_likely(date: Date) -> bool {
    (FIRST..=LAST).contains(&date.year())
}

/// No page is older than the web, but pages put up what is.
const FIRST: i16 = 1900;
const LAST: i16 = 2100;

fn iso(text: &str) -> Option<Date> {
    if let Some(date) = text.get(..10).and_then(|day| day.replace(['/', '.'], "-").parse().ok()) {
        return Some(date);
    }
    let digits = text.get(..8).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    // "20241227" and "20241227T1000", no numbers of other kinds.
    if text[8..].starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Date::new(digits[..4].parse().ok()?, digits[4..6].parse().ok()?, digits[6..].parse().ok()?)
}

fn rfc_2822(text: &str) -> Option<Date> {
    let moment = jiff::fmt::rfc2822::DateTimeParser::new().parse_zoned_datetime(text).ok()?;
    Date::new(moment.year(), moment.month(), moment.day())
}

/// The day in an address: `/2024/12/27/` or `/2024-12-27-`.
pub(crate) fn in_address(url: &str) -> Option<Date> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let bytes = path.as_bytes();
    (0..bytes.len().min(LONGEST)).find_map(|at| {
        let day = path.get(at..at + 11)?.strip_prefix('/')?;
        let closes = matches!(bytes.get(at + 11), Some(b'/' | b'-') | None);
        let apart = |at: usize| matches!(day.as_bytes()[at], b'/' | b'-');
        let date = (closes && apart(4) && apart(7)).then(|| day.replace('/', "-").parse().ok())?;
        date.filter(|date| is_likely(*date))
    })
}

/// Addresses are no longer where anybody reads them.
const LONGEST: usize = 2000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_pages_write_them() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(read(text).map(|date| date.to_string()).as_deref(), expected, "{text}");
        };
        check("2024-12-27", Some("2024-12-27"));
        check("2024-12-27T23:30:00-05:00", Some("2024-12-27"));
        check("2024/12/27 10:00", Some("2024-12-27"));
        check("20241227T100000Z", Some("2024-12-27"));
        check("Fri, 27 Dec 2024 10:00:00 GMT", Some("2024-12-27"));
        check("Published: Dec. 27, 2024 10:00 am", Some("2024-12-27"));
        check("27/12/2024", None);
        check("1735293600000", None);
        check("0001-01-01T00:00:00", None);
        check("", None);
        check("é2024-12-27", None);
    }

    #[test]
    fn days_in_addresses() {
        let check = |url: &str, expected: Option<&str>| {
            assert_eq!(in_address(url).map(|date| date.to_string()).as_deref(), expected, "{url}");
        };
        check("https://example.org/2024/12/27/dam-holds", Some("2024-12-27"));
        check("https://example.org/news/2024-12-27-dam-holds", Some("2024-12-27"));
        check("https://example.org/2024/12/", None);
        check("https://example.org/2024/13/27/", None);
        check("https://example.org/é123456789/x", None);
        check("https://example.org/é/2024/12/27/ü", Some("2024-12-27"));
        check("https://example.org/0001/01/01/", None);
    }
}
