//! One report, for the central team: read it, find out, say what was found.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::limits::TEXT_CHARS;
use base::{Fail, FieldError, Result};
use cities::City;
use input::{Fields, Reader};
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::office_place;
use super::reports::check;
use crate::report::{BreachReport, Outcome, outcome_words};
use crate::{actions, report_rows as rows};

#[derive(Template)]
#[template(path = "status/reported.html")]
struct ReportedPage<'a> {
    v: &'a Visit,
    meta: Meta,
    own: &'a BreachReport,
    city: &'a City,
    /// Who closed it.
    by: String,
    form: Form<'a>,
}

web::framed!(ReportedPage);

impl ReportedPage<'_> {
    fn place(&self) -> String {
        office_place(self.city)
    }

    fn outcomes(&self) -> Vec<Choice> {
        Outcome::ALL.map(|own| Choice::new(own.code(), self.v.t(outcome_words(own)))).into()
    }
}

fn read(fields: &Fields) -> Result<(Outcome, String), Vec<FieldError>> {
    let mut reader = Reader::new(fields);
    let outcome = reader.one_of("outcome", "breach-outcome", Outcome::parse);
    let note = reader.needed_text("note", "breach-note", TEXT_CHARS);
    reader.end((outcome.unwrap_or(Outcome::Elsewhere), note))
}

pub(crate) async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    show(&visit, &id, Fields::default()).await
}

pub(crate) async fn post(visit: Visit, Path(id): Path<String>, fields: Fields) -> Answer {
    check(&visit)?;
    let number = base::id::read_id(&id).ok_or(Fail::NotFound)?;
    let closed = match read(&fields) {
        Ok((outcome, note)) => actions::close(&visit.hub, &visit.actor, number, outcome, &note).await,
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match closed {
        Ok(()) => Ok(redirect(&visit.done("/office/breach-reports", "breach-closed")).into_response()),
        Err(Fail::Conflict(_)) => {
            show(&visit, &id, Filled::conflicting(fields, FieldError::new("", "error-breach-closed"))).await
        }
        Err(fail) => show(&visit, &id, Filled::failed(fields, fail)?).await,
    }
}

async fn show(visit: &Visit, id: &str, filled: impl Into<Filled>) -> Answer {
    check(visit)?;
    let sql = visit.hub.db.read();
    let own = rows::one(&sql, base::id::read_id(id).ok_or(Fail::NotFound)?).await?;
    let city = cities::by_ids(&sql, &[own.city]).await?.remove(&own.city).ok_or(Fail::NotFound)?;
    let closed_by: Vec<_> = own.closed_by.into_iter().collect();
    let by = people::names(&sql, &closed_by).await?.into_values().next().unwrap_or_default();
    if visit.actor.works_for(city.id) {
        return Err(Fail::Forbidden.into());
    }
    let form = Form::new(visit, filled);
    let meta = Meta::titled(visit.t1("breach-of", "city", city.name(visit.lang))).hide();
    page(form.status(), &ReportedPage { v: visit, meta, own: &own, city: &city, by, form }, None)
}
