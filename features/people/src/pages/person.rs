//! One person in the back office: roles, active or not, a link again.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, FieldError, PersonId, Role, Time};
use http::StatusCode;
use input::Fields;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::{RoleLists, check, role_lists};
use crate::access::{may_change, may_take_second_step};
use crate::actions::second_step::Taken;
use crate::actions::{manage, roles, second_step};
use crate::rows;
use crate::rules::{PersonRow, RoleGrant, role_words};

/// A role in the reader's words.
pub(crate) struct NamedRole {
    /// The role's id, or whatever its caller gave.
    pub id: i64,
    /// `City lead, Diffa`.
    pub label: String,
    /// Where it is held: the page of a city or of a region, behind the language.
    pub place: Option<String>,
}

impl NamedRole {
    /// Its id as written.
    pub(crate) fn written(&self) -> String {
        base::id::write_id(self.id)
    }
}

/// Names roles in the reader's language.
pub(crate) async fn named(visit: &Visit, roles: Vec<(i64, Role)>) -> base::Result<Vec<NamedRole>> {
    let mut ids: Vec<_> = roles.iter().filter_map(|(_, role)| role.city()).collect();
    ids.sort();
    ids.dedup();
    let cities = cities::by_ids(&visit.hub.db.read(), &ids).await?;
    let label = |role: &Role| {
        let name = visit.t(role_words(role.code()));
        let scope = match role {
            Role::RegionalOfficer(slug) => {
                visit.hub.network.region(slug).map(|region| region.label(visit.lang).to_owned())
            }
            other => other.city().and_then(|id| cities.get(&id)).map(|city| city.name(visit.lang).to_owned()),
        };
        match scope {
            Some(scope) => visit.ta("role-for", &[("role", (&name).into()), ("scope", (&scope).into())]),
            None => name,
        }
    };
    let place = |role: &Role| match role {
        Role::RegionalOfficer(slug) => Some(format!("/regions/{slug}")),
        other => other.city().and_then(|id| cities.get(&id)).map(cities::City::path),
    };
    Ok(roles.into_iter().map(|(id, role)| NamedRole { id, label: label(&role), place: place(&role) }).collect())
}

#[derive(Template)]
#[template(path = "people/person.html")]
struct PersonPage<'a> {
    v: &'a Visit,
    meta: Meta,
    person: &'a PersonRow,
    roles: Vec<NamedRole>,
    may_change: bool,
    /// A second step is asked for, and the reader may take it away.
    may_take_second_step: bool,
    /// When it goes.
    ends: Option<Time>,
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

async fn show(visit: &Visit, id: PersonId, filled: impl Into<Filled>) -> Answer {
    check(visit)?;
    let sql = visit.hub.db.read();
    let person = rows::by_id(&sql, id).await?;
    let held: Vec<(i64, Role)> =
        rows::roles::of(&sql, person.id).await?.iter().map(|row| (row.id, row.role.clone())).collect();
    let form = Form::new(visit, filled);
    let roles_only: Vec<Role> = held.iter().map(|(_, role)| role.clone()).collect();
    let may_take = may_take_second_step(&visit.actor, id, &roles_only);
    let template = PersonPage {
        v: visit,
        meta: Meta::titled(&person.name).hide(),
        roles: named(visit, held).await?,
        may_change: may_change(&visit.actor, &roles_only),
        may_take_second_step: may_take && second_step::is_on(&sql, id).await?,
        ends: if may_take { second_step::ending(&sql, id).await?.map(|ending| ending.due_at) } else { None },
        waits: waits(visit, &sql, &person).await?,
        lists: role_lists(visit, form.value("city")).await?,
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
fn back(visit: &Visit, id: PersonId, done: &str) -> Answer {
    Ok(redirect(&visit.done(format!("/office/people/{id}"), done)).into_response())
}

pub(crate) async fn grant(visit: Visit, Path(id): Path<PersonId>, mut fields: Fields) -> Answer {
    check(&visit)?;
    let named = cities::pick(&visit, &mut fields, "city").await?;
    let wished = match (RoleGrant::read(&fields, &visit.hub.network), named) {
        (Ok(wished), None) => wished,
        (wished, named) => {
            let errors = wished.err().into_iter().flatten().chain(named).collect();
            return show(&visit, id, Filled::wrong(fields, errors)).await;
        }
    };
    match roles::grant(&visit.hub, &visit.actor, id, &wished).await {
        Ok(()) => back(&visit, id, "role-granted"),
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
fn last_administrator() -> Filled {
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
fn place(id: PersonId) -> String {
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
