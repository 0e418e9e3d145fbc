//! Words that keep a sentence from being a statement of fact in the text's own voice.
//!
//! Each list is a closed class, or the common members of an open one, after Quirk et al. 1985 (modals 4.49–65, disjuncts 8.121–133,
//! conjuncts 8.134–147).

/// Reader and writer: whoever says "I" or "you" is chatting, or somebody else is speaking.
pub(super) fn first_or_second_person(word: &str) -> bool {
    matches!(
        word,
        "i" | "we"
            | "me"
            | "us"
            | "my"
            | "our"
            | "mine"
            | "ours"
            | "myself"
            | "ourselves"
            | "you"
            | "your"
            | "yours"
            | "yourself"
            | "yourselves"
    )
}

/// Modals under which a clause still states what is or will be so.
pub(super) fn stating_modal(lemma: &str) -> bool {
    matches!(lemma, "will" | "can" | "’ll" | "'ll")
}

/// Adverbs that hedge or judge.
pub(super) fn disjunct(word: &str) -> bool {
    matches!(
        word,
        "apparently"
            | "arguably"
            | "certainly"
            | "clearly"
            | "evidently"
            | "frankly"
            | "fortunately"
            | "hopefully"
            | "honestly"
            | "inevitably"
            | "ironically"
            | "maybe"
            | "obviously"
            | "perhaps"
            | "possibly"
            | "presumably"
            | "probably"
            | "regrettably"
            | "sadly"
            | "seemingly"
            | "surely"
            | "surprisingly"
            | "thankfully"
            | "undoubtedly"
            | "unfortunately"
            | "likely"
            | "unlikely"
    )
}

/// What somebody reckons, admits or has found: a statement by or in one of these is not the text's own.
pub(super) fn account(noun: &str) -> bool {
    matches!(
        noun,
        "account"
            | "admission"
            | "estimate"
            | "estimates"
            | "eyes"
            | "opinion"
            | "poll"
            | "polls"
            | "reckoning"
            | "statement"
            | "study"
            | "survey"
            | "view"
            | "words"
    )
}

/// Verbs of seeming: the text does not say that it is so.
pub(super) fn seeming(lemma: &str) -> bool {
    matches!(lemma, "seem" | "appear" | "look" | "feel" | "sound" | "tend")
}

/// Words that tie a sentence to the one before it, at its head.
pub(super) fn connective(word: &str) -> bool {
    matches!(
        word,
        "also"
            | "besides"
            | "consequently"
            | "furthermore"
            | "hence"
            | "however"
            | "indeed"
            | "instead"
            | "meanwhile"
            | "moreover"
            | "nevertheless"
            | "nonetheless"
            | "still"
            | "therefore"
            | "thus"
            | "yet"
    )
}
