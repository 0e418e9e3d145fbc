//! What one element says of the blocks in it.

use super::block::Context;
use super::scan::Tag;

/// Classes by which the large networks' own embedding code marks a post.
const POSTS: &[&str] = &[
    "twitter-tweet",
    "twitter-video",
    "instagram-media",
    "fb-post",
    "fb-video",
    "tiktok-embed",
    "bluesky-embed",
    "mastodon-embed",
    "threads-post",
    "text-post-media",
    "reddit-embed-bq",
    "reddit-card",
    "telegram-post",
];

/// Classes of captions and credits in the common publishing systems.
const CAPTIONS: &[&str] = &[
    "wp-caption-text",
    "caption",
    "image-caption",
    "photo-caption",
    "caption-text",
    "figure-caption",
    "media-caption",
    "image__caption",
    "media__caption",
    "photo-credit",
    "image-credit",
];

/// Classes of quotations that repeat the running text.
const PULL_QUOTES: &[&str] =
    &["pullquote", "pull-quote", "pull_quote", "pq", "wp-block-pullquote", "article-pullquote", "quote-pull"];

/// Classes of a live blog's entries.
const ENTRIES: &[&str] = &[
    "live-blog__entry",
    "liveblog-entry",
    "live-blog-entry",
    "liveblog__entry",
    "live-blog-post",
    "liveblog-post",
    "live-post",
    "lx-stream__post",
    "lx-stream-post",
];

/// Counts what is numbered.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    pub posts: u32,
    pub entries: u32,
}

impl Context {
    /// Within one more element.
    pub(crate) fn within(self, tag: &Tag, counts: &mut Counts) -> Context {
        let mut context = self;
        match tag.name.as_str() {
            name @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6") => {
                context.heading = name[1..].parse().ok();
            }
            "figcaption" | "caption" => context.caption = true,
            "nav" | "footer" => context.furniture = true,
            _ => {}
        }
        context.caption |= tag.has_class(CAPTIONS);
        context.pull_quote |= tag.has_class(PULL_QUOTES) || tag.get("role") == Some("doc-pullquote");
        if context.post.is_none() && tag.has_class(POSTS) {
            context.post = Some(counts.posts);
            counts.posts += 1;
        }
        let is_update = tag.get("itemprop").is_some_and(|of| of.eq_ignore_ascii_case("liveBlogUpdate"));
        if context.entry.is_none() && (is_update || tag.has_class(ENTRIES)) {
            context.entry = Some(counts.entries);
            counts.entries += 1;
        }
        let style = tag.get("style").map(|style| style.replace(char::is_whitespace, "").to_ascii_lowercase());
        context.hidden |= tag.get("hidden").is_some()
            || style
                .is_some_and(|style| style.contains("display:none") || style.contains("visibility:hidden"));
        context
    }
}
