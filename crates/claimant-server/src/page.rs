//! The page: files that lie in the program, and the articles that it offers as examples.

use std::sync::LazyLock;

use axum::Router;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use serde_json::{Value, json};

use crate::answers::as_json;

/// A file of the page.
struct File {
    path: &'static str,
    media_type: &'static str,
    bytes: &'static [u8],
}

macro_rules! files {
    ($media_type:literal, $($path:literal = $file:literal),+ $(,)?) => {
        &[$(File { path: $path, media_type: $media_type, bytes: include_bytes!(concat!("../page/", $file)) }),+]
    };
}

static PAGES: &[File] = files!("text/html; charset=utf-8", "/" = "index.html", "/docs" = "docs.html");
static STYLES: &[File] = files!(
    "text/css; charset=utf-8",
    "/page/type.css" = "type.css",
    "/page/layout.css" = "layout.css",
    "/page/article.css" = "article.css",
    "/page/found.css" = "found.css",
    "/page/docs.css" = "docs.css",
);
static SCRIPTS: &[File] = files!(
    "text/javascript; charset=utf-8",
    "/page/api.js" = "api.js",
    "/page/article.js" = "article.js",
    "/page/card.js" = "card.js",
    "/page/compose.js" = "compose.js",
    "/page/docs.js" = "docs.js",
    "/page/dom.js" = "dom.js",
    "/page/keys.js" = "keys.js",
    "/page/link.js" = "link.js",
    "/page/main.js" = "main.js",
    "/page/marks.js" = "marks.js",
    "/page/offsets.js" = "offsets.js",
    "/page/plot.js" = "plot.js",
    "/page/relations.js" = "relations.js",
    "/page/schema.js" = "schema.js",
    "/page/table.js" = "table.js",
    "/page/theme.js" = "theme.js",
    "/page/threads.js" = "threads.js",
    "/page/words.js" = "words.js",
);
static CLIENTS: &[File] = files!(
    "text/plain; charset=utf-8",
    "/page/clients/claimant.sh" = "../../../docs/clients/claimant.sh",
    "/page/clients/claimant.py" = "../../../docs/clients/claimant.py",
    "/page/clients/claimant.mjs" = "../../../docs/clients/claimant.mjs",
);
static FONTS: &[File] = files!(
    "font/woff2",
    "/page/serif.woff2" = "fonts/serif.woff2",
    "/page/serif-italic.woff2" = "fonts/serif-italic.woff2",
    "/page/serif-bold.woff2" = "fonts/serif-bold.woff2",
    "/page/serif-ext.woff2" = "fonts/serif-ext.woff2",
);
static PICTURES: &[File] = files!("image/svg+xml", "/page/icon.svg" = "icon.svg");

/// The routes of the page.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    let files = [PAGES, STYLES, SCRIPTS, CLIENTS, FONTS, PICTURES].into_iter().flatten();
    let router = Router::new().route("/page/examples.json", get(async || as_json(&*EXAMPLES)));
    files.fold(router, |router, file| {
        router.route(file.path, get(async move |headers: HeaderMap| file.answer(&headers)))
    })
}

impl File {
    /// Asked for anew each time, sent only where the browser's copy is another.
    fn answer(&self, headers: &HeaderMap) -> Response {
        let tag = format!("\"{:016x}\"", fingerprint(self.bytes));
        let known =
            headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
        let mut response = if known {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            ([(header::CONTENT_TYPE, self.media_type)], self.bytes).into_response()
        };
        let own = response.headers_mut();
        own.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        own.insert(header::ETAG, HeaderValue::from_str(&tag).expect("digits in quotation marks"));
        response
    }
}

/// FNV-1a: tells versions of a file apart, and no more than that.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

static EXAMPLES: LazyLock<Value> = LazyLock::new(|| {
    json!([
        {
            "name": "A soldier captured",
            "summary": "One article: an agency announces, two governments never confirm, two presidents count.",
            "articles": [{"text": include_str!("../../../seeds/000_1ae7029de2fe9649.txt")}],
        },
        {
            "name": "Two tolls",
            "summary": "Four accounts of one strike, whose figures cannot both hold. The event is invented.",
            "articles": [
                {"id": "agency", "published": "2024-10-09", "text": include_str!("../../../tests/groups/dev/barracks-rival-tolls/01-agency.txt")},
                {"id": "ministry", "published": "2024-10-09", "text": include_str!("../../../tests/groups/dev/barracks-rival-tolls/02-ministry.txt")},
                {"id": "broadcaster", "published": "2024-10-10", "text": include_str!("../../../tests/groups/dev/barracks-rival-tolls/03-broadcaster.txt")},
                {"id": "paper", "published": "2024-10-11", "text": include_str!("../../../tests/groups/dev/barracks-rival-tolls/04-paper.txt")},
            ],
        },
    ])
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_page_is_served_and_small() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("page");
        let all: Vec<&File> =
            [PAGES, STYLES, SCRIPTS, CLIENTS, FONTS, PICTURES].into_iter().flatten().collect();
        for entry in std::fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_file() {
                let bytes = std::fs::read(entry.path()).unwrap();
                assert!(all.iter().any(|file| file.bytes == bytes), "{:?} is not served", entry.file_name());
            }
        }
        let total: usize = all.iter().map(|file| file.bytes.len()).sum();
        assert!(total < 250_000, "the page has grown to {total} bytes");
    }
}
