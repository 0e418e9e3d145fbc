//! What an extractor is, and the one registry of them.

use crate::draft::Draft;
use crate::extract;
use crate::names::named_enum;

/// A stage of the pipeline: reads layers of the draft, adds to others.
///
/// To add one, write its file under `extract/` and its line in [`REGISTRY`]; listing, reference page and
/// settings follow from [`Info`].
pub(crate) trait Extractor: Sync {
    /// What it declares about itself.
    fn info(&self) -> &'static Info;

    /// Adds what it finds.
    fn run(&self, draft: &mut Draft<'_>);
}

/// Every extractor, in the order in which they run: each one's `reads` are written before it.
pub(crate) static REGISTRY: &[&dyn Extractor] = &[
    &extract::regions::Regions,
    &extract::segments::Segments,
    &extract::quotations::Quotations,
    &extract::published::PublicationDate,
    &extract::times::Times,
    &extract::figures::Figures,
    &extract::posts::Posts,
    &extract::attribution::learned::LearnedAttribution,
    &extract::attribution::by_rule::RuleAttribution,
    &extract::narrator::Narrator,
    &extract::nesting::Nesting,
    &extract::stance::Stance,
    &extract::parts::Parts,
    &extract::propositions::Propositions,
    &extract::entities::Entities,
    &extract::entities::places::Places,
    &extract::relations::Relations,
    &extract::entities::provenance::Provenance,
];

/// What an extractor declares about itself: the reference page `docs/extractors.md` and
/// `claimant extractors` are made from this.
///
/// ```
/// let figures = claimant_core::extractors().find(|info| info.name == "figures").unwrap();
/// assert!(!figures.examples.is_empty());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Info {
    /// Stable name, as used in settings.
    pub name: &'static str,
    /// One line on what it is.
    pub summary: &'static str,
    /// What it finds.
    pub finds: &'static str,
    /// What it leaves alone on purpose.
    pub leaves_alone: &'static str,
    /// What it should find and does not yet.
    pub known_misses: &'static str,
    /// Where its rules or numbers come from, where that is not our own reading of news.
    pub origin: &'static str,
    /// Texts with what is found in them; a test checks every one.
    pub examples: &'static [Example],
    /// The layers that it looks at.
    pub reads: &'static [Layer],
    /// The layers that it adds to; examples show the first.
    pub writes: &'static [Layer],
    /// Whether it runs unless told otherwise.
    pub switch: Switch,
}

/// A text with what an extractor finds in it, one line per item.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The text.
    pub text: &'static str,
    /// The publication date given with it, `YYYY-MM-DD`.
    pub published: Option<&'static str>,
    /// One line for each item of the extractor's first layer.
    pub found: &'static [&'static str],
}

named_enum! {
    /// What extractors read and write.
    pub enum Layer {
        /// Regions of the text by form.
        Regions = "regions",
        /// Tokens and sentences.
        Sentences = "sentences",
        /// Quotations by their marks.
        Quotations = "quotations",
        /// The publication date.
        Published = "published",
        /// Time expressions.
        Times = "times",
        /// Quantities.
        Figures = "figures",
        /// Claims with source, cue and content.
        Claims = "claims",
        /// The chains of claims within claims.
        Chains = "chains",
        /// Polarity and certainty of each claim, and what carries them.
        Stance = "stance",
        /// Figures and times of each claim, and when it was said.
        Parts = "parts",
        /// Contents taken apart.
        Propositions = "propositions",
        /// Who and what the text speaks of.
        Entities = "entities",
        /// The places of each claim.
        Places = "places",
        /// How claims stand to each other.
        Relations = "relations",
        /// What is said of sources without a name, and the outlets that sources spoke to.
        Provenance = "provenance",
    }
}

named_enum! {
    /// Whether an extractor runs.
    pub enum Switch {
        /// Always: the others stand on it.
        Always = "always",
        /// Unless it is switched off.
        On = "on",
        /// Only when it is switched on.
        Off = "off",
    }
}

/// What every extractor declares about itself, in the order in which they run.
pub fn extractors() -> impl Iterator<Item = &'static Info> + Clone {
    REGISTRY.iter().map(|extractor| extractor.info())
}

#[cfg(test)]
impl Layer {
    /// The layer's items for people, one line each: for examples and tests.
    pub(crate) fn lines(self, draft: &Draft<'_>) -> Vec<String> {
        extract::lines(self, draft)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;
    use crate::lexicon::Lexicon;

    /// Runs the pipeline up to and including `last`.
    fn run_to<'a>(last: &str, document: &'a Document, lexicon: &'a Lexicon) -> Draft<'a> {
        let mut draft = Draft::new(document, lexicon);
        for extractor in REGISTRY {
            extractor.run(&mut draft);
            if extractor.info().name == last {
                break;
            }
        }
        draft
    }

    #[test]
    fn every_example_is_true() {
        let lexicon = Lexicon::built_in();
        let mut wrong = Vec::new();
        for info in extractors() {
            assert!(!info.examples.is_empty(), "{} shows no example", info.name);
            for example in info.examples {
                let mut document = Document::new(example.text);
                if let Some(date) = example.published {
                    document = document.with_published(date.parse().unwrap());
                }
                let found = info.writes[0].lines(&run_to(info.name, &document, &lexicon));
                if found != example.found {
                    wrong.push(format!(
                        "{}: {:?}\n  finds {found:#?}\n  says {:#?}",
                        info.name, example.text, example.found
                    ));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    }

    #[test]
    fn each_reads_what_was_written_before_it() {
        let mut written: Vec<Layer> = Vec::new();
        for info in extractors() {
            for layer in info.reads {
                assert!(written.contains(layer), "{} reads {layer} before it is written", info.name);
            }
            written.extend(info.writes);
        }
    }

    #[test]
    fn names_are_unique_and_texts_are_there() {
        let mut names: Vec<&str> = extractors().map(|info| info.name).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
        for info in extractors() {
            for text in [info.summary, info.finds, info.leaves_alone, info.known_misses, info.origin] {
                assert!(text.len() > 8, "{} leaves a text out", info.name);
            }
        }
    }
}
