//! What cities do later: load the gazetteer.

use std::collections::HashMap;
use std::sync::Arc;

use async_trait::async_trait;
use base::Result;
use serde::{Deserialize, Serialize};
use store::{Does, Done, Handler, Payload, Queue, handler};
use web::{Hub, Parts};

use crate::merge::Settle;
use crate::{merge, rows};

/// Loads the gazetteer.
#[derive(Serialize, Deserialize)]
pub struct LoadPlaces(u8);

impl LoadPlaces {
    /// All of it.
    pub const ALL: LoadPlaces = LoadPlaces(0);
}

impl Payload for LoadPlaces {
    const KIND: &'static str = "cities.load-places";
    const QUEUE: Queue = Queue::Slow;

    fn once(&self) -> Option<String> {
        Some(String::new())
    }
}

/// Places put in by one statement: 7 values each, and 3 for each of their names, well below the engines' limits.
const BATCH: usize = 120;
/// Batches put in by one job: the next one is asked for with the last of them, so that a hub that is stopped time and
/// again still comes to the end.
const SLICE: usize = 50;

pub(crate) fn jobs(hub: &Hub, parts: &Arc<Parts>) -> Vec<Arc<dyn Handler>> {
    vec![handler::<LoadPlaces>(Loader(hub.clone())), handler::<Settle>(Settles(hub.clone(), parts.clone()))]
}

struct Settles(Hub, Arc<Parts>);

#[async_trait]
impl Does<Settle> for Settles {
    async fn work(&self, job: Settle, _id: i64) -> Result<Done> {
        merge::settle(&self.0, &self.1, &job).await?;
        Ok(Done::Yes)
    }
}

struct Loader(Hub);

#[async_trait]
impl Does<LoadPlaces> for Loader {
    async fn work(&self, _job: LoadPlaces, _id: i64) -> Result<Done> {
        // Begun again after a crash it goes on where it was: batches are put in whole, in order.
        let have = usize::try_from(rows::place_count(&self.0.db.read()).await?).unwrap_or(0);
        let all = self.0.network.places()?;
        if have >= all.len() {
            return Ok(Done::Yes);
        }
        let mut others: HashMap<i64, Vec<String>> = HashMap::new();
        for name in self.0.network.alternate_names()? {
            others.entry(name.geonames_id).or_default().push(name.name);
        }
        let slice = &all[have..all.len().min(have + BATCH * SLICE)];
        let last = have + slice.len() == all.len();
        for (number, batch) in slice.chunks(BATCH).enumerate() {
            let mut names = Vec::new();
            for place in batch {
                let own = [place.name.as_str(), place.ascii_name.as_str()].into_iter().map(str::to_owned);
                let mut folded: Vec<String> = own
                    .chain(others.remove(&place.geonames_id).unwrap_or_default())
                    .map(|name| base::fold::fold(&name))
                    .filter(|name| !name.is_empty())
                    .collect();
                folded.sort();
                folded.dedup();
                names.extend(folded.into_iter().map(|name| (name, place)));
            }
            let tx = self.0.db.begin().await?;
            rows::insert_places(&tx, batch, &names).await?;
            let ends = (number + 1) * BATCH >= slice.len();
            if ends && !last {
                tx.enqueue(&LoadPlaces::ALL).await?;
            }
            if ends && last {
                // What is found by a city's name is found by its other names from now on.
                for city in rows::with_a_place(&tx).await? {
                    tx.changed("city", city.0, false, &["cities".to_owned()]).await?;
                }
            }
            tx.commit().await?;
        }
        Ok(Done::Yes)
    }
}
