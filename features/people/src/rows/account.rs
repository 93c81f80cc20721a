//! Sessions, devices, and what happened to an account.

use base::{Lang, PersonId, Result, Role, Time};
use store::{Insert, Sql, Tx, Update, params};

use crate::agent::{Agent, Browser, System};

/// Letters of a session's hash that name it on the page of its owner.
const NAME_LETTERS: usize = 16;

/// Until this transaction is over, nobody else opens a session of this person, ends them, or makes or uses a link of
/// theirs. Taken before any of these rows.
pub(crate) async fn lock_sessions(tx: &Tx, person: PersonId) -> Result<()> {
    tx.one_at_a_time(&format!("sessions:{person}")).await
}

/// A session that begins.
pub(crate) struct NewSession {
    pub hash: String,
    pub person: PersonId,
    /// A link opened it.
    pub by_link: bool,
    /// When who they are was shown.
    pub authenticated_at: Option<Time>,
    /// The link to a city's provider that opened it.
    pub link: Option<i64>,
    /// Which session there opened it.
    pub sid: Option<i64>,
    pub agent: Agent,
}

pub(crate) async fn add_session(tx: &Tx, session: &NewSession, expires_at: Time) -> Result<()> {
    let (now, (browser, system)) = (tx.now(), session.agent);
    Insert::into("sessions")
        .set("hash", session.hash.as_str())
        .set("person", session.person)
        .set("by_link", session.by_link)
        .set("authenticated_at", session.authenticated_at)
        .set("link", session.link)
        .set("idp_sid", session.sid)
        .set("created_at", now)
        .set("expires_at", expires_at)
        .set("seen_at", now)
        .set("browser", browser)
        .set("system", system)
        .exec(tx)
        .await?;
    tx.exec("UPDATE people SET seen_at = $2 WHERE id = $1", params![session.person, now]).await.map(|_| ())
}

/// Whoever has this session has shown who they are.
pub(crate) async fn authenticated(tx: &Tx, hash: &str) -> Result<()> {
    tx.exec("UPDATE sessions SET authenticated_at = $2 WHERE hash = $1", params![hash, tx.now()]).await.map(|_| ())
}

/// Whoever has this session is in another one now at the provider that opened it, by this link.
pub(crate) async fn is_in(tx: &Tx, hash: &str, link: i64, sid: i64) -> Result<()> {
    let text = "UPDATE sessions SET idp_sid = $3 WHERE hash = $1 AND link = $2";
    tx.exec(text, params![hash, link, sid]).await.map(|_| ())
}

/// In this session they look at the hub as somebody with this role, until then; or are themselves.
pub(crate) async fn set_looking(tx: &Tx, hash: &str, role: Option<(&Role, Time)>) -> Result<()> {
    let (code, scope) = role.map_or((None, String::new()), |(role, _)| (Some(role.code()), role.scope()));
    let update = Update::of("sessions").set("looks_as", code).set("looks_scope", scope);
    let update = update.set("looks_until", role.map(|(_, until)| until));
    update.when("hash = ?", hash).exec(tx).await.map(|_| ())
}

pub(crate) async fn end_session(tx: &Tx, hash: &str) -> Result<()> {
    tx.exec("DELETE FROM sessions WHERE hash = $1", params![hash]).await.map(|_| ())
}

/// Ends all sessions of this person, those that are about to be opened, and what was asked for in them and waits.
pub(crate) async fn end_sessions(tx: &Tx, person: PersonId) -> Result<()> {
    super::second_step::end_begun(tx, person).await?;
    super::address::end_waiting(tx, person).await?;
    tx.exec("DELETE FROM sessions WHERE person = $1", params![person.0]).await.map(|_| ())
}

/// Ends every session of this person but this one; answers how many.
pub(crate) async fn end_other_sessions(tx: &Tx, person: PersonId, hash: &str) -> Result<u64> {
    tx.exec("DELETE FROM sessions WHERE person = $1 AND hash <> $2", params![person.0, hash]).await
}

/// Ends the session of this person that the page calls so; false where there is none.
pub(crate) async fn end_named_session(tx: &Tx, person: PersonId, name: &str) -> Result<bool> {
    let ended = tx
        .exec(
            "DELETE FROM sessions WHERE person = $1 AND substr(hash, 1, $2) = $3",
            params![person.0, NAME_LETTERS as i32, name],
        )
        .await?;
    Ok(ended > 0)
}

/// The active person of a live session.
pub(crate) struct InSession {
    pub id: PersonId,
    pub email: String,
    pub name: String,
    pub lang: Lang,
    pub seen_at: Option<Time>,
    /// It was opened with a link.
    pub by_link: bool,
    /// When they last showed who they are.
    pub authenticated_at: Option<Time>,
    /// The link to a city's provider that opened it.
    pub link: Option<i64>,
    pub idp_sid: Option<i64>,
    pub expires_at: Time,
    /// Is asked for a second step when signing in.
    pub second_step: bool,
    /// The role, as it is kept, as whose holder they look at the hub; none: they are themselves.
    pub looks_as: Option<String>,
    pub looks_scope: String,
    pub looks_until: Option<Time>,
}
store::from_row!(InSession in people: id, email, name, lang, seen_at, by_link, authenticated_at, link, idp_sid, expires_at, second_step, looks_as, looks_scope, looks_until);

/// The active person of a live session, and when it was last used.
pub(crate) async fn by_session(sql: &Sql, hash: &str, now: Time) -> Result<Option<InSession>> {
    sql.first(
        "SELECT p.id, p.email, p.name, p.lang, s.seen_at, s.by_link, s.authenticated_at, s.link, s.idp_sid, s.expires_at, \
         s.looks_as, s.looks_scope, s.looks_until, (EXISTS (SELECT 1 FROM authenticators a WHERE a.person = p.id AND a.confirmed_at IS NOT NULL) \
         OR EXISTS (SELECT 1 FROM passkeys k WHERE k.person = p.id)) AS second_step \
         FROM sessions s JOIN people p ON p.id = s.person WHERE s.hash = $1 AND s.expires_at > $2 AND p.active",
        params![hash, now],
    )
    .await
}

/// No session of this person lives longer than until then.
pub(crate) async fn shorten_sessions(tx: &Tx, person: PersonId, until: Time) -> Result<()> {
    let all = "UPDATE sessions SET expires_at = $2 WHERE person = $1 AND expires_at > $2";
    tx.exec(all, params![person, until]).await.map(|_| ())
}

pub(crate) async fn session_seen(tx: &Tx, hash: &str) -> Result<()> {
    tx.exec("UPDATE sessions SET seen_at = $2 WHERE hash = $1", params![hash, tx.now()]).await.map(|_| ())
}

/// The owner of this session is here.
pub(crate) async fn owner_seen(tx: &Tx, hash: &str) -> Result<()> {
    let owner = "UPDATE people SET seen_at = $2 WHERE id = (SELECT person FROM sessions WHERE hash = $1)";
    tx.exec(owner, params![hash, tx.now()]).await.map(|_| ())
}

/// A session, as its owner sees it.
#[derive(Clone, Debug)]
pub(crate) struct SessionRow {
    hash: String,
    /// When it began.
    pub created_at: Time,
    /// When it was last used, to the hour.
    pub seen_at: Option<Time>,
    /// In which browser it began.
    pub browser: Browser,
    /// On which system.
    pub system: System,
}
store::from_row!(SessionRow in sessions: hash, created_at, seen_at, browser, system);

impl SessionRow {
    /// What its owner's page calls it: no secret, and not its whole hash.
    pub(crate) fn name(&self) -> &str {
        self.hash.get(..NAME_LETTERS).unwrap_or_default()
    }

    /// Is it the session with this secret?
    pub(crate) fn is(&self, secret: &str) -> bool {
        self.hash == base::secret::hash(secret)
    }
}

/// The live sessions of this person, the newest first.
pub(crate) async fn sessions(sql: &Sql, person: PersonId, now: Time) -> Result<Vec<SessionRow>> {
    sql.all(
        "SELECT hash, created_at, seen_at, browser, system FROM sessions WHERE person = $1 AND expires_at > $2 ORDER BY created_at DESC LIMIT 100",
        params![person.0, now],
    )
    .await
}

/// Forgets sessions that are over.
pub(crate) async fn forget_sessions(tx: &Tx) -> Result<()> {
    tx.exec("DELETE FROM sessions WHERE expires_at < $1", params![tx.now()]).await.map(|_| ())
}

/// Did somebody sign in to this account in the browser with this device secret?
pub(crate) async fn knows_device(sql: &Sql, hash: &str, email: &str) -> Result<bool> {
    let n = sql
        .number(
            "SELECT COUNT(*) AS n FROM devices d JOIN people p ON p.id = d.person WHERE d.hash = $1 AND p.email = $2",
            params![hash, email],
        )
        .await?;
    Ok(n > 0)
}

/// Did this person sign in in the browser with this device secret?
pub(crate) async fn is_device_of(sql: &Sql, hash: &str, person: PersonId) -> Result<bool> {
    let n = sql
        .number("SELECT COUNT(*) AS n FROM devices WHERE hash = $1 AND person = $2", params![hash, person.0])
        .await?;
    Ok(n > 0)
}

/// Did somebody sign in to any account in the browser with this device secret?
pub(crate) async fn is_device(sql: &Sql, hash: &str) -> Result<bool> {
    Ok(sql.number("SELECT COUNT(*) AS n FROM devices WHERE hash = $1", params![hash]).await? > 0)
}

/// Remembers a device of this person, of which the newest `most` are kept.
pub(crate) async fn remember_device(tx: &Tx, hash: &str, person: PersonId, most: i64) -> Result<()> {
    tx.exec(
        "INSERT INTO devices (hash, person, created_at, seen_at) VALUES ($1, $2, $3, $3) \
         ON CONFLICT (hash) DO UPDATE SET person = excluded.person, seen_at = excluded.seen_at",
        params![hash, person.0, tx.now()],
    )
    .await?;
    tx.exec(
        "DELETE FROM devices WHERE person = $1 AND seen_at < \
         (SELECT MIN(seen_at) FROM (SELECT seen_at FROM devices WHERE person = $1 ORDER BY seen_at DESC LIMIT $2) AS newest)",
        params![person.0, most],
    )
    .await
    .map(|_| ())
}

pub(crate) async fn forget_devices(tx: &Tx, person: PersonId) -> Result<()> {
    tx.exec("DELETE FROM devices WHERE person = $1", params![person.0]).await.map(|_| ())
}

/// Forgets all devices of this person but the one with this hash.
pub(crate) async fn forget_other_devices(tx: &Tx, person: PersonId, hash: &str) -> Result<()> {
    tx.exec("DELETE FROM devices WHERE person = $1 AND hash <> $2", params![person.0, hash]).await.map(|_| ())
}

/// Forgets devices that were not seen since this time.
pub(crate) async fn forget_old_devices(tx: &Tx, before: Time) -> Result<()> {
    tx.exec("DELETE FROM devices WHERE seen_at < $1", params![before]).await.map(|_| ())
}

/// What is logged of an account, beside what happens to its second step.
pub(crate) const HAPPENED: [&str; 20] = [
    "signed-in",
    "signed-in-city",
    "city-linked",
    "city-unlinked",
    "signed-out-city",
    "signed-in-link",
    "signed-in-again",
    "signed-in-passkey",
    "password-set",
    "password-changed",
    "address-asked",
    "address-changed",
    "address-undone",
    "erasure-asked",
    "erasure-kept",
    "link-sent",
    "link-handed-over",
    "code-wrong",
    "second-step-ending",
    "second-step-kept",
];

/// One thing that happened to an account.
#[derive(Clone, Debug)]
pub(crate) struct LogRow {
    /// What: one of [`HAPPENED`], or a [`crate::letters::SecondStep`].
    pub kind: String,
    /// When.
    pub at: Time,
}
store::from_row!(LogRow: kind, at);

pub(crate) async fn log(tx: &Tx, person: PersonId, kind: &str) -> Result<()> {
    tx.exec(
        "INSERT INTO account_log (id, person, kind, at) VALUES ($1, $2, $3, $4)",
        params![tx.new_id(), person.0, kind, tx.now()],
    )
    .await
    .map(|_| ())
}

/// Did this happen to the account since then?
pub(crate) async fn was_logged(sql: &Sql, person: PersonId, kind: &str, since: Time) -> Result<bool> {
    Ok(times_logged(sql, person, kind, since).await? > 0)
}

/// How often this happened to the account since then.
pub(crate) async fn times_logged(sql: &Sql, person: PersonId, kind: &str, since: Time) -> Result<i64> {
    sql.number(
        "SELECT COUNT(*) AS n FROM account_log WHERE person = $1 AND kind = $2 AND at > $3",
        params![person.0, kind, since],
    )
    .await
}

/// The last of what happened to this account.
pub(crate) async fn logged(sql: &Sql, person: PersonId, limit: i64) -> Result<Vec<LogRow>> {
    sql.all("SELECT kind, at FROM account_log WHERE person = $1 ORDER BY id DESC LIMIT $2", params![person.0, limit])
        .await
}

pub(crate) async fn forget_log(tx: &Tx, before: Time) -> Result<()> {
    tx.exec("DELETE FROM account_log WHERE at < $1", params![before]).await.map(|_| ())
}
