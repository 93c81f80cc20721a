//! Pages that ask before somebody loses a role, or the way in.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, PersonId, Result, Role};
use http::StatusCode;
use web::{Answer, Meta, Visit, page, redirect};

use super::check;
use super::person::{Unnamed, named};
use crate::access::{may_change, may_take_second_step};
use crate::actions::seen::note_seen;
use crate::actions::{erasure, second_step};
use crate::rows;
use crate::rules::{PersonRow, RoleRow, cities_of};

#[derive(Template)]
#[template(path = "people/confirm.html")]
struct Confirm<'a> {
    v: &'a Visit,
    meta: Meta,
    person: &'a PersonRow,
    /// The role that is to be taken.
    role: Option<String>,
    /// What follows, and what is pressed.
    text: String,
    send: String,
}

web::framed!(Confirm);

/// Somebody whom the reader may change, with their roles.
pub(super) async fn changeable(visit: &Visit, id: PersonId) -> Result<(PersonRow, Vec<RoleRow>)> {
    check(visit)?;
    let sql = visit.hub.db.read();
    let person = rows::by_id(&sql, id).await?;
    let held = rows::roles::of(&sql, id).await?;
    let roles: Vec<Role> = held.iter().map(|row| row.role.clone()).collect();
    if !may_change(&visit.actor, &roles) {
        return Err(Fail::Forbidden);
    }
    store::count_part(note_seen(&visit.hub, &sql, &visit.actor, id)).await?;
    Ok((person, held))
}

pub(crate) async fn take(visit: Visit, Path((id, role)): Path<(PersonId, String)>) -> Answer {
    let (person, held) = changeable(&visit, id).await?;
    let row =
        base::id::read_id(&role).and_then(|id| held.into_iter().find(|row| row.id == id)).ok_or(Fail::NotFound)?;
    let of_city = row.role.city().is_some();
    let role = named(&visit, vec![Unnamed::held(&row)]).await?.pop().ok_or(Fail::NotFound)?.label;
    let template = Confirm {
        v: &visit,
        meta: Meta::titled(visit.t("take-title")).hide(),
        person: &person,
        role: Some(role),
        text: visit.t(if of_city { "take-text" } else { "take-text-no-city" }),
        send: visit.t("role-take"),
    };
    page(StatusCode::OK, &template, None)
}

pub(crate) async fn take_second_step(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    let (person, held) = changeable(&visit, id).await?;
    let roles: Vec<Role> = held.into_iter().map(|row| row.role).collect();
    if !may_take_second_step(&visit.actor, id, &roles) {
        return Err(Fail::Forbidden.into());
    }
    // Taken away meanwhile, or never set up: the person's page says how it stands.
    let sql = visit.hub.db.read();
    if !second_step::is_on(&sql, id).await? || second_step::ending(&sql, id).await?.is_some() {
        return Ok(redirect(&visit.link(format!("/office/people/{id}"))).into_response());
    }
    let template = Confirm {
        v: &visit,
        meta: Meta::titled(visit.t("second-step-take-title")).hide(),
        person: &person,
        role: None,
        text: match visit.hub.settings.second_step_wait {
            0 => visit.t("second-step-take-text"),
            hours => visit.tn("second-step-take-wait", hours),
        },
        send: visit.t("second-step-take"),
    };
    page(StatusCode::OK, &template, None)
}

pub(crate) async fn erase(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    let (person, _) = changeable(&visit, id).await?;
    // Their own account people erase where they have it.
    if visit.actor.id() == Some(id) {
        return Ok(redirect(&visit.link("/account/erase")).into_response());
    }
    // Asked for meanwhile: the person's page says how it stands.
    if erasure::of(&visit.hub.db.read(), id).await?.is_some() {
        return Ok(redirect(&visit.link(format!("/office/people/{id}"))).into_response());
    }
    let template = Confirm {
        v: &visit,
        meta: Meta::titled(visit.t("erase-for-title")).hide(),
        person: &person,
        role: None,
        text: visit.tn("erase-for-text", crate::rules::ERASURE_WAITS.num_days()),
        send: visit.t("person-erase"),
    };
    page(StatusCode::OK, &template, None)
}

pub(crate) async fn deactivate(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    let (person, held) = changeable(&visit, id).await?;
    let of_city = !cities_of(&held).is_empty();
    let template = Confirm {
        v: &visit,
        meta: Meta::titled(visit.t("deactivate-title")).hide(),
        person: &person,
        role: None,
        text: visit.t(if of_city { "deactivate-text" } else { "deactivate-text-no-city" }),
        send: visit.t("person-deactivate"),
    };
    page(StatusCode::OK, &template, None)
}
