//! Whether the verb that governs a time speaks of the past or of the future.

use claimant_english::Analysis;

use crate::Span;

/// Where the sentence places a time that could lie on either side of now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Direction {
    Past,
    /// A verb in the present: what is on a named day is to come, what is in a month may be over.
    Present,
    Future,
    Unknown,
}

/// No tree that is right is climbed further for the verb of a time.
const CLIMB: usize = 8;

/// What the parse says about the time at `span`, and whether it hangs on the verb itself rather than on a noun.
pub(super) fn direction(analysis: &Analysis, span: Span) -> (Direction, bool) {
    let tokens = analysis.tokens_in(span);
    if tokens.is_empty() {
        return (Direction::Unknown, false);
    }
    let outside =
        |token: &usize| analysis.tokens[*token].head.is_none_or(|head| !tokens.contains(&(head as usize)));
    let head = tokens.clone().rev().find(outside).unwrap_or(tokens.start);
    if tokens.start > analysis.sentence(head).start {
        match analysis.lemma(tokens.start - 1) {
            "since" => return (Direction::Past, true),
            // A limit lies ahead, even of what was agreed in the past.
            "until" | "till" | "by" | "through" => return (Direction::Future, false),
            _ => {}
        }
    }
    let mut at = head;
    for step in 0..CLIMB {
        let Some(up) = analysis.tokens[at].head else { break };
        at = up as usize;
        match said(analysis, at) {
            Direction::Unknown => {}
            known => return (known, step == 0),
        }
    }
    (Direction::Unknown, false)
}

/// What a verb or predicate says by its own form and its auxiliaries.
fn said(analysis: &Analysis, at: usize) -> Direction {
    let token = analysis.tokens[at];
    let tag = token.xpos.as_str();
    let lemma = analysis.lemma(at);
    // What is scheduled lies ahead, whenever it was scheduled.
    if matches!(lemma, "due" | "payable" | "effective" | "scheduled" | "slated")
        || (matches!(lemma, "schedule" | "slate" | "expect" | "set" | "suppose") && tag == "VBN")
        || (lemma == "plan" && tag.starts_with("VB"))
    {
        return Direction::Future;
    }
    let predicate = tag.starts_with("VB") || tag == "MD";
    let mut present = false;
    let mut finite = None;
    let mut copula = false;
    for other in analysis.dependents(at).take_while(|other| *other < at) {
        let relation = analysis.tokens[other].relation.as_str();
        let own = analysis.tokens[other].xpos.as_str();
        if relation == "mark" && own == "TO" && predicate {
            return Direction::Future;
        }
        if !(relation.starts_with("aux") || relation == "cop") {
            continue;
        }
        copula |= relation == "cop";
        match (own, analysis.lemma(other)) {
            ("MD", _) => return Direction::Future,
            ("VBD", _) => finite = Some(Direction::Past),
            // "has closed" is over.
            ("VBZ" | "VBP", "have") => finite = Some(Direction::Past),
            ("VBZ" | "VBP", _) => present = true,
            _ => {}
        }
    }
    if let Some(finite) = finite {
        return finite;
    }
    match tag {
        "VBD" => Direction::Past,
        _ if present => Direction::Present,
        "VBZ" | "VBP" => Direction::Present,
        // "the suit, filed Monday": a participle of its own is passive and past.
        "VBN" => Direction::Past,
        "MD" => Direction::Future,
        _ if copula => Direction::Present,
        _ => Direction::Unknown,
    }
}
