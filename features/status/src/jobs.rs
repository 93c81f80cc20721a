//! What is done later: a decision comes into force on its day.

use std::sync::Arc;

use async_trait::async_trait;
use base::{Actor, CityId, Fail, Result};
use serde::{Deserialize, Serialize};
use store::{Does, Done, Handler, Payload, Queue, handler};
use web::Hub;

use crate::force::{drop, put_into_force};
use crate::rows;

/// Puts a decision about this city into force, if it still waits for its day.
#[derive(Serialize, Deserialize)]
pub(crate) struct ComesIntoForce {
    pub city: CityId,
    pub decision: i64,
}

impl Payload for ComesIntoForce {
    const KIND: &'static str = "status.comes-into-force";
    const QUEUE: Queue = Queue::Work;

    fn once(&self) -> Option<String> {
        Some(base::id::write_id(self.decision))
    }
}

pub(crate) fn jobs(hub: &Hub) -> Vec<Arc<dyn Handler>> {
    vec![handler::<ComesIntoForce>(Force(hub.clone()))]
}

struct Force(Hub);

#[async_trait]
impl Does<ComesIntoForce> for Force {
    async fn work(&self, job: ComesIntoForce, _id: i64) -> Result<Done> {
        let tx = self.0.db.begin().await?;
        rows::lock(&tx, job.city).await?;
        let decided = match rows::one(&tx, job.city, job.decision).await {
            Err(Fail::NotFound) => return Ok(Done::Yes),
            decided => decided?,
        };
        if !decided.is_open() {
            return Ok(Done::Yes);
        }
        let city = cities::by_ids(&tx, &[job.city]).await?.remove(&job.city).ok_or(Fail::NotFound)?;
        // The city may stand elsewhere by now: then there is nothing for it to follow on.
        match decided.decision.may_follow(city.membership) {
            true => put_into_force(&tx, &Actor::System, &city.slug, &decided).await?,
            false => drop(&tx, &Actor::System, &city.slug, &decided, "").await?,
        }
        tx.commit().await?;
        Ok(Done::Yes)
    }
}
