//! `claimant formats`.

use claimant_render::{comparison_formats, formats};
use clap::ValueEnum;
use serde_json::json;

use super::formats_page;
use crate::complaint::Stop;
use crate::exit::Exit;
use crate::output::Output;

/// List the output formats
///
/// Those of reports, for `claimant extract`, and those of comparisons, for `claimant compare`.
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
    /// The reference page, docs/formats.md
    Markdown,
}

pub(super) fn run(args: &Args) -> Result<Exit, Stop> {
    let text = match args.format {
        ListFormat::Text => text(),
        ListFormat::Json => json(),
        ListFormat::Markdown => formats_page::page(),
    };
    Output::new().write(&text)?;
    Ok(Exit::Done)
}

/// What lists tell of a format.
struct Entry {
    of: &'static str,
    name: &'static str,
    summary: &'static str,
    media_type: &'static str,
    extension: &'static str,
    example: &'static str,
}

fn entries() -> impl Iterator<Item = Entry> {
    let of_reports = formats().map(|format| Entry {
        of: "reports",
        name: format.name,
        summary: format.summary,
        media_type: format.media_type,
        extension: format.extension,
        example: format.example,
    });
    of_reports.chain(comparison_formats().map(|format| Entry {
        of: "comparisons",
        name: format.name,
        summary: format.summary,
        media_type: format.media_type,
        extension: format.extension,
        example: format.example,
    }))
}

fn text() -> String {
    let mut text = String::new();
    let width = entries().map(|format| format.name.len()).max().unwrap_or(0);
    let mut of = "";
    for format in entries() {
        if format.of != of {
            let gap = if of.is_empty() { "" } else { "\n" };
            text.push_str(&format!("{gap}Of {}:\n", format.of));
            of = format.of;
        }
        text.push_str(&format!("  {:<width$}  {}\n", format.name, format.summary));
        text.push_str(&format!("  {:<width$}  {}, .{}\n", "", format.media_type, format.extension));
        text.push_str(&format!("  {:<width$}  {}\n", "", format.example));
    }
    text
}

fn json() -> String {
    let list: Vec<_> = entries()
        .map(|format| {
            json!({
                "of": format.of,
                "name": format.name,
                "summary": format.summary,
                "media_type": format.media_type,
                "extension": format.extension,
                "example": format.example,
            })
        })
        .collect();
    format!("{:#}\n", serde_json::Value::from(list))
}
