//! How all members stand this year, for those who answer for them: soberly, and as a file.

use std::collections::HashMap;

use askama::Template;
use base::limits::PAGE_ROWS;
use base::{CityId, Result};
use cities::City;
use http::StatusCode;
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Fields, Meta, Page, Visit, page};

use crate::part::text;
use crate::rules::{Line, count};
use crate::standing;

#[derive(Template)]
#[template(path = "expectations/list.html")]
struct ListPage<'a> {
    v: &'a Visit,
    meta: Meta,
    year: String,
    rows: Vec<Row>,
    around: Around,
}

web::framed!(ListPage);

/// One city with how it stands.
pub(crate) struct Row {
    city: City,
    met: usize,
    all: usize,
    /// What is open, in words.
    open: Vec<String>,
}

impl Row {
    fn place(&self) -> String {
        format!("/cities/{}/expectations", self.city.slug)
    }

    fn counted(&self, visit: &Visit) -> String {
        let (met, all) = (visit.number(self.met as i64), visit.number(self.all as i64));
        visit.ta("expectations-counted", &[("met", met.as_str().into()), ("all", all.as_str().into())])
    }
}

/// The members that the reader answers for, by name.
pub(crate) struct Expectations {
    part: Page,
    at: usize,
    cities: Vec<City>,
}

impl List for Expectations {
    type Row = Row;
    const NAME: &str = "expectations";
    const COLUMNS: &[Column<Row>] = &[
        Column::new("expectations-city").cell(|v, row| row.city.name(v.lang).into()),
        Column::new("region")
            .cell(|v, row| v.hub.network.region(&row.city.region).map_or("", |region| region.label(v.lang)).into()),
        Column::new("expectations-met").cell(|v, row| row.counted(v).into()),
        Column::new("expectations-open").cell(|_, row| row.open.join("; ").into()),
    ];

    async fn open(visit: &Visit, _: &str) -> Result<Expectations> {
        visit.actor.must_answer_for_cities()?;
        let part = Page::of(&Fields::parse(&visit.query), PAGE_ROWS);
        let mut cities = cities::members_in(&visit.hub.db.read(), &regions(visit)).await?;
        cities.sort_by_cached_key(|city| web::format::sort_key(city.name(visit.lang)));
        Ok(Expectations { part, at: part.offset(), cities })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Row>> {
        let hub = &visit.hub;
        let found: Vec<City> = self.cities.iter().skip(self.at).take(limit + 1).cloned().collect();
        self.at += limit;
        let Next { rows: found, more } = Next::of(found, limit);
        let ids: Vec<CityId> = found.iter().map(|city| city.id).collect();
        // One year for all of them, by the network's own calendar: the list compares.
        let year = standing::year_at(&hub.network, "", hub.now());
        let mut lines = standing::of_cities(hub, &hub.db.read(), &ids, year).await?;
        Ok(Next { rows: found.into_iter().map(|city| row(visit, city, &mut lines)).collect(), more })
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let total = self.cities.len();
        let rows = self.next(visit, PAGE_ROWS).await?.rows;
        let empty = Empty::new("city", "expectations-none", "expectations-none-hint");
        let around = Around::page::<Expectations>(visit, self.part, rows.len(), total, &empty);
        let year = standing::year_at(&visit.hub.network, "", visit.hub.now()).to_string();
        let meta = Meta::titled(visit.t("menu-expectations")).hide();
        page(StatusCode::OK, &ListPage { v: visit, meta, year, rows, around }, None)
    }
}

/// The regions whose members are listed: all for the team, an officer's own.
fn regions(visit: &Visit) -> Vec<String> {
    let all = visit.hub.network.regions.iter().map(|region| region.slug.clone());
    all.filter(|slug| visit.actor.is_central() || visit.actor.serves(slug)).collect()
}

fn row(visit: &Visit, city: City, lines: &mut HashMap<CityId, Vec<Line<'_>>>) -> Row {
    let lines = lines.remove(&city.id).unwrap_or_default();
    let (met, all) = count(&lines);
    let is_open = |line: &&Line<'_>| line.expected && line.met.is_empty();
    let open = lines.iter().filter(is_open).map(|line| text(visit, line.expectation).to_owned()).collect();
    Row { city, met, all, open }
}
