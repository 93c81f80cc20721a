//! Anybody reports that a city broke the principles.

use askama::Template;
use axum::response::IntoResponse;
use base::{Fail, FieldError, Result};
use input::Fields;
use web::form::{Choice, Picker};
use web::guard::{self, Limits};
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use crate::actions;
use crate::report::Reported;

#[derive(Template)]
#[template(path = "status/report.html")]
struct ReportPage<'a> {
    v: &'a Visit,
    meta: Meta,
    cities: Picker,
    form: Form<'a>,
}

web::framed!(ReportPage);

/// What is chosen in the form and what is written, in the order of the page.
const ORDER: [&str; 5] = ["city", "text", "evidence", "name", "email"];

pub(crate) async fn get(visit: Visit) -> Answer {
    let city = Fields::parse(&visit.query).line("city");
    show(&visit, Fields::default().with("city", city)).await
}

pub(crate) async fn post(visit: Visit, fields: Fields) -> Answer {
    let mut fields = fields.in_order(&ORDER);
    let named = cities::pick(&visit, &mut fields, "city").await?;
    let done = visit.done("/principles", "breach-reported");
    match send(&visit, &fields, named, &done).await {
        Ok(()) => Ok(redirect(&done).into_response()),
        Err(fail) => show(&visit, Filled::failed(fields, fail)?).await,
    }
}

async fn send(visit: &Visit, fields: &Fields, named: Option<FieldError>, done: &str) -> Result<()> {
    let chosen = match named {
        None if fields.get("city").is_empty() => {
            Some(FieldError::new("city", "error-choose").with("label", "breach-city"))
        }
        named => named,
    };
    let reported = match (Reported::read(fields, visit.lang), chosen) {
        (Ok(reported), None) => reported,
        (reported, chosen) => {
            return Err(Fail::Invalid(chosen.into_iter().chain(reported.err().into_iter().flatten()).collect()));
        }
    };
    let sql = visit.hub.db.read();
    let city = cities::city_for(&sql, &visit.actor, cities::access::Action::See, fields.get("city")).await;
    let city = city.map_err(|fail| match fail {
        Fail::NotFound => Fail::field("city", "error-breach-city"),
        other => other,
    })?;
    guard::check(visit, fields)?;
    guard::admit(visit, "breach-report", &Limits::default()).await?;
    actions::report(&visit.hub, &city, &reported, done).await
}

async fn show(visit: &Visit, filled: impl Into<Filled>) -> Answer {
    let form = Form::new(visit, filled).may_lack(&["evidence", "name", "email"]);
    let cities = cities::picker_of_all(visit, Choice::new("", visit.t("choose")), form.value("city")).await?;
    let meta = Meta::titled(visit.t("breach-title")).about(visit.t("breach-description"));
    page(form.status(), &ReportPage { v: visit, meta, cities, form }, None)
}
