//! Comparisons as text: one registry of formats.
//!
//! To add one, write its file here and its line in `FORMATS`; `claimant compare --format` and its help follow.

mod html;
mod json;
mod jsonl;
mod links;
mod markdown;
mod text;
mod words;

use claimant_core::wire::Comparison;

use crate::Look;

/// A way to write comparisons.
#[derive(Clone, Copy, Debug)]
pub struct ComparisonFormat {
    /// Stable name, as front ends take it.
    pub name: &'static str,
    /// One line on what it is, without a full stop.
    pub summary: &'static str,
    /// Its media type, for servers.
    pub media_type: &'static str,
    /// The ending of file names, without the dot.
    pub extension: &'static str,
    /// A command that shows what it is good for.
    pub example: &'static str,
    /// What opens it, and what its reader should know of it, without a full stop at the end.
    pub purpose: &'static str,
    /// Whether it shows words around the claims and needs reports with the text.
    pub needs_text: bool,
    /// The comparison as a whole file.
    pub write: fn(&Comparison, &Look) -> Vec<u8>,
}

/// Every format, the default one first.
static FORMATS: &[&ComparisonFormat] =
    &[&text::FORMAT, &json::FORMAT, &jsonl::FORMAT, &html::FORMAT, &markdown::FORMAT];

/// Every format of comparisons, the default one first.
pub fn comparison_formats() -> impl Iterator<Item = &'static ComparisonFormat> + Clone {
    FORMATS.iter().copied()
}

/// The format of this name.
pub fn comparison_format(name: &str) -> Option<&'static ComparisonFormat> {
    comparison_formats().find(|format| format.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_singular() {
        let mut comparison = crate::sample::comparison();
        comparison.documents.truncate(1);
        comparison.threads.clear();
        comparison.relations.clear();
        comparison.entities.clear();
        for name in ["text", "markdown", "html"] {
            let text = (comparison_format(name).unwrap().write)(&comparison, &Look::plain());
            let text = String::from_utf8(text).unwrap();
            assert!(text.contains("1 article") && !text.contains("1 articles"), "{name}");
            assert!(!text.contains("1 article meet "), "{name}");
        }
    }
}
