//! Title, authors, outlet and day of publication: from what a page says of itself, the surest statement first.

mod author;
pub(crate) mod date;
mod json_ld;

use claimant_core::Date;

use super::head::Head;

/// What is known of an article from outside its text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Metadata {
    pub title: Option<String>,
    pub authors: Vec<String>,
    pub outlet: Option<String>,
    pub url: Option<String>,
    pub published: Option<Date>,
    /// The article's text as some pages repeat it for machines.
    pub body: Option<String>,
}

impl Metadata {
    /// What others guess, where the page does not say.
    pub(crate) fn add(&mut self, published: Option<Date>, author: Option<String>) {
        self.published = self.published.or(published);
        if self.authors.is_empty() {
            self.authors = author::names(&author.into_iter().collect::<Vec<_>>());
        }
    }
}

/// Names of `meta` elements by which publishing systems give the day, the surest first: Open Graph, schema.org's
/// microdata, Dublin Core, and those of single systems.
const DATES: &[&str] = &[
    "article:published_time",
    "datepublished",
    "og:published_time",
    "article:published",
    "bt:pubdate",
    "sailthru.date",
    "parsely-pub-date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "dc.date",
    "dc.date.created",
    "citation_publication_date",
    "citation_date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "rnews:datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "ptime",
    "displaydate",
    "date",
    "created",
    "article_date_original",
    "og:article:published_time",
    "originalpublicationdate",
    "og:pubdate",
    "datecreated",
    "dcterms.issued",
];

const TITLES: &[&str] = &[
    "og:title",
    "headline",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "title",
];

const AUTHORS: &[&str] = &[
    "author",
    "article:author",
    "og:article:author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "cxenseparse:author",
    "article:author_name",
    "authors",
    "rbauthors",
];

const OUTLETS: &[&str] = &[
    "og:site_name",
    "application-name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "citation_journal_title",
    "cre",
    "source",
];

/// Decides what is believed. `address` is where the page was found, if that is known.
pub(crate) fn read(head: &Head, address: Option<&str>) -> Metadata {
    let said = json_ld::read(&head.json_ld);
    let meta = |names: &[&str]| {
        names
            .iter()
            .find_map(|name| head.metas.iter().find(|(key, _)| key == name).map(|(_, value)| plain(value)))
    };
    let outlet = meta(OUTLETS).or_else(|| said.outlet.as_deref().map(plain));
    let title =
        said.title.as_deref().map(plain).or_else(|| meta(TITLES)).or_else(|| Some(plain(&head.title)));
    let title =
        title.map(|title| without_outlet(&title, outlet.as_deref())).filter(|title| !title.is_empty());
    let url = address
        .map(str::to_owned)
        .or_else(|| head.canonical.clone())
        .or_else(|| meta(&["og:url"]))
        .or_else(|| said.url.clone())
        .filter(|url| url.starts_with("http"));
    Metadata {
        title,
        authors: authors(head, &said.authors),
        published: published(head, said.published.as_deref(), url.as_deref()),
        outlet,
        url,
        body: said.body,
    }
}

fn authors(head: &Head, said: &[String]) -> Vec<String> {
    let said = author::names(&said.iter().map(|name| plain(name)).collect::<Vec<_>>());
    if !said.is_empty() {
        return said;
    }
    for name in AUTHORS {
        let values = head.metas.iter().filter(|(key, _)| key == name).map(|(_, value)| plain(value));
        let names = author::names(&values.collect::<Vec<_>>());
        if !names.is_empty() {
            return names;
        }
    }
    let Some(rank) = head.bylines.iter().map(|byline| byline.rank).min() else { return Vec::new() };
    // Where several elements are marked, those after the first may be of teasers and comments.
    let first = head.bylines.iter().find(|byline| byline.rank == rank);
    author::names(&first.map(|byline| byline.text.clone()).into_iter().collect::<Vec<_>>())
}

fn published(head: &Head, said: Option<&str>, url: Option<&str>) -> Option<Date> {
    let metas = || {
        DATES.iter().find_map(|name| {
            head.metas.iter().filter(|(key, _)| key == name).find_map(|(_, value)| date::read(value))
        })
    };
    let marked = || head.times.iter().filter(|time| time.published).find_map(|time| date::read(&time.value));
    let address = || url.and_then(date::in_address);
    let shown = || head.times.iter().filter(|time| !time.other).find_map(|time| date::read(&time.value));
    said.and_then(date::read).or_else(metas).or_else(marked).or_else(address).or_else(shown)
}

/// A value without markup in it and with its white space collapsed: some pages escape twice.
fn plain(value: &str) -> String {
    let mut text = String::new();
    if value.contains(['&', '<']) {
        for Ok(token) in html5gum::Tokenizer::new(value) {
            if let html5gum::Token::String(words) = token {
                text.push_str(&String::from_utf8_lossy(&words));
            }
        }
    } else {
        text.push_str(value);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "Dam holds - The Daily" is "Dam holds" when that is the outlet's name.
fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    let Some(outlet) = outlet else { return title.to_owned() };
    for mark in [" | ", " - ", " – ", " — ", " · ", " : "] {
        if let Some((before, after)) = title.rsplit_once(mark)
            && after.trim().eq_ignore_ascii_case(outlet.trim())
        {
            return before.trim().to_owned();
        }
    }
    title.to_owned()
}
