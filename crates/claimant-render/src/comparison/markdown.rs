//! Threads and relations as Markdown.

use claimant_core::wire::Comparison;

use super::ComparisonFormat;
use super::links::Links;
use super::words::{figures, holder, independent, place, range, stance};
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
    let links = Links::new(comparison);
    let mut page =
        format!("# Comparison of {}\n\n", count(comparison.documents.len(), "article", "articles"));
    for (index, report) in comparison.documents.iter().enumerate() {
        let date = report.document.published.as_ref().map_or("no date", |published| &published.value);
        let copy = plain(&links.copy(index));
        page.push_str(&format!("{}. {}, {date}{copy}\n", index + 1, plain(&title(&report.document))));
    }
    if comparison.threads.is_empty() {
        page.push_str("\nNo two claims speak of the same matter.\n");
    }
    for (index, thread) in comparison.threads.iter().enumerate() {
        page.push_str(&format!("\n## {} {}\n\n", thread.id, plain(&thread.about)));
        page.push_str(&format!("{}.\n", independent(thread.independent_sources)));
        page.push_str("\n| who | says | figures | since | where | in which words |\n");
        page.push_str("| --- | --- | --- | --- | --- | --- |\n");
        for (position, figures) in thread.positions.iter().zip(figures(thread)) {
            let claims: Vec<String> = position.claims.iter().map(place).collect();
            page.push_str(&row(&[
                &holder(position),
                stance(position),
                &figures.join("; "),
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
