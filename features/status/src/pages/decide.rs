//! The office decides about a membership: what it is, from when, why, and what shows it.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, Result};
use cities::City;
use input::Fields;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::{answered_for, office_place};
use crate::access::check;
use crate::rules::{Decision, Draft, decision_words, follows_words};
use crate::{actions, rows};

#[derive(Template)]
#[template(path = "status/decide.html")]
struct DecidePage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    decision: Decision,
    form: Form<'a>,
}

web::framed!(DecidePage);

impl DecidePage<'_> {
    fn place(&self) -> String {
        office_place(self.city)
    }

    fn words(&self) -> String {
        self.v.t(decision_words(self.decision))
    }

    fn follows(&self) -> String {
        self.v.t(follows_words(self.decision))
    }
}

async fn decided(visit: &Visit, slug: &str, decision: &str) -> Result<(City, Decision)> {
    let city = answered_for(visit, slug).await?;
    let decision = Decision::parse(decision).ok_or(Fail::NotFound)?;
    check(&visit.actor, &city, decision)?;
    Ok((city, decision))
}

pub(crate) async fn get(visit: Visit, Path((slug, decision)): Path<(String, String)>) -> Answer {
    let (city, decision) = decided(&visit, &slug, &decision).await?;
    let open = rows::open(&visit.hub.db.read(), city.id).await?;
    if !decision.may_follow(city.membership) || !open.iter().all(|own| decision.may_be_beside(own)) {
        return Ok(redirect(&visit.link(office_place(&city))).into_response());
    }
    // Whoever decides shows who they are before they write, not afterwards.
    visit.actor.must_be_recent(visit.hub.now())?;
    let today = visit.hub.network.calendar_of(&city.region).day_of(visit.hub.now());
    show(&visit, &city, decision, Fields::default().with("from", today))
}

pub(crate) async fn post(visit: Visit, Path((slug, decision)): Path<(String, String)>, fields: Fields) -> Answer {
    let (city, decision) = decided(&visit, &slug, &decision).await?;
    let today = visit.hub.network.calendar_of(&city.region).day_of(visit.hub.now());
    let done = match Draft::read(&fields, decision, today) {
        Ok(draft) => actions::decide(&visit.hub, &visit.actor, &city, &draft).await,
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    let place = office_place(&city);
    match done {
        Ok(()) if decision.needs_two() => Ok(redirect(&visit.done(place, "suspension-proposed")).into_response()),
        Ok(()) => Ok(redirect(&visit.done(place, "status-decided")).into_response()),
        Err(fail) => show(&visit, &city, decision, Filled::failed(fields, fail)?),
    }
}

fn show(visit: &Visit, city: &City, decision: Decision, filled: impl Into<Filled>) -> Answer {
    let form = Form::new(visit, filled).may_lack(&["evidence"]);
    let meta = Meta::titled(visit.t1("decide-of", "city", city.name(visit.lang))).hide();
    page(form.status(), &DecidePage { v: visit, meta, city, decision, form }, None)
}
