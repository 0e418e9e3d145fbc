//! What embeds a predicate, and what that says about it.

use super::signature::{Complement, Signature};
use super::tree::Tree;

/// How a predicate hangs on the rest of its sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Link {
    /// Asserted by itself: a main clause, a relative clause, a clause of time or reason.
    Free,
    /// Asserted as far as the signature of the word that embeds it says so.
    Under { governor: usize, signature: Signature },
    /// Put forward without asserting: a condition, a purpose, a question. The token makes it so.
    Open(usize),
    /// Denied by the word that introduces it: "without", "instead of".
    Denied(usize),
}

/// The link of a predicate; that of the first where it is coordinated.
pub(super) fn link(tree: &Tree<'_>, predicate: usize) -> Link {
    let mut at = predicate;
    // Coordination is flat or nearly so; a chain of any length ends at the root.
    for _ in 0..8 {
        match tree.head(at) {
            Some(head) if tree.relation(at) == "conj" => at = head,
            _ => break,
        }
    }
    let Some(governor) = tree.head(at) else { return Link::Free };
    let under = |complement: Complement, default: Signature| Link::Under {
        governor,
        signature: signature(tree, governor, complement).unwrap_or(default),
    };
    let marks = Marks::of(tree, at);
    match tree.relation(at) {
        "acl:relcl" | "advcl:relcl" => Link::Free,
        "ccomp" | "csubj" | "csubj:pass" | "csubj:outer" => match marks.question {
            Some(mark) => Link::Open(mark),
            // "Knows who fired": somebody did; "it is not clear how many died" leaves it open.
            None if asks(tree, at) => {
                let known = signature(tree, governor, Complement::Clause).unwrap_or(Signature::OPEN);
                Link::Under { governor, signature: known.of_question() }
            }
            None if marks.to.is_some() => under(Complement::Infinitive, Signature::OPEN),
            None if is_gerund(tree, at) => under(Complement::Event, Signature::SAME),
            None => under(Complement::Clause, Signature::OPEN),
        },
        "xcomp" => {
            let bare = tree.xpos(at) == "VB";
            if marks.to.is_some() || bare {
                under(Complement::Infinitive, Signature::OPEN)
            } else if is_gerund(tree, at) {
                under(Complement::Event, Signature::SAME)
            } else {
                // "Remained calm", "was named mayor": one predication with its verb.
                Link::Under { governor, signature: Signature::SAME }
            }
        }
        "advcl" if asks(tree, at) && signature(tree, governor, Complement::Clause).is_some() => {
            let known = signature(tree, governor, Complement::Clause).unwrap_or(Signature::OPEN);
            Link::Under { governor, signature: known.of_question() }
        }
        "advcl" => match (marks.to, marks.condition, marks.denial, marks.from) {
            (_, Some(mark), _, _) => Link::Open(mark),
            (Some(mark), ..) => match signature(tree, governor, Complement::Infinitive) {
                // The parser takes many complements for purposes: "failed to reach".
                Some(signature) => Link::Under { governor, signature },
                None => Link::Open(mark),
            },
            (_, _, Some(mark), _) => Link::Denied(mark),
            // "It is not true that he left": a complement that the parser takes for an adjunct.
            _ if marks.that.is_some() && signature(tree, governor, Complement::Clause).is_some() => {
                under(Complement::Clause, Signature::OPEN)
            }
            (_, _, _, Some(_)) => match signature(tree, governor, Complement::Event) {
                Some(signature) => Link::Under { governor, signature },
                None => Link::Free,
            },
            _ => Link::Free,
        },
        "acl" => match (marks.to, marks.that) {
            _ if marks.condition.is_some_and(|mark| !tree.is(mark, "whether")) => {
                marks.condition.map_or(Link::Free, Link::Open)
            }
            (Some(_), _) => under(Complement::Infinitive, Signature::OPEN),
            (None, Some(_)) => under(Complement::Clause, Signature::OPEN),
            _ => Link::Free,
        },
        "obj" | "nsubj:pass" => event(tree, governor),
        "nmod" | "obl" if marks.from.is_some() => event(tree, governor),
        _ => Link::Free,
    }
}

/// Whether `clause` is the question that an impersonal clause leaves open: "it is unclear [whether he left]", "it is not known [who fired]".
pub(super) fn is_open_question(tree: &Tree<'_>, governor: usize, clause: usize, link: Link) -> bool {
    let subject = tree.child(governor, &["expl", "nsubj"]);
    let impersonal = subject.is_some_and(|subject| tree.is(subject, "it"));
    let complement = matches!(tree.universal(clause), "ccomp" | "csubj" | "advcl");
    let open = match link {
        Link::Open(mark) => tree.is(mark, "whether") || tree.is(mark, "if"),
        Link::Under { .. } => asks(tree, clause),
        _ => false,
    };
    // "If it rains, it is wet" has a condition before it.
    impersonal && complement && open && clause > governor && says_how_clear(tree, governor)
}

/// Whether a predicate says how well something is known: "unclear", "not known", "remains to be seen".
fn says_how_clear(tree: &Tree<'_>, predicate: usize) -> bool {
    Signature::of(tree.lemma(predicate), Complement::Clause).is_some()
}

/// A noun for what happens: only words that say so embed it ("prevented the attack"); else it is taken for granted.
fn event(tree: &Tree<'_>, governor: usize) -> Link {
    match signature(tree, governor, Complement::Event) {
        Some(signature) => Link::Under { governor, signature },
        None => Link::Free,
    }
}

/// The signature of the governing word, a particle or preposition of it aside.
fn signature(tree: &Tree<'_>, governor: usize, complement: Complement) -> Option<Signature> {
    let lemma = tree.lemma(governor);
    // "Rule out", "call off" deny; "rule" and "call" do not.
    if complement == Complement::Event && matches!(lemma, "rule" | "call") {
        let particle = tree.child(governor, &["compound", "advmod"])?;
        if !tree.is(particle, "out") && !tree.is(particle, "off") {
            return None;
        }
    }
    Signature::of(lemma, complement)
}

fn is_gerund(tree: &Tree<'_>, token: usize) -> bool {
    tree.xpos(token) == "VBG"
}

/// Whether a clause begins with "who", "how many" or another word that asks. "When" and "where" before an adverbial clause ask nothing.
fn asks(tree: &Tree<'_>, clause: usize) -> bool {
    let mut first = clause;
    for _ in 0..6 {
        match tree.children(first).first() {
            Some(child) if *child < first => first = *child,
            _ => break,
        }
    }
    match tree.xpos(first) {
        "WP" | "WDT" | "WP$" => true,
        "WRB" => tree.universal(clause) != "advcl" || tree.is(first, "how"),
        _ => false,
    }
}

/// The words that introduce a clause.
#[derive(Default)]
struct Marks {
    to: Option<usize>,
    that: Option<usize>,
    question: Option<usize>,
    condition: Option<usize>,
    denial: Option<usize>,
    from: Option<usize>,
}

impl Marks {
    fn of(tree: &Tree<'_>, clause: usize) -> Marks {
        let mut marks = Marks::default();
        for &child in tree.children(clause) {
            if child > clause || !matches!(tree.universal(child), "mark" | "case" | "advmod" | "cc") {
                continue;
            }
            let even = child > tree.tokens.start && (tree.is(child - 1, "even") || tree.is(child - 1, "as"));
            match tree.low(child).as_str() {
                "to" => marks.to = Some(child),
                "that" => marks.that = Some(child),
                "whether" => {
                    marks.question = Some(child);
                    marks.condition = Some(child);
                }
                "if" => {
                    marks.question = Some(child);
                    if !even || tree.is(child - 1, "as") {
                        marks.condition = Some(child);
                    }
                }
                "unless" | "lest" | "until" | "in case" => marks.condition = Some(child),
                "without" | "instead" | "rather" => marks.denial = Some(child),
                "from" | "of" | "in" => marks.from = Some(child),
                _ => {}
            }
        }
        marks
    }
}
