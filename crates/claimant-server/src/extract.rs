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
use crate::request::{self, Sent};

pub(crate) async fn extract(
    State(app): State<Arc<App>>,
    asked: Result<Query<Asked>, QueryRejection>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let deadline = now() + app.limits.time;
    let format = format_asked(asked, &headers)?;
    let bytes = request::body(body, &app.limits, deadline).await?;
    let sent = Sent::new(bytes, &headers)?;
    let options = wire::Options { with_text: sent.options().with_text || format.needs_text };
    let whole = analysis::run(&app, deadline, false, move |app, stop| {
        let report = report(app, sent.reading(&app.limits), options, stop)?;
        Some(report.map(|report| format.whole(&report, &Look::plain())))
    });
    Ok(rendered(format.media_type, whole.await??))
}

/// The report of what was read; None where it was told to stop.
pub(crate) fn report(
    app: &App,
    reading: Result<Reading, Problem>,
    options: wire::Options,
    stop: &dyn Fn() -> bool,
) -> Option<Result<wire::Report, Problem>> {
    let reading = match reading {
        Ok(reading) => reading,
        Err(problem) => return Some(Err(problem)),
    };
    let found = app.claimant.extract_until(&reading.document, stop)?;
    app.metrics.read(&reading.document.text, found.claims.len());
    Some(Ok(reading.report(found, options)))
}
