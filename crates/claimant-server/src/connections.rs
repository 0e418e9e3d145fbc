//! Connections: so many at once, heads read within their time, and an end that finishes what was accepted.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_io_timeout::TimeoutStream;

use crate::app::App;
use crate::routes::router;

/// Serves until `stop` is done; then takes no more connections and finishes the requests that it has, for as long
/// as one may take.
pub async fn serve(app: Arc<App>, listener: TcpListener, stop: impl Future<Output = ()>) {
    let graceful = GracefulShutdown::new();
    let slots = Arc::new(Semaphore::new(app.limits.connections));
    let router: Router = router(app.clone());
    let mut stop = std::pin::pin!(stop);
    loop {
        let accept = async {
            let slot = slots.clone().acquire_owned().await.expect("the semaphore is never closed");
            (slot, listener.accept().await)
        };
        let (slot, accepted) = tokio::select! {
            () = &mut stop => break,
            accepted = accept => accepted,
        };
        let Ok((stream, _)) = accepted else {
            // Out of file descriptors, mostly: those that close give some back.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let _ = stream.set_nodelay(true);
        // Who does not take the answer does not hold the connection.
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(app.limits.time));
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(app.limits.header)
            .serve_connection(TokioIo::new(Box::pin(stream)), TowerToHyperService::new(router.clone()));
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // A client that goes is no error of ours.
            let _ = connection.await;
            drop(slot);
        });
    }
    drop(listener);
    app.draining.store(true, Ordering::Relaxed);
    tracing::info!("draining");
    let most = app.limits.time + Duration::from_secs(1);
    if tokio::time::timeout(most, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests were not done in time");
    }
}
