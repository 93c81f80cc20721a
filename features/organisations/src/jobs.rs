//! The first data: organisations that the network's register of funding names.

use std::sync::Arc;

use async_trait::async_trait;
use base::{Actor, Lang, Result};
use network::Funding;
use serde::{Deserialize, Serialize};
use store::{Does, Done, Handler, Payload, Queue, handler};
use web::Hub;

use crate::acts;
use crate::rows;
use crate::rules::{Draft, Kind};

/// Enters them once, into a hub in which there is none.
#[derive(Serialize, Deserialize)]
pub(crate) struct BringFirst {}

impl Payload for BringFirst {
    const KIND: &'static str = "organisations.first";
    const QUEUE: Queue = Queue::Work;

    fn once(&self) -> Option<String> {
        Some(String::new())
    }
}

pub(crate) fn jobs(hub: &Hub) -> Vec<Arc<dyn Handler>> {
    vec![handler::<BringFirst>(First(hub.clone()))]
}

struct First(Hub);

/// What the register calls a funder, as a kind; none for members, which are cities.
fn kind_of(funding: &Funding) -> Option<Kind> {
    match funding.kind.as_str() {
        _ if !funding.member.is_empty() => None,
        "government" => Some(Kind::Government),
        "state" | "city" => Some(Kind::LocalGovernment),
        "intergovernmental" => Some(Kind::Intergovernmental),
        "foundation" => Some(Kind::Foundation),
        "company" => Some(Kind::Company),
        _ => Some(Kind::Other),
    }
}

#[async_trait]
impl Does<BringFirst> for First {
    async fn work(&self, _job: BringFirst, _id: i64) -> Result<Done> {
        let network = &self.0.network;
        let tx = self.0.db.begin().await?;
        rows::lock(&tx).await?;
        if !rows::is_empty(&tx).await? {
            return Ok(Done::Yes);
        }
        let mut seen = Vec::new();
        for funding in &network.funding {
            let Some(kind) = kind_of(funding).filter(|_| !seen.contains(&&funding.funder)) else { continue };
            seen.push(&funding.funder);
            let names = vec![(Lang::EN, funding.name.clone())];
            let draft = Draft {
                names,
                kind,
                country: funding.country.clone(),
                acronym: String::new(),
                website: String::new(),
                ended_on: None,
            };
            let id = rows::insert(&tx, None, &draft, &network.languages, &funding.source).await?;
            tx.event(&Actor::System, acts::ADDED.code(), id.0, None).await?;
        }
        tx.commit().await?;
        Ok(Done::Yes)
    }
}
