//! Threads and relations for people.

use claimant_core::wire::{Comparison, Polarity, Position, Reading, Thread};

use super::ComparisonFormat;
use super::words::{copy, holder, independent, place};
use crate::{Look, clean};

pub(super) static FORMAT: ComparisonFormat = ComparisonFormat {
    name: "text",
    summary: "Threads for people: who holds what, the figures by date, and where accounts meet",
    media_type: "text/plain; charset=utf-8",
    extension: "txt",
    purpose: "A terminal, an e-mail",
    example: "claimant compare a.txt b.txt",
    needs_text: false,
    write,
};

fn write(comparison: &Comparison, look: &Look) -> Vec<u8> {
    let mut page = Page { text: String::new(), width: look.width };
    page.line(0, &format!("{} articles", comparison.documents.len()));
    for (index, report) in comparison.documents.iter().enumerate() {
        let document = &report.document;
        let name = document.path.as_deref().or(document.id.as_deref()).unwrap_or("-");
        let date = document.published.as_ref().map_or("no date", |published| &published.value);
        let copy = copy(comparison, index);
        page.line(2, &format!("[{}] {name}, {date}{copy}", index + 1));
    }
    if comparison.threads.is_empty() {
        page.blank();
        page.line(0, "No two claims speak of the same matter.");
    }
    for thread in &comparison.threads {
        page.blank();
        page.thread(comparison, thread);
    }
    page.text.into_bytes()
}

struct Page {
    text: String,
    width: usize,
}

impl Page {
    fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A paragraph that hangs by two columns. What came from articles is cleaned: it cannot drive the terminal.
    fn line(&mut self, indent: usize, words: &str) {
        let (first, rest) = (" ".repeat(indent), " ".repeat(indent + 2));
        let options = textwrap::Options::new(self.width).initial_indent(&first).subsequent_indent(&rest);
        self.text.push_str(&textwrap::fill(&clean(words), options));
        self.text.push('\n');
    }

    fn thread(&mut self, comparison: &Comparison, thread: &Thread) {
        let sources = independent(thread.independent_sources);
        self.line(0, &format!("{} {} ({sources})", thread.id, thread.about));
        for (index, position) in thread.positions.iter().enumerate() {
            let figures = thread.figures.iter().filter(|figure| figure.position == index);
            self.line(2, &held(position, figures));
        }
        for relation in &comparison.relations {
            if relation.claims.iter().all(|claim| thread.claims.contains(claim)) {
                let claims: Vec<String> = relation.claims.iter().map(place).collect();
                self.line(2, &format!("→ {}: {} [{}]", relation.kind, relation.why, claims.join(", ")));
            }
        }
    }
}

fn held<'t>(position: &Position, figures: impl Iterator<Item = &'t Reading>) -> String {
    let who = holder(position);
    let stance = match position.polarity {
        Some(Polarity::Positive) => "",
        Some(Polarity::Negative) => ", not so",
        None => ", left open",
    };
    let since = position.since.as_ref().map(|date| format!(", since {date}")).unwrap_or_default();
    let mut numbers: Vec<&str> = figures.map(|figure| figure.text.as_str()).collect();
    numbers.dedup();
    let numbers = if numbers.is_empty() { String::new() } else { format!("{}: ", numbers.join("; ")) };
    let claims: Vec<String> = position.claims.iter().map(place).collect();
    format!("{numbers}{who}{stance}{since} [{}] {}", claims.join(", "), position.words)
}
