//! The figures of a thread as a drawing: a row for each, by date, on one scale.
//!
//! Places across are per cent and letters are pixels, so that it is as readable on a telephone as on paper. Who says it
//! is told by name and by shape before colour; a bar is what the words allow, an arrow that they leave a side open.

use std::collections::BTreeMap;

use claimant_core::wire::{Polarity, Position, Reading, Thread};
use maud::{Markup, html};

use super::super::words::{holder, range, rounded, stance};
use super::scale::Scale;
use crate::html::{scrolling, words};
use crate::text::words::{grouped, with_unit};

/// Rows that a reader takes in; the table has all.
const MOST: usize = 60;
const ROW: usize = 46;
const HEADING: usize = 26;
const AXIS: usize = 30;
/// Letters of a value, and of a name and a value, that have room side by side on a telephone.
const VALUE: usize = 20;
const LINE: usize = 46;

/// What one drawing needs to know of its thread.
struct Plot<'t> {
    thread: &'t Thread,
    readings: Vec<&'t Reading>,
    unit: Option<&'t str>,
    scale: Scale,
    /// A number for each holder, in order of appearance.
    shapes: BTreeMap<String, usize>,
}

/// A figure for each unit of a thread, with the table behind it.
pub(super) fn plots(thread: &Thread) -> Markup {
    let mut units: BTreeMap<Option<&str>, Vec<&Reading>> = BTreeMap::new();
    for reading in &thread.figures {
        units.entry(reading.unit.as_deref()).or_default().push(reading);
    }
    let mut shapes = BTreeMap::new();
    for position in &thread.positions {
        let next = shapes.len();
        shapes.entry(party(position)).or_insert(next);
    }
    html! {
        @for (place, (unit, readings)) in units.into_iter().enumerate() {
            @let bounds = readings.iter().flat_map(|it| [it.low, it.high]).flatten().map(|bound| bound.0);
            @if let Some(scale) = Scale::of(bounds) {
                (Plot { thread, readings, unit, scale, shapes: shapes.clone() }.figure(place))
            }
        }
    }
}

impl Plot<'_> {
    fn figure(&self, place: usize) -> Markup {
        let id = |part: &str| format!("{}-plot{}-{part}", self.thread.id, place + 1);
        let shown = &self.readings[..self.readings.len().min(MOST)];
        let labels = format!("{} {}", id("title"), id("desc"));
        let (drawing, height) = self.drawing(shown);
        html! {
            figure {
                svg role="img" aria-labelledby=(labels) width="100%" height=(height) xmlns="http://www.w3.org/2000/svg" {
                    title id=(id("title")) { "Figures by date and source: " (words(&self.thread.about)) }
                    desc id=(id("desc")) { (words(&self.description())) }
                    (drawing)
                }
                figcaption {
                    "A bar is what the words allow, an arrow a side that they leave open, and a shape stands for a source: \
                     full where they say it is so, empty where they say it is not or leave it open."
                    @if let Some(unit) = self.unit { " In " (words(unit)) "." }
                    @if self.scale.logarithmic { " Each step of the axis is so many times the one before." }
                    @if shown.len() < self.readings.len() {
                        " The first " (shown.len()) " of " (self.readings.len()) " are drawn."
                    }
                }
                details {
                    summary { "The same as a table" }
                    (scrolling("Figures", &self.table()))
                }
            }
        }
    }

    fn description(&self) -> String {
        let said: Vec<String> = self
            .readings
            .iter()
            .take(12)
            .map(|it| {
                let date = it.date.as_deref().unwrap_or("no date");
                format!("{date}, {}: {}", self.who(it), it.text)
            })
            .collect();
        let more = if self.readings.len() > 12 { "; and more in the table" } else { "" };
        format!("{}{more}.", said.join("; "))
    }

    fn who(&self, reading: &Reading) -> String {
        self.thread.positions.get(reading.position).map(holder).unwrap_or_default()
    }

    fn shape(&self, reading: &Reading) -> usize {
        let position = self.thread.positions.get(reading.position);
        position.and_then(|position| self.shapes.get(&party(position))).copied().unwrap_or(0)
    }

    /// The drawing and its height.
    fn drawing(&self, shown: &[&Reading]) -> (Markup, usize) {
        let mut rows = Vec::new();
        let mut y = 0;
        let mut date: Option<Option<&str>> = None;
        for reading in shown {
            if date != Some(reading.date.as_deref()) {
                date = Some(reading.date.as_deref());
                let text = reading.date.as_deref().unwrap_or("no date");
                rows.push(html! { text class="date" x="0" y=(y + 16) { (words(text)) } });
                y += HEADING;
            }
            rows.push(self.row(reading, y));
            y += ROW;
        }
        let ticks: Vec<(String, f64)> =
            self.scale.ticks().into_iter().map(|tick| (percent(self.scale.place(tick)), tick)).collect();
        let drawing = html! {
            @for (x, _) in &ticks { line class="grid" x1=(x) x2=(x) y1="4" y2=(y) {} }
            line class="axis" x1="0" x2="100%" y1=(y) y2=(y) {}
            @for (x, tick) in &ticks {
                line class="axis" x1=(x) x2=(x) y1=(y) y2=(y + 5) {}
                text class="tick" x=(x) y=(y + 20) { (short(*tick)) }
            }
            @for row in &rows { (row) "\n" }
        };
        (drawing, y + AXIS)
    }

    /// Name and value over the bar.
    fn row(&self, reading: &Reading, y: usize) -> Markup {
        let shape = self.shape(reading);
        let color = format!("k{}", shape % 8);
        let (label, middle) = (y + 14, y + 30);
        let (low, high) = (reading.low.map(|low| low.0), reading.high.map(|high| high.0));
        let place = |value: f64| self.scale.place(value);
        let (from, to) = (low.map_or(0.0, place), high.map_or(1.0, place));
        let at = match (low, high) {
            (Some(_), Some(_)) => f64::midpoint(from, to),
            (Some(_), None) => from,
            (None, Some(_)) => to,
            (None, None) => 0.5,
        };
        let says_so = self
            .thread
            .positions
            .get(reading.position)
            .is_some_and(|position| position.polarity == Some(Polarity::Positive));
        let (x1, x2) = (percent(from), percent(to));
        let value = clipped(&reading.text, VALUE);
        let name = clipped(&self.who(reading), LINE - value.chars().count());
        html! {
            g {
                text x="0" y=(label) { (words(&name)) }
                text class="value" x="100%" y=(label) { (words(&value)) }
                @if low.is_some() && high.is_some() {
                    line class={ "bar " (color) } x1=(x1) x2=(x2) y1=(middle) y2=(middle) {}
                } @else {
                    line class={ "open " (color) } x1=(x1) x2=(x2) y1=(middle) y2=(middle) {}
                }
                @if low.is_some() { (cap(&x1, middle, &color)) } @else { (arrow(&x1, middle, &color, 1)) }
                @if high.is_some() { (cap(&x2, middle, &color)) } @else { (arrow(&x2, middle, &color, -1)) }
                svg x=(percent(at)) y=(middle) width="1" height="1" {
                    path class={ "shape " (color) @if !says_so { " hollow" } } d=(SHAPES[shape % SHAPES.len()]) {}
                }
            }
        }
    }

    fn table(&self) -> Markup {
        html! {
            table {
                caption { "Figures" @if let Some(unit) = self.unit { ", in " (words(unit)) } }
                thead { tr {
                    @for head in ["Date", "Who", "Says", "Words", "Taken for", "Claim"] { th scope="col" { (head) } }
                } }
                tbody {
                    @for reading in &self.readings {
                        tr {
                            td class="day" { (reading.date.as_deref().map(words).unwrap_or_default()) }
                            td { (words(&self.who(reading))) }
                            td { (self.thread.positions.get(reading.position).map(stance).unwrap_or_default()) }
                            td { (words(&reading.text)) }
                            td { (range(reading)) }
                            td { (super::claim_link(reading.document, &reading.claim)) }
                        }
                        "\n"
                    }
                }
            }
        }
    }
}

/// Who holds a position, as one: by what they are across articles, or else by name.
fn party(position: &Position) -> String {
    position.entities.first().cloned().unwrap_or_else(|| holder(position).to_lowercase())
}

/// Round its place: circle, square, triangle, diamond, cross, triangle down, star, bar.
const SHAPES: &[&str] = &[
    "M0-6.5A6.5 6.5 0 1 1 0 6.5A6.5 6.5 0 1 1 0-6.5Z",
    "M-5.8-5.8H5.8V5.8H-5.8Z",
    "M0-7.5L7 5.5H-7Z",
    "M0-8L8 0L0 8L-8 0Z",
    "M-2.4-7H2.4V-2.4H7V2.4H2.4V7H-2.4V2.4H-7V-2.4H-2.4Z",
    "M0 7.5L7-5.5H-7Z",
    "M0-8L2.1-2.7L7.7-2.4L3.4 1.2L4.8 6.6L0 3.6L-4.8 6.6L-3.4 1.2L-7.7-2.4L-2.1-2.7Z",
    "M-3-8H3V8H-3Z",
];

fn cap(x: &str, y: usize, color: &str) -> Markup {
    html! { line class={ "cap " (color) } x1=(x) x2=(x) y1=(y - 6) y2=(y + 6) {} }
}

/// An arrowhead that points off the axis: to the left with 1, to the right with -1.
fn arrow(x: &str, y: usize, color: &str, side: i32) -> Markup {
    let d = format!("M0 0L{} -6V6Z", 10 * side);
    html! { svg x=(x) y=(y) width="1" height="1" { path class=(color) d=(d) {} } }
}

/// A place across, with room at either side for what is drawn around it.
fn percent(place: f64) -> String {
    format!("{:.2}%", 2.5 + 95.0 * place)
}

/// A number that is short enough for an axis.
fn short(value: f64) -> String {
    for (size, letter) in [(1e12, "T"), (1e9, "B"), (1e6, "M")] {
        if value.abs() >= size {
            return with_unit(&format!("{}{letter}", grouped(rounded(value / size))), None);
        }
    }
    grouped(rounded(value))
}

fn clipped(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let start: String = text.chars().take(most - 1).collect();
    format!("{}…", start.trim_end())
}
