//! Passkeys, and what browsers are asked to sign with them.

use base::{PersonId, Result, Time};
use store::{Insert, Sql, Statement, Tx, params};

/// A person's passkeys that are read at once: more than anybody may have.
const READ: i64 = 100;

/// One passkey.
#[derive(Clone, Debug)]
pub(crate) struct PasskeyRow {
    pub id: i64,
    pub person: PersonId,
    /// The hub's name for which it was made.
    pub party: String,
    /// By which devices know the person.
    pub handle: String,
    /// What its owner calls it.
    pub name: String,
    /// The public half, with the count of what it signed.
    pub kept: String,
    pub created_at: Time,
    pub used_at: Option<Time>,
}
store::from_row!(PasskeyRow in passkeys: id, person, party, handle, name, kept, created_at, used_at);

impl PasskeyRow {
    /// Its id as written.
    pub(crate) fn written(&self) -> String {
        base::id::write_id(self.id)
    }
}

fn passkeys() -> Statement {
    Statement::new("SELECT id, person, party, handle, name, kept, created_at, used_at FROM passkeys", ())
}

/// Those of this person.
pub(crate) async fn of(sql: &Sql, person: PersonId) -> Result<Vec<PasskeyRow>> {
    passkeys().when("person = ?", person).push("ORDER BY id LIMIT ?", READ).all(sql).await
}

/// One of this person's.
pub(crate) async fn find(sql: &Sql, person: PersonId, id: i64) -> Result<Option<PasskeyRow>> {
    passkeys().when("id = ? AND person = ?", params![id, person]).first(sql).await
}

/// The one with this hash of its own id, made for this name of the hub.
pub(crate) async fn by_credential(sql: &Sql, party: &str, credential: &str) -> Result<Option<PasskeyRow>> {
    passkeys().when("party = ? AND credential = ?", params![party.to_owned(), credential.to_owned()]).first(sql).await
}

/// Has this person one?
pub(crate) async fn any(sql: &Sql, person: PersonId) -> Result<bool> {
    Ok(sql.number("SELECT COUNT(*) AS n FROM passkeys WHERE person = $1", params![person.0]).await? > 0)
}

/// Keeps a new one. `credential`: the hash of its own id.
pub(crate) async fn add(tx: &Tx, row: &PasskeyRow, credential: &str) -> Result<()> {
    Insert::into("passkeys")
        .set("id", row.id)
        .set("person", row.person)
        .set("party", row.party.as_str())
        .set("handle", row.handle.as_str())
        .set("credential", credential)
        .set("name", row.name.as_str())
        .set("kept", row.kept.as_str())
        .set("created_at", tx.now())
        .exec(tx)
        .await
        .map(|_| ())
}

/// It was used; its count may have risen.
pub(crate) async fn used(tx: &Tx, id: i64, kept: &str) -> Result<()> {
    tx.exec("UPDATE passkeys SET kept = $2, used_at = $3 WHERE id = $1", params![id, kept, tx.now()]).await.map(|_| ())
}

pub(crate) async fn rename(tx: &Tx, person: PersonId, id: i64, name: &str) -> Result<bool> {
    let renamed =
        tx.exec("UPDATE passkeys SET name = $3 WHERE id = $1 AND person = $2", params![id, person.0, name]).await?;
    Ok(renamed == 1)
}

pub(crate) async fn delete(tx: &Tx, person: PersonId, id: i64) -> Result<bool> {
    Ok(tx.exec("DELETE FROM passkeys WHERE id = $1 AND person = $2", params![id, person.0]).await? == 1)
}

/// Takes all of this person away.
pub(crate) async fn delete_all(tx: &Tx, person: PersonId) -> Result<bool> {
    Ok(tx.exec("DELETE FROM passkeys WHERE person = $1", params![person.0]).await? > 0)
}

/// What a browser is asked to sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To keep a new passkey.
    Add,
    /// To show who somebody is.
    Use,
}

impl Purpose {
    const fn code(self) -> &'static str {
        match self {
            Purpose::Add => "add",
            Purpose::Use => "use",
        }
    }
}

/// Keeps what the browser with this secret's hash is asked to sign, in the place of what it was asked before.
pub(crate) async fn ask(tx: &Tx, hash: &str, purpose: Purpose, state: &str, expires_at: Time) -> Result<()> {
    tx.exec(
        "INSERT INTO passkey_challenges (hash, purpose, state, expires_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (hash, purpose) DO UPDATE SET state = excluded.state, expires_at = excluded.expires_at",
        params![hash, purpose.code(), state, expires_at],
    )
    .await
    .map(|_| ())
}

/// Takes what this browser was asked to sign: whoever comes with it once more finds nothing.
pub(crate) async fn take(tx: &Tx, hash: &str, purpose: Purpose) -> Result<Option<String>> {
    let rows = tx
        .raw(
            "SELECT state FROM passkey_challenges WHERE hash = $1 AND purpose = $2 AND expires_at > $3",
            params![hash, purpose.code(), tx.now()],
        )
        .await?;
    let Some(row) = rows.first() else { return Ok(None) };
    let state: String = row.get("state")?;
    let taken = tx
        .exec(
            "DELETE FROM passkey_challenges WHERE hash = $1 AND purpose = $2 AND state = $3",
            params![hash, purpose.code(), state.as_str()],
        )
        .await?;
    Ok((taken == 1).then_some(state))
}

/// Forgets what nobody signed in time.
pub(crate) async fn forget_challenges(tx: &Tx) -> Result<()> {
    tx.exec("DELETE FROM passkey_challenges WHERE expires_at < $1", params![tx.now()]).await.map(|_| ())
}
