//! Tens in the plural: "in his mid-thirties", "the low 40s". The first third, the middle and the last third of the ten.

use super::words::Words;

/// The bounds that the word at `at` gives, with the index after it. Bare tens ("the thirties") are left to times.
pub(super) fn read(words: &Words<'_>, at: usize) -> Option<(usize, f64, f64)> {
    let word = words.low(at);
    let (part, tens, to) = match word.split_once('-') {
        // "mid-30s" is one word by form; "mid-thirties" too.
        Some((part, tens)) if !tens.is_empty() => (part, tens, at + 1),
        _ => {
            let hyphen = usize::from(words.low(at + 1) == "-");
            let digits = words.is_number(at + 1 + hyphen)
                && words.low(at + 2 + hyphen) == "s"
                && words.glued(at + 2 + hyphen);
            (word, words.low(at + 1 + hyphen), at + 2 + hyphen + usize::from(digits))
        }
    };
    let (from, until) = match part {
        "low" | "early" => (1.0, 3.0),
        "mid" | "middle" => (4.0, 6.0),
        "high" | "upper" | "late" => (7.0, 9.0),
        _ => return None,
    };
    const NAMES: [&str; 8] =
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
    let named = NAMES.iter().position(|name| *name == tens).map(|place| (place as f64 + 2.0) * 10.0);
    let digits = tens.strip_suffix('s').unwrap_or(tens);
    let value = named.or_else(|| {
        let value: f64 = digits.parse().ok()?;
        (digits.len() == 2 && value % 10.0 == 0.0 && (tens.ends_with('s') || words.low(to - 1) == "s"))
            .then_some(value)
    })?;
    // Decades of a century are times.
    let timed = (at..to).any(|at| words.get(at).is_some_and(|word| word.timed));
    (!timed && value >= 20.0).then_some((to, value + from, value + until))
}
