//! A city's own part of the record.

use base::{Actor, CityId, PersonId, Result, Time};
use store::{Act, AuditEntry, Condition, Insert, Sql, Statement, Tx, params};

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

/// When this account was closed last, as the city's record has it.
pub(crate) async fn closed_at(sql: &Sql, city: CityId, person: PersonId) -> Result<Option<Time>> {
    let rows = sql
        .raw(
            "SELECT at FROM city_record WHERE city = $1 AND action = $2 AND subject = $3 ORDER BY id DESC LIMIT 1",
            params![city.0, acts::DEACTIVATED.code(), person.to_string()],
        )
        .await?;
    rows.first().map(|row| row.get("at")).transpose()
}

/// People on a city's record that are looked at.
const ON_RECORD: usize = 500;

/// Has anybody been of this city who took up an account? Whoever was only invited took nothing up.
pub(crate) async fn has_had_people(sql: &Sql, city: CityId) -> Result<bool> {
    let on_record = Statement::new("SELECT DISTINCT subject FROM city_record", ())
        .when("city = ? AND action IN (?, ?)", params![city.0, acts::INVITED.code(), acts::ROLE_GRANTED.code()])
        .push("LIMIT ?", ON_RECORD as i64)
        .raw(sql)
        .await?;
    let subjects = on_record.iter().map(|row| row.get::<String>("subject")).collect::<Result<Vec<_>>>()?;
    let people: Vec<i64> = subjects.iter().filter_map(|subject| base::id::read_id(subject)).collect();
    if people.len() >= ON_RECORD {
        return Ok(true);
    }
    let held = Statement::new("SELECT COUNT(*) AS n FROM people p", ()).when("p.password IS NOT NULL", ()).meets(
        Condition::among("p.id", people).or(Condition::new(
            "p.id IN (SELECT person FROM roles WHERE scope = ? AND role IN ('city-lead', 'practitioner'))",
            city.0.to_string(),
        )),
    );
    Ok(held.number(sql).await? > 0)
}

/// Lines that are counted; where there are more, there are many.
pub(crate) const COUNTED: i64 = 1_000;

/// How many lines there are since then; one more than [`COUNTED`] at most.
pub(crate) async fn since(sql: &Sql, city: CityId, since: Time) -> Result<i64> {
    sql.number(
        "SELECT COUNT(*) AS n FROM (SELECT id FROM city_record WHERE city = $1 AND at >= $2 ORDER BY id DESC LIMIT $3) lately",
        params![city.0, since, COUNTED + 1],
    )
    .await
}

/// Lines before this one, the newest first.
pub(crate) async fn before(sql: &Sql, city: CityId, id: i64, limit: i64) -> Result<Vec<AuditEntry>> {
    sql.all(
        "SELECT id, at, actor, action, subject, detail, FALSE AS actor_erased, FALSE AS subject_erased FROM city_record WHERE city = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
        params![city.0, id, limit],
    )
    .await
}
