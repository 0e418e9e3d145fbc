//! What a page says of itself, as it says it.

use super::element::is_void;
use super::scan::Tag;

/// Metadata in the words of the page. What it comes to is decided in `metadata/`.
#[derive(Debug, Default)]
pub(crate) struct Head {
    /// Names in lower case (`og:title`, `author`) with what `meta` elements say.
    pub metas: Vec<(String, String)>,
    /// The page's `title`.
    pub title: String,
    /// JSON-LD, as written.
    pub json_ld: Vec<String>,
    /// The canonical address.
    pub canonical: Option<String>,
    /// `time` elements and others with `datetime`.
    pub times: Vec<TimeTag>,
    /// Elements that are marked as naming the author.
    pub bylines: Vec<Byline>,
    capture: Option<Capture>,
    has_title: bool,
}

/// A time that the page marks as such.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct TimeTag {
    /// The machine's form, or the words of the element where it has none.
    pub value: String,
    /// The page says that it is the time of publication.
    pub published: bool,
    /// The page says that it is another time: of change, of a comment.
    pub other: bool,
    /// How many blocks of text stand before it.
    pub block: usize,
}

/// Words that are marked as the author's name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Byline {
    /// The words.
    pub text: String,
    /// How sure the mark is: 0 is the surest.
    pub rank: u8,
}

#[derive(Debug)]
struct Capture {
    what: What,
    name: String,
    nested: usize,
    text: String,
}

#[derive(Debug)]
enum What {
    Title,
    JsonLd,
    Time(TimeTag),
    Byline(u8),
}

/// Longer than any title or byline; JSON-LD may be longer and has a limit of its own.
const LONGEST: usize = 500;
const LONGEST_JSON: usize = 1 << 21;
/// More than any page has use for.
const MOST: usize = 256;

impl Head {
    /// A start tag, after so many blocks.
    pub(crate) fn open(&mut self, tag: &Tag, block: usize) {
        let name = tag.name.as_str();
        if let Some(capture) = &mut self.capture {
            capture.nested += usize::from(capture.name == name);
        }
        self.meta(tag);
        if self.capture.is_none()
            && !is_void(name)
            && let Some(what) = self.asked(tag, block)
        {
            self.capture = Some(Capture { what, name: name.to_owned(), nested: 0, text: String::new() });
        }
    }

    /// Attributes that say it all.
    fn meta(&mut self, tag: &Tag) {
        let relation = || tag.get("rel").unwrap_or_default().to_ascii_lowercase();
        match tag.name.as_str() {
            "link" if self.canonical.is_none() && relation() == "canonical" => {
                self.canonical = tag.get("href").map(str::to_owned);
            }
            _ => {}
        }
        let Some(content) = tag.get("content").filter(|content| !content.trim().is_empty()) else { return };
        for key in ["property", "name", "itemprop"] {
            if let Some(name) = tag.get(key)
                && self.metas.len() < MOST
            {
                self.metas.push((name.trim().to_ascii_lowercase(), content.trim().to_owned()));
            }
        }
    }

    /// What the words of an element are wanted for.
    fn asked(&self, tag: &Tag, block: usize) -> Option<What> {
        let property = tag.get("itemprop").unwrap_or_default().to_ascii_lowercase();
        let class = tag.get("class").unwrap_or_default().to_ascii_lowercase();
        let form = || tag.get("type").unwrap_or_default().to_ascii_lowercase();
        match tag.name.as_str() {
            "title" if !self.has_title => return Some(What::Title),
            "script" if form().contains("ld+json") && self.json_ld.len() < MOST => return Some(What::JsonLd),
            _ => {}
        }
        let says = |words: &[&str]| words.iter().any(|word| property == *word || class.contains(word));
        let dated = tag.name == "time" || property.starts_with("date") || tag.get("datetime").is_some();
        if dated && self.times.len() < MOST {
            let published = property == "datepublished"
                || tag.get("pubdate").is_some()
                || says(&[
                    "published",
                    "pubdate",
                    "publish-date",
                    "publication-date",
                    "dateline",
                    "post-date",
                    "entry-date",
                    "posted-on",
                ]);
            let other = says(&["datemodified", "updated", "modified", "comment"]);
            let value = tag.get("datetime").or(tag.get("content")).unwrap_or_default().trim().to_owned();
            return Some(What::Time(TimeTag { value, published, other: other && !published, block }));
        }
        let related = tag.get("rel").is_some_and(|of| of.eq_ignore_ascii_case("author"));
        let is_name = |word: &str| {
            class.split_ascii_whitespace().any(|class| {
                class == word || class.strip_suffix(word).is_some_and(|before| before.ends_with(['-', '_']))
            })
        };
        let rank = if property == "author" || related {
            0
        } else if is_name("author-name")
            || is_name("byline-name")
            || is_name("byline__name")
            || is_name("author__name")
        {
            1
        } else if is_name("byline") || is_name("author") {
            2
        } else {
            return None;
        };
        (self.bylines.len() < MOST).then_some(What::Byline(rank))
    }

    /// An end tag.
    pub(crate) fn close(&mut self, name: &str) {
        let Some(capture) = self.capture.as_mut().filter(|capture| capture.name == name) else { return };
        if capture.nested > 0 {
            capture.nested -= 1;
            return;
        }
        let Some(Capture { what, text, .. }) = self.capture.take() else { return };
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match what {
            What::Title => {
                self.title = words;
                self.has_title = true;
            }
            What::JsonLd => self.json_ld.push(text),
            What::Time(mut time) => {
                if time.value.is_empty() {
                    time.value = words;
                }
                self.times.push(time);
            }
            What::Byline(rank) if !words.is_empty() => self.bylines.push(Byline { text: words, rank }),
            What::Byline(_) => {}
        }
    }

    /// Characters between tags.
    pub(crate) fn text(&mut self, text: &str) {
        let Some(capture) = &mut self.capture else { return };
        let most = if matches!(capture.what, What::JsonLd) { LONGEST_JSON } else { LONGEST };
        if capture.text.len() < most {
            capture.text.push_str(text);
        } else if !matches!(capture.what, What::JsonLd) {
            // Nobody's name and no title is as long: the end tag was forgotten.
            self.capture = None;
        }
    }
}
