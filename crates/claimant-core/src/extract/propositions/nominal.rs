//! The proposition of a noun for an event: "the capture of the soldier".

use claimant_english::NameKind;

use super::Parts;
use super::frames::{self, Frame, Role};
use crate::calendar;
use crate::extract::entities::gazetteer;
use crate::factuality::tree::Tree;

/// What an event noun with its arguments says; none for other nouns, and where nothing beside it takes part in the event.
pub(super) fn of(tree: &Tree<'_>, head: usize) -> Option<Parts> {
    // "The release was": what has a copula is said of something else.
    if tree.upos(head) != "NOUN" || tree.child(head, &["cop"]).is_some() {
        return None;
    }
    let (frame, verb) = frames::of(tree.lemma(head))?;
    let (subject, object) = arguments(tree, head, frame);
    if subject.is_none() && object.is_none() {
        return None;
    }
    let taken = [subject, object];
    Some(Parts {
        head,
        lemma: verb.to_owned(),
        subject,
        object,
        clausal: false,
        predicate: vec![head],
        modifiers: tree
            .children(head)
            .iter()
            .copied()
            .filter(|at| tree.universal(*at) == "nmod" && !taken.contains(&Some(*at)))
            .filter(|at| tree.relation(*at) != "nmod:poss" || is_time(tree, *at))
            .collect(),
    })
}

/// The verb of a noun that the list holds.
pub(super) fn verb(noun: &str) -> Option<&'static str> {
    frames::of(noun).map(|(_, verb)| verb)
}

/// Who may act and whom it may befall, of a noun that the list does not hold.
pub(super) fn parties(tree: &Tree<'_>, head: usize) -> (Option<usize>, Option<usize>) {
    (after_noun(tree, head, "by").or_else(|| possessor(tree, head)), after_noun(tree, head, "of"))
}

/// Who does it, and whom it befalls.
fn arguments(tree: &Tree<'_>, head: usize, frame: &Frame) -> (Option<usize>, Option<usize>) {
    // "The arrest and deportation of the men": what stands beside the last is said of both.
    let shared = || {
        let next = tree.children(head).iter().copied().filter(|at| tree.relation(*at) == "conj");
        let first = tree.head(head).filter(|_| tree.relation(head) == "conj");
        next.chain(first).find(|at| frames::of(tree.lemma(*at)).is_some_and(|(other, _)| other == frame))
    };
    let after = |word: &str| after_noun(tree, head, word).or_else(|| after_noun(tree, shared()?, word));
    let possessor = possessor(tree, head);
    let mut object = frame.object.iter().find_map(|word| after(word));
    // "The arrest of a captain by police", where the parser hangs the police on the captain.
    let inside = |word: &str| after_noun(tree, object?, word).filter(|_| word == "by");
    let mut subject = frame.subject.iter().find_map(|word| match word.as_str() {
        // Without an object, which of the two a possessor is depends on the noun.
        "'s" if frame.alone != Some(Role::Subject) && object.is_none() => None,
        "'s" => possessor,
        word => after(word).or_else(|| inside(word)),
    });
    if frame.alone == Some(Role::Object) && object.is_none() {
        // "The Ukrainian arrest" tells no more than that it was one.
        object = possessor.filter(|at| tree.universal(*at) == "nmod");
    }
    let before = tree.children(head).iter().copied().find(|at| {
        tree.universal(*at) == "compound" && tree.upos(*at) != "ADJ" && *at < head && !is_time(tree, *at)
    });
    match frame.compound {
        Some(Role::Object) if object.is_none() => object = before,
        Some(Role::Subject) if subject.is_none() => subject = before,
        // "The Hamas attack on the town": a name does it, a common noun may be what it is done with.
        _ if subject.is_none() && object.is_some() && frame.alone == Some(Role::Subject) => {
            subject = before.filter(|at| tree.upos(*at) == "PROPN");
        }
        _ => {}
    }
    match support(tree, head) {
        Some((Role::Subject, who)) if subject.is_none() => subject = Some(who),
        Some((Role::Object, whom)) if object.is_none() && !frame.object.is_empty() => object = Some(whom),
        _ => {}
    }
    (subject, object.filter(|object| subject != Some(*object)))
}

/// The noun after `word` that hangs on `head`: no time, and no amount ("a fall of 5%").
fn after_noun(tree: &Tree<'_>, head: usize, word: &str) -> Option<usize> {
    tree.children(head).iter().copied().find(|at| {
        let amount = matches!(tree.upos(*at), "NUM" | "SYM")
            || tree.is(*at, "percent")
            || tree.is(*at, "cent")
            || (tree.child(*at, &["nummod"]).is_some() && frames::is_unit(tree.lemma(*at)));
        tree.universal(*at) == "nmod"
            && tree.child(*at, &["case"]).is_some_and(|case| tree.is(case, word))
            && !amount
            && !is_time(tree, *at)
    })
}

/// Whose it is: "Ukraine's", "its", "Ukrainian".
fn possessor(tree: &Tree<'_>, head: usize) -> Option<usize> {
    let whose = tree.children(head).iter().copied();
    whose.clone().find(|at| tree.relation(*at) == "nmod:poss" && !is_time(tree, *at)).or_else(|| {
        let of_country = |at: &usize| {
            matches!(tree.universal(*at), "amod" | "compound")
                && gazetteer::country(tree.analysis.tokens[*at].span.of(tree.text)).is_some()
        };
        whose.clone().find(of_country)
    })
}

/// "Monday's", "last week's", "yesterday's".
fn is_time(tree: &Tree<'_>, at: usize) -> bool {
    let word = tree.analysis.tokens[at].span.of(tree.text);
    // "May's resignation" may be a person's.
    let names = &tree.analysis.names;
    let name = names.get(names.partition_point(|name| name.tokens.end <= at));
    if name.is_some_and(|name| name.tokens.contains(&at) && name.kind == NameKind::Person) {
        return false;
    }
    calendar::month(word).is_some()
        || calendar::weekday(word).is_some()
        || calendar::year_number(word).is_some()
        || frames::is_time(tree.lemma(at))
}

/// Whom the verb that the noun is the object of brings in: "rebels carried out an attack", "the town suffered an attack".
fn support(tree: &Tree<'_>, head: usize) -> Option<(Role, usize)> {
    let verb = tree.head(head).filter(|verb| tree.upos(*verb) == "VERB")?;
    let particle = tree.child(verb, &["compound"]).filter(|at| tree.relation(*at) == "compound:prt");
    let lemma = match particle {
        Some(particle) => format!("{} {}", tree.lemma(verb), tree.low(particle)),
        None => tree.lemma(verb).to_owned(),
    };
    let role = frames::support(&lemma)?;
    let (subject, object) = super::roles::of(tree, verb);
    (object == Some(head)).then_some((role, subject?))
}
