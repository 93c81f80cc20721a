//! What is done at its time.

use std::sync::Arc;

use async_trait::async_trait;
use base::Result;
use store::{Does, Done, Handler, handler};
use web::{Hub, Parts};

use crate::actions::erasure::{self, EraseAccount};
use crate::actions::in_time::{self, BeginRole, EndRole, RemindOfEnd};
use crate::actions::second_step::{EndSecondStep, end_in_time};

pub(crate) fn jobs(hub: &Hub, parts: &Arc<Parts>) -> Vec<Arc<dyn Handler>> {
    vec![
        handler::<EndSecondStep>(Ender(hub.clone())),
        handler::<EraseAccount>(Eraser(hub.clone(), parts.clone())),
        handler::<BeginRole>(InTime(hub.clone())),
        handler::<EndRole>(InTime(hub.clone())),
        handler::<RemindOfEnd>(InTime(hub.clone())),
    ]
}

struct Ender(Hub);

#[async_trait]
impl Does<EndSecondStep> for Ender {
    async fn work(&self, job: EndSecondStep, _id: i64) -> Result<Done> {
        end_in_time(&self.0, job.ending).await?;
        Ok(Done::Yes)
    }
}

struct Eraser(Hub, Arc<Parts>);

#[async_trait]
impl Does<EraseAccount> for Eraser {
    async fn work(&self, job: EraseAccount, _id: i64) -> Result<Done> {
        erasure::go_on(&self.0, &self.1.personal, job.erasure).await?;
        Ok(Done::Yes)
    }
}

/// Roles, at their time.
struct InTime(Hub);

#[async_trait]
impl Does<BeginRole> for InTime {
    async fn work(&self, job: BeginRole, _id: i64) -> Result<Done> {
        in_time::begin_in_time(&self.0, job.coming).await?;
        Ok(Done::Yes)
    }
}

#[async_trait]
impl Does<EndRole> for InTime {
    async fn work(&self, job: EndRole, _id: i64) -> Result<Done> {
        in_time::end_in_time(&self.0, job.role).await?;
        Ok(Done::Yes)
    }
}

#[async_trait]
impl Does<RemindOfEnd> for InTime {
    async fn work(&self, job: RemindOfEnd, _id: i64) -> Result<Done> {
        in_time::remind(&self.0, &job).await?;
        Ok(Done::Yes)
    }
}
