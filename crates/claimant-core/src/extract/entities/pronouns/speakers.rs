//! "I" and "we" in quoted words: "I" is whoever is quoted, "we" is one party in all words of one claim.

use super::Context;
use crate::EntityKind;
use crate::draft::Draft;
use crate::extract::entities::chains::Chains;
use crate::extract::entities::mention::{Form, MentionId, Pronoun};
use crate::extract::entities::sources;

pub(super) fn join(draft: &Draft<'_>, context: &Context<'_>, chains: &mut Chains) {
    let (grammar, mentions) = (context.grammar, context.mentions);
    let mut done = vec![false; mentions.list.len()];
    // Words quoted inside others are the inner one's.
    let mut order: Vec<usize> = (0..draft.claims.len()).collect();
    order.sort_by_key(|index| (draft.claims[*index].content.hull().len(), *index));
    for claim in order.into_iter().map(|index| &draft.claims[index]) {
        let speaker = match claim.sources.as_slice() {
            [one] => sources::mention_of(grammar, mentions, one).filter(|id| {
                matches!(chains.known(*id).kind, None | Some(EntityKind::Person))
                    && mentions.list[*id].plural != Some(true)
            }),
            _ => None,
        };
        let mut we: Option<MentionId> = None;
        for piece in claim.content.pieces() {
            for token in grammar.analysis.tokens_in(*piece) {
                let Some(id) = mentions.at(token).filter(|id| context.quoted[token] && !done[*id]) else {
                    continue;
                };
                match mentions.list[id].form {
                    Form::Pronoun(Pronoun::I) => {
                        if let Some(speaker) = speaker {
                            chains.join(speaker, id);
                        }
                    }
                    Form::Pronoun(Pronoun::We) => match we {
                        Some(other) => chains.join(other, id),
                        None => we = Some(id),
                    },
                    _ => continue,
                }
                done[id] = true;
            }
        }
    }
}
