//! Broken glass.

use base::{CityId, DocumentId, PersonId, Result, Time};
use store::{Sql, Tx, params};

/// One opening.
#[derive(Clone, Debug)]
pub(crate) struct Opening {
    pub id: i64,
    pub person: PersonId,
    pub city: CityId,
    pub reason: String,
}
store::from_row!(Opening: id, person, city, reason);

pub(crate) async fn open(tx: &Tx, id: i64, person: PersonId, city: CityId, reason: &str, until: Time) -> Result<()> {
    tx.exec(
        "INSERT INTO glass_openings (id, person, city, reason, opened_at, until) VALUES ($1, $2, $3, $4, $5, $6)",
        params![id, person.0, city.0, reason, tx.now(), until],
    )
    .await
    .map(|_| ())
}

/// The cities whose own documents this person has open now, each with the end of the latest opening.
pub(crate) async fn open_now(sql: &Sql, person: PersonId, now: Time) -> Result<Vec<(CityId, Time)>> {
    let rows = sql
        .raw(
            "SELECT city, MAX(until) AS until FROM glass_openings WHERE person = $1 AND until > $2 GROUP BY city ORDER BY city",
            params![person.0, now],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("city")?, row.get("until")?))).collect()
}

/// Ends what this person has open of a city.
pub(crate) async fn close(tx: &Tx, person: PersonId, city: CityId) -> Result<bool> {
    let closed = tx
        .exec(
            "UPDATE glass_openings SET until = $3 WHERE person = $1 AND city = $2 AND until > $3",
            params![person.0, city.0, tx.now()],
        )
        .await?;
    Ok(closed > 0)
}

/// Whether what this person opened of the city's own for this reason since then is still open.
pub(crate) async fn stands_open(
    sql: &Sql,
    person: PersonId,
    city: CityId,
    reason: &str,
    (since, now): (Time, Time),
) -> Result<bool> {
    let n = sql
        .number(
            "SELECT COUNT(*) AS n FROM glass_openings WHERE person = $1 AND city = $2 AND reason = $3 AND opened_at > $4 AND until > $5",
            params![person.0, city.0, reason, since, now],
        )
        .await?;
    Ok(n > 0)
}

/// One opening.
pub(crate) async fn one(sql: &Sql, id: i64) -> Result<Option<Opening>> {
    sql.first("SELECT id, person, city, reason FROM glass_openings WHERE id = $1", params![id]).await
}

/// The opening through which this person reads the city's own documents now.
pub(crate) async fn current(sql: &Sql, person: PersonId, city: CityId, now: Time) -> Result<Option<Opening>> {
    sql.first(
        "SELECT id, person, city, reason FROM glass_openings WHERE person = $1 AND until > $2 AND city = $3 ORDER BY id DESC LIMIT 1",
        params![person.0, now, city.0],
    )
    .await
}

pub(crate) async fn was_read(sql: &Sql, opening: i64, document: DocumentId) -> Result<bool> {
    let n = sql
        .number(
            "SELECT COUNT(*) AS n FROM glass_readings WHERE opening = $1 AND document = $2",
            params![opening, document.0],
        )
        .await?;
    Ok(n > 0)
}

/// Notes that a document was read; false where it is noted already.
pub(crate) async fn read(tx: &Tx, opening: i64, document: DocumentId) -> Result<bool> {
    let noted = tx
        .exec(
            "INSERT INTO glass_readings (opening, document) VALUES ($1, $2) ON CONFLICT (opening, document) DO NOTHING",
            params![opening, document.0],
        )
        .await?;
    Ok(noted == 1)
}

/// Forgets openings that ended before this time, and what was read then: the record has both.
pub(crate) async fn forget_old(tx: &Tx, before: Time) -> Result<()> {
    tx.exec(
        "DELETE FROM glass_readings WHERE opening IN (SELECT id FROM glass_openings WHERE until < $1)",
        params![before],
    )
    .await?;
    tx.exec("DELETE FROM glass_openings WHERE until < $1", params![before]).await.map(|_| ())
}
