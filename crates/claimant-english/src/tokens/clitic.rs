//! Clitics: "n't", "'s", "'re" and the like part from their hosts.

use super::{is_apostrophe, is_word};
use crate::Span;

/// The endings that an apostrophe begins, in lower case.
const ENDINGS: &[&str] = &["s", "m", "d", "re", "ve", "ll"];

/// Words that the treebanks part without an apostrophe: the length of the first half in bytes.
const FUSED: &[(&str, usize)] = &[
    ("aint", 2),
    ("alot", 1),
    ("arent", 3),
    ("cannot", 3),
    ("cant", 2),
    ("couldnt", 5),
    ("didnt", 3),
    ("doesnt", 4),
    ("dont", 2),
    ("dunno", 2),
    ("gimme", 3),
    ("gonna", 3),
    ("gotta", 3),
    ("hasnt", 3),
    ("havent", 4),
    ("im", 1),
    ("isnt", 2),
    ("ive", 1),
    ("lemme", 3),
    ("lets", 3),
    ("lotta", 3),
    ("outta", 3),
    ("shouldnt", 6),
    ("thats", 4),
    ("theres", 5),
    ("wanna", 3),
    ("wasnt", 3),
    ("werent", 4),
    ("whats", 4),
    ("wont", 2),
    ("wouldnt", 5),
    ("youre", 3),
];

/// The length of a clitic that stands at the start of `rest`, after a word: "'s" in "Kyiv's".
pub(super) fn apostrophe(rest: &str, before: Option<char>) -> Option<usize> {
    let mark = rest.chars().next().filter(|c| is_apostrophe(*c))?;
    let host = before.is_some_and(|c| is_word(c) || matches!(c, '.' | ')' | '%' | '”' | '"'));
    let letters = &rest[mark.len_utf8()..];
    let len = letters.bytes().take_while(u8::is_ascii_alphabetic).take(3).count();
    let closed = !letters[len..].chars().next().is_some_and(is_word);
    (host && closed && ENDINGS.iter().any(|e| e.eq_ignore_ascii_case(&letters[..len])))
        .then_some(mark.len_utf8() + len)
}

/// Pushes the word of `span`, parted where it has a negation or is fused from two.
pub(super) fn split(span: Span, text: &str, tokens: &mut Vec<Span>) {
    let word = span.of(text);
    let cut = negation(word).or_else(|| fused(word)).filter(|cut| *cut > 0 && *cut < word.len());
    match cut {
        Some(cut) => {
            tokens.push(Span::new(span.start(), span.start() + cut));
            tokens.push(Span::new(span.start() + cut, span.end()));
        }
        None => tokens.push(span),
    }
}

/// Where "n't" begins.
fn negation(word: &str) -> Option<usize> {
    let host = word.strip_suffix(['t', 'T'])?;
    let mark = host.chars().next_back().filter(|c| is_apostrophe(*c))?;
    let host = &host[..host.len() - mark.len_utf8()];
    Some(host.strip_suffix(['n', 'N'])?.len())
}

fn fused(word: &str) -> Option<usize> {
    if word.len() > 8 {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    // "IM" is an abbreviation, "Lets" may be a name.
    if word == "IM"
        || (matches!(lower.as_str(), "lets" | "whats" | "thats")
            && word != lower
            && word == word.to_uppercase())
    {
        return None;
    }
    FUSED.binary_search_by(|(form, _)| (*form).cmp(&lower)).ok().map(|at| FUSED[at].1)
}
