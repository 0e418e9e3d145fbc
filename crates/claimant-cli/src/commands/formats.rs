//! `claimant formats`.

use clap::ValueEnum;
use serde_json::json;

use crate::complaint::Stop;
use crate::exit::Exit;
use crate::format::formats;
use crate::output::Output;

/// List the output formats
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// How to print the list
    #[arg(long, value_enum, default_value_t, value_name = "NAME")]
    format: ListFormat,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
enum ListFormat {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

pub(super) fn run(args: &Args) -> Result<Exit, Stop> {
    let text = match args.format {
        ListFormat::Text => text(),
        ListFormat::Json => json(),
    };
    Output::new().write(&text)?;
    Ok(Exit::Done)
}

fn text() -> String {
    let mut text = String::new();
    for info in formats().map(super::super::format::Format::info) {
        text.push_str(&format!("{:<7} {}\n", info.name, info.summary));
        text.push_str(&format!("{:<7} {}, .{}\n", "", info.media_type, info.extension));
        text.push_str(&format!("{:<7} {}\n", "", info.example));
    }
    text
}

fn json() -> String {
    let list: Vec<_> = formats()
        .map(super::super::format::Format::info)
        .map(|info| {
            json!({
                "name": info.name,
                "summary": info.summary,
                "media_type": info.media_type,
                "extension": info.extension,
                "example": info.example,
            })
        })
        .collect();
    format!("{:#}\n", serde_json::Value::from(list))
}
