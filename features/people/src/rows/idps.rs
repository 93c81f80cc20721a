//! Cities' providers.

use base::{CityId, PersonId, Result, Time};
use store::{Insert, Sql, Statement, Tx, Update, params};

use crate::rules::IdpState;

/// Cities that are offered to somebody who signs in, at most.
pub(crate) const OFFERED: usize = 500;

/// The provider of a city.
#[derive(Clone, Debug)]
pub(crate) struct IdpRow {
    pub id: i64,
    pub city: CityId,
    pub issuer: String,
    pub client_id: String,
    pub sealed: String,
    pub version: i64,
    pub state: IdpState,
    /// It is believed that it asked for a second step.
    pub trusted: bool,
    pub tested_at: Option<Time>,
    pub tested: Option<String>,
    pub tested_by: Option<PersonId>,
    pub repair_until: Option<Time>,
}
store::from_row!(IdpRow in city_idps: id, city, issuer, client_id, sealed, version, state, trusted, tested_at, tested, tested_by, repair_until);

impl IdpRow {
    /// People sign in with it.
    pub(crate) fn is_open(&self) -> bool {
        matches!(self.state, IdpState::Optional | IdpState::Required)
    }

    /// Whoever is of this city alone signs in with it, and not otherwise.
    pub(crate) fn is_asked_for(&self, now: Time) -> bool {
        self.state == IdpState::Required && !self.is_repaired(now)
    }

    /// The other ways are open for a while.
    pub(crate) fn is_repaired(&self, now: Time) -> bool {
        self.repair_until.is_some_and(|until| until > now)
    }

    /// Who it is, as people know it.
    pub(crate) fn host(&self) -> String {
        let url = url::Url::parse(&self.issuer).ok();
        url.and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_else(|| self.issuer.clone())
    }
}

fn idps() -> Statement {
    Statement::new(
        "SELECT id, city, issuer, client_id, sealed, version, state, trusted, tested_at, tested, tested_by, repair_until \
         FROM city_idps",
        (),
    )
}

/// That of this city.
pub(crate) async fn of(sql: &Sql, city: CityId) -> Result<Option<IdpRow>> {
    idps().when("city = ?", city).first(sql).await
}

/// Those of these cities.
pub(crate) async fn of_cities(sql: &Sql, cities: &[CityId]) -> Result<Vec<IdpRow>> {
    if cities.is_empty() {
        return Ok(Vec::new());
    }
    idps().when_in("city", cities.iter().copied()).all(sql).await
}

pub(crate) async fn find(sql: &Sql, id: i64) -> Result<Option<IdpRow>> {
    idps().when("id = ?", id).first(sql).await
}

/// Cities with whose provider people sign in: one more than [`OFFERED`] at most.
pub(crate) async fn offering(sql: &Sql) -> Result<Vec<CityId>> {
    let text = "SELECT city FROM city_idps WHERE state IN ('optional', 'required') ORDER BY city LIMIT $1";
    sql.raw(text, params![OFFERED as i64 + 1]).await?.iter().map(|row| row.get("city")).collect()
}

/// Is there any such city?
pub(crate) async fn any_offering(sql: &Sql) -> Result<bool> {
    let text =
        "SELECT COUNT(*) AS n FROM (SELECT 1 FROM city_idps WHERE state IN ('optional', 'required') LIMIT 1) AS found";
    Ok(sql.number(text, vec![]).await? > 0)
}

/// Until this transaction is over nobody else changes the provider of this city. Taken before people's sessions.
pub(crate) async fn lock(tx: &Tx, city: CityId) -> Result<()> {
    tx.one_at_a_time(&format!("city-idp:{city}")).await
}

/// What is entered for a provider.
pub(crate) struct Entered<'a> {
    pub issuer: &'a str,
    pub client_id: &'a str,
    pub sealed: &'a str,
    /// It is another one than before: what was believed of that one is not believed of it.
    pub another: bool,
}

pub(crate) async fn add(tx: &Tx, id: i64, city: CityId, entered: &Entered<'_>, by: Option<PersonId>) -> Result<()> {
    Insert::into("city_idps")
        .set("id", id)
        .set("city", city)
        .set("issuer", entered.issuer)
        .set("client_id", entered.client_id)
        .set("sealed", entered.sealed)
        .set("version", tx.new_id())
        .set("state", IdpState::Draft)
        .set("changed_at", tx.now())
        .set("changed_by", by)
        .exec(tx)
        .await
        .map(|_| ())
}

/// Other values: it is to be tested again, nothing is believed of it, and what was begun ends.
pub(crate) async fn change(tx: &Tx, id: i64, entered: &Entered<'_>, by: Option<PersonId>) -> Result<()> {
    tx.exec(
        "UPDATE city_idps SET issuer = $2, client_id = $3, sealed = $4, version = $5, changed_at = $6, changed_by = $7, \
         trusted = (trusted AND $8), tested_at = NULL, tested = NULL, tested_by = NULL, repair_until = NULL WHERE id = $1",
        params![id, entered.issuer, entered.client_id, entered.sealed, tx.new_id(), tx.now(), by, !entered.another],
    )
    .await
    .map(|_| ())
}

/// It was tried, and this came back (sealed).
pub(crate) async fn was_tested(tx: &Tx, id: i64, by: PersonId, tested: &str) -> Result<()> {
    tx.exec(
        "UPDATE city_idps SET tested_at = $2, tested_by = $3, tested = $4 WHERE id = $1",
        params![id, tx.now(), by, tested],
    )
    .await
    .map(|_| ())
}

/// Keeps the secret as another key has sealed it.
pub(crate) async fn seal_anew(tx: &Tx, id: i64, version: i64, sealed: &str) -> Result<()> {
    let text = "UPDATE city_idps SET sealed = $3 WHERE id = $1 AND version = $2";
    tx.exec(text, params![id, version, sealed]).await.map(|_| ())
}

pub(crate) async fn set_repair(tx: &Tx, id: i64, until: Option<Time>) -> Result<()> {
    tx.exec("UPDATE city_idps SET repair_until = $2 WHERE id = $1", params![id, until]).await.map(|_| ())
}

/// Whether it is believed that it asks for a second step; false where that is so already.
pub(crate) async fn set_trusted(tx: &Tx, id: i64, trusted: bool) -> Result<bool> {
    let changed = Update::of("city_idps")
        .set("trusted", trusted)
        .when("id = ? AND trusted <> ?", params![id, trusted])
        .exec(tx)
        .await?;
    Ok(changed == 1)
}

/// Forgets what came back when one was tried, before this time.
pub(crate) async fn forget_tested(tx: &Tx, before: Time) -> Result<()> {
    tx.exec("UPDATE city_idps SET tested = NULL WHERE tested IS NOT NULL AND tested_at < $1", params![before])
        .await
        .map(|_| ())
}

/// Sessions of those who are of this city alone end by then: what was opened otherwise does not outlive the rule that it shall not be.
pub(crate) async fn shorten_sessions(tx: &Tx, city: CityId, until: Time) -> Result<()> {
    tx.exec(
        "UPDATE sessions SET expires_at = $2 WHERE expires_at > $2 AND person IN (SELECT r.person FROM roles r WHERE r.scope = $1 \
         AND r.role IN ('city-lead', 'practitioner') AND NOT EXISTS (SELECT 1 FROM roles o WHERE o.person = r.person \
         AND (o.scope <> $1 OR o.role NOT IN ('city-lead', 'practitioner'))))",
        params![city.0.to_string(), until],
    )
    .await
    .map(|_| ())
}
