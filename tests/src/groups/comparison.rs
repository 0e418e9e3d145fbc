//! What a comparison says, read from its JSON (`claimant-comparison/1`).

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context;
use serde_json::Value;

/// A claim by the place of its document among the comparison's and its id there.
pub type ClaimAt = (usize, String);

/// A relation between two claims.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Relation {
    /// "conflict", "update", …
    pub kind: String,
    /// The claim that relates first, and the other.
    pub claims: [ClaimAt; 2],
}

/// Claims on one matter.
#[derive(Clone, Debug)]
pub struct Thread {
    /// Which they are.
    pub claims: BTreeSet<ClaimAt>,
    /// How many sources there are after relays are folded.
    pub independent_sources: Option<u64>,
}

/// A comparison, as far as it is scored.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The last part of each document's path.
    pub files: Vec<String>,
    /// The content of each claim.
    pub contents: BTreeMap<ClaimAt, String>,
    /// The claim that a claim is made inside, where there is one.
    pub within: BTreeMap<ClaimAt, ClaimAt>,
    /// The relations, those that stand in a document's own report as well, each once.
    pub relations: BTreeSet<Relation>,
    /// The threads.
    pub threads: Vec<Thread>,
    /// Documents that are copies of each other.
    pub duplicates: Vec<BTreeSet<usize>>,
}

impl Comparison {
    /// Reads the JSON; an error where it is not of the form.
    pub fn read(json: &Value) -> anyhow::Result<Comparison> {
        anyhow::ensure!(json["schema"] == "claimant-comparison/1", "not a comparison: {}", json["schema"]);
        let mut files = Vec::new();
        let mut contents = BTreeMap::new();
        let mut within = BTreeMap::new();
        let mut relations = BTreeSet::new();
        for (index, report) in list(json, "documents")?.iter().enumerate() {
            let path = report["document"]["path"].as_str().context("a document without a path")?;
            files.push(path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned());
            for claim in list(report, "claims")? {
                let id = claim["id"].as_str().context("a claim without an id")?;
                let content = claim["content"]["text"].as_str().context("a claim without content")?;
                contents.insert((index, id.to_owned()), content.to_owned());
                if let Some(outer) = claim["within"].as_str() {
                    within.insert((index, id.to_owned()), (index, outer.to_owned()));
                }
            }
            for relation in report["relations"].as_array().into_iter().flatten() {
                let at = |id: &Value| Some((index, id.as_str()?.to_owned()));
                relations.extend(pairs(relation, at)?);
            }
        }
        for relation in list(json, "relations")? {
            relations.extend(pairs(relation, claim_at)?);
        }
        let threads = list(json, "threads")?.iter().map(|thread| {
            let claims = list(thread, "claims")?.iter().map(claim_at);
            Ok(Thread {
                claims: claims.collect::<Option<_>>().context("a thread's claim without document and id")?,
                independent_sources: thread["independent_sources"].as_u64(),
            })
        });
        let threads = threads.collect::<anyhow::Result<Vec<_>>>()?;
        let known = relations.iter().flat_map(|relation| &relation.claims);
        for claim in known.chain(threads.iter().flat_map(|thread| &thread.claims)) {
            anyhow::ensure!(
                contents.contains_key(claim),
                "there is no claim {} in document {}",
                claim.1,
                claim.0
            );
        }
        Ok(Comparison { files, contents, within, relations, threads, duplicates: duplicates(json)? })
    }
}

fn list<'a>(json: &'a Value, key: &str) -> anyhow::Result<&'a Vec<Value>> {
    json[key].as_array().with_context(|| format!("{key} is not a list"))
}

/// `{"document": 0, "claim": "c3"}`
fn claim_at(value: &Value) -> Option<ClaimAt> {
    let document = usize::try_from(value["document"].as_u64()?).ok()?;
    Some((document, value["claim"].as_str()?.to_owned()))
}

/// A relation of several claims as relations of two, each claim with those after it.
fn pairs(relation: &Value, at: impl Fn(&Value) -> Option<ClaimAt>) -> anyhow::Result<Vec<Relation>> {
    let kind = relation["kind"].as_str().context("a relation without a kind")?;
    let claims: Option<Vec<ClaimAt>> = list(relation, "claims")?.iter().map(at).collect();
    let claims = claims.context("a relation's claim without document and id")?;
    let pair = |(first, rest): (&ClaimAt, &[ClaimAt])| {
        let of = |other: &ClaimAt| Relation { kind: kind.to_owned(), claims: [first.clone(), other.clone()] };
        rest.iter().map(of).collect::<Vec<_>>()
    };
    Ok((0..claims.len()).flat_map(|at| pair((&claims[at], &claims[at + 1..]))).collect())
}

/// `"duplicates": [{"documents": [0, 1, …], …}, …]`, or plain lists of documents; nothing where there are none.
fn duplicates(json: &Value) -> anyhow::Result<Vec<BTreeSet<usize>>> {
    let copies = json["duplicates"].as_array().into_iter().flatten().map(|copies| {
        let documents = copies.as_array().or_else(|| copies["documents"].as_array());
        let index = |document: &Value| document.as_u64().and_then(|at| usize::try_from(at).ok());
        documents?.iter().map(index).collect::<Option<BTreeSet<usize>>>()
    });
    copies.collect::<Option<_>>().context("duplicates are not lists of documents")
}
