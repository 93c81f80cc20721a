//! A city's own part of the record.

use base::{Actor, CityId, Result};
use store::{Act, AuditEntry, Sql, Tx, params};

/// Adds a line.
pub(crate) async fn note(tx: &Tx, city: CityId, actor: &Actor, act: Act, subject: &str, detail: &str) -> Result<()> {
    tx.exec(
        "INSERT INTO city_record (id, city, at, actor, action, subject, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![tx.new_id(), city.0, tx.now(), actor.id().map(|id| id.0), act.code(), subject, detail],
    )
    .await
    .map(|_| ())
}

/// Lines before this one, the newest first.
pub(crate) async fn before(sql: &Sql, city: CityId, id: i64, limit: i64) -> Result<Vec<AuditEntry>> {
    sql.all(
        "SELECT id, at, actor, action, subject, detail FROM city_record WHERE city = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
        params![city.0, id, limit],
    )
    .await
}
