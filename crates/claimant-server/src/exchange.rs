//! What every request and answer goes through: id, token, headers, log line, counters.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use subtle::ConstantTimeEq as _;

use crate::app::App;
use crate::clock::now;
use crate::problem::{Problem, Refused};
use crate::routes::known;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'; \
                      img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
static OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
static COUNT: AtomicU64 = AtomicU64::new(1);

pub(crate) async fn exchange(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let begun = now();
    let id = request_id(request.headers());
    let method = request.method().clone();
    // The route and not the path: a path can hold anything.
    let route = request.extensions().get::<MatchedPath>().map_or("none", |path| known(path.as_str()));
    let allowed = !request.uri().path().starts_with("/v1/") || authorized(&app, request.headers());
    let mut response = if allowed {
        next.run(request).await
    } else {
        let detail = "this server asks for `Authorization: Bearer TOKEN`";
        Problem::new(StatusCode::UNAUTHORIZED, "unauthorized", detail).into_response()
    };
    let (status, took) = (response.status().as_u16(), begun.elapsed());
    app.metrics.answered(route, status, took);
    if let Some(Refused(reason)) = response.extensions().get() {
        app.metrics.refused(reason);
    }
    let headers = response.headers_mut();
    tracing::info!(request_id = %id, %method, route, status, ms = took.as_secs_f64() * 1e3, "answered");
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    headers.insert(OPENER.clone(), HeaderValue::from_static("same-origin"));
    if let Ok(value) = HeaderValue::from_str(&id) {
        headers.insert(REQUEST_ID.clone(), value);
    }
    response
}

/// The caller's own where it is short and plain, or else the next number.
fn request_id(headers: &HeaderMap) -> String {
    let plain = |id: &&str| {
        (1..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
    };
    let given = headers.get(&REQUEST_ID).and_then(|id| id.to_str().ok()).filter(plain);
    given.map_or_else(|| COUNT.fetch_add(1, Ordering::Relaxed).to_string(), str::to_owned)
}

fn authorized(app: &App, headers: &HeaderMap) -> bool {
    let Some(token) = &app.access.token else { return true };
    let given = headers.get(header::AUTHORIZATION).map_or(&b""[..], HeaderValue::as_bytes);
    given.strip_prefix(b"Bearer ").is_some_and(|given| given.ct_eq(token.as_bytes()).into())
}
