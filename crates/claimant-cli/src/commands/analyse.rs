//! `claimant analyse`: what the analyser finds in a text, under the claims.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;

use claimant_english::Analyser;
use claimant_read::{Form, Options};

use crate::complaint::{Complaint, Stop};
use crate::exit::Exit;
use crate::input::{self, Documents, Event, Found, Tally};
use crate::ordered::{in_order, pool};
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
    #[arg(long, value_parser = input::form(), default_value = Form::default().name(), value_name = "FORM")]
    input: Form,

    /// How many documents to read at once [default: `RAYON_NUM_THREADS`, or one for each processor]
    #[arg(long, short = 'j', value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

pub(super) fn run(args: &Args) -> Result<Exit, Stop> {
    let list = input::list(&args.paths, false)?;
    let pool = pool(args.jobs)?;
    let tally = Arc::new(Tally::default());
    let mut progress = Progress::new(&list.items, Arc::clone(&tally), false);
    let mut output = Output::new();
    let mut exit = Exit::Done;
    let options = Options { form: args.input, ..Options::default() };
    let documents = Documents::new(list.items.into_iter(), options.clone(), false, tally);
    let documents = documents.filter_map(|event| match event {
        Event::Document(found) => Some(found),
        Event::End(_) => None,
    });
    let work = |found: Found| {
        let path = found.path.clone();
        found
            .with(&options.limits, |reading| conllu(&path, &reading.document.text))
            .map_err(|fault| Complaint::of(path, fault))
    };
    let done = in_order(&pool, documents, Found::size, work, |result: Result<String, Complaint>| {
        progress.step();
        match result {
            Ok(text) => output.write(&text),
            Err(complaint) => {
                exit = Exit::Unread;
                progress.complain(&complaint);
                Ok(())
            }
        }
    });
    progress.finish();
    done?;
    Ok(exit)
}

fn conllu(path: &str, text: &str) -> String {
    // A path with a line break in it must not end the comment.
    let name: Vec<&str> = path.split_whitespace().collect();
    format!("# newdoc id = {}\n{}", name.join(" "), Analyser::embedded().analyse(text).to_conllu(text))
}
