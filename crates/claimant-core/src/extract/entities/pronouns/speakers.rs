//! "I" and "we" in quoted words: "I" is whoever is quoted, "we" is one party in all words of one claim.

use rustc_hash::FxHashMap;

use super::Context;
use crate::EntityKind;
use crate::draft::Draft;
use crate::extract::entities::chains::Chains;
use crate::extract::entities::mention::{Form, MentionId, Pronoun};
use crate::extract::entities::sources;

pub(super) fn join(draft: &Draft<'_>, context: &Context<'_>, chains: &mut Chains) {
    let (grammar, mentions) = (context.grammar, context.mentions);
    let mut done = vec![false; mentions.list.len()];
    // Whoever is quoted, and the "we" of the words.
    let mut parties: Vec<(MentionId, MentionId)> = Vec::new();
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
                    Form::Pronoun(Pronoun::We) => {
                        if let Some(other) = we {
                            chains.join(other, id);
                        } else {
                            we = Some(id);
                            parties.extend(speaker.map(|speaker| (speaker, id)));
                        }
                    }
                    _ => continue,
                }
                done[id] = true;
            }
        }
    }
    // One who is quoted twice speaks for one party.
    let mut by_speaker: FxHashMap<MentionId, MentionId> = FxHashMap::default();
    for (speaker, we) in parties {
        match by_speaker.get(&chains.root(speaker)) {
            Some(other) => chains.join(*other, we),
            None => {
                by_speaker.insert(chains.root(speaker), we);
            }
        }
    }
    elsewhere(draft, context, chains, &done);
}

/// Outside of claims: "we", "I" and "you" of the text itself are one each, and so are those of one quotation.
fn elsewhere(draft: &Draft<'_>, context: &Context<'_>, chains: &mut Chains, done: &[bool]) {
    let (grammar, mentions) = (context.grammar, context.mentions);
    let mut quotes: Vec<(usize, usize)> = draft
        .quotes
        .iter()
        .enumerate()
        .filter(|(_, quote)| quote.depth == 0)
        .flat_map(|(number, quote)| quote.spans.pieces().iter().map(move |piece| (piece.start(), number)))
        .collect();
    quotes.sort_unstable();
    // By whose words: those of a quotation, or the text's own.
    let mut first: FxHashMap<(Option<usize>, u8), MentionId> = FxHashMap::default();
    for (id, mention) in mentions.list.iter().enumerate() {
        let word = match mention.form {
            Form::Pronoun(Pronoun::I) => 0,
            Form::Pronoun(Pronoun::We) => 1,
            Form::Pronoun(Pronoun::You) => 2,
            _ => continue,
        };
        if done[id] || mention.coordination {
            continue;
        }
        let start = grammar.analysis.tokens[mention.head].span.start();
        let before = quotes.partition_point(|(from, _)| *from <= start);
        let quote =
            context.quoted[mention.head].then(|| before.checked_sub(1).map(|at| quotes[at].1)).flatten();
        match first.get(&(quote, word)) {
            Some(other) => chains.join(*other, id),
            None => {
                first.insert((quote, word), id);
            }
        }
    }
}
