//! All the SQL of cities.

use std::collections::HashMap;

use base::{Actor, CityId, Fail, Lang, Result, Time};
use store::{Condition, FromRow, Insert, Row, Sql, Statement, Tx, Update, Value, params};
use texts::{InLanguages, in_languages};

use crate::access::{Action, former, may, members, records};
use crate::merge_rows;
use crate::names::{BETWEEN, KIND, NAME};
use crate::rules::{City, Facts, ListQuery, Mapped, Membership, Profile, Sort};

/// The columns of `c` (cities) that a [`City`] is read of, but whether it has a seat; its names among them.
fn columns() -> String {
    let names = in_languages(KIND, "c.id", NAME);
    format!(
        "SELECT c.id, c.slug, c.country, c.region, c.kind, c.latitude, c.longitude, c.population, c.population_source, c.place, \
         c.place_source, c.source, c.membership, c.revision, {names} AS names"
    )
}

const SEAT: &str =
    "CAST(CASE WHEN EXISTS (SELECT 1 FROM steering_seats s WHERE s.city = c.id) THEN 1 ELSE 0 END AS BIGINT) AS seat";

/// Cities: what is asked of `c` follows.
fn cities() -> Statement {
    Statement::new(format!("{}, {SEAT} FROM cities c", columns()), ())
}

/// The same with what they are sorted by in this language, as `k`; see [`order`]. Where most of them fit and are wanted by name,
/// the index of keys is walked `along`; else cities are looked at first and their keys beside them, which SQLite does only in the
/// order of a CROSS JOIN.
fn sortable(lang: Lang, along: bool) -> Statement {
    let cities = format!("{}, {SEAT} FROM cities c", columns());
    match along {
        true => Statement::new(format!("{cities} JOIN city_keys k ON k.city = c.id AND k.lang = ?"), lang),
        false => {
            Statement::new(format!("{cities} CROSS JOIN city_keys k"), ()).when("k.city = c.id AND k.lang = ?", lang)
        }
    }
}

/// The city with this slug, with which this actor may do this. Seeing it is asked first, then the rest.
///
/// # Errors
/// [`Fail::NotFound`] where they may not see it, also where it exists; [`Fail::SignIn`] or [`Fail::Forbidden`] where they
/// see it and may not do this; [`Fail::Moved`] where it went into another record that they may see.
pub async fn city_for(sql: &Sql, actor: &Actor, action: Action, slug: &str) -> Result<City> {
    for_actor(cities().when("c.slug = ?", slug), sql, actor, action).await
}

/// The same with this id.
pub(crate) async fn city_with_id(sql: &Sql, actor: &Actor, action: Action, id: CityId) -> Result<City> {
    for_actor(cities().when("c.id = ?", id), sql, actor, action).await
}

async fn for_actor(city: Statement, sql: &Sql, actor: &Actor, action: Action) -> Result<City> {
    let city: City = city.one(sql).await?;
    if city.membership == Membership::Merged {
        return Err(moved(sql, actor, city).await?);
    }
    if !may(actor, Action::See, &city) {
        return Err(Fail::NotFound);
    }
    match actor {
        _ if may(actor, action, &city) => Ok(city),
        Actor::Visitor => Err(Fail::SignIn),
        _ => Err(Fail::Forbidden),
    }
}

/// Where a record that went into another one leads those who may see that.
async fn moved(sql: &Sql, actor: &Actor, city: City) -> Result<Fail> {
    let Some(into) = merge_rows::goes_on_as(sql, city.id).await? else { return Ok(Fail::NotFound) };
    let into = by_ids(sql, &[into]).await?.remove(&into).filter(|own| may(actor, Action::See, own));
    Ok(into.map_or(Fail::NotFound, |into| Fail::Moved { was: city.slug, now: into.slug }))
}

/// The city that is this place of the gazetteer, or into which the record of it went, whatever its membership; the one that is a member first.
///
/// # Errors
/// When the database does not answer.
pub async fn at_place(sql: &Sql, place: i64) -> Result<Option<City>> {
    let member_first = "ORDER BY CASE WHEN c.membership IN ('active', 'dormant') THEN 0 ELSE 1 END, c.id LIMIT 1";
    let at = "(c.place = ? OR c.id IN (SELECT m.merged_into FROM cities m WHERE m.place = ?))";
    cities().when(at, params![place, place]).meets(records()).push(member_first, ()).first(sql).await
}

/// A member of this country that has one of these names, however they are accented; the first.
///
/// # Errors
/// When the database does not answer.
pub async fn member_named(sql: &Sql, names: &[&str], country: &str) -> Result<Option<City>> {
    for name in names.iter().map(|name| base::fold::fold(name.trim())).filter(|name| !name.is_empty()) {
        let own = Condition::new("c.country = ?", country).and(members());
        // One of several names, each between the signs that part them.
        let is = |table: &str| format!("'{BETWEEN}' || {table}.folded || '{BETWEEN}' LIKE ?");
        // Also by the name of a record that went into it.
        let went =
            format!("c.id IN (SELECT m.merged_into FROM cities m WHERE m.merged_into IS NOT NULL AND {})", is("m"));
        let asked = format!("%{BETWEEN}{name}{BETWEEN}%");
        let found =
            cities().meets(own).when(format!("({} OR {went})", is("c")), params![asked.as_str(), asked.as_str()]);
        if let Some(city) = found.push("ORDER BY c.id LIMIT 1", ()).first(sql).await? {
            return Ok(Some(city));
        }
    }
    Ok(None)
}

/// From now on its membership stands there.
pub(crate) async fn set_membership(tx: &Tx, city: CityId, membership: Membership) -> Result<()> {
    Update::of("cities").set("membership", membership).when("id = ?", city).exec(tx).await.map(|_| ())
}

/// Cities that are no members any more and are this place of the gazetteer, or of this country with a name that has all these words; a few.
///
/// # Errors
/// When the database does not answer.
pub async fn former_like(sql: &Sql, place: Option<i64>, name: &str, country: &str) -> Result<Vec<City>> {
    let words: Vec<String> = base::fold::words_of(name).into_iter().take(PICKED_WORDS).collect();
    let mut named = Condition::new("c.country = ?", country);
    for word in &words {
        named = named.and(Condition::new("c.folded LIKE ?", format!("%{word}%")));
    }
    let named = if words.is_empty() { Condition::new("FALSE", ()) } else { named };
    let like = Condition::new("c.place = ?", place.unwrap_or(0)).or(named);
    let former = cities().meets(like).meets(records().but_not(members()));
    former.push("ORDER BY c.id LIMIT 10", ()).all(sql).await
}

/// Of these cities those that are no members (any more). Ask for a person's worth.
pub async fn ended_of(sql: &Sql, ids: &[CityId]) -> Result<Vec<CityId>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = Statement::new("SELECT c.id FROM cities c", ())
        .when_in("c.id", ids.iter().copied())
        .meets(Condition::new("TRUE", ()).but_not(members()))
        .raw(sql)
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// These cities, by id, to name them beside what is theirs: whoever sees that, sees whose it is, also where the city is no
/// member any more. Unknown ids are left out. Ask for a page's worth.
pub async fn by_ids(sql: &Sql, ids: &[CityId]) -> Result<HashMap<CityId, City>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found: Vec<City> = cities().when_in("c.id", ids.iter().copied()).all(sql).await?;
    Ok(found.into_iter().map(|city| (city.id, city)).collect())
}

/// Members that are listed at once: more than a network has.
const MEMBERS: i64 = 10_000;

/// The members of these regions.
///
/// # Errors
/// When the database does not answer.
pub async fn members_in(sql: &Sql, regions: &[String]) -> Result<Vec<City>> {
    if regions.is_empty() {
        return Ok(Vec::new());
    }
    cities()
        .meets(members())
        .when_in("c.region", regions.iter().cloned())
        .push("ORDER BY c.id LIMIT ?", MEMBERS)
        .all(sql)
        .await
}

/// The cities of these regions, also those that are no members any more.
///
/// # Errors
/// When the database does not answer.
pub async fn all_in(sql: &Sql, regions: &[String]) -> Result<Vec<City>> {
    if regions.is_empty() {
        return Ok(Vec::new());
    }
    let all = cities().when_in("c.region", regions.iter().cloned()).meets(records());
    all.push("ORDER BY c.id LIMIT ?", MEMBERS).all(sql).await
}

/// What the gazetteer calls these cities in all languages that it knows, folded ([`base::fold`]); nothing of cities whose
/// place was not picked in it. Ask for a page's worth.
pub async fn other_names(sql: &Sql, ids: &[CityId]) -> Result<HashMap<CityId, Vec<String>>> {
    let mut names: HashMap<CityId, Vec<String>> = HashMap::new();
    if ids.is_empty() {
        return Ok(names);
    }
    const NAMES: &str = "SELECT c.id, n.folded FROM cities c JOIN place_names n ON n.place = c.place";
    for row in Statement::new(NAMES, ()).when_in("c.id", ids.iter().copied()).raw(sql).await? {
        names.entry(row.get("id")?).or_default().push(row.get("folded")?);
    }
    Ok(names)
}

/// The cities with these slugs, to name them as [`by_ids`], and those into which records with these slugs went; unknown ones are left
/// out. Ask for a filter's worth.
pub async fn by_slugs(sql: &Sql, slugs: &[String]) -> Result<Vec<City>> {
    if slugs.is_empty() {
        return Ok(Vec::new());
    }
    let went = Statement::new("SELECT m.merged_into FROM cities m", ()).when_in("m.slug", slugs);
    let named = Condition::among("c.slug", slugs).or(Condition::is_one_of("c.id", went));
    cities().meets(named).meets(records()).all(sql).await
}

/// The cities that these slugs name, by each: its own, or that of a record which went into it. Unknown ones are left out. Ask for a
/// page's worth.
///
/// # Errors
/// When the database does not answer.
pub async fn named_by(sql: &Sql, slugs: &[String]) -> Result<HashMap<String, City>> {
    if slugs.is_empty() {
        return Ok(HashMap::new());
    }
    let found: Vec<City> = cities().when_in("c.slug", slugs).all(sql).await?;
    let (went, own): (Vec<City>, Vec<City>) = found.into_iter().partition(|city| city.membership == Membership::Merged);
    let mut all: HashMap<String, City> = own.into_iter().map(|city| (city.slug.clone(), city)).collect();
    if !went.is_empty() {
        let ids: Vec<CityId> = went.iter().map(|city| city.id).collect();
        for (id, into) in merge_rows::all_go_on_as(sql, &ids).await? {
            let slug = went.iter().find(|city| city.id == id).map(|city| city.slug.clone());
            if let (Some(slug), Some(city)) = (slug, by_ids(sql, &[into]).await?.remove(&into)) {
                all.insert(slug, city);
            }
        }
    }
    Ok(all)
}

/// Ids of the cities of any of these regions and of any of these countries, where some are given; 10,000 at most.
pub async fn ids_of(sql: &Sql, regions: &[String], countries: &[String]) -> Result<Vec<CityId>> {
    let mut ids = Statement::new("SELECT c.id FROM cities c", ()).meets(records());
    for (column, values) in [("c.region", regions), ("c.country", countries)] {
        if !values.is_empty() {
            ids = ids.when_in(column, values.iter().map(String::as_str));
        }
    }
    let rows = ids.push("ORDER BY c.id LIMIT 10000", ()).raw(sql).await?;
    rows.iter().map(|row| row.get("id").map(CityId)).collect()
}

/// Cities whose names hold this text, for a picker; the first `limit` by name: members, and those who are none any more
/// for whoever serves them.
pub async fn many(sql: &Sql, actor: &Actor, text: &str, lang: Lang, limit: i64) -> Result<Vec<City>> {
    let words = base::fold::words_of(text);
    let seen = sortable(lang, words.is_empty()).meets(members().or(former(actor)));
    let found =
        words.iter().take(PICKED_WORDS).fold(seen, |found, word| found.when("c.folded LIKE ?", format!("%{word}%")));
    order(found, Sort::Name, &[]).push("LIMIT ?", limit).all(sql).await
}

/// Words of what is typed in a picker that count.
const PICKED_WORDS: usize = 4;

/// Those of these that this actor sees and that match.
fn matching(cities: Statement, actor: &Actor, query: &ListQuery) -> Statement {
    let mut statement = cities.meets(if query.former { former(actor) } else { members() });
    for word in &query.words {
        statement = statement.when("c.folded LIKE ?", format!("%{word}%"));
    }
    if !query.regions.is_empty() {
        statement = statement.when_in("c.region", &query.regions);
    }
    if !query.countries.is_empty() {
        statement = statement.when_in("c.country", &query.countries);
    }
    if query.seats {
        statement = statement.when("EXISTS (SELECT 1 FROM steering_seats s WHERE s.city = c.id)", ());
    }
    statement
}

/// The columns by which a page is sorted: by name within what is alike, in the order of the index of keys.
fn order(statement: Statement, sort: Sort, countries: &[String]) -> Statement {
    let statement = match sort {
        Sort::Country if !countries.is_empty() => {
            let places = countries.iter().enumerate();
            let ordered = places.fold(statement.push("ORDER BY CASE c.country", ()), |statement, (place, country)| {
                statement.push(format!("WHEN ? THEN {place}"), country)
            });
            ordered.push("END,", ())
        }
        Sort::Country => statement.push("ORDER BY c.country,", ()),
        Sort::Name => statement.push("ORDER BY", ()),
        Sort::Population => statement.push("ORDER BY COALESCE(c.population, -1) DESC,", ()),
        Sort::Region => statement.push("ORDER BY c.region,", ()),
    };
    statement.push("k.key, k.city", ())
}

/// All of these, those with a seat first, then the largest.
pub(crate) async fn all(sql: &Sql, seen: Condition) -> Result<Vec<Mapped>> {
    const WITH_TERMS: &str = "c.folded, CAST(CASE WHEN s.terms IS NULL THEN 0 ELSE 1 END AS BIGINT) AS seat, \
        CAST(COALESCE(s.terms, 0) AS BIGINT) AS terms \
        FROM cities c LEFT JOIN (SELECT city, COUNT(*) AS terms FROM steering_seats GROUP BY city) s ON s.city = c.id";
    let ordered = "ORDER BY seat DESC, COALESCE(c.population, 0) DESC, c.slug";
    Statement::new(format!("{}, {WITH_TERMS}", columns()), ()).meets(seen).push(ordered, ()).all(sql).await
}

impl FromRow for Mapped {
    fn from_row(row: &Row) -> Result<Mapped> {
        Ok(Mapped { folded: row.get("folded")?, terms: row.get("terms")?, city: City::from_row(row)? })
    }
}

/// One page of the list. `countries` is the order of countries, where the list is sorted by them.
pub(crate) async fn page(
    sql: &Sql,
    actor: &Actor,
    query: &ListQuery,
    countries: &[String],
    lang: Lang,
    limit: i64,
    offset: i64,
) -> Result<Vec<City>> {
    let along = query.sort == Sort::Name && query.words.is_empty() && query.countries.is_empty();
    order(matching(sortable(lang, along), actor, query), query.sort, countries)
        .push("LIMIT ? OFFSET ?", params![limit, offset])
        .all(sql)
        .await
}

/// Cities after this slug, by slug: keyset paging for the JSON lists.
pub(crate) async fn after(sql: &Sql, actor: &Actor, query: &ListQuery, slug: &str, limit: i64) -> Result<Vec<City>> {
    matching(cities(), actor, query).when("c.slug > ?", slug).push("ORDER BY c.slug LIMIT ?", limit).all(sql).await
}

/// The terms in which a city held a steering seat.
pub(crate) async fn terms(sql: &Sql, city: CityId) -> Result<Vec<String>> {
    let rows = sql.raw("SELECT term FROM steering_seats WHERE city = $1 ORDER BY term", params![city.0]).await?;
    rows.iter().map(|row| row.get("term")).collect()
}

struct ProfileRow {
    lang: Lang,
    summary: String,
    website: String,
    contact: String,
    updated_at: Time,
    revision: i64,
    by_team: bool,
}
store::from_row!(ProfileRow in city_profiles: lang, summary, website, contact, updated_at, revision, by_team);

/// What a city says of itself, by language.
pub(crate) async fn profiles(sql: &Sql, city: CityId) -> Result<Vec<(Lang, Profile)>> {
    let rows: Vec<ProfileRow> = sql
        .all(
            "SELECT lang, summary, website, contact, updated_at, revision, by_team FROM city_profiles WHERE city = $1 ORDER BY lang",
            params![city.0],
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let profile = Profile {
                summary: row.summary,
                website: row.website,
                contact: row.contact,
                updated_at: Some(row.updated_at),
                revision: row.revision,
                by_team: row.by_team,
            };
            (row.lang, profile)
        })
        .collect())
}

struct SaidRow {
    city: CityId,
    lang: Lang,
    summary: String,
}
store::from_row!(SaidRow in city_profiles: city, lang, summary);

/// What these cities say of themselves, by language; of those that have said something. Ask for a page's worth.
pub(crate) async fn said(sql: &Sql, ids: &[CityId]) -> Result<HashMap<CityId, Vec<(Lang, String)>>> {
    let rows: Vec<SaidRow> = Statement::new("SELECT city, lang, summary FROM city_profiles", ())
        .when_in("city", ids.iter().copied())
        .when("summary <> ''", ())
        .push("ORDER BY city, lang", ())
        .all(sql)
        .await?;
    let mut said: HashMap<CityId, Vec<(Lang, String)>> = HashMap::new();
    for row in rows {
        said.entry(row.city).or_default().push((row.lang, row.summary));
    }
    Ok(said)
}

/// Of these cities those that are members.
pub(crate) async fn members_of(sql: &Sql, ids: &[i64]) -> Result<Vec<City>> {
    cities().when_in("c.id", ids.iter().copied()).meets(members()).all(sql).await
}

/// The ids of members after this one, in order.
pub(crate) async fn members_after(sql: &Sql, after: i64, limit: i64) -> Result<Vec<i64>> {
    let ids = Statement::new("SELECT c.id FROM cities c", ()).meets(members()).when("c.id > ?", after);
    let rows = ids.push("ORDER BY c.id LIMIT ?", limit).raw(sql).await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// Saves it, if it is still in the state that was edited.
pub(crate) async fn save_profile(tx: &Tx, city: CityId, lang: Lang, profile: &Profile) -> Result<bool> {
    let changed = Insert::into("city_profiles")
        .set("city", city)
        .set("lang", lang)
        .set("summary", profile.summary.as_str())
        .set("website", profile.website.as_str())
        .set("contact", profile.contact.as_str())
        .set("updated_at", tx.now())
        .set("by_team", profile.by_team)
        .push(
            "ON CONFLICT (city, lang) DO UPDATE SET summary = excluded.summary, website = excluded.website, \
             contact = excluded.contact, updated_at = excluded.updated_at, by_team = excluded.by_team, revision = city_profiles.revision + 1 \
             WHERE city_profiles.revision = ?",
            profile.revision,
        )
        .exec(tx)
        .await?;
    Ok(changed == 1)
}

/// Each fact with its column.
fn facts_columns(facts: &Facts) -> [(&'static str, Value); 9] {
    [
        ("country", (&facts.country).into()),
        ("region", (&facts.region).into()),
        ("kind", (&facts.kind).into()),
        ("latitude", facts.latitude.into()),
        ("longitude", facts.longitude.into()),
        ("population", facts.population.into()),
        ("population_source", (&facts.population_source).into()),
        ("place", facts.place.into()),
        ("place_source", (&facts.place_source).into()),
    ]
}

/// Corrects the facts of the state that was edited; answers whether that was still the state.
pub(crate) async fn save_facts(tx: &Tx, city: CityId, facts: &Facts) -> Result<bool> {
    let columns = facts_columns(facts).into_iter();
    let changed = columns
        .fold(Update::of("cities"), |update, (column, value)| update.set(column, value))
        .change("revision = revision + 1", ())
        .when("id = ? AND revision = ?", params![city, facts.revision])
        .exec(tx)
        .await?;
    Ok(changed == 1)
}

/// The facts are others than a form shows that was opened before.
pub(crate) async fn touch(tx: &Tx, city: CityId) -> Result<()> {
    let touched = Update::of("cities").change("revision = revision + 1", ()).when("id = ?", city);
    touched.exec(tx).await.map(|_| ())
}

/// It is gone.
pub(crate) async fn delete(tx: &Tx, city: CityId) -> Result<()> {
    Statement::new("DELETE FROM cities", ()).when("id = ?", city).exec(tx).await.map(|_| ())
}

/// A new member; what it is found by comes with its names.
pub(crate) async fn insert(tx: &Tx, city: CityId, slug: &str, source: &str, facts: &Facts) -> Result<()> {
    let insert = Insert::into("cities").set("id", city).set("slug", slug).set("source", source).set("folded", "");
    facts_columns(facts)
        .into_iter()
        .fold(insert, |insert, (column, value)| insert.set(column, value))
        .exec(tx)
        .await
        .map(|_| ())
}

/// What a city is called.
pub(crate) async fn names(sql: &Sql, city: CityId) -> Result<InLanguages> {
    let text = format!("SELECT {} AS names FROM cities c", in_languages(KIND, "c.id", NAME));
    let rows = Statement::new(text, ()).when("c.id = ?", city).raw(sql).await?;
    rows.first().map_or_else(|| Ok(InLanguages::default()), |row| row.get("names"))
}

/// Keeps what a city is found by.
pub(crate) async fn set_folded(tx: &Tx, city: CityId, folded: &str) -> Result<()> {
    Update::of("cities").set("folded", folded).when("id = ?", city).exec(tx).await.map(|_| ())
}

/// The languages in which it is known what a city is sorted by.
pub(crate) async fn key_languages(sql: &Sql, city: CityId) -> Result<Vec<Lang>> {
    let rows = sql.raw("SELECT lang FROM city_keys WHERE city = $1", params![city]).await?;
    rows.iter().map(|row| row.get("lang")).collect()
}

/// Keys that one statement writes: below the engines' limits of values.
const KEYS_AT_ONCE: usize = 2_000;

/// Keeps by what cities are sorted: city, language, key.
pub(crate) async fn set_keys(tx: &Tx, keys: Vec<(CityId, Lang, Vec<u8>)>) -> Result<()> {
    for some in keys.chunks(KEYS_AT_ONCE) {
        let rows = some.iter().fold(Insert::into("city_keys"), |rows, (city, lang, key)| {
            rows.row().set("city", *city).set("lang", *lang).set("key", key.as_slice())
        });
        rows.push("ON CONFLICT (city, lang) DO UPDATE SET key = excluded.key", ()).exec(tx).await?;
    }
    Ok(())
}

/// Cities of which it is not known what they are sorted by in this language, with their names.
pub(crate) async fn unsorted(sql: &Sql, lang: Lang, limit: i64) -> Result<Vec<(CityId, InLanguages)>> {
    let text = format!("SELECT c.id, {} AS names FROM cities c", in_languages(KIND, "c.id", NAME));
    let rows = Statement::new(text, ())
        .when("NOT EXISTS (SELECT 1 FROM city_keys k WHERE k.city = c.id AND k.lang = ?)", lang)
        .push("ORDER BY c.id LIMIT ?", limit)
        .raw(sql)
        .await?;
    rows.iter().map(|row| Ok((CityId(row.get("id")?), row.get("names")?))).collect()
}

/// A name that a hub of before kept.
pub(crate) struct NameBefore {
    pub city: CityId,
    pub membership: Membership,
    pub lang: Lang,
    pub name: String,
}
store::from_row!(NameBefore in city_names_before: city, membership, lang, name);

/// The names of so many cities that a hub of before kept.
pub(crate) async fn names_before(sql: &Sql, cities: i64) -> Result<Vec<NameBefore>> {
    const BEFORE: &str = "SELECT b.city, c.membership, b.lang, b.name FROM city_names_before b JOIN cities c ON c.id = b.city \
        WHERE b.city IN (SELECT DISTINCT city FROM city_names_before ORDER BY city LIMIT $1) ORDER BY b.city, b.lang";
    sql.all(BEFORE, params![cities]).await
}

/// They are brought.
pub(crate) async fn forget_names_before(tx: &Tx, cities: &[CityId]) -> Result<()> {
    let brought = Statement::new("DELETE FROM city_names_before", ()).when_in("city", cities.iter().copied());
    brought.exec(tx).await.map(|_| ())
}

/// Gives a city a seat for a term.
pub(crate) async fn seat(tx: &Tx, city: CityId, term: &str) -> Result<()> {
    tx.exec("INSERT INTO steering_seats (city, term) VALUES ($1, $2)", params![city.0, term]).await?;
    Ok(())
}

/// The slugs of members, the newest last, for the sitemap.
pub(crate) async fn slugs(sql: &Sql, from: i64, most: i64) -> Result<Vec<String>> {
    let slugs = Statement::new("SELECT c.slug FROM cities c", ()).meets(members());
    let rows = slugs.push("ORDER BY c.id LIMIT ? OFFSET ?", params![most, from]).raw(sql).await?;
    rows.iter().map(|row| row.get("slug")).collect()
}

/// A place of the gazetteer.
#[derive(Clone, Debug)]
pub struct GazetteerPlace {
    /// Its GeoNames id.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// First-level division, in English; may be empty.
    pub admin1: String,
    /// Degrees, WGS 84.
    pub latitude: f64,
    /// Degrees, WGS 84.
    pub longitude: f64,
    /// Inhabitants; 0 where unknown.
    pub population: i64,
}
store::from_row!(GazetteerPlace: id, name, country, admin1, latitude, longitude, population);

/// Places one of whose names begins like this, those of this country first, then the largest; `limit` at most. Names are in any script.
///
/// # Errors
/// When the database does not answer.
pub async fn search_places(sql: &Sql, text: &str, country: &str, limit: i64) -> Result<Vec<GazetteerPlace>> {
    let folded = base::fold::fold(text.trim());
    if folded.is_empty() {
        return Ok(Vec::new());
    }
    // A range rather than LIKE: both engines then use the index, whatever the collation settings.
    let end = format!("{folded}\u{10FFFF}");
    // Sorted before it is cut: of the thousands that begin with one letter the largest are meant.
    sql.all(
        "SELECT p.id, p.name, p.country, p.admin1, p.latitude, p.longitude, p.population FROM \
         (SELECT place, MAX(population) AS population FROM place_names WHERE folded >= $1 AND folded < $2 \
         GROUP BY place ORDER BY 2 DESC, 1 LIMIT $3) n JOIN places p ON p.id = n.place \
         ORDER BY CASE WHEN p.country = $4 THEN 0 ELSE 1 END, p.population DESC, p.id",
        params![folded, end, limit, country],
    )
    .await
}

/// Places of a country that have just this name, in any script and however it is accented; the largest first, `limit` at most.
///
/// # Errors
/// When the database does not answer.
pub async fn places_named(sql: &Sql, name: &str, country: &str, limit: i64) -> Result<Vec<GazetteerPlace>> {
    sql.all(
        "SELECT p.id, p.name, p.country, p.admin1, p.latitude, p.longitude, p.population FROM places p \
         WHERE p.country = $1 AND p.id IN (SELECT place FROM place_names WHERE folded = $2) \
         ORDER BY p.population DESC, p.id LIMIT $3",
        params![country, base::fold::fold(name.trim()), limit],
    )
    .await
}

/// The place with this GeoNames id.
///
/// # Errors
/// When the database does not answer.
pub async fn place(sql: &Sql, id: i64) -> Result<Option<GazetteerPlace>> {
    sql.first(
        "SELECT id, name, country, admin1, latitude, longitude, population FROM places WHERE id = $1",
        params![id],
    )
    .await
}

/// How many places the gazetteer has.
pub(crate) async fn place_count(sql: &Sql) -> Result<i64> {
    sql.number("SELECT COUNT(*) AS n FROM places", vec![]).await
}

/// Cities whose place was picked in the gazetteer.
pub(crate) async fn with_a_place(sql: &Sql) -> Result<Vec<CityId>> {
    let rows = sql.raw("SELECT id FROM cities WHERE place IS NOT NULL ORDER BY id", Vec::new()).await?;
    rows.iter().map(|row| row.get("id").map(CityId)).collect()
}

/// Puts a batch of places in, with their names; a place that is there already is left as it is.
pub(crate) async fn insert_places(
    tx: &Tx,
    batch: &[network::Place],
    names: &[(String, &network::Place)],
) -> Result<()> {
    let mut rows = Insert::into("places");
    for place in batch {
        rows = rows
            .row()
            .set("id", place.geonames_id)
            .set("name", place.name.as_str())
            .set("country", place.country.as_str())
            .set("admin1", place.admin1.as_str())
            .set("latitude", place.latitude)
            .set("longitude", place.longitude)
            .set("population", place.population);
    }
    rows.push("ON CONFLICT (id) DO NOTHING", ()).exec(tx).await?;
    if names.is_empty() {
        return Ok(());
    }
    let mut rows = Insert::into("place_names");
    for (name, place) in names {
        rows = rows.row().set("folded", name).set("place", place.geonames_id).set("population", place.population);
    }
    rows.exec(tx).await.map(|_| ())
}
