//! From when until when somebody holds a role: another last day, and what is not to come.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, PersonId};
use input::Fields;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::colleagues::{own_city, people_path};
use super::confirm::changeable;
use super::person::{Unnamed, back, named};
use crate::actions::terms;
use crate::calendars::calendar;
use crate::rules::{PersonRow, RoleRow, TermDays, last_day};

#[derive(Template)]
#[template(path = "people/until.html")]
struct Until<'a> {
    v: &'a Visit,
    meta: Meta,
    person: &'a PersonRow,
    role: String,
    form: Form<'a>,
}

web::framed!(Until);

/// The person, and the role of theirs that the address names.
async fn of(visit: &Visit, id: PersonId, role: &str) -> base::Result<(PersonRow, RoleRow)> {
    let (person, held) = changeable(visit, id).await?;
    let role = base::id::read_id(role).ok_or(Fail::NotFound)?;
    Ok((person, held.into_iter().find(|row| row.id == role).ok_or(Fail::NotFound)?))
}

pub(crate) async fn get(visit: Visit, Path((id, role)): Path<(PersonId, String)>) -> Answer {
    let (person, row) = of(&visit, id, &role).await?;
    let now = match row.ends_at {
        Some(end) => {
            let own = calendar(&visit.hub, &visit.hub.db.read(), &row.role).await?;
            Fields::default().with("until", last_day(own, end).to_string())
        }
        None => Fields::default(),
    };
    show(&visit, &person, &row, now).await
}

pub(crate) async fn post(visit: Visit, Path((id, role)): Path<(PersonId, String)>, fields: Fields) -> Answer {
    let (person, row) = of(&visit, id, &role).await?;
    let set = match TermDays::read(&fields) {
        Ok(days) => terms::limit(&visit.hub, &visit.actor, id, row.id, days).await,
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match set {
        Ok(()) => back(&visit, id, "role-end-set"),
        Err(fail) => show(&visit, &person, &row, Filled::failed(fields, fail)?).await,
    }
}

async fn show(visit: &Visit, person: &PersonRow, row: &RoleRow, filled: impl Into<Filled>) -> Answer {
    let role = named(visit, vec![Unnamed { ends_at: None, ..Unnamed::held(row) }]).await?;
    let template = Until {
        v: visit,
        meta: Meta::titled(visit.t("until-title")).hide(),
        person,
        role: role.into_iter().next().map(|own| own.label).unwrap_or_default(),
        form: Form::new(visit, filled),
    };
    page(template.form.status(), &template, None)
}

pub(crate) async fn call_off(visit: Visit, Path((id, coming)): Path<(PersonId, String)>) -> Answer {
    super::check(&visit)?;
    let coming = base::id::read_id(&coming).ok_or(Fail::NotFound)?;
    terms::call_off(&visit.hub, &visit.actor, id, coming).await?;
    back(&visit, id, "role-called-off")
}

pub(crate) async fn call_off_by_city(
    visit: Visit,
    Path((slug, person, coming)): Path<(String, PersonId, String)>,
) -> Answer {
    let city = own_city(&visit, &slug).await?;
    let coming = base::id::read_id(&coming).ok_or(Fail::NotFound)?;
    terms::call_off(&visit.hub, &visit.actor, person, coming).await?;
    Ok(redirect(&visit.done(people_path(&city.slug), "role-called-off")).into_response())
}
