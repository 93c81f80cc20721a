//! Second steps that the team takes away, each at its time.

use base::{PersonId, Result, Time};
use store::{Insert, Sql, Statement, Tx, params};

/// One that waits for its time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ending {
    pub id: i64,
    pub person: PersonId,
    /// Who asked for it.
    pub asked_by: Option<PersonId>,
    pub due_at: Time,
}
store::from_row!(Ending in second_step_endings: id, person, asked_by, due_at);

fn endings() -> Statement {
    Statement::new("SELECT id, person, asked_by, due_at FROM second_step_endings", ())
}

/// The one with this id, if it waits still.
pub(crate) async fn find(sql: &Sql, id: i64) -> Result<Option<Ending>> {
    endings().when("id = ?", id).first(sql).await
}

/// That of this person.
pub(crate) async fn of(sql: &Sql, person: PersonId) -> Result<Option<Ending>> {
    endings().when("person = ?", person).first(sql).await
}

pub(crate) async fn add(tx: &Tx, ending: Ending) -> Result<()> {
    Insert::into("second_step_endings")
        .set("id", ending.id)
        .set("person", ending.person)
        .set("asked_by", ending.asked_by)
        .set("asked_at", tx.now())
        .set("due_at", ending.due_at)
        .exec(tx)
        .await
        .map(|_| ())
}

/// It is not to come; false where none was to.
pub(crate) async fn end(tx: &Tx, person: PersonId) -> Result<bool> {
    Ok(tx.exec("DELETE FROM second_step_endings WHERE person = $1", params![person.0]).await? > 0)
}
