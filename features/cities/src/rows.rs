//! All the SQL of cities.

use std::collections::HashMap;

use base::{Actor, CityId, Fail, Lang, Result, Time};
use store::{Condition, Insert, Sql, Statement, Tx, Update, Value, params};

use crate::access::{Action, former, may, members};
use crate::rules::{City, Facts, ListQuery, Profile, Sort};

const CITIES: &str = "SELECT c.id, c.slug, c.name_en, c.name_fr, c.name_ar, c.country, c.region, c.kind, c.latitude, c.longitude, \
    c.population, c.population_source, c.place, c.place_source, c.source, c.membership, c.revision, \
    CAST(CASE WHEN EXISTS (SELECT 1 FROM steering_seats s WHERE s.city = c.id) THEN 1 ELSE 0 END AS BIGINT) AS seat \
    FROM cities c";

/// Cities: what is asked of `c` follows.
fn cities() -> Statement {
    Statement::new(CITIES, ())
}

/// A count beside a filter.
#[derive(Clone, Debug)]
pub(crate) struct Count {
    pub value: String,
    pub n: i64,
}
store::from_row!(Count: value, n);

/// The city with this slug, with which this actor may do this. Seeing it is asked first, then the rest.
///
/// # Errors
/// [`Fail::NotFound`] where they may not see it, also where it exists; [`Fail::SignIn`] or [`Fail::Forbidden`] where they
/// see it and may not do this.
pub async fn city_for(sql: &Sql, actor: &Actor, action: Action, slug: &str) -> Result<City> {
    let city: City = cities().when("c.slug = ?", slug).one(sql).await?;
    if !may(actor, Action::See, &city) {
        return Err(Fail::NotFound);
    }
    match actor {
        _ if may(actor, action, &city) => Ok(city),
        Actor::Visitor => Err(Fail::SignIn),
        _ => Err(Fail::Forbidden),
    }
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

/// The cities with these slugs, to name them as [`by_ids`]; unknown ones are left out. Ask for a filter's worth.
pub async fn by_slugs(sql: &Sql, slugs: &[String]) -> Result<Vec<City>> {
    if slugs.is_empty() {
        return Ok(Vec::new());
    }
    cities().when_in("c.slug", slugs).all(sql).await
}

/// Ids of the cities of this region and of this country, where given; 10,000 at most.
pub async fn ids_of(sql: &Sql, region: Option<&str>, country: Option<&str>) -> Result<Vec<CityId>> {
    let rows = sql
        .raw(
            "SELECT id FROM cities WHERE ($1 = '' OR region = $1) AND ($2 = '' OR country = $2) ORDER BY id LIMIT 10000",
            params![region.unwrap_or_default(), country.unwrap_or_default()],
        )
        .await?;
    rows.iter().map(|row| row.get("id").map(CityId)).collect()
}

/// Cities whose names hold this text, for a picker; the first `limit` by name: members, and those who are none any more
/// for whoever serves them.
pub async fn many(sql: &Sql, actor: &Actor, text: &str, lang: Lang, limit: i64) -> Result<Vec<City>> {
    let words = base::fold::fold(text);
    let seen = cities().meets(members().or(former(actor)));
    let found = words
        .split_whitespace()
        .take(PICKED_WORDS)
        .fold(seen, |found, word| found.when("c.folded LIKE ?", format!("%{word}%")));
    order(found, Sort::Name, &[], lang).push("LIMIT ?", limit).all(sql).await
}

/// Words of what is typed in a picker that count.
const PICKED_WORDS: usize = 4;

/// Which part of the query is left out: a filter's counts ignore that filter.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Without {
    Nothing,
    Regions,
    Countries,
}

/// Those of a statement's cities that this actor sees and that match.
fn matching(statement: Statement, actor: &Actor, query: &ListQuery, without: Without) -> Statement {
    let mut statement = statement.meets(if query.former { former(actor) } else { members() });
    for word in &query.words {
        statement = statement.when("c.folded LIKE ?", format!("%{word}%"));
    }
    if without != Without::Regions && !query.regions.is_empty() {
        statement = statement.when_in("c.region", &query.regions);
    }
    if without != Without::Countries && !query.countries.is_empty() {
        statement = statement.when_in("c.country", &query.countries);
    }
    if query.seats {
        statement = statement.when("EXISTS (SELECT 1 FROM steering_seats s WHERE s.city = c.id)", ());
    }
    statement
}

/// The columns by which a page is sorted. The names' keys are a column for each language.
fn order(statement: Statement, sort: Sort, countries: &[String], lang: Lang) -> Statement {
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
    statement.push(
        match lang {
            Lang::En => "c.key_en, c.id",
            Lang::Fr => "c.key_fr, c.id",
            Lang::Ar => "c.key_ar, c.id",
        },
        (),
    )
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
    order(matching(cities(), actor, query, Without::Nothing), query.sort, countries, lang)
        .push("LIMIT ? OFFSET ?", params![limit, offset])
        .all(sql)
        .await
}

/// Cities after this slug, by slug: keyset paging for the JSON lists.
pub(crate) async fn after(sql: &Sql, actor: &Actor, query: &ListQuery, slug: &str, limit: i64) -> Result<Vec<City>> {
    matching(cities(), actor, query, Without::Nothing)
        .when("c.slug > ?", slug)
        .push("ORDER BY c.slug LIMIT ?", limit)
        .all(sql)
        .await
}

/// How many match.
pub(crate) async fn count(sql: &Sql, actor: &Actor, query: &ListQuery) -> Result<i64> {
    let counted = Statement::new("SELECT COUNT(*) AS n FROM cities c", ());
    matching(counted, actor, query, Without::Nothing).number(sql).await
}

/// Counts by region, the filter by regions left aside.
pub(crate) async fn counts_by_region(sql: &Sql, actor: &Actor, query: &ListQuery) -> Result<Vec<Count>> {
    let counts = Statement::new("SELECT c.region AS value, COUNT(*) AS n FROM cities c", ());
    matching(counts, actor, query, Without::Regions)
        .push("GROUP BY c.region ORDER BY COUNT(*) DESC, c.region", ())
        .all(sql)
        .await
}

/// Counts by country, the filter by countries left aside.
pub(crate) async fn counts_by_country(sql: &Sql, actor: &Actor, query: &ListQuery) -> Result<Vec<Count>> {
    let counts = Statement::new("SELECT c.country AS value, COUNT(*) AS n FROM cities c", ());
    matching(counts, actor, query, Without::Countries)
        .push("GROUP BY c.country ORDER BY COUNT(*) DESC, c.country", ())
        .all(sql)
        .await
}

/// What a map shows in one place: a city, or several near one another.
#[derive(Debug)]
pub(crate) struct Spot {
    /// How many; of several, the other fields are those of any.
    pub cities: i64,
    pub slug: String,
    name_en: String,
    name_fr: String,
    name_ar: String,
    pub region: String,
    country: String,
    latitude: f64,
    longitude: f64,
    seat: i64,
    /// Of several: all are of [`Spot::country`].
    one_country: i64,
}
store::from_row!(Spot in cities: cities, slug, name_en, name_fr, name_ar, region, country, latitude, longitude, seat, one_country);

impl Spot {
    pub(crate) fn at(&self) -> look::map::Point {
        look::map::project(self.latitude, self.longitude)
    }

    /// Of a city.
    pub(crate) fn name(&self, lang: Lang) -> &str {
        let own = match lang {
            Lang::En => &self.name_en,
            Lang::Fr => &self.name_fr,
            Lang::Ar => &self.name_ar,
        };
        if own.is_empty() { &self.name_en } else { own }
    }

    /// A steering seat is held there.
    pub(crate) fn has_seat(&self) -> bool {
        self.seat == 1
    }

    /// The country of all that stand there.
    pub(crate) fn country(&self) -> Option<&str> {
        (self.one_country == 1).then_some(self.country.as_str())
    }
}

/// Cities of their own on a map; of more, those near one another are gathered.
const APART: usize = 400;
/// Into how many columns and rows a part of the world is divided on which they are gathered, and the whole of it.
const CELLS: f64 = 26.0;
const CELLS_OF_WORLD: f64 = 40.0;
/// Places on such a map: more than its cells, so that none is left out.
const GATHERED: i64 = 1_000;

/// The matching cities for a map, those with a seat and the largest first; within these degrees, where given. Where they
/// are too many to be told apart, near ones are gathered: places then have none of a city's own order.
pub(crate) async fn spots(
    sql: &Sql,
    actor: &Actor,
    query: &ListQuery,
    within: Option<look::map::Degrees>,
) -> Result<Vec<Spot>> {
    const APART_SQL: &str = "SELECT CAST(1 AS BIGINT) AS cities, c.slug, c.name_en, c.name_fr, c.name_ar, c.region, c.country, \
        c.latitude, c.longitude, CAST(CASE WHEN s.city IS NULL THEN 0 ELSE 1 END AS BIGINT) AS seat, CAST(1 AS BIGINT) AS one_country \
        FROM cities c LEFT JOIN (SELECT DISTINCT city FROM steering_seats) s ON s.city = c.id";
    let mut spots: Vec<Spot> = inside(matching(Statement::new(APART_SQL, ()), actor, query, Without::Nothing), within)
        .push("ORDER BY seat DESC, COALESCE(c.population, 0) DESC, c.slug LIMIT ?", APART as i64 + 1)
        .all(sql)
        .await?;
    if spots.len() > APART {
        let cell = cell(sql, actor, query, within).await?;
        spots = gathered(sql, actor, query, within, cell).await?;
    }
    Ok(spots)
}

/// The side of a cell, in millionths of a degree: by what is shown, or else by where the cities are.
async fn cell(sql: &Sql, actor: &Actor, query: &ListQuery, within: Option<look::map::Degrees>) -> Result<i64> {
    let degrees = match within {
        Some(shown) => (shown.north - shown.south).max((shown.east - shown.west).rem_euclid(360.0)) / CELLS,
        None if query.regions.is_empty() && query.countries.is_empty() => 360.0 / CELLS_OF_WORLD,
        None => widest(sql, actor, query).await? / CELLS,
    };
    // A millionth at least: cities may stand in one place.
    Ok(((degrees * 1e6) as i64).max(1))
}

/// Over how many degrees the matching cities stand, to the wider side.
async fn widest(sql: &Sql, actor: &Actor, query: &ListQuery) -> Result<f64> {
    const SPAN: &str =
        "SELECT MAX(c.latitude) - MIN(c.latitude) AS high, MAX(c.longitude) - MIN(c.longitude) AS wide FROM cities c";
    let rows = matching(Statement::new(SPAN, ()), actor, query, Without::Nothing).raw(sql).await?;
    let row = rows.first().ok_or(Fail::NotFound)?;
    Ok(row.get::<f64>("high")?.max(row.get::<f64>("wide")?))
}

async fn gathered(
    sql: &Sql,
    actor: &Actor,
    query: &ListQuery,
    within: Option<look::map::Degrees>,
    cell: i64,
) -> Result<Vec<Spot>> {
    const GATHERED_SQL: &str = "SELECT COUNT(*) AS cities, MIN(c.slug) AS slug, MIN(c.name_en) AS name_en, MIN(c.name_fr) AS name_fr, \
        MIN(c.name_ar) AS name_ar, MIN(c.region) AS region, MIN(c.country) AS country, AVG(c.latitude) AS latitude, \
        AVG(c.longitude) AS longitude, MAX(CAST(CASE WHEN s.city IS NULL THEN 0 ELSE 1 END AS BIGINT)) AS seat, \
        CAST(CASE WHEN MIN(c.country) = MAX(c.country) THEN 1 ELSE 0 END AS BIGINT) AS one_country \
        FROM cities c LEFT JOIN (SELECT DISTINCT city FROM steering_seats) s ON s.city = c.id";
    inside(matching(Statement::new(GATHERED_SQL, ()), actor, query, Without::Nothing), within)
        .push("GROUP BY CAST((c.latitude + 90) * 1000000 AS BIGINT) / ?,", cell)
        .push("CAST((c.longitude + 180) * 1000000 AS BIGINT) / ?", cell)
        .push("ORDER BY cities DESC, slug LIMIT ?", GATHERED)
        .all(sql)
        .await
}

/// Those of a statement's cities that lie within these degrees.
fn inside(statement: Statement, within: Option<look::map::Degrees>) -> Statement {
    let Some(degrees) = within else { return statement };
    let statement = statement.when("c.latitude BETWEEN ? AND ?", params![degrees.south, degrees.north]);
    match degrees.west <= degrees.east {
        true => statement.when("c.longitude BETWEEN ? AND ?", params![degrees.west, degrees.east]),
        false => statement.when("(c.longitude >= ? OR c.longitude <= ?)", params![degrees.west, degrees.east]),
    }
}

/// Members around a point (latitude, longitude), about the nearest first: the earth is taken as flat, the date line as no
/// border. Ask for somewhat more than are shown, and measure.
pub(crate) async fn near(sql: &Sql, (latitude, longitude): (f64, f64), most: i64) -> Result<Vec<City>> {
    let narrow = latitude.to_radians().cos();
    let east = "CASE WHEN ABS(c.longitude - ?) > 180 THEN 360 - ABS(c.longitude - ?) ELSE ABS(c.longitude - ?) END";
    let east_of = params![longitude, longitude, longitude];
    cities()
        .meets(members())
        .push("ORDER BY (c.latitude - ?) * (c.latitude - ?) + ? * (", params![latitude, latitude, narrow])
        .push(east, east_of.clone())
        .push(") * ? * (", narrow)
        .push(east, east_of)
        .push("), c.slug LIMIT ?", most)
        .all(sql)
        .await
}

/// The terms in which a city held a steering seat.
pub(crate) async fn terms(sql: &Sql, city: CityId) -> Result<Vec<String>> {
    let rows = sql.raw("SELECT term FROM steering_seats WHERE city = $1 ORDER BY term", params![city.0]).await?;
    rows.iter().map(|row| row.get("term")).collect()
}

/// Of members: `(cities, countries, steering seats)`.
pub(crate) async fn totals(sql: &Sql) -> Result<(i64, i64, i64)> {
    let totals = "SELECT COUNT(*) AS cities, COUNT(DISTINCT c.country) AS countries, \
         CAST(COALESCE(SUM((SELECT COUNT(*) FROM steering_seats s WHERE s.city = c.id)), 0) AS BIGINT) AS seats FROM cities c";
    let rows = Statement::new(totals, ()).meets(members()).raw(sql).await?;
    let row = rows.first().ok_or(Fail::NotFound)?;
    let number = |name: &str| row.get::<i64>(name);
    Ok((number("cities")?, number("countries")?, number("seats")?))
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

/// Names, joined and folded, to search in.
fn folded(names: &[String; 3]) -> String {
    names.iter().map(|name| base::fold::fold(name)).collect::<Vec<_>>().join("|")
}

/// Each fact with its column.
fn facts_columns(facts: &Facts) -> [(&'static str, Value); 17] {
    let [en, fr, ar] = &facts.names;
    let key = |name: &str| web::format::sort_key(if name.is_empty() { en } else { name });
    [
        ("name_en", en.into()),
        ("name_fr", fr.into()),
        ("name_ar", ar.into()),
        ("folded", folded(&facts.names).into()),
        ("key_en", key(en).into()),
        ("key_fr", key(fr).into()),
        ("key_ar", key(ar).into()),
        ("country", (&facts.country).into()),
        ("region", (&facts.region).into()),
        ("kind", (&facts.kind).into()),
        ("latitude", facts.latitude.into()),
        ("longitude", facts.longitude.into()),
        ("population", facts.population.into()),
        ("population_source", (&facts.population_source).into()),
        ("place", facts.place.into()),
        ("place_source", (&facts.place_source).into()),
        ("membership", facts.membership.into()),
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

/// A new member.
pub(crate) async fn insert(tx: &Tx, city: CityId, slug: &str, source: &str, facts: &Facts) -> Result<()> {
    let insert = Insert::into("cities").set("id", city).set("slug", slug).set("source", source);
    facts_columns(facts)
        .into_iter()
        .fold(insert, |insert, (column, value)| insert.set(column, value))
        .exec(tx)
        .await
        .map(|_| ())
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
pub(crate) struct PlaceRow {
    pub id: i64,
    pub name: String,
    pub country: String,
    pub admin1: String,
    pub latitude: f64,
    pub longitude: f64,
    pub population: i64,
}
store::from_row!(PlaceRow: id, name, country, admin1, latitude, longitude, population);

/// Places one of whose names begins like this, the largest first.
pub(crate) async fn search_places(sql: &Sql, text: &str, country: &str, limit: i64) -> Result<Vec<PlaceRow>> {
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

/// The place with this GeoNames id.
pub(crate) async fn place(sql: &Sql, id: i64) -> Result<Option<PlaceRow>> {
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
