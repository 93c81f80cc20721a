//! Accounts that are to be erased, and what is left of those that were.

use base::{PersonId, Result, Time};
use store::{Insert, Sql, Statement, Tx, params};

use crate::rules::CLOSED_BEFORE_ERASED;

/// One that waits for its time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Erasure {
    pub id: i64,
    pub person: PersonId,
    /// Who asked: themselves, or somebody of the office.
    pub asked_by: PersonId,
    /// When the account is closed.
    pub due_at: Time,
    /// When it was.
    pub closed_at: Option<Time>,
}
store::from_row!(Erasure in erasures: id, person, asked_by, due_at, closed_at);

impl Erasure {
    /// It can be taken back still.
    pub(crate) fn waits(&self, now: Time) -> bool {
        self.closed_at.is_none() && self.due_at > now
    }

    /// The office asked for it: whoever asked themselves takes it back alone.
    pub(crate) fn is_by_office(&self) -> bool {
        self.asked_by != self.person
    }
}

fn erasures() -> Statement {
    Statement::new("SELECT id, person, asked_by, due_at, closed_at FROM erasures", ())
}

/// The one with this id, if it is to come still.
pub(crate) async fn find(sql: &Sql, id: i64) -> Result<Option<Erasure>> {
    erasures().when("id = ?", id).first(sql).await
}

/// That of this person.
pub(crate) async fn of(sql: &Sql, person: PersonId) -> Result<Option<Erasure>> {
    erasures().when("person = ?", person).first(sql).await
}

/// Those that are looked at in one step.
const STEP: i64 = 200;

/// Those whose time has come: of them nobody has seen to it.
pub(crate) async fn due(sql: &Sql, now: Time) -> Result<Vec<Erasure>> {
    let due = "(closed_at IS NULL AND due_at <= ?) OR closed_at <= ?";
    erasures().when(due, params![now, now - CLOSED_BEFORE_ERASED]).push("ORDER BY id LIMIT ?", STEP).all(sql).await
}

pub(crate) async fn add(tx: &Tx, own: &Erasure) -> Result<()> {
    Insert::into("erasures")
        .set("id", own.id)
        .set("person", own.person)
        .set("asked_by", own.asked_by)
        .set("asked_at", tx.now())
        .set("due_at", own.due_at)
        .exec(tx)
        .await
        .map(|_| ())
}

/// It is closed later.
pub(crate) async fn put_off(tx: &Tx, id: i64, due_at: Time) -> Result<()> {
    tx.exec("UPDATE erasures SET due_at = $2 WHERE id = $1", params![id, due_at]).await.map(|_| ())
}

/// Its owner asks for it, too: from now on it is theirs to take back.
pub(crate) async fn asked_by_owner(tx: &Tx, id: i64) -> Result<()> {
    tx.exec("UPDATE erasures SET asked_by = person WHERE id = $1", params![id]).await.map(|_| ())
}

/// The account is closed.
pub(crate) async fn set_closed(tx: &Tx, id: i64) -> Result<()> {
    tx.exec("UPDATE erasures SET closed_at = $2 WHERE id = $1", params![id, tx.now()]).await.map(|_| ())
}

/// It is not to come any more; false where it was not.
pub(crate) async fn end(tx: &Tx, person: PersonId) -> Result<bool> {
    Ok(tx.exec("DELETE FROM erasures WHERE person = $1", params![person.0]).await? > 0)
}

/// What stands in the place of the name of somebody who was erased.
const NAMELESS: &str = "—";

/// Leaves of an account what others' rows lead to: its number, and whether anybody had taken it up. Nobody can type its address.
pub(crate) async fn empty(tx: &Tx, person: PersonId) -> Result<()> {
    tx.exec(
        "UPDATE people SET email = $2, name = $3, name_key = $4, folded = '', active = FALSE, unproved = FALSE, \
         seen_at = NULL, mail_refused_at = NULL, asked_at = NULL, counted_from = NULL, password = CASE WHEN password IS NULL THEN NULL ELSE '' END, erased_at = $5 WHERE id = $1",
        params![person.0, format!("erased {person}"), NAMELESS, web::format::sort_key(NAMELESS), tx.now()],
    )
    .await
    .map(|_| ())
}

/// People who were erased since then.
pub(crate) async fn since(sql: &Sql, since: Time) -> Result<Vec<PersonId>> {
    let lately = Statement::new("SELECT id FROM people", ()).when("erased_at >= ?", since);
    let rows = lately.push("ORDER BY erased_at, id LIMIT ?", STEP).raw(sql).await?;
    rows.iter().map(|row| row.get("id")).collect()
}
