//! Propositions: contents taken apart into subject, predicate and object.

mod clause;
mod frames;
mod nominal;
mod phrase;
mod roles;

use std::ops::Range;

use claimant_english::Analysis;

use crate::compare::words;
use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};
use crate::factuality::tree::Tree;
use crate::factuality::{Factuality, regression};
use crate::{Proposition, Spans};

use phrase::{Inside, spans};

/// Propositions of each claim.
pub(crate) struct Propositions;

static INFO: Info = Info {
    name: "propositions",
    summary: "subject, predicate and object of what each content says",
    finds: "one proposition for each clause of a content and each noun for an event with who or what takes part (“Ukraine’s capture of the \
            soldier”, “the attack on the depot”, “carried out an attack”): passives turned active, the agent after \
            “by” as subject; what something is; subjects shared by coordinated verbs, infinitives and participles; relative clauses, with \
            what they say something of; “failed to”, “managed to” and their like joined to the verb that they govern; modifiers; and how \
            the content puts each: polarity, certainty, and a number from readers’ judgements; main clauses first, then what is embedded; with \
            the kinds of event that a word is one for (`events`: “capture”, “seize” and “the capture” are all capture)",
    leaves_alone: "predicates with neither subject nor object in the content; pronouns, which keep their words; whose a noun’s possessor is where neither \
                   its prepositions nor the noun tells (“the army’s shelling”)",
    known_misses: "events behind nouns that data/nominalisations.toml does not list; subjects of infinitives after nouns (“a plan to”); what \
                   the tree gets wrong",
    origin: "relations of Universal Dependencies; nouns in data/nominalisations.toml",
    examples: &[
        Example {
            text: "Kyiv said Ukraine captured a wounded soldier on Monday. Seoul said a soldier was seized by the army.",
            published: None,
            found: &[
                "Ukraine captured a wounded soldier on Monday",
                "  Ukraine | captured = capture | a wounded soldier | on Monday | positive certain",
                "a soldier was seized by the army",
                "  the army | was seized = seize | a soldier | positive certain",
            ],
        },
        Example {
            text: "The agency confirmed the capture of the soldier by Ukrainian forces.",
            published: None,
            found: &[
                "the capture of the soldier by Ukrainian forces",
                "  Ukrainian forces | capture = capture | the soldier | positive certain",
            ],
        },
        Example {
            text: "Police said the man, who had fled the city, failed to reach the border and was arrested. Lee said he is a doctor.",
            published: None,
            found: &[
                "the man, who had fled the city, failed to reach the border and was arrested",
                "  the man | failed to reach = reach | the border | negative certain",
                "  - | was arrested = arrest | the man | positive certain",
                "  the man | had fled = flee | the city | positive certain",
                "he is a doctor",
                "  he | is = be | a doctor | positive certain",
            ],
        },
        Example {
            text: "Police said Monday's attack on the depot killed three. The ministry confirmed the soldier's capture by Ukraine.",
            published: None,
            found: &[
                "Monday's attack on the depot killed three",
                "  Monday's attack on the depot | killed = kill | three | positive certain",
                "  - | attack = attack | the depot | Monday | positive certain",
                "the soldier's capture by Ukraine",
                "  Ukraine | capture = capture | the soldier | positive certain",
            ],
        },
    ],
    reads: &[Layer::Claims, Layer::Sentences],
    writes: &[Layer::Propositions],
    switch: Switch::On,
};

impl Extractor for Propositions {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        let mut claims = std::mem::take(&mut draft.claims);
        for claim in &mut claims {
            claim.propositions = of(&draft.analysis, draft.text, &claim.content);
        }
        draft.claims = claims;
    }
}

/// Who does what to whom, by tokens, before it becomes a [`Proposition`].
#[derive(Debug, Default)]
struct Parts {
    /// The token that stands for the proposition in the tree.
    head: usize,
    lemma: String,
    subject: Option<usize>,
    object: Option<usize>,
    /// The object is a clause and taken whole.
    clausal: bool,
    predicate: Vec<usize>,
    modifiers: Vec<usize>,
}

/// The propositions of a content: sentence by sentence, main clauses before what is embedded in them, otherwise in text order.
pub(crate) fn of(analysis: &Analysis, text: &str, content: &Spans) -> Vec<Proposition> {
    let tokens = analysis.tokens_in(content.hull());
    let mut found = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        let tree = Tree::of(analysis, text, at);
        let end = tree.tokens.end.min(tokens.end).max(at + 1);
        in_sentence(&tree, at..end, content, &mut found);
        at = end;
    }
    found
}

/// Who acts, and whom or what it befalls, by the heads of their phrases: of a verb, or of a noun for an event.
pub(crate) fn roles(tree: &Tree<'_>, head: usize) -> (Option<usize>, Option<usize>) {
    match nominal::of(tree, head) {
        Some(parts) => (parts.subject, parts.object),
        None if matches!(tree.upos(head), "NOUN" | "PROPN") => nominal::parties(tree, head),
        None => roles::of(tree, head),
    }
}

/// The verb that says the same as a noun for an event.
pub(crate) fn verb_of(noun: &str) -> Option<&'static str> {
    nominal::verb(noun)
}

fn in_sentence(tree: &Tree<'_>, tokens: Range<usize>, content: &Spans, found: &mut Vec<Proposition>) {
    let inside = Inside::new(tree, tokens.clone(), content);
    let mut ranked: Vec<(usize, Proposition)> = Vec::new();
    for at in tokens.filter(|at| inside.has(*at)) {
        let parts = nominal::of(tree, at).or_else(|| clause::of(tree, at, &inside));
        let proposition = parts.and_then(|parts| proposition(tree, &inside, parts));
        ranked.extend(proposition.map(|one| (depth(tree, at, &inside), one)));
    }
    // Stable: those of one depth stay in text order.
    ranked.sort_by_key(|(depth, _)| *depth);
    found.extend(ranked.into_iter().map(|(_, one)| one));
}

/// How deep the predicate is embedded in its content: 0 for main clauses and what is coordinated with them.
fn depth(tree: &Tree<'_>, predicate: usize, inside: &Inside) -> usize {
    /// Deeper is as deep.
    const DEEPEST: usize = 24;
    let focus = |at: usize| Factuality::focus(tree, at, |token| inside.has(token));
    tree.upwards(predicate, DEEPEST)
        .take_while(|at| tree.head(*at).is_some_and(|head| inside.has(head)))
        .filter(|at| !matches!(tree.universal(*at), "conj" | "parataxis" | "list"))
        // "Failed to stop": the verb above only says how this one stands.
        .filter(|at| tree.head(*at).is_none_or(|head| focus(head) != predicate))
        .count()
}

fn proposition(tree: &Tree<'_>, inside: &Inside, parts: Parts) -> Option<Proposition> {
    let stands = Factuality::of(tree, parts.head, |at| inside.has(at));
    let part = |head: usize| {
        // Who acts is no part of whom it befalls, wherever the parser hangs it.
        let other = [parts.subject, parts.object].into_iter().flatten().find(|at| *at != head);
        phrase::of(tree, head, other, inside)
    };
    let object = match parts.object {
        Some(head) if parts.clausal => phrase::whole(tree, head, inside),
        Some(head) if head == parts.head => phrase::complement(tree, head, inside),
        Some(head) => part(head),
        None => None,
    };
    let subject = parts.subject.and_then(part);
    if subject.is_none() && object.is_none() {
        return None;
    }
    Some(Proposition {
        subject,
        predicate: spans(tree, parts.predicate, inside)?,
        events: words::events(&parts.lemma),
        lemma: parts.lemma,
        object,
        modifiers: parts
            .modifiers
            .into_iter()
            .filter_map(|head| phrase::with_preposition(tree, head, inside))
            .collect(),
        polarity: stands.polarity,
        certainty: stands.certainty,
        factuality: (regression::value(tree, parts.head) * 10.0).round() / 10.0 + 0.0, // no negative zero
    })
}
