//! How the claims of one article stand to each other.

use crate::Report;
use crate::compare::{reading, within};
use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};

/// Relations between claims.
pub(crate) struct Relations;

static INFO: Info = Info {
    name: "relations",
    summary: "where claims of one article meet: who gives another figure, repeats a source, denies",
    finds: "conflict: figures for the same thing that cannot both hold, affirmed against negated, and another actor, place or time for what \
            befalls somebody once; responds-to, by the words that make a claim an answer; update: a later figure; corroborate: independent \
            sources of one proposition; same-source: one source again; denies; leaves-unconfirmed; each with the words that it rests on. It also \
            keeps what each claim is about, for setting articles against each other",
    leaves_alone: "what is said in passing (relative clauses, conditions), predictions and demands; figures of different units, of a whole and of \
                   a part, of different places, days or stretches of time; the narrator against those whom the text quotes; who relays a claim, which \
                   is the relayed source’s",
    known_misses: "matters told in words that data/events.toml does not join; answers that no word marks as such",
    origin: "kinds of event after ACE 2005 and CAMEO, in data/events.toml",
    examples: &[
        Example {
            text: "Police said 12 people were killed in the raid. Residents said 40 people were killed.",
            published: None,
            found: &["conflict on figure: 12 (Police) against 40 (Residents): people killed"],
        },
        Example {
            text: "Ukraine said its forces captured a North Korean soldier. Russia denied that a North Korean soldier was captured.",
            published: None,
            found: &[
                "denies on proposition: denied by Russia, said by Ukraine: captured – a North Korean soldier (by its forces)",
            ],
        },
    ],
    reads: &[
        Layer::Claims,
        Layer::Propositions,
        Layer::Entities,
        Layer::Places,
        Layer::Parts,
        Layer::Sentences,
    ],
    writes: &[Layer::Relations],
    switch: Switch::On,
};

impl Extractor for Relations {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        draft.matter = reading::matter(draft);
        let report = Report {
            published: draft.published.clone(),
            entities: std::mem::take(&mut draft.entities),
            claims: std::mem::take(&mut draft.claims),
            matter: std::mem::take(&mut draft.matter),
            ..Report::default()
        };
        draft.relations = within(draft.document, &report);
        (draft.entities, draft.claims, draft.matter) = (report.entities, report.claims, report.matter);
    }
}
