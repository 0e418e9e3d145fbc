//! Factuality: how a sentence puts what one of its predicates says, as so or not so, and how surely.
//!
//! [`Factuality::of`] composes three things along the tree: what the predicate's own clause says ([`clause`]), what embeds it
//! ([`embedding`]), and what the embedding word says about what it embeds ([`signature`]): "failed to come" negates "come", "did not fail
//! to come" affirms it, "knew that he came" takes it for granted even where "knew" is negated.

pub(crate) mod clause;
mod embedding;
pub(crate) mod features;
pub(crate) mod regression;
mod signature;
#[cfg(test)]
mod tests;
pub(crate) mod tree;

use embedding::Link;
use signature::{Complement, Effect, Signature};
use tree::Tree;

use crate::{Certainty, Polarity};

/// How a predicate stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Factuality {
    /// Whether it is affirmed or negated.
    pub(crate) polarity: Polarity,
    /// How surely.
    pub(crate) certainty: Certainty,
    /// The tokens that make it so, in text order; none for a plain assertion.
    pub(crate) carried_by: Vec<usize>,
}

impl Default for Factuality {
    /// A plain assertion.
    fn default() -> Factuality {
        Factuality { polarity: Polarity::Positive, certainty: Certainty::Certain, carried_by: Vec::new() }
    }
}

/// What a verb of belief or feeling says about the clause that follows it, affirmed: "doubt" that it is probably not so, "hope" nothing.
pub(crate) fn of_attitude(lemma: &str) -> Option<(Polarity, Certainty)> {
    Some(match Signature::of(lemma, Complement::Clause)?.affirmed {
        Effect::Is(polarity, certainty) => (polarity, certainty),
        Effect::Open => (Polarity::Positive, Certainty::Uncommitted),
    })
}

/// Embeddings within embeddings that are followed; beyond, a predicate is taken by itself.
const DEEPEST: usize = 16;

impl Factuality {
    /// How `predicate` stands, within the tokens that `inside` admits: a word outside embeds nothing.
    pub(crate) fn of(tree: &Tree<'_>, predicate: usize, inside: impl Fn(usize) -> bool) -> Factuality {
        let mut chain = vec![(predicate, embedding::link(tree, predicate))];
        while let Some((_, Link::Under { governor, signature })) = chain.last().copied() {
            // A factive holds whatever embeds it.
            if !inside(governor) || signature.is_factive() || chain.len() == DEEPEST {
                break;
            }
            chain.push((governor, embedding::link(tree, governor)));
        }
        let mut outer = Factuality::default();
        for (at, link) in chain.into_iter().rev() {
            let own = clause::own(tree, at);
            outer = match link {
                Link::Free => own,
                Link::Under { governor, .. } if !inside(governor) => own,
                Link::Open(mark) | Link::Denied(mark) if !inside(mark) => own,
                Link::Open(mark) => {
                    let mut found = own;
                    found.weaken(Certainty::Uncommitted, mark);
                    found
                }
                Link::Denied(mark) => {
                    let mut found = own;
                    found.negate(mark);
                    found
                }
                Link::Under { governor, signature } => own.under(governor, signature, &outer),
            };
        }
        outer.carried_by.retain(|at| inside(*at));
        outer
    }

    /// The predicate that a clause is about where its head only says how it stands: "arrest" of "failed to arrest", "win" of
    /// "is likely to win", "left" of "it is true that he left".
    pub(crate) fn focus(tree: &Tree<'_>, head: usize, inside: impl Fn(usize) -> bool) -> usize {
        let mut at = head;
        for _ in 0..DEEPEST {
            let next = tree.children(at).iter().copied().find(|child| {
                let link = embedding::link(tree, *child);
                // "It is unclear whether he left", "it was not known who had fired".
                if embedding::is_open_question(tree, at, *child, link) {
                    return inside(*child);
                }
                let Link::Under { governor, signature } = link else { return false };
                let infinitive = matches!(tree.relation(*child), "xcomp" | "advcl")
                    && Signature::of(tree.lemma(at), Complement::Infinitive) == Some(signature)
                    && tree.child(at, &["obj"]).is_none();
                let impersonal = tree.upos(at) == "ADJ"
                    && matches!(tree.universal(*child), "ccomp" | "csubj" | "advcl")
                    && Signature::of(tree.lemma(at), Complement::Clause) == Some(signature)
                    && !signature.is_factive();
                governor == at
                    && (infinitive || impersonal)
                    && signature.affirmed != Effect::Open
                    && inside(*child)
            });
            match next {
                Some(child) => at = child,
                None => break,
            }
        }
        at
    }

    /// This, embedded under a word that stands as `outer` does.
    fn under(mut self, governor: usize, signature: Signature, outer: &Factuality) -> Factuality {
        match signature.under(outer) {
            Effect::Open => self.weaken(Certainty::Uncommitted, governor),
            Effect::Is(polarity, certainty) => {
                if polarity == Polarity::Negative {
                    self.flip();
                }
                self.certainty = self.certainty.max(certainty);
                // "Failed to", "did not fail to" and "likely to" carry it; "managed to", "was forced to" and "did not know that" add nothing.
                let plain = (polarity, certainty) == (Polarity::Positive, Certainty::Certain);
                let through = outer.polarity == Polarity::Positive || signature.is_factive();
                let adds = signature != Signature::SAME && !(plain && through);
                if adds || certainty != Certainty::Certain {
                    self.carried_by.push(governor);
                }
            }
        }
        if !signature.is_factive() {
            self.carried_by.extend(&outer.carried_by);
        }
        self.carried_by.sort_unstable();
        self.carried_by.dedup();
        self
    }

    fn flip(&mut self) {
        self.polarity = match self.polarity {
            Polarity::Positive => Polarity::Negative,
            Polarity::Negative => Polarity::Positive,
        };
    }

    fn negate(&mut self, carrier: usize) {
        self.flip();
        self.carry(carrier);
    }

    /// At most as sure as `certainty`, because of `carrier`.
    pub(crate) fn weaken(&mut self, certainty: Certainty, carrier: usize) {
        if certainty >= self.certainty {
            self.certainty = certainty;
            self.carry(carrier);
        }
    }

    fn carry(&mut self, carrier: usize) {
        self.carried_by.push(carrier);
        self.carried_by.sort_unstable();
        self.carried_by.dedup();
    }

    /// From -3, certainly not, over 0, nothing said, to 3, certainly: the scale of the factuality corpora. Degrees after Lee et al. 2015.
    pub(crate) fn value(&self) -> f32 {
        let size = match self.certainty {
            Certainty::Certain => 3.0,
            Certainty::Probable => 2.0,
            Certainty::Possible => 1.0,
            Certainty::Uncommitted => 0.0,
        };
        if self.polarity == Polarity::Positive { size } else { -size }
    }
}
