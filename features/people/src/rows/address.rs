//! Addresses that people change themselves.

use base::{PersonId, Result, Time};
use store::{Insert, Sql, Statement, Tx, params};

/// One change.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    pub id: i64,
    pub person: PersonId,
    pub old_email: String,
    pub new_email: String,
    pub asked_at: Time,
    /// Since when the new address is theirs.
    pub changed_at: Option<Time>,
    /// It was undone, or came to nothing.
    pub ended_at: Option<Time>,
}
store::from_row!(Change in address_changes: id, person, old_email, new_email, asked_at, changed_at, ended_at);

fn changes() -> Statement {
    Statement::new("SELECT id, person, old_email, new_email, asked_at, changed_at, ended_at FROM address_changes", ())
}

/// The change with this id.
pub(crate) async fn find(sql: &Sql, id: i64) -> Result<Option<Change>> {
    changes().when("id = ?", id).first(sql).await
}

/// The change that this person has asked for since then, and that waits for whoever reads the new address.
pub(crate) async fn waiting(sql: &Sql, person: PersonId, since: Time) -> Result<Option<Change>> {
    changes()
        .when("person = ? AND changed_at IS NULL AND ended_at IS NULL AND asked_at > ?", params![person, since])
        .push("ORDER BY id DESC LIMIT 1", ())
        .first(sql)
        .await
}

/// Keeps one that is asked for, in the place of one that waits.
pub(crate) async fn ask(tx: &Tx, id: i64, person: PersonId, old: &str, new: &str) -> Result<()> {
    end_waiting(tx, person).await?;
    Insert::into("address_changes")
        .set("id", id)
        .set("person", person)
        .set("old_email", old)
        .set("new_email", new)
        .set("asked_at", tx.now())
        .exec(tx)
        .await
        .map(|_| ())
}

/// Ends what waits.
pub(crate) async fn end_waiting(tx: &Tx, person: PersonId) -> Result<()> {
    tx.exec(
        "UPDATE address_changes SET ended_at = $2 WHERE person = $1 AND changed_at IS NULL AND ended_at IS NULL",
        params![person.0, tx.now()],
    )
    .await
    .map(|_| ())
}

/// The new address is theirs.
pub(crate) async fn changed(tx: &Tx, id: i64) -> Result<()> {
    tx.exec("UPDATE address_changes SET changed_at = $2 WHERE id = $1", params![id, tx.now()]).await.map(|_| ())
}

/// It is undone, and with it all that this person asked for afterwards: that came of it.
pub(crate) async fn undone(tx: &Tx, person: PersonId, id: i64) -> Result<()> {
    tx.exec(
        "UPDATE address_changes SET ended_at = $3 WHERE person = $1 AND id >= $2 AND ended_at IS NULL",
        params![person.0, id, tx.now()],
    )
    .await
    .map(|_| ())
}

/// Can this address still be set back for somebody who had it? Until then nobody else gets it.
pub(crate) async fn is_kept_back(
    sql: &Sql,
    email: &str,
    for_other_than: Option<PersonId>,
    since: Time,
) -> Result<bool> {
    let kept = Statement::new("SELECT COUNT(*) AS n FROM address_changes", ())
        .when("old_email = ? AND changed_at IS NOT NULL AND ended_at IS NULL", email.to_owned())
        .when("asked_at > ? AND person <> ?", params![since, for_other_than.map_or(0, |own| own.0)]);
    Ok(kept.number(sql).await? > 0)
}

/// Can whoever reads an earlier address of this person still set it back?
pub(crate) async fn can_be_undone(sql: &Sql, person: PersonId, since: Time) -> Result<bool> {
    let open = Statement::new("SELECT COUNT(*) AS n FROM address_changes", ())
        .when("person = ? AND changed_at IS NOT NULL AND ended_at IS NULL AND asked_at > ?", params![person, since]);
    Ok(open.number(sql).await? > 0)
}

/// Addresses that were this person's, as long as that is remembered, and are nobody's now.
pub(crate) async fn earlier(sql: &Sql, person: PersonId) -> Result<Vec<String>> {
    let rows = Statement::new("SELECT DISTINCT old_email FROM address_changes", ())
        .when("person = ? AND changed_at IS NOT NULL AND ended_at IS NULL", person)
        .when("old_email NOT IN (SELECT email FROM people)", ())
        .push("ORDER BY old_email LIMIT 100", ())
        .raw(sql)
        .await?;
    rows.iter().map(|row| row.get("old_email")).collect()
}

/// Forgets what was asked for before this time.
pub(crate) async fn forget_old(tx: &Tx, before: Time) -> Result<()> {
    tx.exec("DELETE FROM address_changes WHERE asked_at < $1", params![before]).await.map(|_| ())
}
