//! `claimant analyse`: what the analyser finds in a text, under the claims.

use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use claimant_english::Analyser;

use crate::complaint::{Complaint, Stop};
use crate::exit::Exit;
use crate::input::{self, Form, Item};
use crate::ordered::in_order;
use crate::output::Output;
use crate::progress::Progress;

const AFTER: &str = "\
Examples:
  claimant analyse article.txt > article.conllu
  echo 'We won’t leave, she said.' | claimant analyse

Output:
  CoNLL-U (universaldependencies.org/format.html), one block of ten columns per sentence: word, lemma, universal
  and Penn tag, features, head and relation. The last column has the word's place (TokenRange, Unicode code points
  into the text), the name and the attribution role that it is in, and the attribution's number (several for a shared source).";

/// Show sentences, words, tags, trees, names and attribution roles
///
/// The layer under the claims, for those who build on it or want to see why a claim was found.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER)]
pub(super) struct Args {
    /// Files or folders to read; `-` is standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// What form the input has
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    input: Form,

    /// How many documents to read at once [default: `RAYON_NUM_THREADS`, or one for each processor]
    #[arg(long, short = 'j', value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

pub(super) fn run(args: &Args) -> Result<Exit, Stop> {
    let list = input::list(&args.paths)?;
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(args.jobs.map_or(0, NonZeroUsize::get))
        .build()
        .map_err(|error| Complaint::usage(format!("the threads cannot be started: {error}")))?;
    let progress = Progress::new(list.items.len());
    let mut output = Output::new();
    let mut exit = Exit::Done;
    let work = |item: Item| {
        let path = item.place.name();
        let result = catch_unwind(AssertUnwindSafe(|| analysed(&item, args.input))).unwrap_or_else(|_| {
            Err(Complaint::unread(
                path,
                "the program failed on this document, which is a fault in claimant".to_owned(),
            ))
        });
        progress.step();
        result
    };
    let done = in_order(&pool, list.items, work, |result: Result<String, Complaint>| match result {
        Ok(text) => output.write(&text),
        Err(complaint) => {
            exit = Exit::Unread;
            progress.complain(&complaint);
            Ok(())
        }
    });
    progress.finish();
    done?;
    Ok(exit)
}

fn analysed(item: &Item, form: Form) -> Result<String, Complaint> {
    let path = item.place.name();
    let reading = match &item.fault {
        Some(fault) => Err(fault.clone()),
        None => input::read(&item.place, form),
    };
    let reading = reading.map_err(|fault| {
        let mut complaint = Complaint::unread(path.clone(), fault.message);
        complaint.hint = fault.hint;
        complaint
    })?;
    let text = &reading.document.text;
    let name: Vec<&str> = path.split_whitespace().collect();
    Ok(format!("# newdoc id = {}\n{}", name.join(" "), Analyser::embedded().analyse(text).to_conllu(text)))
}
