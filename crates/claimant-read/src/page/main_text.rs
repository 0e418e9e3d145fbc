//! Which words of a page are its article: asked of the library `trafilatura`.

use std::panic::catch_unwind;

use claimant_core::Date;
use trafilatura::{HtmlDateMode, Options};

use super::block::Block;
use super::gather::Gather;
use super::scan::scan;

/// What the library says of a page.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// The blocks of the article; empty where it finds none.
    pub blocks: Vec<Block>,
    /// The day of publication, guessed from all that looks like a date.
    pub published: Option<Date>,
    /// Who wrote it, several names in one.
    pub author: Option<String>,
}

/// Asks the library about a page that was written again for it. `date` says whether the day is wanted, which
/// costs another search of the page.
pub(crate) fn main_text(page: &str, date: bool) -> Found {
    let mut options = Options::default().with_fallback(true).with_exclude_comments(true);
    options.html_date_mode = if date { HtmlDateMode::Default } else { HtmlDateMode::Disabled };
    // A fault in the library must not cost the page: whoever asks has other means.
    let Ok(Ok(found)) = catch_unwind(|| trafilatura::extract(page, &options)) else {
        return Found::default();
    };
    let mut gather = Gather::default();
    scan(&found.content_html, &mut gather);
    Found {
        blocks: gather.finish().blocks,
        published: found.metadata.date.and_then(|date| date.to_string().parse().ok()),
        author: Some(found.metadata.author).filter(|author| !author.is_empty()),
    }
}
