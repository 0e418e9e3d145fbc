//! Reports in the formats that people and programs read: one registry for every front end.
//!
//! To add a format, write its file here and its line in `FORMATS`; the front ends' flags, help, listings
//! and shell completions follow.
//!
//! ```
//! use claimant_core::{Claimant, Document, wire};
//! use claimant_render::{Look, format};
//!
//! let document = Document::new("“We won,” said Ann Lee.");
//! let found = Claimant::new().extract(&document);
//! let report = wire::Report::new(&found, &document, wire::Options::default());
//! let text = format("text").unwrap().whole(&report, &Look::plain());
//! assert!(String::from_utf8(text).unwrap().contains("Ann Lee"));
//! ```

mod clean;
mod comparison;
mod format;
mod json;
mod jsonl;
mod look;
mod stream;
mod text;

pub use clean::clean;
pub use comparison::{ComparisonFormat, comparison_format, comparison_formats};
pub use format::{Format, Reports};
pub use look::Look;
pub use stream::{Frame, Sequence, Stream};

/// Every format, the default one first.
static FORMATS: &[&Format] = &[&text::FORMAT, &json::FORMAT, &jsonl::FORMAT];

/// Every format, the default one first.
pub fn formats() -> impl Iterator<Item = &'static Format> + Clone {
    FORMATS.iter().copied()
}

/// The format of this name.
pub fn format(name: &str) -> Option<&'static Format> {
    formats().find(|format| format.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_examples_use_them() {
        let mut names: Vec<&str> = formats().map(|format| format.name).collect();
        for format in formats() {
            let Format { name, example, summary, .. } = format;
            assert!(example.starts_with("claimant extract"), "{name}");
            assert!(*name == "text" || example.contains(name), "{name}");
            assert!(!summary.ends_with('.') && !summary.contains('\n'), "{name}");
        }
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), FORMATS.len());
    }
}
