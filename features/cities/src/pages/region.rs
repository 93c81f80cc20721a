//! A region: its map, near enough to tell its cities apart, and its cities.

use askama::Template;
use axum::extract::Path;
use base::Fail;
use base::limits::LAST_PAGE;
use http::StatusCode;
use look::map;
use web::{Answer, Fields, Meta, Page, Pager, Topics, Visit, page};

use crate::atlas::Atlas;
use crate::maps::{detail, key, marks};
use crate::pages::list::countries_in_order;
use crate::rows;
use crate::rules::{City, LIST_ROWS, ListQuery, Sort};
use crate::spots::{Spot, spots};

/// Units of the drawing that a region's map shows at least, so that one city has surroundings.
const LEAST_WIDTH: f64 = 260.0;

#[derive(Template)]
#[template(path = "cities/region.html")]
struct RegionPage<'a> {
    v: &'a Visit,
    meta: Meta,
    map: String,
    /// The map in words.
    map_label: String,
    /// What its marks mean.
    key: String,
    as_of: &'a str,
    /// The cities of this page, by country.
    countries: Vec<(String, Vec<City>)>,
    pager: Pager,
}

web::framed!(RegionPage);

pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let network = &visit.hub.network;
    let region = network.region(&slug).ok_or(Fail::NotFound)?;
    let query = ListQuery { regions: vec![slug.clone()], sort: Sort::Country, ..ListQuery::default() };
    let part = Page::of(&Fields::parse(&visit.query), LIST_ROWS);
    debug_assert!(part.number <= LAST_PAGE);
    let sql = visit.hub.db.read();
    let atlas = Atlas::members(&visit.hub).await?;
    let total = atlas.count(&query);
    let order = countries_in_order(&visit);
    let (rows, before) = (LIST_ROWS as i64, part.offset() as i64);
    let cities = rows::page(&sql, &visit.actor, &query, &order, visit.lang, rows, before).await?;
    let spots = spots(&atlas, &query, None);
    let points: Vec<_> = spots.iter().map(Spot::at).collect();
    let view = map::View::around(&points, 1.5, LEAST_WIDTH);
    let label = region.label(visit.lang);
    let args = [("region", label.into()), ("count", total.into())];
    let mut meta = Meta::titled(label).about(visit.ta("region-description", &args));
    if part.number > 1 {
        meta.canonical_query = format!("page={}", part.number);
    }
    let template = RegionPage {
        v: &visit,
        meta,
        map: map::part(&view, &marks(&visit, &spots), detail(&visit)),
        map_label: visit.ta("map-region-label", &args),
        key: key(&visit, &spots, true)?,
        as_of: network.settings.members_as_of.get(visit.lang),
        pager: Pager::new(&visit, part, cities.len(), usize::try_from(total).unwrap_or(0)),
        countries: by_country(&visit, cities),
    };
    page(StatusCode::OK, &template, Some(Topics::of(["cities"])))
}

/// Cities that come in the order of their countries, each country's together.
fn by_country(visit: &Visit, cities: Vec<City>) -> Vec<(String, Vec<City>)> {
    let mut countries: Vec<(String, Vec<City>)> = Vec::new();
    for city in cities {
        let name = visit.hub.network.country_name(&city.country, visit.lang).to_owned();
        match countries.last_mut() {
            Some((last, own)) if *last == name => own.push(city),
            _ => countries.push((name, vec![city])),
        }
    }
    countries
}
