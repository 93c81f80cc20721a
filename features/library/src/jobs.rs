//! What the library does later: read files, make the guides, tidy up.

use std::sync::Arc;

use async_trait::async_trait;
use base::{Fail, Result};
use blobs::Hash;
use extract::Format;
use store::{Does, Done, Handler, handler};
use web::Hub;

use crate::actions::guides::make_guides;
use crate::actions::read::{give_up, read_file};
use crate::work::{Guides, ReadFile};

pub(crate) fn jobs(hub: &Hub) -> Vec<Arc<dyn Handler>> {
    vec![handler::<ReadFile>(Reader(hub.clone())), handler::<Guides>(Printer(hub.clone()))]
}

struct Reader(Hub);

#[async_trait]
impl Does<ReadFile> for Reader {
    async fn work(&self, job: ReadFile, _id: i64) -> Result<Done> {
        if job.version > extract::VERSION {
            return Err(Fail::Unavailable("a newer reader is asked for than this program has".into()));
        }
        match (Hash::parse(&job.file), Format::from_code(&job.format)) {
            (Some(hash), Some(format)) => read_file(&self.0, &hash, format).await,
            _ => Ok(Done::Never("the job names no file".into())),
        }
    }

    async fn given_up(&self, job: ReadFile) -> Result<()> {
        match (Hash::parse(&job.file), Format::from_code(&job.format)) {
            (Some(hash), Some(format)) => give_up(&self.0, &hash, format).await,
            _ => Ok(()),
        }
    }
}

struct Printer(Hub);

#[async_trait]
impl Does<Guides> for Printer {
    async fn work(&self, _job: Guides, _id: i64) -> Result<Done> {
        make_guides(&self.0).await?;
        Ok(Done::Yes)
    }
}
