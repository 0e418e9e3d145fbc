//! The parts of a document by their form.

mod furniture;
mod heading;
mod signature;

use crate::draft::Draft;
use crate::extractor::{Example, Extractor, Info, Layer, Switch};
use crate::{Region, RegionKind, Span, Spans};

/// Cuts a document into regions.
pub(crate) struct Regions;

static INFO: Info = Info {
    name: "regions",
    summary: "posts, site boilerplate, datelines, captions and headings, told by their form",
    finds: "embedded posts with author, handle and date (“— Name (@handle) December 27, 2024”); prompts of the site \
            (ask, share, subscribe, read more), copyright lines; datelines, bylines and date lines; captions and \
            picture credits; a headline and crossheads; the rest is body",
    leaves_alone: "regions that a reader of pages has already told from the page’s structure; only the signatures of posts are read there",
    known_misses: "posts without a signature; furniture in full sentences; posts of several paragraphs, of which the last \
                   is taken",
    origin: "our own reading of news pages saved as text",
    examples: &[
        Example {
            text: "PARIS, March 3 (News Agency) - Rain fell on Monday, the office said.\nStay home, everyone\n— City Hall (@city) March 2, 2024\nRead more: Ten storms",
            published: None,
            found: &[
                "dateline: PARIS, March 3 (News Agency) -",
                "body: Rain fell on Monday, the office said.",
                "post: Stay home, everyone / — City Hall (@city) March 2, 2024 [by City Hall (@city) on 2024-03-02]",
                "boilerplate: Read more: Ten storms",
            ],
        },
        Example {
            text: "Storm closes harbour\nBy Ann Lee\nThe harbour was closed on Monday, the mayor said in a statement.\nPhoto: Bo Roe / Agency\nShare prices fell.",
            published: None,
            found: &[
                "headline: Storm closes harbour",
                "dateline: By Ann Lee",
                "body: The harbour was closed on Monday, the mayor said in a statement.",
                "caption: Photo: Bo Roe / Agency",
                "body: Share prices fell.",
            ],
        },
    ],
    reads: &[],
    writes: &[Layer::Regions],
    switch: Switch::Always,
};

impl Extractor for Regions {
    fn info(&self) -> &'static Info {
        &INFO
    }

    fn run(&self, draft: &mut Draft<'_>) {
        let mut given = given(draft);
        sign(draft, &mut given);
        draft.regions = by_form(draft, given);
    }
}

/// What a reader knew, as far as it fits the text: in order, disjoint, on character boundaries.
fn given(draft: &Draft<'_>) -> Vec<Region> {
    let fits = |region: &Region| {
        let pieces = region.spans.pieces().iter();
        let post = region.post.iter().flat_map(|post| {
            let parts = [
                Some(&post.content),
                Some(&post.author),
                post.handle.as_ref(),
                post.date.as_ref().map(|(spans, _)| spans),
            ];
            parts.into_iter().flatten().flat_map(|spans| spans.pieces().to_vec()).collect::<Vec<_>>()
        });
        pieces.copied().chain(post).all(|piece| draft.text.get(piece.range()).is_some())
    };
    let mut regions: Vec<Region> =
        draft.document.regions.iter().filter(|region| fits(region)).cloned().collect();
    regions.sort_by_key(|region| (region.spans.start(), region.spans.end()));
    let mut end = 0;
    regions.retain(|region| {
        let free = region.spans.start() >= end;
        end = if free { region.spans.end() } else { end };
        free
    });
    regions
}

/// Reads the signatures of posts that a reader knew as such.
fn sign(draft: &Draft<'_>, regions: &mut [Region]) {
    let unsigned = |region: &&mut Region| region.kind == RegionKind::Post && region.post.is_none();
    for region in regions.iter_mut().filter(unsigned) {
        let hull = region.spans.hull();
        let first = draft.paragraphs.partition_point(|paragraph| paragraph.start() < hull.start());
        let inside = draft.paragraphs[first..].iter().take_while(|paragraph| paragraph.end() <= hull.end());
        let signed = inside.copied().find_map(|paragraph| signature::read(draft.text, paragraph));
        let Some(signature) = signed else { continue };
        let words = Span::new(hull.start(), signature.start.max(hull.start())).trim(draft.text);
        if !words.is_empty() {
            let truncated = signature::breaks_off(words.of(draft.text));
            region.post = Some(signature.post(words.into(), truncated));
        }
    }
}

/// Tells by their form the paragraphs that no given region has.
fn by_form(draft: &Draft<'_>, given: Vec<Region>) -> Vec<Region> {
    let text = draft.text;
    // A page marks its headings: what it does not mark is a short paragraph.
    let is_marked = !given.is_empty();
    let mut given = given.into_iter().peekable();
    let mut regions = Told::default();
    let count = draft.paragraphs.len();
    for (index, &whole) in draft.paragraphs.iter().enumerate() {
        let mut paragraph = whole;
        while let Some(region) = given.next_if(|region| region.spans.start() < paragraph.end()) {
            let before = Span::new(paragraph.start(), region.spans.start().max(paragraph.start())).trim(text);
            if !before.is_empty() {
                push(&mut regions, RegionKind::Body, before);
            }
            let end = region.spans.end();
            paragraph = Span::new(paragraph.start().max(end), paragraph.end().max(end)).trim(text);
            regions.give(region);
        }
        let covered = regions.list.last().map_or(0, |last| last.spans.end());
        paragraph = Span::new(paragraph.start().max(covered), paragraph.end().max(covered)).trim(text);
        if paragraph.is_empty() {
            continue;
        }
        let line = paragraph.of(text);
        let next = draft.paragraphs.get(index + 1).map(|next| next.of(text));
        if let Some(signature) = signature::read(text, paragraph) {
            push_post(&mut regions, draft, index, paragraph, signature);
        } else if furniture::is_caption(line) {
            push(&mut regions, RegionKind::Caption, paragraph);
        } else if furniture::is_boilerplate(line) {
            push(&mut regions, RegionKind::Boilerplate, paragraph);
        } else if heading::is_byline(line)
            || heading::is_date_line(line)
            || (index < heading::HEAD && (heading::is_credit(line) || heading::is_dated(line)))
        {
            push(&mut regions, RegionKind::Dateline, paragraph);
        } else if !is_marked && heading::is_heading(line, next, index == 0) {
            push(&mut regions, RegionKind::Headline, paragraph);
        } else if let Some(end) = heading::dateline(line).filter(|_| index < heading::HEAD.min(count)) {
            push(
                &mut regions,
                RegionKind::Dateline,
                Span::new(paragraph.start(), paragraph.start() + end).trim(text),
            );
            push(
                &mut regions,
                RegionKind::Body,
                Span::new(paragraph.start() + end, paragraph.end()).trim(text),
            );
        } else {
            push(&mut regions, RegionKind::Body, paragraph);
        }
    }
    regions.list.extend(given);
    regions.list
}

/// Regions in order, of which those that a reader gave stand as they are.
#[derive(Default)]
struct Told {
    list: Vec<Region>,
    /// How many of the first are not to be touched any more.
    fixed: usize,
}

impl Told {
    fn give(&mut self, region: Region) {
        self.list.push(region);
        self.fixed = self.list.len();
    }

    /// The last, where it was told by form.
    fn last_mut(&mut self) -> Option<&mut Region> {
        self.list[self.fixed..].last_mut()
    }
}

/// Adds a paragraph; body and boilerplate run on over paragraphs, the other kinds stand alone.
fn push(regions: &mut Told, kind: RegionKind, span: Span) {
    match regions.last_mut() {
        Some(last) if last.kind == kind && matches!(kind, RegionKind::Body | RegionKind::Boilerplate) => {
            last.spans = last.spans.hull().to(span).into();
        }
        _ => regions.list.push(Region { kind, spans: span.into(), post: None }),
    }
}

/// Makes a post of a signature and the words before it: on the same line, or the paragraph before.
fn push_post(
    regions: &mut Told,
    draft: &Draft<'_>,
    index: usize,
    paragraph: Span,
    signature: signature::Signature,
) {
    let own = Span::new(paragraph.start(), signature.start).trim(draft.text);
    let words = if own.is_empty() {
        let before = index.checked_sub(1).map(|before| draft.paragraphs[before]);
        let Some(before) = before.filter(|before| take_back(regions, draft, *before)) else {
            // A signature under nothing signs nothing.
            push(regions, RegionKind::Body, paragraph);
            return;
        };
        before
    } else {
        own
    };
    let truncated = signature::breaks_off(words.of(draft.text));
    let post = signature.post(words.into(), truncated);
    let spans: Spans = words.to(paragraph).into();
    regions.list.push(Region { kind: RegionKind::Post, spans, post: Some(post) });
}

/// Takes the paragraph before away from the body that it was put into.
fn take_back(regions: &mut Told, draft: &Draft<'_>, paragraph: Span) -> bool {
    let Some(last) = regions.last_mut().filter(|last| last.kind != RegionKind::Post) else { return false };
    let hull = last.spans.hull();
    if !hull.contains(paragraph) {
        return false;
    }
    let rest = Span::new(hull.start(), paragraph.start()).trim(draft.text);
    if rest.is_empty() {
        regions.list.pop();
    } else {
        last.spans = rest.into();
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Claimant, Document};

    fn kinds(document: &Document) -> Vec<(RegionKind, String)> {
        let report = Claimant::new().extract(document);
        report.regions.iter().map(|region| (region.kind, region.spans.text(&document.text))).collect()
    }

    #[test]
    fn a_reader_may_know_better_or_worse() {
        let mut document = Document::new("Ä title\nA body. Élan.");
        document.regions = vec![
            Region { kind: RegionKind::Headline, spans: Span::new(0, 8).into(), post: None },
            Region { kind: RegionKind::Caption, spans: Span::new(5, 12).into(), post: None },
            Region { kind: RegionKind::Caption, spans: Span::new(1, 3).into(), post: None },
            Region { kind: RegionKind::Caption, spans: Span::new(90, 99).into(), post: None },
        ];
        let found = kinds(&document);
        assert_eq!(
            found,
            [(RegionKind::Headline, "Ä title".to_owned()), (RegionKind::Body, "A body. Élan.".to_owned())]
        );
    }

    #[test]
    fn a_signature_alone_signs_nothing() {
        let found = kinds(&Document::new("— Ann (@ann) May 2, 2024"));
        assert_eq!(found[0].0, RegionKind::Body);
        let found = kinds(&Document::new("Hello 👍🏽 — Ann (@ann)\nThe road is closed, he said."));
        assert_eq!(found[0].0, RegionKind::Post);
    }
}
