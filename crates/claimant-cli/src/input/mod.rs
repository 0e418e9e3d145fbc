//! Where documents come from: files, folders and standard input. What their bytes mean is `claimant-read`'s.

mod documents;
mod fetch;
mod list;

use std::fs;
use std::io;
use std::path::Path;

use claimant_read::{Form, Unreadable};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

pub(crate) use documents::{Documents, End, Event, Found, Tally};
#[cfg(test)]
pub(crate) use list::ENDINGS;
pub(crate) use list::{Item, Place, list};

/// Takes the name of a form, from the list of them.
pub(crate) fn form() -> impl TypedValueParser<Value = Form> {
    let names = Form::ALL.iter().map(|form| PossibleValue::new(form.name()).help(form.summary()));
    PossibleValuesParser::new(names)
        .map(|name| Form::named(&name).expect("the names were checked as they were read"))
}

/// What went wrong in opening or reading, in words that are the same on every system.
fn of_io(error: &io::Error) -> Unreadable {
    match error.kind() {
        io::ErrorKind::NotFound => Unreadable::new("there is no such file or folder")
            .hint("check the path; it is taken from the folder that the program runs in"),
        io::ErrorKind::PermissionDenied => Unreadable::new("it may not be read: permission denied")
            .hint("give yourself the right to read it"),
        _ => Unreadable::new(format!("it cannot be read: {error}")),
    }
}

/// Whether `path` can be read as a file that was named: not a folder, and there.
fn is_folder(path: &Path) -> Result<bool, Unreadable> {
    fs::metadata(path).map(|found| found.is_dir()).map_err(|error| of_io(&error))
}
