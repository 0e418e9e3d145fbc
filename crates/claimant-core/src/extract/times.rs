//! TODO

use crate::draft::Draft;
use crate::extractor::{Extractor, Info, Layer, Switch};

/// TODO
pub(crate) struct Times;

static INFO: Info = Info {
    name: "times",
    summary: "",
    finds: "",
    leaves_alone: "",
    known_misses: "",
    origin: "",
    examples: &[],
    reads: &[Layer::Published],
    writes: &[Layer::Times],
    switch: Switch::On,
};

impl Extractor for Times {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        let _ = draft;
    }
}
