//! Words, numbers, marks: the smallest pieces that the extractors look at.
//!
//! This is a tokenizer by form, enough for extractors by form. A trained analyser takes its place.

use crate::Span;

/// One token. Tokens come in text order, do not overlap, and leave out only white space and control
/// characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Token {
    pub span: Span,
    pub kind: TokenKind,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TokenKind {
    /// A run of letters and digits that starts with a letter, with hyphens and apostrophes inside it
    /// ("F-16", "don't"); an abbreviation with inner full stops ("U.S."); a possessive clitic ("’s").
    Word,
    /// A run of digits with separators inside: "3,000", "1.2", "2024".
    Number,
    /// Any character that can open or close a quotation.
    Quote,
    /// "@name" or "#topic".
    Handle,
    /// An address: "https://…", "pic.twitter.com/…".
    Url,
    /// Any other character: punctuation, symbols, emoji. One character each.
    Mark,
}

impl Token {
    pub(crate) fn of(self, text: &str) -> &str {
        self.span.of(text)
    }

    /// Whether it starts with an upper-case letter.
    pub(crate) fn is_capitalized(self, text: &str) -> bool {
        self.kind == TokenKind::Word && self.of(text).chars().next().is_some_and(char::is_uppercase)
    }
}

/// Characters that open or close quotations, apostrophes among them.
pub(crate) fn is_quote_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '`'
            | '＂'
            | '「'
            | '」'
            | '『'
            | '』'
    )
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘')
}

/// Letters, digits and the marks that combine with them.
fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || is_combining(c) || c == '_'
}

/// Marks that stay with the character before them, joiners and variation selectors included.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{0483}'..='\u{0489}' | '\u{0591}'..='\u{05bd}' | '\u{064b}'..='\u{065f}'
        | '\u{093a}'..='\u{094f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200c}' | '\u{200d}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// Appends the tokens of `span` to `tokens`, in one pass.
pub(crate) fn tokenize(text: &str, span: Span, tokens: &mut Vec<Token>) {
    let mut at = span.start();
    let end = span.end();
    while at < end {
        let rest = &text[at..end];
        let Some(c) = rest.chars().next() else { break };
        let (len, kind) = if c.is_whitespace() || c.is_control() {
            at += c.len_utf8();
            continue;
        } else if c.is_ascii_digit() {
            (number(rest), TokenKind::Number)
        } else if is_word_char(c) {
            word(rest)
        } else if (c == '@' || c == '#') && rest[1..].chars().next().is_some_and(is_word_char) {
            (1 + run(&rest[1..], |c| is_word_char(c) || c == '_'), TokenKind::Handle)
        } else if is_apostrophe(c) && clitic(text, at, rest) {
            (c.len_utf8() + 1, TokenKind::Word)
        } else if is_quote_mark(c) {
            (c.len_utf8() + run(&rest[c.len_utf8()..], is_combining), TokenKind::Quote)
        } else {
            (c.len_utf8() + run(&rest[c.len_utf8()..], is_combining), TokenKind::Mark)
        };
        tokens.push(Token { span: Span::new(at, at + len), kind });
        at += len;
    }
}

fn run(text: &str, mut belongs: impl FnMut(char) -> bool) -> usize {
    text.char_indices().find(|(_, c)| !belongs(*c)).map_or(text.len(), |(at, _)| at)
}

/// Digits with a comma, full stop, or a thin or no-break space between groups.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut len = run(rest, |c| c.is_ascii_digit());
    loop {
        let separator = match rest[len..].chars().next() {
            Some(c @ (',' | '.')) => c.len_utf8(),
            // "816 000" with a space that does not break: a thousands separator in much of Europe.
            Some(c @ ('\u{a0}' | '\u{2009}' | '\u{202f}')) if digits_at(bytes, len + c.len_utf8()) == 3 => {
                c.len_utf8()
            }
            _ => return len,
        };
        let digits = digits_at(bytes, len + separator);
        if digits == 0 {
            return len;
        }
        len += separator + digits;
    }
}

fn digits_at(bytes: &[u8], from: usize) -> usize {
    bytes.get(from..).map_or(0, |rest| rest.iter().take_while(|byte| byte.is_ascii_digit()).count())
}

/// "’s" after a word: its own token, as in Universal Dependencies.
fn clitic(text: &str, at: usize, rest: &str) -> bool {
    let mut chars = rest.chars().skip(1);
    let after_word = text[..at].chars().next_back().is_some_and(|c| is_word_char(c) || c == '.' || c == ')');
    after_word && matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(is_word_char)
}

fn word(rest: &str) -> (usize, TokenKind) {
    if let Some(len) = url(rest) {
        return (len, TokenKind::Url);
    }
    let mut len = run(rest, is_word_char);
    // "U.S.", "p.m.": single letters, each with its full stop.
    if rest[..len].chars().count() == 1 {
        let mut abbreviation = 0;
        let mut letters = 0;
        let mut chars = rest.char_indices().peekable();
        while let (Some((_, letter)), Some((dot, '.'))) = (chars.next(), chars.next()) {
            if !letter.is_alphabetic() {
                break;
            }
            letters += 1;
            abbreviation = dot + 1;
        }
        if letters >= 2 && !rest[abbreviation..].chars().next().is_some_and(is_word_char) {
            return (abbreviation, TokenKind::Word);
        }
    }
    loop {
        let mut after = rest[len..].chars();
        let Some(c) = after.next() else { break };
        let next = after.as_str();
        let inner = match c {
            '-' | '‑' => next.chars().next().is_some_and(is_word_char),
            c if is_apostrophe(c) => {
                let letters = run(next, is_word_char);
                // "’s" is left to be its own token.
                letters > 0 && !(letters == 1 && next[..1].eq_ignore_ascii_case("s"))
            }
            '&' => {
                next.chars().next().is_some_and(char::is_uppercase)
                    && rest[..len].chars().all(char::is_uppercase)
            }
            _ => false,
        };
        if !inner {
            break;
        }
        len += c.len_utf8();
        len += run(&rest[len..], is_word_char);
    }
    (len, TokenKind::Word)
}

/// The length of an address at the start of `rest`: with a scheme, with "www.", or a host with a path.
fn url(rest: &str) -> Option<usize> {
    let window =
        &rest[..run(rest, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | ':' | '-' | '/')).min(80)];
    let addressed = window.starts_with("http://")
        || window.starts_with("https://")
        || window.starts_with("www.")
        || window.find('/').is_some_and(|slash| {
            let host = &window[..slash];
            host.contains('.')
                && host
                    .rsplit('.')
                    .next()
                    .is_some_and(|top| top.len() >= 2 && top.bytes().all(|b| b.is_ascii_lowercase()))
        });
    if !addressed {
        return None;
    }
    let len =
        run(rest, |c| !c.is_whitespace() && !is_quote_mark(c) && !matches!(c, '<' | '>' | ')' | ']' | '…'));
    Some(rest[..len].trim_end_matches(['.', ',', ';', ':', '!', '?']).len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        let words: Vec<&str> = tokens.iter().map(|token| token.of(text)).collect();
        assert_eq!(words, expected, "{text}");
    }

    #[test]
    fn words_numbers_and_marks() {
        check("South Korea’s agency", &["South", "Korea", "’s", "agency"]);
        check("don't U.S. troops’ F-16", &["don't", "U.S.", "troops", "’", "F-16"]);
        check("nearly 3,000, or 1.2.", &["nearly", "3,000", ",", "or", "1.2", "."]);
        check("816\u{202f}000 km", &["816\u{202f}000", "km"]);
        check("AT&T’s 10-15%", &["AT&T", "’s", "10", "-", "15", "%"]);
        check("(GUR)’s “x”", &["(", "GUR", ")", "’s", "“", "x", "”"]);
    }

    #[test]
    fn addresses_and_handles() {
        check("as… pic.twitter.com/bzqcjMUfov", &["as", "…", "pic.twitter.com/bzqcjMUfov"]);
        check("see https://a.org/b?c=1.", &["see", "https://a.org/b?c=1", "."]);
        check("(@sentdefender) #news and/or", &["(", "@sentdefender", ")", "#news", "and", "/", "or"]);
    }

    #[test]
    fn combining_marks_and_emoji_stay_whole() {
        check("Zoe\u{308} 👍🏽!", &["Zoe\u{308}", "👍🏽", "!"]);
    }
}
