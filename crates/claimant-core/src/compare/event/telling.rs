//! One predicate as its sentence tells it.

use claimant_english::Span;

use crate::compare::reading::Reading;
use crate::compare::words;
use crate::extract::propositions;
use crate::factuality::Factuality;
use crate::factuality::tree::Tree;
use crate::{Certainty, Polarity};

/// How far from the predicate, in tokens, words stand near it.
const NEAR: usize = 6;
/// Tokens of a sentence that are looked at, from its beginning: a longer one is a list.
const LONGEST: usize = 200;

/// A verb, or a noun for an event, with what its sentence says of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Telling {
    /// Where it stands, bytes of the text.
    pub span: Span,
    /// Base form in lower case.
    pub lemma: Box<str>,
    /// The verb that says the same, of a noun for an event; else the lemma.
    pub(super) base: Box<str>,
    /// Classes of `data/events.toml`; the base where there is none.
    pub kinds: Vec<Box<str>>,
    pub(super) upos: &'static str,
    /// Who does it, by lemmas and names; sorted, as all lists here.
    pub(super) actor: Vec<Box<str>>,
    pub(super) undergoer: Vec<Box<str>>,
    /// Everybody and everything that hangs on it.
    pub(super) parties: Vec<Box<str>>,
    /// Content words near it.
    pub(super) near: Vec<Box<str>>,
    /// Names in its sentence.
    pub(super) names: Vec<Box<str>>,
    /// It is said that somebody says something.
    pub(super) speaks: bool,
    pub(super) modal: bool,
    /// How its sentence puts it.
    pub polarity: Polarity,
    /// How sure its sentence is.
    pub certainty: Certainty,
    /// The head of who does it, bytes of the text; none where that is a pronoun.
    pub actor_head: Option<Span>,
    /// The head of whom or what it befalls, likewise.
    pub undergoer_head: Option<Span>,
}

/// Whether a token can be a predicate of its own.
pub(super) fn may_tell(reading: &Reading<'_>, at: usize) -> bool {
    let lemma = reading.analysis.lemma(at);
    match reading.analysis.tokens[at].upos.as_str() {
        "VERB" => !matches!(lemma, "be" | "have" | "do"),
        "NOUN" | "ADJ" | "PROPN" => {
            !words::events(lemma).is_empty() || propositions::verb_of(lemma).is_some()
        }
        _ => false,
    }
}

impl Telling {
    pub(super) fn of(reading: &Reading<'_>, head: usize) -> Telling {
        let tree = Tree::of(reading.analysis, reading.text, head);
        let lemma = tree.lemma(head).to_lowercase();
        let base = propositions::verb_of(&lemma).unwrap_or(&lemma);
        let particle = tree.children(head).iter().find(|at| tree.relation(**at) == "compound:prt");
        let joined = particle.map(|at| format!("{lemma} {}", tree.low(*at)));
        let classes = joined.as_deref().map(words::events).filter(|kinds| !kinds.is_empty());
        let classes = classes.unwrap_or_else(|| words::events(&lemma));
        // "Shot": a word by its form, whatever the lemma.
        let classes = if classes.is_empty() { words::events(&tree.low(head)) } else { classes };
        let kinds: Vec<Box<str>> = match classes {
            [] => vec![base.into()],
            kinds => kinds.iter().map(|kind| Box::from(*kind)).collect(),
        };
        let (mut actor, mut undergoer) = propositions::roles(&tree, head);
        let verb = joined.as_deref().unwrap_or(base);
        if undergoer.is_none() && words::voice(verb) == words::Voice::Befalls {
            (actor, undergoer) = (None, actor);
        }
        let told =
            |party: Option<usize>| sorted(party.into_iter().flat_map(|at| words_of(reading, &tree, at)));
        let others = tree.children(head).iter().copied().filter(|at| {
            matches!(tree.universal(*at), "nsubj" | "obj" | "iobj" | "obl" | "nmod" | "compound" | "amod")
        });
        let parties: Vec<usize> = others.chain(actor).chain(undergoer).collect();
        let sentence = tree.tokens.start..tree.tokens.end.min(tree.tokens.start + LONGEST);
        let near = sentence.clone().filter(|at| *at != head && at.abs_diff(head) <= NEAR);
        let stands = Factuality::of(&tree, head, |_| true);
        let span = |at: usize| reading.analysis.tokens[at].span;
        let noun =
            |party: Option<usize>| party.filter(|at| matches!(tree.upos(*at), "NOUN" | "PROPN")).map(span);
        Telling {
            span: span(head),
            base: base.into(),
            kinds,
            upos: tree.upos(head),
            actor: told(actor),
            undergoer: told(undergoer),
            parties: sorted(parties.into_iter().flat_map(|at| words_of(reading, &tree, at))),
            near: sorted(near.filter(|at| is_content(tree.upos(*at))).map(|at| low(tree.lemma(at)))),
            names: sorted(sentence.filter(|at| tree.upos(*at) == "PROPN").map(|at| low(tree.lemma(at)))),
            speaks: reading.draft.lexicon.act(&lemma).is_some(),
            modal: tree.children(head).iter().any(|at| tree.upos(*at) == "AUX" && tree.xpos(*at) == "MD"),
            polarity: stands.polarity,
            certainty: stands.certainty,
            actor_head: noun(actor),
            undergoer_head: noun(undergoer),
            lemma: lemma.into(),
        }
    }
}

/// A party by its head, by what tells it from others, and by the name of who it is.
fn words_of(reading: &Reading<'_>, tree: &Tree<'_>, head: usize) -> Vec<Box<str>> {
    let parts = tree.children(head).iter().copied().filter(|at| {
        matches!(tree.universal(*at), "compound" | "flat" | "amod" | "nmod") && is_content(tree.upos(*at))
    });
    let mut words: Vec<Box<str>> = std::iter::once(head).chain(parts).map(|at| low(tree.lemma(at))).collect();
    if let Some(entity) = reading.entity(head) {
        let name = &reading.draft.entities[entity.0 as usize].name;
        let parts = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2);
        words.extend(parts.map(low));
    }
    words.retain(|word| !matches!(&**word, "the" | "and" | "for"));
    words
}

fn is_content(upos: &str) -> bool {
    matches!(upos, "NOUN" | "VERB" | "ADJ" | "PROPN" | "NUM")
}

fn low(word: &str) -> Box<str> {
    word.to_lowercase().into()
}

fn sorted(words: impl Iterator<Item = Box<str>>) -> Vec<Box<str>> {
    let mut list: Vec<Box<str>> = words.collect();
    list.sort_unstable();
    list.dedup();
    list
}
