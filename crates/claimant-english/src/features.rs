//! What the network sees of a token: six small numbers.
//!
//! Forms are hashed rather than listed (Svenstrup et al. 2017, "Hash Embeddings"): two rows of one table are summed,
//! so that two forms seldom share both. Affixes and shape carry words that training never saw.

use crate::Span;

/// Features per token.
pub const FEATURES: usize = 6;
/// Rows of the tables that each feature points into; the first two share one table.
pub(crate) const ROWS: [u32; FEATURES] = [60_000, 60_000, 4_096, 4_096, 2_048, 16];

/// The features of one token, each below its number of rows (`ROWS`).
pub type Features = [u32; FEATURES];

/// The features of a break between paragraphs, which the network reads as a token of its own.
pub const BREAK: Features = [0, 0, 0, 0, 0, 15];

/// How a token stands to quotation marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Marked {
    Outside,
    Inside,
    Opens,
    Closes,
}

/// How a token stands to the quotation marks of its paragraph.
pub(crate) fn marked(features: &Features) -> Marked {
    match features[5] >> 1 {
        1 => Marked::Inside,
        2 => Marked::Opens,
        3 => Marked::Closes,
        _ => Marked::Outside,
    }
}

/// Appends the features of `tokens`, which are those of one paragraph in order, to `into`.
pub fn features(text: &str, tokens: &[Span], into: &mut Vec<Features>) {
    let mut quotes = Quotes::of(text, tokens);
    let mut end = None;
    let mut folded = String::new();
    for &token in tokens {
        let word = token.of(text);
        let spaced = end != Some(token.start());
        end = Some(token.end());
        fold(word, &mut folded);
        let state = quotes.next(word);
        into.push([
            1 + hash(&folded, 1) % (ROWS[0] - 1),
            1 + hash(&folded, 2) % (ROWS[1] - 1),
            1 + hash(head(&folded, 3), 3) % (ROWS[2] - 1),
            1 + hash(tail(&folded, 3), 4) % (ROWS[3] - 1),
            1 + shape(word) % (ROWS[4] - 1),
            state * 2 + u32::from(spaced),
        ]);
    }
}

/// Lower case, digits as one, one kind of apostrophe and of quotation mark. Words beyond 64 characters
/// are known by their first 64.
fn fold(word: &str, into: &mut String) {
    into.clear();
    for c in word.chars().take(64) {
        match c {
            '0'..='9' => into.push('0'),
            '’' | '‘' | 'ʼ' | '`' | '′' => into.push('\''),
            '“' | '”' | '„' | '‟' | '«' | '»' | '＂' => into.push('"'),
            '–' | '—' | '‑' => into.push('-'),
            c if c.is_ascii() => into.push(c.to_ascii_lowercase()),
            c => into.extend(c.to_lowercase()),
        }
    }
    if into == "''" {
        into.replace_range(.., "\"");
    }
}

fn head(word: &str, chars: usize) -> &str {
    word.char_indices().nth(chars).map_or(word, |(at, _)| &word[..at])
}

fn tail(word: &str, chars: usize) -> &str {
    word.char_indices().rev().nth(chars - 1).map_or(word, |(at, _)| &word[at..])
}

/// FNV-1a with a seed, and an avalanche at the end (the finaliser of `MurmurHash3`) so that all bits count.
fn hash(text: &str, seed: u32) -> u32 {
    mix(text.bytes().fold(0x811c_9dc5 ^ seed.wrapping_mul(0x9e37_79b9), |h, byte| {
        (h ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    }))
}

fn mix(mut h: u32) -> u32 {
    h ^= h >> 16;
    h = h.wrapping_mul(0x85eb_ca6b);
    h ^= h >> 13;
    h = h.wrapping_mul(0xc2b2_ae35);
    h ^ (h >> 16)
}

/// The kinds of characters in order, runs cut at four: "Washington" is `Xxxxx`, "3,000" `d,ddd`.
fn shape(word: &str) -> u32 {
    let mut h = 0x811c_9dc5_u32;
    let mut last = '\0';
    let mut repeats = 0;
    for c in word.chars().take(64) {
        let kind = match c {
            '0'..='9' => 'd',
            'a'..='z' => 'x',
            'A'..='Z' => 'X',
            '’' | '‘' | '\'' => '\'',
            c if c.is_ascii() => c,
            c if c.is_uppercase() => 'X',
            c if c.is_alphabetic() => 'x',
            c if c.is_numeric() => 'd',
            '“' | '”' => '"',
            '–' | '—' => '-',
            _ => '?',
        };
        repeats = if kind == last { repeats + 1 } else { 0 };
        last = kind;
        if repeats < 4 {
            h = (h ^ kind as u32).wrapping_mul(0x0100_0193);
        }
    }
    mix(h)
}

/// Where quotation marks open and close in a paragraph: a network that looks some dozens of tokens around
/// itself cannot count them.
struct Quotes {
    /// Whether single marks quote here: only where no double mark stands in the paragraph.
    single: bool,
    open: bool,
}

impl Quotes {
    fn of(text: &str, tokens: &[Span]) -> Quotes {
        Quotes { single: !tokens.iter().any(|token| is_double(token.of(text))), open: false }
    }

    /// 0 outside, 1 inside, 2 at a mark that opens, 3 at one that closes.
    fn next(&mut self, word: &str) -> u32 {
        let quote = if is_double(word) {
            match word.chars().next() {
                Some('“' | '„' | '«' | '`') => Some(true),
                Some('”' | '»') => Some(false),
                _ => Some(!self.open),
            }
        } else if self.single && matches!(word, "‘" | "’") {
            (word == "‘" || self.open).then_some(word == "‘")
        } else {
            None
        };
        match quote {
            Some(opens) => {
                self.open = opens;
                if opens { 2 } else { 3 }
            }
            None => u32::from(self.open),
        }
    }
}

fn is_double(word: &str) -> bool {
    matches!(word, "\"" | "“" | "”" | "„" | "‟" | "«" | "»" | "``" | "''" | "‘‘" | "’’" | "＂")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<Features> {
        let mut tokens = Vec::new();
        crate::tokenize(text, Span::new(0, text.len()), &mut tokens);
        let mut found = Vec::new();
        features(text, &tokens, &mut found);
        found
    }

    #[test]
    fn forms_share_what_training_should_share() {
        let found = of("Kyiv kyiv 3,000 4,500 it's it’s");
        assert_eq!(found[0][0], found[1][0]);
        assert_ne!(found[0][4], found[1][4], "shape tells them apart");
        assert_eq!(found[2], found[3]);
        assert_eq!(found[5][..5], found[7][..5], "the clitics");
        assert!(found.iter().flatten().zip(ROWS.iter().cycle()).all(|(id, rows)| id < rows));
    }

    #[test]
    fn quotation_marks_are_counted() {
        let states = |text| of(text).iter().map(|f| f[5] / 2).collect::<Vec<_>>();
        assert_eq!(states("“We go,” he said"), [2, 1, 1, 1, 3, 0, 0]);
        assert_eq!(states("\"We go,\" he said"), [2, 1, 1, 1, 3, 0, 0]);
        assert_eq!(states("‘We go,’ it’s said"), [2, 1, 1, 1, 3, 0, 0, 0]);
    }
}
