//! CAT XML as MEANTIME distributes it: tokens, and times made of them.

use std::collections::BTreeMap;

use claimant_core::Span;

use crate::gold::{Gold, GoldTime, attribute, date, unescape};

/// Times are annotated in the headline (0), the date line (1) and the four or five sentences after it.
const LAST_SENTENCE: usize = 5;

pub(crate) fn read(xml: &str) -> Option<Gold> {
    let mut text = String::new();
    let mut tokens: BTreeMap<&str, Span> = BTreeMap::new();
    let mut sentence = 0;
    let mut annotated = 0;
    let mut opened = true;
    for piece in xml.split("<token ").skip(1) {
        let (tag, rest) = piece.split_once('>')?;
        let word = unescape(rest.split_once("</token>")?.0);
        let now: usize = attribute(&format!(" {tag}"), "sentence")?.parse().ok()?;
        if now != sentence {
            // The headline and the date line are lines of their own.
            text.push_str(if sentence < 2 { "\n\n" } else { " " });
            sentence = now;
        } else if !opened && !closes(&word) {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(&word);
        opened = matches!(word.as_str(), "(" | "[" | "``" | "“" | "$") || word.ends_with('$');
        if sentence <= LAST_SENTENCE {
            annotated = text.len();
        }
        tokens.insert(
            attribute(tag, "t_id").or_else(|| attribute(&piece[..tag.len()], "t_id"))?,
            Span::new(start, text.len()),
        );
    }
    let mut published = None;
    let (mut times, mut ignored) = (Vec::new(), Vec::new());
    for piece in xml.split("<TIMEX3 ").skip(1) {
        let (tag, rest) = piece.split_once('>')?;
        let tag = format!(" {tag}");
        let own = |name| attribute(&tag, name).unwrap_or_default().to_owned();
        let creation = own("functionInDocument") == "CREATION_TIME";
        if creation {
            published = published.or(date(&own("value")));
        }
        // A time without words is one that the annotators inferred.
        if tag.ends_with('/') {
            continue;
        }
        let anchors = rest.split("</TIMEX3>").next()?.split("<token_anchor").skip(1);
        let spans: Vec<Span> =
            anchors.filter_map(|one| tokens.get(attribute(one, "t_id")?).copied()).collect();
        let Some(span) = spans.iter().copied().reduce(Span::to) else { continue };
        if creation {
            ignored.push(span);
        } else {
            times.push(GoldTime { span, kind: own("type"), value: own("value") });
        }
    }
    times.sort_by_key(|time| time.span);
    Some(Gold { text, published, annotated: Span::new(0, annotated), times, ignored })
}

/// Marks that stand close to the word before them.
fn closes(word: &str) -> bool {
    matches!(word, "," | "." | ";" | ":" | "?" | "!" | ")" | "]" | "%" | "''" | "”" | "’" | "n't")
        || word.strip_prefix(['\'', '’']).is_some_and(|rest| rest.chars().all(char::is_alphabetic))
}
