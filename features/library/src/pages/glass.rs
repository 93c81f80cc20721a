//! Breaking the glass: an administrator opens a city's own documents, with a reason.

use askama::Template;
use axum::response::IntoResponse;
use base::limits::TEXT_CHARS;
use base::{Fail, FieldError};
use http::StatusCode;
use web::form::Choice;
use web::{Answer, Fields, Form, Meta, Visit, page, redirect};

/// Characters of a reason at least: "test" is none.
const REASON_CHARS: usize = 15;

#[derive(Template)]
#[template(path = "library/glass.html")]
struct Glass<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    cities: Vec<Choice>,
}

fn check(visit: &Visit) -> Result<(), Fail> {
    visit.person()?;
    if visit.actor.is_administrator() { Ok(()) } else { Err(Fail::Forbidden) }
}

pub(crate) async fn get(visit: Visit) -> Answer {
    check(&visit)?;
    show(&visit, Fields::default(), Vec::new()).await
}

pub(crate) async fn post(visit: Visit, fields: Fields) -> Answer {
    check(&visit)?;
    let (city, reason) = (fields.line("city"), fields.text("reason"));
    let mut errors = Vec::new();
    if city.is_empty() {
        errors.push(FieldError::new("city", "error-choose").with("label", "doc-city"));
    }
    if reason.chars().count() < REASON_CHARS {
        errors.push(FieldError::new("reason", "error-reason").with("least", REASON_CHARS));
    }
    if reason.chars().count() > TEXT_CHARS {
        errors.push(FieldError::new("reason", "error-too-long").with("max", TEXT_CHARS));
    }
    if !errors.is_empty() {
        return show(&visit, fields, errors).await;
    }
    let told = people::break_glass(&visit.hub, &visit.actor, &city, &reason).await?;
    let done = if told > 0 { "glass" } else { "glass-nobody" };
    Ok(redirect(&visit.done(format!("/library?city={city}"), done)).into_response())
}

async fn show(visit: &Visit, fields: Fields, errors: Vec<FieldError>) -> Answer {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut cities = vec![Choice::new("", visit.t("choose"))];
    let all = cities::many(&visit.hub.db.read(), "", visit.lang, super::CITIES).await?;
    cities.extend(all.into_iter().map(|city| Choice::new(&city.slug, city.name(visit.lang))));
    let meta = Meta::titled(visit.t("glass-title")).hide();
    page(status, &Glass { v: visit, meta, form: Form::wrong(visit, fields, errors), cities }, None)
}
