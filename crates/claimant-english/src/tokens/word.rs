//! Words: letters and digits, with the marks inside them that belong to them.

use super::{is_apostrophe, is_word, lists};

/// The length of the word that `rest` (a run without white space, its first character a word's) begins with.
pub(super) fn length(rest: &str) -> usize {
    let mut end = letters(rest);
    loop {
        let tail = &rest[end..];
        let Some(mark) = tail.chars().next() else { return end };
        let after = &tail[mark.len_utf8()..];
        let more = letters(after);
        let joins = match mark {
            '.' => return end + full_stop(&rest[..end], after),
            '-' | '‑' => more > 0 && prefix(&rest[..end]),
            '/' => more > 0 && lists::has(lists::SLASHED, &rest[..end + 1 + more]),
            // "AT&T", "A&E"
            '&' => more > 0 && end <= 2 && more <= 2,
            mark if is_apostrophe(mark) => more > 0 && inside(&rest[..end], &after[..more]),
            _ => false,
        };
        if !joins {
            return end;
        }
        end += mark.len_utf8() + more;
    }
}

fn letters(text: &str) -> usize {
    text.find(|c: char| !is_word(c)).unwrap_or(text.len())
}

/// How much of a full stop after `word` belongs to it, with what follows ("S." of "U.S.").
fn full_stop(word: &str, after: &str) -> usize {
    let single =
        |text: &str| text.chars().filter(|c| c.is_alphabetic()).count() == 1 && text.chars().count() <= 2;
    // "U.S.", "p.m.", "e.g.": single letters, each with its full stop.
    if single(word) && word.chars().all(char::is_alphabetic) {
        let mut len = 1;
        let mut rest = after;
        loop {
            let next = letters(rest);
            if !single(&rest[..next]) || !rest[..next].chars().all(char::is_alphabetic) {
                break;
            }
            let dot = rest[next..].starts_with('.');
            if !dot && len == 1 {
                break;
            }
            len += next + usize::from(dot);
            rest = &rest[next + usize::from(dot)..];
            if !dot {
                break;
            }
        }
        let initial = word.starts_with(char::is_uppercase) && word != "I";
        return if len > 1 || (initial && !after.starts_with('.')) { len } else { 0 };
    }
    if after.starts_with('.') || after.starts_with(is_word) {
        // "Ph.D." and "comp.sources.unix" go on; "end.Next" are two sentences.
        let next = letters(after);
        if let Some(len) = hierarchy(word, after) {
            return len;
        }
        if lists::has(lists::FILES, &after[..next]) {
            return 1 + next;
        }
        if word == "Ph" && after.starts_with('D') {
            return 1 + next + usize::from(after[next..].starts_with('.'));
        }
        return 0;
    }
    // "Ill." is a state; whoever is ill is at a sentence's end.
    let written = !lists::has(lists::CAPITALIZED, word) || word.starts_with(char::is_uppercase);
    usize::from(written && lists::has(lists::ABBREVIATIONS, word))
}

/// "comp.sources.unix": two full stops or more between words in lower case.
fn hierarchy(word: &str, after: &str) -> Option<usize> {
    let label = |text: &str| text.len() > 1 && text.bytes().all(|b| b.is_ascii_lowercase());
    let run = &after[..after
        .bytes()
        .take(128)
        .position(|b| !(b.is_ascii_lowercase() || b == b'.'))
        .unwrap_or(after.len().min(128))];
    let run = run.trim_end_matches('.');
    let closed = !after[run.len()..].starts_with(is_word);
    (label(word) && closed && run.contains('.') && run.split('.').all(label)).then_some(1 + run.len())
}

/// Whether a hyphen after `word` does not part it from what follows.
fn prefix(word: &str) -> bool {
    let last = word.rsplit(['-', '‑']).next().unwrap_or(word);
    lists::has(lists::PREFIXES, last)
}

/// Whether an apostrophe stands inside one word: "O'Brien", "o'clock", "don't" (parted later). "it's" has a
/// clitic, which begins a token of its own.
fn inside(before: &str, after: &str) -> bool {
    let lower = after.to_ascii_lowercase();
    if lower == "t" {
        return before.ends_with(['n', 'N']);
    }
    !matches!(lower.as_str(), "s" | "m" | "d" | "re" | "ve" | "ll")
}
