//! What is somebody's, taken up again: "his father" after "Mohamed's father". After the pronouns, since owners are often such.

use rustc_hash::FxHashMap;

use super::chains::Chains;
use super::descriptions::{self, CONTRASTS};
use super::grammar::Grammar;
use super::mention::{MentionId, Mentions};

/// Earlier mentions with the same noun that are looked at, the latest first.
const LOOKED_AT: usize = 12;

pub(super) fn join(grammar: &Grammar<'_>, mentions: &Mentions, chains: &mut Chains) {
    let mut by_noun: FxHashMap<String, Vec<(MentionId, MentionId)>> = FxHashMap::default();
    for (id, mention) in mentions.list.iter().enumerate().filter(|(_, mention)| !mention.coordination) {
        let Some(owner) = mentions.possessor(grammar, id) else { continue };
        let before = by_noun.entry(grammar.lemma(mention.head)).or_default();
        let found = before.iter().rev().take(LOOKED_AT).find(|(other, earlier)| {
            chains.same(owner, *earlier)
                && !chains.same(*other, id)
                && chains.agree(*other, id)
                && !tells_apart(grammar, mentions, *other, id)
        });
        if let Some((other, _)) = found {
            chains.join(*other, id);
        }
        before.push((id, owner));
    }
}

/// Whether the words before the noun say that the two are different: "his first wife", "his wife".
fn tells_apart(grammar: &Grammar<'_>, mentions: &Mentions, a: MentionId, b: MentionId) -> bool {
    let (earlier, later) = (&mentions.list[a], &mentions.list[b]);
    let inside = earlier.tokens.contains(&later.head) || later.tokens.contains(&earlier.head);
    let known = descriptions::modifiers(grammar, earlier);
    let said = descriptions::modifiers(grammar, later);
    let contrast = |word: &&String| CONTRASTS.contains(&word.as_str());
    inside
        || said.iter().any(|word| !known.contains(word))
        || known.iter().filter(contrast).any(|word| !said.contains(word))
}
