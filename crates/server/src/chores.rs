//! What is tidied up: at each start, and once a day by one node of all.

use async_trait::async_trait;
use base::Result;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::time::Duration;
use store::{Does, Done, Handler, Payload, Queue, Schedule, handler};
use web::{Hub, Parts};

/// One round of tidying up.
#[derive(Serialize, Deserialize)]
pub(crate) struct TidyUp(u8);

impl Payload for TidyUp {
    const KIND: &'static str = "tidy-up";
    const QUEUE: Queue = Queue::Work;
    /// It goes in steps, and through everything.
    const LIMIT: Duration = Duration::from_secs(60 * 60);

    fn once(&self) -> Option<String> {
        Some(String::new())
    }
}

/// Asks for a round at once: what a new program has to do is not done tomorrow.
///
/// # Errors
/// When the database takes no writes.
pub(crate) async fn ask(hub: &Hub) -> Result<()> {
    let tx = hub.db.begin().await?;
    tx.enqueue(&TidyUp(0)).await?;
    tx.commit().await
}

/// A round a day.
pub(crate) fn schedule() -> Result<Schedule> {
    Schedule::every(TimeDelta::days(1), &TidyUp(0))
}

/// Who does it.
pub(crate) fn tidier(hub: &Hub, parts: &Arc<Parts>) -> Arc<dyn Handler> {
    handler::<TidyUp>(Tidier { hub: hub.clone(), parts: parts.clone() })
}

struct Tidier {
    hub: Hub,
    parts: Arc<Parts>,
}

#[async_trait]
impl Does<TidyUp> for Tidier {
    async fn work(&self, _job: TidyUp, _id: i64) -> Result<Done> {
        tidy_up(&self.hub, &self.parts).await?;
        Ok(Done::Yes)
    }
}

/// One round of every feature's chores and the store's own.
///
/// # Errors
/// Of the first one that fails; the others are done all the same.
pub async fn tidy_up(hub: &Hub, parts: &Parts) -> Result<()> {
    let mut outcome = forget_old_rows(hub).await;
    outcome = outcome.and(web::post::rank_waiting(hub, &parts.letters).await);
    for chore in &parts.chores {
        outcome = outcome.and(chore.run(hub).await);
    }
    // What is not named goes: only where naming what is needed came to its end in this very round.
    outcome?;
    web::files::remove_unused(hub).await
}

async fn forget_old_rows(hub: &Hub) -> Result<()> {
    loop {
        let tx = hub.db.begin().await?;
        let forgotten = tx.forget_old_changes().await?;
        tx.commit().await?;
        if forgotten == 0 {
            break;
        }
    }
    loop {
        let tx = hub.db.begin().await?;
        let forgotten = tx.forget_old_events().await?;
        tx.commit().await?;
        if forgotten == 0 {
            break;
        }
    }
    let tx = hub.db.begin().await?;
    tx.forget_old_forms().await?;
    tx.forget_old_notices().await?;
    store::forget_old_letters(&tx).await?;
    tx.commit().await
}
