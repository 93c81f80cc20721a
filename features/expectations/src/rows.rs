//! All the SQL of what is expected.

use base::{Actor, CityId, PersonId, Result, Time};
use store::{Insert, Sql, Statement, Tx, Update, params};

use crate::rules::{Draft, Evidence};

/// What is kept of a city: that it met something, or that it chose something.
pub(crate) struct Kept {
    pub city: CityId,
    pub expectation: String,
    /// Empty for what was chosen.
    pub kind: String,
    pub path: String,
    pub note: String,
    pub at: Time,
    pub id: i64,
    /// 1, or 0 where the office found it not met.
    pub met: i64,
}
store::from_row!(Kept: city, expectation, kind, path, note, at, id, met);

/// Rows of a page of cities that are read at most: more than they have, each with a few for each expectation.
const KEPT: i64 = 20_000;

/// All that is kept of these cities for this year, and for all years: findings, and what each chose. The newest first.
pub(crate) async fn kept(sql: &Sql, cities: &[CityId], year: i64) -> Result<Vec<Kept>> {
    if cities.is_empty() {
        return Ok(Vec::new());
    }
    let all = Statement::new(
        "SELECT city, expectation, kind, path, note, at, id, met FROM (\
         SELECT city, expectation, kind, path, note, entered_at AS at, id, year, met FROM findings WHERE withdrawn_at IS NULL \
         UNION ALL \
         SELECT city, expectation, '' AS kind, '' AS path, '' AS note, agreed_at AS at, id, 0 AS year, 1 AS met \
         FROM agreed_expectations WHERE ended_at IS NULL) k",
        (),
    );
    let all = all.when("(k.year = 0 OR k.year = ?)", year).when_in("k.city", cities.iter().copied());
    all.push("ORDER BY k.id DESC LIMIT ?", KEPT).all(sql).await
}

/// That the office found something not met.
pub(crate) struct Missed {
    pub city: CityId,
    pub expectation: String,
    pub year: i64,
    pub note: String,
    pub at: Time,
    pub id: i64,
}
store::from_row!(Missed: city, expectation, year, note, at, id);

/// What these cities were found not to meet, and have met by no finding since, nor by one for a later year; the oldest first.
pub(crate) async fn missed(sql: &Sql, cities: &[CityId]) -> Result<Vec<Missed>> {
    if cities.is_empty() {
        return Ok(Vec::new());
    }
    Statement::new("SELECT f.city, f.expectation, f.year, f.note, f.entered_at AS at, f.id FROM findings f", ())
        .when("f.met = 0 AND f.withdrawn_at IS NULL", ())
        .when_in("f.city", cities.iter().copied())
        .when(
            "NOT EXISTS (SELECT 1 FROM findings m WHERE m.city = f.city AND m.expectation = f.expectation \
             AND m.met = 1 AND m.withdrawn_at IS NULL AND (m.year > f.year OR m.year = f.year AND m.id > f.id))",
            (),
        )
        .push("ORDER BY f.id LIMIT ?", KEPT)
        .all(sql)
        .await
}

/// Keeps that a city met something, or was found not to. Of what another feature writes, the same evidence once more is the same finding.
pub(crate) async fn insert(
    tx: &Tx,
    city: CityId,
    draft: &Draft,
    evidence: Evidence,
    by: Option<PersonId>,
) -> Result<()> {
    Insert::into("findings")
        .set("id", tx.new_id())
        .set("city", city)
        .set("expectation", draft.expectation.as_str())
        .set("year", draft.year)
        .set("kind", evidence)
        .set("path", draft.path.as_str())
        .set("note", draft.note.as_str())
        .set("met", i64::from(draft.met))
        .set("entered_by", by)
        .set("entered_at", tx.now())
        .push("ON CONFLICT DO NOTHING", ())
        .exec(tx)
        .await
        .map(|_| ())
}

/// Was the same entered by this person since then?
pub(crate) async fn was_entered(
    tx: &Tx,
    city: CityId,
    draft: &Draft,
    by: Option<PersonId>,
    since: Time,
) -> Result<bool> {
    let same = Statement::new("SELECT COUNT(*) AS n FROM findings", ())
        .when("city = ? AND expectation = ? AND year = ?", params![city, draft.expectation.as_str(), draft.year])
        .when("note = ? AND path = ?", params![draft.note.as_str(), draft.path.as_str()])
        .when("met = ?", i64::from(draft.met))
        .when("entered_by = ? AND entered_at > ? AND withdrawn_at IS NULL", params![by, since]);
    Ok(same.number(tx).await? > 0)
}

/// Is this page what the office entered last for it, and the same of it?
pub(crate) async fn is_last(tx: &Tx, city: CityId, draft: &Draft) -> Result<bool> {
    let last = Statement::new("SELECT path, met FROM findings", ())
        .when("city = ? AND expectation = ? AND year = ?", params![city, draft.expectation.as_str(), draft.year])
        .when("kind = ? AND withdrawn_at IS NULL", Evidence::Office)
        .push("ORDER BY id DESC LIMIT 1", ())
        .raw(tx)
        .await?;
    let Some(row) = last.first() else { return Ok(false) };
    Ok(row.get::<String>("path")? == draft.path && row.get::<i64>("met")? == i64::from(draft.met))
}

/// Takes a finding of this city back that somebody entered; answers which expectation it was of, unless it is taken back already.
pub(crate) async fn withdraw(tx: &Tx, actor: &Actor, city: CityId, id: i64) -> Result<Option<String>> {
    let own = Statement::new("SELECT expectation FROM findings", ())
        .when("id = ? AND city = ? AND withdrawn_at IS NULL", params![id, city])
        .when("kind = ?", Evidence::Office)
        .raw(tx)
        .await?;
    let Some(row) = own.first() else { return Ok(None) };
    Update::of("findings")
        .set("withdrawn_at", tx.now())
        .set("withdrawn_by", actor.id())
        .when("id = ?", id)
        .exec(tx)
        .await?;
    row.get("expectation").map(Some)
}

/// What this city chose.
pub(crate) async fn agreed(sql: &Sql, city: CityId) -> Result<Vec<String>> {
    let all = "SELECT expectation FROM agreed_expectations WHERE city = $1 AND ended_at IS NULL ORDER BY id LIMIT 200";
    sql.raw(all, params![city]).await?.iter().map(|row| row.get("expectation")).collect()
}

/// From now on it has chosen this, too.
pub(crate) async fn agree(tx: &Tx, actor: &Actor, city: CityId, expectation: &str) -> Result<()> {
    Insert::into("agreed_expectations")
        .set("id", tx.new_id())
        .set("city", city)
        .set("expectation", expectation)
        .set("agreed_by", actor.id())
        .set("agreed_at", tx.now())
        .exec(tx)
        .await
        .map(|_| ())
}

/// From now on it has not.
pub(crate) async fn end(tx: &Tx, city: CityId, expectation: &str) -> Result<()> {
    Update::of("agreed_expectations")
        .set("ended_at", tx.now())
        .when("city = ? AND expectation = ? AND ended_at IS NULL", params![city, expectation])
        .exec(tx)
        .await
        .map(|_| ())
}
