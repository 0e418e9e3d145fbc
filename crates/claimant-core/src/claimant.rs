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

    /// As [`extract`](Claimant::extract), but gives up with None once `stop` answers true: for a time limit, or a
    /// caller who has gone.
    ///
    /// It is asked before each extractor and before each block of some hundred words that the analyser reads, many
    /// times for a long text, so it should be cheap: an atomic flag, or a look at the clock. Once it has answered true
    /// it should keep to that. A report that comes out is the one that `extract` gives.
    ///
    /// ```
    /// use claimant_core::{Claimant, Document};
    ///
    /// let claimant = Claimant::new();
    /// let document = Document::new("The dam will hold, according to the engineers.");
    /// assert_eq!(claimant.extract_until(&document, &|| false).unwrap().claims.len(), 1);
    /// assert!(claimant.extract_until(&document, &|| true).is_none());
    /// ```
    pub fn extract_until(&self, document: &Document, stop: &dyn Fn() -> bool) -> Option<Report> {
        self.draft_until(document, stop).map(Draft::finish)
    }

    /// The report before it is finished, with its analysis.
    pub(crate) fn draft<'a>(&'a self, document: &'a Document) -> Draft<'a> {
        self.draft_until(document, &|| false).expect("nothing stops it")
    }

    fn draft_until<'a>(&'a self, document: &'a Document, stop: &'a dyn Fn() -> bool) -> Option<Draft<'a>> {
        let mut draft = Draft::new(document, &self.lexicon);
        draft.narrator_threshold = self.narrator_threshold;
        draft.stop = stop;
        for extractor in &self.active {
            if stop() {
                return None;
            }
            extractor.run(&mut draft);
        }
        (!stop()).then_some(draft)
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

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// Ten paragraphs that each fill a block of the analyser's.
    fn long() -> Document {
        let paragraph = "The mayor said on Monday that the bridge was safe and would open. ".repeat(30);
        Document::new(format!("{paragraph}\n\n").repeat(10))
    }

    #[test]
    fn gives_up_wherever_it_is_told_to() {
        let claimant = Claimant::new();
        let document = long();
        let asked = Cell::new(0);
        let whole = claimant.extract_until(&document, &|| {
            asked.set(asked.get() + 1);
            false
        });
        let all = asked.get();
        assert!(all >= claimant.active.len() + 10, "asked {all} times: extractors and blocks");
        assert_eq!(format!("{:?}", whole.unwrap()), format!("{:?}", claimant.extract(&document)));
        for least in [1, 2, 5, all / 2, all - 1, all] {
            asked.set(0);
            let stop = || {
                asked.set(asked.get() + 1);
                asked.get() >= least
            };
            assert!(claimant.extract_until(&document, &stop).is_none(), "stopped at question {least}");
            // In a block: the analyser's answer and the next extractor's.
            assert!(asked.get() <= least + 1, "went on after question {least}: {}", asked.get());
        }
    }
}
