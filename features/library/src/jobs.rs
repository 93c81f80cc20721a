//! What the library does later: read files, make the guides, tidy up.

use std::sync::Arc;

use async_trait::async_trait;
use base::{Fail, Result};
use blobs::Hash;
use extract::Format;
use store::{Does, Done, Handler, handler};
use web::Hub;

use crate::actions::KIND;
use crate::actions::guides::make_guides;
use crate::actions::read::{give_up, read_file};
use crate::work::{Guides, IndexAgain, ReadFile};

pub(crate) fn jobs(hub: &Hub) -> Vec<Arc<dyn Handler>> {
    vec![
        handler::<ReadFile>(Reader(hub.clone())),
        handler::<Guides>(Printer(hub.clone())),
        handler::<IndexAgain>(Indexer(hub.clone())),
    ]
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

struct Indexer(Hub);

#[async_trait]
impl Does<IndexAgain> for Indexer {
    async fn work(&self, job: IndexAgain, _id: i64) -> Result<Done> {
        let Some(hash) = Hash::parse(&job.file) else { return Ok(Done::Never("the job names no file".into())) };
        match self.0.blobs.get(&hash).await {
            Ok(_) => {}
            Err(Fail::NotFound) => return Ok(Done::Never(format!("the text {} is missing", job.file))),
            // Tried again for a week, and then laid out for a person.
            Err(fail) => return Err(Fail::Unavailable(format!("the text {} cannot be read: {fail}", job.file))),
        }
        let tx = self.0.db.begin().await?;
        tx.changed(KIND, job.document.0, false, &[]).await?;
        tx.commit().await?;
        Ok(Done::Yes)
    }
}
