//! Breaking the glass: an administrator opens a city's own documents, with a reason.

use askama::Template;
use axum::response::IntoResponse;
use base::limits::TEXT_CHARS;
use base::{Fail, FieldError, Time};
use input::{Fields, Reader};
use web::form::{Choice, Picker};
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

/// Characters of a reason at least, blanks aside: "test" is none.
const REASON_CHARS: usize = 15;

#[derive(Template)]
#[template(path = "library/glass.html")]
struct Glass<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    cities: Picker,
    /// What is open now: a city, and until when.
    open: Vec<(cities::City, Time)>,
}

web::framed!(Glass);

fn check(visit: &Visit) -> Result<(), Fail> {
    visit.person()?;
    if visit.actor.is_administrator() { Ok(()) } else { Err(Fail::Forbidden) }
}

pub(crate) async fn get(visit: Visit) -> Answer {
    check(&visit)?;
    show(&visit, Fields::default()).await
}

pub(crate) async fn post(visit: Visit, mut fields: Fields) -> Answer {
    check(&visit)?;
    let named = cities::pick(&visit, &mut fields, "city").await?;
    let mut reader = Reader::new(&fields);
    let city = fields.line("city");
    reader.check(!city.is_empty(), || FieldError::new("city", "error-choose").with("label", "doc-city"));
    let reason = reader.text("reason", "glass-reason", TEXT_CHARS);
    let said = reason.chars().filter(|letter| !letter.is_whitespace()).count() >= REASON_CHARS;
    reader.check(said, || FieldError::new("reason", "error-reason").with("least", REASON_CHARS));
    let (city, reason) = match (reader.end((city, reason)), named) {
        (Ok(read), None) => read,
        (read, named) => {
            let errors = read.err().into_iter().flatten().chain(named).collect();
            return show(&visit, Filled::wrong(fields, errors)).await;
        }
    };
    let told = people::break_glass(&visit.hub, &visit.actor, &city, &reason).await?;
    let place = format!("/library?city={city}");
    let address = if told > 0 { visit.done_by_letter(place, "glass") } else { visit.done(place, "glass-nobody") };
    Ok(redirect(&address).into_response())
}

pub(crate) async fn close(visit: Visit, fields: Fields) -> Answer {
    check(&visit)?;
    people::close_glass(&visit.hub, &visit.actor, fields.get("city")).await?;
    Ok(redirect(&visit.done("/office/glass", "glass-closed")).into_response())
}

/// What this administrator has open now.
async fn open_now(visit: &Visit) -> base::Result<Vec<(cities::City, Time)>> {
    let open = people::open_glass(&visit.hub, &visit.actor).await?;
    let ids: Vec<_> = open.iter().map(|(city, _)| *city).collect();
    let mut cities = cities::by_ids(&visit.hub.db.read(), &ids).await?;
    Ok(open.into_iter().filter_map(|(city, until)| Some((cities.remove(&city)?, until))).collect())
}

async fn show(visit: &Visit, filled: impl Into<Filled>) -> Answer {
    let form = Form::new(visit, filled);
    let cities = cities::picker_of_all(visit, Choice::new("", visit.t("choose")), form.value("city")).await?;
    let meta = Meta::titled(visit.t("glass-title")).hide();
    let open = open_now(visit).await?;
    page(form.status(), &Glass { v: visit, meta, form, cities, open }, None)
}
