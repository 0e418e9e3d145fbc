//! The command line: what can be asked for, one file per subcommand.

mod analyse;
mod compare;
mod completions;
mod extract;
mod extractors;
mod flags;
mod formats;
mod formats_page;
mod man;
mod reference;
mod schema;

use clap::{Parser, Subcommand};

use crate::complaint::Stop;
use crate::exit::Exit;

const ABOUT: &str = "\
Reads news articles for who claims what.

Claimant finds every claim that an article attributes to somebody: who says it, in which words, how sure \
they are, when, with which figures, times and places; and where accounts meet. It works offline, gives the \
same answer every time, and shows for each one the characters that it rests on. It does not say what is true.";

const AFTER: &str = "\
Examples:
  claimant extract article.txt                      read one article
  claimant extract --published 2024-12-27 a.txt b.txt
                                                    say when they were published: \"on Monday\" gets a date
  claimant extract --format jsonl articles/ > reports.jsonl
                                                    a folder, one JSON object per line
  pbpaste | claimant extract --format json          from a pipe, as JSON
  claimant compare agency.txt paper.txt             where accounts meet
  claimant extractors                               what is looked for

Environment:
  RAYON_NUM_THREADS   how many documents are read at once, unless --jobs says so
  NO_COLOR            no colour, unless --color says so

Exit codes:
  0   done
  1   some input could not be read; all else was done
  2   wrong usage: a flag, a date or claimant.toml";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "claimant",
    version,
    about = "Reads news articles for who claims what",
    long_about = ABOUT,
    after_long_help = AFTER,
    after_help = "Start with `claimant extract article.txt`; `claimant --help` has examples and exit codes.",
    arg_required_else_help = true,
    disable_help_subcommand = true,
    max_term_width = 100
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Extract(extract::Args),
    Compare(compare::Args),
    Analyse(analyse::Args),
    Extractors(extractors::Args),
    Formats(formats::Args),
    Schema(schema::Args),
    Completions(completions::Args),
    Man(man::Args),
}

impl Cli {
    /// Does what was asked for.
    pub(crate) fn run(self) -> Result<Exit, Stop> {
        match self.command {
            Command::Extract(args) => extract::run(&args),
            Command::Compare(args) => compare::run(&args),
            Command::Analyse(args) => analyse::run(&args),
            Command::Extractors(args) => extractors::run(&args),
            Command::Formats(args) => formats::run(&args),
            Command::Schema(args) => schema::run(&args),
            Command::Completions(args) => completions::run(&args),
            Command::Man(args) => man::run(&args),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_holds_together() {
        Cli::command().debug_assert();
    }
}
