//! The list of member cities, with its map.

use askama::Template;
use axum::Json;
use axum::response::IntoResponse;
use base::limits::LINE_CHARS;
use http::StatusCode;
use look::map;
use web::sheet::{Ending, Sheet};
use web::{Answer, Fields, Meta, Page, Pager, Topics, Visit, page};

use crate::home::{escape, inset};
use crate::picker::offered;
use crate::rows;
use crate::rules::{City, LIST_ROWS, ListQuery, Sort};

#[derive(Template)]
#[template(path = "cities/list.html")]
struct List<'a> {
    v: &'a Visit,
    meta: Meta,
    q: &'a str,
    query: &'a ListQuery,
    map: String,
    seats: bool,
    as_of: &'a str,
    cities: Vec<City>,
    pager: Pager,
    regions: Vec<Facet<'a>>,
    countries: Vec<Facet<'a>>,
    /// The countries of the cities that are listed.
    in_countries: usize,
    /// Cities on the list with a steering seat.
    with_seat: usize,
    inset: Option<(String, String)>,
    /// Serves cities: those that are no members any more are listed on their own.
    may_see_former: bool,
}

web::framed!(List);

struct Facet<'a> {
    value: String,
    label: &'a str,
    count: i64,
    on: bool,
}

pub(crate) async fn get(visit: Visit) -> Answer {
    let fields = Fields::parse(&visit.query);
    let query = ListQuery::read(&fields, &visit.hub.network);
    let part = Page::of(&fields, LIST_ROWS);
    let network = &visit.hub.network;
    let sql = visit.hub.db.read();
    let total = rows::count(&sql, &visit.actor, &query).await?;
    let spots = rows::spots(&sql, &visit.actor, &query).await?;
    let mut regions = Vec::new();
    for count in rows::counts_by_region(&sql, &visit.actor, &query).await? {
        if let Some(region) = network.region(&count.value) {
            let on = query.regions.contains(&count.value);
            regions.push(Facet { label: region.label(visit.lang), value: count.value, count: count.n, on });
        }
    }
    let mut countries: Vec<Facet> = rows::counts_by_country(&sql, &visit.actor, &query)
        .await?
        .into_iter()
        .filter_map(|count| {
            let label = network.countries.get(&count.value)?.name(visit.lang);
            Some(Facet { label, on: query.countries.contains(&count.value), value: count.value, count: count.n })
        })
        .collect();
    countries.sort_by_cached_key(|facet| web::format::sort_key(facet.label));
    let order: Vec<String> = countries.iter().map(|facet| facet.value.clone()).collect();
    let cities =
        rows::page(&sql, &visit.actor, &query, &order, visit.lang, LIST_ROWS as i64, part.offset() as i64).await?;

    let pins: Vec<_> = spots.iter().map(rows::Spot::pin).collect();
    let label = visit.tn("map-world-label", spots.len());
    let mut meta = Meta::titled(visit.t("cities-title")).about(visit.ta(
        "cities-description",
        &[("count", total.into()), ("asof", network.settings.members_as_of.get(visit.lang).into())],
    ));
    meta.hidden = !query.is_plain();
    if part.number > 1 {
        meta.canonical_query = format!("page={}", part.number);
    }
    let template = List {
        q: fields.get("q"),
        map: map::world(&pins, &escape(&label)),
        seats: pins.iter().any(|pin| pin.ring),
        with_seat: pins.iter().filter(|pin| pin.ring).count(),
        in_countries: countries.iter().filter(|facet| facet.on || query.countries.is_empty()).count(),
        inset: inset(&visit, &spots),
        as_of: network.settings.members_as_of.get(visit.lang),
        pager: Pager::new(&visit, part, cities.len(), usize::try_from(total).unwrap_or(0)),
        query: &query,
        may_see_former: visit.actor.is_central() || visit.actor.regions().next().is_some(),
        v: &visit,
        meta,
        cities,
        regions,
        countries,
    };
    page(StatusCode::OK, &template, Some(Topics::of(["cities"])))
}

/// Cities that fit what is being typed, for a form's field.
pub(crate) async fn suggest(visit: Visit) -> Answer {
    let text: String = Fields::parse(&visit.query).get("q").chars().take(LINE_CHARS).collect();
    Ok(Json(offered(&visit.hub.db.read(), &visit, &text).await?).into_response())
}

pub(crate) async fn csv(visit: Visit) -> Answer {
    file(visit, Ending::Csv).await
}

pub(crate) async fn xlsx(visit: Visit) -> Answer {
    file(visit, Ending::Xlsx).await
}

/// The list as a file: the same cities, in the same order, every fact with its source.
async fn file(visit: Visit, ending: Ending) -> Answer {
    let network = &visit.hub.network;
    let query = ListQuery::read(&Fields::parse(&visit.query), network);
    // Countries in the order of what they are called here.
    let mut order: Vec<String> = network.countries.keys().cloned().collect();
    order.sort_by_cached_key(|code| web::format::sort_key(network.country_name(code, visit.lang)));
    let sql = visit.hub.db.read();
    let region = |slug: &str| network.region(slug).map(|region| region.label(visit.lang)).unwrap_or_default();
    let heads = [
        visit.t("name"),
        visit.t("country"),
        visit.t("region"),
        visit.t("city-kind"),
        visit.t("city-population"),
        visit.t("facts-population-source"),
        visit.t("facts-latitude"),
        visit.t("facts-longitude"),
        visit.t("facts-place-source"),
        visit.t("city-address"),
    ];
    let mut sheet = Sheet::begin("cities", heads.to_vec()).await?;
    while let Some((limit, offset)) = sheet.next() {
        let cities = rows::page(&sql, &visit.actor, &query, &order, visit.lang, limit as i64, offset as i64).await?;
        sheet.add(cities.into_iter().map(|city| {
            vec![
                city.name(visit.lang).into(),
                network.country_name(&city.country, visit.lang).into(),
                region(&city.region).into(),
                visit.t(city.kind_words()).into(),
                city.population.into(),
                city.population_source.as_str().into(),
                city.latitude.into(),
                city.longitude.into(),
                city.place_source.as_str().into(),
                visit.hub.address(&visit.link(city.path())).into(),
            ]
        }));
    }
    sheet.answer(&visit, ending).await
}
