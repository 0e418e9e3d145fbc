//! `TimeML` as TempEval-3 distributes it: times in `TEXT`, the document's date in `DCT`.

use claimant_core::Span;

use crate::gold::{Gold, GoldTime, attribute, date, unescape};

pub(crate) fn read(xml: &str) -> Option<Gold> {
    let published = date(attribute(between(xml, "<DCT>", "</DCT>")?, "value")?);
    let body = between(xml, "<TEXT>", "</TEXT>")?;
    let mut text = String::new();
    let mut times: Vec<GoldTime> = Vec::new();
    let mut open: Option<(usize, &str)> = None;
    for piece in body.split_inclusive('>') {
        let (words, tag) = piece.split_once('<').unwrap_or((piece, ""));
        text.push_str(&unescape(words));
        if tag.starts_with("TIMEX3") {
            open = Some((text.len(), tag));
        } else if tag.starts_with("/TIMEX3")
            && let Some((start, tag)) = open.take()
        {
            let own = |name| attribute(tag, name).unwrap_or_default().to_owned();
            times.push(GoldTime {
                span: Span::new(start, text.len()),
                kind: own("type"),
                value: own("value"),
            });
        }
    }
    let annotated = Span::new(0, text.len());
    Some(Gold { text, published, annotated, times, ignored: Vec::new() })
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> Option<&'a str> {
    Some(text.split_once(from)?.1.split_once(to)?.0)
}
