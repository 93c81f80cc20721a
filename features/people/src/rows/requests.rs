//! The SQL of requests for an account.

use base::{CityId, Lang, PersonId, Result, Time};
use store::{Insert, Sql, Statement, Tx, Update, params};

use crate::rules::{AccountRequest, ENDED, LATELY, RequestState, STEP};

/// Requests of one city that wait at most: nobody reads more.
pub(crate) const WAITING: i64 = 50;

/// A request as it is kept.
#[derive(Clone, Debug)]
pub(crate) struct RequestRow {
    pub id: i64,
    pub city: CityId,
    pub email: String,
    pub name: String,
    pub position: String,
    pub reason: String,
    pub lang: Lang,
    pub state: RequestState,
    pub asked_at: Time,
    /// What whoever decided wrote.
    pub answer: String,
}
store::from_row!(RequestRow in account_requests: id, city, email, name, position, reason, lang, state, asked_at, answer);

fn requests() -> Statement {
    Statement::new(
        "SELECT r.id, r.city, r.email, r.name, r.position, r.reason, r.lang, r.state, r.asked_at, r.answer \
         FROM account_requests r",
        (),
    )
}

/// The request with this id, if it is one of this city.
pub(crate) async fn of_city(sql: &Sql, city: CityId, id: i64) -> Result<RequestRow> {
    requests().when("r.id = ? AND r.city = ?", params![id, city]).one(sql).await
}

/// The request with this id, if there is (still) one.
pub(crate) async fn find(sql: &Sql, id: i64) -> Result<Option<RequestRow>> {
    requests().when("r.id = ?", id).first(sql).await
}

/// Those of a city that wait, the oldest first; the first [`WAITING`].
pub(crate) async fn waiting(sql: &Sql, city: CityId) -> Result<Vec<RequestRow>> {
    requests()
        .when("r.city = ? AND r.state = ?", params![city, RequestState::Waiting])
        .push("ORDER BY r.id LIMIT ?", WAITING)
        .all(sql)
        .await
}

/// The one of this address that waits.
pub(crate) async fn waiting_for(sql: &Sql, city: CityId, email: &str) -> Result<Option<RequestRow>> {
    requests()
        .when("r.city = ? AND r.email = ? AND r.state = ?", params![city, email, RequestState::Waiting])
        .first(sql)
        .await
}

/// A page of all that wait, of any city, the oldest first.
pub(crate) async fn page(sql: &Sql, limit: i64, offset: i64) -> Result<Vec<RequestRow>> {
    requests()
        .when("r.state = ?", RequestState::Waiting)
        .push("ORDER BY r.id LIMIT ? OFFSET ?", params![limit, offset])
        .all(sql)
        .await
}

/// How many wait, of any city.
pub(crate) async fn count(sql: &Sql) -> Result<i64> {
    sql.number("SELECT COUNT(*) AS n FROM account_requests WHERE state = 'waiting'", params![]).await
}

/// How many wait that the team decides: of cities that nobody leads who can.
pub(crate) async fn count_of_team(sql: &Sql, now: Time) -> Result<i64> {
    let all = "SELECT COUNT(*) AS n FROM account_requests q WHERE q.state = 'waiting' AND NOT EXISTS (SELECT 1 FROM roles r \
               JOIN people p ON p.id = r.person WHERE r.role = 'city-lead' AND r.scope = CAST(q.city AS TEXT) AND p.active \
               AND p.password IS NOT NULL AND (r.sees_from IS NULL OR r.granted_at <= $1))";
    sql.number(all, params![now - LATELY]).await
}

/// How many of a city wait.
pub(crate) async fn count_of_city(sql: &Sql, city: CityId) -> Result<i64> {
    let all = "SELECT COUNT(*) AS n FROM account_requests WHERE city = $1 AND state = 'waiting'";
    sql.number(all, params![city]).await
}

/// Keeps a new one.
pub(crate) async fn insert(tx: &Tx, id: i64, city: CityId, asked: &AccountRequest) -> Result<()> {
    Insert::into("account_requests")
        .set("id", id)
        .set("city", city)
        .set("email", asked.newcomer.email.as_str())
        .set("name", asked.newcomer.name.as_str())
        .set("lang", asked.newcomer.lang)
        .set("position", asked.position.as_str())
        .set("reason", asked.reason.as_str())
        .set("state", RequestState::Waiting)
        .set("asked_at", tx.now())
        .exec(tx)
        .await
        .map(|_| ())
}

/// It was decided, or came to nothing.
pub(crate) async fn ended(tx: &Tx, id: i64, by: Option<PersonId>, answer: &str) -> Result<()> {
    Update::of("account_requests")
        .set("by_person", by)
        .set("answer", answer)
        .set("ended_at", tx.now())
        .when("id = ?", id)
        .exec(tx)
        .await
        .map(|_| ())
}

/// Some of those that have waited since before this time.
pub(crate) async fn silent(sql: &Sql, before: Time) -> Result<Vec<RequestRow>> {
    requests()
        .when("r.state = ? AND r.asked_at < ?", params![RequestState::Waiting, before])
        .push("ORDER BY r.id LIMIT ?", STEP)
        .all(sql)
        .await
}

/// Forgets those that ended long ago.
pub(crate) async fn forget_old(tx: &Tx) -> Result<()> {
    let before: Time = tx.now() - ENDED;
    tx.exec("DELETE FROM account_requests WHERE ended_at < $1", params![before]).await.map(|_| ())
}

/// How many people of a city have an address at this domain, and how many of other cities.
pub(crate) async fn at_domain(sql: &Sql, city: CityId, domain: &str) -> Result<(i64, i64)> {
    let at = format!("%@{}", domain.replace('!', "!!").replace('_', "!_").replace('%', "!%"));
    let own = "SELECT COUNT(DISTINCT p.id) AS n FROM people p JOIN roles r ON r.person = p.id WHERE p.active \
               AND p.password IS NOT NULL AND p.email LIKE $1 ESCAPE '!' AND r.role IN ('city-lead', 'practitioner') \
               AND r.scope = $2";
    let others = "SELECT COUNT(DISTINCT p.id) AS n FROM people p JOIN roles r ON r.person = p.id WHERE p.active \
                  AND p.password IS NOT NULL AND p.email LIKE $1 ESCAPE '!' AND r.role IN ('city-lead', 'practitioner') \
                  AND r.scope <> $2";
    let scope = city.0.to_string();
    Ok((
        sql.number(own, params![at.as_str(), scope.as_str()]).await?,
        sql.number(others, params![at.as_str(), scope.as_str()]).await?,
    ))
}
