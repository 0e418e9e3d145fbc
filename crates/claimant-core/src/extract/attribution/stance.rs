//! What a claim's cue says about its content, and how much of it is quoted.

use crate::draft::Draft;
use crate::factuality;
use crate::{Act, Certainty, Polarity, Quotation, Spans};

/// What the act becomes when the cue is negated: who has not confirmed has not denied.
pub(super) fn negated(act: Act) -> Act {
    match act {
        Act::Confirm | Act::Deny => Act::NotConfirm,
        // Who has not promised to stay has not said that he will leave.
        Act::Assert | Act::Report | Act::Allege | Act::Promise => Act::Decline,
        other => other,
    }
}

/// What the act becomes where the source refuses it: who refuses to confirm or to deny leaves it open, as who has not confirmed does.
pub(super) fn refused(act: Act) -> Act {
    if matches!(act, Act::Confirm | Act::Deny) { Act::NotConfirm } else { Act::Decline }
}

/// Whether a negated cue leaves its act and negates the content: "does not believe that it is safe".
pub(crate) fn raises_negation(act: Act) -> bool {
    matches!(act, Act::Believe | Act::Predict | Act::Intend | Act::Suggest)
}

/// Verbs whose content holds whether they are negated or not (Kiparsky and Kiparsky 1970).
const KNOWING: &[&str] = &[
    "discover",
    "know",
    "learn",
    "notice",
    "realise",
    "realize",
    "recall",
    "recognise",
    "recognize",
    "remember",
    "understand",
];

/// What a cue says about its content as a whole: whether it negates it, and how sure it leaves it. The extractor of stances puts the content's
/// own polarity and certainty under this.
pub(crate) fn of_cue(act: Act, lemma: &str, raised: bool) -> (Polarity, Certainty) {
    // Who did not know it says nothing against it.
    if raised && KNOWING.contains(&lemma) {
        return (Polarity::Positive, Certainty::Uncommitted);
    }
    let (negates, certainty) = match act {
        Act::NotConfirm | Act::Decline | Act::Ask | Act::Demand => (false, Certainty::Uncommitted),
        Act::Suggest => (false, Certainty::Possible),
        Act::Deny => (true, Certainty::Certain),
        // "Doubts that", "hopes that", "regrets that": the lexicon of embedding words tells them apart.
        Act::Believe | Act::Feel => match factuality::of_attitude(lemma) {
            Some((polarity, certainty)) => (polarity == Polarity::Negative, certainty),
            None if act == Act::Believe => (false, Certainty::Probable),
            None => (false, Certainty::Certain),
        },
        Act::Estimate | Act::Predict => (false, Certainty::Probable),
        _ => (false, Certainty::Certain),
    };
    (if negates == raised { Polarity::Positive } else { Polarity::Negative }, certainty)
}

/// How much of the content stands in quotation marks that lie inside it.
pub(super) fn quotation(draft: &Draft<'_>, content: &Spans) -> Quotation {
    let from = draft.quotes.partition_point(|quote| quote.spans.start() < content.start());
    let inside: Vec<&crate::quote::Quote> = draft.quotes[from..]
        .iter()
        .take_while(|quote| quote.spans.start() < content.end())
        .filter(|quote| quote.closed && content.contains(&quote.spans))
        .collect();
    if inside.is_empty() {
        return Quotation::Indirect;
    }
    let quoted =
        |at: usize| inside.iter().any(|quote| quote.spans.pieces().iter().any(|piece| piece.has(at)));
    let unquoted = content.pieces().iter().any(|piece| {
        let tokens = &draft.tokens[draft.token_at(piece.start())..];
        let mut tokens = tokens.iter().take_while(|token| token.span.end() <= piece.end());
        tokens.any(|token| {
            let word = token.of(draft.text).chars().any(char::is_alphanumeric);
            word && !quoted(token.span.start())
        })
    });
    if unquoted { Quotation::Mixed } else { Quotation::Direct }
}
