//! Who and what a text speaks of: sources and everyone else, each with all their mentions.
//!
//! A sieve of passes, the surest first: apposition and predicate, names, descriptions, pronouns. Each joins chains of mentions and
//! knows what those before it found.

mod attributive;
mod beside;
mod chains;
mod descriptions;
pub(crate) mod gazetteer;
mod gender;
mod grammar;
mod groups;
mod introduced;
mod mention;
mod name_parts;
mod named_later;
mod names;
mod nouns;
mod owned;
pub(crate) mod places;
mod pronouns;
pub(crate) mod provenance;
mod records;
mod roles;
mod seats;
mod sources;

mod structure;
#[cfg(test)]
mod tests;
pub mod trace;
mod within;

use rustc_hash::FxHashMap;

use self::chains::Chains;
use self::grammar::Grammar;
use self::mention::{Form, MentionId, Mentions};
use self::pronouns::{Context, Decision, Network};
use self::records::{Records, one_line};
use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};
use crate::{Entity, EntityId, EntityKind, RegionKind, Spans};

/// What the common noun with this lower-case lemma names; none for things and abstractions.
pub(crate) fn kind_of_noun(lemma: &str) -> Option<EntityKind> {
    nouns::noun(lemma).kind
}

/// Whether words stand for somebody without naming or describing anybody: "he", "others".
pub(crate) fn names_nobody(words: &str) -> bool {
    sources::names_nobody(words)
}

/// Resolves mentions to entities and sources to their entities.
pub(crate) struct Entities;

static INFO: Info = Info {
    name: "entities",
    summary: "one record for each person, body, government, place, group, account or document, with all its mentions",
    finds: "names with their shorter forms (“Ann Lee … Lee”) and initials in brackets (“National Grid (NG) … NG”); titles, roles and \
            affiliations; descriptions (“the ministry”, “South Korea’s intelligence agency”); pronouns; capitals and seats that \
            speak for a government (“Seoul”, “the Kremlin”); accounts of posts; countries of all these by ISO 3166; whom “Lee and Kim”, “both ministers” and “the two leaders” \
            stand for (`members`), where exactly as many fit",
    leaves_alone: "pronouns that nothing before them fits clearly, which keep their words and have no entity, with the reason in \
                   `because`; surnames that two people share; indefinite descriptions (“a guest”), each of which is somebody else",
    known_misses: "nicknames; “the man” for somebody named; “both” and “the two” alone; one place called by \
                   two names",
    origin: "a sieve in the manner of Raghunathan et al. 2010, with a learned score for pronouns (docs/models.md); country, place \
             and given names: data/gazetteer/",
    examples: &[Example {
        text: "“No,” said Ann Lee, a nurse. “Never,” Lee added. The Central Bank (CB) said prices will fall. The CB said wages will rise.",
        published: None,
        found: &[
            "Ann Lee (person, role “nurse”): Ann Lee | a nurse | Lee",
            "Central Bank (organization): The Central Bank | CB | The CB",
        ],
    }],
    reads: &[Layer::Claims, Layer::Sentences, Layer::Quotations],
    writes: &[Layer::Entities],
    switch: Switch::On,
};

impl Extractor for Entities {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        let analysis = std::mem::take(&mut draft.analysis);
        let grammar = Grammar::new(&analysis, draft.text);
        let mentions = Mentions::find(&grammar);
        let mut unsure = vec![false; mentions.list.len()];
        let resolved = resolve(draft, &grammar, &mentions, None, |decision, _| {
            unsure[decision.pronoun] = decision.margin < SURE;
        });
        let (entities, sources) = settle(draft, &grammar, &mentions, &resolved, &unsure);
        let mut sources = sources.into_iter();
        for claim in &mut draft.claims {
            for source in &mut claim.sources {
                let words = || one_line(&source.spans.text(draft.text));
                let Some((settled, unknown)) = sources.next() else { break };
                if let Some(reason) = unknown {
                    claim.because.push(format!("entities: who “{}” are is left open: {reason}", words()));
                }
                match settled {
                    Ok(id) => source.entity = Some(id),
                    Err(reason) => {
                        claim.because.push(format!("entities: “{}” is left unresolved: {reason}", words()));
                    }
                }
            }
        }
        draft.entities = entities;
        draft.analysis = analysis;
    }
}

/// How far the best reading of a pronoun must be above the next, in the network's own measure, before a claim's source rests on it.
const SURE: f32 = 1.25;

/// What the passes found.
struct Resolved {
    chains: Chains,
    /// Mentions whose name several bear.
    ambiguous: Vec<bool>,
}

/// Runs the passes, with a network of the caller's for pronouns if there is one; `seen` gets every decision about a pronoun.
fn resolve(
    draft: &Draft<'_>,
    grammar: &Grammar<'_>,
    mentions: &Mentions,
    network: Option<&Network>,
    seen: impl FnMut(&Decision, &Chains),
) -> Resolved {
    let mut chains = Chains::new(&mentions.list);
    let speaks = seats::speaking(draft, grammar, mentions);
    let ambiguous = names::join(grammar, mentions, &mut chains, &speaks);
    structure::join(grammar, mentions, &mut chains);
    introduced::join(draft, grammar, mentions, &mut chains);
    descriptions::join(grammar, mentions, &mut chains, &speaks, &aside(draft, grammar, mentions));
    named_later::join(grammar, mentions, &mut chains);
    let context = Context::new(draft, grammar, mentions, network);
    pronouns::join(draft, &context, &mut chains, seen);
    owned::join(grammar, mentions, &mut chains);
    Resolved { chains, ambiguous }
}

/// Which mentions stand in datelines and captions: an agency's name there is nobody whom the text goes on to call "the company".
fn aside(draft: &Draft<'_>, grammar: &Grammar<'_>, mentions: &Mentions) -> Vec<bool> {
    let kind = |mention: &mention::Mention| {
        let at = grammar.analysis.tokens[mention.head].span.start();
        let region = draft.regions.partition_point(|region| region.spans.end() <= at);
        draft.regions.get(region).map(|region| region.kind)
    };
    let body = |mention| {
        matches!(kind(mention), None | Some(RegionKind::Body | RegionKind::Headline | RegionKind::Post))
    };
    mentions.list.iter().map(|mention| !body(mention)).collect()
}

type Settled = Result<EntityId, &'static str>;

/// The records, and for each source of each claim in order one of them, or the reason why there is none, with the reason why a source of
/// several has no members.
fn settle(
    draft: &Draft<'_>,
    grammar: &Grammar<'_>,
    mentions: &Mentions,
    resolved: &Resolved,
    unsure: &[bool],
) -> (Vec<Entity>, Vec<(Settled, Option<&'static str>)>) {
    let chains = &resolved.chains;
    // Where the words of the source end.
    let mut wanted: Vec<Option<usize>> = vec![None; mentions.list.len()];
    let mut found: Vec<Result<MentionId, &'static str>> = Vec::new();
    let sources =
        || draft.claims.iter().flat_map(|claim| claim.sources.iter().map(move |source| (claim, source)));
    for (claim, source) in sources() {
        let id = sources::mention_of(grammar, mentions, source).filter(|_| !claim.post);
        let id = id.ok_or("").and_then(|id| of_mention(mentions, resolved, unsure, id).map(|()| id));
        if let Ok(id) = id {
            wanted[id] = Some(grammar.analysis.tokens_in(source.spans.hull()).end);
        }
        found.push(id);
    }
    let mut several: Vec<(MentionId, Vec<MentionId>)> = Vec::new();
    let mut unknown: FxHashMap<MentionId, &'static str> = FxHashMap::default();
    for id in 0..mentions.list.len() {
        match groups::members(grammar, mentions, chains, id) {
            Some(Ok(members)) => several.push((id, members)),
            Some(Err(reason)) => {
                unknown.insert(id, reason);
            }
            None => {}
        }
    }
    let mut records = Records::new(grammar, mentions, chains, &wanted, &several);
    let mut entities = std::mem::take(&mut records.entities);
    let mut by_words: FxHashMap<String, EntityId> = FxHashMap::default();
    let settled = sources()
        .zip(found)
        .map(|((claim, source), found)| {
            let unknown = found.ok().and_then(|id| unknown.get(&id).copied());
            let settled = match found {
                Ok(id) => records.of(chains, id).ok_or("it names nobody"),
                Err("") => of_words(&mut entities, &mut by_words, &source.spans, draft.text, claim.post),
                Err(reason) => Err(reason),
            };
            (settled, unknown)
        })
        .collect();
    (entities, settled)
}

/// Whether a mention's chain can be a source's entity, or why not.
fn of_mention(
    mentions: &Mentions,
    resolved: &Resolved,
    unsure: &[bool],
    id: MentionId,
) -> Result<(), &'static str> {
    let (mention, chains) = (&mentions.list[id], &resolved.chains);
    match mention.form {
        Form::Pronoun(_) if chains.known(id).size == 1 => Err("a pronoun that nobody before it fits"),
        Form::Pronoun(_) if !records::is_told(mentions, chains, id) => Err("a pronoun"),
        Form::Pronoun(_) if unsure[id] => Err("a pronoun that several could be"),
        _ if resolved.ambiguous[id] => Err("several people here have this name"),
        _ => Ok(()),
    }
}

/// The record of a source that is no mention of the analysis: an account, or words in a text that is not analysed.
fn of_words(
    entities: &mut Vec<Entity>,
    by_words: &mut FxHashMap<String, EntityId>,
    spans: &Spans,
    text: &str,
    account: bool,
) -> Settled {
    let words = one_line(&spans.text(text));
    if sources::names_nobody(&words) {
        return Err("a pronoun");
    }
    let name = words.split_once(" (").map_or(words.as_str(), |(name, _)| name).to_owned();
    // Words without a name in them are somebody else's each time.
    let mut key = name.to_lowercase();
    if !account && !name.contains(char::is_uppercase) {
        key = format!("{key} {}", spans.start());
    }
    let id = *by_words.entry(key).or_insert_with(|| {
        entities.push(Entity {
            name,
            kind: account.then_some(EntityKind::Account),
            country: None,
            role: None,
            affiliation: None,
            members: Vec::new(),
            mentions: Vec::new(),
        });
        EntityId(entities.len() as u32 - 1)
    });
    entities[id.0 as usize].mentions.push(spans.clone());
    Ok(id)
}
