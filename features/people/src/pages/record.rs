//! The record: who did what with people, roles, cities and jobs.

use std::collections::HashMap;

use askama::Template;
use base::limits::PAGE_ROWS;
use base::{Fail, PersonId, Result, Time};
use http::StatusCode;
use store::{Act, AuditEntry, Sql};
use web::words::act_words;
use web::{Answer, Fields, Meta, Visit, page};

use crate::rules::role_words;
use crate::{acts, rows};

/// One line of it.
struct Line {
    at: Time,
    /// Who: none for the hub itself.
    actor: Option<String>,
    /// Key of the words for what was done.
    action: String,
    subject: String,
    detail: String,
}

#[derive(Template)]
#[template(path = "people/record.html")]
struct Record<'a> {
    v: &'a Visit,
    meta: Meta,
    lines: Vec<Line>,
    /// Where the earlier ones begin.
    earlier: Option<String>,
}

web::framed!(Record);

/// A page of a record, of the hub's or of a city's own part.
pub(super) struct Part {
    pub entries: Vec<AuditEntry>,
    /// Where the earlier ones begin.
    pub earlier: Option<String>,
    /// Of the people in it.
    names: HashMap<PersonId, String>,
    /// Of the cities in it, by their slugs.
    cities: HashMap<String, String>,
}

/// What was done with a role: its details hold the role and its place.
const OF_ROLES: [Act; 3] = [acts::INVITED, acts::ROLE_GRANTED, acts::ROLE_TAKEN];

impl Part {
    /// Of the entries from [`before`] on, one more than a page shows.
    pub(super) async fn of(visit: &Visit, sql: &Sql, mut entries: Vec<AuditEntry>) -> Result<Part> {
        let more = entries.len() > PAGE_ROWS;
        entries.truncate(PAGE_ROWS);
        let earlier = entries.last().filter(|_| more).map(|last| base::id::write_id(last.id));
        let mut people: Vec<PersonId> = entries
            .iter()
            .flat_map(|entry| [entry.actor, base::id::read_id(&entry.subject)])
            .flatten()
            .map(PersonId)
            .collect();
        people.sort();
        people.dedup();
        let names = rows::names(sql, &people).await?;
        let mut slugs: Vec<String> = entries.iter().filter_map(|entry| place(entry).map(str::to_owned)).collect();
        slugs.sort();
        slugs.dedup();
        let found = cities::by_slugs(sql, &slugs).await?;
        let cities = found.into_iter().map(|city| (city.slug.clone(), city.name(visit.lang).to_owned())).collect();
        Ok(Part { entries, earlier, names, cities })
    }

    /// Somebody's name; their number where there is nobody any more.
    pub(super) fn name(&self, id: i64) -> String {
        self.names.get(&PersonId(id)).cloned().unwrap_or_else(|| base::id::write_id(id))
    }

    /// Whom or what an entry is about, as a reader knows it.
    pub(super) fn subject(&self, entry: &AuditEntry) -> String {
        let person = base::id::read_id(&entry.subject).and_then(|id| self.names.get(&PersonId(id)));
        person.or_else(|| self.cities.get(&entry.subject)).unwrap_or(&entry.subject).clone()
    }

    /// What stands beside it: the role and its place, or the words that were given as a reason.
    pub(super) fn detail(&self, visit: &Visit, entry: &AuditEntry) -> String {
        if Act::is_among(&entry.action, &[acts::LINK_SENT]) {
            return String::new();
        }
        if !Act::is_among(&entry.action, &OF_ROLES) {
            return entry.detail.clone();
        }
        let (role, place) = entry.detail.split_once(' ').unwrap_or((&entry.detail, ""));
        let role = visit.t(role_words(role));
        if place.is_empty() {
            return role;
        }
        let region = || visit.hub.network.region(place).map(|region| region.label(visit.lang));
        let place = self.cities.get(place).map(String::as_str).or_else(region).unwrap_or(place);
        visit.ta("role-for", &[("role", role.as_str().into()), ("scope", place.into())])
    }
}

/// The slug in an entry that may be a city's.
fn place(entry: &AuditEntry) -> Option<&str> {
    if Act::is_among(&entry.action, &OF_ROLES) {
        return entry.detail.split_once(' ').map(|(_, place)| place);
    }
    base::id::read_id(&entry.subject).is_none().then_some(entry.subject.as_str()).filter(|subject| !subject.is_empty())
}

/// The entry before which the page begins, of its address.
pub(super) fn before(visit: &Visit) -> i64 {
    base::id::read_id(Fields::parse(&visit.query).get("before")).unwrap_or(i64::MAX)
}

pub(crate) async fn get(visit: Visit) -> Answer {
    visit.person()?;
    if !visit.actor.is_administrator() {
        return Err(Fail::Forbidden.into());
    }
    let sql = visit.hub.db.read();
    let entries = AuditEntry::before(&sql, before(&visit), PAGE_ROWS as i64 + 1).await?;
    let part = Part::of(&visit, &sql, entries).await?;
    let lines = part.entries.iter().map(|entry| line(&visit, entry, &part)).collect();
    let meta = Meta::titled(visit.t("record-title")).hide();
    page(StatusCode::OK, &Record { v: &visit, meta, lines, earlier: part.earlier }, None)
}

fn line(visit: &Visit, entry: &AuditEntry, part: &Part) -> Line {
    Line {
        at: entry.at,
        actor: entry.actor.map(|id| part.name(id)),
        action: act_words(&entry.action),
        detail: part.detail(visit, entry),
        subject: part.subject(entry),
    }
}
