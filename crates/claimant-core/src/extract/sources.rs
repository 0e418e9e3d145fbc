//! TODO

use crate::draft::Draft;
use crate::extractor::{Extractor, Info, Layer, Switch};

/// TODO
pub(crate) struct Sources;

static INFO: Info = Info {
    name: "sources",
    summary: "",
    finds: "",
    leaves_alone: "",
    known_misses: "",
    origin: "",
    examples: &[],
    reads: &[Layer::Claims],
    writes: &[Layer::Entities],
    switch: Switch::On,
};

impl Extractor for Sources {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        let _ = draft;
    }
}
