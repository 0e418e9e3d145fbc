//! How much a text has lately spoken of each chain.

use rustc_hash::FxHashMap;

use super::Context;
use crate::extract::entities::chains::Chains;
use crate::extract::entities::mention::{Form, MentionId};

/// What the sentences before a pronoun have of one chain.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Salience {
    /// Mentions.
    pub(super) mentions: u32,
    /// Mentions that are pronouns.
    pub(super) pronouns: u32,
    /// It is a subject in the pronoun's sentence, before it.
    pub(super) subject_here: bool,
    /// It is a subject of the sentence before.
    pub(super) subject_before: bool,
    /// It is the subject of the main clause of the sentence before.
    pub(super) leads_before: bool,
    /// It was last called by its name in the pronoun's sentence.
    pub(super) named_here: bool,
}

/// Mentions back that are looked at.
const MENTIONS: usize = 100;
/// Sentences back that are looked at.
const SENTENCES: u32 = 4;

/// By root of the chain.
pub(super) fn of(context: &Context<'_>, chains: &Chains, id: MentionId) -> FxHashMap<MentionId, Salience> {
    let (grammar, mentions) = (context.grammar, &context.mentions.list);
    let sentence = grammar.sentence[mentions[id].head];
    let mut found: FxHashMap<MentionId, Salience> = FxHashMap::default();
    for other in (id.saturating_sub(MENTIONS)..id).rev() {
        let mention = &mentions[other];
        let back = sentence - grammar.sentence[mention.head];
        if back > SENTENCES {
            break;
        }
        let one = found.entry(chains.root(other)).or_default();
        let subject = grammar.is(mention.head, "nsubj");
        let leads =
            subject && grammar.head(mention.head).is_some_and(|verb| grammar.relation(verb) == "root");
        one.mentions += 1;
        one.pronouns += u32::from(matches!(mention.form, Form::Pronoun(_)));
        one.subject_here |= back == 0 && subject;
        one.subject_before |= back == 1 && subject;
        one.leads_before |= back == 1 && leads;
        one.named_here |= back == 0 && mention.form == Form::Name;
    }
    found
}
