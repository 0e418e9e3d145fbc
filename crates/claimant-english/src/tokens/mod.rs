//! Tokens by the Universal Dependencies convention for English, with exact offsets.
//!
//! White space parts tokens and is in none of them. Inside a run without white space, addresses,
//! handles, numbers and abbreviations are kept whole; marks are parted from words; clitics are parted
//! from their hosts ("do|n't", "Kyiv|’s"); hyphens and slashes between words are tokens of their own,
//! except after prefixes ("non-", "anti-"), as in the English treebanks since 2023. Every byte is looked at
//! a bounded number of times, so that time stays linear whatever the text.

mod address;
mod clitic;
mod lists;
mod number;
mod word;

use crate::Span;

/// Appends the tokens of `span` to `tokens`: in text order, disjoint, none empty, none with white space.
pub fn tokenize(text: &str, span: Span, tokens: &mut Vec<Span>) {
    let mut at = span.start();
    while at < span.end() {
        let rest = &text[at..span.end()];
        let Some(c) = rest.chars().next() else { break };
        if is_blank(c) {
            at += c.len_utf8();
            continue;
        }
        let len = rest.find(is_blank).unwrap_or(rest.len());
        run(text, Span::new(at, at + len), tokens);
        at += len;
    }
}

/// White space and control characters, byte order marks and zero-width spaces among them.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

/// One run without white space.
fn run(text: &str, span: Span, tokens: &mut Vec<Span>) {
    let mut at = span.start();
    while at < span.end() {
        let before = text[span.start()..at].chars().next_back();
        let rest = &text[at..span.end()];
        let Some(c) = rest.chars().next() else { return };
        let len = if let Some(len) = address::length(rest, before) {
            len
        } else if let Some(len) = clitic::apostrophe(rest, before) {
            len
        } else if let Some(len) = number::length(rest, before) {
            len
        } else if is_word(c) {
            let mut len = word::length(rest);
            if rest[len..] == *"." && number_follows(&rest[..len], &text[span.end()..]) {
                len += 1;
            } else if rest.len() == len && ends_sentence(rest, &text[span.end()..]) {
                len -= 1;
            }
            clitic::split(Span::new(at, at + len), text, tokens);
            at += len;
            continue;
        } else {
            marks(rest, c)
        };
        tokens.push(Span::new(at, at + len));
        at += len;
    }
}

/// "No. 7": the full stop is the abbreviation's where a number follows, the sentence's elsewhere.
fn number_follows(word: &str, after: &str) -> bool {
    let next = after.trim_start_matches(' ').chars().next();
    matches!(word, "No" | "Nos" | "no") && next.is_some_and(|c| c.is_ascii_digit())
}

/// "etc." at the end of a sentence gives its full stop to it, as the treebanks have it.
fn ends_sentence(word: &str, after: &str) -> bool {
    word.eq_ignore_ascii_case("etc.") && after.trim_start().chars().next().is_none_or(char::is_uppercase)
}

/// Letters, digits, and what combines with them.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || is_combining(c)
}

/// Marks that stay with the character before them, joiners and variation selectors included.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{00ad}' | '\u{0300}'..='\u{036f}' | '\u{0483}'..='\u{0489}' | '\u{0591}'..='\u{05bd}'
        | '\u{064b}'..='\u{065f}' | '\u{093a}'..='\u{094f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{200c}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '`' | '′')
}

/// Punctuation and symbols: repeated marks of one kind are one token ("...", "--", "?!"), as are the two
/// halves of a typewriter's quotation mark; emoji keep what joins them; all else stands alone.
fn marks(rest: &str, first: char) -> usize {
    let same = |belongs: fn(char, char) -> bool| {
        rest.char_indices().find(|&(_, c)| !belongs(first, c)).map_or(rest.len(), |(at, _)| at)
    };
    match first {
        c if is_rule(c) && rest.bytes().take(RULE).filter(|b| is_rule(char::from(*b))).count() == RULE => {
            rest.find(|c| !is_rule(c)).unwrap_or(rest.len())
        }
        '.' | '…' | '!' | '?' => same(|_, c| matches!(c, '.' | '…' | '!' | '?')),
        '-' | '*' | '=' | '~' | '#' | '+' | '<' | '>' | '|' | '^' | '$' => same(|first, c| c == first),
        '`' | '\'' if rest[1..].starts_with(first) => 2,
        '’' | '‘' if rest[first.len_utf8()..].starts_with(['’', '‘']) => 2 * first.len_utf8(),
        ':' | ';' => emoticon(rest).unwrap_or(1),
        _ => first.len_utf8() + joined(&rest[first.len_utf8()..]),
    }
}

/// What lines are drawn with: at least [`RULE`] of them, of whatever kinds, are one token.
fn is_rule(c: char) -> bool {
    matches!(c, '-' | '=' | '+' | '|' | '>' | '<' | '*' | '~' | '_' | '{' | '}')
}

const RULE: usize = 4;

/// ":)", ";-)", ":D" at the end of a run.
fn emoticon(rest: &str) -> Option<usize> {
    let tail = &rest[1..];
    let tail = tail.strip_prefix('-').unwrap_or(tail);
    let face = tail.chars().next().filter(|c| matches!(c, ')' | '(' | 'D' | 'P' | 'p' | '/' | '|'))?;
    let len = rest.len() - tail.len() + face.len_utf8();
    let whole = rest[len..].is_empty() || (matches!(face, ')' | '(') && rest[len..].starts_with(face));
    whole.then(|| len + rest[len..].chars().take_while(|c| *c == face).map(char::len_utf8).sum::<usize>())
}

/// The rest of an emoji or of a letter with marks: what combines, and what a joiner ties on.
fn joined(rest: &str) -> usize {
    let mut len = 0;
    let mut tied = false;
    for c in rest.chars() {
        if !(is_combining(c) || (tied && !c.is_ascii())) {
            break;
        }
        tied = c == '\u{200d}';
        len += c.len_utf8();
    }
    len
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(expected: &str) {
        // Tokens in the case are parted by one blank; "|" stands where no white space is.
        let text: String = expected.replace('|', "");
        let mut found = Vec::new();
        tokenize(&text, Span::new(0, text.len()), &mut found);
        let mut shown = String::new();
        let mut end = 0;
        for span in &found {
            if span.start() > end {
                shown.push_str(&text[end..span.start()]);
            } else if end > 0 {
                shown.push('|');
            }
            shown.push_str(span.of(&text));
            end = span.end();
        }
        assert_eq!(shown, expected);
    }

    #[test]
    fn words_and_marks() {
        check("“|We| will|,|” said Ann|.".replace("| ", " ").as_str());
        check("Prices rose|, he said|; (|really|)|.");
        check("What|?! No|... Yes|!!!");
        check("well|-|known non-violent anti-war|, e-mail and|/|or x");
        check("the U.S. and U.K.|, Gen. Petraeus|, J. K. Rowling|, Inc. etc|.");
        check("at 5 p.m. on Jan. 5 in Washington|, D.C.");
        check("pens|, etc|. They sold pens|, etc. and cups etc|.");
        check("b/c of it|, w/o a|/|b ----==== $$ $|5");
        check("It ended|. \"|Then|\" he left|.|”");
    }

    #[test]
    fn clitics_with_both_apostrophes() {
        check("do|n't wo|n’t it|'s Kyiv|’s the dogs|' I|’d we|'ve can|not gon|na");
        check("DO|N'T HE|'S O'Brien Qu'ran rock|'n'|roll".replace("rock|'n'|roll", "o'clock").as_str());
        check("‘|quoted|’ '|word|'");
    }

    #[test]
    fn numbers_and_money() {
        check("3,000 1.5 9/11 11/28/2000 713-853-3989 5:30 1990s 10th 2004|-|2005 2004|–|05");
        check("+44 207 +|5|% $|5 £|3.2|m 5|% 20|km 6|pm €|1,000|.");
        check("US|$|5 1,000|, 2,000 3|. No. 7|) No|. #|1 ’90s report.pdf");
    }

    #[test]
    fn addresses() {
        check("https://example.org/a?b=c|. www.x.com|, a.b@c.org @name #Topic1 pic.twitter.com/Ab1");
        check("Rice@ENRON comp.sources.unix|. x|@");
        check("@name|’s (|#war|) podiobooks.com end|.|Next");
    }

    #[test]
    fn any_unicode() {
        check("👩🏽‍🚀|! naïve cafe\u{301} 東京 \u{301}\u{301} 🇺🇦".replace("🇺🇦", "x").as_str());
    }
}
