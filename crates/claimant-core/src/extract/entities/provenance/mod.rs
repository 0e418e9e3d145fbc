//! Where a source stands: what is said of those without a name, and the outlets that sources spoke to.

mod anonymity;
mod kind;
pub(super) mod outlets;
mod unnamed;

use std::cell::OnceCell;

use super::grammar::Grammar;
use super::mention::{MentionId, Mentions};
use super::sources;
use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};
use crate::{EntityId, Span};

/// Says of sources without a name what their words tell, and finds the outlets that sources spoke to.
pub(crate) struct Provenance;

static INFO: Info = Info {
    name: "provenance",
    summary: "what the words say of sources without a name, and the outlet that a source spoke to",
    finds: "people who are described but nowhere named: whether official, witness, insider …, one or several, how many, of which \
            body or country, and whether the text says that the name is withheld (“on condition of anonymity”, “familiar with \
            the talks”); as a claim’s medium, outlets that were told or that quote (“told the BBC”, “told this newspaper”, “told \
            us”, “seen by AFP”)",
    leaves_alone: "holders of an office that one person holds (“the mayor”); bodies (“the ministry”); outlets that report \
                   themselves (“Reuters reported”), which are sources; addressees that are no outlets (“told parliament”)",
    known_misses: "outlets that neither the list nor their name tells; “we” for the outlet itself",
    origin: "hand-made lists; data/gazetteer/outlets.txt",
    examples: &[
        Example {
            text: "Rates will rise, two officials with knowledge of the matter said. Residents told the BBC that they were worried.",
            published: None,
            found: &[
                "two officials with knowledge of the matter [unnamed: official, plural, 2, anonymous]",
                "Residents [unnamed: resident, plural] [medium: the BBC]",
            ],
        },
        Example {
            text: "An official at the National Bank, speaking on condition of anonymity, said the sale was off. “I know nothing,” the mayor told us.",
            published: None,
            found: &[
                "An official at the National Bank [unnamed: official, singular, anonymous, of “National Bank”]",
                "the mayor [medium: us]",
            ],
        },
    ],
    reads: &[Layer::Claims, Layer::Entities, Layer::Quotations],
    writes: &[Layer::Provenance],
    switch: Switch::On,
};

impl Extractor for Provenance {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        if draft.claims.iter().all(|claim| claim.sources.is_empty()) {
            return;
        }
        let analysis = std::mem::take(&mut draft.analysis);
        let grammar = Grammar::new(&analysis, draft.text);
        let mentions = Mentions::find(&grammar);
        let members = Members::new(draft, &grammar, &mentions);
        let withheld = anonymity::of(&grammar, &mentions, &members, draft.entities.len());
        let narrated = outlets::is_narrated_by_one(draft, &grammar);
        let mut claims = std::mem::take(&mut draft.claims);
        for claim in claims.iter_mut().filter(|claim| !claim.post) {
            for source in &mut claim.sources {
                let found = unnamed::of(draft, &grammar, &mentions, &members, &withheld, source);
                if let Some((unnamed, because)) = found {
                    source.unnamed = Some(unnamed);
                    claim.because.push(format!("provenance: {because}"));
                }
            }
            if claim.medium.is_none()
                && let Some(span) = outlets::of(&grammar, &mentions, claim, narrated)
            {
                claim.medium = Some(span.into());
                claim.because.push(format!("provenance: “{}” is an outlet", span.of(draft.text)));
            }
        }
        draft.claims = claims;
        draft.analysis = analysis;
    }
}

/// Which entity each mention became.
struct Members {
    of_mention: Vec<Option<EntityId>>,
    of_entity: Vec<Vec<MentionId>>,
    /// What each entity's mentions tell together: looked at when it is first asked for, as a text may have one source a thousand times.
    chains: Vec<OnceCell<unnamed::Chain>>,
}

impl Members {
    fn new(draft: &Draft<'_>, grammar: &Grammar<'_>, mentions: &Mentions) -> Members {
        let mut spans: Vec<(Span, EntityId)> = (0..)
            .zip(&draft.entities)
            .flat_map(|(id, entity)| entity.mentions.iter().map(move |spans| (spans.hull(), EntityId(id))))
            .collect();
        spans.sort_unstable();
        let mut of_entity = vec![Vec::new(); draft.entities.len()];
        let of_mention: Vec<Option<EntityId>> = (0..mentions.list.len())
            .map(|id| {
                let span = grammar.span(&mentions.list[id].tokens);
                let at = spans.partition_point(|(other, _)| *other < span);
                let (_, entity) = spans.get(at).filter(|(other, _)| *other == span)?;
                of_entity[entity.0 as usize].push(id);
                Some(*entity)
            })
            .collect();
        let chains = vec![OnceCell::new(); draft.entities.len()];
        Members { of_mention, of_entity, chains }
    }

    fn chain(&self, entity: EntityId, of: impl FnOnce(&[MentionId]) -> unnamed::Chain) -> &unnamed::Chain {
        let index = entity.0 as usize;
        self.chains[index].get_or_init(|| of(&self.of_entity[index]))
    }
}
