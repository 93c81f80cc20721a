//! The list of member cities, with its map, and as a file.

use askama::Template;
use axum::Json;
use axum::response::IntoResponse;
use base::Result;
use base::limits::LINE_CHARS;
use http::StatusCode;
use look::map;
use web::list::filters::{Filter, Value, narrowed};
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Fields, Meta, Page, Topics, Visit, page};

use crate::atlas::{Atlas, Count};
use crate::maps::{cities_of, detail, escape, inset, key, marks};
use crate::picker::offered;
use crate::rows;
use crate::rules::{City, LIST_ROWS, ListQuery, Sort};
use crate::spots::spots;

#[derive(Template)]
#[template(path = "cities/list.html")]
struct ListPage<'a> {
    v: &'a Visit,
    meta: Meta,
    /// What the list is called.
    name: String,
    q: &'a str,
    query: &'a ListQuery,
    map: String,
    /// What the map's marks mean.
    key: String,
    as_of: &'a str,
    cities: Vec<City>,
    total: i64,
    around: Around,
    filters: Vec<Filter>,
    /// The countries of the cities that are listed.
    in_countries: usize,
    inset: Option<(String, String)>,
    /// Serves cities: those that are no members any more are listed on their own.
    may_see_former: bool,
}

web::framed!(ListPage);

/// The list, from a place on.
pub(crate) struct Cities {
    query: ListQuery,
    part: Page,
    at: usize,
}

impl List for Cities {
    type Row = City;
    const NAME: &str = "cities";
    const COLUMNS: &[Column<City>] = &[
        Column::new("name").cell(|v, city| city.name(v.lang).into()),
        Column::new("country").cell(|v, city| v.hub.network.country_name(&city.country, v.lang).into()),
        Column::new("region").cell(|v, city| region(v, &city.region).into()),
        Column::new("city-kind").cell(|v, city| v.t(city.kind_words()).into()),
        // Of what is no member any more, which few see.
        Column::new("facts-membership").cell(|v, city| match city.membership.is_member() {
            true => "".into(),
            false => v.t(city.membership_words()).into(),
        }),
        Column::new("city-population").cell(|_, city| city.population.into()),
        Column::new("facts-population-source").cell(|_, city| city.population_source.as_str().into()),
        Column::new("facts-latitude").cell(|_, city| city.latitude.into()),
        Column::new("facts-longitude").cell(|_, city| city.longitude.into()),
        Column::new("facts-place-source").cell(|_, city| city.place_source.as_str().into()),
        Column::new("city-address").cell(|v, city| v.hub.address(&v.link(city.path())).into()),
    ];

    async fn open(visit: &Visit, _: &str) -> Result<Cities> {
        let fields = Fields::parse(&visit.query);
        let part = Page::of(&fields, LIST_ROWS);
        Ok(Cities { query: ListQuery::read(&fields, &visit.hub.network), part, at: part.offset() })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<City>> {
        let (more, at) = (limit as i64 + 1, self.at as i64);
        let order = countries_in_order(visit);
        let cities = rows::page(&visit.hub.db.read(), &visit.actor, &self.query, &order, visit.lang, more, at).await?;
        self.at += limit;
        Ok(Next::of(cities, limit))
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let cities = self.next(visit, LIST_ROWS).await?.rows;
        let (query, part) = (&self.query, self.part);
        let fields = Fields::parse(&visit.query);
        let network = &visit.hub.network;
        let atlas = Atlas::of(visit, query).await?;
        let total = atlas.count(query);
        let spots = spots(&atlas, query, None);
        let seats = atlas.seats(query);
        let inset = inset(visit, &atlas, query, &spots);
        let (regions, countries) = (atlas.by_region(query), atlas.by_country(query));
        let chosen = |code: &String| query.countries.is_empty() || query.countries.contains(code);
        let in_countries = countries.iter().filter(|count| chosen(&count.value)).count();
        let label = visit.tn("map-world-label", cities_of(&spots));
        let name = visit.t(if query.former { "cities-former" } else { "cities-title" });
        let filters = filters(visit, query, regions, countries, seats);
        let narrowed = narrowed(visit, fields.get("q"), &filters);
        let mut meta = Meta::titled(part.title(visit, name.clone(), &narrowed)).about(visit.ta(
            "cities-description",
            &[("count", total.into()), ("asof", network.settings.members_as_of.get(visit.lang).into())],
        ));
        meta.hidden = !query.is_plain();
        if part.number > 1 {
            meta.canonical_query = format!("page={}", part.number);
        }
        let empty = if query.former {
            Empty::new("pin", "cities-former-none", "cities-former-none-hint")
                .unfit("cities-former-none", "cities-former-none-hint")
        } else {
            Empty::new("pin", "cities-empty", "cities-empty-hint")
                .unfit("cities-none", "cities-none-hint")
                .way("cities-join", "/join")
        };
        let empty = empty.level(3);
        let template = ListPage {
            q: fields.get("q"),
            map: map::world_in_page(&marks(visit, &spots), &escape(&label), detail(visit)),
            key: key(visit, &spots, !query.former)?,
            filters,
            name,
            in_countries,
            inset,
            as_of: network.settings.members_as_of.get(visit.lang),
            around: Around::page::<Cities>(visit, part, cities.len(), usize::try_from(total).unwrap_or(0), &empty),
            query,
            may_see_former: visit.actor.is_central() || visit.actor.regions().next().is_some(),
            v: visit,
            meta,
            total,
            cities,
        };
        page(StatusCode::OK, &template, Some(Topics::of(["cities"])))
    }
}

/// What the cities can be narrowed by: with how many of them, `seats` of them with a steering seat.
fn filters(visit: &Visit, query: &ListQuery, regions: Vec<Count>, countries: Vec<Count>, seats: i64) -> Vec<Filter> {
    let network = &visit.hub.network;
    let of = |label: &str, count: i64, on: bool, value: String| Value {
        value,
        label: label.to_owned(),
        lang: None,
        count,
        on,
    };
    let regions = with_chosen(regions, &query.regions).into_iter().filter_map(|count| {
        let region = network.region(&count.value)?;
        Some(of(region.label(visit.lang), count.n, query.regions.contains(&count.value), count.value))
    });
    let countries = with_chosen(countries, &query.countries).into_iter().filter_map(|count| {
        let country = network.countries.get(&count.value)?;
        Some(of(country.name(visit.lang), count.n, query.countries.contains(&count.value), count.value))
    });
    let mut countries: Vec<Value> = countries.collect();
    countries.sort_by_cached_key(|value| web::format::sort_key(&value.label));
    let seat = of(&visit.term(&network.settings.steering_term), seats, query.seats, "1".into());
    let mut filters = vec![
        Filter::new("region", visit.t("region"), true, regions.collect()),
        Filter::new("country", visit.t("country"), true, countries),
    ];
    if seats > 0 || query.seats {
        filters.push(Filter::new("seat", visit.t("seat-short"), false, vec![seat]));
    }
    filters.retain(|filter| !filter.is_empty());
    filters
}

/// These counts, and none for what is chosen and fits nothing: whoever chose it can take it back.
fn with_chosen(mut counts: Vec<Count>, chosen: &[String]) -> Vec<Count> {
    let unfit = chosen.iter().filter(|value| !counts.iter().any(|count| count.value == **value));
    let unfit: Vec<_> = unfit.map(|value| Count { value: value.clone(), n: 0 }).collect();
    counts.extend(unfit);
    counts
}

/// What a region is called here; nothing where the network has none of this name.
fn region(visit: &Visit, slug: &str) -> String {
    visit.hub.network.region(slug).map(|region| region.label(visit.lang).to_owned()).unwrap_or_default()
}

/// Countries in the order of what they are called here.
pub(crate) fn countries_in_order(visit: &Visit) -> Vec<String> {
    let network = &visit.hub.network;
    let mut order: Vec<String> = network.countries.keys().cloned().collect();
    order.sort_by_cached_key(|code| web::format::sort_key(network.country_name(code, visit.lang)));
    order
}

/// Cities that fit what is being typed, for a form's field.
pub(crate) async fn suggest(visit: Visit) -> Answer {
    let text: String = Fields::parse(&visit.query).get("q").chars().take(LINE_CHARS).collect();
    Ok(Json(offered(&visit.hub.db.read(), &visit, &text).await?).into_response())
}
