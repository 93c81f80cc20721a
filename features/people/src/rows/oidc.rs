//! Who is whom at a city's provider, and what providers were asked.

use base::{CityId, Lang, PersonId, Result, Time};
use store::{Insert, Sql, Statement, Tx, params};

/// Links of one person that are read at once.
const READ: i64 = 50;

/// Somebody here is this one there.
#[derive(Clone, Debug)]
pub(crate) struct LinkRow {
    pub id: i64,
    pub issuer: String,
    pub person: PersonId,
    pub linked_at: Time,
    pub used_at: Option<Time>,
}
store::from_row!(LinkRow in oidc_links: id, issuer, person, linked_at, used_at);

impl LinkRow {
    /// Its id as written.
    pub(crate) fn written(&self) -> String {
        base::id::write_id(self.id)
    }
}

fn links() -> Statement {
    Statement::new("SELECT id, issuer, person, linked_at, used_at FROM oidc_links", ())
}

/// Who this is. By issuer and subject, never by anything else that a provider says.
pub(crate) async fn who(sql: &Sql, issuer: &str, subject: &str) -> Result<Option<LinkRow>> {
    links().when("issuer = ? AND subject = ?", params![issuer.to_owned(), subject.to_owned()]).first(sql).await
}

/// Those of this person.
pub(crate) async fn of(sql: &Sql, person: PersonId) -> Result<Vec<LinkRow>> {
    links().when("person = ?", person).push("ORDER BY id LIMIT ?", READ).all(sql).await
}

/// Has somebody with a role for this city one with this issuer?
pub(crate) async fn any_of_city(sql: &Sql, city: CityId, issuer: &str) -> Result<bool> {
    let text = "SELECT COUNT(*) AS n FROM oidc_links l JOIN people p ON p.id = l.person WHERE l.issuer = $2 AND p.active \
                AND l.person IN (SELECT person FROM roles WHERE scope = $1 AND role IN ('city-lead', 'practitioner'))";
    Ok(sql.number(text, params![city.0.to_string(), issuer]).await? > 0)
}

/// In what kind of session somebody says who they are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MadeIn {
    /// One that a link opened, as that of an invitation.
    ByLink,
    /// One that they signed in to.
    SignedIn,
}

impl MadeIn {
    const fn code(self) -> &'static str {
        match self {
            MadeIn::ByLink => "invitation",
            MadeIn::SignedIn => "signed-in",
        }
    }
}

pub(crate) async fn add(
    tx: &Tx,
    (issuer, subject): (&str, &str),
    person: PersonId,
    made_in: MadeIn,
) -> Result<LinkRow> {
    let row = LinkRow { id: tx.new_id(), issuer: issuer.to_owned(), person, linked_at: tx.now(), used_at: None };
    Insert::into("oidc_links")
        .set("id", row.id)
        .set("issuer", issuer)
        .set("subject", subject)
        .set("person", person)
        .set("made_in", made_in.code())
        .set("linked_at", row.linked_at)
        .exec(tx)
        .await?;
    Ok(row)
}

pub(crate) async fn used(tx: &Tx, id: i64) -> Result<()> {
    tx.exec("UPDATE oidc_links SET used_at = $2 WHERE id = $1", params![id, tx.now()]).await.map(|_| ())
}

/// Whose session this one there opened here, or its first step: of people who are known there.
pub(crate) async fn who_is_in(sql: &Sql, issuer: &str, sid: i64) -> Result<Vec<LinkRow>> {
    links()
        .when("issuer = ?", issuer)
        .when(
            "id IN (SELECT link FROM sessions WHERE idp_sid = ? UNION SELECT link FROM first_steps WHERE idp_sid = ?)",
            params![sid, sid],
        )
        .push("ORDER BY person LIMIT ?", READ)
        .all(sql)
        .await
}

/// Notes that a provider has said this; false where it had said so before. Kept until then.
pub(crate) async fn hear(tx: &Tx, hash: &str, until: Time) -> Result<bool> {
    let text = "INSERT INTO logouts_heard (hash, expires_at) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING";
    Ok(tx.exec(text, params![hash, until]).await? == 1)
}

/// Forgets what is too old to be believed once more.
pub(crate) async fn forget_heard(tx: &Tx) -> Result<()> {
    tx.exec("DELETE FROM logouts_heard WHERE expires_at < $1", params![tx.now()]).await.map(|_| ())
}

/// Ends what a session there opened here until then, of whoever is known by this link: whole sessions, and first steps. One of which
/// nobody knows which opened it ends as well. Answers how many sessions ended.
pub(crate) async fn end_opened(tx: &Tx, link: i64, sid: Option<i64>, until: Time) -> Result<u64> {
    // A first step ends by itself within minutes; when it was given is not kept.
    let begun = Statement::new("DELETE FROM first_steps", ()).when("link = ?", link);
    begun.when_given("(idp_sid = ? OR idp_sid IS NULL)", sid).exec(tx).await?;
    let opened = Statement::new("DELETE FROM sessions", ()).when("link = ? AND created_at <= ?", params![link, until]);
    opened.when_given("(idp_sid = ? OR idp_sid IS NULL)", sid).exec(tx).await
}

/// Ends one; and the sessions that it opened, but this one.
pub(crate) async fn delete(tx: &Tx, person: PersonId, id: i64, this: &str) -> Result<bool> {
    let gone = tx.exec("DELETE FROM oidc_links WHERE id = $1 AND person = $2", params![id, person.0]).await? == 1;
    if gone {
        tx.exec("DELETE FROM first_steps WHERE link = $1", params![id]).await?;
        tx.exec("DELETE FROM sessions WHERE link = $1 AND hash <> $2", params![id, this]).await?;
    }
    Ok(gone)
}

/// Ends all of this person.
pub(crate) async fn delete_all(tx: &Tx, person: PersonId) -> Result<()> {
    tx.exec("DELETE FROM oidc_links WHERE person = $1", params![person.0]).await.map(|_| ())
}

/// What a provider was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Whether it can be used.
    Test,
    /// Who somebody is who signs in.
    SignIn,
    /// Who somebody is who is signed in here.
    Link,
    /// Whether somebody who is signed in here is still the one.
    Proof,
}
store::coded!(Purpose, Purpose::parse);

impl Purpose {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Purpose::Test => "test",
            Purpose::SignIn => "sign-in",
            Purpose::Link => "link",
            Purpose::Proof => "proof",
        }
    }

    fn parse(code: &str) -> Option<Purpose> {
        let all = [Purpose::Test, Purpose::SignIn, Purpose::Link, Purpose::Proof];
        all.into_iter().find(|own| own.code() == code)
    }
}

/// What a provider was asked.
#[derive(Clone, Debug)]
pub(crate) struct AskedRow {
    pub idp: i64,
    pub version: i64,
    pub purpose: Purpose,
    /// The hash of the browser's secret.
    pub browser: String,
    pub person: Option<PersonId>,
    /// The hash of the session's.
    pub session: Option<String>,
    /// The hash of what comes back in the token.
    pub nonce: String,
    pub sealed: String,
    pub lang: Lang,
    pub next: String,
    pub asked_at: Time,
}
store::from_row!(AskedRow in oidc_asked: idp, version, purpose, browser, person, session, nonce, sealed, lang, next, asked_at);

pub(crate) async fn ask(tx: &Tx, hash: &str, asked: &AskedRow, expires_at: Time) -> Result<()> {
    Insert::into("oidc_asked")
        .set("hash", hash)
        .set("idp", asked.idp)
        .set("version", asked.version)
        .set("purpose", asked.purpose)
        .set("browser", asked.browser.as_str())
        .set("person", asked.person)
        .set("session", asked.session.as_deref())
        .set("nonce", asked.nonce.as_str())
        .set("sealed", asked.sealed.as_str())
        .set("lang", asked.lang)
        .set("next", asked.next.as_str())
        .set("asked_at", asked.asked_at)
        .set("expires_at", expires_at)
        .exec(tx)
        .await
        .map(|_| ())
}

/// Was this asked, and is it still waited for? Strangers who bring anything at all make nobody wait who writes.
pub(crate) async fn is_asked(sql: &Sql, hash: &str, now: Time) -> Result<bool> {
    Ok(asked(sql, hash, now).await?.is_some())
}

/// Takes what was asked: whoever comes with the same answer once more finds nothing, also at the same moment.
pub(crate) async fn take(tx: &Tx, hash: &str) -> Result<Option<AskedRow>> {
    let found = asked(tx, hash, tx.now()).await?;
    let taken = tx.exec("DELETE FROM oidc_asked WHERE hash = $1", params![hash]).await?;
    Ok(found.filter(|_| taken == 1))
}

async fn asked(sql: &Sql, hash: &str, now: Time) -> Result<Option<AskedRow>> {
    sql.first(
        "SELECT idp, version, purpose, browser, person, session, nonce, sealed, lang, next, asked_at FROM oidc_asked \
         WHERE hash = $1 AND expires_at > $2",
        params![hash, now],
    )
    .await
}

/// Forgets what was not answered in time.
pub(crate) async fn forget_asked(tx: &Tx) -> Result<()> {
    tx.exec("DELETE FROM oidc_asked WHERE expires_at < $1", params![tx.now()]).await.map(|_| ())
}
