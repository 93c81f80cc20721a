//! Asking the team, about a page or anything; and the page that says what happens next.

use askama::Template;
use axum::response::IntoResponse;
use http::StatusCode;
use input::Fields;
use web::{Answer, Filled, Form, Meta, Offered, Topics, Visit, page, redirect};

use super::contact;

#[derive(Template)]
#[template(path = "site/ask.html")]
struct Ask<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    /// The page that is asked about: its address behind the language, and what it is called.
    about: Option<(String, String)>,
}

web::framed!(Ask);

#[derive(Template)]
#[template(path = "site/sent.html")]
struct Sent<'a> {
    v: &'a Visit,
    meta: Meta,
}

web::framed!(Sent);

pub(crate) async fn get(visit: Visit, offered: Offered) -> Answer {
    let about = contact::about(&Fields::parse(&visit.query));
    let fields = Fields::default().with("about", about);
    let fields = match visit.actor.person() {
        Some(person) => fields.with("name", &person.name).with("email", &person.email),
        None => fields,
    };
    show(&visit, &offered, fields).await
}

pub(crate) async fn post(visit: Visit, offered: Offered, fields: Fields) -> Answer {
    let done = visit.link("/ask/sent");
    match contact::send(&visit, &fields, false, &done).await {
        Ok(()) => Ok(redirect(&done).into_response()),
        Err(fail) => show(&visit, &offered, Filled::failed(fields, fail)?).await,
    }
}

pub(crate) async fn sent(visit: Visit) -> Answer {
    let meta = Meta::titled(visit.t("sent-title")).hide();
    page(StatusCode::OK, &Sent { v: &visit, meta }, Some(Topics::fixed()))
}

async fn show(visit: &Visit, offered: &Offered, filled: impl Into<Filled>) -> Answer {
    let form = Form::new(visit, filled);
    let about = contact::about(&Fields::default().with("about", form.value("about")));
    let about = offered.title(visit, &about).await?.map(|title| (about, title));
    let meta = Meta::titled(visit.t("ask-title")).hide();
    page(form.status(), &Ask { v: visit, meta, form, about }, None)
}
