//! `claimant extract`: the whole way, from paths to reports.

use std::path::PathBuf;

use claimant_core::{Document, wire};
use claimant_render::{Look, Piece, Reports, Stream, format, formats};
use clap::builder::{PossibleValue, PossibleValuesParser};

use super::flags::{Flags, Plan};
use crate::complaint::{Complaint, Stop};
use crate::exit::Exit;
use crate::input::{self, Item};
use crate::ordered::{in_order, pool};
use crate::output::{self, Output};
use crate::progress::Progress;

const AFTER: &str = "\
Examples:
  claimant extract article.txt
  claimant extract --published 2024-12-27 --format json article.txt
  claimant extract --format jsonl articles/ > reports.jsonl
  curl -s https://example.org/story.txt | claimant extract -

Input:
  UTF-8, UTF-16 and legacy encodings are read; a note in the report says what was guessed. Images, archives
  and pages are refused with a word on what to do. In folders, files ending in .txt, .text, .md, .html, .htm and .xhtml are read,
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

    #[command(flatten)]
    flags: Flags,
}

fn format_names() -> PossibleValuesParser {
    formats().map(|format| PossibleValue::new(format.name).help(format.summary)).collect::<Vec<_>>().into()
}

pub(super) fn run(args: &Args) -> Result<Exit, Stop> {
    let plan = args.flags.resolve()?;
    let name = args.format.as_ref().or(plan.format.as_ref());
    let format = match name {
        Some(name) => format(name).expect("the names were checked as they were read"),
        None => formats().next().expect("there is a format"),
    };
    if format.binary && output::is_terminal() {
        let fault = format!("{} is no text: a terminal cannot show it", format.name);
        let hint = format!("send it to a file: `… > claims.{}`", format.extension);
        return Err(Complaint::usage(fault).hint(hint).into());
    }
    let options = wire::Options { with_text: format.needs_text || plan.with_text };
    let list = input::list(&args.paths)?;
    let look = output::look(list.several);
    let pool = pool(plan.jobs)?;

    let progress = Progress::new(list.items.len());
    let mut output = Output::new();
    let mut exit = Exit::Done;
    let Reports::Stream(stream) = format.reports;
    let mut file = stream.join(&look);
    let work = |item: Item| Done::of(&item, &plan, options, stream, &look);
    let done = in_order(&pool, list.items, work, |done: Done| {
        progress.step();
        if let Some(complaint) = &done.complaint {
            exit = Exit::Unread;
            progress.complain(complaint);
        }
        match done.piece {
            Some(piece) => output.write(file.take(piece)),
            None => Ok(()),
        }
    });
    progress.finish();
    done?;
    output.write(file.end())?;
    Ok(exit)
}

/// What came of one item.
struct Done {
    piece: Option<Piece>,
    complaint: Option<Complaint>,
}

impl Done {
    fn of(item: &Item, plan: &Plan, options: wire::Options, stream: &dyn Stream, look: &Look) -> Done {
        let path = item.place.name();
        match input::with(item, plan.form, |reading| {
            let (document, report) = plan.extract(item, reading);
            wire::Report::new(&report, &document, options)
        }) {
            Ok(report) => Done { piece: Some(stream.piece(&report, look)), complaint: None },
            Err(fault) => {
                let report = fault.report(&Document::default().with_path(path.as_str()));
                Done { piece: stream.unread(&report, look), complaint: Some(Complaint::of(path, fault)) }
            }
        }
    }
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
