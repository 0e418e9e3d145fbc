//! `claimant.toml`: what a newsroom sets once.

use std::collections::BTreeMap;
use std::fs;
use std::num::NonZeroUsize;
use std::ops::Range;
use std::path::{Path, PathBuf};

use claimant_core::{Claimant, Date};
use clap::ValueEnum;
use serde::Deserialize;
use toml::Spanned;

use crate::complaint::Complaint;
use claimant_render::{format, formats};

/// The name that is looked for.
const NAME: &str = "claimant.toml";

/// Whether to print in colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Color {
    /// Where a terminal takes it and `NO_COLOR` is not set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Color {
    /// Tells both standard streams.
    pub(crate) fn apply(self) {
        match self {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        }
        .write_global();
    }
}

/// What the file says, checked; what it leaves open is absent.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Settings {
    pub format: Option<String>,
    pub published: Option<Date>,
    pub jobs: Option<NonZeroUsize>,
    pub color: Option<Color>,
    pub with_text: Option<bool>,
    /// Extractors to switch on or off.
    pub switches: BTreeMap<String, bool>,
    /// The least check-worthiness of a claim in the narrator's voice.
    pub narrator_threshold: Option<f32>,
    /// More cues, in the form of the built-in lexicon.
    pub cues: Option<String>,
}

/// The file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    extract: Extract,
    #[serde(default)]
    extractors: BTreeMap<Spanned<String>, bool>,
    #[serde(default)]
    narrator: Narrator,
    cues: Option<Spanned<toml::Table>>,
    /// The server's, which reads it: one file for both.
    #[serde(default, rename = "server")]
    _server: serde::de::IgnoredAny,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Extract {
    format: Option<Spanned<String>>,
    published: Option<Spanned<toml::Value>>,
    jobs: Option<NonZeroUsize>,
    color: Option<Color>,
    with_text: Option<bool>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Narrator {
    threshold: Option<Spanned<f32>>,
}

impl Settings {
    /// Reads the file that was named, or else the nearest `claimant.toml` at or above the working folder.
    pub(crate) fn find(named: Option<&Path>) -> Result<Settings, Complaint> {
        let Some(path) = named.map(Path::to_owned).or_else(nearest) else { return Ok(Settings::default()) };
        let name = path.display().to_string();
        let text = fs::read_to_string(&path)
            .map_err(|error| Complaint::usage(format!("the settings cannot be read: {error}")).at(&name))?;
        Settings::parse(&text, &name)
    }

    fn parse(text: &str, name: &str) -> Result<Settings, Complaint> {
        let fault = |span: Range<usize>, message: String| at(text, name, &span, &message);
        let file: File = toml::from_str(text)
            .map_err(|error| fault(error.span().unwrap_or(0..0), error.message().to_owned()))?;

        if let Some(given) = &file.extract.format
            && format(given.get_ref()).is_none()
        {
            let names: Vec<&str> = formats().map(|format| format.name).collect();
            let message =
                format!("there is no format {:?}; there are: {}", given.get_ref(), names.join(", "));
            return Err(fault(given.span(), message));
        }
        let published = file.extract.published.map(|given| {
            // TOML has dates of its own: with and without quotation marks, it is meant the same.
            let date = match given.get_ref() {
                toml::Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            date.parse::<Date>().map_err(|error| fault(given.span(), error.to_string()))
        });
        let mut switches = BTreeMap::new();
        for (key, on) in file.extractors {
            let check = Claimant::builder().switch(key.get_ref(), on).build();
            check.map_err(|error| fault(key.span(), error.to_string()))?;
            switches.insert(key.into_inner(), on);
        }
        let narrator_threshold = file.narrator.threshold.map(|least| {
            let check = Claimant::builder().narrator_threshold(*least.get_ref()).build();
            check.map(|_| *least.get_ref()).map_err(|error| fault(least.span(), error.to_string()))
        });
        let cues = file.cues.map(|cues| {
            let toml = cues.get_ref().to_string();
            let check = Claimant::builder().cues(&toml).build();
            check.map(|_| toml).map_err(|error| fault(cues.span(), format!("[cues]: {error}")))
        });
        Ok(Settings {
            format: file.extract.format.map(Spanned::into_inner),
            published: published.transpose()?,
            jobs: file.extract.jobs,
            color: file.extract.color,
            with_text: file.extract.with_text,
            switches,
            narrator_threshold: narrator_threshold.transpose()?,
            cues: cues.transpose()?,
        })
    }
}

/// The nearest settings file, as people would write its path from where they are.
fn nearest() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let found = here.ancestors().map(|folder| folder.join(NAME)).find(|path| path.is_file())?;
    Some(found.strip_prefix(&here).map_or(found.clone(), Path::to_owned))
}

/// A fault at a place of the file, with the line that has it.
fn at(text: &str, name: &str, span: &Range<usize>, message: &str) -> Complaint {
    let before = &text[..text.floor_char_boundary(span.start)];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let (line, column) = (before.matches('\n').count() + 1, before[start..].chars().count() + 1);
    let content = text[start..].lines().next().unwrap_or("");
    let end = text.floor_char_boundary(span.end).max(before.len());
    let marked = text[before.len()..end].lines().next().unwrap_or("").chars().count().max(1);
    let number = line.to_string();
    let excerpt = format!(
        "{number} | {}\n{:width$} | {:indent$}{}",
        content.replace(char::is_control, " "),
        "",
        "",
        "^".repeat(marked),
        width = number.len(),
        indent = column - 1
    );
    let mut complaint = Complaint::usage(message).at(format!("{name}:{line}:{column}"));
    complaint.excerpt = Some(excerpt);
    complaint
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_at_once() {
        let text = "[extract]\nformat = \"json\"\npublished = 2024-12-27\njobs = 2\ncolor = \"never\"\n\
                    with-text = true\n[extractors]\nfigures = false\n[narrator]\nthreshold = 0.25\n[cues.verbs]\nassert = [\"tweet\"]\n";
        let settings = Settings::parse(text, NAME).unwrap();
        assert_eq!(settings.format.as_deref(), Some("json"));
        assert_eq!(settings.published, Some("2024-12-27".parse().unwrap()));
        assert_eq!(settings.jobs.map(NonZeroUsize::get), Some(2));
        assert_eq!(settings.color, Some(Color::Never));
        assert_eq!(settings.with_text, Some(true));
        assert_eq!(settings.switches, BTreeMap::from([("figures".to_owned(), false)]));
        assert_eq!(settings.narrator_threshold, Some(0.25));
        assert!(settings.cues.unwrap().contains("[verbs]"));
        assert_eq!(Settings::parse("", NAME).unwrap(), Settings::default());
    }

    #[test]
    fn faults_are_shown_where_they_are() {
        let check = |text: &str, place: &str, message: &str| {
            let fault = Settings::parse(text, NAME).unwrap_err();
            assert_eq!(fault.place, format!("claimant.toml:{place}"), "{fault:?}");
            assert!(fault.message.contains(message), "{fault:?}");
        };
        check("[extract\n", "1:9", "");
        check("\n[extract]\nformt = \"json\"\n", "3:1", "unknown field `formt`, expected one of `format`");
        check(
            "[extract]\nformat = \"jsn\"\n",
            "2:10",
            "there is no format \"jsn\"; there are: text, json, jsonl",
        );
        check(
            "[extract]\npublished = \"27.12.2024\"\n",
            "2:13",
            "\"27.12.2024\" is not a date as YYYY-MM-DD",
        );
        check("[extract]\njobs = 0\n", "2:8", "");
        check("[extractors]\nfigurs = true\n", "2:1", "there is no extractor \"figurs\"; there are: regions");
        check("[narrator]\nthreshold = 2\n", "2:13", "2 is not a threshold from 0 to 1");
        check("[extract]\r\ncolor = \"é\"\r\nx = 1", "2:9", "unknown variant `é`, expected one of `auto`");
    }
}
