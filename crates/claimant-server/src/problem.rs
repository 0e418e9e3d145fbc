//! Errors as `application/problem+json` (RFC 9457).

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// What was wrong with a request, and what to do.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub status: StatusCode,
    /// The stable type, after `urn:claimant:problem:`.
    pub kind: &'static str,
    pub detail: String,
}

impl Problem {
    pub(crate) fn new(status: StatusCode, kind: &'static str, detail: impl Into<String>) -> Problem {
        Problem { status, kind, detail: detail.into() }
    }

    pub(crate) fn json(&self) -> Value {
        json!({
            "type": format!("urn:claimant:problem:{}", self.kind),
            "title": self.kind.replace('-', " "),
            "status": self.status.as_u16(),
            "detail": self.detail,
        })
    }
}

/// Why a request was refused, for those who count.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Refused(pub &'static str);

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = (self.status, format!("{:#}\n", self.json())).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        response.extensions_mut().insert(Refused(self.kind));
        let headers = response.headers_mut();
        match self.kind {
            "busy" => headers.insert(header::RETRY_AFTER, HeaderValue::from_static("1")),
            "unauthorized" => headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")),
            _ => None,
        };
        response
    }
}
