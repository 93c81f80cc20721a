//! What is done later: after a major version each city is asked to sign it.

use std::sync::Arc;

use async_trait::async_trait;
use base::{Actor, CityId, Result};
use chrono::{Days, TimeDelta};
use serde::{Deserialize, Serialize};
use store::{Day, Does, Done, Handler, Payload, Queue, Tx, handler};
use web::Hub;

use crate::events::ASKED;
use crate::rules::Version;
use crate::{asked_rows, rows};

/// Asks the next members behind this one to sign this version.
#[derive(Serialize, Deserialize)]
pub(crate) struct Ask {
    pub version: i64,
    pub behind: i64,
}

impl Payload for Ask {
    const KIND: &'static str = "principles.ask";
    const QUEUE: Queue = Queue::Work;

    fn once(&self) -> Option<String> {
        Some(format!("{} {}", self.version, self.behind))
    }
}

pub(crate) fn jobs(hub: &Hub) -> Vec<Arc<dyn Handler>> {
    vec![handler::<Ask>(Asks(hub.clone()))]
}

struct Asks(Hub);

#[async_trait]
impl Does<Ask> for Asks {
    async fn work(&self, job: Ask, _id: i64) -> Result<Done> {
        let tx = self.0.db.begin().await?;
        // Another major version came meanwhile: it asks.
        let Some(version) = rows::asking(&tx).await?.filter(|own| own.id == job.version) else { return Ok(Done::Yes) };
        let Some(behind) = ask(&self.0, &tx, &version, CityId(job.behind)).await? else { return Ok(Done::Yes) };
        tx.enqueue(&Ask { behind: behind.0, ..job }).await?;
        tx.commit().await?;
        Ok(Done::Yes)
    }
}

/// Days that a city has at least from the day on which it is asked.
const LEAST_DAYS: u64 = 30;

/// Asks the next members behind this one that were not asked yet; answers the last of them, if there were any. Whoever owes a signature under
/// the version before has the time that they had for it, or longer: a new version gives nobody less, and releases nobody.
pub(crate) async fn ask(hub: &Hub, tx: &Tx, version: &Version, behind: CityId) -> Result<Option<CityId>> {
    let Some(grace) = version.grace_until else { return Ok(None) };
    let next = asked_rows::unasked(tx, version.id, behind).await?;
    let ids: Vec<CityId> = next.iter().map(|own| own.city).collect();
    let owed = asked_rows::owed(tx, version.id, &ids).await?;
    for own in &next {
        let today = hub.network.calendar_of(&own.region).day_of(tx.now());
        let until = match owed.get(&own.city) {
            Some(before) if before.0 < today => *before,
            Some(before) => grace.max(*before),
            None if version.published_at.is_some_and(|at| tx.now() - at > TimeDelta::days(1)) => {
                grace.max(Day(today + Days::new(LEAST_DAYS)))
            }
            None => grace,
        };
        if asked_rows::ask(tx, version.id, own.city, until).await? {
            tx.event(&Actor::System, ASKED, version.id, Some(own.city)).await?;
        }
    }
    Ok(next.last().map(|own| own.city))
}
