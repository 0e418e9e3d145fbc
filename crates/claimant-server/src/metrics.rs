//! Counters, in Prometheus' text form.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::app::App;

#[derive(Debug, Default)]
pub(crate) struct Metrics {
    /// By the first digit of the status, from 1xx.
    by_class: [AtomicU64; 5],
    busy: AtomicU64,
    micros: AtomicU64,
    claims: AtomicU64,
}

impl Metrics {
    pub(crate) fn answered(&self, status: u16, busy: bool, took: Duration) {
        let class = usize::from(status / 100).clamp(1, 5) - 1;
        self.by_class[class].fetch_add(1, Ordering::Relaxed);
        self.busy.fetch_add(u64::from(busy), Ordering::Relaxed);
        self.micros.fetch_add(u64::try_from(took.as_micros()).unwrap_or(u64::MAX), Ordering::Relaxed);
    }

    pub(crate) fn claims(&self, count: usize) {
        self.claims.fetch_add(count as u64, Ordering::Relaxed);
    }

    pub(crate) fn text(&self, app: &App) -> String {
        let get = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        let mut text = String::from(
            "# HELP claimant_requests_total Requests answered.\n# TYPE claimant_requests_total counter\n",
        );
        for (class, counter) in self.by_class.iter().enumerate() {
            text += &format!("claimant_requests_total{{status=\"{}xx\"}} {}\n", class + 1, get(counter));
        }
        let mut add = |name: &str, kind: &str, help: &str, value: String| {
            text += &format!("# HELP {name} {help}\n# TYPE {name} {kind}\n{name} {value}\n");
        };
        let limits = &app.limits;
        let running = limits.analyses.saturating_sub(app.running.available_permits());
        let taken = (limits.analyses + limits.queue).saturating_sub(app.places.available_permits());
        let seconds = get(&self.micros) as f64 / 1e6;
        let summed = "Seconds from heads to answers, summed.";
        add("claimant_request_seconds_total", "counter", summed, seconds.to_string());
        let refused = "Requests refused for a full queue.";
        add("claimant_rejected_total", "counter", refused, get(&self.busy).to_string());
        add("claimant_claims_total", "counter", "Claims found.", get(&self.claims).to_string());
        add("claimant_analyses", "gauge", "Analyses that run.", running.to_string());
        let waiting = taken.saturating_sub(running);
        add("claimant_queue", "gauge", "Requests that wait for an analysis.", waiting.to_string());
        text
    }
}
