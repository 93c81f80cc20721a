//! Reading a file: its text, pages, language and picture, in the locked child process.

use std::time::Instant;

use base::{Actor, CityId, Fail, Result};
use blobs::{Hash, Staged};
use extract::{Extracted, Format, Trouble};
use store::{Arrival, Done, Tx};
use web::Hub;
use web::files::{arrive_together, dismiss};

use super::KIND;
use super::incoming::of_reading;
use crate::rows::{self, Reading};
use crate::rules::TEXT_BYTES;
use crate::topics;

/// Reads a file once; its documents follow.
pub(crate) async fn read_file(hub: &Hub, hash: &Hash, format: Format) -> Result<Done> {
    match rows::reading(&hub.db.read(), hash, format).await?.map(|reading| reading.state).as_deref() {
        Some("done") => {
            let tx = hub.db.begin().await?;
            show(&tx, hash, format, false).await?;
            tx.commit().await?;
            return Ok(Done::Yes);
        }
        Some(_) => {}
        None => return Ok(Done::Yes),
    }
    let file = match hub.blobs.local(hash).await {
        Ok(file) => file,
        Err(Fail::NotFound) => {
            save(hub, hash, format, &failed("io")).await?;
            return Ok(Done::Never("the file is missing from the file store".into()));
        }
        Err(fail) => return Err(fail),
    };
    let begun = Instant::now();
    let read = hub.extractor.extract(file, format).await;
    let took_ms = i64::try_from(begun.elapsed().as_millis()).ok();
    let outcome = read.as_ref().map_or_else(Trouble::code, |_| "done");
    metrics::counter!("hub_readings_total", "format" => format.code(), "outcome" => outcome).increment(1);
    match read {
        Ok(extracted) => {
            save_kept(hub, hash, format, keep(hub, extracted).await?, took_ms).await?;
            Ok(Done::Yes)
        }
        Err(Trouble::Unlocked) => {
            save(hub, hash, format, &failed("unlocked")).await?;
            Ok(Done::Never(
                "this kernel cannot lock the reader in; see allow_unlocked_reader in docs/running.md".into(),
            ))
        }
        Err(trouble) if trouble.may_pass() => {
            // Said to be unread meanwhile: nobody knows whether a later try will do better.
            save(hub, hash, format, &failed(trouble.code())).await?;
            Err(Fail::Unavailable(format!("reading: {trouble}")))
        }
        Err(trouble) => {
            save(hub, hash, format, &Reading { took_ms, ..failed(trouble.code()) }).await?;
            Ok(Done::Yes)
        }
    }
}

/// A file whose reading came to no end, time and again: it is said to be unread.
pub(crate) async fn give_up(hub: &Hub, hash: &Hash, format: Format) -> Result<()> {
    match rows::reading(&hub.db.read(), hash, format).await?.map(|reading| reading.state).as_deref() {
        Some("waiting" | "reading") => save(hub, hash, format, &failed("crashed")).await,
        _ => Ok(()),
    }
}

fn failed(reason: &str) -> Reading {
    Reading { state: "failed", reason: reason.to_owned(), ..Reading::default() }
}

/// What was read, with the files that it brought.
struct Kept {
    reading: Reading,
    arrivals: Vec<(Arrival, &'static str)>,
}

/// Puts what was read into the file store; the row of the reading names it for good afterwards.
async fn keep(hub: &Hub, extracted: Extracted) -> Result<Kept> {
    let cut = extracted.text.len() > TEXT_BYTES;
    // A scan has page breaks and nothing between them.
    let text = (!extracted.text.trim().is_empty()).then(|| extracted.text.into_bytes());
    let parts = [("text", text), ("thumbnail", extracted.thumbnail)];
    let mut staged = Vec::new();
    for (part, bytes) in parts.into_iter().filter_map(|(part, bytes)| Some((part, bytes?))) {
        staged.push((part, hub.blobs.stage_bytes(bytes).await?));
    }
    let arriving: Vec<&Staged> = staged.iter().map(|(_, staged)| staged).collect();
    let arrivals = arrive_together(&hub.db, &hub.blobs, &arriving).await?;
    let hash_of = |wanted| staged.iter().find(|(part, _)| *part == wanted).map(|(_, staged)| staged.hash().clone());
    let reading = Reading {
        state: "done",
        reason: String::new(),
        text: hash_of("text"),
        thumbnail: hash_of("thumbnail"),
        pages: extracted.pages.map(i64::from),
        language: extracted.language,
        no_text: extracted.no_text,
        cut,
        took_ms: None,
    };
    Ok(Kept { reading, arrivals: arrivals.into_iter().zip(staged.iter().map(|(part, _)| *part)).collect() })
}

/// Saves what was read; where that does not last, its files leave again.
async fn save_kept(hub: &Hub, hash: &Hash, format: Format, kept: Kept, took_ms: Option<i64>) -> Result<()> {
    let reading = Reading { took_ms, ..kept.reading };
    let outcome = save_with(hub, hash, format, &reading, &kept.arrivals).await;
    if outcome.is_err() {
        for (arrival, _) in &kept.arrivals {
            dismiss(&hub.db, &hub.blobs, arrival).await;
        }
    }
    outcome
}

/// Saves what came of it, and shows it to the documents.
async fn save(hub: &Hub, hash: &Hash, format: Format, reading: &Reading) -> Result<()> {
    save_with(hub, hash, format, reading, &[]).await
}

async fn save_with(
    hub: &Hub,
    hash: &Hash,
    format: Format,
    reading: &Reading,
    arrivals: &[(Arrival, &'static str)],
) -> Result<()> {
    let tx = hub.db.begin().await?;
    for (arrival, part) in arrivals {
        // So long under way that it may be gone again: a second try puts it back.
        let settled = tx.settle_file(arrival, &of_reading(hash, format, part), None).await;
        settled.map_err(|_| Fail::Unavailable("what was read is gone again".into()))?;
    }
    rows::save_reading(&tx, hash, format, reading).await?;
    show(&tx, hash, format, true).await?;
    tx.commit().await
}

/// Shows a reading to its documents, and says that they changed.
async fn show(tx: &Tx, hash: &Hash, format: Format, all: bool) -> Result<()> {
    // A document that is just put in with the same file is there afterwards, or not yet (see `upload::enter`).
    tx.lock_file(hash.as_str()).await?;
    for (id, city) in rows::show_reading(tx, hash, format, all).await? {
        let city = city.map(CityId);
        tx.event(&Actor::System, "document.read", id, city).await?;
        tx.changed(KIND, id, false, &topics::changed(id, &[city])).await?;
    }
    Ok(())
}
