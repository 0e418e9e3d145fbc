//! Answers of every kind.

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};

pub(crate) fn typed(media_type: &'static str, body: impl Into<Body>) -> Response {
    ([(header::CONTENT_TYPE, media_type)], body.into()).into_response()
}

/// A report or comparison. Pages hold their style in themselves, and nothing of the article in them can run or load.
pub(crate) fn rendered(media_type: &'static str, body: impl Into<Body>) -> Response {
    let mut response = typed(media_type, body);
    if media_type.starts_with("text/html") {
        let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'";
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    }
    response
}

pub(crate) fn as_json(value: &impl serde::Serialize) -> Response {
    let text = serde_json::to_string_pretty(value).expect("plain JSON");
    typed("application/json", text + "\n")
}
