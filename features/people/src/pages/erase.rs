//! The own account is erased: what goes, what stays, when, and how it is taken back.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, FieldError, PersonId, Time};
use cities::City;
use input::Fields;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::check;
use super::person::{back, last_administrator, place, show as show_person};
use crate::actions::erasure;
use crate::rows::roles;

/// Where it is asked for.
const PLACE: &str = "/account/erase";

#[derive(Template)]
#[template(path = "people/erase.html")]
struct ErasePage<'a> {
    v: &'a Visit,
    meta: Meta,
    email: &'a str,
    form: Form<'a>,
    /// When the account is closed, as long as that can be taken back.
    closes: Option<Time>,
    /// It can be asked for: nobody has, or the office.
    may_ask: bool,
    /// Cities that nobody else leads.
    alone: Vec<City>,
}

web::framed!(ErasePage);

pub(crate) async fn get(visit: Visit) -> Answer {
    show(&visit, Fields::default()).await
}

async fn show(visit: &Visit, filled: impl Into<Filled>) -> Answer {
    let me = visit.person()?;
    let sql = visit.hub.db.read();
    let mut alone: Vec<City> =
        cities::by_ids(&sql, &roles::led_alone(&sql, me.id).await?).await?.into_values().collect();
    alone.sort_by_key(|city| city.id);
    let waits = erasure::of(&sql, me.id).await?;
    let template = ErasePage {
        v: visit,
        meta: Meta::titled(visit.t("erase-title")).hide(),
        email: &me.email,
        form: Form::new(visit, filled),
        closes: waits.filter(|own| own.waits(visit.hub.now())).map(|own| own.due_at),
        may_ask: waits.is_none_or(|own| own.is_by_office()),
        alone,
    };
    page(template.form.status(), &template, None)
}

pub(crate) async fn post(visit: Visit) -> Answer {
    match erasure::ask(&visit.hub, &visit.actor).await {
        Ok(()) => Ok(redirect(&visit.done_by_letter(PLACE, "erasure-asked")).into_response()),
        Err(Fail::Conflict(_)) => {
            let error = FieldError::new("", "error-erase-last-administrator");
            show(&visit, Filled::conflicting(Fields::default(), error)).await
        }
        Err(fail) => Err(fail.into()),
    }
}

pub(crate) async fn keep(visit: Visit) -> Answer {
    match erasure::keep(&visit.hub, &visit.actor).await? {
        true => Ok(redirect(&visit.done("/account", "account-kept")).into_response()),
        false => Ok(redirect(&visit.link(PLACE)).into_response()),
    }
}

/// Somebody of the office does it for whoever wrote and asked.
pub(crate) async fn post_for(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    check(&visit)?;
    match erasure::ask_for(&visit.hub, &visit.actor, id).await {
        Ok(()) => Ok(redirect(&visit.done_by_letter(place(id), "erasure-asked-for")).into_response()),
        Err(Fail::Conflict(_)) => show_person(&visit, id, last_administrator()).await,
        Err(fail) => Err(fail.into()),
    }
}

/// And takes it back.
pub(crate) async fn keep_for(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    check(&visit)?;
    match erasure::let_be(&visit.hub, &visit.actor, id).await? {
        true => back(&visit, id, "account-kept"),
        false => Ok(redirect(&visit.link(place(id))).into_response()),
    }
}
