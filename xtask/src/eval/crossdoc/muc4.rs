//! Reports of attacks, `MUC-4`: whether a document reports an incident, and who did it to whom.
//!
//! An incident is reported where a predicate of attack, shooting, explosion, destruction, damage, burning, death, injury or abduction is
//! stated: neither negated nor left open. Gold: the document has a template.
//!
//! Fillers: who acts in such predicates against the perpetrators (individuals and organisations together), whom it befalls against the victims,
//! what else it befalls against the targets. A filler is right where its head word (three letters and more) is a word of one of the
//! entity's strings. Precision over fillers, each word once in a document and role; recall over entities.
//!
//! What does not fit: weapons, which are no party; names of organisations that are only suspected or named elsewhere; which of several
//! incidents a filler belongs to; stance and threads across documents, which the corpus does not have. Its texts have no case.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use xshell::Shell;

/// What we call a role, and the corpus' names for it.
const ROLES: [(&str, &str, &[&str]); 3] = [
    ("perpetrators", "Perp", &["PerpInd", "PerpOrg"]),
    ("victims", "Victim", &["Victim"]),
    ("targets", "Target", &["Target"]),
];

pub(in crate::eval) fn run(shell: &Shell, shared: &Path, part: &str) -> anyhow::Result<()> {
    let folder = shared.join("data/crossdoc/muc4");
    let lines = shell.read_file(folder.join(part).with_extension("jsonl"))?;
    let reported = reported(&shell.read_file(folder.join(format!("keys_{part}.txt")))?)?;
    let gold = super::values(&lines)?;
    let found = super::values(&super::found(shell, "incidents", &lines)?)?;
    anyhow::ensure!(gold.len() == found.len(), "a document was lost");
    let (mut right, mut given, mut owed) = (0, 0, 0);
    for document in &found {
        let told = document["incident"] == true;
        let is = reported.contains(document["docid"].as_str().unwrap_or_default());
        right += usize::from(told && is);
        given += usize::from(told);
        owed += usize::from(is);
    }
    println!("incidents, {} documents: {}", found.len(), super::counted(right, given, owed));
    println!("  every document: {}", super::counted(owed, found.len(), owed));
    for (name, ours, theirs) in ROLES {
        let (mut fits, mut given, mut met, mut owed) = (0, 0, 0, 0);
        for (gold, found) in gold.iter().zip(&found) {
            let entities = entities(&gold["extracts"], theirs);
            let heads: Vec<&str> =
                found["fillers"][ours].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            given += heads.len();
            owed += entities.len();
            fits += heads.iter().filter(|head| entities.iter().any(|words| words.contains(**head))).count();
            met += entities.iter().filter(|words| heads.iter().any(|head| words.contains(*head))).count();
        }
        let (p, r) = (100.0 * fits as f64 / given.max(1) as f64, 100.0 * met as f64 / owed.max(1) as f64);
        let f1 = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
        println!("{name}: P {p:.1} ({fits} of {given}) R {r:.1} ({met} of {owed}) F1 {f1:.1}");
    }
    Ok(())
}

/// The documents with a template.
fn reported(keys: &str) -> anyhow::Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for block in keys.split("%%%").map(str::trim).filter(|block| !block.is_empty()) {
        let slots: Vec<Value> = serde_json::from_str(block)?;
        let slot = |name: &str| slots.iter().find(|slot| slot[0] == name).map(|slot| &slot[1]);
        if slot("message_template").is_some_and(|number| number != "*") {
            found.extend(slot("message_id").and_then(Value::as_str).map(str::to_owned));
        }
    }
    Ok(found)
}

/// The words of each entity's strings.
fn entities(extracts: &Value, roles: &[&str]) -> Vec<BTreeSet<String>> {
    let of_role = |role: &&str| extracts[*role].as_array().cloned().unwrap_or_default();
    let words = |entity: Value| {
        let strings = entity.as_array().cloned().unwrap_or_default();
        let text: Vec<String> =
            strings.iter().filter_map(|string| string[0].as_str()).map(str::to_lowercase).collect();
        let parts = text.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric() && c != '\''));
        parts.filter(|word| word.chars().count() > 2).map(str::to_owned).collect()
    };
    roles.iter().flat_map(of_role).map(words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_with_a_template() {
        let keys = r#"%%% [["message_id", "A"], ["message_template", 1]] %%% [["message_id", "B"], ["message_template", "*"]]"#;
        assert_eq!(reported(keys).expect("keys"), BTreeSet::from(["A".to_owned()]));
    }

    #[test]
    fn words_of_entities() {
        let extracts = serde_json::json!({"PerpInd": [[["guerrilla column", 3], ["guerrillas", 9]]], "PerpOrg": [[["FMLN", 1]]]});
        let found = entities(&extracts, &["PerpInd", "PerpOrg"]);
        assert_eq!(found.len(), 2);
        assert!(found[0].contains("guerrillas") && found[1].contains("fmln"));
    }
}
