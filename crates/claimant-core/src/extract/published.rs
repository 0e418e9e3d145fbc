//! When the document was published.

use crate::calendar;
use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};
use crate::{Basis, NoteKind, Published, RegionKind, Span};

/// Finds the publication date.
pub(crate) struct PublicationDate;

static INFO: Info = Info {
    name: "published",
    summary: "the publication date, and how it is known",
    finds: "the date that the caller or the page’s metadata gives; else a full date in a dateline or date line; else the \
            date of the latest embedded post, with a note that the article may be younger",
    leaves_alone: "dates in the running text; datelines without a year",
    known_misses: "dates in digits and slashes, whose order differs between countries",
    origin: "our own reading of news pages saved as text",
    examples: &[
        Example {
            text: "OSLO, May 3, 2024 (Agency) - It rained all day.",
            published: None,
            found: &["2024-05-03 (dateline)"],
        },
        Example {
            text: "It rained.\nStay in\n— City (@city) May 2, 2024",
            published: None,
            found: &["2024-05-02 (embedded-post)"],
        },
    ],
    reads: &[Layer::Regions],
    writes: &[Layer::Published],
    switch: Switch::On,
};

impl Extractor for PublicationDate {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        if draft.published.is_some() {
            return;
        }
        let text = draft.text;
        let datelines = draft.regions.iter().filter(|region| region.kind == RegionKind::Dateline);
        let dateline = datelines.map(|region| region.spans.hull()).find_map(|hull| {
            let (range, date) = calendar::printed_date(hull.of(text))?;
            let span = Span::new(hull.start() + range.start, hull.start() + range.end);
            Some(Published { date, basis: Basis::Dateline, spans: Some(span.into()) })
        });
        if dateline.is_some() {
            draft.published = dateline;
            return;
        }
        let posts = draft.regions.iter().filter_map(|region| region.post.as_ref()?.date.as_ref());
        // Of several posts on the latest day the first one is named.
        let latest = posts.reduce(|best, post| if post.1 > best.1 { post } else { best });
        if let Some((spans, date)) = latest.cloned() {
            let message = format!(
                "the publication date {date} is that of an embedded post: the article may be younger; give its date if you know it"
            );
            draft.note(NoteKind::Published, message, Some(spans.clone()));
            draft.published = Some(Published { date, basis: Basis::EmbeddedPost, spans: Some(spans) });
        }
    }
}
