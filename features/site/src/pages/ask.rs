//! Asking the team, about a page or anything; and the page that says what happens next.

use askama::Template;
use axum::response::IntoResponse;
use http::StatusCode;
use input::Fields;
use web::{Answer, Filled, Form, Meta, Topics, Visit, page, redirect};

use super::contact;

#[derive(Template)]
#[template(path = "site/ask.html")]
struct Ask<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    /// The page that is asked about.
    about: String,
}

web::framed!(Ask);

#[derive(Template)]
#[template(path = "site/sent.html")]
struct Sent<'a> {
    v: &'a Visit,
    meta: Meta,
}

web::framed!(Sent);

pub(crate) async fn get(visit: Visit) -> Answer {
    let about = contact::about(&Fields::parse(&visit.query));
    let fields = Fields::default().with("about", about);
    let fields = match visit.actor.person() {
        Some(person) => fields.with("name", &person.name).with("email", &person.email),
        None => fields,
    };
    show(&visit, fields)
}

pub(crate) async fn post(visit: Visit, fields: Fields) -> Answer {
    let done = visit.link("/ask/sent");
    match contact::send(&visit, &fields, false, &done).await {
        Ok(()) => Ok(redirect(&done).into_response()),
        Err(fail) => show(&visit, Filled::failed(fields, fail)?),
    }
}

pub(crate) async fn sent(visit: Visit) -> Answer {
    let meta = Meta::titled(visit.t("sent-title")).hide();
    page(StatusCode::OK, &Sent { v: &visit, meta }, Some(Topics::fixed()))
}

fn show(visit: &Visit, filled: impl Into<Filled>) -> Answer {
    let form = Form::new(visit, filled);
    let about = contact::about(&Fields::default().with("about", form.value("about")));
    let meta = Meta::titled(visit.t("ask-title")).hide();
    page(form.status(), &Ask { v: visit, meta, form, about }, None)
}
