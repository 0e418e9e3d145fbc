//! `claimant extractors`.

use claimant_core::{Info, Layer, extractors};
use clap::ValueEnum;
use serde_json::json;

use super::reference;
use crate::complaint::Stop;
use crate::exit::Exit;
use crate::output::{self, Output};

/// List what is looked for, with examples
///
/// The extractors run in the order in which they are listed. Those that are not `always` on can be switched
/// with `--enable` and `--disable` of `claimant extract`, or in claimant.toml.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// How to print the list
    #[arg(long, value_enum, default_value_t, value_name = "NAME")]
    format: ListFormat,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
enum ListFormat {
    /// One line for each, for people
    #[default]
    Text,
    /// Everything, for programs
    Json,
    /// The reference page, docs/extractors.md
    Markdown,
}

pub(super) fn run(args: &Args) -> Result<Exit, Stop> {
    let text = match args.format {
        ListFormat::Text => text(output::look(false).width),
        ListFormat::Json => json(),
        ListFormat::Markdown => reference::page(extractors()),
    };
    Output::new().write(&text)?;
    Ok(Exit::Done)
}

fn text(width: usize) -> String {
    let name = extractors().map(|info| info.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for info in extractors() {
        let first = format!("{:name$}  {:6}  ", info.name, info.switch.name());
        let rest = " ".repeat(first.len());
        let options =
            textwrap::Options::new(width.clamp(40, 100)).initial_indent(&first).subsequent_indent(&rest);
        text.push_str(textwrap::fill(info.summary, options).trim_end());
        text.push('\n');
    }
    text
}

fn json() -> String {
    let list: Vec<_> = extractors().map(object).collect();
    format!("{:#}\n", serde_json::Value::from(list))
}

fn object(info: &Info) -> serde_json::Value {
    let layers = |layers: &[Layer]| layers.iter().map(|layer| layer.name()).collect::<Vec<_>>();
    let examples: Vec<_> = info
        .examples
        .iter()
        .map(|example| {
            let mut object = json!({"text": example.text, "found": example.found});
            if let Some(published) = example.published {
                object["published"] = published.into();
            }
            object
        })
        .collect();
    json!({
        "name": info.name,
        "summary": info.summary,
        "finds": info.finds,
        "leaves_alone": info.leaves_alone,
        "known_misses": info.known_misses,
        "origin": info.origin,
        "default": info.switch.name(),
        "reads": layers(info.reads),
        "writes": layers(info.writes),
        "examples": examples,
    })
}
