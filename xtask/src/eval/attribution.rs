//! Attributions on `PolNeAR`: the analyser's roles, and the claims that the program prints.
//!
//! Claims have other limits than the corpus, which are undone here: the "that" before a content is put back, as is
//! the comma that closes an apposition in a source ("Lee, the mayor,"), and those who speak jointly are one source with
//! what stands between them ("Kyiv and Seoul"). Claims without a cue (posts) are left out.

use std::path::Path;

use anyhow::Context;
use serde_json::{Value, json};
use xshell::{Shell, cmd};

pub(super) fn run(shell: &Shell, shared: &Path, part: &str) -> anyhow::Result<()> {
    let folder = shared.join("data/attribution/polnear").join(part);
    let (texts, gold) = (folder.join("text"), folder.join("attributions"));
    let scorer = shared.join("score_attribution.py");
    let work = shell.create_temp_dir()?;
    let predicted = work.path().join("predicted.jsonl");

    let roles = super::evaluate(shell, &["polnear"], &texts).read()?;
    shell.write_file(&predicted, roles)?;
    println!("the analyser's attribution roles");
    cmd!(shell, "python3 {scorer} --ann {gold} --text {texts} --pred {predicted}").quiet().run()?;

    let reports = cmd!(
        shell,
        "cargo run --quiet --release --package claimant-cli -- extract --no-config --format jsonl {texts}"
    )
    .quiet()
    .read()?;
    let mut lines = String::new();
    for report in reports.lines() {
        let report: Value = serde_json::from_str(report)?;
        lines.push_str(&format!("{}\n", attributions(shell, &report)?));
    }
    shell.write_file(&predicted, lines)?;
    println!("the program's claims");
    cmd!(shell, "python3 {scorer} --ann {gold} --text {texts} --pred {predicted}").quiet().run()?;
    Ok(())
}

/// One report's claims in the scorer's form.
fn attributions(shell: &Shell, report: &Value) -> anyhow::Result<Value> {
    let path = Path::new(report["document"]["path"].as_str().context("a report without a path")?);
    let text: Vec<char> = shell.read_file(path)?.chars().collect();
    let spans = |thing: &Value| thing["spans"].as_array().cloned().unwrap_or_default();
    let mut found = Vec::new();
    for claim in report["claims"].as_array().into_iter().flatten().filter(|claim| claim["cue"].is_object()) {
        let sources: Vec<Value> = claim["sources"].as_array().into_iter().flatten().flat_map(spans).collect();
        let sources = jointly(&text, &sources);
        let content: Vec<Value> =
            spans(&claim["content"]).into_iter().map(|span| with_that(&text, span)).collect();
        found.push(json!({"source": sources, "cue": spans(&claim["cue"]), "content": content}));
    }
    Ok(json!({"doc": path.file_stem().map(|stem| stem.to_string_lossy()), "attributions": found}))
}

/// Sources with nothing but "and", "or", "nor" and commas between them as one, and the comma after an apposition.
fn jointly(text: &[char], spans: &[Value]) -> Vec<Value> {
    let ends = |span: &Value| Some((span[0].as_u64()? as usize, span[1].as_u64()? as usize));
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (start, end) in spans.iter().filter_map(ends) {
        let between: Option<String> =
            joined.last().and_then(|last| Some(text.get(last.1..start)?.iter().collect()));
        let close = between.is_some_and(|between| {
            let mut words = between.split([' ', ',', '\n']).filter(|word| !word.is_empty());
            between.len() < 12 && words.all(|word| matches!(word, "and" | "or" | "nor" | "both" | "the"))
        });
        match joined.last_mut().filter(|_| close) {
            Some(last) => last.1 = end,
            None => joined.push((start, end)),
        }
    }
    joined
        .into_iter()
        .map(|(start, end)| {
            let apposition = text[start..end].contains(&',') && text.get(end) == Some(&',');
            json!([start, end + usize::from(apposition)])
        })
        .collect()
}

/// The span with a "that" right before it.
fn with_that(text: &[char], span: Value) -> Value {
    let (Some(start), Some(end)) = (span[0].as_u64(), span[1].as_u64()) else { return span };
    let before: String =
        text[..start as usize].iter().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect();
    let words = before.trim_end();
    let that =
        words.to_lowercase().ends_with("that") && !words[..words.len() - 4].ends_with(char::is_alphanumeric);
    if that {
        let gap = before.chars().count() - words.chars().count();
        return json!([start - 4 - gap as u64, end]);
    }
    json!([start, end])
}
