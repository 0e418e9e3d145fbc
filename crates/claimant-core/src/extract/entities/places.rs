//! The places of each claim.

use super::gazetteer;
use super::grammar::Grammar;
use super::mention::{Mention, Mentions};
use super::seats;
use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};
use crate::{EntityId, EntityKind, Place, Span};

/// Hands out places to the claims that they stand in.
pub(crate) struct Places;

static INFO: Info = Info {
    name: "places",
    summary: "the places named in each claim",
    finds: "names of places and countries where something is or goes (“in Kursk”, “to Russia”), with what the text says of them \
            (“the Russian region of Kursk”, “Russia’s Kursk Region”), and their entity",
    leaves_alone: "countries and capitals that act (“Ukraine captured”, “Seoul said”); adjectives (“Russian territory”)",
    known_misses: "places without a name (“the border”); named places that are subjects or objects (“leave Kursk”)",
    origin: "the analyser’s names and parse; data/gazetteer/ for countries",
    examples: &[Example {
        text: "Ann Lee said 40 people were hurt in the Russian region of Kursk.",
        published: None,
        found: &[
            "40 people were hurt in the Russian region of Kursk [place: the Russian region of Kursk = Kursk (RU)]",
        ],
    }],
    reads: &[Layer::Chains, Layer::Entities],
    writes: &[Layer::Places],
    switch: Switch::On,
};

impl Extractor for Places {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        let analysis = std::mem::take(&mut draft.analysis);
        let grammar = Grammar::new(&analysis, draft.text);
        let mentions = Mentions::find(&grammar);
        let mut places: Vec<(Span, Span)> =
            mentions.list.iter().filter_map(|mention| place(&grammar, mention)).collect();
        places.sort_by_key(|(span, _)| (span.start(), std::cmp::Reverse(span.end())));
        // Of places in places ("Paris, France") the outermost phrase stays.
        let mut end = 0;
        places.retain(|(span, _)| {
            let outer = span.start() >= end;
            end = end.max(span.end());
            outer
        });
        let mut entities: Vec<(Span, EntityId)> = (0..)
            .zip(&draft.entities)
            .flat_map(|(id, entity)| entity.mentions.iter().map(move |spans| (spans.hull(), EntityId(id))))
            .collect();
        entities.sort_unstable();
        let entity = |name: Span| {
            let first = entities.partition_point(|(span, _)| span.start() < name.start());
            entities[first..].iter().take(4).find(|(span, _)| *span == name).map(|(_, id)| *id)
        };
        let found: Vec<Place> = places
            .iter()
            .map(|(span, name)| Place {
                spans: (*span).into(),
                entity: entity(*span).or_else(|| entity(*name)),
            })
            .collect();
        for claim in &mut draft.claims {
            let first = found.partition_point(|place| place.spans.start() < claim.content.start());
            claim.places = found[first..]
                .iter()
                .take_while(|place| place.spans.start() < claim.content.end())
                .filter(|place| claim.content.contains(&place.spans))
                .cloned()
                .collect();
        }
        draft.analysis = analysis;
    }
}

/// The words of a place and the name in them, where the mention is one.
fn place(grammar: &Grammar<'_>, mention: &Mention) -> Option<(Span, Span)> {
    if mention.coordination {
        return None;
    }
    let named = mention.name.clone();
    let is_place = matches!(mention.kind, Some(EntityKind::Place | EntityKind::Country));
    if !is_place || !stands_as_place(grammar, mention) {
        return None;
    }
    if let Some(name) = named {
        let whole = grammar.span(&mention.tokens);
        // What a long phrase says beside the name is no part of it.
        let span = if mention.tokens.len() <= name.len() + 4 { whole } else { grammar.span(&name) };
        return Some((span, grammar.span(&name)));
    }
    // "the Russian region of Kursk": the name is in the phrase.
    let of = grammar.dependents(mention.head).find(|at| {
        let apposed =
            grammar.is(*at, "nmod") && grammar.preposition(*at).is_some_and(|case| grammar.low(case) == "of");
        (apposed || grammar.is(*at, "compound") || grammar.is(*at, "appos")) && is_name_of_place(grammar, *at)
    })?;
    let tokens = mention.tokens.start.min(of)..(of + 1).max(mention.head + 1);
    Some((grammar.span(&tokens), grammar.span(&(of..of + 1))))
}

fn is_name_of_place(grammar: &Grammar<'_>, token: usize) -> bool {
    let names = &grammar.analysis.names;
    let after = names.partition_point(|name| name.tokens.end <= token);
    names
        .get(after)
        .is_some_and(|name| name.tokens.contains(&token) && name.kind == claimant_english::NameKind::Place)
        || gazetteer::country_of_place(grammar.word(token)).is_some()
}

/// Whether it stands where places do: after a preposition of place or of direction.
fn stands_as_place(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    if seats::is_place(grammar, mention) {
        return true;
    }
    let oblique = grammar.is(mention.head, "obl") || grammar.is(mention.head, "nmod");
    let case = grammar.preposition(mention.head).map(|case| grammar.low(case));
    let away = |word: &str| matches!(word, "to" | "from" | "between" | "via" | "of");
    // "the president of France" is of a country, "the city of Paris" and "the east of Paris" are places.
    let of_place = |word: &str| {
        word != "of"
            || (mention.kind == Some(EntityKind::Place)
                && grammar.head(mention.head).is_some_and(|head| {
                    super::nouns::noun(&grammar.lemma(head)).kind == Some(EntityKind::Place)
                }))
    };
    let given = |word: &str| {
        word == "to" && grammar.is(mention.head, "nmod") && mention.kind == Some(EntityKind::Country)
    };
    oblique && case.is_some_and(|word| away(&word) && of_place(&word) && !given(&word))
}
