//! What the library does later: read files, make the guides.

use std::sync::Arc;

use async_trait::async_trait;
use base::{Fail, Result};
use blobs::Hash;
use extract::Format;
use serde::{Deserialize, Serialize};
use store::{Done, Handler};
use web::Hub;

use crate::actions::read::{give_up, read_file};
use crate::guides::{GUIDES, make_guides};

/// The job that reads one file.
pub(crate) const READ: &str = "library.read-file";

/// Which file.
#[derive(Serialize, Deserialize)]
pub(crate) struct ReadFile {
    pub file: String,
    pub format: String,
}

pub(crate) fn jobs(hub: &Hub) -> Vec<Arc<dyn Handler>> {
    vec![Arc::new(Read { hub: hub.clone() }), Arc::new(Guides { hub: hub.clone() })]
}

struct Read {
    hub: Hub,
}

#[async_trait]
impl Handler for Read {
    fn kind(&self) -> &'static str {
        READ
    }

    async fn run(&self, payload: &str) -> Result<Done> {
        let job: ReadFile = serde_json::from_str(payload).map_err(Fail::internal)?;
        match (Hash::parse(&job.file), Format::from_code(&job.format)) {
            (Some(hash), Some(format)) => read_file(&self.hub, &hash, format).await,
            _ => Ok(Done::Never("the job names no file".into())),
        }
    }

    async fn given_up(&self, payload: &str) -> Result<()> {
        let job: ReadFile = serde_json::from_str(payload).map_err(Fail::internal)?;
        match (Hash::parse(&job.file), Format::from_code(&job.format)) {
            (Some(hash), Some(format)) => give_up(&self.hub, &hash, format).await,
            _ => Ok(()),
        }
    }
}

struct Guides {
    hub: Hub,
}

#[async_trait]
impl Handler for Guides {
    fn kind(&self) -> &'static str {
        GUIDES
    }

    async fn run(&self, _payload: &str) -> Result<Done> {
        make_guides(&self.hub).await?;
        Ok(Done::Yes)
    }
}
