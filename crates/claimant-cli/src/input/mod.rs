//! Where documents come from: files, folders and standard input. What their bytes mean is `claimant-read`'s.

mod list;

use std::fs;
use std::io::{self, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use claimant_read::{Form, Reading, Unreadable};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

#[cfg(test)]
pub(crate) use list::ENDINGS;
pub(crate) use list::{Item, Place, list};

/// Takes the name of a form, from the list of them.
pub(crate) fn form() -> impl TypedValueParser<Value = Form> {
    let names = Form::ALL.iter().map(|form| PossibleValue::new(form.name()).help(form.summary()));
    PossibleValuesParser::new(names)
        .map(|name| Form::named(&name).expect("the names were checked as they were read"))
}

/// Reads one item and does `work` with it. A fault of ours in one document must not cost its neighbours their results.
pub(crate) fn with<T>(item: &Item, form: Form, work: impl FnOnce(Reading) -> T) -> Result<T, Unreadable> {
    catch_unwind(AssertUnwindSafe(|| match &item.fault {
        Some(fault) => Err(fault.clone()),
        None => read(&item.place, form).map(work),
    }))
    .unwrap_or_else(|_| {
        let hint = "please report it with the lines above and, if you may share it, the document";
        Err(Unreadable::new("the program failed on this document, which is a fault in claimant").hint(hint))
    })
}

/// Reads one place.
fn read(place: &Place, form: Form) -> Result<Reading, Unreadable> {
    let bytes = match place {
        Place::Stdin => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        }
        Place::File(path) => fs::read(path),
    };
    claimant_read::read(bytes.map_err(|error| of_io(&error))?, form)
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
