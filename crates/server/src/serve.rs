//! Serving until told to stop: requests finish, jobs are handed back, the index is committed.

use std::sync::Arc;

use base::{Fail, Result};
use store::Queue;
use tokio::net::TcpListener;
use tokio::sync::watch;
use web::serve::router;

use crate::hub::Opened;
use crate::settings::Settings;
use crate::supervise::supervise;
use crate::{chores, connections, sealing};

/// Letters that leave at once.
const MAILERS: usize = 2;
/// Short jobs done at once.
const HANDS: usize = 2;

/// Serves on `listener` until `stop` resolves.
///
/// # Errors
/// When the database takes no writes at the start, or the address of the metrics cannot be listened on.
pub async fn serve(
    opened: Opened,
    listener: TcpListener,
    settings: &Settings,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<()> {
    let (told, stopping) = watch::channel(false);
    let Opened { hub, parts, follower, events, worker, routes, .. } = opened;
    if !hub.mailer.leaves() {
        let folder = settings.data.join("mail");
        tracing::warn!("no mail leaves: `smtp_url` is not set, and letters become files in {}", folder.display());
    }
    if let Err(error) = worker.take_back().await {
        tracing::warn!(%error, "what this node held when it was killed is taken back in a minute");
    }
    let worker = Arc::new(worker.scheduled(vec![chores::schedule()?, sealing::schedule()?]));
    chores::ask(&hub).await?;
    let mut background = Vec::new();
    let follower = Arc::new(follower);
    background.push(supervise("follower", stopping.clone(), move |stop| {
        let follower = follower.clone();
        async move { follower.run(stop).await }
    }));
    for follower in events.into_iter().map(Arc::new) {
        background.push(supervise(follower.name(), stopping.clone(), move |stop| {
            let follower = follower.clone();
            async move { follower.run(stop).await }
        }));
    }
    let workers = [(Queue::Letters, MAILERS), (Queue::Work, HANDS), (Queue::Slow, settings.workers)];
    for (queue, count) in workers {
        for _ in 0..count {
            let worker = worker.clone();
            background.push(supervise(queue.code(), stopping.clone(), move |stop| {
                let worker = worker.clone();
                async move { worker.run(queue, stop).await }
            }));
        }
    }
    if let Some(address) = settings.metrics_listen {
        metrics_exporter_prometheus::PrometheusBuilder::new()
            .with_http_listener(address)
            .install()
            .map_err(|error| Fail::Unavailable(format!("`metrics_listen`: {error}")))?;
        let hub = hub.clone();
        background.push(supervise("gauges", stopping.clone(), move |stop| crate::gauges::run(hub.clone(), stop)));
    }
    let router = router(&hub, &parts, routes);
    let server = tokio::spawn(connections::serve(listener, router, settings.limits(), stopping.clone()));
    stop.await;
    tracing::info!("stopping: requests finish, jobs are handed back");
    let _ = told.send(true);
    let _ = server.await;
    for task in background {
        let _ = task.await;
    }
    // The follower commits with each step: the index is as far as the last one.
    hub.db.close().await;
    Ok(())
}

/// Resolves on SIGTERM or Ctrl-C.
pub async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
