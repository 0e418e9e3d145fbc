//! What is counted, for Prometheus.

use std::time::Duration;

use prometheus_client::encoding::text::encode;
use prometheus_client::encoding::{EncodeLabelSet, EncodeLabelValue, LabelValueEncoder};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

use crate::app::App;

/// What the text form is called.
pub(crate) const MEDIA_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Upper ends, in seconds: an article takes some milliseconds, a book some seconds.
const BUCKETS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0];

/// A word from a list of our own: never a path, a header or anything else that a caller chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Word(pub &'static str);

impl EncodeLabelValue for Word {
    fn encode(&self, encoder: &mut LabelValueEncoder<'_>) -> Result<(), std::fmt::Error> {
        EncodeLabelValue::encode(&self.0, encoder)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    route: Word,
    status: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: Word,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Reason {
    reason: Word,
}

#[derive(Debug)]
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Answered, Counter>,
    seconds: Family<Route, Histogram, fn() -> Histogram>,
    rejections: Family<Reason, Counter>,
    words: Counter,
    claims: Counter,
    analyses: Gauge,
    queue: Gauge,
}

impl Default for Metrics {
    fn default() -> Metrics {
        let mut metrics = Metrics {
            registry: Registry::default(),
            requests: Family::default(),
            seconds: Family::new_with_constructor(|| Histogram::new(BUCKETS)),
            rejections: Family::default(),
            words: Counter::default(),
            claims: Counter::default(),
            analyses: Gauge::default(),
            queue: Gauge::default(),
        };
        let Metrics { registry, requests, seconds, rejections, words, claims, analyses, queue } =
            &mut metrics;
        registry.register("claimant_requests", "Requests answered", requests.clone());
        registry.register(
            "claimant_request_seconds",
            "Seconds from a request's head to its answer's",
            seconds.clone(),
        );
        registry.register("claimant_rejections", "Requests and lines of batches refused", rejections.clone());
        registry.register("claimant_words", "Words read, as white space parts them", words.clone());
        registry.register("claimant_claims", "Claims found", claims.clone());
        registry.register("claimant_analyses", "Analyses that run", analyses.clone());
        registry.register("claimant_queue", "Requests that wait for an analysis", queue.clone());
        metrics
    }
}

impl Metrics {
    pub(crate) fn answered(&self, route: &'static str, status: u16, took: Duration) {
        let route = Word(route);
        self.requests.get_or_create(&Answered { route, status: u32::from(status) }).inc();
        self.seconds.get_or_create(&Route { route }).observe(took.as_secs_f64());
    }

    pub(crate) fn refused(&self, reason: &'static str) {
        self.rejections.get_or_create(&Reason { reason: Word(reason) }).inc();
    }

    pub(crate) fn read(&self, text: &str, claims: usize) {
        self.words.inc_by(text.split_whitespace().count() as u64);
        self.claims.inc_by(claims as u64);
    }

    pub(crate) fn text(&self, app: &App) -> String {
        let limits = &app.limits;
        let running = limits.analyses.saturating_sub(app.running.available_permits());
        let taken = (limits.analyses + limits.queue).saturating_sub(app.places.available_permits());
        self.analyses.set(running as i64);
        self.queue.set(taken.saturating_sub(running) as i64);
        let mut text = String::new();
        encode(&mut text, &self.registry).expect("a string takes all that is written");
        text
    }
}
