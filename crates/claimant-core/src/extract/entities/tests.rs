//! Whole articles in small: who the sources are, and what is known of whom.

use crate::{Claimant, Document, Report};

fn report(text: &str) -> Report {
    Claimant::new().extract(&Document::new(text))
}

/// The names of the sources' entities, claim by claim; `?` is nobody.
fn check(text: &str, names: &[&str]) {
    let report = report(text);
    let found: Vec<&str> = report
        .claims
        .iter()
        .flat_map(|claim| &claim.sources)
        .map(|source| source.entity.map_or("?", |id| report.entities[id.0 as usize].name.as_str()))
        .collect();
    assert_eq!(found, names, "{text}\n{:#?}", report.entities);
}

/// The entity of this name: kind, country, role and affiliation.
fn about(text: &str, name: &str, expected: &str) {
    let report = report(text);
    let entity = report.entities.iter().find(|entity| entity.name == name);
    let Some(entity) = entity else { panic!("no {name} among {:#?}", report.entities) };
    let affiliation = entity.affiliation.map(|id| report.entities[id.0 as usize].name.clone());
    let kind = entity.kind.map(|kind| kind.to_string());
    let parts = [kind, entity.country.clone(), entity.role.clone(), affiliation];
    let found: Vec<String> = parts.into_iter().map(|part| part.unwrap_or_else(|| "-".to_owned())).collect();
    assert_eq!(found.join("; "), expected, "{text}");
}

/// The mentions of the entity that has these words.
fn taken_up(text: &str, words: &str, expected: &[&str]) {
    let report = report(text);
    let told = |entity: &&crate::Entity| entity.mentions.iter().any(|mention| mention.text(text) == words);
    let Some(entity) = report.entities.iter().find(told) else {
        panic!("no {words} in {:#?}", report.entities)
    };
    let found: Vec<String> = entity.mentions.iter().map(|mention| mention.text(text)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn names() {
    check("“No,” said Tom Lee. “Never,” Mr Lee added.", &["Tom Lee", "Tom Lee"]);
    check("“No,” said Ann Lee. “Yes,” said Bo Lee. “No,” said Lee.", &["Ann Lee", "Bo Lee", "?"]);
    check(
        "The National Weather Office (NWO) said it will rain. The NWO said it will snow, too.",
        &["National Weather Office", "National Weather Office"],
    );
}

#[test]
fn descriptions() {
    check(
        "“No,” the mayor said. “Yes,” a guest said. “No,” a guest said. “Ah,” said the mayor.",
        &["the mayor", "a guest", "a guest", "the mayor"],
    );
    check(
        "The president, Ann Lee, said taxes will rise. The president said prices will fall.",
        &["Ann Lee", "Ann Lee"],
    );
}

#[test]
fn nouns_before_nouns_and_what_is_somebodys() {
    taken_up(
        "The police said the road is closed. Police officers are looking for witnesses.",
        "Police",
        &["The police", "Police"],
    );
    taken_up(
        "Ann Lee’s father spoke first. She said her father was tired. Her father left at noon.",
        "her father",
        &["Ann Lee’s father", "her father", "Her father"],
    );
    taken_up(
        "The Afghan team arrived on Monday. The team was tired. The Afghan team said the game is on.",
        "The team",
        &["The Afghan team", "The team", "The Afghan team"],
    );
}

#[test]
fn given_names_tell_a_he_from_a_she() {
    check("Ann met Jim on Monday. She said the road is closed.", &["Ann"]);
}

#[test]
fn two_guests_are_two() {
    let report = report("“Yes,” a guest said. “No,” a guest said.");
    assert_ne!(report.claims[0].sources[0].entity, report.claims[1].sources[0].entity);
}

#[test]
fn pronouns() {
    check("Ann Lee said the road is closed. She said it will open on Monday.", &["Ann Lee", "Ann Lee"]);
    check("He said the road is closed.", &["?"]);
}

#[test]
fn capitals_that_speak() {
    check(
        "Seoul said the soldiers had left. South Korea’s government denied it on Monday.",
        &["Government of South Korea", "Government of South Korea"],
    );
    check(
        "The Kremlin said the talks had failed. Moscow said they will resume.",
        &["Government of Russia", "Government of Russia"],
    );
    about("Ann Lee said the road from Paris to Lyon is closed.", "Paris", "place; FR; -; -");
}

#[test]
fn roles() {
    about(
        "French President Anne Martin said taxes will rise.",
        "Anne Martin",
        "person; FR; French President; -",
    );
    about(
        "“No,” said Bo Roe, spokesman for the National Weather Office.",
        "Bo Roe",
        "person; -; spokesman for the National Weather Office; National Weather Office",
    );
}

#[test]
fn documents_outlets_and_accounts() {
    about(
        "A leaked memo says the bridge was unsafe. The memo also says repairs would cost 2 million euros.",
        "A leaked memo",
        "document; -; -; -",
    );
    about("Al Jazeera reported that the airport was closed.", "Al Jazeera", "organization; -; -; -");
    about(
        "The army’s official account on X said the strike was over.",
        "The army’s official account on X",
        "account; -; -; -",
    );
}

#[test]
fn joint_sources() {
    check(
        "Neither Paris nor Berlin confirmed the report.",
        &["Government of France", "Government of Germany"],
    );
    check("Both the bank and the union denied that talks had begun.", &["the bank", "the union"]);
}

#[test]
fn who_is_whom_it_takes_up() {
    check("The plan was leaked by a clerk, who said it would fail.", &["a clerk"]);
}

#[test]
fn reasons_are_given() {
    let report = report("He said the road is closed.");
    let because = report.claims[0].because.last().unwrap();
    assert!(because.starts_with("entities: “He” is left unresolved"), "{because}");
}

#[test]
fn who_is_named_at_the_end_of_a_source() {
    check(
        "The ship was carrying 62 people, according to the harbour master in Bira, Andi Rahmat.",
        &["Andi Rahmat"],
    );
    check("A crew member who survived, Ridwan Tahir, told reporters that it rained.", &["Ridwan Tahir"]);
    about(
        "A crew member who survived, Ridwan Tahir, told reporters that it rained.",
        "Ridwan Tahir",
        "person; -; crew member who survived; -",
    );
    // A place at the end is nobody.
    check("It will rain, said the mayor of Springfield, Illinois.", &["the mayor of Springfield, Illinois"]);
}

#[test]
fn who_is_described_before_the_name() {
    check(
        "Tonga’s prime minister denied that it rained. “It is dry,” Prime Minister Semisi Havili told reporters.",
        &["Semisi Havili", "Semisi Havili"],
    );
    // Another office is another's.
    check(
        "A deputy minister said it rained. “It is dry,” Prime Minister Semisi Havili told reporters.",
        &["A deputy minister", "Semisi Havili"],
    );
}

#[test]
fn the_agency_in_the_dateline_is_not_the_company() {
    check(
        "HAMBURG, Oct. 22, 2026 (Northgate News) - Halvorsund Pumps said it rained. The company said it snowed.",
        &["Halvorsund Pumps", "Halvorsund Pumps"],
    );
}
