//! Whether a text is in English.

use crate::token::{Token, TokenKind};

/// Words that every English text of some length is full of, sorted. None of them is frequent in another language's news.
const FREQUENT: &[&str] = &[
    "and", "are", "as", "at", "been", "by", "for", "from", "had", "has", "have", "he", "his", "is", "it",
    "its", "of", "on", "said", "that", "the", "their", "they", "this", "to", "was", "were", "which", "who",
    "will", "with", "would",
];

/// Fewer words than this tell nothing.
const ENOUGH: usize = 40;
/// In English news about every third word is one of these; in other languages hardly one in twenty.
const SHARE: usize = 10;

/// Whether at least every tenth word is one of the most frequent ones of English; short texts are taken for English.
///
/// The first 20,000 words decide.
pub(crate) fn is_english(text: &str, tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|token| token.kind == TokenKind::Word).take(20_000);
    let (mut all, mut frequent) = (0, 0);
    for token in words {
        let word = token.of(text);
        all += 1;
        frequent += usize::from(
            word.len() < 6 && FREQUENT.binary_search(&word.to_ascii_lowercase().as_str()).is_ok(),
        );
    }
    all < ENOUGH || frequent * SHARE >= all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    #[test]
    fn tells_english_from_others() {
        let check = |text: &str| {
            let text = text.repeat(5);
            let mut tokens = Vec::new();
            crate::token::tokenize(&text, Span::new(0, text.len()), &mut tokens);
            is_english(&text, &tokens)
        };
        assert!(FREQUENT.is_sorted());
        assert!(check("The ministry said on Monday that at least 40 people were injured in the fire. "));
        assert!(check(
            "Arsenal beat Chelsea 2-1 at the weekend to go top of the table, with Saka scoring twice. "
        ));
        assert!(!check(
            "Das Ministerium sagte am Montag, mindestens 40 Menschen seien bei dem Brand verletzt worden. "
        ));
        assert!(!check("Le ministère a déclaré lundi que la grève avait été annoncée par les syndicats. "));
        assert!(!check("Міністерство повідомило в понеділок, що постраждало щонайменше 40 людей. "));
    }
}
