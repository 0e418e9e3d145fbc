//! Inputs of many documents, packed and not.

use std::io::Write;

use claimant_read::{Fields, Form, Limits, Options, Reading, Unreadable, entries, read_all};

type Found = Vec<Result<Reading, Unreadable>>;

fn all(bytes: &[u8]) -> Found {
    read_all(bytes.to_vec(), &Options::default())
}

/// Identifier and text of each, or what was wrong.
fn told(found: &Found) -> Vec<(String, String)> {
    let tell = |one: &Result<Reading, Unreadable>| match one {
        Ok(reading) => (reading.document.id.clone().unwrap_or_default(), reading.document.text.clone()),
        Err(fault) => ("!".to_owned(), fault.message.clone()),
    };
    found.iter().map(tell).collect()
}

fn told_as(found: &Found, expected: &[(&str, &str)]) {
    let expected: Vec<(String, String)> =
        expected.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())).collect();
    assert_eq!(told(found), expected);
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

const LINES: &str = "{\"id\": 7, \"text\": \"Yes, she said.\", \"title\": \"A\", \"published\": \"2024-12-27\"}\r\n\n{\"text\": \"No, he said.\"}\n{\"broken\n{\"other\": 1}\n{\"html\": \"<p>They will not come, the ministry said on Monday.\"}";

#[test]
fn json_lines() {
    let found = all(LINES.as_bytes());
    let texts = told(&found);
    assert_eq!(texts[0], ("7".to_owned(), "Yes, she said.".to_owned()));
    assert_eq!(texts[1], ("line-3".to_owned(), "No, he said.".to_owned()));
    assert!(texts[2].1.starts_with("this line is no JSON: "), "{texts:?}");
    assert_eq!(texts[3].1, "this line has neither a field \"text\" nor a field \"html\" that is a string");
    assert_eq!(texts[4].1, "They will not come, the ministry said on Monday.");
    assert_eq!(texts.len(), 5);
    let first = &found[0].as_ref().unwrap().document;
    assert_eq!(first.title.as_deref(), Some("A"));
    assert_eq!(first.published.as_ref().unwrap().date.to_string(), "2024-12-27");

    let fields = Fields { text: "article.body".to_owned(), id: "url".to_owned(), ..Fields::default() };
    let options = Options { fields, ..Options::default() };
    let line = b"{\"url\": \"https://a.example\", \"article\": {\"body\": \"Yes.\"}}";
    told_as(&read_all(line.to_vec(), &options), &[("https://a.example", "Yes.")]);
}

#[test]
fn packed_in_any_way() {
    let plain = told(&all(LINES.as_bytes()));
    for packed in [gzip(LINES.as_bytes()), zstd(LINES.as_bytes()), zstd(&gzip(LINES.as_bytes()))] {
        assert_eq!(told(&all(&packed)), plain);
    }
    // Members and frames one after another are one text.
    let (first, second) = ("The dam will hold, ".as_bytes(), "said the engineers.".as_bytes());
    told_as(&all(&[gzip(first), gzip(second)].concat()), &[("", "The dam will hold, said the engineers.")]);
    let skippable = b"\x51\x2a\x4d\x18\x03\0\0\0abc".to_vec();
    told_as(
        &all(&[skippable.clone(), zstd(first), skippable, zstd(second)].concat()),
        &[("", "The dam will hold, said the engineers.")],
    );
    let broken = gzip(&LINES.repeat(50).into_bytes());
    let found = told(&all(&broken[..broken.len() / 2]));
    assert_eq!(found.last().unwrap().1, "it breaks off: it is not there to its end");
    let broken = zstd(b"The dam will hold, said the engineers.");
    assert_eq!(told(&all(&broken[..broken.len() - 4]))[0].0, "!");
    assert_eq!(told(&all(&broken[..6]))[0].0, "!");
}

#[test]
fn bombs() {
    let bomb = gzip(&vec![b'a'; 8 << 20]);
    let limits = Limits { document: 1 << 20, input: 4 << 20, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    told_as(
        &read_all(bomb.clone(), &options),
        &[("!", "this document has more than 1,048,576 bytes, which is as much as is read")],
    );
    let options = Options { form: Form::Jsonl, limits, ..Options::default() };
    let found = told(&read_all(bomb, &options));
    assert_eq!(found[0].1, "this line has more than 1,048,576 bytes, which is as much as is read");
    let lines = gzip(&b"{\"text\": \"a\"}\n".repeat(1 << 20));
    let last = read_all(lines, &options).pop().unwrap().unwrap_err();
    assert!(last.message.contains("decompression bomb"), "{last}");
}

const RSS: &str = r#"<?xml version="1.0" encoding="iso-8859-1"?>
<rss version="2.0"><channel><title>The Daily</title><link>https://daily.example</link><description>News</description>
<item><title>Dam holds &amp; town waits</title><link>https://daily.example/dam</link><guid>dam-1</guid>
<pubDate>Fri, 27 Dec 2024 10:00:00 GMT</pubDate>
<description>&lt;p&gt;The dam will hold,&nbsp;engineers said.&lt;/p&gt;&lt;p&gt;It was built in 1954.&lt;/p&gt;</description></item>
<item><title>R&D spending & more</title><guid>rd-1</guid><description><![CDATA[<p>Spending will rise, the ministry said.</p>]]></description></item>
<item><title>Nothing</title><guid>no-1</guid></item>
</channel></rss>"#;

#[test]
fn feeds() {
    let found = all(RSS.as_bytes());
    told_as(
        &found,
        &[
            (
                "dam-1",
                "Dam holds & town waits\n\nThe dam will hold, engineers said.\n\nIt was built in 1954.",
            ),
            ("rd-1", "R&D spending & more\n\nSpending will rise, the ministry said."),
            ("!", "this entry of the feed has no text"),
        ],
    );
    let document = &found[0].as_ref().unwrap().document;
    assert_eq!(document.published.as_ref().unwrap().date.to_string(), "2024-12-27");
    assert_eq!(document.outlet.as_deref(), Some("The Daily"));
    assert_eq!(document.url.as_deref(), Some("https://daily.example/dam"));

    let atom = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title><id>x</id><updated>2024-12-27T00:00:00Z</updated>
        <entry><id>a</id><title>Rain</title><updated>2024-12-26T10:00:00Z</updated><author><name>Ann Lee</name></author>
        <content type="html">&lt;p&gt;It rained, she said.&lt;/p&gt;</content></entry></feed>"#;
    let found = all(atom.as_bytes());
    told_as(&found, &[("a", "Rain\n\nIt rained, she said.")]);
    assert_eq!(found[0].as_ref().unwrap().document.authors, ["Ann Lee"]);
    assert!(all(b"<rss version='2.0'><channel><item>")[0].is_err());

    // The day where it was published, and a name that is the same at every reading.
    let bare = "<rss version='2.0'><channel><title>T</title><link>https://t.example</link><description>d</description>\
        <item><pubDate>Fri, 27 Dec 2024 23:30:00 -0500</pubDate><description>It rained.</description></item></channel></rss>";
    let found = all(bare.as_bytes());
    told_as(&found, &[("entry-1", "It rained.")]);
    let document = &found[0].as_ref().unwrap().document;
    assert_eq!(document.published.as_ref().unwrap().date.to_string(), "2024-12-27");

    let json = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Blog", "items":
        [{"id": "j", "title": "R&D", "content_text": "Costs < gains & more, she said."}]}"#;
    let options = Options { form: Form::Feed, ..Options::default() };
    told_as(&read_all(json.as_bytes().to_vec(), &options), &[("j", "Costs < gains & more, she said.")]);
}

fn record(kind: &str, id: &str, block: &str) -> String {
    format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:{id}>\r\nWARC-Target-URI: https://daily.example/2024/12/27/{id}\r\n\
         Content-Length: {}\r\n\r\n{block}\r\n\r\n",
        block.len()
    )
}

fn response(head: &str, body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n{body}")
}

fn archive() -> Vec<String> {
    let page = "<html><body><p>The dam will hold, engineers said on Monday.</p></body></html>";
    let html = "Content-Type: text/html; charset=utf-8";
    let chunked = format!("{:x}\r\n{page}\r\n0\r\n\r\n", page.len());
    vec![
        record("warcinfo", "info", "software: crawler\r\n"),
        record("request", "q", "GET / HTTP/1.1\r\n\r\n"),
        record("response", "a", &response(html, page)),
        record("response", "picture", &response("Content-Type: image/png", "PNG")),
        record("response", "gone", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Gone"),
        record("response", "b", &response(&format!("{html}\r\nTransfer-Encoding: chunked"), &chunked)),
    ]
}

#[test]
fn archives() {
    let text = "The dam will hold, engineers said on Monday.";
    let records = archive();
    let found = all(records.concat().as_bytes());
    told_as(&found, &[("urn:a", text), ("urn:b", text)]);
    let document = &found[0].as_ref().unwrap().document;
    assert_eq!(document.url.as_deref(), Some("https://daily.example/2024/12/27/a"));
    assert_eq!(document.published.as_ref().unwrap().date.to_string(), "2024-12-27");

    // As crawlers pack them: each record a member of its own.
    let packed: Vec<u8> = records.iter().flat_map(|record| gzip(record.as_bytes())).collect();
    told_as(&all(&packed), &[("urn:a", text), ("urn:b", text)]);

    let whole = records.concat();
    told_as(
        &all(&whole.as_bytes()[..whole.len() - 60]),
        &[("urn:a", text), ("!", "the archive breaks off in record 6")],
    );
    let damaged = format!("{}garbage\n", records[2]);
    let found = told(&all(damaged.as_bytes()));
    assert_eq!(found[0].1, text);
    assert!(found[1].1.starts_with("the archive is damaged in record 2"), "{found:?}");
    let options = Options { limits: Limits { page: 40, ..Limits::default() }, ..Options::default() };
    let long = record("response", "c", &response("Content-Type: text/html", &"x".repeat(1 << 17)));
    let found = read_all(format!("{long}{}", records[2]).into_bytes(), &options);
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(Result::is_err));
}

#[test]
fn lists_are_lists_even_of_one() {
    let one = b"{\"text\": \"a\"}\n".to_vec();
    assert!(entries(std::io::Cursor::new(one), &Options::default()).is_list());
    assert!(!entries(&b"Yes, she said."[..], &Options::default()).is_list());
    told_as(&all(b"{\n \"text\": 1\n}\n"), &[("!", "this is JSON, but not JSON Lines")]);
    told_as(&all(b""), &[("", "")]);
}
