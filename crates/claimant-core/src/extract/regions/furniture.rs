//! What a site adds to an article: prompts, notices, captions and credits.

/// Prompts of news sites, as the words that a line begins with, in lower case, sorted. A line is a prompt
/// when it begins so, is short, and is no sentence.
const PROMPTS: &[&str] = &[
    "advertisement",
    "all rights reserved",
    "also read",
    "article continues",
    "ask me",
    "ask us",
    "click here",
    "click to",
    "comments",
    "continue reading",
    "copyright",
    "download our",
    "download the",
    "editors’ picks",
    "editor’s picks",
    "enter your email",
    "explore more",
    "explore our",
    "explore related",
    "find out more",
    "follow us",
    "for more",
    "get our",
    "get the",
    "has this",
    "have a",
    "join our",
    "join the",
    "keep reading",
    "learn more",
    "leave a comment",
    "listen to",
    "load more",
    "loading",
    "log in",
    "more from",
    "more news",
    "more on",
    "more stories",
    "most popular",
    "most read",
    "newsletter",
    "open in app",
    "print this",
    "read also",
    "read full",
    "read more",
    "read next",
    "read our",
    "read the full",
    "recommended",
    "register",
    "related",
    "reporting by",
    "reprints",
    "save this",
    "see also",
    "see more",
    "share on",
    "share this",
    "share via",
    "show more",
    "sign in",
    "sign up",
    "skip to",
    "sponsored",
    "subscribe",
    "support our",
    "terms of",
    "top stories",
    "trending",
    "view comments",
    "view more",
    "watch now",
    "watch:",
    "what to read",
    "you may also",
    "you might also",
    "©",
];

/// More words than a prompt has.
const LONGEST_PROMPT: usize = 14;

/// Whether a paragraph is the site's and not the article's.
pub(super) fn is_boilerplate(line: &str) -> bool {
    if line.len() > 160 {
        return false;
    }
    let words = line.split_whitespace().count();
    let lower = line.to_lowercase().replace('\'', "’");
    let lower = lower.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©');
    let begins = |prompt: &str| {
        lower.strip_prefix(prompt).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let prompted = PROMPTS.iter().any(|prompt| begins(prompt));
    let notice = (begins("copyright") || begins("©") || lower.contains("all rights reserved")) && words <= 30;
    // "Related parties were told, he said." is a sentence; "Subscribe now!" is not one of the article's.
    let sentence = line.ends_with(['.', '”', '"', '?']) && words > 4 && !lower.contains("newsletter");
    notice || (prompted && words <= LONGEST_PROMPT && !sentence)
}

/// Whether a paragraph is the caption or the credit of a picture.
pub(super) fn is_caption(line: &str) -> bool {
    if line.len() > 400 {
        return false;
    }
    const LABELS: &[&str] = &[
        "photo:",
        "photo by",
        "photograph:",
        "file photo",
        "file -",
        "file –",
        "file —",
        "image:",
        "image credit",
        "image source",
        "credit:",
        "picture:",
        "caption:",
        "video:",
    ];
    let lower = line.to_lowercase();
    let lower = lower.trim_start_matches(['(', '[', ' ']);
    let credited = line.ends_with(')')
        && ["(photo", "(image", "(credit", "(picture", "(ap photo"]
            .iter()
            .any(|label| line.to_lowercase().rfind(label).is_some_and(|at| line.len() - at < 80));
    credited || LABELS.iter().any(|label| lower.starts_with(label))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prompts_and_sentences() {
        for line in [
            "Ask me anything",
            "Explore related questions",
            "READ MORE: Ten storms",
            "Subscribe now!",
            "© 2024 News Ltd. All rights reserved.",
            "• Share this article",
            "Sign up for our newsletter.",
        ] {
            assert!(is_boilerplate(line), "{line}");
        }
        for line in [
            "Share prices fell on Monday.",
            "Related parties were not told, he said.",
            "Registered nurses walked out",
            "Ask any farmer, he said.",
            "Follow-up talks failed",
        ] {
            assert!(!is_boilerplate(line), "{line}");
        }
    }

    #[test]
    fn captions() {
        assert!(
            is_caption("(Photo by Ann Lee/Agency)")
                && is_caption("FILE - The dam in May.")
                && is_caption("The dam. (AP Photo/Bo Roe)")
        );
        assert!(!is_caption("Photos of the dam were taken.") && !is_caption("He left (in a car)."));
    }

    #[test]
    fn prompts_are_sorted() {
        let mut sorted = PROMPTS.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(PROMPTS, sorted);
    }
}
