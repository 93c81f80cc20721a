//! A city's own part of the record: for whoever holds a role for it, what was done with its roles and with what is its
//! own, by whom, when and why.

use askama::Template;
use axum::extract::Path;
use base::limits::PAGE_ROWS;
use base::{Fail, Time};
use cities::City;
use http::StatusCode;
use store::{Act, AuditEntry};
use web::words::act_words;
use web::{Answer, Meta, Visit, page};

use super::record::{Part, before};
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

web::framed!(CityRecord);

pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let sql = visit.hub.db.read();
    let city = cities::city_for(&sql, &visit.actor, cities::access::Action::See, &slug).await?;
    visit.person()?;
    if !visit.actor.works_for(city.id) {
        return Err(Fail::Forbidden.into());
    }
    let entries = rows::city::before(&sql, city.id, before(&visit), PAGE_ROWS as i64 + 1).await?;
    let part = Part::of(&visit, &sql, entries).await?;
    let lines = part.entries.iter().map(|entry| line(&visit, entry, &part)).collect();
    let meta = Meta::titled(visit.t1("city-record-of", "city", city.name(visit.lang))).hide();
    page(StatusCode::OK, &CityRecord { v: &visit, meta, city: &city, lines, earlier: part.earlier }, None)
}

fn line(visit: &Visit, entry: &AuditEntry, part: &Part) -> Line {
    let is = |act: Act| Act::is_among(&entry.action, &[act]);
    let (subject, document) = if is(acts::GLASS_READ) {
        (String::new(), Some(entry.subject.clone()))
    } else if is(acts::GLASS_BROKEN) {
        // The city itself.
        (String::new(), None)
    } else {
        (part.subject(entry), None)
    };
    Line {
        at: entry.at,
        actor: entry.actor.map(|id| part.name(id)),
        action: act_words(&entry.action),
        subject,
        document,
        detail: part.detail(visit, entry),
    }
}
