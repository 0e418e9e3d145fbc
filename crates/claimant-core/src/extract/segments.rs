//! Tokens and sentences.

use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};

/// Cuts regions into tokens and sentences.
pub(crate) struct Segments;

static INFO: Info = Info {
    name: "sentences",
    summary: "tokens and sentences by form",
    finds: "sentences, with abbreviations (“Gen.”, “U.S.”), initials, addresses and quotation marks at their end; \
            paragraphs and regions are hard limits",
    leaves_alone: "sentences inside a quotation that goes on after them in lower case",
    known_misses: "sentences that start in lower case; an abbreviation at the end of a sentence before a name",
    origin: "Universal Dependencies' convention for clitics (’s is a token); a trained analyser takes its place",
    examples: &[Example {
        text: "Gen. Lee left the U.S. on Monday. “We won?” he asked.",
        published: None,
        found: &["Gen. Lee left the U.S. on Monday.", "“We won?” he asked."],
    }],
    reads: &[Layer::Regions],
    writes: &[Layer::Sentences],
    switch: Switch::Always,
};

impl Extractor for Segments {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        draft.segment();
    }
}
