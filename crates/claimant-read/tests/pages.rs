//! Pages as a whole: the article in them, what is known of it, and the way back to their bytes.

use claimant_core::{Basis, Claimant, RegionKind, Span};
use claimant_read::{Form, Limits, Options, Reading, read, read_all};

const PAGE: &str = r#"<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<title>Dam holds, say engineers | The Daily</title>
<meta property="og:site_name" content="The Daily">
<meta property="og:title" content="Dam holds, say engineers">
<link rel="canonical" href="https://daily.example/2024/12/27/dam-holds">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
 "headline": "Dam holds, say engineers", "datePublished": "2024-12-27T23:30:00-05:00",
 "author": [{"@type": "Person", "name": "Ann Lee"}], "publisher": {"name": "The Daily"}}</script>
<style>p { color: red }</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Dam holds, say engineers</h1>
<p class="byline">By <a rel="author" href="/ann">Ann Lee</a></p>
<p>The dam above the town will hold, <b>engineers</b> said on Monday, after three days of rain that had filled
it to &ldquo;within a hand&rsquo;s breadth&rdquo; of its crest.</p>
<figure><img src="dam.jpg"><figcaption>The dam on Monday. Photo: Bo Roe / Agency</figcaption></figure>
<p>The ministry said at least 40 people were moved out of their homes &amp; two roads were closed, and that nobody
had been hurt so far. It did not say when they could return.</p>
<blockquote class="twitter-tweet"><p lang="en" dir="ltr">Stay away from the river, everyone. The bridge is closed.</p>
&mdash; City Hall (@cityhall) <a href="https://twitter.com/cityhall/status/1">December 26, 2024</a></blockquote>
<aside class="pullquote">We have never seen rain like this in fifty years.</aside>
<p>“We have never seen rain like this in fifty years,” said Zoë Roe, who runs the inn by the bridge and has lived
there all her life. She said that her cellar was under water.</p>
<h2>What comes next</h2>
<p>More rain is expected on Thursday, the weather office said, but less than had been feared at the weekend.</p>
</article>
<div class="related"><h3>Most read</h3><ul><li><a href="/1">Ten storms to remember</a></li></ul></div>
<footer><p>© 2024 The Daily. All rights reserved.</p></footer></body></html>"#;

fn page(bytes: &[u8]) -> Reading {
    read(bytes.to_vec(), Form::Auto).unwrap()
}

#[test]
fn the_article_and_what_is_known_of_it() {
    let document = page(PAGE.as_bytes()).document;
    let paragraphs: Vec<&str> = document.text.split("\n\n").collect();
    assert_eq!(paragraphs[0], "Dam holds, say engineers");
    assert!(document.text.contains("to “within a hand’s breadth” of its crest."), "{}", document.text);
    assert!(document.text.contains("homes & two roads"));
    for furniture in ["Home", "Most read", "All rights", "color: red"] {
        assert!(!document.text.contains(furniture), "{furniture}: {}", document.text);
    }
    assert_eq!(document.title.as_deref(), Some("Dam holds, say engineers"));
    assert_eq!(document.authors, ["Ann Lee"]);
    assert_eq!(document.outlet.as_deref(), Some("The Daily"));
    assert_eq!(document.url.as_deref(), Some("https://daily.example/2024/12/27/dam-holds"));
    let published = document.published.unwrap();
    assert_eq!((published.date.to_string().as_str(), published.basis), ("2024-12-27", Basis::Metadata));
}

#[test]
fn regions_are_those_of_the_page() {
    let document = page(PAGE.as_bytes()).document;
    let report = Claimant::new().extract(&document);
    let of = |kind: RegionKind| -> Vec<String> {
        let regions = report.regions.iter().filter(|region| region.kind == kind);
        regions.map(|region| region.spans.text(&document.text)).collect()
    };
    assert_eq!(of(RegionKind::Headline), ["Dam holds, say engineers", "What comes next"]);
    assert_eq!(of(RegionKind::Caption), ["The dam on Monday. Photo: Bo Roe / Agency"]);
    let posts: Vec<_> = report.regions.iter().filter_map(|region| region.post.as_ref()).collect();
    assert_eq!(posts.len(), 1);
    assert_eq!(posts[0].author.text(&document.text), "City Hall (@cityhall)");
    assert_eq!(
        posts[0].content.text(&document.text),
        "Stay away from the river, everyone. The bridge is closed."
    );
    assert_eq!(posts[0].date.as_ref().unwrap().1.to_string(), "2024-12-26");
    // The quotation that is set apart is counted once.
    let said =
        report.claims.iter().filter(|claim| claim.content.text(&document.text).contains("never seen rain"));
    assert_eq!(said.count(), 1);
}

#[test]
fn entries_of_a_live_blog_are_regions() {
    let entry = |hour: u32, what: &str| {
        format!(
            "<div itemprop=\"liveBlogUpdate\" itemscope><h2>{hour} o’clock</h2><p>The ministry said on Monday that {what} \
             and that more would be known in the course of the afternoon.</p><p>Nobody was hurt when {what}, it said, and all \
             of the roads in the valley are open again.</p></div>"
        )
    };
    let page = format!(
        "<!doctype html><body><article><h1>Storm: latest</h1>{}{}</article></body>",
        entry(9, "the bridge was closed"),
        entry(8, "the dam was holding")
    );
    let document = crate::page(page.as_bytes()).document;
    let told: Vec<(RegionKind, String)> =
        document.regions.iter().map(|region| (region.kind, region.spans.text(&document.text))).collect();
    let kinds: Vec<RegionKind> = told.iter().map(|(kind, _)| *kind).collect();
    use RegionKind::{Body, Headline};
    assert_eq!(kinds, [Headline, Headline, Body, Headline, Body], "{told:?}");
    assert!(
        told[2].1.contains("bridge") && told[2].1.contains("Nobody") && !told[2].1.contains("dam"),
        "{told:?}"
    );
}

/// Every run of a map decodes to the characters that it stands for.
fn check_map(bytes: &[u8], reading: &Reading) {
    let document = &reading.document;
    let origin = document.origin.as_ref().unwrap();
    let encoding = encoding_rs::Encoding::for_label(origin.encoding.as_bytes()).unwrap();
    assert!(!origin.map.is_empty());
    for run in &origin.map {
        let (decoded, _) = encoding.decode_without_bom_handling(&bytes[run.start..run.end]);
        let words = run.text.of(&document.text);
        let spaced =
            |text: &str| text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect::<String>();
        let is_reference = decoded.starts_with('&') && words.chars().count() == 1;
        assert!(is_reference || spaced(&decoded) == spaced(words), "{decoded:?} {words:?}");
    }
    // All but the blank lines between paragraphs comes from somewhere.
    let mut at = 0;
    for run in
        origin.map.iter().map(|run| run.text).chain([Span::new(document.text.len(), document.text.len())])
    {
        assert!(document.text[at..run.start()].chars().all(|c| c == '\n'));
        at = run.end();
    }
}

#[test]
fn every_character_leads_back_to_its_bytes() {
    check_map(PAGE.as_bytes(), &page(PAGE.as_bytes()));
    let reading = page(PAGE.as_bytes());
    let at = reading.document.text.find("within a hand").unwrap();
    let place =
        reading.document.origin.as_ref().unwrap().place(Span::new(at, at + "within a hand’s".len())).unwrap();
    assert_eq!(&PAGE[place], "within a hand&rsquo;s");
}

#[test]
fn encodings_of_pages() {
    // What the page says of itself, a byte order mark, and the address of every byte in each.
    let latin = PAGE.replace("charset=\"utf-8\"", "charset=\"iso-8859-1\"");
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&latin);
    let reading = page(&bytes);
    assert!(reading.document.text.contains("said Zoë Roe"));
    assert!(
        reading.notes[0].message.contains("read as windows-1252, as the input says"),
        "{:?}",
        reading.notes
    );
    check_map(&bytes, &reading);

    let sixteen: Vec<u8> =
        "\u{feff}".encode_utf16().chain(PAGE.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let reading = page(&sixteen);
    assert!(reading.document.text.contains("said Zoë Roe"));
    check_map(&sixteen, &reading);

    // A page that is UTF-8 and says otherwise.
    let reading = page(latin.as_bytes());
    assert!(reading.document.text.contains("said Zoë Roe"));
    check_map(latin.as_bytes(), &reading);

    // What the server said wins over what the page says.
    let greek = PAGE.replace("Zoë", "Ζωή").replace(['“', '”'], "\"");
    let (bytes, _, _) = encoding_rs::ISO_8859_7.encode(&greek);
    let options = Options { charset: Some("iso-8859-7".to_owned()), ..Options::default() };
    let found = read_all(bytes.into_owned(), &options);
    assert!(found[0].as_ref().unwrap().document.text.contains("said Ζωή Roe"));
}

#[test]
fn the_same_article_however_lines_end() {
    let text = page(PAGE.as_bytes()).document.text;
    for end in ["\r\n", "\r"] {
        let other = PAGE.replace('\n', end);
        let reading = page(other.as_bytes());
        assert_eq!(reading.document.text, text);
        assert!(!reading.document.origin.unwrap().map.is_empty());
    }
}

#[test]
fn pages_that_mean_harm() {
    let paragraph = "<p>The dam will hold, engineers said on Monday, after three days of heavy rain.</p>";
    let deep = format!("<!doctype html><body>{paragraph}{}{paragraph}", "<table><tr><td>".repeat(100_000));
    assert!(page(deep.as_bytes()).document.text.contains("The dam will hold"));
    let divs = format!("<!doctype html><body>{paragraph}{}", "<div>".repeat(300_000));
    assert!(page(divs.as_bytes()).document.text.contains("The dam will hold"));
    let mut fonts = String::new();
    for size in 0..20_000 {
        fonts.push_str(&format!("<font size={size}><p>x"));
    }
    assert!(
        page(format!("<!doctype html><body>{paragraph}{fonts}").as_bytes())
            .document
            .text
            .contains("The dam will hold")
    );
    let ends = format!("<!doctype html><body>{paragraph}{}", "</b></i></div>".repeat(100_000));
    assert!(page(ends.as_bytes()).document.text.contains("The dam will hold"));
    let nested = |opened: &str, then: &str| {
        let text = format!("<!doctype html><body>{paragraph}{}{then}", opened.repeat(100_000));
        assert!(page(text.as_bytes()).document.text.contains("The dam will hold"), "{opened}");
    };
    nested("<li><section>", "");
    nested("<p><marquee>", "");
    nested("<b><div><i>", &"</b>".repeat(100_000));
    for odd in [
        "<!doctype html>",
        "<html><",
        "<html><body><p",
        "<html>&",
        "<html><title>",
        "<!doctype html><script>if (a<b)",
    ] {
        assert!(read(odd.as_bytes().to_vec(), Form::Auto).is_ok(), "{odd}");
    }
    let small = Options { limits: Limits { page: 100, ..Limits::default() }, ..Options::default() };
    let refused = read_all(PAGE.as_bytes().to_vec(), &small).remove(0).unwrap_err();
    assert_eq!(refused.to_string(), "this page has more than 100 bytes, which is as much as is read");
}
