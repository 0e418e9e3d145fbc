//! The places of each claim.

use super::gazetteer;
use super::grammar::Grammar;
use super::mention::{Mention, Mentions};
use super::{nouns, seats, within};
use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};
use crate::{EntityId, EntityKind, Place, Span};

/// Hands out places to the claims that they stand in.
pub(crate) struct Places;

static INFO: Info = Info {
    name: "places",
    summary: "the places named in each claim",
    finds: "names of places and countries where something is or goes (“in Kursk”, “to Russia”), with what the text says of them \
            (“the Russian region of Kursk”, “Springfield, Illinois”): what it calls them, what they are a part of, the preposition; their \
            country, as the text or the gazetteer has it; their entity; each of several (“in Kharkiv and Sumy”)",
    leaves_alone: "countries and capitals that act (“Ukraine captured”, “Seoul said”); adjectives (“Russian territory”)",
    known_misses: "places without a name (“the border”); named places that are subjects (“Kursk lies on the border”)",
    origin: "the analyser’s names and parse; data/gazetteer/ for countries",
    examples: &[
        Example {
            text: "Ann Lee said 40 people were hurt in the Russian region of Kursk.",
            published: None,
            found: &[
                "40 people were hurt in the Russian region of Kursk [place: in the Russian region of Kursk = Kursk (RU), region, of Russian]",
            ],
        },
        Example {
            text: "Ann Lee said roads were closed in Kharkiv and Sumy, and near Springfield, Illinois.",
            published: None,
            found: &[
                "roads were closed in Kharkiv and Sumy, and near Springfield, Illinois [place: in Kharkiv = Kharkiv (UA)] \
             [place: in Sumy = Sumy (UA)] [place: near Springfield, Illinois = Springfield (US), of Illinois]",
            ],
        },
    ],
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
        let mut places: Vec<Found> =
            mentions.list.iter().filter_map(|mention| place(&grammar, mention)).collect();
        places.sort_by_key(|place| (place.span.start(), std::cmp::Reverse(place.span.end())));
        // Of places in places ("Paris, France") the outermost phrase stays.
        let mut end = 0;
        places.retain(|place| {
            let outer = place.span.start() >= end;
            end = end.max(place.span.end());
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
        let mut found: Vec<Place> = Vec::with_capacity(places.len());
        for place in places {
            let id = [place.span, place.phrase, place.name].into_iter().find_map(&entity);
            let record = id.map(|id| &mut draft.entities[id.0 as usize]);
            // What the text says it lies in goes before what places of its name do: "Paris, Texas".
            let told = place.container.and_then(|span| {
                let words = span.of(draft.text);
                state_elsewhere(words)
                    .filter(|state| place.country == Some(*state))
                    .or_else(|| country_of(words))
            });
            let mut country = told.or(place.country).map(str::to_owned);
            if let Some(record) = record {
                if told.is_some() && record.kind == Some(EntityKind::Place) {
                    record.country.clone_from(&country);
                }
                country = country.or_else(|| record.country.clone());
            }
            found.push(Place {
                spans: place.span.into(),
                entity: id,
                country,
                called: place.called.map(Into::into),
                part_of: place.container.map(Into::into),
                relation: place.relation.map(Into::into),
            });
        }
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

/// A place as the words tell it.
struct Found {
    /// All its words.
    span: Span,
    /// The noun phrase of its mention.
    phrase: Span,
    name: Span,
    country: Option<&'static str>,
    called: Option<Span>,
    container: Option<Span>,
    relation: Option<Span>,
}

/// The words of a place and the name in them, where the mention is one.
fn place(grammar: &Grammar<'_>, mention: &Mention) -> Option<Found> {
    if mention.coordination {
        return None;
    }
    let is_place = matches!(mention.kind, Some(EntityKind::Place | EntityKind::Country));
    if !is_place || !stands_as_place(grammar, mention) {
        return None;
    }
    let phrase = grammar.span(&mention.tokens);
    let case = seats::preposition(grammar, mention);
    let mut found = Found {
        span: phrase,
        phrase,
        name: phrase,
        country: mention.country,
        called: None,
        container: within::container(grammar, mention).map(|tokens| grammar.span(&tokens)),
        relation: case.map(|at| grammar.span(&(at..at + 1))),
    };
    if let Some(name) = mention.name.clone() {
        found.name = grammar.span(&name);
        // "Fergana, Uzbekistan", which the analyser may take for one name.
        if let Some(comma) = name.clone().find(|at| grammar.word(*at) == ",").filter(|at| at + 1 < name.end) {
            found.name = grammar.span(&(name.start..comma));
            found.container = Some(grammar.span(&(comma + 1..name.end)));
        }
        // What a long phrase says beside the name is no part of it.
        if mention.tokens.len() > name.len() + 4 {
            found.span = found.name;
        }
        if !name.contains(&mention.head) {
            found.called = called(grammar, mention);
        }
        if let Some(after) = within::after_comma(grammar, mention.tokens.end.max(name.end)) {
            found.container = Some(grammar.span(&after));
            found.span = found.span.to(grammar.span(&after));
        }
        return Some(found);
    }
    // "the Russian region of Kursk": the name is in the phrase.
    let of = grammar.dependents(mention.head).find(|at| {
        let apposed =
            grammar.is(*at, "nmod") && grammar.preposition(*at).is_some_and(|case| grammar.low(case) == "of");
        (apposed || grammar.is(*at, "compound") || grammar.is(*at, "appos")) && is_name_of_place(grammar, *at)
    })?;
    let tokens = mention.tokens.start.min(of)..(of + 1).max(mention.head + 1);
    found.span = grammar.span(&tokens);
    found.name = grammar.span(&(of..of + 1));
    found.called = called(grammar, mention);
    // "The Kharkiv region of Ukraine": what follows "of" is the whole, not the name.
    if found.container == Some(found.name) {
        found.container = None;
    }
    if let Some(after) = within::after_comma(grammar, tokens.end) {
        found.container = Some(grammar.span(&after));
        found.span = found.span.to(grammar.span(&after));
    }
    Some(found)
}

/// The noun that says what kind of place it is.
fn called(grammar: &Grammar<'_>, mention: &Mention) -> Option<Span> {
    let noun = nouns::noun(&grammar.lemma(mention.head));
    (noun.kind == Some(EntityKind::Place)).then(|| grammar.span(&(mention.head..mention.head + 1)))
}

/// The country that has a state of another country's name: Atlanta lies in Georgia, and that in the United States.
fn state_elsewhere(words: &str) -> Option<&'static str> {
    (words == "Georgia").then_some("US")
}

/// The country that these words name, are the adjective of, or lie in.
fn country_of(words: &str) -> Option<&'static str> {
    gazetteer::country(words).map(|(_, code)| code).or_else(|| gazetteer::country_of_place(words))
}

fn is_name_of_place(grammar: &Grammar<'_>, token: usize) -> bool {
    let names = &grammar.analysis.names;
    let after = names.partition_point(|name| name.tokens.end <= token);
    names
        .get(after)
        .is_some_and(|name| name.tokens.contains(&token) && name.kind == claimant_english::NameKind::Place)
        || gazetteer::country_of_place(grammar.word(token)).is_some()
}

/// "Left Kursk", "entered the Russian region of Kursk", "Sumy was shelled": a place, no country or capital, that something is done to.
fn is_acted_on(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    let first = seats::first_of_all(grammar, mention.head);
    let words = mention.name.as_ref().map(|name| grammar.span(name).of(grammar.text));
    mention.kind == Some(EntityKind::Place)
        && words.is_none_or(|words| gazetteer::country(words).is_none() && gazetteer::seat(words).is_none())
        && matches!(grammar.relation(first), "obj" | "nsubj:pass")
}

/// Whether it stands where places do: after a preposition of place or of direction.
fn stands_as_place(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    if seats::is_place(grammar, mention) || is_acted_on(grammar, mention) {
        return true;
    }
    let first = seats::first_of_all(grammar, mention.head);
    let oblique = grammar.is(first, "obl") || grammar.is(first, "nmod");
    let case = seats::preposition(grammar, mention).map(|case| grammar.low(case));
    let away = |word: &str| matches!(word, "to" | "from" | "between" | "via" | "of");
    // "the president of France" is of a country, "the city of Paris" and "the east of Paris" are places.
    let of_place = |word: &str| {
        word != "of"
            || (mention.kind == Some(EntityKind::Place)
                && grammar.head(first).is_some_and(|head| {
                    super::nouns::noun(&grammar.lemma(head)).kind == Some(EntityKind::Place)
                }))
    };
    let given =
        |word: &str| word == "to" && grammar.is(first, "nmod") && mention.kind == Some(EntityKind::Country);
    oblique && case.is_some_and(|word| away(&word) && of_place(&word) && !given(&word))
}
