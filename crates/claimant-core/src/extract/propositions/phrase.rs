//! From tokens to the characters that they stand on.

use std::ops::Range;

use crate::factuality::tree::Tree;
use crate::{Span, Spans};

/// The tokens of a sentence that lie in a content.
pub(super) struct Inside {
    start: usize,
    covered: Vec<bool>,
}

impl Inside {
    pub(super) fn new(tree: &Tree<'_>, tokens: Range<usize>, content: &Spans) -> Inside {
        let pieces = content.pieces();
        let mut piece = 0;
        let covered = tokens.clone().map(|at| {
            let start = tree.analysis.tokens[at].span.start();
            // Tokens and pieces are both in order.
            while piece < pieces.len() && pieces[piece].end() <= start {
                piece += 1;
            }
            pieces.get(piece).is_some_and(|piece| piece.has(start))
        });
        Inside { start: tokens.start, covered: covered.collect() }
    }

    pub(super) fn has(&self, token: usize) -> bool {
        token.checked_sub(self.start).and_then(|at| self.covered.get(at)).copied().unwrap_or(false)
    }
}

/// What a noun phrase says in addition, in clauses of its own: these are propositions by themselves.
const ASIDE: &[&str] =
    &["acl", "acl:relcl", "appos", "parataxis", "advcl", "advcl:relcl", "orphan", "discourse"];

/// What belongs to the clause and not to the noun that is its predicate: "He [is not] a doctor".
const OF_CLAUSE: &[&str] =
    &["nsubj", "csubj", "cop", "aux", "mark", "advmod", "obl", "cc", "conj", "expl", "vocative", "ccomp"];

/// The noun phrase of `head`, without its preposition, its clauses and appositions, and without what stands under `other`.
pub(super) fn of(tree: &Tree<'_>, head: usize, other: Option<usize>, inside: &Inside) -> Option<Spans> {
    collect(tree, head, inside, |parent, child| {
        ASIDE.contains(&tree.relation(child))
            || other == Some(child)
            || (parent == head && matches!(tree.universal(child), "mark" | "cc"))
            // "[Monday's] attack", whose mark the parser may hang on the attack: only what stands before the phrase, or makes it a possessor.
            || (parent == head
                && tree.universal(child) == "case"
                && (tree.xpos(child) != "POS" || child > head))
    })
}

/// The noun phrase with its preposition.
pub(super) fn with_preposition(tree: &Tree<'_>, head: usize, inside: &Inside) -> Option<Spans> {
    collect(tree, head, inside, |_, child| ASIDE.contains(&tree.relation(child)))
}

/// What something is said to be: the predicate noun without what belongs to its clause.
pub(super) fn complement(tree: &Tree<'_>, head: usize, inside: &Inside) -> Option<Spans> {
    collect(tree, head, inside, |parent, child| {
        ASIDE.contains(&tree.relation(child))
            || (parent == head && OF_CLAUSE.contains(&tree.universal(child)))
    })
}

/// Everything under `head`, without the "that" that introduces it.
pub(super) fn whole(tree: &Tree<'_>, head: usize, inside: &Inside) -> Option<Spans> {
    collect(tree, head, inside, |parent, child| {
        parent == head && tree.universal(child) == "mark" && tree.is(child, "that")
    })
}

/// The tokens under `head`, without the branches that `leaves_out` names by their parent and first token.
fn collect(
    tree: &Tree<'_>,
    head: usize,
    inside: &Inside,
    leaves_out: impl Fn(usize, usize) -> bool,
) -> Option<Spans> {
    let mut tokens = vec![head];
    let mut next = 0;
    while next < tokens.len() {
        let parent = tokens[next];
        tokens.extend(tree.children(parent).iter().copied().filter(|child| !leaves_out(parent, *child)));
        next += 1;
    }
    spans(tree, tokens, inside)
}

/// The tokens as spans, one for each run, without marks at the ends of runs.
pub(super) fn spans(tree: &Tree<'_>, mut tokens: Vec<usize>, inside: &Inside) -> Option<Spans> {
    tokens.sort_unstable();
    tokens.retain(|at| inside.has(*at));
    let mut pieces: Vec<Span> = Vec::new();
    for run in tokens.chunk_by(|a, b| a + 1 == *b) {
        let mark = |at: &&usize| tree.upos(**at) == "PUNCT";
        if let (Some(first), Some(last)) =
            (run.iter().find(|at| !mark(at)), run.iter().rev().find(|at| !mark(at)))
        {
            pieces.push(tree.analysis.span(&(*first..last + 1)));
        }
    }
    (!pieces.is_empty()).then(|| Spans::of_pieces(pieces))
}
