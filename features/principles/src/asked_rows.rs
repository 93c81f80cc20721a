//! All the SQL of cities that were asked to sign.

use std::collections::HashMap;

use base::{Actor, CityId, PersonId, Result, Time};
use cities::access::members;
use store::{Day, Insert, Sql, Statement, Tx, Update, params};

use crate::rules::Asked;

/// Cities of one step of what goes through all.
pub(crate) const STEP: i64 = 100;

/// The last version that asked every city anew.
const MAJOR: &str = "(SELECT m.id FROM principles_versions m WHERE m.change = 'major' ORDER BY m.number DESC LIMIT 1)";
/// Until when a city that was asked has time: the last day that it was given.
const UNTIL: &str = "COALESCE((SELECT MAX(x.until) FROM principles_extensions x WHERE x.city = a.city AND x.version = a.version), a.until)";
/// The city `a.city` has signed neither the version `v` nor one since.
const UNSIGNED: &str = "NOT EXISTS (SELECT 1 FROM principles_signatures s JOIN principles_versions w ON w.id = s.version \
    WHERE s.city = a.city AND w.number >= v.number)";

/// Members that were asked, and have not signed since.
fn asked() -> Statement {
    let text = format!(
        "SELECT c.id AS city, c.region, v.id AS version, {UNTIL} AS until, COALESCE((SELECT y.reason FROM principles_extensions y \
         WHERE y.id = (SELECT MAX(z.id) FROM principles_extensions z WHERE z.city = a.city AND z.version = a.version)), '') AS reason \
         FROM principles_asked a JOIN cities c ON c.id = a.city JOIN principles_versions v ON v.id = a.version"
    );
    Statement::new(&text, ()).when(format!("a.version = {MAJOR}"), ()).when(UNSIGNED, ()).meets(members())
}

/// Members that have signed neither the last major version nor one since, and were not asked yet: they came, or came back, after the others.
pub(crate) async fn unasked(sql: &Sql, version: i64, behind: CityId) -> Result<Vec<Unasked>> {
    let all = Statement::new("SELECT c.id AS city, c.region FROM cities c JOIN principles_versions v", ())
        .push("ON v.id = ?", version)
        .when("NOT EXISTS (SELECT 1 FROM principles_asked a WHERE a.version = v.id AND a.city = c.id)", ())
        .when(UNSIGNED.replace("a.city", "c.id"), ())
        .when("c.id > ?", behind)
        .meets(members());
    all.push("ORDER BY c.id LIMIT ?", STEP).all(sql).await
}

/// A member that was not asked yet.
pub(crate) struct Unasked {
    pub city: CityId,
    pub region: String,
}
store::from_row!(Unasked: city, region);

/// Until when these cities have, or had, time to sign the major version before this one, where they signed neither it
/// nor one since.
pub(crate) async fn owed(sql: &Sql, version: i64, cities: &[CityId]) -> Result<HashMap<CityId, Day>> {
    if cities.is_empty() {
        return Ok(HashMap::new());
    }
    let before = "v.id = (SELECT m.id FROM principles_versions m WHERE m.change = 'major' AND m.number < \
                  (SELECT n.number FROM principles_versions n WHERE n.id = ?) ORDER BY m.number DESC LIMIT 1)";
    let text = format!(
        "SELECT a.city, {UNTIL} AS until FROM principles_asked a JOIN principles_versions v ON v.id = a.version"
    );
    let found = Statement::new(&text, ()).when(before, version).when(UNSIGNED, ());
    let found = found.when_in("a.city", cities.iter().copied());
    found.raw(sql).await?.iter().map(|row| Ok((row.get("city")?, row.get("until")?))).collect()
}

/// A city is asked, and has time until the end of this day.
pub(crate) async fn ask(tx: &Tx, version: i64, city: CityId, until: Day) -> Result<bool> {
    const ONCE: &str =
        "INSERT INTO principles_asked (version, city, until, asked_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    Ok(tx.exec(ONCE, params![version, city, until, tx.now()]).await? == 1)
}

/// Which of these cities were asked to sign what is in force and have not yet, and until when they have time: one statement.
///
/// # Errors
/// When the database does not answer.
pub async fn asked_of(sql: &Sql, cities: &[CityId]) -> Result<HashMap<CityId, Asked>> {
    if cities.is_empty() {
        return Ok(HashMap::new());
    }
    let found: Vec<Asked> = asked().when_in("c.id", cities.iter().copied()).all(sql).await?;
    Ok(found.into_iter().map(|own| (own.city, own)).collect())
}

/// The next of all that were asked, behind this city.
pub(crate) async fn next(sql: &Sql, behind: CityId) -> Result<Vec<Asked>> {
    asked().when("c.id > ?", behind).push("ORDER BY c.id LIMIT ?", STEP).all(sql).await
}

/// How many members there are.
pub(crate) async fn members_count(sql: &Sql) -> Result<i64> {
    Statement::new("SELECT COUNT(*) AS n FROM cities c", ()).meets(members()).number(sql).await
}

/// Gives a city more time.
pub(crate) async fn extend(tx: &Tx, actor: &Actor, asked: &Asked, until: Day, reason: &str) -> Result<i64> {
    let id = tx.new_id();
    Insert::into("principles_extensions")
        .set("id", id)
        .set("version", asked.version)
        .set("city", asked.city)
        .set("until", until)
        .set("reason", reason)
        .set("entered_by", actor.id())
        .set("entered_at", tx.now())
        .exec(tx)
        .await?;
    Ok(id)
}

/// Notes that a city is told this, of the day until which it has time; answers whether it was not yet.
pub(crate) async fn remind(tx: &Tx, asked: &Asked, kind: &str) -> Result<bool> {
    const ONCE: &str =
        "INSERT INTO principles_reminders (version, city, kind, until) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    Ok(tx.exec(ONCE, params![asked.version, asked.city, kind, asked.until]).await? == 1)
}

/// A link with which somebody without an account signs.
pub(crate) struct SignLink {
    pub id: i64,
    pub city: CityId,
    pub made_by: Option<PersonId>,
    pub made_at: Time,
    pub ended_at: Option<Time>,
}
store::from_row!(SignLink: id, city, made_by, made_at, ended_at);

/// The link of this id.
pub(crate) async fn link(sql: &Sql, id: i64) -> Result<SignLink> {
    let all = Statement::new("SELECT id, city, made_by, made_at, ended_at FROM principles_links", ());
    all.when("id = ?", id).one(sql).await
}

/// The link of this city with which can be signed.
pub(crate) async fn link_of(sql: &Sql, city: CityId, made_after: Time) -> Result<Option<SignLink>> {
    let all = Statement::new("SELECT id, city, made_by, made_at, ended_at FROM principles_links", ());
    let own = all.when("city = ?", city).when("ended_at IS NULL", ()).when("made_at > ?", made_after);
    own.push("ORDER BY id DESC LIMIT 1", ()).first(sql).await
}

/// Makes one.
pub(crate) async fn make_link(tx: &Tx, actor: &Actor, city: CityId) -> Result<()> {
    Insert::into("principles_links")
        .set("id", tx.new_id())
        .set("city", city)
        .set("made_by", actor.id())
        .set("made_at", tx.now())
        .exec(tx)
        .await
        .map(|_| ())
}

/// The links of a city lead nowhere any more, since then.
pub(crate) async fn end_links(tx: &Tx, city: CityId, at: Time) -> Result<u64> {
    Update::of("principles_links").set("ended_at", at).when("city = ? AND ended_at IS NULL", city).exec(tx).await
}
