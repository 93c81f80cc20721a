//! Picking a place from the gazetteer, for a city's facts.

use askama::Template;
use axum::extract::Path;
use http::StatusCode;
use web::{Answer, Fields, Meta, Visit, page};

use crate::access::Action;
use crate::rows::{self, GazetteerPlace};
use crate::rules::City;

/// Places listed at most.
const LISTED: i64 = 40;

#[derive(Template)]
#[template(path = "cities/place.html")]
struct PlacePage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    q: &'a str,
    loaded: bool,
    places: Vec<(GazetteerPlace, &'a str)>,
}

web::framed!(PlacePage);

pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let sql = visit.hub.db.read();
    let city = rows::city_for(&sql, &visit.actor, Action::EditFacts, &slug).await?;
    let fields = Fields::parse(&visit.query);
    let q: String = fields.get("q").chars().take(base::limits::LINE_CHARS).collect();
    let places = rows::search_places(&sql, &q, &city.country, LISTED).await?;
    let loaded = !places.is_empty() || rows::place_count(&sql).await? > 0;
    let places = places
        .into_iter()
        .map(|place| {
            let country =
                visit.hub.network.countries.get(&place.country).map_or("", |country| country.name(visit.lang));
            (place, country)
        })
        .collect();
    let meta = Meta::titled(visit.t1("place-title", "city", city.name(visit.lang))).hide();
    page(StatusCode::OK, &PlacePage { v: &visit, meta, city: &city, q: &q, loaded, places }, None)
}
