//! Cities as JSON.

use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use base::limits::API_ROWS;
use base::{Fail, Lang};
use serde::Serialize;
use std::collections::BTreeMap;

use web::{Answer, Fields, Hub, Routes, Visit};

use crate::rows;
use crate::rules::{City, ListQuery};

/// A member city as the API gives it.
#[derive(Serialize)]
pub struct ApiCity {
    /// In addresses.
    pub slug: String,
    /// English name.
    pub name: String,
    /// Names by language of the interface.
    pub names: BTreeMap<&'static str, String>,
    /// ISO 3166-1 alpha-2 (XK for Kosovo, user-assigned).
    pub country: String,
    /// The region's slug.
    pub region: String,
    /// city, municipality, county, province, district or state.
    pub kind: String,
    /// Degrees, WGS 84.
    pub latitude: f64,
    /// Degrees, WGS 84.
    pub longitude: f64,
    /// Inhabitants, where known.
    pub population: Option<i64>,
    /// Where that number is from.
    pub population_source: Option<String>,
    /// The GeoNames id of the place that it is.
    pub geonames_id: Option<i64>,
    /// Holds a steering seat.
    pub steering_seat: bool,
    /// Its page.
    pub url: String,
}

impl ApiCity {
    fn new(hub: &Hub, city: City) -> ApiCity {
        let lang = hub.network.languages[0];
        ApiCity {
            url: hub.address(&format!("/{lang}{}", city.path())),
            names: Lang::ALL.into_iter().map(|lang| (lang.code(), city.name(lang).to_owned())).collect(),
            name: city.name_en,
            slug: city.slug,
            country: city.country,
            region: city.region,
            kind: city.kind,
            latitude: city.latitude,
            longitude: city.longitude,
            population: city.population,
            population_source: Some(city.population_source).filter(|source| !source.is_empty()),
            geonames_id: city.place,
            steering_seat: city.seat == 1,
        }
    }
}

#[derive(Serialize)]
struct List {
    items: Vec<ApiCity>,
    total: i64,
    facets: BTreeMap<&'static str, BTreeMap<String, i64>>,
    next: Option<String>,
}

pub(crate) fn routes() -> Routes {
    Routes::default().plain("/api/v1/cities?q&region*&country*&limit&after", list).plain("/api/v1/cities/{slug}", one)
}

async fn list(visit: Visit) -> Answer {
    let (hub, fields) = (visit.hub.clone(), Fields::parse(&visit.query));
    let query = ListQuery::read(&fields, &hub.network);
    web::json::no_empty(&fields)?;
    for (name, read) in [("region", query.regions.len()), ("country", query.countries.len())] {
        // Each of several, as the first: one that names nothing must not look as if it were not there.
        if read < fields.all(name).len() {
            return Err(Fail::field(name, "names nothing; `facets` lists what there is").into());
        }
    }
    let limit = web::json::limit(&fields)?;
    let sql = hub.db.read();
    let mut cities = rows::after(&sql, &query, fields.get("after"), limit as i64 + 1).await?;
    let more = cities.len() > limit;
    cities.truncate(limit);
    let next = cities.last().filter(|_| more).map(|last| web::json::next("/api/v1/cities", &fields, &last.slug));
    let mut facets = BTreeMap::new();
    for column in ["region", "country"] {
        let counts = rows::counts(&sql, &query, column).await?;
        facets.insert(column, counts.into_iter().map(|count| (count.value, count.n)).collect());
    }
    let total = rows::count(&sql, &query).await?;
    debug_assert!(limit <= API_ROWS);
    Ok(Json(List { items: cities.into_iter().map(|city| ApiCity::new(&hub, city)).collect(), total, facets, next })
        .into_response())
}

async fn one(State(hub): State<Hub>, Path(slug): Path<String>) -> Result<Response, web::Failure> {
    let city = rows::by_slug(&hub.db.read(), &slug).await?;
    Ok(Json(ApiCity::new(&hub, city)).into_response())
}
