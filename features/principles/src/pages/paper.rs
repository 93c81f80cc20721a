//! The office enters that a city signed on paper what is in force: by whom, when, and where the paper is.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, Result};
use cities::City;
use input::Fields;
use web::form::Choice;
use web::words::language_words;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::seen;
use crate::access::may_enter;
use crate::notices::own_place;
use crate::rules::{Paper, Text, Version};
use crate::{actions, rows};

#[derive(Template)]
#[template(path = "principles/paper.html")]
struct PaperPage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: City,
    version: Version,
    texts: Vec<Text>,
    form: Form<'a>,
}

web::framed!(PaperPage);

impl PaperPage<'_> {
    /// The text that was signed, by its language.
    fn choices(&self) -> Vec<Choice> {
        let one = |text: &Text| Choice::new(&text.hash, self.v.t(language_words(text.lang.code())));
        self.texts.iter().map(one).collect()
    }
}

async fn entered_for(visit: &Visit, slug: &str) -> Result<City> {
    let city = seen(visit, slug).await?;
    if may_enter(&visit.actor, &city) { Ok(city) } else { Err(Fail::Forbidden) }
}

pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let city = entered_for(&visit, &slug).await?;
    visit.actor.must_be_recent(visit.hub.now())?;
    show(&visit, city, Fields::default()).await
}

pub(crate) async fn post(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    let city = entered_for(&visit, &slug).await?;
    let today = visit.hub.network.calendar_of(&city.region).day_of(visit.hub.now());
    let entered = match Paper::read(&fields, today) {
        Ok(paper) => actions::enter(&visit.hub, &visit.actor, &city, &paper).await,
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match entered {
        Ok(()) => Ok(redirect(&visit.done(own_place(&city.slug), "principles-entered")).into_response()),
        Err(fail) => show(&visit, city, Filled::failed(fields, fail)?).await,
    }
}

async fn show(visit: &Visit, city: City, filled: impl Into<Filled>) -> Answer {
    let sql = visit.hub.db.read();
    let version = rows::in_force(&sql).await?.ok_or(Fail::NotFound)?.version;
    let texts = rows::texts_of(&sql, version.id).await?;
    let form = Form::new(visit, filled);
    let meta = Meta::titled(visit.t1("paper-title", "city", city.name(visit.lang))).hide();
    page(form.status(), &PaperPage { v: visit, meta, city, version, texts, form }, None)
}
