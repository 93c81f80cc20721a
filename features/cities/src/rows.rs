//! All the SQL of cities.

use std::collections::HashMap;

use base::{CityId, Fail, Lang, Result, Time};
use store::{Sql, Tx, Value, params, places};

use crate::rules::{City, Facts, ListQuery, MAP_PINS, Profile, Sort};

const CITY: &str = "c.id, c.slug, c.name_en, c.name_fr, c.name_ar, c.country, c.region, c.kind, c.latitude, c.longitude, c.population, \
    c.population_source, c.place, c.place_source, c.source, c.revision, \
    CAST(CASE WHEN EXISTS (SELECT 1 FROM steering_seats s WHERE s.city = c.id) THEN 1 ELSE 0 END AS BIGINT) AS seat";

/// A count beside a filter.
#[derive(Clone, Debug)]
pub(crate) struct Count {
    pub value: String,
    pub n: i64,
}
store::from_row!(Count: value, n);

/// The city with this slug.
///
/// # Errors
/// [`Fail::NotFound`].
pub async fn by_slug(sql: &Sql, slug: &str) -> Result<City> {
    sql.one(&format!("SELECT {CITY} FROM cities c WHERE c.slug = $1"), params![slug]).await
}

/// These cities, by id; unknown ids are left out. Ask for a page's worth.
pub async fn by_ids(sql: &Sql, ids: &[CityId]) -> Result<HashMap<CityId, City>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let values = ids.iter().map(|id| Value::from(id.0)).collect();
    let cities: Vec<City> =
        sql.all(&format!("SELECT {CITY} FROM cities c WHERE c.id IN {}", places(1, ids.len())), values).await?;
    Ok(cities.into_iter().map(|city| (city.id(), city)).collect())
}

/// The cities with these slugs; unknown ones are left out. Ask for a filter's worth.
pub async fn by_slugs(sql: &Sql, slugs: &[String]) -> Result<Vec<City>> {
    if slugs.is_empty() {
        return Ok(Vec::new());
    }
    let values = slugs.iter().map(|slug| Value::from(slug.as_str())).collect();
    sql.all(&format!("SELECT {CITY} FROM cities c WHERE c.slug IN {}", places(1, slugs.len())), values).await
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

/// Cities whose names hold this text, for a picker; the first `limit` by name.
pub async fn many(sql: &Sql, text: &str, lang: Lang, limit: i64) -> Result<Vec<City>> {
    let query = ListQuery {
        words: base::fold::fold(text).split_whitespace().take(4).map(str::to_owned).collect(),
        ..ListQuery::default()
    };
    page(sql, &query, &[], lang, limit, 0).await
}

/// Which part of the query is left out: a filter's counts ignore that filter.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Without {
    Nothing,
    Regions,
    Countries,
}

fn condition(query: &ListQuery, without: Without) -> (String, Vec<Value>) {
    let mut parts = vec!["1 = 1".to_owned()];
    let mut values: Vec<Value> = Vec::new();
    for word in &query.words {
        values.push(format!("%{word}%").into());
        parts.push(format!("c.folded LIKE ${}", values.len()));
    }
    let mut any = |column: &str, wanted: &[String]| {
        if !wanted.is_empty() {
            parts.push(format!("c.{column} IN {}", places(values.len() + 1, wanted.len())));
            values.extend(wanted.iter().map(|value| Value::from(value.as_str())));
        }
    };
    if without != Without::Regions {
        any("region", &query.regions);
    }
    if without != Without::Countries {
        any("country", &query.countries);
    }
    if query.seats {
        parts.push("EXISTS (SELECT 1 FROM steering_seats s WHERE s.city = c.id)".to_owned());
    }
    (parts.join(" AND "), values)
}

/// One page of the list. `countries` is the order of countries, where the list is sorted by them.
pub(crate) async fn page(
    sql: &Sql,
    query: &ListQuery,
    countries: &[String],
    lang: Lang,
    limit: i64,
    offset: i64,
) -> Result<Vec<City>> {
    let (condition, mut values) = condition(query, Without::Nothing);
    let order = match query.sort {
        Sort::Country if !countries.is_empty() => {
            let mut places = String::new();
            for (place, country) in countries.iter().enumerate() {
                values.push(country.as_str().into());
                places.push_str(&format!(" WHEN ${} THEN {place}", values.len()));
            }
            format!("CASE c.country{places} END, c.key_{lang}, c.id")
        }
        Sort::Country => format!("c.country, c.key_{lang}, c.id"),
        Sort::Name => format!("c.key_{lang}, c.id"),
        Sort::Population => format!("COALESCE(c.population, -1) DESC, c.key_{lang}, c.id"),
        Sort::Region => format!("c.region, c.key_{lang}, c.id"),
    };
    let (first, second) = (values.len() + 1, values.len() + 2);
    values.extend(params![limit, offset]);
    sql.all(
        &format!("SELECT {CITY} FROM cities c WHERE {condition} ORDER BY {order} LIMIT ${first} OFFSET ${second}"),
        values,
    )
    .await
}

/// Cities after this slug, by slug: keyset paging for the JSON lists.
pub(crate) async fn after(sql: &Sql, query: &ListQuery, slug: &str, limit: i64) -> Result<Vec<City>> {
    let (condition, mut values) = condition(query, Without::Nothing);
    let (first, second) = (values.len() + 1, values.len() + 2);
    values.extend(params![slug, limit]);
    sql.all(
        &format!("SELECT {CITY} FROM cities c WHERE {condition} AND c.slug > ${first} ORDER BY c.slug LIMIT ${second}"),
        values,
    )
    .await
}

/// How many match.
pub(crate) async fn count(sql: &Sql, query: &ListQuery) -> Result<i64> {
    let (condition, values) = condition(query, Without::Nothing);
    sql.number(&format!("SELECT COUNT(*) AS n FROM cities c WHERE {condition}"), values).await
}

/// Counts by region or country, that filter itself left aside.
pub(crate) async fn counts(sql: &Sql, query: &ListQuery, column: &'static str) -> Result<Vec<Count>> {
    let without = if column == "region" { Without::Regions } else { Without::Countries };
    let (condition, values) = condition(query, without);
    sql.all(
        &format!("SELECT c.{column} AS value, COUNT(*) AS n FROM cities c WHERE {condition} GROUP BY c.{column} ORDER BY COUNT(*) DESC, c.{column}"),
        values,
    )
    .await
}

/// Where the matching cities are.
#[derive(Clone, Debug)]
pub(crate) struct Spot {
    pub id: i64,
    pub region: String,
    pub latitude: f64,
    pub longitude: f64,
    pub seat: i64,
}
store::from_row!(Spot: id, region, latitude, longitude, seat);

impl Spot {
    pub(crate) fn pin(&self) -> look::map::Pin {
        look::map::Pin { at: look::map::project(self.latitude, self.longitude), ring: self.seat == 1 }
    }
}

const SPOTS: &str = "SELECT c.id, c.region, c.latitude, c.longitude, \
    CAST(CASE WHEN s.city IS NULL THEN 0 ELSE 1 END AS BIGINT) AS seat \
    FROM cities c LEFT JOIN (SELECT DISTINCT city FROM steering_seats) s ON s.city = c.id";

/// Where the matching cities are, [`MAP_PINS`] at most.
pub(crate) async fn spots(sql: &Sql, query: &ListQuery) -> Result<Vec<Spot>> {
    let (condition, values) = condition(query, Without::Nothing);
    sql.all(&format!("{SPOTS} WHERE {condition} ORDER BY c.slug LIMIT {MAP_PINS}"), values).await
}

/// Where the cities around a point (latitude, longitude) are, [`MAP_PINS`] at most, about the nearest first: the earth
/// is taken as flat, the date line as no border.
pub(crate) async fn spots_around(sql: &Sql, (latitude, longitude): (f64, f64)) -> Result<Vec<Spot>> {
    let narrow = latitude.to_radians().cos();
    let east = "CASE WHEN ABS(c.longitude - $2) > 180 THEN 360 - ABS(c.longitude - $2) ELSE ABS(c.longitude - $2) END";
    sql.all(
        &format!(
            "{SPOTS} ORDER BY (c.latitude - $1) * (c.latitude - $1) + $3 * ({east}) * $3 * ({east}), c.slug LIMIT {MAP_PINS}"
        ),
        params![latitude, longitude, narrow],
    )
    .await
}

/// The terms in which a city held a steering seat.
pub(crate) async fn terms(sql: &Sql, city: CityId) -> Result<Vec<String>> {
    let rows = sql.raw("SELECT term FROM steering_seats WHERE city = $1 ORDER BY term", params![city.0]).await?;
    rows.iter().map(|row| row.get("term")).collect()
}

/// `(cities, countries, steering seats)`.
pub(crate) async fn totals(sql: &Sql) -> Result<(i64, i64, i64)> {
    let rows = sql
        .raw(
            "SELECT COUNT(*) AS cities, COUNT(DISTINCT country) AS countries, \
             (SELECT COUNT(*) FROM steering_seats) AS seats FROM cities",
            vec![],
        )
        .await?;
    let row = rows.first().ok_or(Fail::NotFound)?;
    let number = |name: &str| row.get::<i64>(name);
    Ok((number("cities")?, number("countries")?, number("seats")?))
}

struct ProfileRow {
    lang: String,
    summary: String,
    website: String,
    contact: String,
    updated_at: Time,
    revision: i64,
}
store::from_row!(ProfileRow: lang, summary, website, contact, updated_at, revision);

/// What a city says of itself, by language.
pub(crate) async fn profiles(sql: &Sql, city: CityId) -> Result<Vec<(Lang, Profile)>> {
    let rows: Vec<ProfileRow> = sql
        .all(
            "SELECT lang, summary, website, contact, updated_at, revision FROM city_profiles WHERE city = $1 ORDER BY lang",
            params![city.0],
        )
        .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let lang = row.lang.parse().ok()?;
            let profile = Profile {
                summary: row.summary,
                website: row.website,
                contact: row.contact,
                updated_at: Some(row.updated_at),
                revision: row.revision,
            };
            Some((lang, profile))
        })
        .collect())
}

/// Saves it, if it is still in the state that was edited.
pub(crate) async fn save_profile(tx: &Tx, city: CityId, lang: Lang, profile: &Profile) -> Result<bool> {
    let changed = tx.exec(
        "INSERT INTO city_profiles (city, lang, summary, website, contact, updated_at) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (city, lang) DO UPDATE SET summary = excluded.summary, website = excluded.website, \
         contact = excluded.contact, updated_at = excluded.updated_at, revision = city_profiles.revision + 1 \
         WHERE city_profiles.revision = $7",
        params![
            city.0,
            lang.code(),
            profile.summary.as_str(),
            profile.website.as_str(),
            profile.contact.as_str(),
            tx.now(),
            profile.revision,
        ],
    )
    .await?;
    Ok(changed == 1)
}

/// Names, joined and folded, to search in.
fn folded(names: &[String; 3]) -> String {
    names.iter().map(|name| base::fold::fold(name)).collect::<Vec<_>>().join("|")
}

fn facts_values(facts: &Facts) -> Vec<Value> {
    let [en, fr, ar] = &facts.names;
    let key = |name: &str| web::format::sort_key(if name.is_empty() { en } else { name });
    params![
        en.as_str(),
        fr.as_str(),
        ar.as_str(),
        folded(&facts.names),
        key(en),
        key(fr),
        key(ar),
        facts.country.as_str(),
        facts.region.as_str(),
        facts.kind.as_str(),
        facts.latitude,
        facts.longitude,
        facts.population,
        facts.population_source.as_str(),
        facts.place,
        facts.place_source.as_str(),
    ]
}

/// Corrects the facts of the state that was edited; answers whether that was still the state.
pub(crate) async fn save_facts(tx: &Tx, city: CityId, facts: &Facts) -> Result<bool> {
    let mut values = facts_values(facts);
    values.extend(params![city.0, facts.revision]);
    let changed = tx
        .exec(
            "UPDATE cities SET name_en = $1, name_fr = $2, name_ar = $3, folded = $4, key_en = $5, key_fr = $6, key_ar = $7, \
             country = $8, region = $9, kind = $10, latitude = $11, longitude = $12, population = $13, population_source = $14, \
             place = $15, place_source = $16, revision = revision + 1 WHERE id = $17 AND revision = $18",
            values,
        )
        .await?;
    Ok(changed == 1)
}

/// A new member.
pub(crate) async fn insert(tx: &Tx, city: CityId, slug: &str, source: &str, facts: &Facts) -> Result<()> {
    let mut values = facts_values(facts);
    values.extend(params![city.0, slug, source]);
    tx.exec(
        "INSERT INTO cities (name_en, name_fr, name_ar, folded, key_en, key_fr, key_ar, country, region, kind, latitude, longitude, \
         population, population_source, place, place_source, id, slug, source) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
        values,
    )
    .await?;
    Ok(())
}

/// Gives a city a seat for a term.
pub(crate) async fn seat(tx: &Tx, city: CityId, term: &str) -> Result<()> {
    tx.exec("INSERT INTO steering_seats (city, term) VALUES ($1, $2)", params![city.0, term]).await?;
    Ok(())
}

/// All slugs, for the sitemap.
pub(crate) async fn slugs(sql: &Sql, limit: i64) -> Result<Vec<String>> {
    let rows = sql.raw("SELECT slug FROM cities ORDER BY slug LIMIT $1", params![limit]).await?;
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
pub(crate) async fn search_places(sql: &Sql, text: &str, limit: i64) -> Result<Vec<PlaceRow>> {
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
         GROUP BY place ORDER BY 2 DESC, 1 LIMIT $3) n JOIN places p ON p.id = n.place ORDER BY p.population DESC, p.id",
        params![folded, end, limit],
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
    let mut values: Vec<Value> = Vec::new();
    let mut rows = Vec::new();
    for place in batch {
        rows.push(places(values.len() + 1, 7));
        values.extend(params![
            place.geonames_id,
            place.name.as_str(),
            place.country.as_str(),
            place.admin1.as_str(),
            place.latitude,
            place.longitude,
            place.population,
        ]);
    }
    tx.exec(
        &format!(
            "INSERT INTO places (id, name, country, admin1, latitude, longitude, population) VALUES {} ON CONFLICT (id) DO NOTHING",
            rows.join(",")
        ),
        values,
    )
    .await?;
    let mut values: Vec<Value> = Vec::new();
    let mut rows = Vec::new();
    for (name, place) in names {
        rows.push(places(values.len() + 1, 3));
        values.extend(params![name.as_str(), place.geonames_id, place.population]);
    }
    if rows.is_empty() {
        return Ok(());
    }
    tx.exec(&format!("INSERT INTO place_names (folded, place, population) VALUES {}", rows.join(",")), values).await?;
    Ok(())
}
