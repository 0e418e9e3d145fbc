//! Reports as Markdown.

mod plain;

use std::collections::BTreeMap;

use claimant_core::wire::{Claim, Report};

pub(crate) use self::plain::plain;
use crate::text::words;
use crate::{Format, Frame, Look, Piece, Reports, Stream};

/// A section for each document.
struct Markdown;

pub(super) static FORMAT: Format = Format {
    name: "markdown",
    summary: "Markdown (CommonMark with GitHub's tables): claims, entities and relations of each document",
    purpose: "Notes, issues, wikis, `pandoc`. Nothing that an article holds is taken for markup: \
              addresses, handles and numbers with `#`, of which GitHub makes links whatever stands before them, stand as code",
    media_type: "text/markdown; charset=utf-8",
    extension: "md",
    example: "claimant extract --format markdown article.txt > article.md",
    offsets: "none",
    needs_text: false,
    binary: false,
    columns: &[],
    reports: Reports::Stream(&Markdown),
};

impl Stream for Markdown {
    fn piece(&self, report: &Report, _: &Look) -> Piece {
        render(report).into()
    }

    fn frame(&self, _: &Look) -> Frame {
        Frame { before: "", between: "\n", after: "" }
    }
}

fn render(report: &Report) -> String {
    let document = &report.document;
    let names = words::names(report);
    let mut page =
        format!("# {}\n\n{}", plain(&words::title(document)), words::published(document.published.as_ref()));
    page.push_str(&format!(" · {}\n", words::count(report.claims.len(), "claim", "claims")));
    if !report.claims.is_empty() {
        page.push_str("\n## Claims\n");
    }
    for it in &report.claims {
        page.push('\n');
        page.push_str(&claim(it, &names));
    }
    if !report.entities.is_empty() {
        page.push_str("\n## Entities\n\n| id | name | kind | country | role | belongs to |\n| --- | --- | --- | --- | --- | --- |\n");
    }
    for entity in &report.entities {
        let affiliation = entity.affiliation.as_deref().and_then(|id| names.get(id).copied()).unwrap_or("");
        let cells = [
            entity.id.as_str(),
            &entity.name,
            entity.kind.map_or("", |kind| kind.name()),
            entity.country.as_deref().unwrap_or(""),
            entity.role.as_deref().unwrap_or(""),
            affiliation,
        ];
        page.push_str(&row(&cells));
    }
    if !report.relations.is_empty() {
        page.push_str("\n## Relations\n\n| kind | claims | on | why |\n| --- | --- | --- | --- |\n");
    }
    for relation in &report.relations {
        let claims = relation.claims.join(", ");
        page.push_str(&row(&[relation.kind.name(), &claims, relation.on.name(), &relation.why]));
    }
    if !report.notes.is_empty() {
        page.push_str("\n## Notes\n\n");
    }
    for note in &report.notes {
        page.push_str(&format!("- {}: {}\n", note.kind, plain(&note.message)));
    }
    page
}

/// An item of a list, with what the claim says as a quotation in it.
fn claim(claim: &Claim, names: &BTreeMap<&str, &str>) -> String {
    let manner = words::manner(claim).join(" · ");
    let within = claim.within.as_ref().map(|within| format!(" · within {within}")).unwrap_or_default();
    let mut item =
        format!("- {} **{}** · {}{within}\n", claim.id, plain(&words::who(claim, names)), plain(&manner));
    item.push_str(&format!("  > {}\n", plain(&claim.content.text)));
    let figures = claim.figures.iter().map(|figure| ("figure", words::figure(figure)));
    let times = claim.times.iter().map(|time| ("time", words::time(time)));
    let places = claim.places.iter().map(|place| ("place", place.text.clone()));
    let details: Vec<(&str, String)> = figures.chain(times).chain(places).collect();
    if !details.is_empty() {
        item.push('\n');
    }
    for (label, words) in details {
        item.push_str(&format!("  - {label}: {}\n", plain(&words)));
    }
    item
}

/// A row of a table.
pub(crate) fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
    format!("| {} |\n", cells.join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_markdown() {
        insta::assert_snapshot!(render(&crate::sample::report()));
    }
}
