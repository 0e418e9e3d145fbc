//! A way in for measuring: the times of a document, whether or not a claim holds them.

use crate::draft::Draft;
use crate::extractor::{Extractor, REGISTRY};
use crate::lexicon::Lexicon;
use crate::{Document, Time};

/// Every time of the document, in text order. The extractor runs `runs` times over, with a call of `tick` before the first
/// run and after each one, so that its speed can be told from that of what runs before it.
#[doc(hidden)]
pub fn times_for_measuring(document: &Document, runs: usize, mut tick: impl FnMut()) -> Vec<Time> {
    let lexicon = Lexicon::built_in();
    let mut draft = Draft::new(document, &lexicon);
    for extractor in REGISTRY.iter().take_while(|one| one.info().name != super::INFO.name) {
        extractor.run(&mut draft);
    }
    tick();
    for _ in 0..runs {
        super::Times.run(&mut draft);
        tick();
    }
    draft.times
}
