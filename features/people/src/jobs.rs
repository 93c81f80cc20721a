//! What is done at its time.

use std::sync::Arc;

use async_trait::async_trait;
use base::Result;
use store::{Does, Done, Handler, handler};
use web::Hub;

use crate::actions::second_step::{EndSecondStep, end_in_time};

pub(crate) fn jobs(hub: &Hub) -> Vec<Arc<dyn Handler>> {
    vec![handler::<EndSecondStep>(Ender(hub.clone()))]
}

struct Ender(Hub);

#[async_trait]
impl Does<EndSecondStep> for Ender {
    async fn work(&self, job: EndSecondStep, _id: i64) -> Result<Done> {
        end_in_time(&self.0, job.ending).await?;
        Ok(Done::Yes)
    }
}
