//! TODO

use crate::draft::Draft;
use crate::extractor::{Extractor, Info, Layer, Switch};

/// TODO
pub(crate) struct Posts;

static INFO: Info = Info {
    name: "posts",
    summary: "",
    finds: "",
    leaves_alone: "",
    known_misses: "",
    origin: "",
    examples: &[],
    reads: &[Layer::Regions],
    writes: &[Layer::Claims],
    switch: Switch::On,
};

impl Extractor for Posts {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        let _ = draft;
    }
}
