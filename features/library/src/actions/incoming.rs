//! A file on its way into the library: received and checked, but nobody's yet.

use base::{Actor, CityId, DocumentId, Fail, FieldError, Result};
use blobs::{Blobs, Hash, Staged};
use chrono::TimeDelta;
use extract::Format;
use store::{Arrival, Db, FileUse, Sql, Tx};
use web::Hub;
use web::files::{arrive, check_disk};

use crate::rows::{self, FileFacts};
use crate::rules::{refusal_words, safe_file_name};

/// Bytes that one person may bring in a day.
const PERSON_DAY_BYTES: i64 = 2_000_000_000;
/// Files that one person may bring in a day.
const PERSON_DAY_FILES: i64 = 300;

/// A file that was sent, with where it is now.
pub(crate) struct Incoming {
    pub facts: FileFacts,
    pub origin: Origin,
}

/// Where a file that was sent is.
pub(crate) enum Origin {
    /// In scratch: it goes with this value.
    Staged(Staged),
    /// Kept for a form that came back, under this token.
    Form(String),
}

/// What a file that was sent is, by its name and its first bytes.
///
/// # Errors
/// [`Fail::Invalid`] that says of its field why it is not taken.
pub(crate) fn recognised(name: &str, staged: Staged) -> Result<Incoming> {
    let format = Format::tell(name, staged.head()).map_err(|refusal| Fail::field("file", refusal_words(refusal)))?;
    let ending = format.extensions().first().copied().unwrap_or("bin");
    let size = i64::try_from(staged.length()).map_err(Fail::internal)?;
    let facts = FileFacts { hash: staged.hash().clone(), name: safe_file_name(name, ending), format, size };
    Ok(Incoming { facts, origin: Origin::Staged(staged) })
}

/// The file of a document.
pub(crate) fn of_document(id: DocumentId) -> FileUse {
    FileUse::of("document", id.0, "file")
}

/// The file of a form that came back.
pub(crate) fn of_form(token: &str) -> FileUse {
    FileUse::of("form", token, "file")
}

/// What was read from a file: its `text` or its `thumbnail`.
pub(crate) fn of_reading(file: &Hash, format: Format, part: &'static str) -> FileUse {
    FileUse::of("reading", format!("{} {} {}", file.as_str(), format.code(), extract::VERSION), part)
}

/// Brings a file to where a transaction can name it.
///
/// # Errors
/// [`Fail::Invalid`] when what was kept for a form is gone.
pub(crate) async fn bring(db: &Db, blobs: &Blobs, file: &Incoming) -> Result<Arrival> {
    match &file.origin {
        Origin::Staged(staged) => arrive(db, blobs, staged).await,
        Origin::Form(token) => {
            let arrival = Arrival::of(file.facts.hash.as_str());
            let tx = db.begin().await?;
            tx.announce_file(&arrival).await?;
            // Held on to while the form's own use lasts.
            rows::kept_until(&tx, token).await?.ok_or_else(missing)?;
            tx.commit().await?;
            Ok(arrival)
        }
    }
}

/// The file must be sent again.
pub(crate) fn missing() -> Fail {
    Fail::field("file", "error-file-missing")
}

/// May this person bring so much more today, and is there room?
///
/// # Errors
/// [`Fail::Invalid`] with what to do about it.
pub(crate) async fn check_room(
    sql: &Sql,
    hub: &Hub,
    actor: &Actor,
    city: Option<CityId>,
    file: &FileFacts,
) -> Result<()> {
    check_disk(hub)?;
    check_share(sql, hub, actor, city, file).await
}

/// Asks once more where it is brought, one at a time for a person and for a city: several at once do not pass together.
pub(crate) async fn check_share_again(
    tx: &Tx,
    hub: &Hub,
    actor: &Actor,
    city: Option<CityId>,
    file: &FileFacts,
) -> Result<()> {
    if let Some(person) = actor.id() {
        tx.one_at_a_time(&format!("brings:{person}")).await?;
    }
    if let Some(city) = city {
        tx.one_at_a_time(&format!("files-of:{city}")).await?;
    }
    check_share(tx, hub, actor, city, file).await
}

/// Is there room for a document that comes to this city with its file? Asked where it moves, one at a time for the city.
///
/// # Errors
/// [`Fail::Invalid`] with what to do about it.
pub(crate) async fn check_city_again(tx: &Tx, hub: &Hub, city: CityId, size: i64) -> Result<()> {
    tx.one_at_a_time(&format!("files-of:{city}")).await?;
    check_city(tx, hub, city, size).await
}

async fn check_city(sql: &Sql, hub: &Hub, city: CityId, size: i64) -> Result<()> {
    let most = i64::try_from(hub.settings.city_bytes).unwrap_or(i64::MAX);
    let full = rows::bytes_of_city(sql, city, hub.now()).await? + size > most;
    if full { Err(too_much("error-quota-city", most)) } else { Ok(()) }
}

async fn check_share(sql: &Sql, hub: &Hub, actor: &Actor, city: Option<CityId>, file: &FileFacts) -> Result<()> {
    if let Some(person) = actor.id() {
        let (files, bytes) = rows::brought_since(sql, person, hub.now() - TimeDelta::days(1), PERSON_DAY_FILES).await?;
        if files >= PERSON_DAY_FILES || bytes + file.size > PERSON_DAY_BYTES {
            return Err(too_much("error-quota-day", PERSON_DAY_BYTES));
        }
    }
    match city {
        Some(city) => check_city(sql, hub, city, file.size).await,
        None => Ok(()),
    }
}

fn too_much(words: &'static str, most: i64) -> Fail {
    // In gigabytes, as every language writes them.
    Fail::Invalid(vec![FieldError::new("file", words).with("gigabytes", most / 1_000_000_000)])
}
