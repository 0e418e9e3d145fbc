//! The routes.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::Router;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use claimant_core::{compare, extractors, wire};
use claimant_read::{Form, Reading, read};
use claimant_render::{Look, comparison_formats, format, formats};
use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::ReceiverStream;

use crate::app::App;
use crate::clock::now;
use crate::exchange::exchange;
use crate::negotiate::{Asked, comparison_format_asked, format_asked};
use crate::problem::Problem;
use crate::request::{self, Article, Articles, Options};
use crate::{analysis, openapi};

/// The interface.
pub fn router(app: Arc<App>) -> Router {
    Router::new()
        .route("/v1/extract", post(extract))
        .route("/v1/batch", post(batch))
        .route("/v1/compare", post(compared))
        .route("/v1/extractors", get(list_extractors))
        .route("/v1/formats", get(list_formats))
        .route("/v1/schema", get(async || as_json(&wire::schema())))
        .route("/openapi.json", get(async || as_json(&openapi::document())))
        .route("/healthz", get(async || "ok\n"))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .route("/", get(async || typed("text/html; charset=utf-8", include_str!("../page/index.html"))))
        .route("/page.js", get(async || typed("text/javascript", include_str!("../page/page.js"))))
        .route("/page.css", get(async || typed("text/css", include_str!("../page/page.css"))))
        .fallback(async || {
            Problem::new(
                StatusCode::NOT_FOUND,
                "not-found",
                "there is no such route: /openapi.json lists them",
            )
        })
        .method_not_allowed_fallback(async || {
            let detail = "the route does not take this method: /openapi.json lists those that it takes";
            Problem::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed", detail)
        })
        .layer(axum::middleware::from_fn_with_state(app.clone(), exchange))
        .with_state(app)
}

fn typed(media_type: &'static str, body: impl Into<Body>) -> Response {
    ([(header::CONTENT_TYPE, media_type)], body.into()).into_response()
}

/// A report or comparison. Pages hold their style in themselves, and nothing of the article in them can run or load.
fn rendered(media_type: &'static str, body: impl Into<Body>) -> Response {
    let mut response = typed(media_type, body);
    if media_type.starts_with("text/html") {
        let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'";
        response
            .headers_mut()
            .insert(header::CONTENT_SECURITY_POLICY, header::HeaderValue::from_static(policy));
    }
    response
}

fn as_json(value: &impl serde::Serialize) -> Response {
    let text = serde_json::to_string_pretty(value).expect("plain JSON");
    typed("application/json", text + "\n")
}

async fn extract(
    State(app): State<Arc<App>>,
    asked: Result<Query<Asked>, QueryRejection>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let deadline = now() + app.limits.time;
    let format = format_asked(asked, &headers)?;
    let bytes = request::body(body, &app.limits, deadline).await?;
    let (reading, options) = if request::media_type(&headers) == "application/json" {
        let article: Article = request::json(&bytes)?;
        let options = article.options;
        (article.reading()?, options)
    } else {
        let reading = read(bytes, Form::Auto).map_err(|fault| request::unreadable(&fault))?;
        (reading, Options::default())
    };
    let options = wire::Options { with_text: options.with_text || format.needs_text };
    let whole = analysis::run(&app, deadline, false, move |app, stop| {
        Some(format.whole(&report(app, reading, options, stop)?, &Look::plain()))
    });
    Ok(rendered(format.media_type, whole.await?))
}

fn report(
    app: &App,
    reading: Reading,
    options: wire::Options,
    stop: &dyn Fn() -> bool,
) -> Option<wire::Report> {
    let found = app.claimant.extract_until(&reading.document, stop)?;
    app.metrics.claims(found.claims.len());
    Some(reading.report(found, options))
}

/// One line in, one line out, in order; the next line is read when this one's answer is taken.
async fn batch(State(app): State<Arc<App>>, body: Body) -> Response {
    let (sender, receiver) = mpsc::channel::<Result<String, std::convert::Infallible>>(1);
    tokio::spawn(async move {
        let mut stream = body.into_data_stream();
        let mut rest: Vec<u8> = Vec::new();
        // Line ends are looked for once, however small the pieces are that a line comes in.
        let mut searched = 0;
        let mut ended = false;
        while !ended {
            match tokio::time::timeout(app.limits.time, stream.next()).await {
                Ok(Some(Ok(chunk))) => rest.extend_from_slice(&chunk),
                Ok(None) => {
                    ended = true;
                    rest.push(b'\n');
                }
                // Broken off, or too slow: what came is answered, half a line is none.
                Ok(Some(Err(_))) | Err(_) => return,
            }
            let mut from = 0;
            while let Some(length) = rest[searched..].iter().position(|byte| *byte == b'\n') {
                let line = &rest[from..searched + length];
                searched += length + 1;
                from = searched;
                if line.trim_ascii().is_empty() {
                    continue;
                }
                let answer = match answer(&app, line).await {
                    Ok(answer) => answer,
                    Err(problem) => format!("{}\n", problem.json()),
                };
                if sender.send(Ok(answer)).await.is_err() {
                    return;
                }
            }
            rest.drain(..from);
            searched = rest.len();
            if rest.len() > app.limits.body {
                // Where the line ends is not known: nothing after it can be told from it.
                let _ = sender.send(Ok(format!("{}\n", request::too_large(&app.limits).json()))).await;
                return;
            }
        }
    });
    typed("application/x-ndjson", Body::from_stream(ReceiverStream::new(receiver)))
}

async fn answer(app: &Arc<App>, line: &[u8]) -> Result<String, Problem> {
    if line.len() > app.limits.body {
        return Err(request::too_large(&app.limits));
    }
    let article: Article = request::json(line)?;
    let options = article.options.into();
    let reading = article.reading()?;
    let lines = format("jsonl").expect("JSON Lines is a format");
    let deadline = now() + app.limits.time;
    let whole = analysis::run(app, deadline, true, move |app, stop| {
        Some(lines.whole(&report(app, reading, options, stop)?, &Look::plain()))
    });
    Ok(String::from_utf8(whole.await?).expect("JSON is UTF-8"))
}

async fn compared(
    State(app): State<Arc<App>>,
    asked: Result<Query<Asked>, QueryRejection>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let deadline = now() + app.limits.time;
    let format = comparison_format_asked(asked, &headers)?;
    let bytes = request::body(body, &app.limits, deadline).await?;
    let Articles { articles, options } = request::json(&bytes)?;
    if articles.len() < 2 {
        return Err(request::invalid("a comparison needs two articles or more"));
    }
    let readings = articles.into_iter().map(Article::reading).collect::<Result<Vec<Reading>, Problem>>()?;
    let options = wire::Options { with_text: options.with_text || format.needs_text };
    let whole = analysis::run(&app, deadline, false, move |app, stop| {
        let reports = readings
            .iter()
            .map(|reading| app.claimant.extract_until(&reading.document, stop))
            .collect::<Option<Vec<_>>>()?;
        let pairs = readings.iter().zip(&reports);
        let articles: Vec<_> = pairs
            .map(|(reading, report)| claimant_core::Article { document: &reading.document, report })
            .collect();
        let comparison = wire::Comparison::new(&compare(&articles), &articles, options);
        Some((format.write)(&comparison, &Look::plain()))
    });
    Ok(rendered(format.media_type, whole.await?))
}

async fn list_extractors() -> Response {
    let entry = |info: &claimant_core::Info| json!({"name": info.name, "summary": info.summary, "default": info.switch.name()});
    as_json(&extractors().map(entry).collect::<Vec<Value>>())
}

async fn list_formats() -> Response {
    let entry = |route, name, summary, media_type, extension| json!({"name": name, "of": route, "summary": summary, "media_type": media_type, "extension": extension});
    let of_reports = formats().map(|it| entry("reports", it.name, it.summary, it.media_type, it.extension));
    let of_comparisons =
        comparison_formats().map(|it| entry("comparisons", it.name, it.summary, it.media_type, it.extension));
    as_json(&of_reports.chain(of_comparisons).collect::<Vec<Value>>())
}

async fn ready(State(app): State<Arc<App>>) -> Result<&'static str, Problem> {
    if app.draining.load(Ordering::Relaxed) {
        return Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "draining", "the server is about to stop"));
    }
    if app.places.available_permits() == 0 {
        return Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "busy", "the queue is full"));
    }
    Ok("ready\n")
}

async fn metrics(State(app): State<Arc<App>>) -> Response {
    typed("text/plain; version=0.0.4", app.metrics.text(&app))
}
