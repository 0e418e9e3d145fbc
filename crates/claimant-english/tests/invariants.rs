//! What holds for the analysis of any text: spans on characters and in order, trees without circles, the same on every unit.

use std::ops::Range;

use claimant_english::{Analyser, Analysis, Unit};
use proptest::prelude::*;

#[track_caller]
fn check(text: &str) -> Analysis {
    let analysis = Analyser::embedded().analyse(text);
    let count = analysis.tokens.len();
    let mut end = 0;
    for token in &analysis.tokens {
        assert!(token.span.start() >= end && !token.span.is_empty(), "in order, disjoint, not empty");
        assert!(text.is_char_boundary(token.span.start()) && text.is_char_boundary(token.span.end()));
        assert!(!token.span.of(text).contains(char::is_whitespace), "no white space inside");
        end = token.span.end();
    }
    // Whatever is no white space and no control character is in a token.
    let inside: usize = analysis.tokens.iter().map(|token| token.span.len()).sum();
    let blank =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}');
    assert_eq!(inside, text.chars().filter(|c| !blank(*c)).map(char::len_utf8).sum::<usize>());
    consecutive(&analysis.sentences, count);
    consecutive(&analysis.paragraphs, analysis.sentences.len());
    for sentence in &analysis.sentences {
        assert!(!sentence.is_empty() && sentence.len() <= 192);
        assert_eq!(
            sentence.clone().filter(|token| analysis.tokens[*token].head.is_none()).count(),
            1,
            "one root"
        );
        for token in sentence.clone() {
            let mut at = token;
            let mut steps = 0;
            while let Some(head) = analysis.tokens[at].head {
                at = head as usize;
                steps += 1;
                assert!(sentence.contains(&at) && steps <= sentence.len(), "no circle, no head outside");
            }
            assert_eq!(analysis.tokens[token].head.is_none(), analysis.tokens[token].relation == "root");
            assert!(!analysis.lemma(token).is_empty());
        }
    }
    let inside = |range: &Range<usize>| !range.is_empty() && range.end <= count;
    assert!(analysis.names.iter().all(|name| inside(&name.tokens)));
    assert!(analysis.names.is_sorted_by(|a, b| a.tokens.end <= b.tokens.start));
    assert!(analysis.attributions.is_sorted_by_key(|one| one.cue.start), "by their cues");
    for one in &analysis.attributions {
        assert!(
            inside(&one.cue)
                && one.source.iter().all(inside)
                && !one.content.is_empty()
                && one.content.iter().all(inside)
        );
    }
    analysis
}

/// The ranges follow each other from 0 to `count`.
#[track_caller]
fn consecutive(ranges: &[Range<usize>], count: usize) {
    let end = ranges.iter().fold(0, |end, range| {
        assert_eq!(range.start, end);
        range.end
    });
    assert_eq!(end, count);
}

/// Pieces of which odd texts are made.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("“".to_owned()),
        Just("”".to_owned()),
        Just("\"".to_owned()),
        Just("'s".to_owned()),
        Just("n’t".to_owned()),
        Just("...".to_owned()),
        Just("\n\n".to_owned()),
        Just("\u{301}".to_owned()),
        Just("👩🏽‍🚀".to_owned()),
        Just("https://x.org/".to_owned()),
        Just("U.S.".to_owned()),
        Just("’90s".to_owned()),
        Just(" said ".to_owned()),
        Just(" according to the ".to_owned()),
        "[A-Za-z]{1,9}",
        "[0-9.,:/-]{1,7}",
        " {1,2}",
        "\\PC",
        any::<char>().prop_map(String::from),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_analysed(pieces in prop::collection::vec(piece(), 0..120)) {
        check(&pieces.concat());
    }

    #[test]
    fn any_bytes_as_text_are_analysed(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn hostile_texts_stay_in_bounds() {
    check(&"a".repeat(1_000_000));
    check(&"ab-".repeat(20_000));
    check(&"1,".repeat(20_000));
    check(&"(".repeat(30_000));
    check(&format!("{}{}", "[".repeat(20_000), "]".repeat(20_000)));
    check(&"\u{301}".repeat(100_000));
    check(&"'".repeat(30_000));
    check(&"a.".repeat(30_000));
    check(&"she said he said “".repeat(3_000));
    check(&"https://".repeat(5_000));
    check(&"@a#b".repeat(10_000));
    check(&"東京は日本の首都です。".repeat(3_000));
    check("");
    check(" \n\u{feff}\u{0}\n");
}

const NEWS: &str = "SEOUL — South Korea’s spy agency said on Monday that at least 1,100 soldiers had been killed or wounded.\n\n\
    “We’re not able to confirm these figures,” a spokesman, Gen. J. K. Lee, told reporters in Washington, D.C. He added that the U.S. was \
    watching closely.\n\nAccording to the ministry, 12 people didn’t return.";

#[test]
fn every_unit_and_thread_gives_the_same() {
    let model = include_bytes!("../data/english.safetensors");
    let text = format!("{NEWS}\n\n{}", NEWS.replace("Monday", "Friday")).repeat(4);
    let plain = Analyser::from_model(model).unwrap().on(Unit::Portable).analyse(&text);
    for unit in [Unit::Avx2, Unit::Avx512] {
        assert_eq!(Analyser::from_model(model).unwrap().on(unit).analyse(&text), plain, "{unit:?}");
    }
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..2).map(|_| scope.spawn(|| Analyser::embedded().analyse(&text))).collect();
        for thread in threads {
            assert_eq!(thread.join().unwrap(), plain);
        }
    });
}

#[test]
fn what_is_no_model_is_refused_with_a_reason() {
    let model = include_bytes!("../data/english.safetensors");
    for bytes in [&b""[..], b"{}", &model[..1000], &model[..model.len() - 1]] {
        let message = Analyser::from_model(bytes).unwrap_err().to_string();
        assert!(message.starts_with("this is no model that can be run: "), "{message}");
    }
    let at = model.windows(23).position(|window| window == b"claimant-convolutions/1").unwrap();
    let mut other = model.to_vec();
    other[at + 22] = b'9';
    assert!(Analyser::from_model(&other).unwrap_err().to_string().contains("claimant-convolutions/9"));
}
