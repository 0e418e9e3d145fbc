//! Regular inflection of English verbs, from the base form outwards.

/// The -s form: "say" → "says", "deny" → "denies", "express" → "expresses".
pub(super) fn third(base: &str) -> String {
    if let Some(stem) = base.strip_suffix('y').filter(|stem| ends_in_consonant(stem)) {
        format!("{stem}ies")
    } else if base.ends_with(['s', 'x', 'z']) || base.ends_with("ch") || base.ends_with("sh") {
        format!("{base}es")
    } else {
        format!("{base}s")
    }
}

/// The -ed form: "state" → "stated", "deny" → "denied", "admit" → "admitted".
pub(super) fn past(base: &str) -> String {
    if let Some(stem) = base.strip_suffix('y').filter(|stem| ends_in_consonant(stem)) {
        format!("{stem}ied")
    } else if base.ends_with('e') {
        format!("{base}d")
    } else {
        format!("{}ed", doubled(base))
    }
}

/// The -ing form: "state" → "stating", "admit" → "admitting".
pub(super) fn gerund(base: &str) -> String {
    match base.strip_suffix('e').filter(|stem| !stem.ends_with(['e', 'o', 'y'])) {
        Some(stem) => format!("{stem}ing"),
        None => format!("{}ing", doubled(base)),
    }
}

fn ends_in_consonant(stem: &str) -> bool {
    stem.chars().next_back().is_some_and(|c| !"aeiou".contains(c))
}

/// Doubles the final consonant where stress falls on the last syllable. Spelling does not show stress:
/// of the longer verbs that end in one vowel and one consonant, these few endings carry it.
fn doubled(base: &str) -> String {
    let letters: Vec<char> = base.chars().collect();
    let vowel = |c: char| "aeiou".contains(c);
    let [.., a, b, c] = letters[..] else { return base.to_owned() };
    let short = !vowel(a) && vowel(b) && !vowel(c) && !matches!(c, 'w' | 'x' | 'y');
    let one_syllable = letters.iter().filter(|c| vowel(**c)).count() == 1;
    let stressed = ["mit", "cur", "fer", "but", "bel"].iter().any(|end| base.ends_with(end));
    if short && (one_syllable || stressed) { format!("{base}{c}") } else { base.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_forms() {
        let forms = |base: &str| [third(base), past(base), gerund(base)].join(" ");
        assert_eq!(forms("state"), "states stated stating");
        assert_eq!(forms("deny"), "denies denied denying");
        assert_eq!(forms("say"), "says sayed saying");
        assert_eq!(forms("admit"), "admits admitted admitting");
        assert_eq!(forms("rebut"), "rebuts rebutted rebutting");
        assert_eq!(forms("stress"), "stresses stressed stressing");
        assert_eq!(forms("report"), "reports reported reporting");
        assert_eq!(forms("plan"), "plans planned planning");
        assert_eq!(forms("vow"), "vows vowed vowing");
        assert_eq!(forms("reveal"), "reveals revealed revealing");
        assert_eq!(forms("question"), "questions questioned questioning");
        assert_eq!(forms("guarantee"), "guarantees guaranteed guaranteeing");
    }
}
