//! How a city joins, with a form to write to the network.

use askama::Template;
use axum::response::IntoResponse;
use contact::Purpose;
use input::Fields;
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Offered, Visit, page, redirect};

use super::text::{Text, text};

#[derive(Template)]
#[template(path = "site/join.html")]
struct Join<'a> {
    v: &'a Visit,
    meta: Meta,
    text: Text,
    form: Form<'a>,
}

web::framed!(Join);

pub(crate) async fn get(visit: Visit, offered: Offered) -> Answer {
    show(&visit, &offered, Fields::default()).await
}

pub(crate) async fn post(visit: Visit, offered: Offered, fields: Fields) -> Answer {
    match contact::send(&visit, &fields, Purpose::Join).await {
        Ok(done) => Ok(redirect(&done).into_response()),
        Err(fail) => show(&visit, &offered, Filled::failed(fields, fail)?).await,
    }
}

async fn show(visit: &Visit, offered: &Offered, filled: impl Into<Filled>) -> Answer {
    let text = text(visit, offered, "join").await?;
    let meta = Meta::titled(&text.title).about(visit.t("join-description"));
    let form = Form::new(visit, filled).may_lack(&["region"]);
    // Each reader has a form of their own: the time at which it was drawn is in it.
    page(form.status(), &Join { v: visit, meta, text, form }, None)
}

impl Join<'_> {
    fn regions(&self) -> Vec<Choice> {
        contact::regions(self.v)
    }
}
