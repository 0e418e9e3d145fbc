//! RSS, Atom and JSON Feed.

use chrono::{NaiveDate, NaiveTime};
use feed_rs::model::{Entry as Item, Text};
use feed_rs::parser::{Builder, generate_id_from_link_and_title};

use crate::entry::{Entry, Raw};
use crate::markup::{self, Markup};
use crate::reading::{Content, Parts};
use crate::{Form, Unreadable, charset, decode, page};

/// Whether whole bytes are a feed.
pub(crate) fn is_feed(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    markup::of(head.trim_start_matches('\u{feff}')) == Some(Markup::Known(Form::Feed))
}

/// The entries of a feed, each with as much of its text as the feed has.
pub(crate) fn entries(bytes: &[u8]) -> Result<Vec<Entry>, Unreadable> {
    let decoded = decode::decode(bytes.to_vec(), charset::declared(bytes))?;
    let text = without_declaration(&decoded.text);
    let text = if text.starts_with('{') { text.to_owned() } else { mended(text) };
    let parser = Builder::new()
        // Without a link or an identifier the library would make one up at random.
        .id_generator(|links, title, _| {
            links.first().map_or_else(String::new, |link| generate_id_from_link_and_title(link, title))
        })
        // The day where the entry was published, as on pages: the library would take the day in Greenwich.
        .timestamp_parser(|time| {
            let day = page::published(Some(time))?.date;
            let day = NaiveDate::from_ymd_opt(day.year().into(), day.month() as u32, day.day() as u32)?;
            Some(day.and_time(NaiveTime::MIN).and_utc())
        })
        .build();
    let feed = parser
        .parse(text.as_bytes())
        .map_err(|error| Unreadable::new(format!("this feed cannot be read: {error}")))?;
    let outlet = feed.title.map(|title| plain(&title));
    let entry = |(number, item): (usize, Item)| {
        let id = if item.id.is_empty() { format!("entry-{number}") } else { item.id.clone() };
        match parts(item, outlet.clone()) {
            Some(parts) => Entry { id: Some(id), raw: Raw::Parts(Box::new(parts)) },
            None => Entry::fault(Some(id), Unreadable::new("this entry of the feed has no text")),
        }
    };
    Ok((1..).zip(feed.entries).map(entry).collect())
}

fn parts(item: Item, outlet: Option<String>) -> Option<Parts> {
    let body = item.content.and_then(|content| {
        let is_plain = content.content_type.subty() == "plain";
        let body = content.body.filter(|body| !body.trim().is_empty())?;
        Some(if is_plain { Content::Text(body) } else { Content::Fragment(body) })
    });
    let summary = || {
        let text = item.summary.as_ref().map(|summary| summary.content.clone());
        text.filter(|text| !text.trim().is_empty()).map(Content::Fragment)
    };
    Some(Parts {
        form: "feed",
        content: body.or_else(summary)?,
        title: item.title.map(|title| plain(&title)),
        published: item.published.or(item.updated).map(|time| time.to_rfc3339()),
        url: item.links.into_iter().next().map(|link| link.href),
        authors: item.authors.into_iter().filter_map(|person| person.name).collect(),
        outlet,
    })
}

fn plain(text: &Text) -> String {
    let words: Vec<&str> = text.content.split_whitespace().collect();
    words.join(" ")
}

/// The text is decoded already, whatever the declaration says.
fn without_declaration(text: &str) -> &str {
    let text = text.trim_start();
    match text.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")) {
        Some((_, rest)) => rest,
        None => text,
    }
}

/// Feeds with `&nbsp;` and with bare `&` are no XML, and everywhere.
fn mended(xml: &str) -> String {
    let mut mended = String::with_capacity(xml.len());
    let mut rest = xml;
    while let Some(at) = rest.find(['&', '<']) {
        mended.push_str(&rest[..at]);
        rest = &rest[at..];
        if rest.starts_with("<![CDATA[") {
            let end = rest.find("]]>").map_or(rest.len(), |end| end + 3);
            mended.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if rest.starts_with('<') {
            mended.push('<');
            rest = &rest[1..];
        } else {
            let name = rest[1..]
                .bytes()
                .take(40)
                .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#')
                .count();
            let whole = &rest[..1 + name + usize::from(rest[1 + name..].starts_with(';'))];
            mended.push_str(&reference(whole));
            rest = &rest[whole.len()..];
        }
    }
    mended.push_str(rest);
    mended
}

/// A reference as XML knows it: its own five and numbers stay, HTML's names become characters, all else is text.
fn reference(whole: &str) -> String {
    let own = matches!(whole, "&amp;" | "&lt;" | "&gt;" | "&quot;" | "&apos;");
    let number = whole.strip_prefix("&#").and_then(|rest| rest.strip_suffix(';')).and_then(|digits| {
        match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => digits.parse().ok(),
        }
    });
    let allowed =
        |code: u32| char::from_u32(code).is_some_and(|c| !c.is_control() || matches!(c, '\t' | '\n' | '\r'));
    if own || number.is_some_and(allowed) {
        return whole.to_owned();
    }
    let mut decoded = String::new();
    for Ok(token) in html5gum::Tokenizer::new(whole) {
        if let html5gum::Token::String(text) = token {
            decoded.push_str(&String::from_utf8_lossy(&text));
        }
    }
    decoded.replace('&', "&amp;").replace('<', "&lt;").replace(char::is_control, " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_references_are_mended() {
        let check = |xml: &str, expected: &str| assert_eq!(mended(xml), expected);
        check("a &amp; b &nbsp;c", "a &amp; b \u{a0}c");
        check(
            "R&D & so &bogus; &#8217; &#0; &lt;p&gt;",
            "R&amp;D &amp; so &amp;bogus; &#8217; \u{fffd} &lt;p&gt;",
        );
        check("<![CDATA[a & b]]> & c", "<![CDATA[a & b]]> &amp; c");
        check("<![CDATA[never closed & so", "<![CDATA[never closed & so");
    }
}
