//! `POST /v1/extract`: the claims of one article.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use claimant_core::wire;
use claimant_read::Reading;
use claimant_render::Look;

use crate::analysis;
use crate::answers::rendered;
use crate::app::App;
use crate::clock::now;
use crate::negotiate::{Asked, format_asked};
use crate::problem::Problem;
use crate::request::{self, Article, Options};

pub(crate) async fn extract(
    State(app): State<Arc<App>>,
    asked: Result<Query<Asked>, QueryRejection>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let deadline = now() + app.limits.time;
    let format = format_asked(asked, &headers)?;
    let bytes = request::body(body, &app.limits, deadline).await?;
    let media_type = request::media_type(&headers);
    let (reading, options) = if media_type == "application/json" {
        let article: Article = request::json(&bytes)?;
        let options = article.options.unwrap_or_default();
        (article.reading()?, options)
    } else {
        (request::bare(bytes, &media_type)?, Options::default())
    };
    let options = wire::Options { with_text: options.with_text || format.needs_text };
    let whole = analysis::run(&app, deadline, false, move |app, stop| {
        Some(format.whole(&report(app, reading, options, stop)?, &Look::plain()))
    });
    Ok(rendered(format.media_type, whole.await?))
}

pub(crate) fn report(
    app: &App,
    reading: Reading,
    options: wire::Options,
    stop: &dyn Fn() -> bool,
) -> Option<wire::Report> {
    let found = app.claimant.extract_until(&reading.document, stop)?;
    app.metrics.read(&reading.document.text, found.claims.len());
    Some(reading.report(found, options))
}
