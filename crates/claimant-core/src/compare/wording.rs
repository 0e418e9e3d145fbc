//! Reasons in plain words.

use super::comparison::At;
use super::positions::{Entry, Held};
use super::relate::Setting;
use crate::extract::entities::kind_of_noun;
use crate::{Date, Polarity, RelationOn};

/// Characters of a phrase that a reason shows.
const SHOWN: usize = 90;

pub(super) fn figures(setting: &Setting<'_, '_>, a: &Entry<'_>, b: &Entry<'_>) -> String {
    format!(
        "{} ({}) against {} ({}): {}",
        words(setting, a),
        who_when(setting, a, None),
        words(setting, b),
        who_when(setting, b, a.date),
        about(setting, a)
    )
}

pub(super) fn update(setting: &Setting<'_, '_>, later: &Entry<'_>, earlier: &Entry<'_>) -> String {
    format!(
        "{} ({}) after {} ({}): {}",
        words(setting, later),
        who_when(setting, later, earlier.date),
        words(setting, earlier),
        who_when(setting, earlier, None),
        about(setting, later)
    )
}

/// What came about after it was denied.
pub(super) fn changed(setting: &Setting<'_, '_>, later: &Entry<'_>, earlier: &Entry<'_>) -> String {
    format!(
        "{} ({}), after it was not so ({}): {}",
        about(setting, later),
        who_when(setting, later, earlier.date),
        who_when(setting, earlier, None),
        about(setting, earlier)
    )
}

pub(super) fn same_source(setting: &Setting<'_, '_>, first: &Entry<'_>, again: &Entry<'_>) -> String {
    let (one, other) = (who(setting, first), who(setting, again));
    let said = if one == other { format!("{one} again") } else { format!("{one} and {other}, one source") };
    format!("{said}, no second witness: {}", about(setting, first))
}

pub(super) fn retold(setting: &Setting<'_, '_>, first: &Entry<'_>, entry: &Entry<'_>) -> String {
    let (one, other) = (who(setting, first), who(setting, entry));
    let named = if one == other { one } else { format!("{one} and {other}") };
    format!("the same words ({named}), no second witness: {}", about(setting, first))
}

pub(super) fn corroborate(setting: &Setting<'_, '_>, first: &Entry<'_>, entry: &Entry<'_>) -> String {
    format!("said by {}, and by {}: {}", who(setting, first), who(setting, entry), about(setting, first))
}

pub(super) fn unconfirmed(setting: &Setting<'_, '_>, open: &Entry<'_>, other: &Entry<'_>) -> String {
    format!(
        "left unconfirmed by {}, said by {}: {}",
        who(setting, open),
        who(setting, other),
        about(setting, other)
    )
}

pub(super) fn denies(setting: &Setting<'_, '_>, denying: &Entry<'_>, other: &Entry<'_>) -> String {
    format!("denied by {}, said by {}: {}", who(setting, denying), who(setting, other), about(setting, other))
}

pub(super) fn affirmed_and_negated(setting: &Setting<'_, '_>, a: &Entry<'_>, b: &Entry<'_>) -> String {
    let verb =
        |entry: &Entry<'_>| if entry.point.polarity == Polarity::Negative { "negated" } else { "affirmed" };
    if a.point.polarity == b.point.polarity {
        return format!(
            "{}: {}; {}: {}",
            who(setting, a),
            about(setting, a),
            who(setting, b),
            about(setting, b)
        );
    }
    format!("{} by {}, {} by {}: {}", verb(a), who(setting, a), verb(b), who(setting, b), about(setting, a))
}

pub(super) fn disputed(setting: &Setting<'_, '_>, a: &Entry<'_>, b: &Entry<'_>, on: RelationOn) -> String {
    let given = |entry: &Entry<'_>| {
        let spans = match on {
            RelationOn::Actor => entry.point.actor.as_ref().map(|party| &party.spans),
            RelationOn::Time => entry.point.when.spans.as_ref(),
            _ => entry.point.places.first().map(|party| &party.spans),
        };
        let text = &setting.articles[entry.at.document].document.text;
        spans.map_or_else(|| words(setting, entry), |spans| short(&spans.text(text)))
    };
    let asked = match on {
        RelationOn::Actor if [a, b].into_iter().all(is_thing) => "what the cause was",
        RelationOn::Actor => "who did it",
        RelationOn::Time => "when",
        _ => "where",
    };
    format!(
        "{} ({}) against {} ({}): {asked}: {}",
        given(a),
        who_when(setting, a, None),
        given(b),
        who_when(setting, b, a.date),
        about(setting, a)
    )
}

/// What an entry speaks of.
pub(super) fn about(setting: &Setting<'_, '_>, entry: &Entry<'_>) -> String {
    let article = &setting.articles[entry.at.document];
    let text = |spans: &crate::Spans| short(&spans.text(&article.document.text));
    let undergoer = entry.point.undergoer.as_ref().map(|party| text(&party.spans));
    let Some(amount) = &entry.point.amount else {
        let predicate = text(&entry.point.spans);
        return match (undergoer, entry.point.actor.as_ref().map(|party| text(&party.spans))) {
            (Some(undergoer), Some(actor)) => format!("{predicate} – {undergoer} (by {actor})"),
            (Some(undergoer), None) => format!("{predicate} – {undergoer}"),
            // "The fire": a noun says it.
            (None, Some(actor)) if entry.point.definite => format!("{predicate} (by {actor})"),
            (None, Some(actor)) => format!("{actor} {predicate}"),
            (None, None) => predicate,
        };
    };
    let figure = &entry.claim.figures[amount.figure as usize];
    // Where the figure stands alone, what it counts stands with the one before it.
    let of = figure.of.as_ref().map(text).or(undergoer);
    let event = figure.event.as_ref().map(text);
    let measured = amount.about.as_ref().map(|party| text(&party.spans));
    let parts: Vec<String> = match (of, event) {
        (None, None) => measured.into_iter().collect(),
        (None, Some(event)) => vec![event],
        (Some(of), event) => {
            let measured = measured.filter(|_| !amount.unit.is_empty() && event.is_none());
            std::iter::once(of).chain(event).chain(measured).collect()
        }
    };
    if parts.is_empty() { words(setting, entry) } else { parts.join(" ") }
}

/// Whether what brings it about is nobody: "a defect in the track".
fn is_thing(entry: &Entry<'_>) -> bool {
    entry.point.actor.as_ref().is_some_and(|party| {
        let kind = party.kind.or_else(|| kind_of_noun(&party.head));
        party.name.is_none() && !party.pronoun && kind.is_none()
    })
}

/// The entry's own words: of a figure, the number with its hedge.
fn words(setting: &Setting<'_, '_>, entry: &Entry<'_>) -> String {
    short(&entry.point.spans.text(&setting.articles[entry.at.document].document.text))
}

fn who_when(setting: &Setting<'_, '_>, entry: &Entry<'_>, before: Option<Date>) -> String {
    let who = who(setting, entry);
    match entry.date {
        Some(date) if Some(date) == before => format!("{who}, the same day"),
        Some(date) => format!("{who}, {date}"),
        None => who,
    }
}

fn who(setting: &Setting<'_, '_>, entry: &Entry<'_>) -> String {
    if let Held::Narrator(_) = entry.holder {
        return "the article itself".to_owned();
    }
    let names = names(setting, entry);
    if names.is_empty() { "an unnamed source".to_owned() } else { names.join(" and ") }
}

/// The names of those who hold an entry, in the order of the text.
pub(super) fn names(setting: &Setting<'_, '_>, entry: &Entry<'_>) -> Vec<String> {
    names_at(setting, entry.at)
}

/// The names of those who make a claim, in the order of the text.
pub(super) fn names_at(setting: &Setting<'_, '_>, at: At) -> Vec<String> {
    let article = &setting.articles[at.document];
    let mut names = Vec::new();
    for source in &article.report.claims[at.claim.0 as usize].sources {
        let name = match source.entity {
            Some(entity) => setting.identities.get(setting.identities.of(at.document, entity)).name.clone(),
            None => short(&source.spans.text(&article.document.text)),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// One line, cut between words where it is long.
fn short(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => {
            let cut = line[..end].rfind(' ').unwrap_or(end);
            format!("{} …", &line[..cut])
        }
        None => line,
    }
}
