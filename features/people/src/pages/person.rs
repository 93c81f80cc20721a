//! One person in the back office: roles, active or not, a link again.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, FieldError, PersonId, Role, Time};
use http::StatusCode;
use input::Fields;
use network::Calendar;
use store::Day;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::{RoleLists, check, role_lists};
use crate::access::{may_change, may_grant, may_take_second_step};
use crate::actions::roles::Begins;
use crate::actions::second_step::Taken;
use crate::actions::seen::note_seen;
use crate::actions::{manage, roles, second_step};
use crate::rows;
use crate::rows::coming::ComingRole;
use crate::rows::erasures::Erasure;
use crate::rules::{PersonRow, RoleGrant, RoleRow, TermDays, last_day, role_words};

/// A role in the reader's words.
pub(crate) struct NamedRole {
    /// The role's id, or whatever its caller gave.
    pub id: i64,
    /// `City lead, Diffa`.
    pub label: String,
    /// Where it is held: the page of a city, a region or an organisation, behind the language.
    pub place: Option<String>,
}

impl NamedRole {
    /// Its id as written.
    pub(crate) fn written(&self) -> String {
        base::id::write_id(self.id)
    }
}

/// A role that is to be named.
pub(crate) struct Unnamed {
    /// Its id, or whatever its caller gives.
    pub id: i64,
    pub role: Role,
    /// When it begins, where it is to come.
    pub begins_at: Option<Time>,
    /// When it is over, where somebody has said so.
    pub ends_at: Option<Time>,
}

impl Unnamed {
    /// One that is held.
    pub(crate) fn held(row: &RoleRow) -> Unnamed {
        Unnamed { id: row.id, role: row.role.clone(), begins_at: None, ends_at: row.ends_at }
    }

    /// One that is to come.
    pub(crate) fn coming(own: &ComingRole) -> Unnamed {
        Unnamed { id: own.id, role: own.role.clone(), begins_at: Some(own.begins_at), ends_at: own.ends_at }
    }
}

/// Names roles in the reader's language, each with its first day, where it is to come, and its last.
pub(crate) async fn named(visit: &Visit, roles: Vec<Unnamed>) -> base::Result<Vec<NamedRole>> {
    let mut ids: Vec<_> = roles.iter().filter_map(|own| own.role.city()).collect();
    ids.sort();
    ids.dedup();
    let sql = visit.hub.db.read();
    let cities = cities::by_ids(&sql, &ids).await?;
    let partners: Vec<_> = roles.iter().filter_map(|own| own.role.organisation()).collect();
    let partners = store::count_part(organisations::names(&visit.hub, &sql, &partners, visit.lang)).await?;
    let label = |role: &Role| {
        let name = visit.t(role_words(role.code()));
        let scope = match role {
            Role::RegionalOfficer(slug) => {
                visit.hub.network.region(slug).map(|region| region.label(visit.lang).to_owned())
            }
            Role::Partner(Some(id)) => partners.get(id).cloned(),
            other => other.city().and_then(|id| cities.get(&id)).map(|city| city.name(visit.lang).to_owned()),
        };
        match scope {
            Some(scope) => visit.ta("role-for", &[("role", (&name).into()), ("scope", (&scope).into())]),
            None => name,
        }
    };
    let place = |role: &Role| match role {
        Role::RegionalOfficer(slug) => Some(format!("/regions/{slug}")),
        Role::Partner(Some(id)) => Some(format!("/organisations/{id}")),
        other => other.city().and_then(|id| cities.get(&id)).map(cities::City::path),
    };
    let region = |role: &Role| match role {
        Role::RegionalOfficer(slug) => slug.clone(),
        other => other.city().and_then(|id| cities.get(&id)).map(|city| city.region.clone()).unwrap_or_default(),
    };
    let named = |own: Unnamed| {
        let calendar = visit.hub.network.calendar_of(&region(&own.role));
        let label = with_days(visit, calendar, label(&own.role), own.begins_at, own.ends_at);
        NamedRole { id: own.id, label, place: place(&own.role) }
    };
    Ok(roles.into_iter().map(named).collect())
}

/// What somebody does, with its first day and its last.
pub(crate) fn with_days(
    visit: &Visit,
    calendar: &Calendar,
    role: String,
    begins_at: Option<Time>,
    ends_at: Option<Time>,
) -> String {
    let from = begins_at.map(|at| visit.day(&Day(calendar.day_of(at))));
    let until = ends_at.map(|at| visit.day(&Day(last_day(calendar, at))));
    match (from, until) {
        (None, None) => role,
        (Some(from), None) => visit.ta("role-from", &[("role", (&role).into()), ("from", (&from).into())]),
        (None, Some(until)) => visit.ta("role-until", &[("role", (&role).into()), ("until", (&until).into())]),
        (Some(from), Some(until)) => visit
            .ta("role-from-until", &[("role", (&role).into()), ("from", (&from).into()), ("until", (&until).into())]),
    }
}

#[derive(Template)]
#[template(path = "people/person.html")]
struct PersonPage<'a> {
    v: &'a Visit,
    meta: Meta,
    person: &'a PersonRow,
    roles: Vec<NamedRole>,
    /// Those that are to come, each with whether the reader may call it off.
    coming: Vec<(NamedRole, bool)>,
    may_change: bool,
    /// A second step is asked for, and the reader may take it away.
    may_take_second_step: bool,
    /// When it goes.
    ends: Option<Time>,
    /// Their account is to be erased.
    erasure: Option<Erasure>,
    waits: Waits,
    form: Form<'a>,
    lists: RoleLists,
}

web::framed!(PersonPage);

/// Where no letter leaves: whether this person waits for one.
#[derive(PartialEq, Eq)]
enum Waits {
    No,
    /// And the reader may hand the link over.
    ForTheReader,
    /// And somebody else may.
    ForOthers,
}

async fn waits(visit: &Visit, sql: &store::Sql, person: &PersonRow) -> base::Result<Waits> {
    if visit.hub.mailer.leaves() || !person.active || person.ready {
        return Ok(Waits::No);
    }
    let may = manage::may_hand_over(sql, &visit.actor, person.id).await?;
    Ok(if may { Waits::ForTheReader } else { Waits::ForOthers })
}

pub(crate) async fn get(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    show(&visit, id, Fields::default()).await
}

pub(super) async fn show(visit: &Visit, id: PersonId, filled: impl Into<Filled>) -> Answer {
    check(visit)?;
    let sql = visit.hub.db.read();
    let person = rows::by_id(&sql, id).await?;
    // What goes on record of a look is no part of what is shown.
    store::count_part(note_seen(&visit.hub, &sql, &visit.actor, id)).await?;
    let held = rows::roles::of(&sql, person.id).await?;
    let form = Form::new(visit, filled);
    let roles_only: Vec<Role> = held.iter().map(|row| row.role.clone()).collect();
    let coming = rows::coming::of(&sql, person.id).await?;
    // Named together: their cities are one statement.
    let all = held.iter().map(Unnamed::held).chain(coming.iter().map(Unnamed::coming)).collect();
    let mut roles = named(visit, all).await?;
    let named_coming = roles.split_off(held.len());
    let may: Vec<bool> = coming.iter().map(|own| may_grant(&visit.actor, &own.role)).collect();
    let may_take = may_take_second_step(&visit.actor, id, &roles_only);
    let waiting = rows::waits::of(&sql, id).await?;
    let template = PersonPage {
        v: visit,
        meta: Meta::titled(&person.name).hide(),
        roles,
        coming: named_coming.into_iter().zip(may).collect(),
        may_change: may_change(&visit.actor, &roles_only),
        may_take_second_step: may_take && second_step::is_on(&sql, id).await?,
        ends: waiting.second_step_ends.filter(|_| may_take),
        erasure: waiting.erasure,
        waits: waits(visit, &sql, &person).await?,
        lists: role_lists(visit, &form).await?,
        person: &person,
        form,
    };
    page(template.form.status(), &template, None)
}

#[derive(Template)]
#[template(path = "people/hand_over.html")]
struct HandOver<'a> {
    v: &'a Visit,
    meta: Meta,
    person: PersonRow,
    /// The whole address.
    link: String,
}

web::framed!(HandOver);

/// The link is shown on the answer itself, once: it is kept nowhere.
pub(crate) async fn hand_over(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    check(&visit)?;
    match manage::hand_over(&visit.hub, &visit.actor, id).await {
        Ok(secret) => {
            let person = rows::by_id(&visit.hub.db.read(), id).await?;
            let link = visit.hub.address(&format!("/{}/links/{secret}", person.lang));
            let meta = Meta::titled(visit.t1("hand-over-title", "name", &person.name)).hide();
            page(StatusCode::OK, &HandOver { v: &visit, meta, person, link }, None)
        }
        Err(fail) => show(&visit, id, Filled::failed(Fields::default(), fail)?).await,
    }
}

/// After a change: back to the person, saying what was done.
pub(super) fn back(visit: &Visit, id: PersonId, done: &str) -> Answer {
    Ok(redirect(&visit.done(format!("/office/people/{id}"), done)).into_response())
}

pub(crate) async fn grant(visit: Visit, Path(id): Path<PersonId>, mut fields: Fields) -> Answer {
    check(&visit)?;
    let named = super::picked(&visit, &mut fields).await?;
    let (wished, days) = match (RoleGrant::read(&fields, &visit.hub.network), TermDays::read(&fields), named) {
        (Ok(wished), Ok(days), named) if named.is_empty() => (wished, days),
        (wished, days, named) => {
            let errors =
                wished.err().into_iter().flatten().chain(named).chain(days.err().into_iter().flatten()).collect();
            return show(&visit, id, Filled::wrong(fields, errors)).await;
        }
    };
    match roles::grant(&visit.hub, &visit.actor, id, &wished, days).await {
        Ok(Begins::Now) => back(&visit, id, "role-granted"),
        Ok(Begins::Later) => back(&visit, id, "role-planned"),
        Err(fail) => show(&visit, id, Filled::failed(fields, fail)?).await,
    }
}

pub(crate) async fn take(visit: Visit, Path((id, role)): Path<(PersonId, String)>) -> Answer {
    check(&visit)?;
    let role = base::id::read_id(&role).ok_or(Fail::NotFound)?;
    match roles::take(&visit.hub, &visit.actor, id, role).await {
        Ok(()) => back(&visit, id, "role-taken"),
        Err(Fail::Conflict(_)) => show(&visit, id, last_administrator()).await,
        Err(fail) => Err(fail.into()),
    }
}

/// The network would be without anybody who runs it.
pub(super) fn last_administrator() -> Filled {
    Filled::conflicting(Fields::default(), FieldError::new("", "error-last-administrator"))
}

async fn set_active(visit: Visit, id: PersonId, active: bool) -> Answer {
    check(&visit)?;
    match manage::set_active(&visit.hub, &visit.actor, id, active).await {
        Ok(()) => back(&visit, id, if active { "activated" } else { "deactivated" }),
        Err(Fail::Conflict(_)) => show(&visit, id, last_administrator()).await,
        Err(fail) => show(&visit, id, Filled::failed(Fields::default(), fail)?).await,
    }
}

pub(crate) async fn deactivate(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    set_active(visit, id, false).await
}

pub(crate) async fn activate(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    set_active(visit, id, true).await
}

pub(crate) async fn take_second_step(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    check(&visit)?;
    match second_step::take_away(&visit.hub, &visit.actor, id).await? {
        Taken::Gone => back(&visit, id, "second-step-taken-away"),
        Taken::Waits => Ok(redirect(&visit.done_by_letter(place(id), "second-step-ending")).into_response()),
        Taken::Nothing => Ok(redirect(&visit.link(place(id))).into_response()),
    }
}

pub(crate) async fn keep_second_step(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    check(&visit)?;
    second_step::let_be(&visit.hub, &visit.actor, id).await?;
    back(&visit, id, "second-step-kept")
}

/// Where somebody's page is.
pub(super) fn place(id: PersonId) -> String {
    format!("/office/people/{id}")
}

pub(crate) async fn link(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    check(&visit)?;
    match manage::send_link(&visit.hub, &visit.actor, id).await {
        Ok(()) => {
            let page = visit.done_by_letter(format!("/office/people/{id}"), "link-sent");
            Ok(redirect(&page).into_response())
        }
        Err(fail) => show(&visit, id, Filled::failed(Fields::default(), fail)?).await,
    }
}
