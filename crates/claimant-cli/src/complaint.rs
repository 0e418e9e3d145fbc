//! What the program says when something is wrong: what it was, and what to do about it.

use std::fmt::Display;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use crate::exit::Exit;
use claimant_read::Unreadable;
use claimant_render::clean;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const HINT: Style = AnsiColor::Cyan.on_default().bold();

/// A fault that the user can do something about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Complaint {
    /// Where it is: a path as the user wrote it, or empty.
    pub place: String,
    /// What is wrong, in lower case and without a full stop.
    pub message: String,
    /// Lines of a settings file that show it.
    pub excerpt: Option<String>,
    /// What to do.
    pub hint: Option<String>,
    /// What the program ends with because of it.
    pub exit: Exit,
}

/// Why a command ends early.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Whoever reads our output has enough, as `head` has: no fault of anybody.
    Closed,
    /// Something is wrong.
    Complaint(Box<Complaint>),
}

impl Complaint {
    /// The command line or the settings are wrong.
    pub(crate) fn usage(message: impl Display) -> Complaint {
        Complaint {
            place: String::new(),
            message: message.to_string(),
            excerpt: None,
            hint: None,
            exit: Exit::Usage,
        }
    }

    /// An input cannot be read, or the output not written.
    pub(crate) fn unread(place: impl Into<String>, message: impl Display) -> Complaint {
        Complaint { place: place.into(), exit: Exit::Unread, ..Complaint::usage(message) }
    }

    /// An input at `path` holds no document.
    pub(crate) fn of(path: String, fault: Unreadable) -> Complaint {
        Complaint { hint: fault.hint, ..Complaint::unread(path, fault.message) }
    }

    pub(crate) fn at(mut self, place: impl Into<String>) -> Complaint {
        self.place = place.into();
        self
    }

    pub(crate) fn hint(mut self, hint: impl Display) -> Complaint {
        self.hint = Some(hint.to_string());
        self
    }

    /// Prints it to standard error, in colour where that takes it.
    pub(crate) fn print(&self) {
        let mut stream = anstream::stderr().lock();
        // A standard error that is closed takes no complaint about itself.
        let _ = self.write(&mut stream);
    }

    fn write(&self, to: &mut impl Write) -> io::Result<()> {
        write!(to, "{ERROR}error:{ERROR:#} ")?;
        if !self.place.is_empty() {
            write!(to, "{}: ", clean(&self.place))?;
        }
        writeln!(to, "{}", clean(&self.message))?;
        if let Some(excerpt) = &self.excerpt {
            for line in excerpt.lines() {
                writeln!(to, "  {line}")?;
            }
        }
        if let Some(hint) = &self.hint {
            writeln!(to, "{HINT}hint:{HINT:#} {}", clean(hint))?;
        }
        Ok(())
    }
}

impl From<Complaint> for Stop {
    fn from(complaint: Complaint) -> Stop {
        Stop::Complaint(Box::new(complaint))
    }
}

impl From<io::Error> for Stop {
    /// Of the output: reading has complaints of its own.
    fn from(error: io::Error) -> Stop {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Stop::Closed;
        }
        Complaint::unread("standard output", format!("cannot be written: {error}")).into()
    }
}
