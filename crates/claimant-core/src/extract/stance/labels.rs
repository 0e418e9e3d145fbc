//! What stands around a content and turns it: a question, and a label that rejects.

use crate::draft::Draft;
use crate::factuality::clause;
use crate::factuality::tree::Tree;
use crate::{Act, Claim, Spans};

/// The question mark where the cue itself is asked: "Did the mayor know about the leak?" Not where the content is quoted: then it is the
/// writer's sentence that the mark ends, and the quotation has its own.
pub(super) fn asked(draft: &Draft<'_>, claim: &Claim) -> Option<Spans> {
    let cue = claim.cue.as_ref()?.spans.hull();
    let tokens = draft.analysis.tokens_in(cue);
    if tokens.is_empty() || claim.content.overlaps(cue) {
        return None;
    }
    let tree = Tree::of(&draft.analysis, draft.text, tokens.start);
    let head = tokens.clone().find(|at| tree.head(*at).is_none_or(|head| !tokens.contains(&head)))?;
    let mark = clause::question(&tree, head)?;
    let span = draft.analysis.tokens[mark].span;
    super::content::quoted_near(draft, span, DEEPEST).next().is_none().then(|| Spans::from(span))
}

/// Quotations that may be open at one place.
const DEEPEST: usize = 8;

/// Words for a saying that can be called false.
const SAYINGS: &[&str] = &[
    "accusation",
    "allegation",
    "assertion",
    "charge",
    "claim",
    "report",
    "rumor",
    "rumour",
    "speculation",
    "story",
    "suggestion",
];

/// What they are called by who denies them.
const REJECTING: &[&str] = &[
    "absurd",
    "baseless",
    "bogus",
    "fabricated",
    "fabrication",
    "fake",
    "false",
    "fictitious",
    "groundless",
    "inaccurate",
    "incorrect",
    "invented",
    "laughable",
    "lie",
    "lies",
    "ludicrous",
    "nonsense",
    "nonsensical",
    "preposterous",
    "ridiculous",
    "rubbish",
    "slander",
    "smear",
    "unfounded",
    "unsubstantiated",
    "untrue",
    "wrong",
];

/// The word by which a source rejects what is said: "absurd" of "called the accusation that his staff had spied absurd".
pub(super) fn rejecting(draft: &Draft<'_>, claim: &Claim) -> Option<Spans> {
    const CALLING: &[&str] =
        &["brand", "call", "characterise", "characterize", "denounce", "describe", "label", "term"];
    let cue = claim.cue.as_ref()?;
    if claim.act == Act::Deny || !CALLING.contains(&cue.lemma.as_str()) {
        return None;
    }
    let analysis = &draft.analysis;
    let tokens = claim.content.pieces().iter().flat_map(|piece| analysis.tokens_in(*piece));
    let says = |at: &usize| SAYINGS.contains(&analysis.lemma(*at));
    // The saying is what is called so: the first noun, "the accusation that …", "claims of fraud".
    let saying =
        tokens.clone().find(|at| matches!(analysis.tokens[*at].upos.as_str(), "NOUN" | "PROPN" | "VERB"));
    saying.filter(says)?;
    // It closes the content, wherever the parser hangs it; "the claim that the vote was wrong" rejects nothing.
    let word = |at: usize| analysis.tokens[at].span.of(draft.text).to_lowercase();
    let (before, label) = tokens
        .filter(|at| analysis.tokens[*at].upos.as_str() != "PUNCT")
        .fold((None, None), |(_, last), at| (last, Some(at)));
    let predicated = before.is_some_and(|at| matches!(analysis.lemma(at), "be" | "not" | "become"));
    let label = label.filter(|at| !predicated && REJECTING.contains(&word(*at).as_str()))?;
    Some(Spans::from(analysis.tokens[label].span))
}
