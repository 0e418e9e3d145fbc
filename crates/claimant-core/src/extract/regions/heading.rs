//! What stands above or at the head of the prose: headlines, bylines, datelines.

use std::ops::Range;

use crate::calendar;

/// A dateline stands in one of the first paragraphs.
pub(super) const HEAD: usize = 6;

/// "By Ann Lee", "By Ann Lee and Bo Roe, Staff Writers".
pub(super) fn is_byline(line: &str) -> bool {
    let Some(names) = line.strip_prefix("By ").or_else(|| line.strip_prefix("BY ")) else { return false };
    let words: Vec<&str> = names.split_whitespace().collect();
    let named = |word: &&str| {
        word.starts_with(char::is_uppercase)
            || matches!(*word, "and" | "for" | "in" | "of" | "|" | "de" | "van")
    };
    (2..=12).contains(&words.len()) && !line.ends_with('.') && words.iter().all(named)
}

/// "From our correspondent Ann Lee in Lisbon", "Analysis by Ann Lee", "By our education staff": who wrote it, in one of the first lines.
pub(super) fn is_credit(line: &str) -> bool {
    let low = line.to_lowercase();
    let ours = ["from our ", "by our ", "from a ", "by a "].iter().any(|start| low.starts_with(start))
        && ["correspondent", "reporter", "staff", "writer", "editor"].iter().any(|word| low.contains(word));
    let kind = low.split_once(" by ").is_some_and(|(before, _)| {
        matches!(
            before,
            "analysis" | "comment" | "explainer" | "opinion" | "report" | "story" | "text" | "words"
        )
    });
    let words = line.split_whitespace().count();
    (3..=14).contains(&words) && !line.ends_with(['.', '!', '?', '”', '"']) && (ours || kind)
}

/// "Lunda, 10 February 2025 — Radio Kelvin", "Ann Lee | Lisbon | 8 May 2025, Thursday": a date with names around it and no sentence, in one of
/// the first lines.
pub(super) fn is_dated(line: &str) -> bool {
    let Some((range, _)) = calendar::printed_date(line).filter(|_| line.len() <= 120) else { return false };
    let others = line[..range.start].split_whitespace().chain(line[range.end..].split_whitespace());
    let mut count = 0;
    let named = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.is_empty()
            || !bare.starts_with(char::is_lowercase)
            || matches!(
                bare,
                "a.m"
                    | "am"
                    | "and"
                    | "at"
                    | "by"
                    | "correspondent"
                    | "de"
                    | "del"
                    | "for"
                    | "from"
                    | "in"
                    | "la"
                    | "local"
                    | "of"
                    | "on"
                    | "our"
                    | "p.m"
                    | "pm"
                    | "reporter"
                    | "staff"
                    | "the"
                    | "time"
                    | "updated"
            )
    };
    // "By our education staff".
    let credit = |rest: &str| is_credit(rest.trim_matches(|c: char| !c.is_alphanumeric()));
    let parted = is_parted(line, &range);
    let all = others.inspect(|_| count += 1).all(named) || credit(&line[range.end..]) || parted;
    // "The fire of 10 February 2025" begins as a sentence does; "By Ann Lee, 10 February 2025" as a byline.
    let mut words = line.split_whitespace();
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    let day = |word: &str| calendar::weekday(word).is_some() || calendar::month(word).is_some();
    let byline = first == "By" && second.starts_with(char::is_uppercase) && !day(second);
    let opens = OPENERS.contains(&first) && !byline && !parted;
    // Counting stops at the first word that is no name.
    let count = if parted { line.split_whitespace().count() } else { count };
    all && count <= if parted { 18 } else { 14 } && !opens && !line.ends_with(['”', '"', '’', '?', '!'])
}

/// Whether commas, bars or dashes part the line into a few words each, of which the date is one: "Press release, Hamburg, 22 October 2026",
/// "Ledger (blog), posted 21 April 2026, by Ann Lee".
fn is_parted(line: &str, date: &Range<usize>) -> bool {
    let mark = |c: char| matches!(c, ',' | '|' | '·' | '—' | '–' | ';' | ':' | '.');
    let (before, after) = (line[..date.start].trim_end(), line[date.end..].trim_start());
    let bare = |words: &str| words.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    // "Monday 14 September", "posted 21 April".
    let labelled = before.rsplit(mark).next().is_none_or(|label| {
        label.split_whitespace().all(|word| {
            let low = bare(word);
            calendar::weekday(word.trim_matches(|c: char| !c.is_alphanumeric())).is_some()
                || matches!(low.as_str(), "" | "posted" | "published" | "updated" | "issued" | "dated" | "on")
        })
    });
    let ends =
        after.is_empty() || after.starts_with(mark) || after.starts_with('.') || after.starts_with("by ");
    let short = |part: &str| part.split_whitespace().count() <= 8;
    let parts = || before.split(mark).chain(after.split(mark)).filter(|part| !part.trim().is_empty());
    labelled
        && ends
        && parts().count() >= 1
        && parts().all(short)
        && (!line.ends_with('.') || line.ends_with(".m."))
}

/// "Published 27 December 2024, 10:00 GMT", "December 27, 2024": "LISBON, June 12, 2025": a date with little around it.
pub(super) fn is_date_line(line: &str) -> bool {
    if line.len() > 90 || line.ends_with(['”', '"', '’']) {
        return false;
    }
    let Some((range, _)) = calendar::full_date(line) else { return false };
    let opens = line.split([' ', ',']).next().unwrap_or_default();
    let in_capitals = opens.chars().count() > 2 && opens.chars().all(char::is_uppercase);
    let others = line[..range.start].split_whitespace().chain(line[range.end..].split_whitespace());
    let label = |word: &str| {
        let cased = word.trim_matches(|c: char| !c.is_alphanumeric());
        let word = cased.to_lowercase();
        word.is_empty()
            || word.starts_with(|c: char| c.is_ascii_digit())
            || matches!(
                word.as_str(),
                "published"
                    | "updated"
                    | "last"
                    | "posted"
                    | "on"
                    | "at"
                    | "date"
                    | "modified"
                    | "first"
                    | "am"
                    | "pm"
                    | "gmt"
                    | "utc"
                    | "est"
                    | "edt"
                    | "cet"
                    | "bst"
                    | "et"
                    | "a.m"
                    | "p.m"
            )
            || calendar::weekday(cased).is_some()
            // A place: "LISBON, June 12, 2025".
            || (cased.chars().count() > 2 && cased.chars().all(char::is_uppercase))
            // With what it lies in: "GRAND FORKS, North Dakota, April 29, 2025 —".
            || (in_capitals && cased.starts_with(char::is_uppercase))
    };
    others.into_iter().all(label)
}

/// The length of a dateline at the start of a paragraph, dash included: "SEOUL, Dec 27 (Agency) -",
/// "LONDON (AP) —", "KYIV, Ukraine —". The place is in capitals, or a full date follows it ("Grand Forks, N.D., April 29, 2025 —"), and a dash
/// ends it.
pub(super) fn dateline(line: &str) -> Option<usize> {
    let window_end = line.char_indices().map(|(at, _)| at).find(|at| *at >= 80).unwrap_or(line.len());
    let window = &line[..window_end];
    let (dash, mark) = window.char_indices().find(|(at, c)| {
        let spaced =
            window[..*at].ends_with([' ', ')']) && window[at + c.len_utf8()..].starts_with([' ', '-']);
        matches!(c, '—' | '–' | '-') && spaced
    })?;
    let place = window[..dash].split([',', '(', '-']).next()?.trim();
    let letters = place.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = letters >= 3 && !place.chars().any(char::is_lowercase);
    // A sentence has a verb before its dash, and a verb is in lower case.
    let plain = window[..dash].split_whitespace().all(|word| {
        !word.starts_with(char::is_lowercase) || matches!(word, "and" | "of" | "de" | "la" | "al")
    });
    let end = dash + mark.len_utf8() + usize::from(window[dash + mark.len_utf8()..].starts_with('-'));
    let dated = !OPENERS.contains(&place.split(' ').next().unwrap_or_default())
        && letters >= 3
        && calendar::full_date(&window[..dash])
            .is_some_and(|(range, _)| range.start > place.len() && window[range.end..dash].len() < 24);
    // "Jan 21, 2026 (Agency) — ": nobody wrote from anywhere.
    let date_alone = calendar::full_date(&window[..dash]).is_some_and(|(range, _)| {
        let rest = window[range.end..dash].trim();
        range.start == 0 && (rest.is_empty() || (rest.starts_with('(') && rest.ends_with(')')))
    });
    ((capitals || dated || date_alone) && plain && !line[end..].trim().is_empty()).then_some(end)
}

/// Words that open a sentence with a date in it and no dateline: "On Monday, April 29, 2025 — a holiday — …".
const OPENERS: &[&str] =
    &["After", "As", "At", "Before", "By", "From", "In", "It", "On", "Since", "The", "Until"];

/// A short line without the mark that ends a sentence, above longer prose.
pub(super) fn is_heading(line: &str, next: Option<&str>, first: bool) -> bool {
    let words = line.split_whitespace().count();
    let open = !line.ends_with(['.', '!', '?', '…', '”', '"', '’', '\'', ':', ';', ',', ')']);
    let longest = if first { 18 } else { 8 };
    let above = next.is_some_and(|next| {
        let prose = next.split_whitespace().count() > words;
        let head = is_byline(next) || is_date_line(next) || is_credit(next) || is_dated(next);
        prose || (first && (head || dateline(next).is_some()))
    });
    let cased = line
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '‘' | '“' | '\'' | '"'));
    (1..=longest).contains(&words) && open && above && cased && line.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines() {
        let cut = |line: &'static str| dateline(line).map(|end| &line[..end]);
        assert_eq!(cut("SEOUL, Dec 27 (Agency) - It rained."), Some("SEOUL, Dec 27 (Agency) -"));
        assert_eq!(cut("LONDON (AP) — It rained."), Some("LONDON (AP) —"));
        assert_eq!(cut("KYIV, Ukraine -- It rained."), Some("KYIV, Ukraine --"));
        assert_eq!(
            cut("Grand Forks, N.D., April 29, 2025 — It rained."),
            Some("Grand Forks, N.D., April 29, 2025 —")
        );
        assert_eq!(cut("On Monday, April 29, 2025 — Easter — it rained."), None);
        assert_eq!(cut("Jan 21, 2026 (Agency) — It rained."), Some("Jan 21, 2026 (Agency) —"));
        assert_eq!(cut("NATO said - as ever - no."), None);
        assert_eq!(cut("PARIS – "), None);
        assert_eq!(cut("Paris – it rained."), None);
    }

    #[test]
    fn dates_with_names_around_them() {
        for line in [
            "Lunda, 10 February 2025 — Radio Kelvin",
            "Ann Lee | Lisbon | 8 May 2025, Thursday",
            "7 May 2025, 08:45 local time",
            "Frankfurt am Main, 13.03.2025",
            "ROSARIO, 21/08/2025. By our education staff",
            "20 March 2025 | Business",
            "By Ann Lee, Tuesday 17 June 2025",
            "Press release, Hamburg, 22 October 2026",
            "Conflict Ledger (blog), posted 21 April 2026, by Ann Lee",
            "The Morning Post, Monday 14 September 2026, from North News",
            "Statement of the company, Dublin, 3 June 2026",
            "By Ann Lee, Vienna Mirror (English edition), 26 January 2027",
            "Posted by the Front’s press team, 27 April 2026, 9.40 p.m.",
            "Posted June 19, 2026 by the editor, The Watcher (a blog)",
            "The Morning Post, 5 August 2026. Union Press",
            "For immediate release: April 9, 2026",
            "The Watcher – a blog on elections. Posted 14 August 2026",
        ] {
            assert!(is_dated(line), "{line}");
        }
        for line in [
            "Ann Lee left Lisbon on 8 May 2025",
            "In May 2025 Ann Lee left",
            "The council met. Ann Lee left on 8 May 2025",
            "Lisbon, 7/09/2024",
            "The fire of 10 February 2025",
            "By Tuesday 17 June 2025",
        ] {
            assert!(!is_dated(line), "{line}");
        }
        assert!(is_credit("From our correspondent Ann Lee in Lisbon") && is_credit("Analysis by Ann Lee"));
        assert!(!is_credit("From our house the sea is near") && !is_credit("The report by Ann Lee"));
    }

    #[test]
    fn bylines_dates_and_headings() {
        assert!(is_byline("By Ann Lee and Bo Roe, Staff Writers") && !is_byline("By Monday it was over."));
        assert!(
            is_date_line("LISBON, June 12, 2025")
                && is_date_line("Published: 27 December 2024, 10:00 GMT")
                && is_date_line("Friday, December 27, 2024")
                && is_date_line("GRAND FORKS, North Dakota, April 29, 2025 —")
        );
        assert!(!is_date_line("He left on 27 December 2024"));
        assert!(is_heading("Storm closes harbour", Some("The harbour was closed on Monday."), true));
        assert!(
            !is_heading("Storm closes harbour", None, true)
                && !is_heading("It rained.", Some("It rained and it rained."), true)
        );
    }
}
