//! `claimant extract`: the whole way, from paths to reports.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use claimant_core::{Claimant, Date, Document, Switch, extractors, wire};
use claimant_read::{Form, Reading};
use claimant_render::{Format, Look, Reports, Sequence, Stream, format, formats};
use clap::builder::{PossibleValue, PossibleValuesParser};

use crate::complaint::{Complaint, Stop};
use crate::exit::Exit;
use crate::input::{self, Item};
use crate::ordered::{in_order, pool};
use crate::output::{self, Output};
use crate::progress::Progress;
use crate::settings::{Color, Settings};

const AFTER: &str = "\
Examples:
  claimant extract article.txt
  claimant extract --published 2024-12-27 --format json article.txt
  claimant extract --format jsonl articles/ > reports.jsonl
  curl -s https://example.org/story.txt | claimant extract -

Input:
  UTF-8, UTF-16 and legacy encodings are read; a note in the report says what was guessed. Images, archives
  and pages are refused with a word on what to do. In folders, files ending in .txt, .text and .md are read,
  in the order of their names; hidden ones are left out.

Output:
  Data goes to standard output, all else to standard error. `json` prints one object for one document, and
  an array for a folder or several paths; `jsonl` one line per document. A document that cannot be read
  keeps its place in both, as a report with a note of the kind `unreadable`. Offsets are Unicode code
  points into the decoded text, without its byte order mark; `--with-text` prints that text.

Settings:
  claimant.toml in the working folder or one above it; flags win over it.

    [extract]              # format, published, jobs, color, with-text
    format = \"json\"
    [extractors]           # names as in `claimant extractors`
    figures = false
    [narrator]             # the text's own claims: the least check-worthiness, 0 to 1
    threshold = 0.5
    [cues.verbs]           # words that attribute, by what they do
    assert = [\"tweet\"]";

/// Find the claims in articles
///
/// Reads files, folders and standard input (`-`, or no path at all) and prints a report for each document.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER)]
pub(super) struct Args {
    /// Files or folders to read; `-` is standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// How to print reports [default: text]
    #[arg(long, value_name = "NAME", value_parser = format_names())]
    format: Option<String>,

    /// The day of publication, as YYYY-MM-DD: "on Monday" is counted back from it
    ///
    /// Without it, the text is searched for a dateline or a dated post.
    #[arg(long, value_name = "DATE")]
    published: Option<Date>,

    /// What form the input has
    #[arg(long, value_parser = input::form(), default_value = Form::default().name(), value_name = "FORM")]
    input: Form,

    /// Put the text of each document into its report
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true",
          hide_possible_values = true)]
    with_text: Option<bool>,

    /// How many documents to read at once [default: `RAYON_NUM_THREADS`, or one for each processor]
    #[arg(long, short = 'j', value_name = "N")]
    jobs: Option<NonZeroUsize>,

    /// Run an extractor that is off by default
    #[arg(long, value_name = "NAME", value_parser = extractor_names(), hide_possible_values = true)]
    enable: Vec<String>,

    /// Leave an extractor out; `claimant extractors` lists them
    #[arg(long, value_name = "NAME", value_parser = extractor_names(), hide_possible_values = true)]
    disable: Vec<String>,

    /// Leave out statements in the text's own voice that are less worth checking than this, 0 to 1 [default: 0.5]
    #[arg(long, value_name = "SCORE")]
    narrator_threshold: Option<f32>,

    /// Read settings from this file instead of claimant.toml
    #[arg(long, value_name = "PATH", conflicts_with = "no_config")]
    config: Option<PathBuf>,

    /// Read no settings file
    #[arg(long)]
    no_config: bool,

    /// Whether to print in colour [default: auto, which is where a terminal takes it]
    #[arg(long, value_enum, value_name = "WHEN")]
    color: Option<Color>,
}

fn format_names() -> PossibleValuesParser {
    formats().map(|format| PossibleValue::new(format.name).help(format.summary)).collect::<Vec<_>>().into()
}

fn extractor_names() -> PossibleValuesParser {
    extractors().map(|info| PossibleValue::new(info.name).help(info.summary)).collect::<Vec<_>>().into()
}

/// What flags and settings come to.
struct Plan {
    format: &'static Format,
    published: Option<Date>,
    form: Form,
    options: wire::Options,
    jobs: Option<NonZeroUsize>,
    claimant: Claimant,
}

pub(super) fn run(args: &Args) -> Result<Exit, Stop> {
    let plan = resolve(args)?;
    let list = input::list(&args.paths)?;
    let look = output::look(list.several);
    let pool = pool(plan.jobs)?;

    let progress = Progress::new(list.items.len());
    let mut output = Output::new();
    let mut exit = Exit::Done;
    let Reports::Stream(stream) = plan.format.reports;
    let mut sequence = Sequence::new(stream.frame(&look), &look);
    let work = |item: Item| Done::of(&item, &plan, stream, &look);
    let done = in_order(&pool, list.items, work, |done: Done| {
        progress.step();
        if let Some(complaint) = &done.complaint {
            exit = Exit::Unread;
            progress.complain(complaint);
        }
        let Some(text) = done.text else { return Ok(()) };
        output.write(sequence.lead())?;
        output.write(&text)
    });
    progress.finish();
    done?;
    output.write(&sequence.end())?;
    Ok(exit)
}

/// Flags win over the settings file, that over the defaults.
fn resolve(args: &Args) -> Result<Plan, Complaint> {
    let settings = if args.no_config { Settings::default() } else { Settings::find(args.config.as_deref())? };
    if let Some(color) = args.color.or(settings.color) {
        color.apply();
    }
    let name = args.format.as_ref().or(settings.format.as_ref());
    let format = match name {
        Some(name) => format(name).expect("the names were checked as they were read"),
        None => formats().next().expect("there is a format"),
    };
    let mut builder = Claimant::builder();
    for (name, on) in &settings.switches {
        builder = builder.switch(name, *on);
    }
    for name in &args.enable {
        builder = builder.enable(name);
    }
    for name in &args.disable {
        if args.enable.contains(name) {
            return Err(Complaint::usage(format!("the extractor {name:?} is both enabled and disabled")));
        }
        let always = extractors().any(|info| info.name == name && info.switch == Switch::Always);
        if always {
            let fault = format!("the extractor {name:?} cannot be switched off: the others stand on it");
            return Err(Complaint::usage(fault).hint("`claimant extractors` tells which are always on"));
        }
        builder = builder.disable(name);
    }
    if let Some(least) = args.narrator_threshold.or(settings.narrator_threshold) {
        builder = builder.narrator_threshold(least);
    }
    if let Some(cues) = settings.cues {
        builder = builder.cues(cues);
    }
    Ok(Plan {
        format,
        published: args.published.or(settings.published),
        form: args.input,
        options: wire::Options {
            with_text: format.needs_text || args.with_text.or(settings.with_text).unwrap_or(false),
        },
        jobs: args.jobs.or(settings.jobs),
        claimant: builder.build().map_err(Complaint::usage)?,
    })
}

/// What came of one item.
struct Done {
    text: Option<String>,
    complaint: Option<Complaint>,
}

impl Done {
    fn of(item: &Item, plan: &Plan, stream: &dyn Stream, look: &Look) -> Done {
        let path = item.place.name();
        match input::with(item, plan.form, |reading| report(item, reading, plan)) {
            Ok(report) => Done { text: Some(stream.piece(&report, look)), complaint: None },
            Err(fault) => {
                let report = fault.report(&Document::default().with_path(path.as_str()));
                Done { text: stream.unread(&report, look), complaint: Some(Complaint::of(path, fault)) }
            }
        }
    }
}

/// Finds the claims of one item.
fn report(item: &Item, mut reading: Reading, plan: &Plan) -> wire::Report {
    reading.document = reading.document.with_path(item.place.name());
    if let Some(date) = plan.published {
        reading.document = reading.document.with_published(date);
    }
    let found = plan.claimant.extract(&reading.document);
    reading.report(found, plan.options)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::ENDINGS;

    #[test]
    fn the_help_names_the_endings_that_are_read() {
        for ending in ENDINGS {
            assert!(AFTER.contains(&format!(".{ending}")), "{ending}");
        }
    }
}
