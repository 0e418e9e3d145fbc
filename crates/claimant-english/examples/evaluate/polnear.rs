//! The analyser's attributions of a folder of texts, for the scorer: one line `{"doc", "attributions"}` per text, offsets in code points.

use claimant_english::{Analyser, Span};
use serde_json::json;

pub(crate) fn predict(analyser: &Analyser, folder: &str) -> Result<(), Box<dyn std::error::Error>> {
    let mut paths: Vec<_> =
        std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    paths.sort();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|end| end == "txt")) {
        let text = std::fs::read_to_string(path)?;
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let codes = |byte: usize| starts.partition_point(|at| *at < byte);
        let pair = |span: Span| [codes(span.start()), codes(span.end())];
        let analysis = analyser.analyse(&text);
        let attributions: Vec<_> = analysis
            .attributions
            .iter()
            .map(|one| {
                json!({
                    "source": one.source.iter().map(|tokens| pair(analysis.span(tokens))).collect::<Vec<_>>(),
                    "cue": [pair(analysis.span(&one.cue))],
                    "content": one.content.iter().map(|tokens| pair(analysis.span(tokens))).collect::<Vec<_>>(),
                })
            })
            .collect();
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        println!("{}", json!({"doc": name, "attributions": attributions}));
    }
    Ok(())
}
