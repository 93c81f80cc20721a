//! What a link leads to: setting a password; for the first administrator, an account.

use askama::Template;
use axum::extract::Path;
use base::Fail;
use http::{HeaderMap, StatusCode};
use input::Fields;
use web::{Answer, Filled, Form, Meta, Visit, kept_by_nobody, page};

use super::sign_in::{agent_of, lead_on};
use crate::actions::links::{self, Opens};
use crate::actions::session::Browser;
use crate::password::weakness;
use crate::rules::{Newcomer, PersonRow};
use crate::sessions::device;

#[derive(Template)]
#[template(path = "people/link.html")]
struct LinkPage<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    person: Option<&'a PersonRow>,
}

web::framed!(LinkPage);

#[derive(Template)]
#[template(path = "people/enter.html")]
struct Enter<'a> {
    v: &'a Visit,
    meta: Meta,
    person: &'a PersonRow,
}

web::framed!(Enter);

#[derive(Template)]
#[template(path = "people/link_gone.html")]
struct Gone<'a> {
    v: &'a Visit,
    meta: Meta,
}

web::framed!(Gone);

fn gone(visit: &Visit) -> Answer {
    let meta = Meta::titled(visit.t("link-gone")).hide();
    page(StatusCode::GONE, &Gone { v: visit, meta }, None)
}

pub(crate) async fn get(visit: Visit, Path(secret): Path<String>) -> Answer {
    match links::holder(&visit.hub, &secret).await? {
        Some(Opens::First) => show(&visit, None, Fields::default()),
        Some(Opens::Password(person)) => show(&visit, Some(&person), Fields::default()),
        // Looked at, it does nothing: programs look at what is in e-mails.
        Some(Opens::Session(person)) => {
            let meta = Meta::titled(visit.t("enter-title")).hide();
            kept_by_nobody(page(StatusCode::OK, &Enter { v: &visit, meta, person: &person }, None))
        }
        None => gone(&visit),
    }
}

pub(crate) async fn post(visit: Visit, Path(secret): Path<String>, headers: HeaderMap, fields: Fields) -> Answer {
    let person = match links::holder(&visit.hub, &secret).await? {
        Some(Opens::First) => None,
        Some(Opens::Password(person)) => Some(person),
        Some(Opens::Session(_)) => return enter(&visit, &secret, &headers).await,
        None => return gone(&visit),
    };
    let (newcomer, mut errors) = match &person {
        Some(_) => (None, Vec::new()),
        None => match Newcomer::read(&fields, &visit.hub.network.languages, visit.lang) {
            Ok(newcomer) => (Some(newcomer), Vec::new()),
            Err(errors) => (None, errors),
        },
    };
    let (email, name) = match (&person, &newcomer) {
        (Some(person), _) => (person.email.as_str(), person.name.as_str()),
        (None, Some(newcomer)) => (newcomer.email.as_str(), newcomer.name.as_str()),
        (None, None) => ("", ""),
    };
    errors.extend(weakness("password", fields.get("password"), email, name));
    if !errors.is_empty() {
        return show(&visit, person.as_ref(), Filled::wrong(fields, errors));
    }
    let (password, agent) = (fields.get("password").to_owned(), agent_of(&headers));
    match links::use_link(&visit.hub, &secret, newcomer, password, agent).await {
        Ok(admitted) => Ok(lead_on(&visit, &admitted, &visit.done("/cities/mine", "welcome"))),
        Err(Fail::NotFound) => gone(&visit),
        Err(fail) => show(&visit, person.as_ref(), Filled::failed(fields, fail)?),
    }
}

async fn enter(visit: &Visit, secret: &str, headers: &HeaderMap) -> Answer {
    let device = device(&visit.hub, headers);
    let browser = Browser { session: visit.session.as_deref(), device: device.as_deref(), agent: agent_of(headers) };
    match links::enter(&visit.hub, secret, browser).await {
        Ok(admitted) => Ok(lead_on(visit, &admitted, &visit.link("/cities/mine"))),
        Err(Fail::NotFound) => gone(visit),
        Err(fail) => Err(fail.into()),
    }
}

fn show(visit: &Visit, person: Option<&PersonRow>, filled: impl Into<Filled>) -> Answer {
    let meta = Meta::titled(visit.t(if person.is_some() { "link-title" } else { "link-first-title" })).hide();
    let form = Form::new(visit, filled);
    kept_by_nobody(page(form.status(), &LinkPage { v: visit, meta, form, person }, None))
}
