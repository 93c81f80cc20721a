//! The SQL of records of cities that are merged.

use base::{Actor, CityId, Result, Time};
use store::{Condition, Insert, Sql, Statement, Tx, Update, params};

use crate::names::BETWEEN;
use crate::rules::Membership;

/// Merges that are shown of one city at most.
const SHOWN: i64 = 20;

/// One merge, as it is kept.
#[derive(Clone, Debug)]
pub(crate) struct MergeRow {
    /// The record that ended.
    pub ended_city: CityId,
    /// The one that was kept.
    pub kept_city: CityId,
    pub reason: String,
    /// As JSON: see [`crate::merge::Became`].
    pub counts: String,
    pub merged_at: Time,
}
store::from_row!(MergeRow in city_merges: ended_city, kept_city, reason, counts, merged_at);

const MERGES: &str = "SELECT ended_city, kept_city, reason, counts, merged_at FROM city_merges";

/// The record with this address: whether it is one still, and into which it went where not.
pub(crate) async fn with_slug(sql: &Sql, slug: &str) -> Result<Option<(CityId, Option<CityId>)>> {
    let rows = Statement::new("SELECT id, merged_into FROM cities", ()).when("slug = ?", slug).raw(sql).await?;
    let read = |row: &store::Row| Ok((CityId(row.get("id")?), row.get::<Option<i64>>("merged_into")?.map(CityId)));
    rows.first().map(read).transpose()
}

/// Into which record this one went.
pub(crate) async fn goes_on_as(sql: &Sql, city: CityId) -> Result<Option<CityId>> {
    let rows = Statement::new("SELECT merged_into FROM cities", ()).when("id = ?", city).raw(sql).await?;
    Ok(rows.first().map(|row| row.get::<Option<i64>>("merged_into")).transpose()?.flatten().map(CityId))
}

/// Into which records these went.
pub(crate) async fn all_go_on_as(sql: &Sql, cities: &[CityId]) -> Result<Vec<(CityId, CityId)>> {
    let all = Statement::new("SELECT id, merged_into FROM cities", ()).when("merged_into IS NOT NULL", ());
    let rows = all.when_in("id", cities.iter().copied()).raw(sql).await?;
    let read = |row: &store::Row| Ok((CityId(row.get("id")?), CityId(row.get("merged_into")?)));
    rows.iter().map(read).collect()
}

/// From now on this record is none any more: it leads to the other, as does what had led to it.
pub(crate) async fn end(tx: &Tx, ended: CityId, kept: CityId) -> Result<()> {
    Update::of("cities").set("merged_into", kept).when("merged_into = ?", ended).exec(tx).await?;
    let ends = Update::of("cities").set("membership", Membership::Merged).set("merged_into", kept);
    ends.change("revision = revision + 1", ()).when("id = ?", ended).exec(tx).await.map(|_| ())
}

/// Keeps that it was done; answers its number.
pub(crate) async fn insert(
    tx: &Tx,
    actor: &Actor,
    ended: CityId,
    kept: CityId,
    reason: &str,
    counts: &str,
) -> Result<i64> {
    let id = tx.new_id();
    Insert::into("city_merges")
        .set("id", id)
        .set("ended_city", ended)
        .set("kept_city", kept)
        .set("reason", reason)
        .set("counts", counts)
        .set("merged_by", actor.id())
        .set("merged_at", tx.now())
        .exec(tx)
        .await?;
    Ok(id)
}

/// One merge.
pub(crate) async fn one(sql: &Sql, id: i64) -> Result<Option<MergeRow>> {
    Statement::new(MERGES, ()).when("id = ?", id).first(sql).await
}

/// The merges into this record, also those into one that went into it; the newest first.
pub(crate) async fn of(sql: &Sql, kept: CityId) -> Result<Vec<MergeRow>> {
    Statement::new(MERGES, ()).when("kept_city = ?", kept).push("ORDER BY id DESC LIMIT ?", SHOWN).all(sql).await
}

/// Records that are offered as alike at most.
const ALIKE: i64 = 10;

/// Other records of this country that are this place, or have one of these names, however they are accented; a few.
pub(crate) async fn alike(
    sql: &Sql,
    city: CityId,
    place: Option<i64>,
    country: &str,
    names: &[&str],
) -> Result<Vec<CityId>> {
    let mut same = Condition::new("place = ?", place.unwrap_or(0));
    for name in names.iter().map(|name| base::fold::fold(name)).filter(|name| !name.is_empty()) {
        let is = format!("'{BETWEEN}' || folded || '{BETWEEN}' LIKE ?");
        same = same.or(Condition::new(is, format!("%{BETWEEN}{name}{BETWEEN}%")));
    }
    let alike = Statement::new("SELECT id FROM cities", ())
        .when("country = ? AND id <> ?", params![country, city])
        .when("membership <> ?", Membership::Merged)
        .meets(same);
    let rows = alike.push("ORDER BY id LIMIT ?", ALIKE).raw(sql).await?;
    rows.iter().map(|row| row.get("id").map(CityId)).collect()
}
