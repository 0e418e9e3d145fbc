//! Numbers: digits with separators, dates, times of day, telephone numbers, ordinals and decades.

/// The length of the number that `rest` (a run without white space) begins with; it does not begin inside
/// a word.
pub(super) fn length(rest: &str, before: Option<char>) -> Option<usize> {
    let bytes = rest.as_bytes();
    if let Some(len) = short_year(rest, before) {
        return Some(len);
    }
    // "+44", "+1": a country's telephone code or a step up.
    if bytes[0] == b'+'
        && before.is_none()
        && digits(bytes, 1) > 0
        && digits(bytes, 1) <= 3
        && !matches!(bytes.get(1 + digits(bytes, 1)), Some(b'.' | b',' | b'%'))
    {
        return Some(1 + digits(bytes, 1));
    }
    let abbreviated = bytes[0] == b'.' && !before.is_some_and(char::is_alphanumeric) && digits(bytes, 1) > 0;
    if !(bytes[0].is_ascii_digit() || abbreviated) || before.is_some_and(char::is_alphabetic) {
        return None;
    }
    let mut end = digits(bytes, 0);
    let mut slashes = false;
    while let Some(&separator) = bytes.get(end) {
        let more = digits(bytes, end + 1);
        let joins = match separator {
            b',' | b'.' | b':' | b'/' => more > 0,
            b'-' => more > 0 && telephone(bytes, end),
            _ => false,
        };
        if !joins {
            break;
        }
        slashes |= separator == b'/';
        end += 1 + more;
    }
    let letters = rest[end..].bytes().take_while(u8::is_ascii_alphabetic).take(4).count();
    let closed =
        !rest[end + letters..].chars().next().is_some_and(|c| c.is_alphabetic() || c.is_ascii_digit());
    let suffix = &rest[end..end + letters];
    if closed && !slashes && ["st", "nd", "rd", "th", "s"].iter().any(|s| s.eq_ignore_ascii_case(suffix)) {
        end += letters;
    } else if closed
        && letters == 1
        && suffix.as_bytes()[0].is_ascii_uppercase()
        && !matches!(suffix, "K" | "M" | "B" | "C" | "F")
    {
        // "7A", "747N": a designation, not a unit.
        end += letters;
    }
    Some(end)
}

/// "'71", "’90s".
fn short_year(rest: &str, before: Option<char>) -> Option<usize> {
    let mark = rest.chars().next().filter(|c| matches!(c, '\'' | '’'))?.len_utf8();
    if before.is_some_and(char::is_alphanumeric) || digits(rest.as_bytes(), mark) != 2 {
        return None;
    }
    let tail = &rest[mark + 2..];
    let decade = usize::from(tail.starts_with('s'));
    (!tail[decade..].starts_with(char::is_alphanumeric)).then_some(mark + 2 + decade)
}

fn digits(bytes: &[u8], from: usize) -> usize {
    bytes.get(from..).map_or(0, |rest| rest.iter().take_while(|byte| byte.is_ascii_digit()).count())
}

/// Whether the hyphen at `at` is one of a telephone number's or of an ISO date's: at least two hyphens, or three
/// or five digits and four. "2004-2005" and "5-10" are ranges.
fn telephone(bytes: &[u8], at: usize) -> bool {
    let back = bytes[..at].iter().rev().take_while(|b| b.is_ascii_digit()).count();
    let next = digits(bytes, at + 1);
    let second = bytes.get(at + 1 + next) == Some(&b'-') && digits(bytes, at + 2 + next) > 0;
    let third = at > back && bytes[at - back - 1] == b'-';
    (matches!(back, 3 | 5) && next == 4) || second || third
}
