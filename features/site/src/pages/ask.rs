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
    /// What was asked about: address behind the language, title.
    about: Option<(String, String)>,
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
    let about = contact::about(&fields);
    let sent = visit.link("/ask/sent");
    let done = if about.is_empty() { sent } else { format!("{sent}?about={about}") };
    match contact::send(&visit, &fields, false, &done).await {
        Ok(()) => Ok(redirect(&done).into_response()),
        Err(fail) => show(&visit, &offered, Filled::failed(fields, fail)?).await,
    }
}

pub(crate) async fn sent(visit: Visit, offered: Offered) -> Answer {
    let meta = Meta::titled(visit.t("sent-title")).hide();
    let about = titled(&visit, &offered, contact::about(&Fields::parse(&visit.query))).await?;
    // Whoever asked goes back to it; who may see it is another question for each reader.
    let topics = about.is_none().then(Topics::fixed);
    page(StatusCode::OK, &Sent { v: &visit, meta, about }, topics)
}

async fn show(visit: &Visit, offered: &Offered, filled: impl Into<Filled>) -> Answer {
    let form = Form::new(visit, filled);
    let about = titled(visit, offered, contact::about(&Fields::default().with("about", form.value("about")))).await?;
    let meta = Meta::titled(visit.t("ask-title")).hide();
    page(form.status(), &Ask { v: visit, meta, form, about }, None)
}

/// The page that is asked about, with its title, where this reader sees it.
async fn titled(visit: &Visit, offered: &Offered, about: String) -> base::Result<Option<(String, String)>> {
    Ok(offered.title(visit, &about).await?.map(|title| (about, title)))
}
