//! What is expected of a comparison: `expected.toml`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde::Deserialize;

/// A folder with articles and what is expected of them.
#[derive(Clone, Debug)]
pub struct Group {
    /// The folder's name.
    pub name: String,
    /// Where the articles lie.
    pub folder: PathBuf,
    /// What is expected.
    pub expected: Expected,
}

/// What is expected of a comparison of one group.
#[derive(Clone, Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// The group in a sentence.
    pub about: String,
    /// The articles.
    pub document: Vec<DocumentOf>,
    /// The positions.
    pub statement: Vec<Statement>,
    /// What stands between them.
    #[serde(default)]
    pub relation: Vec<RelationOf>,
    /// Which lie in one thread.
    #[serde(default)]
    pub thread: Vec<ThreadOf>,
    /// Which share no thread.
    #[serde(default)]
    pub apart: Vec<Apart>,
    /// Which articles are copies.
    #[serde(default)]
    pub duplicates: Vec<Duplicates>,
}

/// An article.
#[derive(Clone, Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct DocumentOf {
    /// Its name in the folder.
    pub file: String,
    /// The day that its date line names.
    pub published: String,
}

/// One holder, after relays are folded, with one content.
#[derive(Clone, Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Its name in this file.
    pub id: String,
    /// Where it is made.
    #[serde(rename = "in")]
    pub members: Vec<Member>,
    /// For people: a word of the source's name.
    pub by: String,
}

/// One place where a statement is made.
#[derive(Clone, Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// The article's file.
    pub document: String,
    /// Words of the claim's content, as the article has them.
    pub words: String,
}

/// What stands between two statements, or two members of one.
#[derive(Clone, Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct RelationOf {
    /// As in the JSON of a comparison.
    pub kind: String,
    /// The statement that relates first, and the other.
    pub between: [String; 2],
    /// What they meet on.
    pub on: String,
    /// Right when given, and not owed.
    #[serde(default)]
    pub optional: bool,
}

/// Statements that lie in one thread.
#[derive(Clone, Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct ThreadOf {
    /// By their ids.
    pub statements: Vec<String>,
    /// How many sources there are after relays are folded, where that can be told.
    pub independent_sources: Option<u64>,
}

/// Statements of which no two share a thread.
#[derive(Clone, Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct Apart {
    /// By their ids.
    pub statements: Vec<String>,
}

/// Exact or near copies of one article.
#[derive(Clone, Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct Duplicates {
    /// By their files.
    pub documents: Vec<String>,
    /// Right when named, and not owed.
    #[serde(default)]
    pub optional: bool,
}

/// The kinds of relation that can be expected.
const KINDS: [&str; 7] =
    ["conflict", "update", "denies", "leaves-unconfirmed", "corroborate", "same-source", "responds-to"];

/// What claims can meet on.
const MEETING: [&str; 5] = ["figure", "proposition", "time", "place", "actor"];

impl Group {
    /// Reads a folder.
    pub fn load(folder: &Path) -> anyhow::Result<Group> {
        let path = folder.join("expected.toml");
        let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let expected = toml::from_str(&text).with_context(|| path.display().to_string())?;
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Group { name, folder: folder.to_owned(), expected })
    }

    /// The articles' paths, in the order of the file.
    pub fn paths(&self) -> Vec<PathBuf> {
        self.expected.document.iter().map(|document| self.folder.join(&document.file)).collect()
    }

    /// What is wrong with the expectations, as far as that can be told without judgement.
    pub fn faults(&self) -> anyhow::Result<Vec<String>> {
        let expected = &self.expected;
        let mut faults = Vec::new();
        let mut fault = |wrong: bool, what: String| {
            if wrong {
                faults.push(format!("{}: {what}", self.name));
            }
        };
        let files: BTreeSet<String> = std::fs::read_dir(&self.folder)?
            .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
            .collect::<std::io::Result<_>>()?;
        let named: BTreeSet<String> =
            expected.document.iter().map(|document| document.file.clone()).collect();
        let there: BTreeSet<String> = files.into_iter().filter(|file| file != "expected.toml").collect();
        fault(named != there, format!("names {named:?} and has {there:?}"));
        fault(!(3..=6).contains(&named.len()), format!("has {} articles", named.len()));
        for path in self.paths() {
            let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
            let count = text.split_whitespace().count();
            fault(!(80..=350).contains(&count), format!("{} has {count} words", path.display()));
            let here = |member: &&Member| path.ends_with(&member.document);
            for statement in &expected.statement {
                for Member { words, .. } in statement.members.iter().filter(here) {
                    let times = text.matches(words.as_str()).count();
                    fault(times != 1, format!("{}: “{words}” occurs {times} times", statement.id));
                }
                let others = expected.statement.iter().filter(|other| other.id != statement.id);
                for other in others.flat_map(|other| &other.members).filter(here) {
                    let within = |member: &Member| other.words.contains(&member.words);
                    let inside = statement.members.iter().filter(here).any(within);
                    fault(inside, format!("{}: cannot be told from “{}”", statement.id, other.words));
                }
            }
        }
        let ids: BTreeSet<&str> = expected.statement.iter().map(|statement| statement.id.as_str()).collect();
        fault(ids.len() != expected.statement.len(), "an id is given twice".to_owned());
        for member in expected.statement.iter().flat_map(|statement| &statement.members) {
            fault(!named.contains(&member.document), format!("no article {}", member.document));
        }
        for RelationOf { kind, between: [first, second], on, .. } in &expected.relation {
            fault(!KINDS.contains(&kind.as_str()), format!("no kind {kind}"));
            fault(!MEETING.contains(&on.as_str()), format!("nothing meets on {on}"));
            fault(
                first == second && kind != "same-source",
                format!("{first} has the relation {kind} to itself"),
            );
        }
        let related = expected.relation.iter().flat_map(|relation| &relation.between);
        let threaded = expected.thread.iter().flat_map(|thread| &thread.statements);
        let apart = expected.apart.iter().flat_map(|apart| &apart.statements);
        for id in related.chain(threaded).chain(apart) {
            fault(!ids.contains(id.as_str()), format!("no statement {id}"));
        }
        for file in expected.duplicates.iter().flat_map(|copies| &copies.documents) {
            fault(!named.contains(file), format!("no article {file}"));
        }
        Ok(faults)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLE: &str = "Twelve people were killed, police said.";

    fn check(expected: &str, faults: &[&str]) {
        let folder = tempfile::tempdir().unwrap();
        let article = ARTICLE.to_owned() + &" It rained.".repeat(40);
        for name in ["1.txt", "2.txt", "3.txt"] {
            std::fs::write(folder.path().join(name), &article).unwrap();
        }
        let documents = |name| format!("[[document]]\nfile = \"{name}\"\npublished = \"2025-03-04\"\n");
        let documents: String = ["1.txt", "2.txt", "3.txt"].map(documents).concat();
        std::fs::write(folder.path().join("expected.toml"), format!("about = \"\"\n{documents}{expected}"))
            .unwrap();
        let group = Group::load(folder.path()).unwrap();
        let found = group.faults().unwrap();
        let strip = |fault: &String| fault.replace(&format!("{}: ", group.name), "");
        assert_eq!(found.iter().map(strip).collect::<Vec<_>>(), faults);
    }

    fn statement(id: &str, document: &str, words: &str) -> String {
        let member = format!("{{ document = \"{document}\", words = \"{words}\" }}");
        format!("[[statement]]\nid = \"{id}\"\nin = [{member}]\nby = \"police\"\n")
    }

    #[test]
    fn faults_are_found() {
        check(&statement("a", "1.txt", "people were killed"), &[]);
        check(&statement("a", "1.txt", "people died"), &["a: “people died” occurs 0 times"]);
        check(&statement("a", "1.txt", "It rained"), &["a: “It rained” occurs 40 times"]);
        check(&statement("a", "4.txt", "people were killed"), &["no article 4.txt"]);
        check(
            &(statement("a", "1.txt", "people were killed") + &statement("b", "1.txt", "were killed")),
            &["b: cannot be told from “people were killed”"],
        );
        let a = statement("a", "1.txt", "people were killed");
        let relation = |kind: &str, other: &str| {
            format!("{a}[[relation]]\nkind = \"{kind}\"\nbetween = [\"a\", \"{other}\"]\non = \"figure\"\n")
        };
        check(&relation("conflict", "c"), &["no statement c"]);
        check(&relation("conflict", "a"), &["a has the relation conflict to itself"]);
        check(&relation("agrees", "c"), &["no kind agrees", "no statement c"]);
        check(&relation("same-source", "a"), &[]);
    }

    #[test]
    fn unknown_keys_are_refused() {
        let expected: Result<Expected, _> =
            toml::from_str("about = \"\"\ndocument = []\nstatement = []\nthreads = []");
        assert!(expected.unwrap_err().to_string().contains("threads"));
    }
}
