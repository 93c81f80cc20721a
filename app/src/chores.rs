//! What is tidied up at each start and once a day.

use std::time::Duration;

use base::Result;
use tokio::sync::watch;
use web::Hub;

/// From one round to the next.
const ROUND: Duration = Duration::from_secs(24 * 60 * 60);

/// Tidies up until `stop` is true.
pub(crate) async fn run(hub: Hub, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        tokio::select! {
            outcome = tidy_up(&hub) => {
                if let Err(error) = outcome {
                    tracing::warn!(%error, "tidying up did not come to its end; it is tried again tomorrow");
                }
            }
            _ = stop.changed() => return,
        }
        tokio::select! {
            () = tokio::time::sleep(ROUND) => {}
            _ = stop.changed() => {}
        }
    }
}

/// One round of every feature's chores and the store's own.
///
/// # Errors
/// Of the first one that fails; the others are done all the same.
pub async fn tidy_up(hub: &Hub) -> Result<()> {
    let mut outcome = forget_changes(hub).await;
    for chore in &hub.parts.chores {
        outcome = outcome.and(chore.run(hub).await);
    }
    outcome
}

async fn forget_changes(hub: &Hub) -> Result<()> {
    let tx = hub.db.begin().await?;
    tx.forget_old_changes().await?;
    tx.commit().await
}
