//! All SQL of pictures. Their words are read through `texts`.

use std::collections::HashMap;

use base::{PersonId, Result, Time};
use store::{Insert, Sql, Statement, Tx, Update, params};

use crate::rules::{Description, ENDED, Picture, SOON, Standing, UNDESCRIBED};

const PICTURES: &str = "SELECT p.id, p.decorative, p.credit, p.licence, p.shows_people, p.consent, \
    p.consent_until, p.focus_x, p.focus_y, p.described, p.withdrawn, p.created_at, p.revision FROM pictures p";

/// One of the files of a picture.
#[derive(Clone, Debug)]
pub(crate) struct PictureFile {
    pub picture: i64,
    pub width: i64,
    pub height: i64,
    pub hash: String,
    pub size: i64,
}
store::from_row!(PictureFile in picture_files: picture, width, height, hash, size);

/// The picture with this id.
pub(crate) async fn picture(sql: &Sql, id: i64) -> Result<Picture> {
    Statement::new(PICTURES, ()).when("p.id = ?", id).one(sql).await
}

/// Those of these that there are.
pub(crate) async fn by_ids(sql: &Sql, ids: &[i64]) -> Result<Vec<Picture>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Statement::new(PICTURES, ()).when_in("p.id", ids.iter().copied()).all(sql).await
}

/// The files of these pictures, the narrowest first.
pub(crate) async fn files(sql: &Sql, ids: &[i64]) -> Result<HashMap<i64, Vec<PictureFile>>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let all: Vec<PictureFile> = Statement::new("SELECT picture, width, height, hash, size FROM picture_files", ())
        .when_in("picture", ids.iter().copied())
        .push("ORDER BY picture, width", ())
        .all(sql)
        .await?;
    let mut files: HashMap<i64, Vec<PictureFile>> = HashMap::new();
    for file in all {
        files.entry(file.picture).or_default().push(file);
    }
    Ok(files)
}

fn listed(select: &str, standings: &[Standing], now: Time) -> Statement {
    let all = Statement::new(select, ());
    if standings.is_empty() {
        return all;
    }
    let mut text = Vec::new();
    let mut values: Vec<store::Value> = Vec::new();
    for standing in standings {
        let (condition, own) = meets(*standing, now);
        text.push(format!("({condition})"));
        values.extend(own);
    }
    all.when(format!("({})", text.join(" OR ")), values)
}

/// What holds of pictures that stand so: each picture of exactly one.
fn meets(standing: Standing, now: Time) -> (&'static str, Vec<store::Value>) {
    match standing {
        Standing::Withdrawn => ("p.withdrawn", vec![]),
        Standing::Undescribed => ("NOT p.withdrawn AND NOT p.described", vec![]),
        Standing::Ended => ("NOT p.withdrawn AND p.described AND p.consent_until <= ?", params![now]),
        Standing::EndsSoon => (
            "NOT p.withdrawn AND p.described AND p.consent_until > ? AND p.consent_until <= ?",
            params![now, now + SOON],
        ),
        Standing::Shown => (
            "NOT p.withdrawn AND p.described AND (p.consent_until IS NULL OR p.consent_until > ?)",
            params![now + SOON],
        ),
    }
}

/// Some of the gallery, the newest first.
pub(crate) async fn page(
    sql: &Sql,
    standings: &[Standing],
    now: Time,
    limit: i64,
    offset: i64,
) -> Result<Vec<Picture>> {
    listed(PICTURES, standings, now)
        .push("ORDER BY p.created_at DESC, p.id DESC LIMIT ? OFFSET ?", params![limit, offset])
        .all(sql)
        .await
}

/// How many stand so.
pub(crate) async fn count(sql: &Sql, standings: &[Standing], now: Time) -> Result<i64> {
    listed("SELECT COUNT(*) AS n FROM pictures p", standings, now).number(sql).await
}

/// A new one, which nobody has described.
pub(crate) async fn insert(tx: &Tx, id: i64, width: u32, height: u32, by: Option<PersonId>) -> Result<()> {
    Insert::into("pictures")
        .set("id", id)
        .set("width", i64::from(width))
        .set("height", i64::from(height))
        .set("uploaded_by", by)
        .set("created_at", tx.now())
        .exec(tx)
        .await
        .map(|_| ())
}

/// One of its files.
pub(crate) async fn insert_file(tx: &Tx, file: &PictureFile) -> Result<()> {
    Insert::into("picture_files")
        .set("picture", file.picture)
        .set("width", file.width)
        .set("height", file.height)
        .set("hash", file.hash.as_str())
        .set("size", file.size)
        .exec(tx)
        .await
        .map(|_| ())
}

/// Saves what is said of it, if the facts are still those that were changed.
pub(crate) async fn describe(tx: &Tx, id: i64, said: &Description) -> Result<bool> {
    let saved = Update::of("pictures")
        .set("decorative", said.decorative)
        .set("credit", said.credit.as_str())
        .set("licence", said.licence)
        .set("shows_people", said.shows_people)
        .set("consent", said.consent.as_str())
        .set("consent_until", said.consent_until)
        .set("focus_x", said.focus_x)
        .set("focus_y", said.focus_y)
        .set("described", true)
        .change("revision = revision + 1", ())
        .when("id = ? AND revision = ?", params![id, said.revision])
        .exec(tx)
        .await?;
    Ok(saved == 1)
}

/// It is shown no more, or again; false where it is so already.
pub(crate) async fn withdraw(tx: &Tx, id: i64, withdrawn: bool) -> Result<bool> {
    let changed = Update::of("pictures")
        .set("withdrawn", withdrawn)
        .set("withdrawn_at", withdrawn.then(|| tx.now()))
        .change("revision = revision + 1", ())
        .when("id = ? AND withdrawn <> ?", params![id, withdrawn])
        .exec(tx)
        .await?;
    Ok(changed == 1)
}

/// Pictures that go: those that nobody described in time, and those that may not be shown any more for long. The same holds when
/// one is taken away: [`delete`].
fn to_go(select: &str, now: Time) -> Statement {
    Statement::new(select, ()).when(
        "(NOT described AND created_at < ?) OR (withdrawn AND withdrawn_at < ?) OR consent_until < ?",
        params![now - UNDESCRIBED, now - ENDED, now - ENDED],
    )
}

/// Some of those.
pub(crate) async fn forgotten(sql: &Sql, now: Time, limit: i64) -> Result<Vec<i64>> {
    let rows = to_go("SELECT id FROM pictures", now).push("ORDER BY id LIMIT ?", limit).raw(sql).await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// All of it goes; false where it is described, shown or renewed meanwhile. Whoever calls holds the picture.
pub(crate) async fn delete(tx: &Tx, id: i64) -> Result<bool> {
    if to_go("SELECT COUNT(*) AS n FROM pictures", tx.now()).when("id = ?", id).number(tx).await? == 0 {
        return Ok(false);
    }
    tx.exec("DELETE FROM picture_files WHERE picture = $1", params![id]).await?;
    tx.exec("DELETE FROM pictures WHERE id = $1", params![id]).await?;
    Ok(true)
}

/// Those whose consent ended between these instants.
pub(crate) async fn ended(sql: &Sql, from: Time, until: Time, limit: i64) -> Result<Vec<i64>> {
    let rows = Statement::new("SELECT id FROM pictures", ())
        .when("consent_until > ? AND consent_until <= ?", params![from, until])
        .push("ORDER BY id LIMIT ?", limit)
        .raw(sql)
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}
