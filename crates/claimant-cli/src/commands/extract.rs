//! `claimant extract`: the whole way, from paths to reports.

use std::path::PathBuf;
use std::sync::Arc;

use claimant_core::{Document, wire};
use claimant_render::{Look, Piece, Reports, Stream, format, formats};
use clap::builder::{PossibleValue, PossibleValuesParser};

use super::flags::{Flags, Plan};
use crate::complaint::{Complaint, Stop};
use crate::exit::Exit;
use crate::input::{self, Documents, End, Event, Found, Tally};
use crate::manifest::Manifest;
use crate::ordered::{in_order, pool};
use crate::output::{self, Output};
use crate::progress::Progress;
use crate::resume;
use crate::sink::{Part, Sink};

const AFTER: &str = "\
Examples:
  claimant extract article.txt
  claimant extract --format json page.html
  claimant extract --published 2024-12-27 --format json article.txt
  claimant extract --format jsonl articles/ > reports.jsonl
  claimant extract --format jsonl --output reports.jsonl --resume crawl.warc.gz
  curl -s https://example.org/story.txt | claimant extract -

Input:
  Told by its content, not by its name: text (UTF-8, UTF-16 and legacy encodings; a note in the report says what
  was guessed), pages, Markdown, RSS and Atom feeds, JSON Lines, web archives (WARC); all of them also packed with
  gzip or zstd. Images, PDF and office documents are refused with a word on what to do. In folders, files ending in
  .txt, .text, .md, .html, .htm, .xhtml, .jsonl, .ndjson, .rss, .atom, .xml and .warc are read, and with .gz or
  .zst behind that, in the order of their names; hidden ones are left out. A path with `*`, `?` or `[` in it is a
  pattern where no file has that name.

  Of a page the article is read; the report has its text, title, authors, outlet, address and day of publication,
  and in `document.origin` the bytes of the page that the characters come from. Inputs that hold several
  documents give `document.id` from the feed, the archive, or the field of that name; else the number of the line.

Output:
  Data goes to standard output, all else to standard error. `json` prints one object for one document, and
  an array for a folder, several paths, or an input of a form that holds any number; `jsonl` one line per
  document. A document that cannot be read keeps its place in both, as a report with a note of the kind
  `unreadable`. Offsets are Unicode code points into the text without its byte order mark; `--with-text` prints
  that text.

  With --output the file appears when it is whole; until then it is beside it with the ending `.part`. A run that
  was stopped, however hard, goes on with --resume, neither repeating nor leaving out a document.

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

    /// Write reports to this file, which appears when it is whole
    #[arg(long, short = 'o', value_name = "FILE")]
    output: Option<PathBuf>,

    /// Go on where an earlier run with the same --output was stopped; for `--format jsonl`
    #[arg(long, requires = "output")]
    resume: bool,

    /// Write what was read to this file: a JSON line for each input, with its size and hash
    #[arg(long, value_name = "FILE")]
    manifest: Option<PathBuf>,

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
    if format.binary && args.output.is_none() && output::is_terminal() {
        let fault = format!("{} is no text: a terminal cannot show it", format.name);
        let hint = format!("send it to a file: `--output claims.{}`", format.extension);
        return Err(Complaint::usage(fault).hint(hint).into());
    }
    let options = wire::Options { with_text: format.needs_text || plan.with_text };
    if args.resume && format.name != "jsonl" {
        return Err(
            Complaint::usage("only `--format jsonl` can be resumed: its lines tell what is done").into()
        );
    }
    let list = input::list(&args.paths, args.flags.fetch)?;
    let pool = pool(plan.jobs)?;
    let mut done = match &args.output {
        Some(path) if args.resume => resume::Done::find(path)?,
        _ => resume::Done::nothing(),
    };
    let mut sink = match &args.output {
        Some(path) => Sink::File(Part::open(path, done.kept)?),
        None => Sink::Standard(Output::new()),
    };
    let mut manifest = args.manifest.as_deref().map(Manifest::open).transpose()?;

    let tally = Arc::new(Tally::default());
    let mut progress = Progress::new(&list.items, Arc::clone(&tally), args.output.is_some());
    let with_hashes = manifest.is_some();
    let documents = Documents::new(list.items.into_iter(), plan.reading.clone(), with_hashes, tally);
    let mut documents = documents.peekable();
    let is_list = match documents.peek() {
        Some(Event::Document(Found { is_list, .. }) | Event::End(End { is_list, .. })) => *is_list,
        None => false,
    };
    let several = list.several || is_list;
    let look = match args.output {
        Some(_) => Look { several, ..Look::plain() },
        None => output::look(several),
    };
    let mut exit = skip(&mut documents, &mut done, manifest.as_mut())?;

    let Reports::Stream(stream) = format.reports;
    let mut file = stream.join(&look);
    let work = |event: Event| match event {
        Event::Document(found) => Done::of(found, &plan, options, stream, &look),
        Event::End(end) => Done { end: Some(end), ..Done::default() },
    };
    let run = in_order(&pool, documents, Event::size, work, |done: Done| -> Result<(), Stop> {
        if let (Some(manifest), Some(end)) = (&mut manifest, &done.end) {
            return Ok(manifest.end(end)?);
        }
        if done.end.is_some() {
            return Ok(());
        }
        progress.step();
        if let Some(manifest) = &mut manifest {
            manifest.document(&done.path, done.claims, done.complaint.is_some());
        }
        if let Some(complaint) = &done.complaint {
            exit = Exit::Unread;
            progress.complain(complaint);
        }
        let Some(piece) = done.piece else { return Ok(()) };
        sink.write(file.take(piece))
    });
    progress.finish();
    run?;
    sink.write(file.end())?;
    sink.finish()?;
    if let Some(manifest) = manifest {
        manifest.finish()?;
    }
    Ok(exit)
}

/// Passes over the documents that an earlier run has done, and checks that they are the same ones.
fn skip(
    documents: &mut impl Iterator<Item = Event>,
    done: &mut resume::Done,
    mut manifest: Option<&mut Manifest>,
) -> Result<Exit, Stop> {
    let mut exit = Exit::Done;
    while let Some(record) = done.next()? {
        loop {
            match documents.next() {
                Some(Event::Document(found)) if record.is_of(&found.path, found.id()) => {
                    if let Some(manifest) = &mut manifest {
                        manifest.document(&found.path, record.claims(), record.is_unread());
                    }
                    break;
                }
                Some(Event::Document(found)) => {
                    return Err(done
                        .other(format!("its reports are not of these inputs, first at {}", found.path))
                        .into());
                }
                Some(Event::End(end)) => {
                    if let Some(manifest) = &mut manifest {
                        manifest.end(&end)?;
                    }
                }
                None => return Err(done.other("it has more reports than there are documents").into()),
            }
        }
        if record.is_unread() {
            exit = Exit::Unread;
        }
    }
    Ok(exit)
}

/// What came of one document, or that an input has ended.
#[derive(Default)]
struct Done {
    path: String,
    piece: Option<Piece>,
    claims: usize,
    complaint: Option<Complaint>,
    end: Option<End>,
}

impl Done {
    fn of(found: Found, plan: &Plan, options: wire::Options, stream: &dyn Stream, look: &Look) -> Done {
        let path = found.path.clone();
        let id = found.id().map(str::to_owned);
        match found.with(&plan.reading.limits, |reading| {
            let (document, report) = plan.extract(reading);
            wire::Report::new(&report, &document, options)
        }) {
            Ok(report) => {
                let piece = Some(stream.piece(&report, look));
                Done { path, piece, claims: report.claims.len(), ..Done::default() }
            }
            Err(fault) => {
                let mut document = Document::default().with_path(path.as_str());
                let place = id.as_ref().map_or_else(|| path.clone(), |id| format!("{path}: {id}"));
                document.id = id;
                let piece = stream.unread(&fault.report(&document), look);
                Done { path, piece, complaint: Some(Complaint::of(place, fault)), ..Done::default() }
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
