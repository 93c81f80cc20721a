//! Signing in and out.

use askama::Template;
use axum::response::{IntoResponse, Response};
use base::{Fail, FieldError};
use http::{StatusCode, header};
use web::{Answer, Fields, Form, Meta, Visit, page, redirect, serve};

use crate::actions::sign_in;
use crate::rules::SESSION;

#[derive(Template)]
#[template(path = "people/sign_in.html")]
struct SignIn<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
}

/// Where to go afterwards: only ever a page of this hub.
pub(super) fn next(fields: &Fields, visit: &Visit) -> String {
    let next = fields.get("next");
    let own = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains(['\\', '\r', '\n', '\t'])
        && !next.contains("/sign-");
    if own { next.to_owned() } else { visit.link("/account") }
}

/// Puts the session's cookie on an answer.
pub(super) fn with_session(visit: &Visit, secret: &str, mut response: Response) -> Response {
    let seconds = if secret.is_empty() { 0 } else { SESSION.num_seconds() };
    response.headers_mut().append(header::SET_COOKIE, serve::set_session(&visit.hub, secret, seconds));
    response
}

pub(crate) async fn get(visit: Visit) -> Answer {
    let fields = Fields::parse(&visit.query);
    if visit.actor.person().is_some() {
        return Ok(redirect(&next(&fields, &visit)).into_response());
    }
    show(&visit, fields, Vec::new())
}

pub(crate) async fn post(visit: Visit, fields: Fields) -> Answer {
    match sign_in::sign_in(
        &visit.hub,
        fields.get("email"),
        fields.get("password"),
        &visit.client,
        visit.session.as_deref(),
    )
    .await
    {
        Ok(secret) => Ok(with_session(&visit, &secret, redirect(&next(&fields, &visit)))),
        Err(Fail::Invalid(errors)) => show(&visit, fields, errors),
        Err(fail) => Err(fail.into()),
    }
}

pub(crate) async fn out(visit: Visit) -> Answer {
    if let Some(secret) = &visit.session {
        sign_in::sign_out(&visit.hub, secret).await?;
    }
    Ok(with_session(&visit, "", redirect(&format!("{}?done=signed-out", visit.link("/sign-in")))))
}

fn show(visit: &Visit, fields: Fields, errors: Vec<FieldError>) -> Answer {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let meta = Meta::titled(visit.t("sign-in")).hide();
    page(status, &SignIn { v: visit, meta, form: Form::wrong(visit, fields, errors) }, None)
}
