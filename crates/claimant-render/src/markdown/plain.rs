//! Words of an article as Markdown that shows them as they are.

use crate::clean;

/// Words of an article in one line of Markdown, every character of it shown as it is.
///
/// Addresses and names that readers of Markdown make links of stand as code. Nothing less keeps GitHub from it: its
/// e-mail addresses, mentions and numbers of issues are found in the finished page, where escapes are gone.
pub(crate) fn plain(text: &str) -> String {
    let line = clean(text);
    let mut escaped = String::with_capacity(line.len() + line.len() / 16);
    let mut at = 0;
    while at < line.len() {
        let rest = &line[at..];
        let run = rest.find(|c| !is_in_address(c)).unwrap_or(rest.len());
        // Without the marks that end a sentence, unless the colon is what makes it one: ":smile:".
        let ended = rest[..run].trim_end_matches(['.', ':', '!', '?', '*', '_', '~', '\'', '…']);
        let code = [ended, &rest[..run]].into_iter().find(|code| is_linked(code)).unwrap_or_default();
        if !code.is_empty() {
            escaped.push_str(&format!("`{code}`"));
        }
        escape(&line, at + code.len()..at + run, &mut escaped);
        let after = rest[run..].chars().next().map_or(0, char::len_utf8);
        escape(&line, at + run..at + run + after, &mut escaped);
        at += run + after;
    }
    escaped
}

/// Whether an address goes on with the character. None that would end code, or a cell of a table.
fn is_in_address(c: char) -> bool {
    !c.is_whitespace()
        && !matches!(c, '`' | '\\' | '|' | '<' | '>' | '(' | ')' | '[' | ']' | '{' | '}' | ',' | ';')
        && !matches!(c, '"' | '“' | '”' | '„' | '‘' | '’' | '«' | '»')
}

/// Whether some reader makes a link, or a picture, of the run: `http://a.example`, `www.a.example`, `a@b.example`,
/// `@ann`, `#12`, `:smile:`.
fn is_linked(run: &str) -> bool {
    let before = |sign: char, is: fn(char) -> bool| {
        run.match_indices(sign).any(|(at, _)| run[at + sign.len_utf8()..].starts_with(is))
    };
    run.contains("//")
        || run.as_bytes().windows(4).any(|bytes| bytes.eq_ignore_ascii_case(b"www."))
        || before('@', char::is_alphanumeric)
        || before('#', |c| c.is_ascii_digit())
        || is_shortcode(run)
}

/// Whether a name stands between two colons.
fn is_shortcode(run: &str) -> bool {
    let mut parts = run.split(':').skip(1).peekable();
    while let Some(part) = parts.next() {
        let is_name = part.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '+' | '-'))
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'+' | b'-'));
        if is_name && parts.peek().is_some() {
            return true;
        }
    }
    false
}

/// Puts a backslash before what would be markup where it stands.
fn escape(line: &str, range: std::ops::Range<usize>, escaped: &mut String) {
    // A full stop or bracket after a number begins a list where the number begins the line.
    let digits = line.bytes().take(12).take_while(u8::is_ascii_digit).count();
    for (offset, c) in line[range.clone()].char_indices() {
        let at = range.start + offset;
        let mut after = line[at + c.len_utf8()..].chars();
        let (next, second) = (after.next(), after.next());
        let begins = at == 0 && matches!(c, '+' | '-' | '=' | ':');
        let lists =
            digits > 0 && at == digits && next.is_none_or(char::is_whitespace) && matches!(c, '.' | ')');
        // "example.com" is a link for some, whatever it is for the article: "the end.In May".
        let domain = c == '.' && [next, second].iter().all(|c| c.is_some_and(char::is_alphabetic));
        if is_markup(c) || begins || lists || domain {
            escaped.push('\\');
        }
        escaped.push(c);
    }
}

/// Whether the character can be markup anywhere in a line, for Markdown or for one of its widespread extensions.
fn is_markup(c: char) -> bool {
    matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '{' | '}')
        || matches!(c, '|' | '~' | '^' | '&' | '$' | '#' | '!' | '@')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_markup() {
        let check = |text, expected: &str| assert_eq!(plain(text), expected);
        check("<b>x</b> & [a](b)", "\\<b\\>x\\</b\\> \\& \\[a\\](b)");
        check("12. March | \n - so", "12\\. March \\| - so");
        check("- no", "\\- no");
        check("{#id} x^2^ ~~no~~", "\\{\\#id\\} x\\^2\\^ \\~\\~no\\~\\~");
        check("“Oui” 🦀", "“Oui” 🦀");
        check("", "");
    }

    #[test]
    fn nothing_becomes_a_link() {
        let check = |text, expected: &str| assert_eq!(plain(text), expected);
        check("see http://a.example/b_c, or", "see `http://a.example/b_c`, or");
        check("(https://a.example).", "(`https://a.example`).");
        check("//a.example", "`//a.example`");
        check("WWW.a.example!", "`WWW.a.example`\\!");
        check("write to ann@a.example.", "write to `ann@a.example`.");
        check("Ann (@ann_lee) on #12", "Ann (`@ann_lee`) on `#12`");
        check("No. #1: a :smile:", "No. `#1`: a `:smile:`");
        check("mailto:a@b|c@d", "`mailto:a@b`\\|`c@d`");
        check("on example.com, the U.S. at 3.5", "on example\\.com, the U.S. at 3.5");
        check("at 12:30:45, ratio 3:1", "at 12:30:45, ratio 3:1");
        check("a @ b # c", "a \\@ b \\# c");
        check("`@ann` \\@ann", "\\``@ann`\\` \\\\`@ann`");
    }
}
