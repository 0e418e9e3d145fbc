//! Threads and relations for people.

use claimant_core::wire::{Comparison, CrossRelation, Polarity, Position, Thread};

use super::ComparisonFormat;
use super::links::Links;
use super::words::{figures, holder, independent, place};
use crate::Look;
use crate::text::page::Page;
use crate::text::words::{count, place as read_from, title};

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
    let links = Links::new(comparison);
    let mut page = Page::new(look);
    page.hanging(0, &count(comparison.documents.len(), "article", "articles"));
    for (index, report) in comparison.documents.iter().enumerate() {
        let document = &report.document;
        let date = document.published.as_ref().map_or("no date", |published| &published.value);
        let name = read_from(document).unwrap_or_else(|| title(document));
        page.hanging(2, &format!("[{}] {name}, {date}{}", index + 1, links.copy(index)));
    }
    if comparison.threads.is_empty() {
        page.gap();
        page.hanging(0, "No two claims speak of the same matter.");
    }
    for (index, it) in comparison.threads.iter().enumerate() {
        page.gap();
        thread(&mut page, it, links.relations(index));
    }
    page.finish().into_bytes()
}

fn thread(page: &mut Page, thread: &Thread, relations: &[&CrossRelation]) {
    let sources = independent(thread.independent_sources);
    page.hanging(0, &format!("{} {} ({sources})", thread.id, thread.about));
    for (position, figures) in thread.positions.iter().zip(figures(thread)) {
        page.hanging(2, &held(position, &figures));
    }
    for relation in relations {
        let claims: Vec<String> = relation.claims.iter().map(place).collect();
        page.hanging(2, &format!("→ {}: {} [{}]", relation.kind, relation.why, claims.join(", ")));
    }
}

fn held(position: &Position, figures: &[&str]) -> String {
    let who = holder(position);
    let stance = match position.polarity {
        Some(Polarity::Positive) => "",
        Some(Polarity::Negative) => ", not so",
        None => ", left open",
    };
    let since = position.since.as_ref().map(|date| format!(", since {date}")).unwrap_or_default();
    let numbers = if figures.is_empty() { String::new() } else { format!("{}: ", figures.join("; ")) };
    let claims: Vec<String> = position.claims.iter().map(place).collect();
    format!("{numbers}{who}{stance}{since} [{}] {}", claims.join(", "), position.words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_text() {
        let text = write(&crate::sample::comparison(), &Look::plain());
        insta::assert_snapshot!(String::from_utf8(text).unwrap());
    }
}
