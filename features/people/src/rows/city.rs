//! A city's own part of the record.

use base::{Actor, CityId, PersonId, Result, Time};
use store::{Act, AuditEntry, Insert, Sql, Tx, params};

use crate::acts;

/// Adds a line.
pub(crate) async fn note(tx: &Tx, city: CityId, actor: &Actor, act: Act, subject: &str, detail: &str) -> Result<()> {
    Insert::into("city_record")
        .set("id", tx.new_id())
        .set("city", city)
        .set("at", tx.now())
        .set("actor", actor.id())
        .set("action", act.code())
        .set("subject", subject)
        .set("detail", detail)
        .exec(tx)
        .await
        .map(|_| ())
}

/// Was this account closed since then, as the city's record has it?
pub(crate) async fn was_closed(sql: &Sql, city: CityId, person: PersonId, since: Time) -> Result<bool> {
    let n = sql
        .number(
            "SELECT COUNT(*) AS n FROM city_record WHERE city = $1 AND action = $2 AND subject = $3 AND at >= $4",
            params![city.0, acts::DEACTIVATED.code(), person.to_string(), since],
        )
        .await?;
    Ok(n > 0)
}

/// How many lines there are since then; counted up to 1,000.
pub(crate) async fn since(sql: &Sql, city: CityId, since: Time) -> Result<i64> {
    sql.number(
        "SELECT COUNT(*) AS n FROM (SELECT id FROM city_record WHERE city = $1 AND at >= $2 ORDER BY id DESC LIMIT 1000) lately",
        params![city.0, since],
    )
    .await
}

/// Lines before this one, the newest first.
pub(crate) async fn before(sql: &Sql, city: CityId, id: i64, limit: i64) -> Result<Vec<AuditEntry>> {
    sql.all(
        "SELECT id, at, actor, action, subject, detail FROM city_record WHERE city = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
        params![city.0, id, limit],
    )
    .await
}
