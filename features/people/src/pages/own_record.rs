//! What is on record about the reader: who changed their account and roles, who looked at what the office has of them, who
//! took a list that they are on.

use askama::Template;
use base::limits::PAGE_ROWS;
use base::{PersonId, Result};
use http::StatusCode;
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Meta, Visit, page};

use super::lines::{Line, lines};
use super::record::before;
use crate::rows;

#[derive(Template)]
#[template(path = "people/own_record.html")]
struct OwnRecordPage<'a> {
    v: &'a Visit,
    meta: Meta,
    /// The reader works for a city, which has a record of its own.
    cities: Vec<(String, String)>,
    lines: Vec<Line>,
    around: Around,
}

web::framed!(OwnRecordPage);

/// What is on record about the reader, before an entry.
pub(crate) struct OwnRecord {
    person: PersonId,
    before: i64,
}

impl List for OwnRecord {
    type Row = Line;
    const NAME: &str = "own-record";
    const COLUMNS: &[Column<Line>] = &[
        Column::new("record-what").cell(|v, line| v.t(&line.action).into()),
        Column::new("record-detail").cell(|_, line| line.detail.as_str().into()),
        Column::new("record-who").cell(|v, line| line.actor_in_words(v).into()),
        Column::new("record-when").cell(|_, line| (&line.at).into()),
    ];

    async fn open(visit: &Visit, _: &str) -> Result<OwnRecord> {
        Ok(OwnRecord { person: visit.person()?.id, before: before(visit) })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Line>> {
        let sql = visit.hub.db.read();
        let entries = rows::record::of_person(&sql, self.person, self.before, limit as i64 + 1).await?;
        let Next { rows, more } = Next::of(entries, limit);
        self.before = rows.last().map_or(self.before, |last| last.id);
        let mut lines = lines(visit, &sql, rows).await?;
        // Whoever works for the network is named; their address is theirs.
        let own = self.person.to_string();
        for other in lines.iter_mut().filter_map(|line| line.actor.as_mut()).filter(|actor| actor.id != own) {
            other.email.clear();
        }
        Ok(Next { rows: lines, more })
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let Next { rows: lines, more } = self.next(visit, PAGE_ROWS).await?;
        let earlier = more.then(|| base::id::write_id(self.before));
        let empty = Empty::new("book", "own-record-none", "own-record-none-hint");
        let around = Around::back::<OwnRecord>(visit, lines.len(), earlier, &empty);
        let found = cities::by_ids(&visit.hub.db.read(), &visit.actor.cities()).await?;
        let mut cities: Vec<(String, String)> =
            found.into_values().map(|city| (city.name(visit.lang).to_owned(), city.slug)).collect();
        cities.sort();
        let meta = Meta::titled(visit.t("own-record-title")).hide();
        page(StatusCode::OK, &OwnRecordPage { v: visit, meta, cities, lines, around }, None)
    }
}
