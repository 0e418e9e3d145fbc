//! What requests share.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use axum::http::HeaderValue;
use claimant_core::Claimant;
use tokio::sync::Semaphore;

use crate::metrics::Metrics;

/// What a server takes on at most.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes of a request's body; of a line, for batches.
    pub body: usize,
    /// From the end of a request's head to its answer; for each line of a batch.
    pub time: Duration,
    /// Analyses at once.
    pub analyses: usize,
    /// Requests that wait for their analysis.
    pub queue: usize,
    /// For reading a request's head.
    pub header: Duration,
    /// Connections at once.
    pub connections: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            body: 4 << 20,
            time: Duration::from_secs(30),
            analyses: std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get),
            queue: 64,
            header: Duration::from_secs(10),
            connections: 1024,
        }
    }
}

/// Who may ask.
#[derive(Clone, Default)]
pub struct Access {
    /// The bearer token that `/v1/` asks for, if any.
    pub token: Option<String>,
    /// The origins whose pages browsers may let ask (CORS); `*` is all of them. None unless given.
    pub origins: Vec<HeaderValue>,
}

/// What requests share: make one for a server.
pub struct App {
    pub(crate) claimant: Claimant,
    pub(crate) limits: Limits,
    pub(crate) access: Access,
    /// A place each for those that run and those that wait.
    pub(crate) places: Arc<Semaphore>,
    pub(crate) running: Arc<Semaphore>,
    pub(crate) metrics: Metrics,
    pub(crate) draining: AtomicBool,
}

impl App {
    /// With its limits, and who may ask.
    pub fn new(claimant: Claimant, limits: Limits, access: Access) -> Arc<App> {
        let places = Arc::new(Semaphore::new(limits.analyses + limits.queue));
        let running = Arc::new(Semaphore::new(limits.analyses));
        let (metrics, draining) = (Metrics::default(), AtomicBool::new(false));
        Arc::new(App { claimant, limits, access, places, running, metrics, draining })
    }
}

impl std::fmt::Debug for Access {
    // Never the token.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Access").field("origins", &self.origins).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("limits", &self.limits).finish_non_exhaustive()
    }
}
