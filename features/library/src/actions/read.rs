//! Reading a file: its text, pages, language and picture, in the locked child process.

use base::{Actor, CityId, Fail, Result};
use blobs::Hash;
use extract::{Extracted, Format, Trouble};
use store::Done;
use web::Hub;

use super::upload::hold;
use super::{KIND, topics};
use crate::rows::{self, Reading};

/// Reads a file once; its documents follow.
pub(crate) async fn read_file(hub: &Hub, hash: &Hash, format: Format) -> Result<Done> {
    match rows::reading_state(&hub.db.read(), hash).await?.as_deref() {
        Some("done") => return Ok(Done::Yes),
        Some(_) => save(hub, hash, &Reading { state: "reading", ..Reading::default() }, false).await?,
        None => return Ok(Done::Yes),
    }
    let file = match hub.blobs.local(hash).await {
        Ok(file) => file,
        Err(Fail::NotFound) => {
            save(hub, hash, &failed("io"), true).await?;
            return Ok(Done::Never("the file is missing from the file store".into()));
        }
        Err(fail) => return Err(fail),
    };
    match hub.extractor.extract(file, format).await {
        Ok(extracted) => {
            save(hub, hash, &keep(hub, extracted).await?, true).await?;
            Ok(Done::Yes)
        }
        Err(Trouble::Unlocked) => {
            save(hub, hash, &failed("unlocked"), true).await?;
            Ok(Done::Never(
                "this kernel cannot lock the reader in; see allow_unlocked_reader in docs/running.md".into(),
            ))
        }
        Err(trouble) if trouble.may_pass() => {
            // Said to be unread meanwhile: nobody knows whether a later try will do better.
            save(hub, hash, &failed(trouble.code()), true).await?;
            Err(Fail::Unavailable(format!("reading: {trouble}")))
        }
        Err(trouble) => {
            save(hub, hash, &failed(trouble.code()), true).await?;
            Ok(Done::Yes)
        }
    }
}

/// A file whose reading came to no end, time and again: it is said to be unread.
pub(crate) async fn give_up(hub: &Hub, hash: &Hash) -> Result<()> {
    match rows::reading_state(&hub.db.read(), hash).await?.as_deref() {
        Some("waiting" | "reading") => save(hub, hash, &failed("crashed"), true).await,
        _ => Ok(()),
    }
}

fn failed(reason: &str) -> Reading {
    Reading { state: "failed", reason: reason.to_owned(), ..Reading::default() }
}

async fn keep(hub: &Hub, extracted: Extracted) -> Result<Reading> {
    let text = if extracted.text.is_empty() { None } else { Some(hub.blobs.put(extracted.text.as_bytes()).await?) };
    let thumbnail = match &extracted.thumbnail {
        Some(picture) => Some(hub.blobs.put(picture).await?),
        None => None,
    };
    Ok(Reading {
        state: "done",
        reason: String::new(),
        text,
        thumbnail,
        pages: extracted.pages.map(i64::from),
        language: extracted.language,
        no_text: extracted.no_text,
    })
}

/// Saves what came of it; `told`: the documents changed with it.
async fn save(hub: &Hub, hash: &Hash, reading: &Reading, told: bool) -> Result<()> {
    let tx = hub.db.begin().await?;
    for blob in reading.text.iter().chain(&reading.thumbnail) {
        // Gone again: a forgotten form had the very same bytes. A second try puts them back.
        hold(&tx, &hub.blobs, blob).await.map_err(|_| Fail::Unavailable("what was read is gone again".into()))?;
    }
    rows::save_reading(&tx, hash, reading).await?;
    if told {
        for (id, city) in rows::with_file(&tx, hash).await? {
            let city = city.map(CityId);
            tx.event(&Actor::System, "document.read", id, city).await?;
            tx.changed(KIND, id, false, &topics(id, &[city])).await?;
        }
    }
    tx.commit().await
}
