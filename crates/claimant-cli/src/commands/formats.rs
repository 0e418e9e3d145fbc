//! `claimant formats`.

use claimant_render::formats;
use clap::ValueEnum;
use serde_json::json;

use crate::complaint::Stop;
use crate::exit::Exit;
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
    let width = formats().map(|format| format.name.len()).max().unwrap_or(0);
    for format in formats() {
        text.push_str(&format!("{:<width$} {}\n", format.name, format.summary));
        text.push_str(&format!("{:<width$} {}, .{}\n", "", format.media_type, format.extension));
        text.push_str(&format!("{:<width$} {}\n", "", format.example));
    }
    text
}

fn json() -> String {
    let list: Vec<_> = formats()
        .map(|format| {
            json!({
                "name": format.name,
                "summary": format.summary,
                "media_type": format.media_type,
                "extension": format.extension,
                "takes": if format.is_stream() { "stream" } else { "one" },
                "example": format.example,
            })
        })
        .collect();
    format!("{:#}\n", serde_json::Value::from(list))
}
