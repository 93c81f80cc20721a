//! A city's own part of the record: for whoever holds a role for it, what was done with its roles and with what is its
//! own, by whom, when and why.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use base::limits::PAGE_ROWS;
use base::{Fail, PersonId, Time};
use cities::City;
use http::StatusCode;
use store::{Act, AuditEntry};
use web::words::act_words;
use web::{Answer, Meta, Visit, page};

use super::record::{Part, before};
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
    /// The document that was read: its page shows it to those who may see it.
    document: Option<String>,
    detail: String,
}

#[derive(Template)]
#[template(path = "people/city_record.html")]
struct CityRecord<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    lines: Vec<Line>,
    /// Where the earlier ones begin.
    earlier: Option<String>,
}

pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let sql = visit.hub.db.read();
    let city = cities::by_slug(&sql, &slug).await?;
    visit.person()?;
    if !visit.actor.works_for(city.id()) {
        return Err(Fail::Forbidden.into());
    }
    let entries = rows::city::before(&sql, city.id(), before(&visit), PAGE_ROWS as i64 + 1).await?;
    let Part { entries, earlier, names } = Part::of(&sql, entries).await?;
    let lines = entries.into_iter().map(|entry| line(&visit, entry, &names)).collect();
    let meta = Meta::titled(visit.t1("city-record-of", "city", city.name(visit.lang))).hide();
    page(StatusCode::OK, &CityRecord { v: &visit, meta, city: &city, lines, earlier }, None)
}

fn line(visit: &Visit, entry: AuditEntry, names: &HashMap<PersonId, String>) -> Line {
    let name = |id: i64| names.get(&PersonId(id)).cloned();
    let role = entry.detail.split_once(' ').map(|(role, _)| visit.t(role_words(role)));
    let is = |act: Act| Act::is_among(&entry.action, &[act]);
    let (subject, document, detail) = if is(acts::GLASS_READ) {
        (String::new(), Some(entry.subject), String::new())
    } else if is(acts::GLASS_BROKEN) {
        (String::new(), None, entry.detail)
    } else {
        let subject = base::id::read_id(&entry.subject).and_then(name).unwrap_or(entry.subject);
        (subject, None, role.unwrap_or_default())
    };
    Line {
        at: entry.at,
        actor: entry.actor.map(|id| name(id).unwrap_or_else(|| base::id::write_id(id))),
        action: act_words(&entry.action),
        subject,
        document,
        detail,
    }
}
