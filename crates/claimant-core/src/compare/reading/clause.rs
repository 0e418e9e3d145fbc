//! Where in its content something is said: at the top, or in passing.

use super::Reading;
use crate::compare::words;
use crate::{Act, Claim, Spans};

/// The steps that a clause is looked for upwards.
const FURTHEST: usize = 24;
/// Times and places of a claim that are looked at.
const SETTINGS: usize = 64;

/// The predicate of the clause that the token stands in: the nearest verb above it, or the top of the tree.
pub(super) fn predicate(reading: &Reading<'_>, token: usize) -> usize {
    let mut at = token;
    for _ in 0..FURTHEST {
        if reading.upos(at) == "VERB" && !matches!(reading.universal(at), "amod" | "case" | "mark") {
            break;
        }
        // "240 people were on the train": a noun that is said of a subject.
        if reading.analysis.dependents(at).any(|one| reading.universal(one) == "cop") {
            break;
        }
        match reading.head(at) {
            Some(head) => at = head,
            None => break,
        }
    }
    at
}

/// Whether the claim asserts the predicate itself: its path to the top of the content goes through clauses that are stated, not through
/// what only describes a noun or sets a scene.
pub(super) fn is_stated(reading: &Reading<'_>, claim: &Claim, predicate: usize) -> bool {
    let mut at = predicate;
    // "Was [behind the blast]": the copula hangs on what it joins.
    if reading.universal(at) == "cop" {
        at = reading.head(at).unwrap_or(at);
    }
    for _ in 0..FURTHEST {
        let Some(head) = reading.head(at).filter(|head| reading.inside(claim, *head)) else {
            return true;
        };
        // "Dismissed the allegation [that it bought spyware]".
        let told = reading.universal(at) == "acl" && is_saying(reading, at, head);
        if !told
            && !matches!(reading.universal(at), "conj" | "ccomp" | "xcomp" | "parataxis" | "csubj" | "list")
        {
            return false;
        }
        at = head;
    }
    false
}

/// Whether a clause gives what its noun says: "the report that the ministry bought spyware".
fn is_saying(reading: &Reading<'_>, clause: usize, noun: usize) -> bool {
    let that = reading.analysis.dependents(clause).any(|at| reading.universal(at) == "mark");
    that && reading.draft.lexicon.noun(&reading.lemma(noun)).is_some()
}

/// Whether the predicate is what the noun at the top of the claim says: "rejected a report [that she had stepped down]".
pub(super) fn is_told(reading: &Reading<'_>, claim: &Claim, predicate: usize) -> bool {
    let head = reading.head(predicate).filter(|_| reading.universal(predicate) == "acl");
    head.is_some_and(|noun| reading.top(&claim.content) == Some(noun) && is_saying(reading, predicate, noun))
}

/// Whether the claim takes its content for granted instead of leaving it open, as it seems to: "would not say why he was dismissed", "refused to
/// pay".
pub(super) fn is_presupposed(reading: &Reading<'_>, claim: &Claim) -> bool {
    if !matches!(claim.act, Act::Decline | Act::NotConfirm) {
        return false;
    }
    let Some(first) = reading.analysis.tokens_in(claim.content.hull()).next() else { return false };
    matches!(reading.analysis.tokens[first].xpos.as_str(), "WP" | "WP$" | "WRB" | "WDT" | "TO")
}

/// Whether what is said at the predicate is set in another event or place than the one that the story is about: "[in that disaster] 19 people
/// had died", "[there], 12 were killed".
pub(super) fn is_elsewhere(reading: &Reading<'_>, predicate: usize) -> bool {
    reading.analysis.dependents(predicate).any(|at| {
        let word = reading.word(at).to_lowercase();
        // "There" of "there were" is no place.
        let there = word == "there" && reading.universal(at) == "advmod" && at < predicate;
        let that = matches!(reading.universal(at), "obl" | "nmod")
            && reading.upos(at) == "NOUN"
            && reading.analysis.dependents(at).any(|det| {
                matches!(&*reading.word(det).to_lowercase(), "that" | "those")
                    && reading.universal(det) == "det"
            });
        let thing = !words::events_of_noun(&reading.lemma(at)).is_empty()
            || matches!(
                &*reading.lemma(at),
                "accident" | "affair" | "case" | "disaster" | "incident" | "tragedy"
            );
        // "Two deaths in a separate outbreak".
        let another = matches!(reading.universal(at), "obl" | "nmod") && is_another(reading, at);
        there || (that && thing) || another
    }) || (reading.relation(predicate) == "acl:relcl"
        && reading.head(predicate).is_some_and(|head| is_another(reading, head)))
}

/// Whether a noun for an event is put beside the one that the story is about: "a separate outbreak", "the smaller fire".
fn is_another(reading: &Reading<'_>, noun: usize) -> bool {
    let event = !words::events_of_noun(&reading.lemma(noun)).is_empty();
    reading.analysis.dependents(noun).any(|at| {
        let word = reading.lemma(at);
        reading.universal(at) == "amod"
            && (tells_another(&word) || (event && matches!(&*word, "small" | "large" | "second")))
    })
}

/// Adjectives of what is not the matter in hand.
pub(super) fn tells_another(word: &str) -> bool {
    matches!(word, "comparable" | "earlier" | "previous" | "separate" | "similar" | "unrelated")
}

/// The clause that a participle only adds to: "a bomb went off in Kabul on Monday, [killing twelve]".
pub(super) fn added_to(reading: &Reading<'_>, predicate: usize) -> Option<usize> {
    let participle = matches!(reading.analysis.tokens[predicate].xpos.as_str(), "VBG" | "VBN");
    let own_subject = reading.analysis.dependents(predicate).any(|at| reading.universal(at) == "nsubj");
    // "Injuring five and killing two".
    let mut at = predicate;
    while reading.universal(at) == "conj" && reading.upos(at) == "VERB" {
        at = reading.head(at)?;
    }
    let head = reading.head(at)?;
    (participle && !own_subject && reading.universal(at) == "advcl" && reading.upos(head) == "VERB")
        .then_some(head)
}

/// Whether a time or place belongs to a party of the clause and not to what happens: "a star [of the 1940s] died". What hangs on a noun for an
/// event is when that took place.
pub(super) fn describes_party(reading: &Reading<'_>, token: usize, predicate: usize) -> bool {
    let mut at = token;
    for _ in 0..FURTHEST {
        let Some(head) = reading.head(at).filter(|_| at != predicate) else { return false };
        let of = reading.analysis.dependents(at).any(|case| {
            reading.universal(case) == "case" && matches!(&*reading.word(case).to_lowercase(), "of" | "from")
        });
        let noun = matches!(reading.upos(head), "NOUN" | "PROPN");
        if of && noun && reading.universal(at) == "nmod" && words::events(&reading.lemma(head)).is_empty() {
            return true;
        }
        at = head;
    }
    false
}

/// Whether somebody plans what is said at the predicate: "intends [to eliminate 1,500 positions]", "is planning [1,500 layoffs]".
pub(super) fn is_planned(reading: &Reading<'_>, predicate: usize) -> bool {
    let plans = |at: usize| match reading.universal(predicate) {
        "xcomp" => matches!(
            &*reading.lemma(at),
            "agree" | "decide" | "intend" | "plan" | "prepare" | "propose" | "set"
        ),
        "obj" => reading.lemma(at) == "plan",
        _ => false,
    };
    reading.head(predicate).is_some_and(plans)
}

/// Whether the predicate is said of what is to come.
pub(super) fn is_future(reading: &Reading<'_>, predicate: usize) -> bool {
    if is_planned(reading, predicate) {
        return true;
    }
    let modal = reading.analysis.dependents(predicate).any(|at| {
        reading.universal(at) == "aux"
            && matches!(&*reading.word(at).to_lowercase(), "will" | "'ll" | "’ll" | "wo" | "shall" | "would")
    });
    let going = reading.universal(predicate) == "xcomp"
        && reading.head(predicate).is_some_and(|head| reading.word(head).eq_ignore_ascii_case("going"));
    modal || going
}

/// Whether what is said at the predicate is said to be known: "16 people are known [to have died]".
pub(super) fn is_known(reading: &Reading<'_>, predicate: usize) -> bool {
    let knows = |at: usize| matches!(&*reading.lemma(at), "know" | "confirm");
    let passive = |at: usize| {
        let be = |one: usize| reading.relation(one) == "aux:pass" || reading.universal(one) == "cop";
        reading.analysis.dependents(at).any(be)
    };
    let negated = |at: usize| {
        let mut words = reading.analysis.dependents(at).map(|one| reading.word(one).to_lowercase());
        words.any(|word| matches!(&*word, "not" | "never" | "n't" | "n’t"))
    };
    let under = matches!(reading.universal(predicate), "xcomp" | "ccomp" | "advcl");
    let above = reading.head(predicate).filter(|_| under);
    std::iter::once(predicate).chain(above).any(|at| knows(at) && passive(at) && !negated(at))
}

/// The preposition that brings a phrase to its predicate, where it says what about and not when or where.
pub(super) fn brought(reading: &Reading<'_>, claim: &Claim, spans: &Spans) -> Option<Box<str>> {
    const WITH: &[&str] = &["about", "against", "as", "for", "from", "into", "of", "over", "to", "with"];
    preposition(reading, claim, spans).filter(|word| WITH.contains(&&**word))
}

/// The preposition that says of whom a share is: "in children", "among women".
pub(super) fn among(reading: &Reading<'_>, claim: &Claim, spans: &Spans) -> Option<Box<str>> {
    preposition(reading, claim, spans).filter(|word| matches!(&**word, "among" | "for" | "in"))
}

fn preposition(reading: &Reading<'_>, claim: &Claim, spans: &Spans) -> Option<Box<str>> {
    let top = reading.top(spans)?;
    let set = claim.times.iter().map(|time| &time.spans).chain(claim.places.iter().map(|place| &place.spans));
    if set.take(SETTINGS).any(|setting| setting.hull().overlaps(spans.hull())) {
        return None;
    }
    let case = reading.analysis.dependents(top).find(|at| reading.universal(*at) == "case")?;
    Some(reading.word(case).to_lowercase().into())
}

/// Whom or what somebody fires at, and the verb with its preposition.
pub(super) fn shot_at(reading: &Reading<'_>, predicate: usize) -> Option<(String, usize)> {
    if reading.lemma(predicate) != "fire" {
        return None;
    }
    reading.analysis.dependents(predicate).filter(|at| reading.universal(*at) == "obl").find_map(|at| {
        let case = reading.analysis.dependents(at).find(|case| reading.universal(*case) == "case")?;
        let word = reading.word(case).to_lowercase();
        matches!(&*word, "at" | "on").then(|| (format!("fire {word}"), at))
    })
}

/// The predicate's base form, with the words that make one verb of several where the list of events knows it: "fall ill", "lay off".
pub(super) fn verb(reading: &Reading<'_>, predicate: usize) -> String {
    let lemma = reading.lemma(predicate);
    let with = reading
        .analysis
        .dependents(predicate)
        .filter(|at| {
            reading.universal(*at) == "compound"
                || (reading.universal(*at) == "xcomp" && reading.upos(*at) == "ADJ")
                || reading.upos(*at) == "ADV"
        })
        .map(|at| format!("{lemma} {}", reading.lemma(at)));
    // "Took part", "lost their lives".
    let object = reading.analysis.dependents(predicate).filter(|at| reading.universal(*at) == "obj");
    let with = with.chain(object.map(|at| format!("{lemma} {}", reading.lemma(at))));
    // "Taken to hospital", "went on strike".
    let to = reading.analysis.dependents(predicate).filter(|at| reading.universal(*at) == "obl").filter_map(
        |at| {
            let case = reading.analysis.dependents(at).find(|case| reading.universal(*case) == "case")?;
            Some(format!("{lemma} {} {}", reading.word(case).to_lowercase(), reading.lemma(at)))
        },
    );
    // "Fired at a post".
    let at = shot_at(reading, predicate).map(|(verb, _)| verb);
    at.into_iter().chain(with.chain(to)).find(|verb| !words::events(verb).is_empty()).unwrap_or(lemma)
}
