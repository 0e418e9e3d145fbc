//! `claimant compare`: articles set against each other.

use std::path::PathBuf;
use std::sync::Arc;

use claimant_core::{Article, Document, Report, compare, wire};
use claimant_render::{comparison_format, comparison_formats};
use clap::builder::{PossibleValue, PossibleValuesParser};

use super::flags::Flags;
use crate::complaint::{Complaint, Stop};
use crate::exit::Exit;
use crate::input::{self, Documents, Event, Found, Tally};
use crate::ordered::{in_order, pool};
use crate::output::{self, Output};
use crate::progress::Progress;

const AFTER: &str = "\
Examples:
  claimant compare agency.txt paper.txt ministry.txt
  claimant compare --format json stories/ > comparison.json

What it says:
  Claims that speak of the same matter make a thread: who holds what, since when, in which words; the figures
  by date; and how many sources there are that do not rest on each other. Relations say where accounts meet:
  conflict, update (a figure that is revised), corroborate, same-source, denies, leaves-unconfirmed,
  responds-to. Copies of one article are named and count once. It does not say what is true.

  Dates matter: a toll that grows from one day to the next is an update, two tolls of one day are a conflict.
  Articles that do not carry their date need it from --published, which is one for all of them.

  The order in which the articles are given changes nothing.";

/// Set the claims of several articles against each other
///
/// Reads files and folders, finds the claims of each document, and prints where they meet.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER)]
pub(super) struct Args {
    /// Files or folders to read; `-` is standard input
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,

    /// How to print the comparison [default: text]
    #[arg(long, value_name = "NAME", value_parser = format_names())]
    format: Option<String>,

    #[command(flatten)]
    flags: Flags,
}

fn format_names() -> PossibleValuesParser {
    comparison_formats()
        .map(|format| PossibleValue::new(format.name).help(format.summary))
        .collect::<Vec<_>>()
        .into()
}

pub(super) fn run(args: &Args) -> Result<Exit, Stop> {
    let plan = args.flags.resolve()?;
    let format = match &args.format {
        Some(name) => comparison_format(name).expect("the names were checked as they were read"),
        None => comparison_formats().next().expect("there is a format"),
    };
    let list = input::list(&args.paths, args.flags.fetch)?;
    let pool = pool(plan.jobs)?;
    let tally = Arc::new(Tally::default());
    let mut progress = Progress::new(&list.items, Arc::clone(&tally), false);
    let mut exit = Exit::Done;
    let mut found: Vec<(Document, Report)> = Vec::new();
    let documents = Documents::new(list.items.into_iter(), plan.reading.clone(), false, tally);
    let documents = documents.filter_map(|event| match event {
        Event::Document(found) => Some(found),
        Event::End(_) => None,
    });
    let work = |found: Found| {
        let path = found.path.clone();
        found
            .with(&plan.reading.limits, |reading| plan.extract(reading))
            .map_err(|fault| Complaint::of(path, fault))
    };
    let done: Result<(), Stop> = in_order(&pool, documents, Found::size, work, |result| {
        progress.step();
        match result {
            Ok(one) => found.push(one),
            Err(complaint) => {
                exit = Exit::Unread;
                progress.complain(&complaint);
            }
        }
        Ok(())
    });
    progress.finish();
    done?;
    let articles: Vec<Article<'_>> =
        found.iter().map(|(document, report)| Article { document, report }).collect();
    let comparison = compare(&articles);
    let options = wire::Options { with_text: format.needs_text || plan.with_text };
    let comparison = wire::Comparison::new(&comparison, &articles, options);
    Output::new().write((format.write)(&comparison, &output::look(true)))?;
    Ok(exit)
}
