//! What a noun phrase tells of how its bearer comes to know.

use std::ops::Range;

use super::super::grammar::Grammar;
use super::super::mention::Mention;
use crate::UnnamedKind;

/// Nouns of each kind, by lemma.
const NOUNS: &[(UnnamedKind, &str)] = &[
    (
        UnnamedKind::Official,
        "official officer diplomat minister lawmaker legislator senator congressman congresswoman mp parliamentarian councillor \
         councilor councilman councilwoman governor mayor judge prosecutor ambassador envoy detective investigator policeman \
         policewoman inspector commissioner general colonel admiral bureaucrat regulator sheriff undersecretary authority \
         policymaker inspector consul deputy negotiator",
    ),
    (
        UnnamedKind::Representative,
        "spokesman spokeswoman spokesperson spokespeople representative publicist attorney",
    ),
    (UnnamedKind::Insider, "insider aide adviser advisor associate colleague confidant whistleblower leaker"),
    (
        UnnamedKind::Witness,
        "witness eyewitness bystander onlooker passer-by passerby survivor passenger motorist spectator",
    ),
    (
        UnnamedKind::Resident,
        "resident villager local neighbour neighbor inhabitant townspeople townsfolk homeowner islander",
    ),
    (UnnamedKind::Relative, "family relative kin"),
    (
        UnnamedKind::Expert,
        "expert analyst scientist researcher economist academic scholar epidemiologist historian forecaster meteorologist \
         seismologist virologist statistician observer strategist geologist climatologist",
    ),
    (
        UnnamedKind::Worker,
        "employee worker staffer staff crew nurse teacher driver engineer miner pilot clerk paramedic firefighter trader banker \
         executive manager farmer fisherman contractor trucker doctor medic rescuer",
    ),
    (
        UnnamedKind::Combatant,
        "soldier troop fighter militant rebel combatant gunman guerrilla serviceman servicewoman insurgent partisan",
    ),
    (
        UnnamedKind::Advocate,
        "activist campaigner critic protester protestor demonstrator supporter opponent advocate organiser organizer lobbyist \
         dissident environmentalist",
    ),
    (UnnamedKind::Media, "media press journalist reporter correspondent newspaper outlet tabloid"),
];

/// Nouns of kin, which tell only with whose: "his wife".
const KIN: &[&str] = &[
    "aunt",
    "boyfriend",
    "brother",
    "cousin",
    "daughter",
    "father",
    "friend",
    "girlfriend",
    "grandfather",
    "grandmother",
    "husband",
    "mother",
    "nephew",
    "niece",
    "parent",
    "partner",
    "sister",
    "son",
    "uncle",
    "widow",
    "widower",
    "wife",
];

/// Nouns that say no more than that somebody knows.
const SOURCES: &[&str] = &["source"];
const PERSONS: &[&str] = &["individual", "person", "people", "somebody", "someone", "those", "one"];

/// Before "source": it serves the state.
const OF_STATE: &[&str] = &[
    "administration",
    "court",
    "defence",
    "defense",
    "diplomatic",
    "enforcement",
    "government",
    "governmental",
    "intelligence",
    "judicial",
    "military",
    "ministerial",
    "ministry",
    "official",
    "palace",
    "parliamentary",
    "police",
    "presidential",
    "prosecution",
    "security",
    "state",
];

/// What a noun phrase's words tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Told {
    pub(super) kind: Option<UnnamedKind>,
    /// They are a source and nothing else, or known only by what they know.
    pub(super) withheld: bool,
}

/// `end` is where the words of the source end, if they go on behind the mention.
pub(super) fn of(grammar: &Grammar<'_>, mention: &Mention, end: usize) -> Told {
    let lemma = grammar.lemma(mention.head);
    let noun = lemma.rsplit_once('-').map_or(lemma.as_str(), |(_, last)| last);
    let knows = knows(grammar, mention.head + 1..end.max(mention.tokens.end));
    let before: Vec<String> = grammar
        .dependents(mention.head)
        .filter(|at| *at < mention.head && mention.tokens.contains(at))
        .flat_map(|at| {
            let inner = grammar.dependents(at).filter(|_| !grammar.is_possessor(at));
            inner.chain([at]).collect::<Vec<usize>>()
        })
        .map(|at| grammar.lemma(at))
        .collect();
    let any = |words: &[&str]| before.iter().any(|word| words.contains(&word.as_str()));
    if SOURCES.contains(&noun) {
        let kind = if any(OF_STATE) {
            Some(UnnamedKind::Official)
        } else if knows || inside(grammar, mention) {
            Some(UnnamedKind::Insider)
        } else {
            None
        };
        return Told { kind, withheld: true };
    }
    if PERSONS.contains(&noun) {
        let kind = if knows {
            Some(UnnamedKind::Insider)
        } else if noun == "people" && any(&["local"]) {
            Some(UnnamedKind::Resident)
        } else {
            None
        };
        return Told { kind, withheld: knows };
    }
    let possessed = grammar.dependents(mention.head).any(|at| grammar.is_possessor(at));
    let kind = if noun == "member" {
        let of = grammar.with(mention.head, "nmod").map(|at| grammar.lemma(at));
        let bodies: Vec<String> = before.iter().cloned().chain(of).collect();
        let any = |words: &[&str]| bodies.iter().any(|word| words.contains(&word.as_str()));
        if any(&["family"]) {
            Some(UnnamedKind::Relative)
        } else if any(&["crew", "staff", "union", "faculty"]) {
            Some(UnnamedKind::Worker)
        } else if any(&["cabinet", "congress", "council", "parliament", "senate", "government"]) {
            Some(UnnamedKind::Official)
        } else if any(&["audience", "crowd"]) {
            Some(UnnamedKind::Witness)
        } else {
            None
        }
    } else if noun == "report" {
        (mention.plural == Some(true) && any(&["media", "press", "news", "newspaper"]))
            .then_some(UnnamedKind::Media)
    } else if noun == "lawyer" {
        let speaks = possessed
            || grammar.with(mention.head, "nmod").any(|at| {
                grammar.preposition(at).is_some_and(|case| matches!(grammar.low(case).as_str(), "for" | "of"))
            });
        speaks.then_some(UnnamedKind::Representative)
    } else if noun == "authority" && mention.plural != Some(true) {
        // "The tax authority" is a body.
        None
    } else if KIN.contains(&noun) {
        let whose = possessed
            || grammar
                .with(mention.head, "nmod")
                .any(|at| grammar.preposition(at).is_some_and(|case| grammar.low(case) == "of"));
        whose.then_some(UnnamedKind::Relative)
    } else {
        NOUNS
            .iter()
            .find(|(_, nouns)| nouns.split_whitespace().any(|known| known == noun))
            .map(|(kind, _)| *kind)
    };
    Told { kind, withheld: knows }
}

/// Whether the words after a noun tell that and how they know: "familiar with", "with knowledge of", "briefed on", "close to". By their order,
/// since parses of what follows a noun go wrong.
fn knows(grammar: &Grammar<'_>, after: Range<usize>) -> bool {
    let low = |at: usize| if after.contains(&at) { grammar.low(at) } else { String::new() };
    after.clone().take(WORDS).any(|at| {
        let next = low(at + 1);
        match low(at).as_str() {
            "familiar" | "acquainted" => next == "with",
            "close" | "privy" => next == "to",
            "briefed" | "informed" => matches!(next.as_str(), "on" | "about" | "of"),
            "aware" | "knowledge" => next == "of",
            "know" => low(at.wrapping_sub(1)) == "the" && low(at.wrapping_sub(2)) == "in",
            "involved" => {
                next == "in"
                    && matches!(low(at + 3).as_str(), "talks" | "negotiations" | "discussions" | "deal")
            }
            _ => false,
        }
    })
}

/// Words after a noun that are looked at.
const WORDS: usize = 12;

/// Whether a phrase says that they are inside of something: "sources at the bank", "a source within the party".
fn inside(grammar: &Grammar<'_>, mention: &Mention) -> bool {
    grammar.with(mention.head, "nmod").any(|at| {
        at > mention.head
            && grammar.preposition(at).is_some_and(|case| {
                matches!(grammar.low(case).as_str(), "in" | "at" | "within" | "inside" | "from")
            })
    })
}
