//! A city that was asked to sign gets more time, with a reason.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, FieldError, Result};
use chrono::NaiveDate;
use cities::City;
use input::{Fields, Reader};
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use crate::access::may_enter;
use crate::notices::own_place;
use crate::rules::{Asked, day};
use crate::{actions, asked_rows};

/// Characters of a reason at most.
const REASON_CHARS: usize = 1_000;
#[derive(Template)]
#[template(path = "principles/extend.html")]
struct ExtendPage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: City,
    asked: Asked,
    form: Form<'a>,
}

web::framed!(ExtendPage);

/// The city, and until when it has time; for those who answer for it.
async fn asked(visit: &Visit, slug: &str) -> Result<(City, Asked)> {
    visit.actor.must_answer_for_cities()?;
    let sql = visit.hub.db.read();
    let city = cities::city_for(&sql, &visit.actor, cities::access::Action::See, slug).await?;
    if !may_enter(&visit.actor, &city) {
        return Err(Fail::Forbidden);
    }
    let asked = asked_rows::asked_of(&sql, &[city.id]).await?.remove(&city.id).ok_or(Fail::NotFound)?;
    Ok((city, asked))
}

pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let own = asked(&visit, &slug).await?;
    // Whoever decides shows who they are before they write, not afterwards.
    visit.actor.must_be_recent(visit.hub.now())?;
    show(&visit, own, Fields::default())
}

pub(crate) async fn post(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    let own = asked(&visit, &slug).await?;
    let extended = match read(&fields) {
        Ok((until, reason)) => actions::extend(&visit.hub, &visit.actor, &own.0, until, &reason).await,
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match extended {
        Ok(()) => Ok(redirect(&visit.done(own_place(&own.0.slug), "principles-extended")).into_response()),
        Err(fail) => show(&visit, own, Filled::failed(fields, fail)?),
    }
}

fn read(fields: &Fields) -> Result<(NaiveDate, String), Vec<FieldError>> {
    let mut reader = Reader::new(fields);
    let until = day(fields, "until");
    reader.check(until.is_some(), || FieldError::new("until", "error-extension-day"));
    let reason = reader.needed_text("reason", "extension-reason", REASON_CHARS);
    reader.end((until.unwrap_or_default(), reason))
}

fn show(visit: &Visit, (city, asked): (City, Asked), filled: impl Into<Filled>) -> Answer {
    let form = Form::new(visit, filled);
    let meta = Meta::titled(visit.t1("extension-title", "city", city.name(visit.lang))).hide();
    page(form.status(), &ExtendPage { v: visit, meta, city, asked, form }, None)
}
