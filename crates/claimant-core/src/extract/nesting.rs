//! TODO

use crate::draft::Draft;
use crate::extractor::{Extractor, Info, Layer, Switch};

/// TODO
pub(crate) struct Nesting;

static INFO: Info = Info {
    name: "nesting",
    summary: "",
    finds: "",
    leaves_alone: "",
    known_misses: "",
    origin: "",
    examples: &[],
    reads: &[Layer::Claims],
    writes: &[Layer::Chains],
    switch: Switch::Always,
};

impl Extractor for Nesting {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        let _ = draft;
    }
}
