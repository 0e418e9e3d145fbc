//! The routes.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::Router;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use claimant_core::{extractors, wire};
use claimant_render::{comparison_formats, formats};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::answers::{as_json, typed};
use crate::app::App;
use crate::batch::batch;
use crate::comparison::compared;
use crate::exchange::exchange;
use crate::extract::extract;
use crate::problem::Problem;
use crate::request::invalid;
use crate::{cors, metrics, openapi, page};

/// The interface.
pub fn router(app: Arc<App>) -> Router {
    let origins = app.access.origins.clone();
    let router = Router::new()
        .route("/v1/extract", post(extract))
        .route("/v1/batch", post(batch))
        .route("/v1/compare", post(compared))
        .route("/v1/extractors", get(list_extractors))
        .route("/v1/formats", get(list_formats))
        .route("/v1/schema", get(schema))
        .route("/openapi.json", get(async || as_json(&openapi::document())))
        .route("/healthz", get(async || "ok\n"))
        .route("/readyz", get(ready))
        .route("/metrics", get(counted))
        .merge(page::routes())
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
        .with_state(app);
    cors::open(router, &origins)
}

/// The route as a word of our own, for counters and logs; a file of the page is the page's.
pub(crate) fn known(route: &str) -> &'static str {
    const ROUTES: [&str; 11] = [
        "/v1/extract",
        "/v1/batch",
        "/v1/compare",
        "/v1/extractors",
        "/v1/formats",
        "/v1/schema",
        "/openapi.json",
        "/docs",
        "/healthz",
        "/readyz",
        "/metrics",
    ];
    ROUTES.into_iter().find(|known| *known == route).unwrap_or("/")
}

/// What stands after `?`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "lowercase")]
struct Which {
    #[serde(default)]
    of: Of,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Of {
    #[default]
    Reports,
    Comparisons,
}

async fn schema(which: Result<Query<Which>, QueryRejection>) -> Result<Response, Problem> {
    let Ok(Query(which)) = which else {
        return Err(invalid("the query: `of` is `reports` or `comparisons`"));
    };
    Ok(as_json(&match which.of {
        Of::Reports => wire::schema(),
        Of::Comparisons => wire::comparison_schema(),
    }))
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

async fn counted(State(app): State<Arc<App>>) -> Response {
    typed(metrics::MEDIA_TYPE, app.metrics.text(&app))
}
