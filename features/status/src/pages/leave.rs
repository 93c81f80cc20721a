//! Those who lead a city say that it leaves the network.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, Result};
use cities::City;
use input::Fields;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::{own_place, seen};
use crate::actions;
use crate::rules::{Decision, Draft};

#[derive(Template)]
#[template(path = "status/leave.html")]
struct LeavePage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    form: Form<'a>,
}

web::framed!(LeavePage);

impl LeavePage<'_> {
    fn place(&self) -> String {
        own_place(self.city)
    }
}

async fn led(visit: &Visit, slug: &str) -> Result<City> {
    let city = seen(visit, slug).await?;
    if visit.actor.leads(city.id) { Ok(city) } else { Err(Fail::Forbidden) }
}

pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let city = led(&visit, &slug).await?;
    if !Decision::Withdrawn.may_follow(city.membership) {
        return Ok(redirect(&visit.link(own_place(&city))).into_response());
    }
    // Whoever decides shows who they are before they write, not afterwards.
    visit.actor.must_be_recent(visit.hub.now())?;
    let today = visit.hub.network.calendar_of(&city.region).day_of(visit.hub.now());
    show(&visit, &city, Fields::default().with("from", today))
}

pub(crate) async fn post(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    let city = led(&visit, &slug).await?;
    let today = visit.hub.network.calendar_of(&city.region).day_of(visit.hub.now());
    let done = match Draft::read_own(&fields, today) {
        Ok(draft) => actions::decide(&visit.hub, &visit.actor, &city, &draft).await,
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match done {
        Ok(()) => Ok(redirect(&visit.done(own_place(&city), "city-leaves")).into_response()),
        Err(fail) => show(&visit, &city, Filled::failed(fields, fail)?),
    }
}

fn show(visit: &Visit, city: &City, filled: impl Into<Filled>) -> Answer {
    let form = Form::new(visit, filled).may_lack(&["evidence"]);
    let meta = Meta::titled(visit.t1("leave-of", "city", city.name(visit.lang))).hide();
    page(form.status(), &LeavePage { v: visit, meta, city, form }, None)
}
