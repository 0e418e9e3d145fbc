//! Which words of a page are its article: asked of the library `trafilatura`.

use std::panic::catch_unwind;

use trafilatura::{HtmlDateMode, Options};

use super::block::Block;
use super::gather::Gather;
use super::scan::scan;

/// The blocks of the article as the library gives them, from a page that was written again for it. Empty where
/// it finds none.
pub(crate) fn main_text(page: &str) -> Vec<Block> {
    let mut options = Options::default().with_fallback(true).with_exclude_comments(true);
    // Dates are read from what the page says of itself, before.
    options.html_date_mode = HtmlDateMode::Disabled;
    // A fault in the library must not cost the page: whoever asks has other means.
    let found = catch_unwind(|| trafilatura::extract(page, &options).ok().map(|found| found.content_html));
    let Ok(Some(html)) = found else { return Vec::new() };
    let mut gather = Gather::default();
    scan(&html, &mut gather);
    gather.finish().blocks
}
