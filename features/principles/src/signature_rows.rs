//! All the SQL of signatures.

use std::collections::HashMap;

use base::{Actor, CityId, Result, Time};
use cities::access::members;
use store::{Insert, Row, Sql, Statement, Tx, params};

use crate::events::SIGNED;
use crate::rows::TOPIC;
use crate::rules::{Signature, Signed};

/// The signature `s` holds for what is in force.
const HOLDS: &str = "s.version IN (SELECT v.id FROM principles_versions v WHERE v.number >= \
    (SELECT MAX(m.number) FROM principles_versions m WHERE m.change = 'major'))";
const SIGNATURES: &str = "SELECT s.id, s.city, s.version, s.lang, s.hash, s.name, s.position, s.named, s.signed_at, s.entered_by, s.paper, v.name AS version_name, \
    (SELECT MAX(o.id) FROM principles_signatures o WHERE o.city = s.city) AS last_id \
    FROM principles_signatures s JOIN cities c ON c.id = s.city JOIN principles_versions v ON v.id = s.version";

/// Keeps that a city signed. One that is there already stays as it is.
///
/// # Errors
/// When the database does not answer.
pub async fn sign(tx: &Tx, actor: &Actor, city: CityId, signature: &Signature) -> Result<()> {
    let id = tx.new_id();
    Insert::into("principles_signatures")
        .set("id", id)
        .set("city", city)
        .set("version", signature.version)
        .set("lang", signature.lang)
        .set("hash", signature.hash.as_str())
        .set("name", signature.name.as_str())
        .set("position", signature.position.as_str())
        .set("named", signature.named)
        .set("signed_at", signature.signed_at)
        .set("entered_by", signature.entered_by)
        .set("paper", signature.paper.as_str())
        .exec(tx)
        .await?;
    tx.event(actor, SIGNED, id, Some(city)).await?;
    tx.changed(TOPIC, city.0, false, &[TOPIC.to_owned()]).await
}

/// What a city signed, the newest first; twenty at most.
///
/// # Errors
/// When the database does not answer.
pub async fn signed_by(sql: &Sql, city: CityId) -> Result<Vec<Signed>> {
    Statement::new(SIGNATURES, ()).when("s.city = ?", city).push("ORDER BY s.id DESC LIMIT 20", ()).all(sql).await
}

/// When a city signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedAt {
    /// What is in force: the last version that asked each city anew, or one since.
    pub in_force: Option<Time>,
    /// Any version.
    pub last: Time,
}

/// When each of these cities signed; those that never did are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn signed(sql: &Sql, cities: &[CityId]) -> Result<HashMap<CityId, SignedAt>> {
    if cities.is_empty() {
        return Ok(HashMap::new());
    }
    let all = format!(
        "SELECT s.city, MAX(s.signed_at) AS last, MAX(CASE WHEN {HOLDS} THEN s.signed_at END) AS in_force FROM principles_signatures s"
    );
    let signed = Statement::new(&all, ()).when_in("s.city", cities.iter().copied()).push("GROUP BY s.city", ());
    let read = |row: &Row| Ok((row.get("city")?, SignedAt { in_force: row.get("in_force")?, last: row.get("last")? }));
    signed.raw(sql).await?.iter().map(read).collect()
}

/// The signature with this id.
pub(crate) async fn one(sql: &Sql, id: i64) -> Result<Signed> {
    Statement::new(SIGNATURES, ()).when("s.id = ?", id).one(sql).await
}

/// The last signature of each of these cities.
pub(crate) async fn last_of(sql: &Sql, cities: &[CityId]) -> Result<HashMap<CityId, Signed>> {
    if cities.is_empty() {
        return Ok(HashMap::new());
    }
    let last = "s.id = (SELECT MAX(o.id) FROM principles_signatures o WHERE o.city = s.city)";
    let found = Statement::new(SIGNATURES, ()).when(last, ()).when_in("s.city", cities.iter().copied());
    let signed: Vec<Signed> = found.all(sql).await?;
    Ok(signed.into_iter().map(|own| (own.city, own)).collect())
}

/// How many members have signed what is in force.
pub(crate) async fn count_in_force(sql: &Sql) -> Result<i64> {
    const ALL: &str = "SELECT COUNT(DISTINCT s.city) AS n FROM principles_signatures s JOIN cities c ON c.id = s.city";
    Statement::new(ALL, ()).when(HOLDS, ()).meets(members()).number(sql).await
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
