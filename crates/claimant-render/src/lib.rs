//! Reports in the formats that people and programs read: one registry for every front end.
//!
//! To add a format, write its file here and its line in `FORMATS`; the front ends' flags, help, listings,
//! shell completions and the reference page follow.
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

mod brat;
mod clean;
mod comparison;
mod csv;
mod format;
mod html;
mod iri;
mod json;
mod jsonl;
mod label_studio;
mod layout;
mod look;
mod markdown;
mod parquet;
mod piece;
mod points;
#[cfg(test)]
mod sample;
mod schema_org;
mod stream;
mod table;
mod text;
mod web_annotation;

pub use clean::clean;
pub use comparison::{ComparisonFormat, comparison_format, comparison_formats};
pub use format::{Format, Reports};
pub use look::Look;
pub use piece::Piece;
pub use stream::{Frame, Join, Sequence, Stream};
pub use table::{Column, Type};

/// Every format, the default one first.
static FORMATS: &[&Format] = &[
    &text::FORMAT,
    &json::FORMAT,
    &jsonl::FORMAT,
    &html::FORMAT,
    &markdown::FORMAT,
    &csv::CLAIMS_FORMAT,
    &csv::ENTITIES_FORMAT,
    &csv::RELATIONS_FORMAT,
    &parquet::CLAIMS_FORMAT,
    &parquet::ENTITIES_FORMAT,
    &parquet::RELATIONS_FORMAT,
    &schema_org::FORMAT,
    &web_annotation::FORMAT,
    &brat::FORMAT,
    &label_studio::FORMAT,
];

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
            let Format { name, example, summary, purpose, .. } = format;
            assert!(example.starts_with("claimant extract"), "{name}");
            assert!(*name == "text" || example.contains(name), "{name}");
            for line in [summary, purpose] {
                assert!(!line.ends_with('.') && !line.contains('\n'), "{name}");
            }
        }
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), FORMATS.len());
    }
}
