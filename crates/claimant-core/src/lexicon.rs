//! The cue lexicon.
use crate::Error;
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon {}
impl Lexicon {
    pub(crate) fn built_in() -> Lexicon {
        Lexicon {}
    }
    pub(crate) fn extend(&mut self, toml: &str) -> Result<(), Error> {
        toml.parse::<toml::Table>().map_err(Error::lexicon)?;
        Ok(())
    }
}
