//! Closed classes of English function words, sorted for look-up.

macro_rules! class {
    ($(#[$meta:meta])* $name:ident, $table:ident = [$($word:literal),+ $(,)?]) => {
        const $table: &[&str] = &[$($word),+];

        $(#[$meta])*
        pub(super) fn $name(word: &str) -> bool {
            $table.binary_search(&word).is_ok()
        }
    };
}

class! {
    /// Forms of be, have, do, and the modals.
    auxiliary, AUXILIARIES = [
        "am", "are", "aren't", "aren’t", "be", "been", "being", "can", "can't", "cannot", "can’t", "could",
        "couldn't", "couldn’t", "did", "didn't", "didn’t", "do", "does", "doesn't", "doesn’t", "don't", "don’t",
        "had", "hadn't", "hadn’t", "has", "hasn't", "hasn’t", "have", "haven't", "haven’t", "is", "isn't",
        "isn’t", "may", "might", "must", "ought", "shall", "should", "shouldn't", "shouldn’t", "was", "wasn't",
        "wasn’t", "were", "weren't", "weren’t", "will", "won't", "won’t", "would", "wouldn't", "wouldn’t",
    ]
}

class! {
    /// Forms of be: with a participle, the passive.
    be, BE = [
        "am", "are", "be", "been", "being", "is", "was", "were",
    ]
}

class! {
    /// Auxiliaries under which a clause tells what may or would be.
    modal, MODALS = [
        "can", "can't", "cannot", "can’t", "could", "couldn't", "couldn’t", "may", "might", "must", "ought",
        "shall", "should", "shouldn't", "shouldn’t", "will", "won't", "won’t", "would", "wouldn't", "wouldn’t",
    ]
}

class! {
    /// Adverbs that stand between subject and verb, or between auxiliary and verb.
    middle_adverb, MIDDLE_ADVERBS = [
        "again", "also", "always", "earlier", "even", "ever", "falsely", "first", "flatly", "formally",
        "further", "immediately", "initially", "just", "later", "merely", "never", "not", "now", "officially",
        "often", "once", "only", "openly", "previously", "privately", "promptly", "publicly", "quickly",
        "quietly", "recently", "repeatedly", "reportedly", "separately", "simply", "since", "so", "soon",
        "still", "strongly", "subsequently", "then", "vehemently", "wrongly", "yet",
    ]
}

class! {
    /// Words that negate a verb.
    negation, NEGATIONS = [
        "aren't", "aren’t", "can't", "cannot", "can’t", "couldn't", "couldn’t", "didn't", "didn’t", "doesn't",
        "doesn’t", "don't", "don’t", "hadn't", "hadn’t", "hasn't", "hasn’t", "haven't", "haven’t", "isn't",
        "isn’t", "neither", "never", "nor", "not", "shouldn't", "shouldn’t", "wasn't", "wasn’t", "weren't",
        "weren’t", "won't", "won’t", "wouldn't", "wouldn’t",
    ]
}

class! {
    /// Words before "to confirm" after which nothing was confirmed: "was unable to", "has yet to".
    falls_short, SHORTFALLS = [
        "fail", "failed", "failing", "fails", "unable", "yet",
    ]
}

class! {
    /// Prepositions.
    preposition, PREPOSITIONS = [
        "about", "above", "across", "after", "against", "ahead", "along", "alongside", "amid", "among",
        "around", "as", "at", "because", "before", "behind", "below", "beneath", "beside", "between", "beyond",
        "by", "despite", "down", "during", "except", "following", "for", "from", "in", "inside", "into", "like",
        "near", "of", "off", "on", "onto", "out", "outside", "over", "past", "per", "regarding", "through",
        "throughout", "till", "to", "toward", "towards", "under", "until", "up", "upon", "via", "with",
        "within", "without",
    ]
}

class! {
    /// Prepositions that go on inside the name of a source: "a spokesman for the army".
    inner_preposition, INNER_PREPOSITIONS = [
        "at", "close", "for", "from", "of", "with",
    ]
}

class! {
    /// Words that open a clause inside a sentence.
    subordinator, SUBORDINATORS = [
        "after", "although", "as", "because", "before", "but", "except", "how", "if", "once", "since", "so",
        "than", "that", "though", "till", "unless", "until", "what", "when", "where", "whereas", "whether",
        "which", "while", "who", "whom", "whose", "why", "yet",
    ]
}

class! {
    /// Pronouns that can be a source.
    pronoun, PRONOUNS = [
        "both", "everyone", "he", "her", "him", "i", "it", "many", "me", "most", "one", "others", "she", "some",
        "somebody", "someone", "them", "they", "us", "we", "you",
    ]
}

class! {
    /// Articles, possessives, demonstratives, quantifiers: what a noun phrase begins with.
    determiner, DETERMINERS = [
        "a", "all", "an", "another", "any", "both", "each", "either", "every", "her", "his", "its", "many",
        "most", "my", "neither", "no", "our", "several", "some", "that", "the", "their", "these", "this",
        "those", "two", "various", "your",
    ]
}

class! {
    /// Words that begin a sentence before its subject and belong to neither.
    opener, OPENERS = [
        "afterwards", "also", "and", "but", "earlier", "however", "instead", "later", "meanwhile", "moreover",
        "nevertheless", "or", "separately", "so", "still", "then", "yesterday", "yet",
    ]
}

class! {
    /// Question words that open a content of their own: "asked whether", "did not say how many".
    question_word, QUESTION_WORDS = [
        "how", "if", "what", "when", "where", "whether", "which", "who", "whom", "whose", "why",
    ]
}

class! {
    /// Nouns for what something is said in or through.
    medium, MEDIA = [
        "address", "announcement", "article", "blog", "book", "briefing", "broadcast", "bulletin", "call",
        "communique", "communiqué", "conference", "conversation", "documents", "e-mail", "email", "filing",
        "filings", "footage", "hearing", "interview", "interviews", "judgment", "letter", "mail", "memo",
        "message", "messages", "news", "newsletter", "note", "notice", "paper", "podcast", "post", "posts",
        "program", "programme", "release", "releases", "remarks", "report", "reports", "ruling", "show",
        "speech", "statement", "statements", "summary", "survey", "testimony", "text", "thread", "tweet",
        "tweets", "update", "video", "videos", "website",
    ]
}

class! {
    /// Documents that measure.
    survey, SURVEYS = [
        "barometer", "census", "count", "estimate", "estimates", "forecast", "forecasts", "poll", "polls",
        "projection", "projections", "study", "survey", "surveys", "tally",
    ]
}

#[cfg(test)]
mod tests {
    #[test]
    fn tables_are_sorted() {
        for table in [
            super::AUXILIARIES,
            super::BE,
            super::MODALS,
            super::MIDDLE_ADVERBS,
            super::NEGATIONS,
            super::SHORTFALLS,
            super::PREPOSITIONS,
            super::INNER_PREPOSITIONS,
            super::SUBORDINATORS,
            super::PRONOUNS,
            super::DETERMINERS,
            super::OPENERS,
            super::QUESTION_WORDS,
            super::MEDIA,
            super::SURVEYS,
        ] {
            let mut sorted = table.to_vec();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(table, sorted);
        }
    }
}
