//! What is to happen to an account at its time: all of it at once, for the pages that show it.

use base::{PersonId, Result, Time};
use store::{Sql, params};

use super::erasures::Erasure;

/// What waits for somebody.
#[derive(Default)]
pub(crate) struct Waits {
    /// When the team takes their second step away.
    pub second_step_ends: Option<Time>,
    /// Their account is to be erased.
    pub erasure: Option<Erasure>,
}

/// That of this person.
pub(crate) async fn of(sql: &Sql, person: PersonId) -> Result<Waits> {
    let text = "SELECT s.due_at AS second_step_ends, e.id, e.asked_by, e.due_at, e.closed_at FROM people p \
                LEFT JOIN second_step_endings s ON s.person = p.id LEFT JOIN erasures e ON e.person = p.id WHERE p.id = $1";
    let rows = sql.raw(text, params![person.0]).await?;
    let Some(row) = rows.first() else { return Ok(Waits::default()) };
    let erasure = match row.get::<Option<i64>>("id")? {
        Some(id) => Some(Erasure {
            id,
            person,
            asked_by: row.get("asked_by")?,
            due_at: row.get("due_at")?,
            closed_at: row.get("closed_at")?,
        }),
        None => None,
    };
    Ok(Waits { second_step_ends: row.get("second_step_ends")?, erasure })
}
