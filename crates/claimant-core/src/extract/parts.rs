//! TODO

use crate::draft::Draft;
use crate::extractor::{Extractor, Info, Layer, Switch};

/// TODO
pub(crate) struct Parts;

static INFO: Info = Info {
    name: "parts",
    summary: "",
    finds: "",
    leaves_alone: "",
    known_misses: "",
    origin: "",
    examples: &[],
    reads: &[Layer::Chains],
    writes: &[Layer::Parts],
    switch: Switch::On,
};

impl Extractor for Parts {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        let _ = draft;
    }
}
