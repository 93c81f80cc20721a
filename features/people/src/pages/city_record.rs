//! A city's own part of the record: for whoever holds a role for it, what was done with its roles and with what is its
//! own, by whom, when and why.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::limits::PAGE_ROWS;
use base::{Fail, PersonId, Result, Time};
use cities::City;
use http::StatusCode;
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Meta, Visit, page, redirect};

use super::lines::{COLUMNS, Line, Named, lines};
use super::record::before;
use crate::access::may_confirm;
use crate::actions::roles;
use crate::rows;
use crate::rows::roles::NEWCOMERS;
use crate::rules::{LATELY, RoleRow, role_words};

#[derive(Template)]
#[template(path = "people/city_record.html")]
struct CityRecordPage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    /// Whom the reader may confirm.
    newcomers: Vec<Newcomer>,
    /// And there are more of them.
    many: bool,
    lines: Vec<Line>,
    around: Around,
}

/// Somebody who was given a role from outside, and sees only what is new.
struct Newcomer {
    id: String,
    person: Named,
    /// In words.
    role: String,
    /// When they see the rest.
    until: Time,
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
        if !visit.actor.is_of(city.id) {
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
        let mut newcomers = newcomers(visit, &self.city).await?;
        let many = newcomers.len() > NEWCOMERS;
        newcomers.truncate(NEWCOMERS);
        let template = CityRecordPage { v: visit, meta, city: &self.city, newcomers, many, lines, around };
        page(StatusCode::OK, &template, None)
    }
}

/// Those whom the reader may confirm, each once; nobody for those who may confirm nobody.
async fn newcomers(visit: &Visit, city: &City) -> Result<Vec<Newcomer>> {
    if !may_confirm(&visit.actor, city.id) {
        return Ok(Vec::new());
    }
    let sql = visit.hub.db.read();
    let held = rows::roles::of_newcomers(&sql, city.id, visit.hub.now() - LATELY).await?;
    let mut people: Vec<PersonId> = held.iter().map(|row| row.person).collect();
    people.dedup();
    let known = rows::named(&sql, &people).await?;
    let newcomer = |person: PersonId| {
        let own: Vec<RoleRow> = held.iter().filter(|row| row.person == person).cloned().collect();
        let ((name, email), first) = (known.get(&person)?.clone(), own.first()?);
        let id = person.to_string();
        let until = own.iter().map(|row| row.granted_at + LATELY).min()?;
        let (person, role) = (Named { id: id.clone(), name, email }, visit.t(role_words(first.role.code())));
        Some(Newcomer { id, person, role, until })
    };
    Ok(people.into_iter().filter_map(newcomer).collect())
}

/// Confirms one of them.
pub(crate) async fn confirm(visit: Visit, Path((slug, person)): Path<(String, PersonId)>) -> Answer {
    visit.person()?;
    let city = cities::city_for(&visit.hub.db.read(), &visit.actor, cities::access::Action::See, &slug).await?;
    roles::confirm(&visit.hub, &visit.actor, city.id, person).await?;
    Ok(redirect(&visit.done(format!("/cities/{slug}/record"), "confirmed")).into_response())
}
