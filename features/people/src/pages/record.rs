//! The record: who did what with people, roles, cities and jobs.

use askama::Template;
use base::limits::PAGE_ROWS;
use base::{Fail, Result};
use http::StatusCode;
use store::AuditEntry;
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Fields, Meta, Visit, page};

use super::lines::{COLUMNS, Line, lines};

#[derive(Template)]
#[template(path = "people/record.html")]
struct RecordPage<'a> {
    v: &'a Visit,
    meta: Meta,
    lines: Vec<Line>,
    around: Around,
}

web::framed!(RecordPage);

impl RecordPage<'_> {
    /// Whoever reads it manages people.
    fn links_people(&self) -> bool {
        true
    }
}

/// The record, before a line.
pub(crate) struct Record {
    before: i64,
}

/// The line before which the page begins, of its address.
pub(super) fn before(visit: &Visit) -> i64 {
    base::id::read_id(Fields::parse(&visit.query).get("before")).unwrap_or(i64::MAX)
}

impl List for Record {
    type Row = Line;
    const NAME: &str = "record";
    const COLUMNS: &[Column<Line>] = COLUMNS;

    async fn open(visit: &Visit, _: &str) -> Result<Record> {
        visit.person()?;
        if !visit.actor.is_administrator() {
            return Err(Fail::Forbidden);
        }
        Ok(Record { before: before(visit) })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Line>> {
        let sql = visit.hub.db.read();
        let Next { rows, more } = Next::of(AuditEntry::before(&sql, self.before, limit as i64 + 1).await?, limit);
        self.before = rows.last().map_or(self.before, |last| last.id);
        Ok(Next { rows: lines(visit, &sql, rows).await?, more })
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let Next { rows: lines, more } = self.next(visit, PAGE_ROWS).await?;
        let earlier = more.then(|| base::id::write_id(self.before));
        let empty = Empty::new("book", "record-none", "record-none-hint");
        let around = Around::back::<Record>(visit, lines.len(), earlier, &empty);
        let meta = Meta::titled(visit.t("record-title")).hide();
        page(StatusCode::OK, &RecordPage { v: visit, meta, lines, around }, None)
    }
}
