//! Words of an article on their way to a terminal.

/// Makes one line of `text` that is safe to print: white space becomes single spaces, and characters that
/// command a terminal or turn the order of reading become visible signs. An article is not ours: escape
/// sequences in it could recolour, retitle or overwrite what stands on the reader's screen.
///
/// ```
/// use claimant_render::clean;
///
/// assert_eq!(clean("two\n  lines, \x1b[31mred\x1b[0m"), "two lines, ␛[31mred␛[0m");
/// ```
pub fn clean(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().map(visible));
    }
    line
}

fn visible(c: char) -> char {
    match c {
        // Unicode's own pictures of the control characters.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        // C1 controls, and the marks, embeddings and isolates of the bidirectional algorithm.
        '\u{80}'..='\u{9f}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => '\u{fffd}',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_commands_the_terminal() {
        let check = |text, expected| assert_eq!(clean(text), expected, "{text:?}");
        check("  “Oui”,\u{a0}said\tZoë 🦀 \r\n", "“Oui”, said Zoë 🦀");
        check("\u{1b}]0;title\u{7}", "␛]0;title␇");
        check("\u{9b}31m\u{202e}txt", "\u{fffd}31m\u{fffd}txt");
        check("\0", "␀");
        let all: String = (0..=0x2100).filter_map(char::from_u32).collect();
        assert!(!clean(&all).contains(char::is_control));
    }
}
