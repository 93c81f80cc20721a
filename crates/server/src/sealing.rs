//! The record is sealed again and again, by one node of all: what was done before can be changed unnoticed only until then.

use async_trait::async_trait;
use base::Result;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use store::{Db, Does, Done, Handler, Payload, Queue, Schedule, handler};

/// Between two sealings. Where nothing was put on record in between, nothing is written.
const EVERY: TimeDelta = TimeDelta::minutes(10);

/// Seals what was put on record since.
#[derive(Serialize, Deserialize)]
struct SealRecord(u8);

impl Payload for SealRecord {
    const KIND: &'static str = "seal-record";
    const QUEUE: Queue = Queue::Work;

    fn once(&self) -> Option<String> {
        Some(String::new())
    }
}

/// The first time at once.
pub(crate) fn schedule() -> Result<Schedule> {
    Schedule::every(EVERY, &SealRecord(0))
}

/// Who does it.
pub(crate) fn sealer(db: &Db) -> Arc<dyn Handler> {
    handler::<SealRecord>(Sealer { db: db.clone() })
}

struct Sealer {
    db: Db,
}

#[async_trait]
impl Does<SealRecord> for Sealer {
    async fn work(&self, _job: SealRecord, _id: i64) -> Result<Done> {
        self.db.seal_audit().await?;
        Ok(Done::Yes)
    }
}
