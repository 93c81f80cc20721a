//! Reports that cities broke the principles, for the central team: those that wait, or those that are closed.

use std::collections::HashMap;

use askama::Template;
use base::limits::PAGE_ROWS;
use base::{CityId, Fail, Result};
use cities::City;
use http::StatusCode;
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Fields, Meta, Page, Visit, page};

use crate::report::{BreachReport, outcome_words};
use crate::{acts, report_rows as rows};

#[derive(Template)]
#[template(path = "status/reports.html")]
struct ReportsPage<'a> {
    v: &'a Visit,
    meta: Meta,
    closed: bool,
    lines: Vec<Line>,
    around: Around,
}

web::framed!(ReportsPage);

/// A report with its city.
pub(crate) struct Line {
    own: BreachReport,
    city: Option<City>,
}

impl Line {
    fn city(&self, visit: &Visit) -> String {
        self.city.as_ref().map(|city| city.name(visit.lang).to_owned()).unwrap_or_default()
    }

    fn stands(&self, visit: &Visit) -> String {
        self.own.outcome.map_or_else(|| visit.t("breach-waits"), |own| visit.t(outcome_words(own)))
    }
}

/// The reports.
pub(crate) struct BreachReports {
    part: Page,
    at: usize,
    closed: bool,
}

/// For the central team.
///
/// # Errors
/// [`Fail::SignIn`] for visitors, [`Fail::Forbidden`] for others.
pub(super) fn check(visit: &Visit) -> Result<()> {
    visit.person()?;
    if visit.actor.is_central() { Ok(()) } else { Err(Fail::Forbidden) }
}

impl List for BreachReports {
    type Row = Line;
    const NAME: &str = "breach-reports";
    const COLUMNS: &[Column<Line>] = &[
        Column::new("breach-city").cell(|v, line| line.city(v).into()),
        Column::new("breach-received").cell(|v, line| v.date(&line.own.received_at).into()),
        Column::new("breach-stands").cell(|v, line| line.stands(v).into()),
    ];

    async fn open(visit: &Visit, _: &str) -> Result<BreachReports> {
        check(visit)?;
        let fields = Fields::parse(&visit.query);
        let part = Page::of(&fields, PAGE_ROWS);
        Ok(BreachReports { part, at: part.offset(), closed: fields.has("closed", "yes") })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Line>> {
        let sql = visit.hub.db.read();
        let found = rows::page(&sql, self.closed, limit as i64 + 1, self.at as i64).await?;
        self.at += limit;
        let Next { rows: found, more } = Next::of(found, limit);
        let mut ids: Vec<CityId> = found.iter().map(|own| own.city).collect();
        ids.sort();
        ids.dedup();
        let cities: HashMap<CityId, City> = cities::by_ids(&sql, &ids).await?;
        let line = |own: BreachReport| Line { city: cities.get(&own.city).cloned(), own };
        Ok(Next { rows: found.into_iter().map(line).collect(), more })
    }

    async fn taken(&self, visit: &Visit) -> Result<()> {
        let tx = visit.hub.db.begin().await?;
        tx.audit(&visit.actor, acts::REPORTS_TAKEN, "", "").await?;
        tx.commit().await
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let lines = self.next(visit, PAGE_ROWS).await?.rows;
        let total = usize::try_from(rows::count(&visit.hub.db.read(), self.closed).await?).unwrap_or(0);
        let empty = Empty::new("check", "breach-none", "breach-none-hint");
        let around = Around::page::<BreachReports>(visit, self.part, lines.len(), total, &empty);
        let meta = Meta::titled(visit.t("menu-breach-reports")).hide();
        page(StatusCode::OK, &ReportsPage { v: visit, meta, closed: self.closed, lines, around }, None)
    }
}
