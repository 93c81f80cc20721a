//! Roles that are to come.

use base::{CityId, PersonId, Result, Role, Time};
use store::{FromRow, Insert, Row, Sql, Statement, Tx, params};

use crate::rules::role_in;

/// Those of one person or one city that are shown at once.
const MOST: i64 = 200;

/// A role that somebody is to hold from a day on.
#[derive(Clone, Debug)]
pub(crate) struct ComingRole {
    pub id: i64,
    pub person: PersonId,
    pub role: Role,
    pub begins_at: Time,
    pub ends_at: Option<Time>,
    /// What they hold for the city until then goes with it.
    pub replaces: bool,
    /// Who said so.
    pub given_by: PersonId,
}

impl FromRow for ComingRole {
    fn from_row(row: &Row) -> Result<ComingRole> {
        Ok(ComingRole {
            role: role_in(row, "coming_roles")?,
            id: row.get("id")?,
            person: row.get("person")?,
            begins_at: row.get("begins_at")?,
            ends_at: row.get("ends_at")?,
            replaces: row.get("replaces")?,
            given_by: row.get("given_by")?,
        })
    }
}

fn coming() -> Statement {
    Statement::new("SELECT id, person, role, scope, begins_at, ends_at, replaces, given_by FROM coming_roles", ())
}

/// The one with this id, if it is to come still.
pub(crate) async fn find(sql: &Sql, id: i64) -> Result<Option<ComingRole>> {
    coming().when("id = ?", id).first(sql).await
}

/// This role of this person.
pub(crate) async fn same(sql: &Sql, person: PersonId, role: &Role) -> Result<Option<ComingRole>> {
    let own = params![person, role.code(), role.scope()];
    coming().when("person = ? AND role = ? AND scope = ?", own).first(sql).await
}

/// Those of a person, the next one first.
pub(crate) async fn of(sql: &Sql, person: PersonId) -> Result<Vec<ComingRole>> {
    coming().when("person = ?", person).push("ORDER BY begins_at, id LIMIT ?", MOST).all(sql).await
}

/// Those for a city, the next one first.
pub(crate) async fn of_city(sql: &Sql, city: CityId) -> Result<Vec<ComingRole>> {
    let own = coming().when("scope = ? AND role IN ('city-lead', 'practitioner')", city.0.to_string());
    own.push("ORDER BY begins_at, id LIMIT ?", MOST).all(sql).await
}

pub(crate) async fn add(tx: &Tx, own: &ComingRole) -> Result<()> {
    Insert::into("coming_roles")
        .set("id", own.id)
        .set("person", own.person)
        .set("role", own.role.code())
        .set("scope", own.role.scope())
        .set("begins_at", own.begins_at)
        .set("ends_at", own.ends_at)
        .set("replaces", own.replaces)
        .set("given_by", own.given_by)
        .exec(tx)
        .await
        .map(|_| ())
}

/// It is not to come any more; false where it was not.
pub(crate) async fn end(tx: &Tx, id: i64) -> Result<bool> {
    Ok(tx.exec("DELETE FROM coming_roles WHERE id = $1", params![id]).await? > 0)
}

/// Those whose time has come: of them nobody has seen to it.
pub(crate) async fn due(sql: &Sql, now: Time) -> Result<Vec<ComingRole>> {
    coming().when("begins_at <= ?", now).push("ORDER BY begins_at, id LIMIT ?", MOST).all(sql).await
}
