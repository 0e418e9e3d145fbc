//! `POST /v1/compare`: several articles set against each other.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use claimant_core::{compare_until, wire};
use claimant_read::Reading;
use claimant_render::Look;

use crate::analysis;
use crate::answers::rendered;
use crate::app::App;
use crate::clock::now;
use crate::negotiate::{Asked, comparison_format_asked};
use crate::problem::Problem;
use crate::request::{self, Articles};

pub(crate) async fn compared(
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
    if articles.iter().any(|article| article.options.is_some()) {
        return Err(request::invalid("options stand beside the articles here, once for all of them"));
    }
    let options = wire::Options { with_text: options.with_text || format.needs_text };
    let whole = analysis::run(&app, deadline, false, move |app, stop| {
        let mut readings: Vec<Reading> = Vec::new();
        for article in articles {
            match article.reading(&app.limits) {
                _ if stop() => return None,
                Ok(reading) => readings.push(reading),
                Err(problem) => return Some(Err(problem)),
            }
        }
        let found = readings
            .into_iter()
            .map(|reading| {
                let found = app.claimant.extract_until(&reading.document, stop)?;
                app.metrics.read(&reading.document.text, found.claims.len());
                Some(reading.join(found))
            })
            .collect::<Option<Vec<_>>>()?;
        let articles: Vec<_> =
            found.iter().map(|(document, report)| claimant_core::Article { document, report }).collect();
        let comparison = wire::Comparison::new(&compare_until(&articles, stop)?, &articles, options);
        Some(Ok((format.write)(&comparison, &Look::plain())))
    });
    Ok(rendered(format.media_type, whole.await??))
}
