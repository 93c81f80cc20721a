//! Authenticator apps, recovery codes, and signings-in of which the second step is still to come.

use base::{PersonId, Result, Time};
use store::{Insert, Sql, Tx, params};

/// An authenticator app.
pub(crate) struct Authenticator {
    pub id: i64,
    /// The secret, sealed.
    pub sealed: String,
    /// Since when it is asked for.
    pub confirmed_at: Option<Time>,
}
store::from_row!(Authenticator in authenticators: id, sealed, confirmed_at);

const AUTHENTICATORS: &str = "SELECT id, sealed, confirmed_at FROM authenticators";

/// The app that is asked for when this person signs in.
pub(crate) async fn authenticator(sql: &Sql, person: PersonId) -> Result<Option<Authenticator>> {
    let own = format!("{AUTHENTICATORS} WHERE person = $1 AND confirmed_at IS NOT NULL ORDER BY id DESC LIMIT 1");
    sql.first(&own, params![person.0]).await
}

/// Is this person asked for a second step: do they have an app, or a passkey?
pub(crate) async fn is_on(sql: &Sql, person: PersonId) -> Result<bool> {
    let own = "SELECT COUNT(*) AS n FROM people p WHERE p.id = $1 AND (EXISTS (SELECT 1 FROM authenticators a \
               WHERE a.person = p.id AND a.confirmed_at IS NOT NULL) OR EXISTS (SELECT 1 FROM passkeys k WHERE k.person = p.id))";
    Ok(sql.number(own, params![person.0]).await? > 0)
}

/// The app that this person is setting up since then, in this session (its hash).
pub(crate) async fn pending(sql: &Sql, person: PersonId, session: &str, since: Time) -> Result<Option<Authenticator>> {
    let own = format!(
        "{AUTHENTICATORS} WHERE person = $1 AND session = $2 AND confirmed_at IS NULL AND created_at > $3 \
         ORDER BY id DESC LIMIT 1"
    );
    sql.first(&own, params![person.0, session, since]).await
}

/// Keeps an app that is being set up, in the place of others that were.
pub(crate) async fn begin(tx: &Tx, id: i64, person: PersonId, session: &str, sealed: &str) -> Result<()> {
    end_pending(tx, person).await?;
    Insert::into("authenticators")
        .set("id", id)
        .set("person", person)
        .set("session", session)
        .set("sealed", sealed)
        .set("last_step", 0i64)
        .set("created_at", tx.now())
        .exec(tx)
        .await
        .map(|_| ())
}

/// Ends what this person is setting up.
async fn end_pending(tx: &Tx, person: PersonId) -> Result<()> {
    tx.exec("DELETE FROM authenticators WHERE person = $1 AND confirmed_at IS NULL", params![person.0])
        .await
        .map(|_| ())
}

/// Keeps the secret as another key has sealed it.
pub(crate) async fn seal_anew(tx: &Tx, id: i64, sealed: &str) -> Result<()> {
    tx.exec("UPDATE authenticators SET sealed = $2 WHERE id = $1", params![id, sealed]).await.map(|_| ())
}

/// It is asked for from now on, in the place of the one before; a code of this step is used with it. Whoever sets one up has lost nothing.
pub(crate) async fn confirm(tx: &Tx, id: i64, person: PersonId, step: i64) -> Result<()> {
    super::endings::end(tx, person).await?;
    tx.exec("DELETE FROM authenticators WHERE person = $1 AND id <> $2", params![person.0, id]).await?;
    tx.exec("UPDATE authenticators SET confirmed_at = $2, last_step = $3 WHERE id = $1", params![id, tx.now(), step])
        .await
        .map(|_| ())
}

/// Uses the code of a step; false where it, or a later one, was used.
pub(crate) async fn use_step(tx: &Tx, id: i64, step: i64) -> Result<bool> {
    let used =
        tx.exec("UPDATE authenticators SET last_step = $2 WHERE id = $1 AND last_step < $2", params![id, step]).await?;
    Ok(used == 1)
}

/// Takes the app away; and where nothing is left that they would stand in for, the codes too.
pub(crate) async fn forget_app(tx: &Tx, person: PersonId) -> Result<()> {
    tx.exec("DELETE FROM authenticators WHERE person = $1", params![person.0]).await?;
    without_step(tx, person).await
}

/// Ends what waits for a second step, and stands in for one, where there is none any more.
pub(crate) async fn without_step(tx: &Tx, person: PersonId) -> Result<()> {
    if is_on(tx, person).await? {
        return Ok(());
    }
    end_firsts(tx, person).await?;
    super::endings::end(tx, person).await?;
    tx.exec("DELETE FROM recovery_codes WHERE person = $1", params![person.0]).await.map(|_| ())
}

/// Takes app, passkeys and codes away.
pub(crate) async fn forget(tx: &Tx, person: PersonId) -> Result<()> {
    super::passkeys::delete_all(tx, person).await?;
    forget_app(tx, person).await
}

/// Takes away what was begun before this time and never ended.
pub(crate) async fn forget_pending(tx: &Tx, before: Time) -> Result<()> {
    tx.exec("DELETE FROM authenticators WHERE confirmed_at IS NULL AND created_at < $1", params![before])
        .await
        .map(|_| ())
}

/// These are the recovery codes of this person from now on.
pub(crate) async fn set_codes(tx: &Tx, person: PersonId, signed: &[String]) -> Result<()> {
    tx.exec("DELETE FROM recovery_codes WHERE person = $1", params![person.0]).await?;
    for signed in signed {
        Insert::into("recovery_codes")
            .set("person", person)
            .set("signed", signed.as_str())
            .set("created_at", tx.now())
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// The recovery codes that this person has not used, as they are kept.
pub(crate) async fn codes(sql: &Sql, person: PersonId) -> Result<Vec<String>> {
    let left = "SELECT signed FROM recovery_codes WHERE person = $1 AND used_at IS NULL ORDER BY signed LIMIT 100";
    sql.raw(left, params![person.0]).await?.iter().map(|row| row.get("signed")).collect()
}

/// Uses a recovery code; false where somebody was faster.
pub(crate) async fn use_code(tx: &Tx, person: PersonId, signed: &str) -> Result<bool> {
    let used = tx
        .exec(
            "UPDATE recovery_codes SET used_at = $3 WHERE person = $1 AND signed = $2 AND used_at IS NULL",
            params![person.0, signed, tx.now()],
        )
        .await?;
    Ok(used == 1)
}

/// A first step.
pub(crate) struct NewFirst {
    pub person: PersonId,
    /// The provider that is still to say who they are.
    pub idp: Option<i64>,
    /// The link by which one said so.
    pub link: Option<i64>,
    /// Which session there it is.
    pub sid: Option<i64>,
    /// When it had asked them.
    pub authenticated_at: Option<Time>,
}

/// Keeps that somebody has given the first step, under the hash of a secret that only their browser has.
pub(crate) async fn add_first(tx: &Tx, hash: &str, first: &NewFirst, expires_at: Time) -> Result<()> {
    Insert::into("first_steps")
        .set("hash", hash)
        .set("person", first.person)
        .set("idp", first.idp)
        .set("link", first.link)
        .set("idp_sid", first.sid)
        .set("authenticated_at", first.authenticated_at)
        .set("expires_at", expires_at)
        .exec(tx)
        .await
        .map(|_| ())
}

/// Somebody who has given the first step.
pub(crate) struct First {
    pub person: PersonId,
    /// The hash of their password now.
    pub password: Option<String>,
    /// The link to a city's provider by which they gave it, and when it had asked them.
    pub link: Option<i64>,
    pub idp_sid: Option<i64>,
    pub authenticated_at: Option<Time>,
}
store::from_row!(First: person, password, link, idp_sid, authenticated_at);

/// Who has given the first step with this secret, as long as it stands and they may sign in.
pub(crate) async fn first(sql: &Sql, hash: &str, now: Time) -> Result<Option<First>> {
    sql.first(
        "SELECT f.person, p.password, f.link, f.idp_sid, f.authenticated_at FROM first_steps f JOIN people p ON p.id = f.person \
         WHERE f.hash = $1 AND f.expires_at > $2 AND f.idp IS NULL AND p.active",
        params![hash, now],
    )
    .await
}

/// Who has given a password with this secret, and is still to come back from this provider.
pub(crate) async fn first_for(sql: &Sql, hash: &str, idp: i64, now: Time) -> Result<Option<PersonId>> {
    let rows = sql
        .raw(
            "SELECT f.person FROM first_steps f JOIN people p ON p.id = f.person \
             WHERE f.hash = $1 AND f.idp = $2 AND f.expires_at > $3 AND p.active",
            params![hash, idp, now],
        )
        .await?;
    rows.first().map(|row| row.get("person")).transpose()
}

/// Ends a first step.
pub(crate) async fn end_first(tx: &Tx, hash: &str) -> Result<()> {
    tx.exec("DELETE FROM first_steps WHERE hash = $1", params![hash]).await.map(|_| ())
}

/// Ends all that this person has begun and not ended: with their sessions.
pub(crate) async fn end_begun(tx: &Tx, person: PersonId) -> Result<()> {
    end_pending(tx, person).await?;
    end_firsts(tx, person).await
}

/// Ends all first steps of this person.
pub(crate) async fn end_firsts(tx: &Tx, person: PersonId) -> Result<()> {
    tx.exec("DELETE FROM first_steps WHERE person = $1", params![person.0]).await.map(|_| ())
}

/// Forgets first steps that are over.
pub(crate) async fn forget_firsts(tx: &Tx) -> Result<()> {
    tx.exec("DELETE FROM first_steps WHERE expires_at < $1", params![tx.now()]).await.map(|_| ())
}
