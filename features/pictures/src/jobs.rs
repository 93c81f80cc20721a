//! What happens to pictures by itself: a consent ends, and one that nobody described is forgotten.

use std::sync::Arc;

use async_trait::async_trait;
use base::{Result, Time};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use store::{Does, Done, FileUse, Handler, Payload, Queue, handler, params};
use web::Hub;
use web::parts::Chore;

use crate::rows;
use crate::rules::{ALL, KIND, topic};

/// How long a picture may wait for its description.
const WAITS: TimeDelta = TimeDelta::days(7);
/// Pictures that are forgotten in one round.
const FORGOTTEN: i64 = 200;

/// The consent of those whom a picture shows has ended: pages that are kept show it no more. Whoever asks anew does not get it
/// anyway.
#[derive(Serialize, Deserialize)]
pub struct ConsentEnds {
    /// The picture.
    pub picture: i64,
    /// When: of a consent that was given anew nothing happens.
    pub at: Time,
}

impl Payload for ConsentEnds {
    const KIND: &'static str = "pictures.consent-ends";
    const QUEUE: Queue = Queue::Work;
}

pub(crate) fn jobs(hub: &Hub) -> Vec<Arc<dyn Handler>> {
    vec![handler::<ConsentEnds>(Ender(hub.clone()))]
}

struct Ender(Hub);

#[async_trait]
impl Does<ConsentEnds> for Ender {
    async fn work(&self, job: ConsentEnds, _id: i64) -> Result<Done> {
        let tx = self.0.db.begin().await?;
        let ended = "SELECT COUNT(*) AS n FROM pictures WHERE id = $1 AND consent_until = $2";
        if tx.number(ended, params![job.picture, job.at]).await? > 0 {
            tx.changed(KIND, job.picture, true, &[topic(job.picture), ALL.to_owned()]).await?;
            tx.commit().await?;
        }
        Ok(Done::Yes)
    }
}

/// Forgets pictures that nobody described.
pub(crate) struct Undescribed;

#[async_trait]
impl Chore for Undescribed {
    async fn run(&self, hub: &Hub) -> Result<()> {
        let old = rows::forgotten(&hub.db.read(), hub.now() - WAITS, FORGOTTEN).await?;
        let mut files = rows::files(&hub.db.read(), &old).await?;
        for id in old {
            let tx = hub.db.begin().await?;
            for (file, part) in files.remove(&id).unwrap_or_default().iter().zip(["first", "second", "third"]) {
                tx.end_file_use(&file.hash, &FileUse::of(KIND, id, part), tx.now()).await?;
            }
            rows::delete(&tx, id).await?;
            tx.commit().await?;
        }
        Ok(())
    }
}
