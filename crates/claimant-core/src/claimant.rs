//! The pipeline: a document in, a report out.

use std::collections::BTreeMap;

use crate::draft::Draft;
use crate::extract::narrator;
use crate::extractor::{Extractor, REGISTRY, Switch};
use crate::lexicon::Lexicon;
use crate::{Document, Error, Figure, Report, Time};

/// Reads documents for who claims what.
///
/// It holds settings and the cue lexicon and nothing of the documents: make one and share it between
/// threads. The same document gives the same report, byte for byte.
///
/// ```
/// use claimant_core::{Claimant, Document};
///
/// let claimant = Claimant::new();
/// let document = Document::new("The dam will hold, according to the engineers.");
/// let report = claimant.extract(&document);
/// assert_eq!(report.claims[0].content.text(&document.text), "The dam will hold");
/// ```
pub struct Claimant {
    active: Vec<&'static dyn Extractor>,
    lexicon: Lexicon,
    narrator_threshold: f32,
}

impl Claimant {
    /// With the default settings.
    #[expect(clippy::new_without_default, reason = "a default is not what this is: it loads the lexicon")]
    pub fn new() -> Claimant {
        Claimant::builder().build().expect("the default settings are valid: a test builds them")
    }

    /// With settings of one's own.
    pub fn builder() -> Builder {
        Builder { switches: BTreeMap::new(), cues: Vec::new(), narrator_threshold: narrator::THRESHOLD }
    }

    /// Finds the claims of one document. Time and memory grow linearly with its length.
    pub fn extract(&self, document: &Document) -> Report {
        self.draft(document).finish()
    }

    /// The report before it is finished, with its analysis.
    pub(crate) fn draft<'a>(&'a self, document: &'a Document) -> Draft<'a> {
        let mut draft = Draft::new(document, &self.lexicon);
        draft.narrator_threshold = self.narrator_threshold;
        for extractor in &self.active {
            extractor.run(&mut draft);
        }
        draft
    }

    /// Every figure and time of the document's prose, in claims or not: for scoring (`cargo xtask eval figures`).
    #[doc(hidden)]
    pub fn figures(&self, document: &Document) -> (Vec<Figure>, Vec<Time>) {
        let mut draft = Draft::new(document, &self.lexicon);
        for extractor in &self.active {
            extractor.run(&mut draft);
            if extractor.info().name == "figures" {
                break;
            }
        }
        (draft.figures, draft.times)
    }
}

impl std::fmt::Debug for Claimant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<&str> = self.active.iter().map(|extractor| extractor.info().name).collect();
        f.debug_struct("Claimant").field("extractors", &names).finish_non_exhaustive()
    }
}

/// Settings for a [`Claimant`].
///
/// ```
/// use claimant_core::Claimant;
///
/// let claimant = Claimant::builder()
///     .disable("figures")
///     .cues("[verbs]\nassert = [\"tweet\"]")
///     .build()?;
/// # Ok::<(), claimant_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Builder {
    switches: BTreeMap<String, bool>,
    cues: Vec<String>,
    narrator_threshold: f32,
}

impl Builder {
    /// Runs an extractor that is off by default. Names are those of [`extractors`](crate::extractors).
    #[must_use]
    pub fn enable(self, extractor: impl Into<String>) -> Builder {
        self.switch(extractor, true)
    }

    /// Leaves out an extractor that is on by default.
    #[must_use]
    pub fn disable(self, extractor: impl Into<String>) -> Builder {
        self.switch(extractor, false)
    }

    /// Switches an extractor on or off.
    #[must_use]
    pub fn switch(mut self, extractor: impl Into<String>, on: bool) -> Builder {
        self.switches.insert(extractor.into(), on);
        self
    }

    /// Adds cues to the lexicon: TOML in the form of the built-in one (`data/cues.toml`). Later entries
    /// win over earlier ones and over the built-in ones.
    #[must_use]
    pub fn cues(mut self, toml: impl Into<String>) -> Builder {
        self.cues.push(toml.into());
        self
    }

    /// Leaves out statements in the narrator's voice whose check-worthiness is below `least`, 0 to 1; 0 keeps all of them.
    #[must_use]
    pub fn narrator_threshold(mut self, least: f32) -> Builder {
        self.narrator_threshold = least;
        self
    }

    /// Checks the settings.
    pub fn build(self) -> Result<Claimant, Error> {
        let names: Vec<&str> = REGISTRY.iter().map(|extractor| extractor.info().name).collect();
        if let Some(unknown) = self.switches.keys().find(|name| !names.contains(&name.as_str())) {
            return Err(Error::unknown_name("extractor", unknown, &names));
        }
        if !(0.0..=1.0).contains(&self.narrator_threshold) {
            return Err(Error::threshold(self.narrator_threshold));
        }
        let mut active = Vec::new();
        for extractor in REGISTRY {
            let info = extractor.info();
            let wanted = self.switches.get(info.name).copied();
            match (info.switch, wanted) {
                (Switch::Always, Some(false)) => return Err(Error::always_on(info.name)),
                (Switch::Always, _) | (_, Some(true)) | (Switch::On, None) => active.push(*extractor),
                (_, Some(false)) | (Switch::Off, None) => {}
            }
        }
        let mut lexicon = Lexicon::built_in();
        for toml in &self.cues {
            lexicon.extend(toml)?;
        }
        Ok(Claimant { active, lexicon, narrator_threshold: self.narrator_threshold })
    }
}
