//! Lengths of time: measures ("it lasted three hours"), unless they tell when ("three hours ago", "the last three hours").

use std::ops::Range;

use super::words::Words;

/// Whether the length of time at `range` measures something. "one day" is one as often as not: only a hedge tells.
pub(super) fn measures(words: &Words<'_>, range: &Range<usize>, hedged: bool) -> bool {
    let tells_when = matches!(
        words.low(range.end),
        "ago"
            | "later"
            | "earlier"
            | "before"
            | "after"
            | "afterwards"
            | "hence"
            | "prior"
            | "into"
            | "since"
            | "until"
            | "till"
    ) || words.has(range.end, "to go")
        || words.has(range.end, "from now");
    let recent = matches!(
        words.before(range.start, 1),
        "last"
            | "past"
            | "next"
            | "coming"
            | "previous"
            | "recent"
            | "first"
            | "final"
            | "following"
            | "preceding"
            | "latest"
            | "these"
            | "those"
            | "early"
            | "late"
            | "mid"
            | "every"
            | "each"
    );
    let some_day = words.low(range.start) == "one" && range.len() == 2 && !hedged;
    !tells_when && !recent && !some_day
}
