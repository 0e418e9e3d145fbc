//! Which claims their words put as answers to earlier ones: "replied", "responding to the minister", "dismissed the accusation".

use super::Reading;
use crate::compare::identity::is_name;
use crate::compare::matter::Answer;
use crate::{Act, Claim, EntityId, EntityKind, Spans, Voice};

/// Verbs of answering.
const REPLIES: &[&str] = &[
    "reply",
    "respond",
    "retort",
    "counter",
    "rejoin",
    "react",
    "hit back",
    "fire back",
    "shoot back",
    "answer",
];
/// Nouns for an answer, after "in".
const ANSWERS: &[&str] = &["response", "reply", "reaction", "answer"];
/// Nouns for what somebody else has said.
const SAID: &[&str] = &[
    "accusation",
    "allegation",
    "assertion",
    "charge",
    "claim",
    "comment",
    "complaint",
    "criticism",
    "remark",
    "report",
    "statement",
    "suggestion",
];
/// Sentences before an answer in which what it answers is looked for; one with a name may stand further back.
const NEAR: usize = 2;
/// Likewise of an answer that does not say what it answers: "replied".
const NEXT: usize = 1;
/// Claims before an answer that are looked at.
const LOOKED_AT: usize = 256;
/// Tokens of a phrase that are looked at.
const LONGEST: usize = 24;

pub(super) fn read(reading: &Reading<'_>) -> Vec<Answer> {
    let claims = &reading.draft.claims;
    let mut answers: Vec<Answer> = Vec::new();
    for (index, claim) in claims.iter().enumerate().filter(|(_, claim)| claim.voice == Voice::Attributed) {
        let Some(found) = answer(reading, claim) else { continue };
        let earlier = claims[..index].iter().enumerate().rev().take(LOOKED_AT).filter(|(_, other)| {
            other.voice == Voice::Attributed && begins(other) < begins(claim) && are_two(claim, other)
        });
        // What is criticised is mostly not itself an answer.
        let is_answer = |at: usize| answers.binary_search_by_key(&(at as u32), |answer| answer.claim).is_ok();
        let target = if found.to.is_empty() {
            let near = if found.noun { NEAR } else { NEXT };
            let from = reading.sentence_of(begins(claim)).saturating_sub(near);
            let mut near = earlier.take_while(|(_, other)| reading.sentence_of(begins(other)) >= from);
            near.find(|(at, other)| {
                other.within.is_none()
                    && !claims
                        .iter()
                        .enumerate()
                        .any(|(outer, _)| outer != *at && is_made_inside(claims, *at, outer))
                    && !is_inside(claims, index, *at)
                    && !(found.noun && is_answer(*at))
                    && (found.noun || is_somebody(reading, other))
            })
        } else {
            let said_by = |other: &Claim| {
                other.sources.iter().any(|source| source.entity.is_some_and(|id| found.to.contains(&id)))
            };
            let mut earlier = earlier;
            earlier.find(|(at, other)| said_by(other) && !is_inside(claims, index, *at))
        };
        if let Some((to, _)) = target {
            answers.push(Answer { claim: index as u32, to: to as u32, spans: found.spans });
        }
    }
    answers
}

/// Whether a claim says of another's claim, and of nothing else, that it is not so or not known: "rejected [the claim]".
pub(super) fn is_of_a_saying(reading: &Reading<'_>, claim: &Claim) -> bool {
    matches!(claim.act, Act::Deny | Act::NotConfirm)
        && reading.top(&claim.content).is_some_and(|at| SAID.contains(&&*reading.lemma(at)))
}

/// Whether a claim's source is somebody whom one can answer: named, or several; "a cleric" may be the one who answers.
fn is_somebody(reading: &Reading<'_>, claim: &Claim) -> bool {
    claim.sources.iter().filter_map(|source| source.entity).all(|id| {
        let entity = &reading.draft.entities[id.0 as usize];
        entity.kind != Some(EntityKind::Document)
            && (entity.kind == Some(EntityKind::Group) || is_name(&entity.name))
    })
}

/// The words that make a claim an answer.
struct Found {
    spans: Spans,
    /// Whom it answers, where the words name them.
    to: Vec<EntityId>,
    /// They name what was said: "the criticism".
    noun: bool,
}

fn answer(reading: &Reading<'_>, claim: &Claim) -> Option<Found> {
    let cue = claim.cue.as_ref()?;
    let head = reading.top(&cue.spans)?;
    // An answer to a call, a question or a request answers no claim.
    let claims = |found: Found, phrase: Option<usize>| {
        let said = phrase.is_none_or(|noun| SAID.contains(&&*reading.lemma(noun)));
        (said || !found.to.is_empty()).then_some(found)
    };
    if REPLIES.contains(&cue.lemma.as_str()) {
        let phrase = on(reading, head, &["to"]);
        return claims(found(reading, claim, cue.spans.clone(), phrase), phrase);
    }
    // "Responding to the minister, she said"; "in response to the claims".
    for at in reading.analysis.dependents(head) {
        let verb = reading.upos(at) == "VERB"
            && reading.universal(at) == "advcl"
            && REPLIES.contains(&&*reading.lemma(at));
        let noun = ANSWERS.contains(&&*reading.lemma(at))
            && reading.analysis.dependents(at).any(|case| reading.word(case).eq_ignore_ascii_case("in"));
        if verb || noun {
            let phrase = on(reading, at, &["to"]);
            return claims(found(reading, claim, reading.analysis.tokens[at].span.into(), phrase), phrase);
        }
    }
    // "Dismissed the accusation": the noun stands for what was said.
    let turned = matches!(claim.act, Act::Deny | Act::NotConfirm);
    let said = reading.top(&claim.content).filter(|at| turned && SAID.contains(&&*reading.lemma(*at)))?;
    let named = Found { noun: true, ..found(reading, claim, cue.spans.clone(), Some(said)) };
    // "The reports regarding his return" say themselves what they say.
    let told = reading.analysis.dependents(said).any(|at| {
        at > said
            && matches!(reading.universal(at), "nmod" | "acl" | "ccomp")
            && reading.relation(at) != "nmod:poss"
    });
    (reading.is_definite(said) && (!told || !named.to.is_empty())).then_some(named)
}

fn found(reading: &Reading<'_>, claim: &Claim, spans: Spans, phrase: Option<usize>) -> Found {
    let own: Vec<EntityId> = claim.sources.iter().filter_map(|source| source.entity).collect();
    let mut to = Vec::new();
    if let Some(phrase) = phrase {
        let sentence = reading.analysis.sentence(phrase);
        let tokens = sentence.start.max(phrase.saturating_sub(LONGEST))..sentence.end.min(phrase + LONGEST);
        for at in tokens.filter(|at| *at == phrase || hangs_on(reading, *at, phrase)) {
            to.extend(reading.entity(at).filter(|id| !own.contains(id)));
        }
    }
    let spans = match phrase {
        Some(phrase) => {
            let word = reading.analysis.tokens[phrase].span;
            Spans::of_pieces(spans.pieces().iter().copied().chain([word]))
        }
        None => spans,
    };
    Found { spans, to, noun: false }
}

/// The noun after one of `words` that hangs on `head`.
fn on(reading: &Reading<'_>, head: usize, words: &[&str]) -> Option<usize> {
    let case = |at: usize| {
        reading.analysis.dependents(at).any(|case| {
            reading.universal(case) == "case" && words.contains(&&*reading.word(case).to_lowercase())
        })
    };
    reading.analysis.dependents(head).find(|at| matches!(reading.universal(*at), "obl" | "nmod") && case(*at))
}

/// Whether a word stands in the phrase of `head`, not in a clause of it.
fn hangs_on(reading: &Reading<'_>, token: usize, head: usize) -> bool {
    let mut at = token;
    for _ in 0..6 {
        if matches!(reading.universal(at), "acl" | "advcl" | "ccomp") {
            return false;
        }
        match reading.head(at) {
            Some(above) if above == head => return true,
            Some(above) => at = above,
            None => return false,
        }
    }
    false
}

fn begins(claim: &Claim) -> usize {
    claim.content.start()
}

/// Whether two claims are of different sources, as far as they are known.
fn are_two(a: &Claim, b: &Claim) -> bool {
    let ids = |claim: &Claim| -> Option<Vec<EntityId>> {
        claim.sources.iter().map(|source| source.entity).collect()
    };
    match (ids(a), ids(b)) {
        (Some(x), Some(y)) => !x.is_empty() && !y.is_empty() && !x.iter().any(|id| y.contains(id)),
        _ => false,
    }
}

/// Whether a claim's words are some of another's.
fn is_made_inside(claims: &[Claim], inner: usize, outer: usize) -> bool {
    let (own, whole) = (claims[inner].content.hull(), claims[outer].content.hull());
    own != whole && whole.contains(own)
}

/// Whether one of the two is made inside the other.
fn is_inside(claims: &[Claim], a: usize, b: usize) -> bool {
    let inside = |inner: usize, outer: usize| {
        claims[inner].content.hull().start() >= claims[outer].content.start()
            && claims[inner].content.end() <= claims[outer].content.end()
    };
    inside(a, b) || inside(b, a)
}
