//! All members with who leads their work in the hub, for those who answer for them; and as a file.

use std::collections::HashMap;

use askama::Template;
use base::limits::PAGE_ROWS;
use base::{CityId, Fail, Result};
use cities::City;
use http::StatusCode;
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Fields, Meta, Page, Visit, page};

use crate::access::answers_for_cities;
use crate::acts;
use crate::rows::roles::{self, Leading};
use crate::tasks::regions_of;

#[derive(Template)]
#[template(path = "people/members.html")]
struct MembersPage<'a> {
    v: &'a Visit,
    meta: Meta,
    /// Only those that nobody leads are listed.
    vacant: bool,
    lines: Vec<Line>,
    around: Around,
}

web::framed!(MembersPage);

/// A member with those who lead it.
pub(crate) struct Line {
    city: City,
    leads: Vec<Leading>,
}

impl Line {
    fn names(&self) -> String {
        self.leads.iter().map(|lead| lead.name.as_str()).collect::<Vec<_>>().join("; ")
    }

    fn emails(&self) -> String {
        self.leads.iter().map(|lead| lead.email.as_str()).collect::<Vec<_>>().join("; ")
    }

    fn region(&self, visit: &Visit) -> String {
        visit.hub.network.region(&self.city.region).map_or_else(String::new, |own| own.label(visit.lang).to_owned())
    }

    fn country(&self, visit: &Visit) -> String {
        visit.hub.network.country_name(&self.city.country, visit.lang).to_owned()
    }
}

/// The members that the reader answers for, by name.
pub(crate) struct Members {
    part: Page,
    at: usize,
    vacant: bool,
    cities: Vec<City>,
}

impl List for Members {
    type Row = Line;
    const NAME: &str = "members";
    const COLUMNS: &[Column<Line>] = &[
        Column::new("members-city").cell(|v, line| line.city.name(v.lang).into()),
        Column::new("country").cell(|v, line| line.country(v).into()),
        Column::new("region").cell(|v, line| line.region(v).into()),
        Column::new("members-lead").cell(|_, line| line.names().into()),
        Column::new("email").cell(|_, line| line.emails().into()),
    ];

    async fn open(visit: &Visit, _: &str) -> Result<Members> {
        visit.person()?;
        if !answers_for_cities(&visit.actor) {
            return Err(Fail::Forbidden);
        }
        let fields = Fields::parse(&visit.query);
        let (part, vacant) = (Page::of(&fields, PAGE_ROWS), fields.has("vacant", "yes"));
        let sql = visit.hub.db.read();
        let mut cities = cities::members_in(&sql, &regions_of(visit)).await?;
        if vacant {
            let ids: Vec<CityId> = cities.iter().map(|city| city.id).collect();
            let led = roles::led(&sql, &ids).await?;
            cities.retain(|city| !led.contains(&city.id));
        }
        cities.sort_by_cached_key(|city| web::format::sort_key(city.name(visit.lang)));
        Ok(Members { part, at: part.offset(), vacant, cities })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Line>> {
        let found: Vec<City> = self.cities.iter().skip(self.at).take(limit + 1).cloned().collect();
        self.at += limit;
        let Next { rows: found, more } = Next::of(found, limit);
        let ids: Vec<CityId> = found.iter().map(|city| city.id).collect();
        let mut leads: HashMap<CityId, Vec<Leading>> = HashMap::new();
        for own in roles::leading(&visit.hub.db.read(), &ids).await? {
            leads.entry(own.city).or_default().push(own);
        }
        let line = |city: City| Line { leads: leads.remove(&city.id).unwrap_or_default(), city };
        Ok(Next { rows: found.into_iter().map(line).collect(), more })
    }

    /// Names and addresses leave the hub: who took them is on record.
    async fn taken(&self, visit: &Visit) -> Result<()> {
        let tx = visit.hub.db.begin().await?;
        tx.audit(&visit.actor, acts::MEMBERS_TAKEN, "", "").await?;
        tx.commit().await
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let (total, vacant) = (self.cities.len(), self.vacant);
        let lines = self.next(visit, PAGE_ROWS).await?.rows;
        let empty = Empty::new("city", "members-none", "members-none-hint");
        let around = Around::page::<Members>(visit, self.part, lines.len(), total, &empty);
        let meta = Meta::titled(visit.t("menu-members")).hide();
        page(StatusCode::OK, &MembersPage { v: visit, meta, vacant, lines, around }, None)
    }
}
