//! Invariants that hold for any text.

mod invariants;

use proptest::prelude::*;

/// Pieces of news and of things that are none, to be put together in any order.
const PIECES: &[&str] = &[
    "Ann Lee",
    " said ",
    "that ",
    "according to ",
    "“",
    "”",
    "\"",
    "'",
    "’s ",
    "‘",
    "’",
    "«",
    "»",
    " nearly 3,000 people",
    " were killed",
    " on Monday",
    ", ",
    ". ",
    "\n",
    "\n\n",
    "— Ann (@ann) May 3, 2024",
    "LONDON (AP) — ",
    "Read more: ",
    "🦀",
    "e\u{301}",
    "\u{200d}",
    "…",
    " reportedly ",
    "it was confirmed that ",
    " adding that ",
    "between 10 and 15",
    "$1.2 million",
    " the same day",
    "5'10\"",
    "(",
    ")",
    "By Ann Lee",
    " has not confirmed ",
    "the mayor",
    "\u{feff}",
    "\0",
    "1,",
    "12.5%",
    " and ",
    "neither ",
    "99999999999999999999",
    " hundreds of thousands of ",
    "U.S. ",
    "\r\n",
    "Gen. ",
    "https://a.org/b",
    " ago",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_characters(text in "\\PC{0,200}") {
        invariants::check(&text, None);
    }

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        invariants::check(&String::from_utf8_lossy(&bytes), Some("2024-12-27"));
    }

    #[test]
    fn pieces_of_news(picks in proptest::collection::vec(0..PIECES.len(), 0..60), dated in any::<bool>()) {
        let text: String = picks.iter().map(|pick| PIECES[*pick]).collect();
        invariants::check(&text, dated.then_some("2024-12-27"));
    }
}

/// A text of `count` times `piece` is read, whatever it is.
fn check_repeated(piece: &str, count: usize) {
    invariants::check(&piece.repeat(count), Some("2024-12-27"));
}

#[test]
fn hostile_repetition() {
    for piece in [
        "“",
        "\"",
        "'",
        "(",
        ",",
        "a",
        "a.",
        "1",
        "said ",
        "“x” said ",
        "and ",
        "e\u{301}",
        "\n“a",
        "— A (@a)\n",
        "reportedly ",
    ] {
        check_repeated(piece, 5_000);
    }
}

#[test]
fn a_hundred_thousand_opening_marks() {
    check_repeated("“", 100_000);
}

#[test]
fn a_line_of_two_hundred_kilobytes() {
    check_repeated("word “said Ann Lee, ", 10_000);
}
