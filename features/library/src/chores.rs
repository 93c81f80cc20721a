//! What the library tidies up: files of forms that never came back, and readings of an older reader.

use async_trait::async_trait;
use base::Result;
use blobs::Hash;
use chrono::TimeDelta;
use extract::Format;
use web::Hub;
use web::parts::Chore;

use crate::actions::upload::ask_to_read;
use crate::rows;

/// How long a form that came back may wait to be sent again.
const PATIENCE: TimeDelta = TimeDelta::days(1);
/// Rows taken in one step.
const STEP: i64 = 200;

/// Removes the files of forms that came back and were not sent again.
pub(crate) struct AbandonedFiles;

#[async_trait]
impl Chore for AbandonedFiles {
    async fn run(&self, hub: &Hub) -> Result<()> {
        let before = hub.now() - PATIENCE;
        loop {
            let abandoned = rows::abandoned_uploads(&hub.db.read(), before, STEP).await?;
            for (token, file) in &abandoned {
                abandon(hub, token, file).await?;
            }
            if (abandoned.len() as i64) < STEP {
                return Ok(());
            }
        }
    }
}

/// Forgets a form's file. Whoever puts the same bytes into the library waits for this transaction
/// and then looks whether they are there (see [`crate::actions::upload::hold`]).
async fn abandon(hub: &Hub, token: &str, file: &Hash) -> Result<()> {
    let tx = hub.db.begin().await?;
    tx.one_at_a_time(file.as_str()).await?;
    rows::forget_upload(&tx, token).await?;
    if !rows::is_named(&tx, file).await? {
        hub.blobs.remove(file).await?;
    }
    tx.commit().await
}

/// Asks for every file to be read that this version of the reader has not read yet.
pub(crate) struct UnreadFiles;

#[async_trait]
impl Chore for UnreadFiles {
    async fn run(&self, hub: &Hub) -> Result<()> {
        loop {
            let files = rows::unread_files(&hub.db.read(), STEP).await?;
            if files.is_empty() {
                return Ok(());
            }
            let tx = hub.db.begin().await?;
            for (file, format) in &files {
                match (Hash::parse(file), Format::from_code(format)) {
                    (Some(hash), Some(format)) => ask_to_read(&tx, &hash, format).await?,
                    _ => {
                        return Err(base::Fail::internal(format!(
                            "a document's file is called `{file}`, of format `{format}`"
                        )));
                    }
                }
            }
            tx.commit().await?;
        }
    }
}
