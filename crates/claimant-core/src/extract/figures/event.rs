//! What befell those who are counted: "3,000 soldiers have been [killed or injured]".

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::words::Words;

/// How a word of the vocabulary can be used. One form can have several uses.
#[derive(Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "four independent uses of one form")]
struct Uses {
    /// "were killed", "12 killed": a participle, or an adjective of state.
    suffered: bool,
    /// "killed 12", "injuring 30": a verb with those counted as its object.
    done_to: bool,
    /// "12 died": a verb with those counted as its subject, without an auxiliary.
    did: bool,
    /// "the death of 12".
    named: bool,
}

/// Verbs whose forms follow from the base. What can befall people, things and places in the news.
const REGULAR: &str = "
    abduct affect ambush arrest assassinate attack ban besiege bomb bury capture charge conscript
    convict crush damage deploy deport destroy detain disarm discharge dismiss displace down evacuate
    evict execute expel extradite free hospitalise hospitalize imprison indict infect injure intercept
    jail kidnap kill maim massacre mobilise mobilize murder orphan poison quarantine rape release
    repatriate rescue resettle sack sentence shell strand suspend target torture trap vaccinate wound";

/// Base, third person, past, participle, -ing.
const IRREGULAR: &[[&str; 5]] = &[
    ["behead", "beheads", "beheaded", "beheaded", "beheading"],
    ["hit", "hits", "hit", "hit", "hitting"],
    ["hurt", "hurts", "hurt", "hurt", "hurting"],
    ["shoot", "shoots", "shot", "shot", "shooting"],
    ["sink", "sinks", "sank", "sunk", "sinking"],
    ["stab", "stabs", "stabbed", "stabbed", "stabbing"],
    ["strike", "strikes", "struck", "struck", "striking"],
    ["trap", "traps", "trapped", "trapped", "trapping"],
    ["kidnap", "kidnaps", "kidnapped", "kidnapped", "kidnapping"],
    ["expel", "expels", "expelled", "expelled", "expelling"],
    ["seize", "seizes", "seized", "seized", "seizing"],
    ["fire", "fires", "fired", "fired", "firing"],
    ["lose", "loses", "lost", "", "losing"],
];

/// Adjectives of state.
const STATES: &str = "dead missing homeless ill unhurt unharmed uninjured alive jobless";

/// Verbs whose subject is who it befell.
const DONE: &str = "
    collapsed defected deserted died disappeared drowned escaped fled perished resigned starved
    suffocated surrendered survived vanished";

/// Nouns with "of" before those counted.
const NOUNS: &str = "
    abduction abductions arrest arrests assassination capture death deaths deployment deportation
    detention displacement evacuation execution imprisonment kidnapping killing killings massacre murder
    murders release rescue wounding";

/// Second words that make one event with the first: "shot dead", "laid off".
const PAIRS: &[(&str, &str)] = &[
    ("blown", "up"),
    ("burned", "alive"),
    ("burnt", "alive"),
    ("gone", "missing"),
    ("laid", "off"),
    ("lost", "their"),
    ("shot", "dead"),
    ("shot", "down"),
    ("taken", "captive"),
    ("taken", "hostage"),
    ("taken", "prisoner"),
    ("unaccounted", "for"),
    ("went", "missing"),
    ("wiped", "out"),
];

static VOCABULARY: LazyLock<FxHashMap<String, Uses>> = LazyLock::new(|| {
    let mut words: FxHashMap<String, Uses> = FxHashMap::default();
    let irregular = |base: &str| IRREGULAR.iter().any(|forms| forms[0] == base);
    for base in REGULAR.split_whitespace().filter(|base| !irregular(base)) {
        let (past, third, ing) = if let Some(stem) = base.strip_suffix('e') {
            (format!("{stem}ed"), format!("{base}s"), format!("{stem}ing"))
        } else if let Some(stem) = base.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o'])) {
            (format!("{stem}ied"), format!("{stem}ies"), format!("{base}ing"))
        } else if base.ends_with("sh") || base.ends_with("ss") {
            (format!("{base}ed"), format!("{base}es"), format!("{base}ing"))
        } else {
            (format!("{base}ed"), format!("{base}s"), format!("{base}ing"))
        };
        words.entry(past).or_default().suffered = true;
        for form in [past_of(base), third, ing, base.to_owned()] {
            words.entry(form).or_default().done_to = true;
        }
    }
    for [base, third, past, participle, ing] in IRREGULAR {
        words.entry((*participle).to_owned()).or_default().suffered = true;
        for form in [base, third, past, ing] {
            words.entry((*form).to_owned()).or_default().done_to = true;
        }
    }
    words.remove("");
    for word in STATES.split_whitespace() {
        words.entry(word.to_owned()).or_default().suffered = true;
    }
    for word in DONE.split_whitespace() {
        words.entry(word.to_owned()).or_default().did = true;
    }
    for word in NOUNS.split_whitespace() {
        words.entry(word.to_owned()).or_default().named = true;
    }
    // Directions and nouns far more often than verbs.
    for word in [
        "down", "downs", "free", "charge", "charges", "fire", "fires", "shell", "shells", "target", "targets",
    ] {
        words.remove(word);
    }
    words
});

fn past_of(base: &str) -> String {
    match (base.strip_suffix('e'), base.strip_suffix('y')) {
        (Some(stem), _) => format!("{stem}ed"),
        (_, Some(stem)) if !stem.ends_with(['a', 'e', 'o']) => format!("{stem}ied"),
        _ => format!("{base}ed"),
    }
}

fn uses(words: &Words<'_>, at: usize) -> Uses {
    VOCABULARY.get(words.low(at)).copied().unwrap_or_default()
}

/// One word of suffering or doing at `at`: its end.
fn one(words: &Words<'_>, at: usize, fits: impl Fn(Uses) -> bool) -> Option<usize> {
    let word = words.low(at);
    if word == "lost"
        && matches!(words.low(at + 1), "their")
        && matches!(words.low(at + 2), "lives" | "jobs" | "homes")
    {
        return Some(at + 3);
    }
    if word != "lost" && PAIRS.iter().any(|(first, second)| word == *first && words.low(at + 1) == *second) {
        return Some(at + 2);
    }
    (words.is_word(at) && fits(uses(words, at))).then_some(at + 1)
}

/// Participles at `at`, joined: "killed", "killed or injured", "dead, wounded or missing".
fn joined(words: &Words<'_>, at: usize, fits: impl Fn(Uses) -> bool + Copy) -> Option<Range<usize>> {
    let mut to = one(words, at, fits)?;
    loop {
        let next = match (words.low(to), words.low(to + 1)) {
            ("and" | "or", "/") => to + 3,
            (",", "and" | "or") => to + 2,
            ("and" | "or" | "," | "/", _) => to + 1,
            _ => break,
        };
        match one(words, next, fits) {
            Some(end) => to = end,
            None => break,
        }
    }
    Some(at..to)
}

/// Something suffered at `at`.
pub(super) fn at(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    joined(words, at, |uses| uses.suffered || uses.did)
}

/// A verb at `at` whose subject it befell: "died".
pub(super) fn did(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    let found = joined(words, at, |uses| uses.did)?;
    let denied = matches!(words.before(at, 1), "not" | "n't" | "never");
    (!denied).then_some(found)
}

/// The event that stands after a noun phrase ending at `end`, in the same clause.
pub(super) fn after(words: &Words<'_>, end: usize) -> Option<Range<usize>> {
    let mut at = end;
    if let Some(found) = suffered(words, skip_quote(words, at)) {
        return Some(found);
    }
    // Through "in the city" and the like, up to the verb.
    let mut auxiliary = false;
    for _ in 0..24 {
        let word = words.low(at);
        at = match word {
            "who" | "that" | "which" if at == end => at + 1,
            "was" | "were" | "is" | "are" | "been" | "be" | "being" | "got" | "get" | "remain"
            | "remained" | "remains" | "feared" | "believed" | "presumed" | "thought" | "found" | "left"
            | "reported" | "reportedly" | "confirmed" | "pronounced" | "declared" => {
                auxiliary = true;
                at + 1
            }
            "have" | "has" | "had" | "will" | "would" | "could" | "may" | "might" | "must" | "should" => {
                auxiliary = true;
                // "have killed" is no passive; "have died" is.
                if let Some(found) = joined(words, at + 1, |uses| uses.did) {
                    return Some(found);
                }
                if uses(words, at + 1).suffered {
                    return None;
                }
                at + 1
            }
            "also" | "already" | "so" | "far" | "since" | "now" | "still" | "all" | "either" | "to"
            | "recently" | "known"
                if auxiliary =>
            {
                at + 1
            }
            "not" | "never" | "n't" | "said" | "and" | "or" | "but" | "while" | "" => return None,
            _ if words.is_quote(at) && auxiliary => at + 1,
            _ if auxiliary => {
                return words.low(at).ends_with("ly").then(|| suffered(words, at + 1)).flatten();
            }
            _ if words.is_word(at) || words.is_number(at) => {
                // Only prepositional phrases may stand between: another verb has another story.
                if at == end && !is_preposition(word) {
                    return None;
                }
                if let Some(found) = joined(words, at, |uses| uses.did) {
                    return Some(found);
                }
                at + 1
            }
            _ => return None,
        };
        if auxiliary && let Some(found) = suffered(words, skip_quote(words, at)) {
            return Some(found);
        }
    }
    None
}

fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "in" | "at"
            | "on"
            | "from"
            | "of"
            | "near"
            | "across"
            | "around"
            | "inside"
            | "outside"
            | "with"
            | "under"
            | "aboard"
            | "among"
            | "along"
            | "within"
            | "between"
            | "by"
    )
}

fn skip_quote(words: &Words<'_>, at: usize) -> usize {
    at + usize::from(words.is_quote(at) && !words.glued(at))
}

/// Something suffered at `at` that has no object: "12 killed in", not "12 soldiers killed three".
fn suffered(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    let found = self::at(words, at)?;
    let intransitive = (found.clone()).all(|at| uses(words, at).did || !uses(words, at).done_to);
    let next = words.low(found.end);
    let object = !intransitive
        && (words.is_number(found.end)
            || super::spelled::small(next).is_some()
            || matches!(
                next,
                "a" | "an"
                    | "the"
                    | "him"
                    | "them"
                    | "her"
                    | "his"
                    | "their"
                    | "its"
                    | "it"
                    | "us"
                    | "dozens"
                    | "hundreds"
            ));
    (!object).then_some(found)
}

/// The event that stands before a figure starting at `start`: "killed 12", "killing or injuring at least
/// 12", "the death of 12".
pub(super) fn before(words: &Words<'_>, start: usize) -> Option<Range<usize>> {
    let mut end = start;
    if words.low(end.wrapping_sub(1)) == "of" && end >= 2 {
        let noun = end - 2;
        return uses(words, noun).named.then_some(noun..noun + 1);
    }
    // "killed another 12", "killed the 12", "“killed” 12".
    while end > 0
        && (matches!(
            words.before(end, 1),
            "another" | "a" | "the" | "further" | "total" | "its" | "his" | "their" | "all" | "off"
        ) || words.is_quote(end - 1))
        && start - end < 3
    {
        end -= 1;
    }
    let verb = end.checked_sub(1)?;
    if !uses(words, verb).done_to {
        return None;
    }
    let mut from = verb;
    while from >= 2
        && matches!(words.before(from, 1), "and" | "or" | ",")
        && uses(words, from - 2).done_to
        && verb - from < 8
    {
        from -= 2;
    }
    // "12 were killed, 30 injured" and "were killed 12 days ago" are not done by anybody here.
    let passive = (1..=2).any(|back| matches!(words.before(from, back), "was" | "were" | "been" | "being"));
    (!passive).then_some(from..verb + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use crate::token::tokenize;

    fn check(text: &str, expected: &str) {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        let words = Words::new(text, &tokens, false, |_| false);
        assert_eq!(after(&words, 0).map(|found| words.phrase(found)).unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn events_after_the_noun() {
        check("have been “killed or injured” since", "killed or injured");
        check("dead or injured", "dead or injured");
        check("killed in the attack", "killed");
        check("who were reportedly killed", "killed");
        check("in the city of Kursk were killed", "killed");
        check("are feared dead", "dead");
        check("were shot dead", "shot dead");
        check("died", "died");
        check("have died", "died");
        check("lost their jobs", "lost their jobs");
        check("dead, wounded and missing", "dead, wounded and missing");
        check("killed three civilians", "");
        check("have killed", "");
        check("were not killed", "");
        check("said they were killed", "");
        check(", who", "");
    }
}
