//! A forgotten password.

use askama::Template;
use axum::response::IntoResponse;
use base::FieldError;
use http::StatusCode;
use web::{Answer, Fields, Form, Meta, Visit, page, redirect};

use crate::actions::links;

#[derive(Template)]
#[template(path = "people/forgotten.html")]
struct Forgotten<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
}

pub(crate) async fn get(visit: Visit) -> Answer {
    show(&visit, Fields::default(), Vec::new())
}

pub(crate) async fn post(visit: Visit, fields: Fields) -> Answer {
    if !mail::is_address(fields.get("email").trim()) {
        return show(&visit, fields, vec![FieldError::new("email", "error-email")]);
    }
    links::forgotten(&visit.hub, fields.get("email"), &visit.client).await?;
    Ok(redirect(&visit.done("/sign-in", "forgotten")).into_response())
}

fn show(visit: &Visit, fields: Fields, errors: Vec<FieldError>) -> Answer {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let meta = Meta::titled(visit.t("forgotten-title")).hide();
    page(status, &Forgotten { v: visit, meta, form: Form::wrong(visit, fields, errors) }, None)
}
