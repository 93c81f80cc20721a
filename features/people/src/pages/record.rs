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

/// A page of a record, of the hub's or of a city's own part.
pub(super) struct Part {
    pub entries: Vec<AuditEntry>,
    /// Where the earlier ones begin.
    pub earlier: Option<String>,
    /// Of the people in it.
    pub names: HashMap<PersonId, String>,
}

impl Part {
    /// Of the entries from [`before`] on, one more than a page shows.
    pub(super) async fn of(sql: &Sql, mut entries: Vec<AuditEntry>) -> Result<Part> {
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
        Ok(Part { entries, earlier, names })
    }
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
    let Part { entries, earlier, names } = Part::of(&sql, entries).await?;
    let lines = entries.into_iter().map(|entry| line(&visit, entry, &names)).collect();
    let meta = Meta::titled(visit.t("record-title")).hide();
    page(StatusCode::OK, &Record { v: &visit, meta, lines, earlier }, None)
}

fn line(visit: &Visit, entry: AuditEntry, names: &HashMap<PersonId, String>) -> Line {
    let name = |id: i64| names.get(&PersonId(id)).cloned();
    Line {
        at: entry.at,
        actor: entry.actor.map(|id| name(id).unwrap_or_else(|| base::id::write_id(id))),
        action: act_words(&entry.action),
        detail: detail(visit, &entry.action, &entry.detail),
        subject: base::id::read_id(&entry.subject).and_then(name).unwrap_or(entry.subject),
    }
}

/// What stands beside it: the role and its place, or the words that were given as a reason.
fn detail(visit: &Visit, action: &str, detail: &str) -> String {
    if Act::is_among(action, &[acts::LINK_SENT]) {
        return String::new();
    }
    if !Act::is_among(action, &[acts::INVITED, acts::ROLE_GRANTED, acts::ROLE_TAKEN]) {
        return detail.to_owned();
    }
    let (role, place) = detail.split_once(' ').unwrap_or((detail, ""));
    let role = visit.t(role_words(role));
    if place.is_empty() {
        return role;
    }
    visit.ta("role-for", &[("role", role.as_str().into()), ("scope", place.into())])
}
