//! All SQL of what is published. Words are read through `texts`.

use std::collections::HashMap;

use base::{CityId, Result, Time};
use store::{Insert, Sql, Statement, Tx, Update, params};
use texts::Text;

use crate::kinds::{Kind, SECTIONS};
use crate::rules::{ADDRESS, Facts, Item, SUMMARY, TITLE};
use crate::schedule::When;
use crate::state::ItemState;

const ITEMS: &str = "SELECT i.id, i.kind, i.state, i.shown, i.section, i.position, i.parent, i.place, i.sources, i.reviewed_by, i.reviewed_on, \
    i.review_due, i.consent, i.ends_at, i.media_contact, i.scheduled_at, i.scheduled_local, i.scheduled_zone, i.plan, i.published_at, i.changed_at, i.revision, i.first FROM editorial_items i";

/// The parts that a list shows.
pub(crate) const IN_LISTS: [&str; 3] = [TITLE, SUMMARY, ADDRESS];

fn items() -> Statement {
    Statement::new(ITEMS, ())
}

/// The item with this id.
pub(crate) async fn item(sql: &Sql, id: i64) -> Result<Item> {
    items().when("i.id = ?", id).one(sql).await
}

/// What a list of what readers have is narrowed by.
#[derive(Clone, Debug, Default)]
pub(crate) struct Narrowed {
    /// A year of publication.
    pub year: Option<i32>,
    /// Any of these themes.
    pub themes: Vec<String>,
}

/// What readers have at a time: whatever ends at an instant is left out by the question itself.
const SHOWN: &str = "i.shown AND (i.ends_at IS NULL OR i.ends_at > ?)";

fn shown(select: &str, kind: Kind, narrowed: &Narrowed, now: Time) -> Statement {
    let mut all = Statement::new(select, ()).when("i.kind = ?", kind).when(SHOWN, now);
    if let Some(year) = narrowed.year {
        all = all.when("i.published_at >= ? AND i.published_at < ?", params![first_of(year), first_of(year + 1)]);
    }
    if !narrowed.themes.is_empty() {
        let marks = vec!["?"; narrowed.themes.len()].join(",");
        let of = format!("EXISTS (SELECT 1 FROM editorial_themes t WHERE t.item = i.id AND t.theme IN ({marks}))");
        let themes: Vec<store::Value> = narrowed.themes.iter().map(Into::into).collect();
        all = all.when(of, themes);
    }
    all
}

fn first_of(year: i32) -> Time {
    let day = chrono::NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    day.and_time(chrono::NaiveTime::MIN).and_utc()
}

/// Some of what readers have, in the order of its kind: news with the newest first, questions by what they are about, others by
/// their place.
pub(crate) async fn page(
    sql: &Sql,
    kind: Kind,
    narrowed: &Narrowed,
    now: Time,
    limit: i64,
    offset: i64,
) -> Result<Vec<Item>> {
    let all = shown(ITEMS, kind, narrowed, now);
    let ordered = match kind {
        Kind::News | Kind::Release => all.push("ORDER BY i.published_at DESC, i.id DESC", ()),
        Kind::Question => {
            let places = SECTIONS.iter().enumerate();
            let by = places.fold(all.push("ORDER BY CASE i.section", ()), |by, (place, section)| {
                by.push(format!("WHEN ? THEN {place}"), *section)
            });
            by.push("ELSE 99 END, i.position, i.id", ())
        }
        _ => all.push("ORDER BY i.position, i.id", ()),
    };
    ordered.push("LIMIT ? OFFSET ?", params![limit, offset]).all(sql).await
}

/// Of these those that readers have now, of this kind or of any.
pub(crate) async fn shown_of(sql: &Sql, kind: Option<Kind>, now: Time, ids: &[i64]) -> Result<Vec<Item>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    items().when_in("i.id", ids.iter().copied()).when(SHOWN, now).when_given("i.kind = ?", kind).all(sql).await
}

/// How many there are.
pub(crate) async fn count(sql: &Sql, kind: Kind, narrowed: &Narrowed, now: Time) -> Result<i64> {
    shown("SELECT COUNT(*) AS n FROM editorial_items i", kind, narrowed, now).number(sql).await
}

/// The ids of what readers have of a kind, in the order in which they came.
pub(crate) async fn shown_after(sql: &Sql, kind: Kind, now: Time, after: i64, limit: i64) -> Result<Vec<Item>> {
    items()
        .when("i.kind = ? AND i.id > ?", params![kind, after])
        .when(SHOWN, now)
        .push("ORDER BY i.id LIMIT ?", limit)
        .all(sql)
        .await
}

/// Other things that readers have with one of these themes or of one of these cities, of whatever kind, the newest first.
pub(crate) async fn related(
    sql: &Sql,
    item: i64,
    (themes, cities): (&[String], &[CityId]),
    now: Time,
    limit: i64,
) -> Result<Vec<Item>> {
    if themes.is_empty() && cities.is_empty() {
        return Ok(Vec::new());
    }
    let marks = |count: usize| vec!["?"; count].join(",");
    let mut of = Vec::new();
    let mut values: Vec<store::Value> = Vec::new();
    if !themes.is_empty() {
        of.push(format!("SELECT t.item FROM editorial_themes t WHERE t.theme IN ({})", marks(themes.len())));
        values.extend(themes.iter().map(Into::into));
    }
    if !cities.is_empty() {
        of.push(format!("SELECT c.item FROM editorial_cities c WHERE c.city IN ({})", marks(cities.len())));
        values.extend(cities.iter().map(|city| (*city).into()));
    }
    items()
        .when(format!("i.id IN ({})", of.join(" UNION ")), values)
        .when("i.id <> ?", item)
        .when(SHOWN, now)
        .push("ORDER BY i.published_at DESC, i.id DESC LIMIT ?", limit)
        .all(sql)
        .await
}

/// The ids of what readers have of a kind and of a city, in order, after this one.
pub(crate) async fn shown_of_city(sql: &Sql, kind: Kind, city: i64, after: i64, limit: i64) -> Result<Vec<i64>> {
    let rows = Statement::new("SELECT i.id FROM editorial_items i JOIN editorial_cities c ON c.item = i.id", ())
        .when("c.city = ? AND i.kind = ? AND i.shown AND i.id > ?", params![city, kind, after])
        .push("ORDER BY i.id LIMIT ?", limit)
        .raw(sql)
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// What readers have at an address of its own, which the site does not name by itself.
const WITH_ADDRESS: &str = "(i.kind <> 'page' OR i.first IS NULL)";

/// Some of all that readers have, from a place on, in the order in which it came.
pub(crate) async fn shown_from(sql: &Sql, now: Time, from: i64, limit: i64) -> Result<Vec<Item>> {
    items()
        .when(WITH_ADDRESS, ())
        .when(SHOWN, now)
        .push("ORDER BY i.id LIMIT ? OFFSET ?", params![limit, from])
        .all(sql)
        .await
}

/// The pages that readers have, in their order.
pub(crate) async fn pages(sql: &Sql, now: Time, limit: i64) -> Result<Vec<Item>> {
    shown(ITEMS, Kind::Page, &Narrowed::default(), now).push("ORDER BY i.position, i.id LIMIT ?", limit).all(sql).await
}

/// Those of these that there are.
pub(crate) async fn by_ids(sql: &Sql, ids: &[i64]) -> Result<Vec<Item>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    items().when_in("i.id", ids.iter().copied()).all(sql).await
}

/// What is planned for a time from one instant to another, and what was published then.
pub(crate) async fn going_out(sql: &Sql, from: Time, until: Time, limit: i64) -> Result<Vec<Item>> {
    const WITHIN: &str =
        "(i.scheduled_at >= ? AND i.scheduled_at < ?) OR (i.shown AND i.published_at >= ? AND i.published_at < ?)";
    items()
        .when(format!("({WITHIN})"), params![from, until, from, until])
        .push("ORDER BY COALESCE(i.scheduled_at, i.published_at), i.id LIMIT ?", limit)
        .all(sql)
        .await
}

/// What readers have and what is to be looked at again until this day, the earliest first.
pub(crate) async fn due(sql: &Sql, until: &str, limit: i64) -> Result<Vec<Item>> {
    items()
        .when("i.shown AND i.review_due <> '' AND i.review_due <= ?", until)
        .push("ORDER BY i.review_due, i.id LIMIT ?", limit)
        .all(sql)
        .await
}

/// What readers have until an instant that comes before this one, the earliest first.
pub(crate) async fn ending(sql: &Sql, until: Time, limit: i64) -> Result<Vec<Item>> {
    items().when("i.shown AND i.ends_at <= ?", until).push("ORDER BY i.ends_at, i.id LIMIT ?", limit).all(sql).await
}

/// Pages to which nothing leads: no menu, no page above, no link of what readers have.
pub(crate) async fn lonely(sql: &Sql, now: Time, limit: i64) -> Result<Vec<Item>> {
    const LED_TO: &str = "NOT EXISTS (SELECT 1 FROM editorial_addresses a JOIN editorial_links l \
        ON l.target = '/pages/' || a.slug JOIN editorial_items o ON o.id = l.item \
        WHERE a.kind = i.kind AND a.item = i.id AND o.id <> i.id AND o.shown)";
    shown(ITEMS, Kind::Page, &Narrowed::default(), now)
        .when("i.first IS NULL AND i.place = '' AND i.parent IS NULL", ())
        .when(LED_TO, ())
        .push("ORDER BY i.id LIMIT ?", limit)
        .all(sql)
        .await
}

/// The addresses of these that lead to what readers have, with the kind of each.
pub(crate) async fn shown_at(sql: &Sql, now: Time, slugs: &[&str]) -> Result<Vec<(Kind, String)>> {
    const AT: &str = "SELECT a.kind, a.slug FROM editorial_addresses a JOIN editorial_items i ON i.id = a.item";
    let rows = Statement::new(AT, ()).when(SHOWN, now).when_in("a.slug", slugs.iter().copied()).raw(sql).await?;
    rows.iter().map(|row| Ok((row.get("kind")?, row.get("slug")?))).collect()
}

/// How many levels of pages stand below this one, counted up to `most`.
pub(crate) async fn depth_below(sql: &Sql, item: i64, most: usize) -> Result<usize> {
    let mut level = vec![item];
    for depth in 0..most {
        let rows = Statement::new("SELECT id FROM editorial_items", ())
            .when_in("parent", level)
            .push("ORDER BY id LIMIT 2000", ())
            .raw(sql)
            .await?;
        level = rows.iter().map(|row| row.get("id")).collect::<Result<_>>()?;
        if level.is_empty() {
            return Ok(depth);
        }
    }
    Ok(most)
}

/// How many other pages are led to from this place.
pub(crate) async fn placed_beside(sql: &Sql, item: i64, place: &str) -> Result<i64> {
    Statement::new("SELECT COUNT(*) AS n FROM editorial_items", ())
        .when("place = ? AND id <> ?", params![place, item])
        .number(sql)
        .await
}

/// How many things readers have.
pub(crate) async fn shown_count(sql: &Sql, now: Time) -> Result<i64> {
    Statement::new("SELECT COUNT(*) AS n FROM editorial_items i", ())
        .when(WITH_ADDRESS, ())
        .when(SHOWN, now)
        .number(sql)
        .await
}

/// The years of news and how many there are of each, the newest first.
pub(crate) async fn years(sql: &Sql, kind: Kind) -> Result<Vec<(i32, i64)>> {
    struct Days {
        published_at: Time,
        n: i64,
    }
    store::from_row!(Days: published_at, n);
    // By instant, since engines cut them differently; a network has some thousands.
    let days: Vec<Days> = sql
        .all(
            "SELECT published_at, COUNT(*) AS n FROM editorial_items WHERE kind = $1 AND shown AND published_at IS NOT NULL \
             GROUP BY published_at ORDER BY published_at DESC LIMIT 20000",
            params![kind],
        )
        .await?;
    let mut years: Vec<(i32, i64)> = Vec::new();
    for day in days {
        let year = chrono::Datelike::year(&day.published_at);
        match years.last_mut() {
            Some((own, n)) if *own == year => *n += day.n,
            _ => years.push((year, day.n)),
        }
    }
    Ok(years)
}

/// The themes of what readers have of a kind, with how many things have each.
pub(crate) async fn theme_counts(sql: &Sql, kind: Kind) -> Result<Vec<(String, i64)>> {
    let rows = sql
        .raw(
            "SELECT t.theme, COUNT(*) AS n FROM editorial_themes t JOIN editorial_items i ON i.id = t.item \
             WHERE i.kind = $1 AND i.shown GROUP BY t.theme ORDER BY t.theme",
            params![kind],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("theme")?, row.get("n")?))).collect()
}

/// The thing at an address that readers have now, or had: with whether it is taken back.
pub(crate) async fn at_address(sql: &Sql, kind: Kind, slug: &str) -> Result<Item> {
    const AT: &str = "JOIN editorial_addresses a ON a.kind = i.kind AND a.item = i.id";
    items().push(AT, ()).when("a.kind = ? AND a.slug = ?", params![kind, slug]).one(sql).await
}

/// Whose address this is, if it is somebody's.
pub(crate) async fn owner_of(sql: &Sql, kind: Kind, slug: &str) -> Result<Option<i64>> {
    let rows =
        sql.raw("SELECT item FROM editorial_addresses WHERE kind = $1 AND slug = $2", params![kind, slug]).await?;
    rows.first().map(|row| row.get("item")).transpose()
}

/// An address is a thing's for ever, if it is not another's already; answers whose it is.
pub(crate) async fn take_address(tx: &Tx, item: &Item, slug: &str) -> Result<Option<i64>> {
    Insert::into("editorial_addresses")
        .set("kind", item.kind)
        .set("slug", slug)
        .set("item", item.id)
        .push("ON CONFLICT (kind, slug) DO NOTHING", ())
        .exec(tx)
        .await?;
    owner_of(tx, item.kind, slug).await
}

/// What the office lists.
#[derive(Clone, Debug, Default)]
pub(crate) struct OfficeQuery {
    /// Words that a title holds, folded.
    pub words: Vec<String>,
    /// Any of these kinds.
    pub kinds: Vec<Kind>,
    /// Any of these states.
    pub states: Vec<ItemState>,
}

fn listed(query: &OfficeQuery, select: &str) -> Statement {
    let mut all = Statement::new(select, ());
    for word in &query.words {
        all = all.when("i.folded LIKE ?", format!("%{word}%"));
    }
    if !query.kinds.is_empty() {
        all = all.when_in("i.kind", query.kinds.iter().copied());
    }
    if !query.states.is_empty() {
        all = all.when_in("i.state", query.states.iter().copied());
    }
    all
}

/// Some of the office's list, what was changed last first.
pub(crate) async fn office_page(sql: &Sql, query: &OfficeQuery, limit: i64, offset: i64) -> Result<Vec<Item>> {
    listed(query, ITEMS)
        .push("ORDER BY i.changed_at DESC, i.id DESC LIMIT ? OFFSET ?", params![limit, offset])
        .all(sql)
        .await
}

/// How many there are, by kind and state.
pub(crate) async fn office_counts(sql: &Sql, query: &OfficeQuery) -> Result<Vec<(Kind, ItemState, i64)>> {
    let rows = listed(query, "SELECT i.kind, i.state, COUNT(*) AS n FROM editorial_items i")
        .push("GROUP BY i.kind, i.state", ())
        .raw(sql)
        .await?;
    rows.iter().map(|row| Ok((row.get("kind")?, row.get("state")?, row.get("n")?))).collect()
}

/// Themes of things.
pub(crate) async fn themes(sql: &Sql, items: &[i64]) -> Result<HashMap<i64, Vec<String>>> {
    let rows = Statement::new("SELECT item, theme FROM editorial_themes", ())
        .when_in("item", items.iter().copied())
        .push("ORDER BY item, theme", ())
        .raw(sql)
        .await?;
    let mut found: HashMap<i64, Vec<String>> = HashMap::new();
    for row in rows {
        found.entry(row.get("item")?).or_default().push(row.get("theme")?);
    }
    Ok(found)
}

/// Cities of a thing.
pub(crate) async fn cities(sql: &Sql, item: i64) -> Result<Vec<CityId>> {
    let rows = sql.raw("SELECT city FROM editorial_cities WHERE item = $1 ORDER BY city", params![item]).await?;
    rows.iter().map(|row| row.get("city").map(CityId)).collect()
}

/// Cities of things.
pub(crate) async fn cities_of(sql: &Sql, items: &[i64]) -> Result<HashMap<i64, Vec<CityId>>> {
    let rows = Statement::new("SELECT item, city FROM editorial_cities", ())
        .when_in("item", items.iter().copied())
        .push("ORDER BY item, city", ())
        .raw(sql)
        .await?;
    let mut found: HashMap<i64, Vec<CityId>> = HashMap::new();
    for row in rows {
        found.entry(row.get("item")?).or_default().push(CityId(row.get("city")?));
    }
    Ok(found)
}

/// A new thing.
pub(crate) async fn insert(tx: &Tx, kind: Kind, first: Option<&str>) -> Result<Item> {
    let id = tx.new_id();
    Insert::into("editorial_items")
        .set("id", id)
        .set("kind", kind)
        .set("state", ItemState::Draft)
        .set("created_at", tx.now())
        .set("changed_at", tx.now())
        .set("first", first)
        .exec(tx)
        .await?;
    item(tx, id).await
}

/// The names of the first data that are there.
pub(crate) async fn firsts(sql: &Sql) -> Result<Vec<String>> {
    let rows = sql.raw("SELECT first FROM editorial_items WHERE first IS NOT NULL", vec![]).await?;
    rows.iter().map(|row| row.get("first")).collect()
}

/// The thing of this name in the first data.
pub(crate) async fn of_first(sql: &Sql, first: &str) -> Result<Option<Item>> {
    items().when("i.first = ?", first).first(sql).await
}

/// Something of it was changed: it stands first in the office's list, and is found by these titles.
pub(crate) async fn touch(tx: &Tx, item: i64, folded: Option<&str>) -> Result<()> {
    let update = Update::of("editorial_items").set("changed_at", tx.now());
    let update = match folded {
        Some(folded) => update.set("folded", folded),
        None => update,
    };
    update.when("id = ?", item).exec(tx).await.map(|_| ())
}

/// Readers have it from now on, or no more.
pub(crate) async fn show(tx: &Tx, item: i64, shown: bool) -> Result<()> {
    let update = Update::of("editorial_items").set("shown", shown).set("changed_at", tx.now());
    let update = if shown { update.change("published_at = COALESCE(published_at, ?)", tx.now()) } else { update };
    update.when("id = ?", item).exec(tx).await.map(|_| ())
}

/// Nothing leads to it from the menu or the foot any more.
pub(crate) async fn leave_place(tx: &Tx, item: i64) -> Result<()> {
    Update::of("editorial_items").set("place", "").when("id = ?", item).exec(tx).await.map(|_| ())
}

/// It is planned for this time, or for none; answers the number of the plan.
pub(crate) async fn plan(tx: &Tx, item: i64, when: Option<&When>) -> Result<i64> {
    let number = tx.new_id();
    Update::of("editorial_items")
        .set("plan", when.map(|_| number))
        .set("scheduled_at", when.map(|when| when.at))
        .set("scheduled_local", when.map(When::local_kept).unwrap_or_default())
        .set("scheduled_zone", when.map(|when| when.zone.name()).unwrap_or_default())
        .when("id = ?", item)
        .exec(tx)
        .await
        .map(|_| number)
}

/// What is planned for a time that has passed, with the number of the plan; a thousand at most.
pub(crate) async fn overdue(sql: &Sql, now: Time) -> Result<Vec<(i64, i64)>> {
    let rows = sql
        .raw(
            "SELECT id, plan FROM editorial_items WHERE state = $1 AND scheduled_at <= $2 AND plan IS NOT NULL \
             ORDER BY id LIMIT 1000",
            params![ItemState::Scheduled, now],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.get("plan")?))).collect()
}

/// Saves facts, if they are still in the state that was changed; cities by their ids.
pub(crate) async fn save_facts(tx: &Tx, item: i64, facts: &Facts, cities: &[CityId]) -> Result<bool> {
    let saved = Update::of("editorial_items")
        .set("section", &facts.section)
        .set("position", facts.position)
        .set("parent", facts.parent)
        .set("place", &facts.place)
        .set("sources", facts.sources.join(" "))
        .set("reviewed_by", &facts.reviewed_by)
        .set("reviewed_on", &facts.reviewed_on)
        .set("review_due", &facts.review_due)
        .set("consent", &facts.consent)
        .set("media_contact", &facts.media_contact)
        .set("ends_at", facts.ends_at)
        .set("changed_at", tx.now())
        .change("revision = revision + 1", ())
        .when("id = ? AND revision = ?", params![item, facts.revision])
        .exec(tx)
        .await?;
    if saved != 1 {
        return Ok(false);
    }
    tx.exec("DELETE FROM editorial_themes WHERE item = $1", params![item]).await?;
    for theme in &facts.themes {
        Insert::into("editorial_themes").set("item", item).set("theme", theme).exec(tx).await?;
    }
    tx.exec("DELETE FROM editorial_cities WHERE item = $1", params![item]).await?;
    for city in cities {
        Insert::into("editorial_cities").set("item", item).set("city", *city).exec(tx).await?;
    }
    Ok(true)
}

/// A thing with the words that this reader has.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub item: Item,
    pub text: Text,
}

impl Entry {
    /// Its page, behind the language.
    pub(crate) fn path(&self) -> String {
        self.item.path(self.text.get(ADDRESS))
    }
}

/// These things with the words that are best for this reader: one statement for all of them.
pub(crate) async fn entries(visit: &web::Visit, items: Vec<Item>, parts: &[&str]) -> Result<Vec<Entry>> {
    let things: Vec<_> = items.iter().map(Item::thing).collect();
    let mut texts = texts::live(&visit.hub.db.read(), &things, parts).await?;
    let with_text = |item: Item| {
        let own = texts.remove(&item.thing())?;
        let text = texts::best(&own, visit.lang, &visit.hub.network.languages)?.clone();
        Some(Entry { item, text })
    };
    Ok(items.into_iter().filter_map(with_text).collect())
}
