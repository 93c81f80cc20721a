//! Roles: held, given, taken.

use base::{CityId, PersonId, Result, Role, Time};
use store::{Condition, Insert, Sql, Statement, Tx, params};

use super::roles;
use crate::rules::RoleRow;

/// People of a city that are told of something at most.
const TOLD: i64 = 1_000;

/// The roles of one person.
pub(crate) async fn of(sql: &Sql, person: PersonId) -> Result<Vec<RoleRow>> {
    roles().when("person = ?", person).push("ORDER BY id LIMIT 200", ()).all(sql).await
}

/// One role of this person.
pub(crate) async fn one(sql: &Sql, person: PersonId, id: i64) -> Result<RoleRow> {
    roles().when("id = ? AND person = ?", params![id, person]).one(sql).await
}

/// Does this person hold this role?
pub(crate) async fn holds(sql: &Sql, person: PersonId, role: &Role) -> Result<bool> {
    let n = sql
        .number(
            "SELECT COUNT(*) AS n FROM roles WHERE person = $1 AND role = $2 AND scope = $3",
            params![person.0, role.code(), role.scope()],
        )
        .await?;
    Ok(n > 0)
}

/// Gives a role; false where it is held already.
pub(crate) async fn grant(tx: &Tx, person: PersonId, role: &Role, sees_from: Option<i64>) -> Result<bool> {
    let given = tx
        .exec(
            "INSERT INTO roles (id, person, role, scope, granted_at, sees_from) VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (person, role, scope) DO NOTHING",
            params![tx.new_id(), person.0, role.code(), role.scope(), tx.now(), sees_from],
        )
        .await?;
    Ok(given == 1)
}

/// Takes a role; it is remembered for a while.
pub(crate) async fn take(tx: &Tx, row: &RoleRow) -> Result<()> {
    Insert::into("ended_roles")
        .set("id", row.id)
        .set("person", row.person)
        .set("role", row.role.code())
        .set("scope", row.role.scope())
        .set("granted_at", row.granted_at)
        .set("sees_from", row.sees_from)
        .set("ended_at", tx.now())
        .exec(tx)
        .await?;
    tx.exec("DELETE FROM roles WHERE id = $1", params![row.id]).await.map(|_| ())
}

/// The active leads of a city with their roles.
pub(crate) async fn leads(sql: &Sql, city: CityId) -> Result<Vec<RoleRow>> {
    roles()
        .when("role = 'city-lead' AND scope = ?", city.0.to_string())
        .when("person IN (SELECT id FROM people WHERE active)", ())
        .push("ORDER BY id LIMIT ?", TOLD)
        .all(sql)
        .await
}

/// The active people who led a city at this time: whoever has lost that since is among them.
pub(crate) async fn leads_at(sql: &Sql, city: CityId, at: Time) -> Result<Vec<PersonId>> {
    ids(
        sql,
        "SELECT p.id FROM people p WHERE p.active AND p.id IN (\
         SELECT person FROM roles WHERE role = 'city-lead' AND scope = $1 AND granted_at <= $2 \
         UNION SELECT person FROM ended_roles WHERE role = 'city-lead' AND scope = $1 AND granted_at <= $2 \
         AND ended_at >= $2) ORDER BY p.id LIMIT $3",
        params![city.0.to_string(), at, TOLD],
    )
    .await
}

/// What this person holds for a city, and held there since `since`.
pub(crate) async fn lately(sql: &Sql, person: PersonId, city: CityId, since: Time) -> Result<Vec<RoleRow>> {
    let of_city = || {
        let own = params![person, city.0.to_string()];
        Condition::new("person = ? AND scope = ? AND role IN ('city-lead', 'practitioner')", own)
    };
    let mut rows: Vec<RoleRow> = roles().meets(of_city()).push("LIMIT 10", ()).all(sql).await?;
    let ended: Vec<RoleRow> =
        Statement::new("SELECT id, person, role, scope, granted_at, sees_from FROM ended_roles", ())
            .meets(of_city())
            .when("ended_at >= ?", since)
            .push("LIMIT 100", ())
            .all(sql)
            .await?;
    rows.extend(ended);
    Ok(rows)
}

/// Whether this person is of a city, or was since `since`.
pub(crate) async fn is_of(sql: &Sql, person: PersonId, city: CityId, since: Time) -> Result<bool> {
    Ok(!lately(sql, person, city, since).await?.is_empty())
}

/// The active leads of a city, or its practitioners where it has none.
pub async fn leads_of(sql: &Sql, city: CityId) -> Result<Vec<PersonId>> {
    for role in ["city-lead", "practitioner"] {
        let people = ids(
            sql,
            "SELECT p.id FROM people p JOIN roles r ON r.person = p.id WHERE r.role = $1 AND r.scope = $2 AND p.active \
             ORDER BY p.id LIMIT $3",
            params![role, city.0.to_string(), TOLD],
        )
        .await?;
        if !people.is_empty() {
            return Ok(people);
        }
    }
    Ok(Vec::new())
}

/// Active people who hold a role for a city, or held one since `since`.
pub(crate) async fn people_of(sql: &Sql, city: CityId, since: Time) -> Result<Vec<PersonId>> {
    ids(
        sql,
        "SELECT p.id FROM people p WHERE p.active AND p.id IN (\
         SELECT person FROM roles WHERE role IN ('city-lead', 'practitioner') AND scope = $1 \
         UNION SELECT person FROM ended_roles WHERE role IN ('city-lead', 'practitioner') AND scope = $1 AND ended_at >= $2) \
         ORDER BY p.id LIMIT $3",
        params![city.0.to_string(), since, TOLD],
    )
    .await
}

async fn ids(sql: &Sql, text: &str, values: Vec<store::Value>) -> Result<Vec<PersonId>> {
    let rows = sql.raw(text, values).await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// Forgets roles that ended before this time.
pub(crate) async fn forget_ended(tx: &Tx, before: Time) -> Result<()> {
    tx.exec("DELETE FROM ended_roles WHERE ended_at < $1", params![before]).await.map(|_| ())
}
