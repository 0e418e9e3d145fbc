//! Analyses off the async threads, so many at once, that stop when their time is up or their caller is gone.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use axum::http::StatusCode;

use crate::app::App;
use crate::clock::now;
use crate::problem::Problem;

/// Tells the analysis that nobody waits for it any more.
struct Caller(Arc<AtomicBool>);

impl Drop for Caller {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Runs `work` with the question whether to stop; None from it means that it did. Refuses at once where the queue
/// is full, unless the request has its place already (`in_turn`: the lines of a batch).
pub(crate) async fn run<T: Send + 'static>(
    app: &Arc<App>,
    deadline: Instant,
    in_turn: bool,
    work: impl FnOnce(&App, &dyn Fn() -> bool) -> Option<T> + Send + 'static,
) -> Result<T, Problem> {
    let late = || {
        Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "time-limit",
            format!("no result within {:?}: send less text, or raise time-limit", app.limits.time),
        )
    };
    let place = match app.places.clone().try_acquire_owned() {
        Ok(place) => Some(place),
        Err(_) if in_turn => None,
        Err(_) => {
            return Err(Problem::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "busy",
                "all analyses are taken and the queue is full: try again after Retry-After seconds",
            ));
        }
    };
    let turn = tokio::time::timeout_at(deadline.into(), app.running.clone().acquire_owned());
    let turn = turn.await.map_err(|_| late())?.expect("the semaphore is never closed");
    let gone = Arc::new(AtomicBool::new(false));
    let _caller = Caller(gone.clone());
    let shared = app.clone();
    let task = tokio::task::spawn_blocking(move || {
        // Held until the work has really stopped, whoever still waits for it.
        let _held = (place, turn);
        work(&shared, &|| gone.load(Ordering::Relaxed) || now() >= deadline)
    });
    match task.await {
        Ok(done) => done.ok_or_else(late),
        Err(_) => Err(Problem::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "the analysis failed: this is a fault of claimant, please report it",
        )),
    }
}
