//! Whose name the text says is withheld: "on condition of anonymity", "asked not to be named", "an unnamed official".

use super::super::grammar::Grammar;
use super::super::mention::{MentionId, Mentions};
use super::Members;

/// Steps up the tree from the words to whom they are about.
const STEPS: usize = 10;

/// For each entity, whether its name is withheld.
pub(super) fn of(
    grammar: &Grammar<'_>,
    mentions: &Mentions,
    members: &Members,
    entities: usize,
) -> Vec<bool> {
    let mut withheld = vec![false; entities];
    for at in 0..grammar.sentence.len() {
        if says_so(grammar, at)
            && let Some(id) = whose(grammar, mentions, at)
            && let Some(entity) = members.of_mention[id]
        {
            withheld[entity.0 as usize] = true;
        }
    }
    withheld
}

fn says_so(grammar: &Grammar<'_>, at: usize) -> bool {
    match grammar.low(at).as_str() {
        "anonymity" | "anonymously" | "anonymous" | "unnamed" | "unidentified" => true,
        // "not to be named", "declined to be identified", "did not want to be quoted by name", "without being named".
        "named" | "identified" | "quoted" => {
            let sentence = grammar.analysis.sentence(at);
            let before = |back: usize| at.checked_sub(back).filter(|from| sentence.contains(from));
            before(1).is_some_and(|be| matches!(grammar.low(be).as_str(), "be" | "being"))
                && (2..7).filter_map(before).any(|word| {
                    matches!(
                        grammar.lemma(word).as_str(),
                        "not" | "n't" | "n’t" | "never" | "decline" | "refuse" | "without"
                    )
                })
        }
        _ => false,
    }
}

/// The mention that the words are about: the noun that they modify, or the subject of the clause that they stand in.
fn whose(grammar: &Grammar<'_>, mentions: &Mentions, words: usize) -> Option<MentionId> {
    let mut at = words;
    for _ in 0..STEPS {
        let head = grammar.head(at)?;
        let relation = grammar.relation(at).split(':').next().unwrap_or_default();
        if matches!(relation, "acl" | "amod") {
            return mentions.at(head);
        }
        let subject = grammar.with(head, "nsubj").next().filter(|subject| *subject != at);
        if let Some(subject) = subject {
            // "who asked not to be named": the noun that the clause modifies.
            if !grammar.xpos(subject).starts_with('W') {
                return mentions.at(subject);
            }
        }
        at = head;
    }
    None
}
