//! What happens to pictures by itself: a consent ends, and one that nobody described is forgotten.

use std::sync::Arc;

use async_trait::async_trait;
use base::{Result, Time};
use serde::{Deserialize, Serialize};
use store::{Does, Done, FileUse, Handler, Payload, Queue, handler, params};
use web::Hub;
use web::parts::Chore;

use crate::rows;
use crate::rules::{ALL, KIND, PARTS, thing, topic};

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

/// Pictures that are looked at in one round.
const ENDED: i64 = 1_000;
/// How long ago a consent ended whose job may have been lost.
const LATELY: chrono::TimeDelta = chrono::TimeDelta::days(3);

/// Outdates the pages that show pictures whose consent has ended lately: whatever became of its job.
pub(crate) struct Ended;

#[async_trait]
impl Chore for Ended {
    async fn run(&self, hub: &Hub) -> Result<()> {
        let ids = rows::ended(&hub.db.read(), hub.now() - LATELY, hub.now(), ENDED).await?;
        if ids.is_empty() {
            return Ok(());
        }
        let tx = hub.db.begin().await?;
        for id in ids {
            tx.changed(KIND, id, true, &[topic(id), ALL.to_owned()]).await?;
        }
        tx.commit().await
    }
}

/// Forgets pictures that nobody described, and those that were not to be shown for long, with their files and words.
pub(crate) struct Forgotten;

#[async_trait]
impl Chore for Forgotten {
    async fn run(&self, hub: &Hub) -> Result<()> {
        for id in rows::forgotten(&hub.db.read(), hub.now(), FORGOTTEN).await? {
            let tx = hub.db.begin().await?;
            // Somebody may describe it at this moment.
            tx.one_at_a_time(&format!("picture {id}")).await?;
            let files = rows::files(&tx, &[id]).await?.remove(&id).unwrap_or_default();
            if !rows::delete(&tx, id).await? {
                continue;
            }
            for (file, part) in files.iter().zip(PARTS) {
                tx.end_file_use(&file.hash, &FileUse::of(KIND, id, part), tx.now()).await?;
            }
            texts::forget(&tx, thing(id)).await?;
            tx.commit().await?;
        }
        Ok(())
    }
}
