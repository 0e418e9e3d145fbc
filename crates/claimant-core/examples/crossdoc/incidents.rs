//! Who did what to whom, of attacks: what the MUC-4 scorer matches.
//!
//! Reads `{"docid", "doctext"}`; prints `{"docid", "incident", "fillers": {"PerpInd": […], …}}`: whether an incident is reported, and the words of
//! each filler's head. `incident` is whether a predicate of the kinds below is stated, neither negated nor left open.

use std::collections::{BTreeMap, BTreeSet};

use claimant_core::measure::{Telling, Told};
use claimant_core::{Certainty, Claimant, Document, Polarity};
use serde_json::{Value, json};

use crate::given;

/// Kinds of event (`data/events.toml`) that MUC-4 counts as terrorist incidents, by whom they befall.
const HARM: &[&str] = &["death", "injury", "abduction"];
const VIOLENCE: &[&str] = &["attack", "shooting", "explosion", "destruction", "damage", "burning"];

/// Heads of what is attacked that are people.
const BODIES: &[&str] =
    &["people", "person", "man", "woman", "child", "peasant", "priest", "judge", "soldier", "policeman"];

pub(crate) fn run() -> Result<(), Box<dyn std::error::Error>> {
    let claimant = Claimant::new();
    for document in given() {
        let document = document?;
        let text = document["doctext"].as_str().unwrap_or_default();
        let told = Told::of(&claimant, &Document::new(text), None);
        let tellings = told.tellings.iter().flatten();
        let mut incident = false;
        let mut fillers: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for telling in tellings {
            let is = |kinds: &[&str]| telling.kinds.iter().any(|kind| kinds.contains(&&**kind));
            let (harm, violence) = (is(HARM), is(VIOLENCE));
            if !(harm || violence) {
                continue;
            }
            incident |= stated(telling);
            if telling.polarity == Polarity::Negative {
                continue;
            }
            let word = |span: claimant_core::Span| span.of(text).to_lowercase();
            if let Some(actor) = telling.actor_head.map(word) {
                fillers.entry("Perp").or_default().insert(actor);
            }
            if let Some(whom) = telling.undergoer_head.map(word) {
                let person = harm || BODIES.contains(&whom.as_str());
                fillers.entry(if person { "Victim" } else { "Target" }).or_default().insert(whom);
            }
        }
        let fillers: Value = json!(fillers);
        println!("{}", json!({"docid": document["docid"], "incident": incident, "fillers": fillers}));
    }
    Ok(())
}

fn stated(telling: &Telling) -> bool {
    telling.polarity == Polarity::Positive
        && matches!(telling.certainty, Certainty::Certain | Certainty::Probable)
}
