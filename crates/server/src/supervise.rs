//! Work in the background that must not end.

use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How long to wait before work that ended is begun again.
const PAUSE: Duration = Duration::from_secs(1);

/// Keeps `work` going until `stop` is true: a panic ends one round of it, never the work for good. `work` ends by
/// itself when `stop` is true.
pub(crate) fn supervise<F>(
    name: &'static str,
    stop: watch::Receiver<bool>,
    work: impl Fn(watch::Receiver<bool>) -> F + Send + 'static,
) -> JoinHandle<()>
where
    F: Future<Output = ()> + Send + 'static,
{
    tokio::spawn(async move {
        loop {
            let ended = tokio::spawn(work(stop.clone())).await;
            if *stop.borrow() {
                return;
            }
            let why = ended.err().map_or_else(|| "it ended".to_owned(), |error| error.to_string());
            metrics::counter!("hub_background_ended_total", "task" => name).increment(1);
            tracing::error!(name, why, "background work ended; it is begun again");
            tokio::time::sleep(PAUSE).await;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[tokio::test(start_paused = true)]
    async fn work_that_panics_is_begun_again() {
        let (told, stopping) = watch::channel(false);
        let begun = Arc::new(AtomicUsize::new(0));
        let count = begun.clone();
        let task = supervise("test", stopping, move |mut stop| {
            let count = count.clone();
            async move {
                assert!(count.fetch_add(1, Ordering::SeqCst) >= 2, "on purpose");
                let _ = stop.wait_for(|stop| *stop).await;
            }
        });
        while begun.load(Ordering::SeqCst) < 3 {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let _ = told.send(true);
        task.await.expect("it ends when it is told to");
        assert_eq!(begun.load(Ordering::SeqCst), 3);
    }
}
