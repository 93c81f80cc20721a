//! A city's own part of the record: for whoever holds a role for it, what was done with its roles and with what is its
//! own, by whom, when and why.

use askama::Template;
use base::limits::PAGE_ROWS;
use base::{Fail, Result};
use cities::City;
use http::StatusCode;
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Meta, Visit, page};

use super::lines::{COLUMNS, Line, lines};
use super::record::before;
use crate::rows;

#[derive(Template)]
#[template(path = "people/city_record.html")]
struct CityRecordPage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    lines: Vec<Line>,
    around: Around,
}

web::framed!(CityRecordPage);

impl CityRecordPage<'_> {
    /// The people of a city see nobody's page in the back office.
    fn links_people(&self) -> bool {
        false
    }
}

/// A city's record, before a line.
pub(crate) struct CityRecord {
    city: City,
    before: i64,
}

impl List for CityRecord {
    type Row = Line;
    const NAME: &str = "city-record";
    const COLUMNS: &[Column<Line>] = COLUMNS;

    async fn open(visit: &Visit, slug: &str) -> Result<CityRecord> {
        let city = cities::city_for(&visit.hub.db.read(), &visit.actor, cities::access::Action::See, slug).await?;
        visit.person()?;
        if !visit.actor.works_for(city.id) {
            return Err(Fail::Forbidden);
        }
        Ok(CityRecord { city, before: before(visit) })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Line>> {
        let sql = visit.hub.db.read();
        let entries = rows::city::before(&sql, self.city.id, self.before, limit as i64 + 1).await?;
        let Next { rows, more } = Next::of(entries, limit);
        self.before = rows.last().map_or(self.before, |last| last.id);
        Ok(Next { rows: lines(visit, &sql, rows).await?, more })
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let Next { rows: lines, more } = self.next(visit, PAGE_ROWS).await?;
        let earlier = more.then(|| base::id::write_id(self.before));
        let empty = Empty::new("book", "record-none", "city-record-none-hint");
        let around = Around::back::<CityRecord>(visit, lines.len(), earlier, &empty);
        let meta = Meta::titled(visit.t1("city-record-of", "city", self.city.name(visit.lang))).hide();
        page(StatusCode::OK, &CityRecordPage { v: visit, meta, city: &self.city, lines, around }, None)
    }
}
