//! Another address for the own account.

use askama::Template;
use axum::response::IntoResponse;
use base::Fail;
use input::Fields;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use crate::actions::address;
use crate::rules::fold_email;

const PLACE: &str = "/account/address";

#[derive(Template)]
#[template(path = "people/address.html")]
struct AddressPage<'a> {
    v: &'a Visit,
    meta: Meta,
    email: &'a str,
    /// The address that waits for whoever reads it.
    waiting: Option<String>,
    form: Form<'a>,
}

web::framed!(AddressPage);

pub(crate) async fn get(visit: Visit) -> Answer {
    show(&visit, Fields::default()).await
}

pub(crate) async fn post(visit: Visit, fields: Fields) -> Answer {
    match ask(&visit, fields.get("email")).await {
        Ok(()) => Ok(redirect(&visit.done_by_letter(PLACE, "address-asked")).into_response()),
        Err(fail) => show(&visit, Filled::failed(fields, fail)?).await,
    }
}

async fn ask(visit: &Visit, typed: &str) -> Result<(), Fail> {
    visit.person()?;
    let this = visit.session.as_deref().ok_or(Fail::SignIn)?;
    let email = fold_email(typed);
    if !mail::is_address(&email) {
        return Err(Fail::field("email", "error-email"));
    }
    address::ask(&visit.hub, &visit.actor, this, &email).await
}

pub(crate) async fn give_up(visit: Visit) -> Answer {
    address::give_up(&visit.hub, &visit.actor).await?;
    Ok(redirect(&visit.done(PLACE, "address-given-up")).into_response())
}

async fn show(visit: &Visit, filled: impl Into<Filled>) -> Answer {
    let me = visit.person()?;
    let form = Form::new(visit, filled);
    let waiting = address::waiting(&visit.hub, &visit.hub.db.read(), me.id).await?;
    let template = AddressPage {
        v: visit,
        meta: Meta::titled(visit.t("address-title")).hide(),
        email: &me.email,
        waiting: waiting.map(|change| change.new_email),
        form,
    };
    page(template.form.status(), &template, None)
}
