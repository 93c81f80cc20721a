//! One-time links.

use base::{PersonId, Result, Time};
use store::{Sql, Tx, params};

/// A link that works, as it is kept.
#[derive(Clone, Debug)]
pub(crate) struct LinkRow {
    pub person: Option<PersonId>,
    pub purpose: String,
    /// The letter that it left in.
    pub letter: Option<i64>,
}
store::from_row!(LinkRow: person, purpose, letter);

/// A new link.
pub(crate) struct NewLink<'a> {
    pub hash: &'a str,
    pub person: Option<PersonId>,
    pub purpose: &'a str,
    /// The letter that it leaves in.
    pub letter: Option<i64>,
}

pub(crate) async fn add(tx: &Tx, link: &NewLink<'_>, expires_at: Time) -> Result<()> {
    tx.exec(
        "INSERT INTO links (hash, person, purpose, letter, expires_at) VALUES ($1, $2, $3, $4, $5)",
        params![link.hash, link.person.map(|id| id.0), link.purpose, link.letter, expires_at],
    )
    .await
    .map(|_| ())
}

/// The link with this hash, if it still works.
pub(crate) async fn working(sql: &Sql, hash: &str, now: Time) -> Result<Option<LinkRow>> {
    sql.first(
        "SELECT person, purpose, letter FROM links WHERE hash = $1 AND used_at IS NULL AND expires_at > $2",
        params![hash, now],
    )
    .await
}

/// Uses a link up; false when someone was faster.
pub(crate) async fn use_up(tx: &Tx, hash: &str) -> Result<bool> {
    let used = tx
        .exec(
            "UPDATE links SET used_at = $2 WHERE hash = $1 AND used_at IS NULL AND expires_at > $2",
            params![hash, tx.now()],
        )
        .await?;
    Ok(used == 1)
}

/// Ends all links of this person.
pub(crate) async fn end_all(tx: &Tx, person: PersonId) -> Result<()> {
    tx.exec("UPDATE links SET used_at = $2 WHERE person = $1 AND used_at IS NULL", params![person.0, tx.now()])
        .await
        .map(|_| ())
}

/// Ends the links of this purpose that other letters brought, now that this one has left; `by_hand`: also those that
/// somebody made to hand them over.
pub(crate) async fn end_earlier(tx: &Tx, person: PersonId, purpose: &str, letter: i64, by_hand: bool) -> Result<()> {
    // What no letter brought counts as brought by this one where it is to stay.
    let without = if by_hand { 0 } else { letter };
    tx.exec(
        "UPDATE links SET used_at = $2 WHERE person = $1 AND used_at IS NULL AND purpose = $3 AND COALESCE(letter, $5) <> $4",
        params![person.0, tx.now(), purpose, letter, without],
    )
    .await
    .map(|_| ())
}

/// Ends the invitations that somebody made to hand them over.
pub(crate) async fn end_handed_over(tx: &Tx, person: PersonId) -> Result<()> {
    tx.exec(
        "UPDATE links SET used_at = $2 WHERE person = $1 AND used_at IS NULL AND letter IS NULL AND purpose = 'invitation'",
        params![person.0, tx.now()],
    )
    .await
    .map(|_| ())
}

/// What letter this link left in, and for what: of the newest.
pub(crate) async fn of_letter(sql: &Sql, letter: i64, person: PersonId) -> Result<Option<LinkRow>> {
    sql.first(
        "SELECT person, purpose, letter FROM links WHERE person = $2 AND letter = $1 AND used_at IS NULL",
        params![letter, person.0],
    )
    .await
}

/// Takes away what was made for a letter that has not left: nobody has the secret.
pub(crate) async fn forget_of_letter(tx: &Tx, letter: i64, person: PersonId) -> Result<()> {
    tx.exec("DELETE FROM links WHERE person = $2 AND letter = $1 AND used_at IS NULL", params![letter, person.0])
        .await
        .map(|_| ())
}

/// Forgets links that ended before this time.
pub(crate) async fn forget_old(tx: &Tx, before: Time) -> Result<()> {
    tx.exec("DELETE FROM links WHERE expires_at < $1", params![before]).await.map(|_| ())
}
