//! Reports as text: one registry of formats.
//!
//! To add one, write its file here and its line in `FORMATS`; `--format`, its help, `claimant formats`
//! and the shell completions follow.

mod clean;
mod json;
mod jsonl;
pub mod text;

use claimant_core::wire::Report;

pub use clean::clean;

/// Every format, the default one first.
static FORMATS: &[&dyn Format] = &[&text::Text, &json::Json, &jsonl::JsonLines];

/// A way to write reports.
pub trait Format: Sync {
    /// What it declares about itself.
    fn info(&self) -> &'static Info;

    /// One report. Called on many threads at once; the same report gives the same text.
    fn document(&self, report: &Report, look: &Look) -> String;

    /// What holds a place for a document that could not be read. Formats for people leave it out: standard
    /// error tells them.
    fn unread(&self, report: &Report, look: &Look) -> Option<String> {
        let _ = (report, look);
        None
    }

    /// What stands around the reports.
    fn frame(&self, look: &Look) -> Frame {
        let _ = look;
        Frame::default()
    }
}

/// What a format declares about itself: `claimant formats` is made from this.
#[derive(Clone, Copy, Debug)]
pub struct Info {
    /// Stable name, as used with `--format`.
    pub name: &'static str,
    /// One line on what it is.
    pub summary: &'static str,
    /// Its media type, for servers.
    pub media_type: &'static str,
    /// The ending of file names, without the dot.
    pub extension: &'static str,
    /// A command that shows what it is good for.
    pub example: &'static str,
}

/// What stands before the first report, between two and after the last.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Frame {
    /// Before the first.
    pub before: &'static str,
    /// Between two.
    pub between: &'static str,
    /// After the last.
    pub after: &'static str,
}

/// How the output should look.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Look {
    /// Columns to write in.
    pub width: usize,
    /// Whether the reader takes ANSI colour.
    pub color: bool,
    /// Whether several documents were asked for.
    pub several: bool,
}

impl Look {
    /// Columns where no terminal says otherwise.
    pub const WIDTH: usize = 80;

    /// One document, 80 columns, no colour.
    pub const fn plain() -> Look {
        Look { width: Look::WIDTH, color: false, several: false }
    }
}

/// Every format, the default one first.
pub fn formats() -> impl Iterator<Item = &'static dyn Format> {
    FORMATS.iter().copied()
}

/// The format of this name.
pub fn format(name: &str) -> Option<&'static dyn Format> {
    formats().find(|format| format.info().name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_examples_use_them() {
        let mut names: Vec<&str> = formats().map(|format| format.info().name).collect();
        for format in formats() {
            let info = format.info();
            assert!(info.example.starts_with("claimant extract"), "{}", info.name);
            assert!(info.name == "text" || info.example.contains(info.name), "{}", info.name);
        }
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), FORMATS.len());
    }
}
