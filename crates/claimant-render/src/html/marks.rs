//! A text with the words of its claims marked.

use std::collections::BTreeMap;

use claimant_core::wire::{Certainty, Polarity, RegionKind, Report, Voice, WireSpan};
use maud::{Markup, PreEscaped, html};

use super::words;
use crate::points::Points;
use crate::text::words as said;

/// What words are to their claim.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Content,
    Source,
    Cue,
}

/// Words to mark, in bytes.
struct Mark {
    start: usize,
    end: usize,
    part: Part,
    /// The claim's place in the report.
    claim: usize,
    /// The last piece of a content carries its reference.
    last: bool,
}

/// What ends a line, as the analyser reads it.
const LINE_ENDS: &[char] = &['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{c}'];

/// The text in paragraphs, contents linked to `{prefix}{claim}`, each marked with the id `{prefix}m-{claim}`.
pub(crate) fn marked(report: &Report, prefix: &str) -> Markup {
    let Some(text) = report.document.text.as_deref() else {
        return html! { p class="soft" { "The text is not in this report." } };
    };
    let points = Points::new(text);
    let marks = marks(report, &points);
    let regions: Vec<(usize, usize, RegionKind)> = report
        .document
        .regions
        .iter()
        .flat_map(|region| region.spans.iter().map(|span| (points.bytes(*span), region.kind)))
        .map(|(bytes, kind)| (bytes.start, bytes.end, kind))
        .collect();
    let names = said::names(report);
    let ids: Vec<Reference> = report
        .claims
        .iter()
        .map(|claim| Reference {
            claim: claim.id.clone(),
            label: format!("claim {}, {}", claim.id, said::who(claim, &names)),
            class: class(claim.voice, claim.polarity, claim.certainty),
        })
        .collect();
    let mut named = vec![false; ids.len()];
    let mut html = String::new();
    let mut line_start = 0;
    let (mut next, mut open): (usize, Vec<&Mark>) = (0, Vec::new());
    let mut region = 0;
    for line in text.split_inclusive(LINE_ENDS) {
        let line_end = line_start + line.len();
        while next < marks.len() && marks[next].start < line_end {
            open.push(&marks[next]);
            next += 1;
        }
        open.retain(|mark| mark.end > line_start);
        if !line.trim().is_empty() {
            let first = line_start + (line.len() - line.trim_start().len());
            while regions.get(region).is_some_and(|(_, end, _)| *end <= first) {
                region += 1;
            }
            let trimmed = (first, first + line.trim().len());
            // A dateline that the text runs on from makes no line of its own.
            let whole = regions.get(region).filter(|(start, end, _)| *start <= first && *end >= trimmed.1);
            let class =
                whole.map(|(.., kind)| *kind).filter(|kind| *kind != RegionKind::Body).map(RegionKind::name);
            let mut line = Line { text, prefix, ids: &ids, named: &mut named };
            let body = PreEscaped(line.render(trimmed, &open));
            html.push_str(&html! { p class=[class] dir="auto" { (body) } "\n" }.into_string());
        }
        line_start = line_end;
    }
    PreEscaped(html)
}

struct Reference {
    claim: String,
    label: String,
    class: String,
}

fn class(voice: Voice, polarity: Polarity, certainty: Certainty) -> String {
    let mut class = "content".to_owned();
    if voice == Voice::Narrator {
        class.push_str(" narrator");
    }
    if polarity == Polarity::Negative {
        class.push_str(" negative");
    } else if certainty == Certainty::Uncommitted {
        class.push_str(" uncommitted");
    }
    class
}

fn marks(report: &Report, points: &Points<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (claim, it) in report.claims.iter().enumerate() {
        let mut add = |spans: &[WireSpan], part: Part| {
            for (index, span) in spans.iter().enumerate() {
                let bytes = points.bytes(*span);
                let last = index + 1 == spans.len();
                marks.push(Mark { start: bytes.start, end: bytes.end, part, claim, last });
            }
        };
        add(&it.content.spans, Part::Content);
        for source in &it.sources {
            add(&source.spans, Part::Source);
        }
        if let Some(cue) = &it.cue {
            add(&cue.spans, Part::Cue);
        }
    }
    marks.retain(|mark| mark.start < mark.end);
    // Outer marks open first.
    marks.sort_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end), mark.part, mark.claim));
    // One source of several claims is marked once.
    marks.dedup_by(|next, mark| {
        next.part != Part::Content && (next.part, next.start, next.end) == (mark.part, mark.start, mark.end)
    });
    marks
}

struct Line<'a> {
    text: &'a str,
    prefix: &'a str,
    ids: &'a [Reference],
    /// Which contents have their id already: it stands where one is first seen.
    named: &'a mut [bool],
}

impl Line<'_> {
    /// A line from byte to byte. Marks that cross each other are closed and opened again.
    fn render(&mut self, (from, to): (usize, usize), marks: &[&Mark]) -> String {
        let clipped: Vec<(usize, usize, &Mark)> = marks
            .iter()
            .map(|mark| (mark.start.max(from), mark.end.min(to), *mark))
            .filter(|(start, end, _)| start < end)
            .collect();
        let mut starts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut ends: BTreeMap<usize, usize> = BTreeMap::new();
        for (index, (start, end, _)) in clipped.iter().enumerate() {
            starts.entry(*start).or_default().push(index);
            *ends.entry(*end).or_default() += 1;
        }
        let mut cuts: Vec<usize> = starts.keys().chain(ends.keys()).copied().collect();
        cuts.sort_unstable();
        cuts.dedup();
        let mut html = String::new();
        let mut stack: Vec<usize> = Vec::new();
        let mut at = from;
        for cut in cuts {
            self.push(&mut html, at, cut);
            at = cut;
            if ends.contains_key(&cut) {
                // Down to the outermost that ends here, then what goes on is opened again.
                let outermost =
                    stack.iter().position(|index| clipped[*index].1 == cut).unwrap_or(stack.len());
                let mut again = Vec::new();
                for index in stack.drain(outermost..).rev() {
                    let (_, end, mark) = clipped[index];
                    self.close(&mut html, mark, end == cut && mark.end == end);
                    if end != cut {
                        again.push(index);
                    }
                }
                for index in again.into_iter().rev() {
                    self.open(&mut html, clipped[index].2);
                    stack.push(index);
                }
            }
            for index in starts.remove(&cut).unwrap_or_default() {
                self.open(&mut html, clipped[index].2);
                stack.push(index);
            }
        }
        self.push(&mut html, at, to);
        html
    }

    fn push(&self, html: &mut String, from: usize, to: usize) {
        let text = words(&self.text[from..to]);
        html.push_str(&html! { (text) }.into_string());
    }

    fn open(&mut self, html: &mut String, mark: &Mark) {
        let it = &self.ids[mark.claim];
        match mark.part {
            Part::Content if !std::mem::replace(&mut self.named[mark.claim], true) => {
                html.push_str(&format!("<mark class=\"{}\" id=\"{}m-{}\">", it.class, self.prefix, it.claim));
            }
            Part::Content => html.push_str(&format!("<mark class=\"{}\">", it.class)),
            Part::Source => html.push_str("<b class=\"source\">"),
            Part::Cue => html.push_str("<i class=\"cue\">"),
        }
    }

    fn close(&self, html: &mut String, mark: &Mark, at_its_end: bool) {
        match mark.part {
            Part::Content => {
                if at_its_end && mark.last {
                    let it = &self.ids[mark.claim];
                    let href = format!("#{}{}", self.prefix, it.claim);
                    let link =
                        html! { a class="ref" href=(href) aria-label=(words(&it.label)) { (it.claim) } };
                    html.push_str(&link.into_string());
                }
                html.push_str("</mark>");
            }
            Part::Source => html.push_str("</b>"),
            Part::Cue => html.push_str("</i>"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_cross_are_nested_all_the_same() {
        let text = "abcdefgh";
        let mark = |start, end, claim| Mark { start, end, part: Part::Content, claim, last: true };
        let reference = |claim: &str| Reference {
            claim: claim.to_owned(),
            label: String::new(),
            class: claim.to_owned(),
        };
        let ids = [reference("x"), reference("y"), reference("z")];
        let mut line = Line { text, prefix: "", ids: &ids, named: &mut [false; 3] };
        let (x, y, z) = (mark(1, 5, 0), mark(3, 7, 1), mark(3, 5, 2));
        let html = line.render((0, 8), &[&x, &y, &z]);
        let tags = html.replace(" aria-label=\"\"", "").replace(" class=\"ref\"", "");
        assert_eq!(
            tags,
            "a<mark class=\"x\" id=\"m-x\">bc<mark class=\"y\" id=\"m-y\"><mark class=\"z\" id=\"m-z\">de\
             <a href=\"#z\">z</a></mark></mark><a href=\"#x\">x</a></mark><mark class=\"y\">fg\
             <a href=\"#y\">y</a></mark>h"
        );
    }

    /// The sample with another text, of whose claims the first is left, with these places.
    fn page(text: &str, spans: &[WireSpan]) -> String {
        let mut report = crate::sample::report();
        report.document.text = Some(text.to_owned());
        report.document.regions.clear();
        report.claims.truncate(1);
        report.claims[0].sources.clear();
        report.claims[0].cue = None;
        report.claims[0].content.spans = spans.to_vec();
        marked(&report, "").into_string().replace(" dir=\"auto\"", "")
    }

    #[test]
    fn paragraphs_are_those_of_the_analyser() {
        assert_eq!(page("a\rb\u{2028}c\r\n\r\nd", &[]), "<p>a</p>\n<p>b</p>\n<p>c</p>\n<p>d</p>\n");
    }

    #[test]
    fn a_content_can_be_gone_to_wherever_it_begins() {
        for spans in [&[WireSpan(1, 5)][..], &[WireSpan(0, 0), WireSpan(4, 5)]] {
            let page = page("a\n  b c", spans);
            assert!(page.contains("<mark class=\"content\" id=\"m-c1\">b<a "), "{page}");
        }
    }
}
