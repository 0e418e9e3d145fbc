//! Act, polarity, certainty and quotation of a claim, by the words of its cue and content.

use super::words;
use crate::draft::Draft;
use crate::{Act, Certainty, Polarity, Quotation, Spans};

/// What the act becomes when the cue is negated: who has not confirmed has not denied.
pub(super) fn negated(act: Act) -> Act {
    match act {
        Act::Confirm | Act::Deny => Act::NotConfirm,
        Act::Assert | Act::Report => Act::Decline,
        other => other,
    }
}

/// Whether a negated cue leaves its act and negates the content: "does not believe that it is safe".
pub(super) fn raises_negation(act: Act) -> bool {
    matches!(act, Act::Believe | Act::Predict | Act::Intend | Act::Promise | Act::Suggest)
}

/// How sure the source is, by what it does and by the modals of the content's main clause.
pub(in crate::extract) fn certainty(draft: &Draft<'_>, act: Act, content: &Spans) -> Certainty {
    match act {
        Act::NotConfirm | Act::Decline | Act::Ask | Act::Demand => return Certainty::Uncommitted,
        Act::Suggest => return Certainty::Possible,
        _ => {}
    }
    let main = main_clause(draft, content);
    if main.iter().any(|word| words::possible(word)) {
        Certainty::Possible
    } else if main.iter().any(|word| words::probable(word))
        || matches!(act, Act::Believe | Act::Estimate | Act::Predict)
    {
        Certainty::Probable
    } else {
        Certainty::Certain
    }
}

/// Whether the content's main clause is negated.
pub(in crate::extract) fn polarity(draft: &Draft<'_>, act: Act, content: &Spans) -> Polarity {
    let main = main_clause(draft, content);
    let first = main.first().map_or("", String::as_str);
    let negated = matches!(first, "no" | "none" | "nobody" | "neither" | "never" | "not")
        || main.iter().enumerate().any(|(at, word)| {
            (words::negation(word) && at > 0 && !matches!(word.as_str(), "nor" | "neither"))
                || (word == "no" && at > 0 && (words::auxiliary(&main[at - 1]) || main[at - 1].len() <= 4))
        });
    let flipped = act == Act::Deny;
    if negated == flipped { Polarity::Positive } else { Polarity::Negative }
}

/// The words of the content up to the first clause that depends on another, in lower case: as far as
/// form can tell, its main clause.
fn main_clause(draft: &Draft<'_>, content: &Spans) -> Vec<String> {
    /// Beyond this many words the main clause has shown its verb.
    const ENOUGH: usize = 40;
    let first = content.pieces()[0];
    let tokens = &draft.tokens[draft.token_at(first.start())..];
    let mut found = Vec::new();
    let mut verb = false;
    for token in tokens.iter().take(ENOUGH).take_while(|token| token.span.end() <= first.end()) {
        let word = token.of(draft.text).to_lowercase();
        if word == "." && !found.is_empty() {
            break;
        }
        if !word.chars().any(char::is_alphanumeric) {
            continue;
        }
        // Before the verb a "that" or "who" opens a relative clause of the subject; after it, another clause.
        if verb && words::subordinator(&word) {
            break;
        }
        verb |= words::auxiliary(&word) || word.ends_with("ed");
        found.push(word);
    }
    found
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
