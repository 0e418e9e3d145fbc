//! Threads and relations as Markdown.

use std::collections::BTreeMap;

use claimant_core::wire::{Comparison, Thread};

use super::ComparisonFormat;
use super::links::Links;
use super::words::{copy, holder, independent, place, range, stance};
use crate::Look;
use crate::markdown::{plain, row};
use crate::text::words::{count, title};

pub(super) static FORMAT: ComparisonFormat = ComparisonFormat {
    name: "markdown",
    summary: "Markdown: threads with who holds what, figures by date, and relations",
    purpose: "Notes, issues, wikis, `pandoc`. Claims are named by article and claim: `2.c3`",
    media_type: "text/markdown; charset=utf-8",
    extension: "md",
    example: "claimant compare --format markdown a.txt b.txt > comparison.md",
    needs_text: false,
    write,
};

fn write(comparison: &Comparison, _: &Look) -> Vec<u8> {
    let mut page =
        format!("# {} set against each other\n\n", count(comparison.documents.len(), "article", "articles"));
    for (index, report) in comparison.documents.iter().enumerate() {
        let date = report.document.published.as_ref().map_or("no date", |published| &published.value);
        let copy = plain(&copy(comparison, index));
        page.push_str(&format!("{}. {}, {date}{copy}\n", index + 1, plain(title(&report.document))));
    }
    if comparison.threads.is_empty() {
        page.push_str("\nNo two claims speak of the same matter.\n");
    }
    let links = Links::new(comparison);
    let figures = |thread: &Thread| {
        let mut figures: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for figure in &thread.figures {
            figures.entry(figure.position).or_default().push(figure.text.clone());
        }
        figures
    };
    for (index, thread) in comparison.threads.iter().enumerate() {
        page.push_str(&format!("\n## {} {}\n\n", thread.id, plain(&thread.about)));
        page.push_str(&format!("{}.\n", independent(thread.independent_sources)));
        page.push_str("\n| who | says | figures | since | where | in which words |\n");
        page.push_str("| --- | --- | --- | --- | --- | --- |\n");
        let figures = figures(thread);
        for (index, position) in thread.positions.iter().enumerate() {
            let mut numbers = figures.get(&index).cloned().unwrap_or_default();
            numbers.dedup();
            let claims: Vec<String> = position.claims.iter().map(place).collect();
            page.push_str(&row(&[
                &holder(position),
                stance(position),
                &numbers.join("; "),
                position.since.as_deref().unwrap_or(""),
                &claims.join(", "),
                &position.words,
            ]));
        }
        if !thread.figures.is_empty() {
            page.push_str("\n| date | who | words | taken for |\n| --- | --- | --- | --- |\n");
        }
        for figure in &thread.figures {
            let who = thread.positions.get(figure.position).map(holder).unwrap_or_default();
            page.push_str(&row(&[figure.date.as_deref().unwrap_or(""), &who, &figure.text, &range(figure)]));
        }
        let relations = links.relations(index);
        if !relations.is_empty() {
            page.push('\n');
        }
        for relation in relations {
            let claims: Vec<String> = relation.claims.iter().map(place).collect();
            page.push_str(&format!(
                "- **{}**: {} ({})\n",
                relation.kind,
                plain(&relation.why),
                claims.join(", ")
            ));
        }
    }
    page.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_markdown() {
        let text = write(&crate::sample::comparison(), &Look::plain());
        insta::assert_snapshot!(String::from_utf8(text).unwrap());
    }
}
