//! The narrator's voice on `PolNeAR`: how many claims of the text itself are, to the annotators, somebody else's words.
//!
//! A narrator claim is another's where at least four fifths of its characters, white space apart, lie in contents that the corpus
//! annotates (by the first annotator of an article); it frames another's words where more than a fifth do. Nothing in the corpus says
//! which of the other sentences are worth checking, so there is no recall.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;
use serde_json::Value;
use xshell::{Shell, cmd};

pub(super) fn run(shell: &Shell, shared: &Path, part: &str) -> anyhow::Result<()> {
    let folder = shared.join("data/attribution/polnear").join(part);
    let texts = folder.join("text");
    let contents = contents(shell, &folder.join("attributions"))?;
    let reports = cmd!(
        shell,
        "cargo run --quiet --release --package claimant-cli -- extract --no-config --narrator-threshold 0 --format jsonl {texts}"
    )
    .quiet()
    .read()?;
    // Of each claim, its score and the share of it that is another's.
    let mut claims: Vec<(f64, f64)> = Vec::new();
    let mut words = 0;
    for report in reports.lines() {
        let report: Value = serde_json::from_str(report)?;
        let path = Path::new(report["document"]["path"].as_str().context("a report without a path")?);
        let text: Vec<char> = shell.read_file(path)?.chars().collect();
        words += text.split(|c| c.is_whitespace()).filter(|word| !word.is_empty()).count();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let Some(spans) = contents.get(&name) else { continue };
        let mut anothers = vec![false; text.len()];
        for &(start, end) in spans {
            anothers[start.min(text.len())..end.min(text.len())].fill(true);
        }
        for claim in report["claims"].as_array().into_iter().flatten().filter(|it| it["voice"] == "narrator")
        {
            let span = &claim["content"]["spans"][0];
            let at = |index: usize| span[index].as_u64().unwrap_or(0) as usize;
            let mut letters = (at(0)..at(1)).filter(|at| !text[*at].is_whitespace()).peekable();
            letters.peek().context("a content without characters")?;
            let (all, theirs) =
                letters.fold((0, 0), |(all, theirs), at| (all + 1, theirs + usize::from(anothers[at])));
            let score = claim["check_worthiness"].as_f64().context("a narrator's claim without a score")?;
            claims.push((score, theirs as f64 / f64::from(all)));
        }
    }
    println!("{} articles, {words} words", contents.len());
    for least in [0.0, 0.3, 0.4, 0.5, 0.6, 0.7] {
        let given: Vec<f64> =
            claims.iter().filter(|(score, _)| *score >= least - 1e-6).map(|(_, share)| *share).collect();
        let anothers = given.iter().filter(|share| **share >= 0.8).count();
        let frames = given.iter().filter(|share| (0.2..0.8).contains(*share)).count();
        let share = |count: usize| 100.0 * count as f64 / given.len().max(1) as f64;
        println!(
            "threshold {least}: {} claims, {anothers} another's ({:.1} %), {frames} frame another's words ({:.1} %)",
            given.len(),
            share(anothers),
            share(frames)
        );
    }
    Ok(())
}

/// The annotated contents of each article, in characters, by the first annotator.
fn contents(shell: &Shell, folder: &Path) -> anyhow::Result<BTreeMap<String, Vec<(usize, usize)>>> {
    let mut contents = BTreeMap::new();
    for path in shell.read_dir(folder)? {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let Some((article, _)) = stem.rsplit_once('_') else { continue };
        if contents.contains_key(article) {
            continue;
        }
        let text = shell.read_file(&path)?;
        let spans = text.lines().filter_map(|line| {
            let mut columns = line.split('\t');
            let kind = columns.next().filter(|name| name.starts_with('T')).and(columns.next())?;
            kind.strip_prefix("Content ")
        });
        let pieces = spans.flat_map(|pieces| pieces.split(';')).filter_map(|piece| {
            let (start, end) = piece.split_once(' ')?;
            Some((start.parse().ok()?, end.parse().ok()?))
        });
        contents.insert(article.to_owned(), pieces.collect());
    }
    Ok(contents)
}
