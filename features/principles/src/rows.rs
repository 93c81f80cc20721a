//! All the SQL of the principles.

use std::collections::HashMap;

use base::{Actor, CityId, Lang, Result, Time};
use cities::access::members;
use store::{Insert, Sql, Statement, Tx, params};

use crate::rules::{Signature, Signed, Text, Version, hash};

/// Topic of the pages that show versions and signatures.
pub(crate) const TOPIC: &str = "principles";
const VERSIONS: &str = "SELECT id, name, number, source FROM principles_versions";
/// Versions that are listed at most.
const LISTED: i64 = 100;

/// All versions, the newest first.
pub(crate) async fn versions(sql: &Sql) -> Result<Vec<Version>> {
    Statement::new(VERSIONS, ()).push("ORDER BY number DESC LIMIT ?", LISTED).all(sql).await
}

/// The version that is in force; none where a network has no principles.
///
/// # Errors
/// When the database does not answer.
pub async fn newest(sql: &Sql) -> Result<Option<Version>> {
    Statement::new(VERSIONS, ()).push("ORDER BY number DESC LIMIT 1", ()).first(sql).await
}

/// The version with this id.
///
/// # Errors
/// [`base::Fail::NotFound`].
pub async fn version(sql: &Sql, id: i64) -> Result<Version> {
    Statement::new(VERSIONS, ()).when("id = ?", id).one(sql).await
}

/// The version of this name.
pub(crate) async fn named(sql: &Sql, name: &str) -> Result<Version> {
    Statement::new(VERSIONS, ()).when("name = ?", name).one(sql).await
}

/// What a version says, in each language that it has.
///
/// # Errors
/// When the database does not answer.
pub async fn texts_of(sql: &Sql, version: i64) -> Result<Vec<Text>> {
    let all = "SELECT lang, body, hash FROM principles_texts WHERE version = $1 ORDER BY lang";
    sql.all(all, params![version]).await
}

/// Puts a version in, with its text by language.
pub(crate) async fn insert(tx: &Tx, version: &Version, texts: &[(Lang, String)]) -> Result<()> {
    Insert::into("principles_versions")
        .set("id", version.id)
        .set("name", version.name.as_str())
        .set("number", version.number)
        .set("source", version.source.as_str())
        .exec(tx)
        .await?;
    for (lang, body) in texts {
        Insert::into("principles_texts")
            .set("version", version.id)
            .set("lang", *lang)
            .set("body", body.as_str())
            .set("hash", hash(&version.name, *lang, body))
            .exec(tx)
            .await?;
    }
    Ok(())
}

const SIGNATURES: &str = "SELECT s.id, s.city, s.version, s.lang, s.hash, s.name, s.position, s.named, s.signed_at \
    FROM principles_signatures s JOIN cities c ON c.id = s.city";

/// Keeps that a city signed. One that is there already stays as it is.
///
/// # Errors
/// When the database does not answer.
pub async fn sign(tx: &Tx, actor: &Actor, city: CityId, signature: &Signature) -> Result<()> {
    Insert::into("principles_signatures")
        .set("id", tx.new_id())
        .set("city", city)
        .set("version", signature.version)
        .set("lang", signature.lang)
        .set("hash", signature.hash.as_str())
        .set("name", signature.name.as_str())
        .set("position", signature.position.as_str())
        .set("named", signature.named)
        .set("signed_at", signature.signed_at)
        .exec(tx)
        .await?;
    tx.event(actor, "principles.signed", city.0, Some(city)).await?;
    tx.changed(TOPIC, city.0, false, &[TOPIC.to_owned()]).await
}

/// What a city signed, the newest first; twenty at most.
///
/// # Errors
/// When the database does not answer.
pub async fn signed_by(sql: &Sql, city: CityId) -> Result<Vec<Signed>> {
    Statement::new(SIGNATURES, ()).when("s.city = ?", city).push("ORDER BY s.id DESC LIMIT 20", ()).all(sql).await
}

/// Which of these cities signed the version that is in force, and when.
///
/// # Errors
/// When the database does not answer.
pub async fn signed_newest(sql: &Sql, cities: &[CityId]) -> Result<HashMap<CityId, Time>> {
    if cities.is_empty() {
        return Ok(HashMap::new());
    }
    let newest = "s.version = (SELECT v.id FROM principles_versions v ORDER BY v.number DESC LIMIT 1)";
    let signed = Statement::new("SELECT s.city, s.signed_at FROM principles_signatures s", ());
    let signed = signed.when(newest, ()).when_in("s.city", cities.iter().copied()).push("ORDER BY s.id", ());
    signed.raw(sql).await?.iter().map(|row| Ok((row.get("city")?, row.get("signed_at")?))).collect()
}

/// One page of all signatures of members, the newest first: what is public of a city ends with its membership, and comes back with it.
pub(crate) async fn page(sql: &Sql, limit: i64, offset: i64) -> Result<Vec<Signed>> {
    let newest = "ORDER BY s.id DESC LIMIT ? OFFSET ?";
    Statement::new(SIGNATURES, ()).meets(members()).push(newest, params![limit, offset]).all(sql).await
}

/// How many there are.
pub(crate) async fn count(sql: &Sql) -> Result<i64> {
    const ALL: &str = "SELECT COUNT(*) AS n FROM principles_signatures s JOIN cities c ON c.id = s.city";
    Statement::new(ALL, ()).meets(members()).raw(sql).await?.first().map_or(Ok(0), |row| row.get("n"))
}
