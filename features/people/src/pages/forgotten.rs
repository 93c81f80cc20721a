//! A forgotten password.

use askama::Template;
use axum::response::IntoResponse;
use base::Fail;
use input::Fields;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use crate::actions::links::{self, For};

#[derive(Template)]
#[template(path = "people/forgotten.html")]
struct Forgotten<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
}

web::framed!(Forgotten);

pub(crate) async fn get(visit: Visit) -> Answer {
    show(&visit, Fields::default())
}

pub(crate) async fn post(visit: Visit, fields: Fields) -> Answer {
    let what = if fields.get("do") == "enter" { For::Session } else { For::Password };
    match ask(&visit, fields.get("email"), what).await {
        Ok(()) => {
            let told = match what {
                For::Password => visit.done_by_letter("/sign-in", "forgotten"),
                For::Session => visit.done_by_letter("/sign-in", "enter-link"),
            };
            Ok(redirect(&told).into_response())
        }
        Err(fail) => show(&visit, Filled::failed(fields, fail)?),
    }
}

async fn ask(visit: &Visit, email: &str, what: For) -> Result<(), Fail> {
    if !mail::is_address(email.trim()) {
        return Err(Fail::field("email", "error-email"));
    }
    links::forgotten(&visit.hub, email, &visit.client, what).await
}

fn show(visit: &Visit, filled: impl Into<Filled>) -> Answer {
    let meta = Meta::titled(visit.t("forgotten-title")).hide();
    let form = Form::new(visit, filled);
    page(form.status(), &Forgotten { v: visit, meta, form }, None)
}
