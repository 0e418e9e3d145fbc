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
        if !matches!(reading.universal(at), "conj" | "ccomp" | "xcomp" | "parataxis" | "csubj" | "list") {
            return false;
        }
        at = head;
    }
    false
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

/// Whether the predicate is said of what is to come.
pub(super) fn is_future(reading: &Reading<'_>, predicate: usize) -> bool {
    let modal = reading.analysis.dependents(predicate).any(|at| {
        reading.universal(at) == "aux"
            && matches!(&*reading.word(at).to_lowercase(), "will" | "'ll" | "’ll" | "wo" | "shall" | "would")
    });
    let going = reading.universal(predicate) == "xcomp"
        && reading.head(predicate).is_some_and(|head| reading.word(head).eq_ignore_ascii_case("going"));
    modal || going
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

/// The predicate's base form, with the words that make one verb of several where the list of events knows it: "fall ill", "lay off".
pub(super) fn verb(reading: &Reading<'_>, predicate: usize) -> String {
    let lemma = reading.lemma(predicate);
    let with = reading
        .analysis
        .dependents(predicate)
        .filter(|at| {
            reading.universal(*at) == "compound"
                || (reading.universal(*at) == "xcomp" && reading.upos(*at) == "ADJ")
                || (reading.upos(*at) == "ADV" && reading.word(*at).len() < 5)
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
    with.chain(to).find(|verb| !words::events(verb).is_empty()).unwrap_or(lemma)
}
