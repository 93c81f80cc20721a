//! What an operator watches: looked up from time to time, while somebody may ask.

use std::time::Duration;

use base::Result;
use metrics::gauge;
use store::is_followed;
use tokio::sync::watch;
use web::Hub;

/// From one look to the next.
const LOOK: Duration = Duration::from_secs(15);

/// Looks until `stop` is true.
pub(crate) async fn run(hub: Hub, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        if let Err(error) = look(&hub).await {
            tracing::warn!(%error, "what is to be watched cannot be looked up");
        }
        tokio::select! {
            () = tokio::time::sleep(LOOK) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Looks once.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn look(hub: &Hub) -> Result<()> {
    let sql = hub.db.read();
    let now = hub.now();
    for waits in store::backlog(&sql, now).await? {
        let queue = waits.queue.code();
        let oldest = waits.oldest.map_or(0.0, |since| (now - since).as_seconds_f64().max(0.0));
        gauge!("hub_jobs_due", "queue" => queue).set(waits.due as f64);
        gauge!("hub_jobs_dead", "queue" => queue).set(waits.dead as f64);
        gauge!("hub_jobs_oldest_seconds", "queue" => queue).set(oldest);
    }
    gauge!("hub_index_entries").set(hub.index.len() as f64);
    gauge!("hub_index_behind").set(f64::from(u8::from(!is_followed(&sql, hub.index.cursor()).await?)));
    for own in store::following(&sql).await? {
        let behind = own.since.map_or(0.0, |since| (now - since).as_seconds_f64().max(0.0));
        gauge!("hub_events_behind_seconds", "follower" => own.name.clone()).set(behind);
        gauge!("hub_events_aside", "follower" => own.name).set(own.aside as f64);
    }
    let (pages, bytes) = hub.cache.size();
    gauge!("hub_kept_pages").set(pages as f64);
    gauge!("hub_kept_pages_bytes").set(bytes as f64);
    for (pool, busy) in hub.db.busy_connections() {
        gauge!("hub_database_connections_busy", "pool" => pool).set(busy as f64);
    }
    if let Ok((free, all)) = hub.blobs.room() {
        gauge!("hub_disk_free_bytes").set(free as f64);
        gauge!("hub_disk_bytes").set(all as f64);
    }
    Ok(())
}
