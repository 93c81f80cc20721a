//! Cities as JSON.

use axum::Json;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::Lang;
use base::limits::API_ROWS;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

use web::api::{Country, Counts, List, Operation, Region, Text};
use web::{Answer, Fields, Hub, Routes, Visit};

use crate::access::Action;
use crate::atlas::{Atlas, Count};
use crate::rows;
use crate::rules::{City, KINDS, ListQuery};

/// Where the list is.
const LIST: &str = "/api/v1/cities";

/// A member city.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "City")]
struct ApiCity {
    /// In addresses.
    slug: String,
    /// English name; of a city that has none, the one that was written first.
    name: String,
    /// Names by language of the interface.
    names: BTreeMap<&'static str, String>,
    /// ISO 3166-1 alpha-2; XK, user-assigned, for Kosovo.
    country: String,
    /// Slug of the region.
    region: String,
    /// The kind of local government.
    #[schemars(extend("enum" = KINDS))]
    kind: String,
    /// Degrees, WGS 84.
    latitude: f64,
    /// Degrees, WGS 84.
    longitude: f64,
    /// Inhabitants, where known.
    population: Option<i64>,
    /// Where that number is from.
    population_source: Option<String>,
    /// The GeoNames id of the place that it is.
    geonames_id: Option<i64>,
    /// Holds a steering seat in the records.
    steering_seat: bool,
    /// Its page.
    #[schemars(url)]
    url: String,
}

impl ApiCity {
    fn new(hub: &Hub, city: City) -> ApiCity {
        let lang = hub.network.languages[0];
        ApiCity {
            url: hub.address(&format!("/{lang}{}", city.path())),
            names: hub.network.languages.iter().map(|&lang| (lang.code(), city.name(lang).to_owned())).collect(),
            name: city.name(Lang::EN).to_owned(),
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

/// Member cities.
#[derive(Serialize, JsonSchema)]
struct CityFacets {
    /// By code of the country.
    country: Counts,
    /// By slug of the region.
    region: Counts,
}

pub(crate) fn routes() -> Routes {
    Routes::default().api(list_of_cities(), list).api(one_city(), one)
}

fn list_of_cities() -> Operation {
    let words = "Words that a name must hold, in any language, with or without accents";
    Operation::new::<List<ApiCity, CityFacets>>(LIST, "listCities", "Member cities, by slug", "A part of the list")
        .reads::<Text>("q", words)
        .reads_several::<Region>("region", "Any of several")
        .reads_several::<Country>("country", "Any of several")
        .in_parts()
}

fn one_city() -> Operation {
    Operation::new::<ApiCity>("/api/v1/cities/{slug}", "getCity", "One member city", "The city")
        .at::<String>("slug", "Its slug")
        .may_have_moved("Two records of one city were merged: it is at this address from now on")
}

async fn list(visit: Visit) -> Answer {
    let (hub, fields) = (visit.hub.clone(), Fields::parse(&visit.query));
    let query = ListQuery::read(&fields, &hub.network);
    web::json::no_empty(&fields)?;
    for (name, read) in [("region", &query.regions), ("country", &query.countries)] {
        web::json::all_known(&fields, name, read)?;
    }
    let limit = web::json::limit(&fields)?;
    let sql = hub.db.read();
    let mut cities = rows::after(&sql, &visit.actor, &query, fields.get("after"), limit as i64 + 1).await?;
    let more = cities.len() > limit;
    cities.truncate(limit);
    let next = cities.last().filter(|_| more).map(|last| web::json::next(LIST, &fields, &last.slug));
    // Whoever goes on from part to part knows them: nothing is counted again for each.
    let (total, facets) = if fields.get("after").is_empty() {
        let atlas = Atlas::of(&visit, &query).await?;
        let facets = CityFacets { country: counts(atlas.by_country(&query)), region: counts(atlas.by_region(&query)) };
        (Some(atlas.count(&query)), Some(facets))
    } else {
        (None, None)
    };
    debug_assert!(limit <= API_ROWS);
    Ok(Json(List { items: cities.into_iter().map(|city| ApiCity::new(&hub, city)).collect(), total, facets, next })
        .into_response())
}

fn counts(counts: Vec<Count>) -> Counts {
    Counts(counts.into_iter().map(|count| (count.value, count.n)).collect())
}

async fn one(visit: Visit, Path(slug): Path<String>) -> Answer {
    let city = rows::city_for(&visit.hub.db.read(), &visit.actor, Action::See, &slug).await?;
    Ok(Json(ApiCity::new(&visit.hub, city)).into_response())
}
