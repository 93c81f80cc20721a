//! A region: its map, near enough to tell its cities apart, and its cities.

use askama::Template;
use axum::extract::Path;
use base::Fail;
use base::limits::LAST_PAGE;
use http::StatusCode;
use look::map;
use web::{Answer, Fields, Meta, Page, Pager, Topics, Visit, page};

use crate::home::escape;
use crate::rows;
use crate::rules::{City, LIST_ROWS, ListQuery};

/// Units of the drawing that a region's map shows at least, so that one city has surroundings.
const LEAST_WIDTH: f64 = 260.0;

/// Cities of a region that its map names and leads to.
const NAMED: i64 = 200;

#[derive(Template)]
#[template(path = "cities/region.html")]
struct RegionPage<'a> {
    v: &'a Visit,
    meta: Meta,
    map: String,
    /// The map in words.
    map_label: String,
    /// Some on it have a steering seat.
    seats: bool,
    as_of: &'a str,
    cities: Vec<City>,
    pager: Pager,
}

web::framed!(RegionPage);

pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let network = &visit.hub.network;
    let region = network.region(&slug).ok_or(Fail::NotFound)?;
    let query = ListQuery { regions: vec![slug.clone()], ..ListQuery::default() };
    let part = Page::of(&Fields::parse(&visit.query), LIST_ROWS);
    debug_assert!(part.number <= LAST_PAGE);
    let sql = visit.hub.db.read();
    let total = rows::count(&sql, &visit.actor, &query).await?;
    let cities =
        rows::page(&sql, &visit.actor, &query, &[], visit.lang, LIST_ROWS as i64, part.offset() as i64).await?;
    let named = rows::named_spots(&sql, &visit.actor, &query, NAMED).await?;
    // More than can be named are pins among them.
    let pins: Vec<_> = match usize::try_from(total).unwrap_or(0) > named.len() {
        true => rows::spots(&sql, &visit.actor, &query).await?.iter().map(rows::Spot::pin).collect(),
        false => named.iter().map(rows::NamedSpot::pin).collect(),
    };
    let points: Vec<_> = pins.iter().map(|pin| pin.at).collect();
    let view = map::View::around(&points, 1.9, LEAST_WIDTH);
    let label = region.label(visit.lang);
    let args = [("region", label.into()), ("count", total.into())];
    let mut meta = Meta::titled(label).about(visit.ta("region-description", &args));
    if part.number > 1 {
        meta.canonical_query = format!("page={}", part.number);
    }
    let drawn: Vec<map::Named> = named
        .iter()
        .map(|city| map::Named {
            pin: city.pin(),
            name: escape(city.name(visit.lang)),
            address: escape(&visit.link(format!("/cities/{}", city.slug))),
        })
        .collect();
    let template = RegionPage {
        v: &visit,
        meta,
        map: map::named(&view, &drawn, if pins.len() > drawn.len() { &pins } else { &[] }),
        map_label: visit.ta("map-region-label", &args),
        seats: pins.iter().any(|pin| pin.ring),
        as_of: network.settings.members_as_of.get(visit.lang),
        pager: Pager::new(&visit, part, cities.len(), usize::try_from(total).unwrap_or(0)),
        cities,
    };
    page(StatusCode::OK, &template, Some(Topics::of(["cities"])))
}
