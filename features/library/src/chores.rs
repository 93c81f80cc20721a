//! What the library tidies up: files of forms that never came back, what was read from files that are gone, and
//! readings of an older reader.

use async_trait::async_trait;
use base::{Fail, Result};
use blobs::Hash;
use chrono::TimeDelta;
use extract::Format;
use web::Hub;
use web::parts::Chore;

use crate::actions::upload::{FORM_WAITS, ask_to_read};
use crate::rows;
use crate::work::LAST_TURN;

/// How long what was read from a file is kept when no document has the file any more.
const READINGS: TimeDelta = TimeDelta::days(30);
/// How long a file may wait to be read before it is asked for again.
const ASKED: TimeDelta = TimeDelta::days(1);
/// Rows taken in one step.
const STEP: i64 = 200;

/// Ends what the library no longer needs. The files themselves go with `web::files::remove_unused`. Each step is a
/// transaction of its own: others write in between.
pub(crate) struct EndedFiles;

#[async_trait]
impl Chore for EndedFiles {
    async fn run(&self, hub: &Hub) -> Result<()> {
        for unnamed in rows::UNNAMED_FILES {
            let tx = hub.db.begin().await?;
            rows::name_files(&tx, unnamed).await?;
            tx.commit().await?;
        }
        let tx = hub.db.begin().await?;
        rows::forget_uploads(&tx, tx.now() - FORM_WAITS).await?;
        tx.commit().await?;
        let tx = hub.db.begin().await?;
        rows::forget_readings(&tx, tx.now() - READINGS).await?;
        rows::forget_replaced(&tx).await?;
        tx.commit().await
    }
}

/// Asks for every file to be read that this version of the reader has not read yet.
pub(crate) struct UnreadFiles;

#[async_trait]
impl Chore for UnreadFiles {
    async fn run(&self, hub: &Hub) -> Result<()> {
        let mut after = String::new();
        loop {
            let files = rows::unread_files(&hub.db.read(), &after, hub.now() - ASKED, STEP).await?;
            let Some((last, _)) = files.last() else { return Ok(()) };
            after.clone_from(last);
            let tx = hub.db.begin().await?;
            for (file, format) in &files {
                match (Hash::parse(file), Format::from_code(format)) {
                    (Some(hash), Some(format)) => ask_to_read(&tx, &hash, format, LAST_TURN).await?,
                    _ => {
                        return Err(Fail::internal(format!(
                            "a document's file is called `{file}`, of format `{format}`"
                        )));
                    }
                }
            }
            tx.commit().await?;
        }
    }
}
