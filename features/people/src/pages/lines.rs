//! Lines of a record, of the hub's or of a city's own part, in the reader's words.

use std::collections::HashMap;

use base::{PersonId, Result, Time};
use chrono::NaiveDate;
use store::{Act, AuditEntry, Sql};
use web::Visit;
use web::list::Column;
use web::words::act_words;

use crate::rules::role_words;
use crate::{acts, rows};

/// Somebody on record. A name is what its owner writes; the address beside it nobody can change for themselves.
pub(crate) struct Named {
    pub id: String,
    pub name: String,
    pub email: String,
}

impl Named {
    /// Name and address, as a file has them.
    fn written(&self) -> String {
        if self.email.is_empty() { self.name.clone() } else { format!("{} <{}>", self.name, self.email) }
    }
}

/// One line.
pub(crate) struct Line {
    pub at: Time,
    /// Who: none for the hub itself, and for somebody who was erased.
    pub actor: Option<Named>,
    pub actor_erased: bool,
    /// Key of the words for what was done.
    pub action: String,
    pub subject: String,
    /// Whom it is about, in place of that.
    pub person: Option<Named>,
    /// The document that was read: its page shows it to those who may see it.
    pub document: Option<String>,
    pub detail: String,
}

impl Line {
    /// Who it was, in words, with the address where it is known.
    pub fn actor_in_words(&self, visit: &Visit) -> String {
        match &self.actor {
            Some(person) => person.written(),
            None if self.actor_erased => visit.t("record-erased"),
            None => visit.hub_name().to_owned(),
        }
    }
}

pub(super) const COLUMNS: &[Column<Line>] = &[
    Column::new("record-what").cell(|v, line| v.t(&line.action).into()),
    Column::new("record-whom").cell(|v, line| match (&line.document, &line.person) {
        (Some(document), _) => v.hub.address(&v.link(format!("/library/{document}"))).into(),
        (None, Some(person)) => person.written().into(),
        (None, None) => line.subject.as_str().into(),
    }),
    Column::new("record-detail").in_file().cell(|_, line| line.detail.as_str().into()),
    Column::new("record-who").cell(|v, line| line.actor_in_words(v).into()),
    Column::new("record-when").cell(|_, line| (&line.at).into()),
];

/// What was done with a role: its details hold the role and its place.
const OF_ROLES: [Act; 9] = [
    acts::INVITED,
    acts::ROLE_GRANTED,
    acts::ROLE_TAKEN,
    acts::CONFIRMED,
    acts::ROLE_PLANNED,
    acts::ROLE_CALLED_OFF,
    acts::ROLE_NOT_BEGUN,
    acts::ROLE_END_SET,
    acts::ROLE_ENDED,
];

/// What stands beside what was done with a role: its code, its place, and a day.
fn of_role(detail: &str) -> (&str, &str, Option<NaiveDate>) {
    let (rest, day) = match detail.rsplit_once(' ') {
        Some((rest, last)) if last.parse::<NaiveDate>().is_ok() => (rest, last.parse().ok()),
        _ => (detail, None),
    };
    let (role, place) = rest.split_once(' ').unwrap_or((rest, ""));
    (role, place, day)
}

/// These entries as lines. The people and the cities in them are one statement each.
pub(super) async fn lines(visit: &Visit, sql: &Sql, entries: Vec<AuditEntry>) -> Result<Vec<Line>> {
    let mut people: Vec<PersonId> = entries
        .iter()
        .flat_map(|entry| [entry.actor, base::id::read_id(&entry.subject)])
        .flatten()
        .map(PersonId)
        .collect();
    people.sort();
    people.dedup();
    let names = rows::named(sql, &people).await?;
    let mut slugs: Vec<String> = entries.iter().filter_map(|entry| place(entry).map(str::to_owned)).collect();
    slugs.sort();
    slugs.dedup();
    let found = cities::by_slugs(sql, &slugs).await?;
    let cities = found.into_iter().map(|city| (city.slug.clone(), city.name(visit.lang).to_owned())).collect();
    let known = Known { names, cities };
    Ok(entries.iter().map(|entry| known.in_words(visit, entry)).collect())
}

/// Whom and what entries are about.
struct Known {
    names: HashMap<PersonId, (String, String)>,
    /// By their slugs.
    cities: HashMap<String, String>,
}

impl Known {
    fn in_words(&self, visit: &Visit, entry: &AuditEntry) -> Line {
        let document = Act::is_among(&entry.action, &[acts::GLASS_READ]).then(|| entry.subject.clone());
        Line {
            at: entry.at,
            actor: entry.actor.map(|id| self.somebody(id)),
            action: act_words(&entry.action),
            actor_erased: entry.actor_erased,
            subject: match &document {
                Some(_) => String::new(),
                None if entry.subject_erased => visit.t("record-erased"),
                None => self.subject(entry),
            },
            person: document.is_none().then(|| self.person(entry)).flatten(),
            document,
            detail: self.detail(visit, entry),
        }
    }

    /// Somebody; their number where there is nobody any more.
    fn somebody(&self, id: i64) -> Named {
        let id_written = base::id::write_id(id);
        match self.names.get(&PersonId(id)).cloned() {
            Some((name, email)) => Named { id: id_written, name, email },
            None => Named { id: String::new(), name: id_written, email: String::new() },
        }
    }

    /// Whom an entry is about, where it is a person.
    fn person(&self, entry: &AuditEntry) -> Option<Named> {
        let id = base::id::read_id(&entry.subject)?;
        self.names.contains_key(&PersonId(id)).then(|| self.somebody(id))
    }

    /// What an entry is about, as a reader knows it.
    fn subject(&self, entry: &AuditEntry) -> String {
        self.cities.get(&entry.subject).unwrap_or(&entry.subject).clone()
    }

    /// What stands beside it: the role and its place, or the words that were given as a reason.
    fn detail(&self, visit: &Visit, entry: &AuditEntry) -> String {
        if Act::is_among(&entry.action, &[acts::LINK_SENT]) {
            return String::new();
        }
        if !Act::is_among(&entry.action, &OF_ROLES) {
            return entry.detail.clone();
        }
        let (role, place, day) = of_role(&entry.detail);
        let role = self.role(visit, &visit.t(role_words(role)), place);
        match day {
            Some(day) => visit.list([role, visit.day(&store::Day(day))]),
            None => role,
        }
    }

    /// A role with its place.
    fn role(&self, visit: &Visit, role: &str, place: &str) -> String {
        if place.is_empty() {
            return role.to_owned();
        }
        let region = || visit.hub.network.region(place).map(|region| region.label(visit.lang));
        let place = self.cities.get(place).map(String::as_str).or_else(region).unwrap_or(place);
        visit.ta("role-for", &[("role", role.into()), ("scope", place.into())])
    }
}

/// The slug in an entry that may be a city's.
fn place(entry: &AuditEntry) -> Option<&str> {
    if Act::is_among(&entry.action, &OF_ROLES) {
        return Some(of_role(&entry.detail).1).filter(|place| !place.is_empty());
    }
    base::id::read_id(&entry.subject).is_none().then_some(entry.subject.as_str()).filter(|subject| !subject.is_empty())
}
