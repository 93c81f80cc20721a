//! The lists: the network's organisations, and a city's own.

use askama::Template;
use base::limits::{LINE_CHARS, PAGE_ROWS};
use base::{Fail, Result};
use cities::City;
use http::StatusCode;
use web::list::filters::{Filter, Value, narrowed};
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Fields, Meta, Page, Visit, page};

use crate::access::may_see_network;
use crate::rows::{self, Query};
use crate::rules::{Kind, Organisation, WORDS, kind_words};

#[derive(Template)]
#[template(path = "organisations/list.html")]
struct ListPage<'a> {
    v: &'a Visit,
    meta: Meta,
    q: &'a str,
    /// Whose they are; none: the network's.
    city: Option<&'a City>,
    rows: Vec<Organisation>,
    total: i64,
    /// The reader enters others.
    writes: bool,
    filters: Vec<Filter>,
    around: Around,
}

web::framed!(ListPage);

impl ListPage<'_> {
    /// The list, behind the language.
    fn place(&self) -> String {
        self.city.map_or_else(|| "/office/organisations".to_owned(), of_city)
    }

    fn name(&self, own: &Organisation) -> (base::Lang, String) {
        own.named(self.v.lang, &self.v.hub.network.languages)
    }

    fn kind(&self, own: &Organisation) -> String {
        self.v.t(kind_words(own.kind))
    }

    fn country<'b>(&'b self, own: &'b Organisation) -> &'b str {
        country(self.v, own)
    }

    fn ended(&self, own: &Organisation) -> Option<String> {
        ended(self.v, own)
    }
}

/// The list of a city's own, behind the language.
pub(super) fn of_city(city: &City) -> String {
    format!("/cities/{}/organisations", city.slug)
}

/// Its country as it is called here; empty where it has none.
pub(super) fn country<'a>(v: &'a Visit, own: &'a Organisation) -> &'a str {
    if own.country.is_empty() { "" } else { v.hub.network.country_name(&own.country, v.lang) }
}

/// Its last day, where that is over.
pub(super) fn ended(v: &Visit, own: &Organisation) -> Option<String> {
    own.ended_on.filter(|_| own.has_ended(v.hub.now().date_naive())).map(|day| v.day(&day))
}

/// What a list shows, from a place on.
struct Listed {
    query: Query,
    part: Page,
    at: usize,
}

const COLUMNS: &[Column<Organisation>] = &[
    Column::new("organisation").cell(|v, own| own.named(v.lang, &v.hub.network.languages).1.into()),
    Column::new("organisation-acronym").in_file().cell(|_, own| own.acronym.as_str().into()),
    Column::new("organisation-kind").cell(|v, own| v.t(kind_words(own.kind)).into()),
    Column::new("country").cell(|v, own| country(v, own).into()),
    Column::new("organisation-website").in_file().cell(|_, own| own.website.as_str().into()),
    Column::new("organisation-ended")
        .cell(|_, own| own.ended_on.map(|day| day.0.to_string()).unwrap_or_default().into()),
];

impl Listed {
    fn of(visit: &Visit, city: Option<&City>) -> Listed {
        let fields = Fields::parse(&visit.query);
        let part = Page::of(&fields, PAGE_ROWS);
        let typed: String = fields.get("q").chars().take(LINE_CHARS).collect();
        let query = Query {
            city: city.map(|city| city.id),
            words: base::fold::words_of(&typed).into_iter().take(WORDS).collect(),
            kinds: fields.all("kind").into_iter().filter_map(Kind::parse).collect(),
            alive_on: None,
        };
        Listed { query, part, at: part.offset() }
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Organisation>> {
        let sql = visit.hub.db.read();
        let found = rows::page(&sql, &visit.actor, &self.query, limit as i64 + 1, self.at as i64).await?;
        self.at += limit;
        Ok(Next::of(found, limit))
    }

    async fn page<L: List>(mut self, visit: &Visit, city: Option<&City>, writes: bool, empty: Empty) -> Answer {
        let rows = self.next(visit, PAGE_ROWS).await?.rows;
        let fields = Fields::parse(&visit.query);
        let counts = rows::counts(&visit.hub.db.read(), &visit.actor, &self.query).await?;
        let kinds = &self.query.kinds;
        let fits = counts.iter().filter(|own| kinds.is_empty() || kinds.contains(&own.kind));
        let total: i64 = fits.map(|own| own.n).sum();
        let values = Kind::ALL.into_iter().filter_map(|kind| {
            let count = counts.iter().filter(|own| own.kind == kind).map(|own| own.n).sum();
            let on = kinds.contains(&kind);
            let label = || visit.t(kind_words(kind));
            (on || count > 0).then(|| Value { value: kind.code().to_owned(), label: label(), lang: None, count, on })
        });
        let mut filters = vec![Filter::new("kind", visit.t("organisation-kind"), true, values.collect())];
        filters.retain(|filter| !filter.is_empty());
        let around = Around::page::<L>(visit, self.part, rows.len(), usize::try_from(total).unwrap_or(0), &empty);
        let narrowed = narrowed(visit, fields.get("q"), &filters);
        let title = match city {
            Some(city) => visit.t1("organisations-of", "city", city.name(visit.lang)),
            None => visit.t("menu-organisations"),
        };
        let meta = Meta::titled(self.part.title(visit, title, &narrowed)).hide();
        let template = ListPage { v: visit, meta, q: fields.get("q"), city, rows, total, writes, filters, around };
        page(StatusCode::OK, &template, None)
    }
}

/// The network's, for those who answer for cities.
pub(crate) struct Organisations(Listed);

impl List for Organisations {
    type Row = Organisation;
    const NAME: &str = "organisations";
    const COLUMNS: &[Column<Organisation>] = COLUMNS;

    async fn open(visit: &Visit, _: &str) -> Result<Organisations> {
        visit.person()?;
        if !may_see_network(&visit.actor) {
            return Err(Fail::Forbidden);
        }
        Ok(Organisations(Listed::of(visit, None)))
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Organisation>> {
        self.0.next(visit, limit).await
    }

    async fn page(self, visit: &Visit) -> Answer {
        let empty = Empty::new("people", "organisations-none", "organisations-none-hint")
            .unfit("organisations-unfit", "organisations-unfit-hint");
        self.0.page::<Organisations>(visit, None, visit.actor.is_central(), empty).await
    }
}

/// A city's own, for its people.
pub(crate) struct CityOrganisations {
    city: City,
    listed: Listed,
}

/// The city of which the reader may see the organisations.
pub(super) async fn city_of(visit: &Visit, slug: &str) -> Result<City> {
    let city = cities::city_for(&visit.hub.db.read(), &visit.actor, cities::access::Action::See, slug).await?;
    visit.person()?;
    if visit.actor.works_for(city.id) { Ok(city) } else { Err(Fail::Forbidden) }
}

impl List for CityOrganisations {
    type Row = Organisation;
    const NAME: &str = "city-organisations";
    const COLUMNS: &[Column<Organisation>] = COLUMNS;

    async fn open(visit: &Visit, slug: &str) -> Result<CityOrganisations> {
        let city = city_of(visit, slug).await?;
        let listed = Listed::of(visit, Some(&city));
        Ok(CityOrganisations { city, listed })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Organisation>> {
        self.listed.next(visit, limit).await
    }

    async fn page(self, visit: &Visit) -> Answer {
        let empty = Empty::new("people", "city-organisations-none", "city-organisations-none-hint")
            .unfit("organisations-unfit", "organisations-unfit-hint");
        let writes = visit.actor.leads(self.city.id);
        self.listed.page::<CityOrganisations>(visit, Some(&self.city), writes, empty).await
    }
}
