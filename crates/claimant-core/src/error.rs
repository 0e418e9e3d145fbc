//! The one error type of the crate.

use std::fmt;

/// What can go wrong when the library is set up. Reading a document never fails: odd input gives fewer
/// claims and a [`Note`](crate::Note).
///
/// ```
/// use claimant_core::{Claimant, Date};
///
/// let error = Claimant::builder().disable("figurs").build().unwrap_err();
/// assert!(error.to_string().starts_with("there is no extractor \"figurs\""));
/// assert!("2024-13-01".parse::<Date>().is_err());
/// ```
#[derive(Clone, Debug)]
pub struct Error(Box<Kind>);

#[derive(Clone, Debug)]
enum Kind {
    UnknownName { what: String, given: String, known: Vec<String> },
    Date { given: String, reason: String },
    Lexicon { reason: String },
    AlwaysOn { name: String },
    Threshold { given: f32 },
}

impl Error {
    pub(crate) fn unknown_name(what: &str, given: &str, known: &[&str]) -> Error {
        let known = known.iter().map(ToString::to_string).collect();
        Error(Box::new(Kind::UnknownName { what: what.to_lowercase(), given: given.to_owned(), known }))
    }

    pub(crate) fn date(given: &str, reason: impl fmt::Display) -> Error {
        Error(Box::new(Kind::Date { given: given.to_owned(), reason: reason.to_string() }))
    }

    pub(crate) fn lexicon(reason: impl fmt::Display) -> Error {
        Error(Box::new(Kind::Lexicon { reason: reason.to_string() }))
    }

    pub(crate) fn threshold(given: f32) -> Error {
        Error(Box::new(Kind::Threshold { given }))
    }

    pub(crate) fn always_on(name: &str) -> Error {
        Error(Box::new(Kind::AlwaysOn { name: name.to_owned() }))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Kind::UnknownName { what, given, known } => {
                write!(f, "there is no {what} {given:?}; there are: {}", known.join(", "))
            }
            Kind::Date { given, reason } => {
                write!(f, "{given:?} is not a date as YYYY-MM-DD, such as 2024-12-27: {reason}")
            }
            Kind::Lexicon { reason } => write!(f, "the cue lexicon cannot be read: {reason}"),
            Kind::Threshold { given } => {
                write!(f, "{given} is not a threshold from 0 to 1")
            }
            Kind::AlwaysOn { name } => {
                write!(f, "the extractor {name:?} cannot be switched off: the others stand on it")
            }
        }
    }
}

impl std::error::Error for Error {}
